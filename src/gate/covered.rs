//! What an approval covers: everything that goes out of a post, as one run of bytes.
//!
//! Owns the scheme `palinsesto-approval-1`, byte for byte as `docs/approval.md` describes it.
//! A change here is a new scheme: every approval ever given rests on these bytes.

use crate::domain::{
    Ai, ChannelKey, ContentHash, CoveredLine, Moment, Networks, Post, Uncovered, Workspace,
};
use chrono::SecondsFormat;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The name of the scheme: the first line of the bytes, and `scheme` of an `[approval]`.
pub const SCHEME: &str = "palinsesto-approval-1";

/// The line with which the values of a channel begin, and the first that is all channels'.
const CHANNEL: &str = "channel";
const LINK: &str = "link";

/// The bytes that a yes is about, readable, ready for `sha256sum`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    bytes: String,
    lines: Vec<CoveredLine>,
}

impl Covered {
    pub fn bytes(&self) -> &[u8] {
        self.bytes.as_bytes()
    }

    pub fn hash(&self) -> ContentHash {
        ContentHash::of(self.bytes())
    }

    /// Every value in it, in order.
    pub fn lines(&self) -> &[CoveredLine] {
        &self.lines
    }

    /// What was written before; `None` of anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut rest = text.strip_prefix(SCHEME)?.strip_prefix('\n')?;
        let mut sheet = Sheet::default();
        while !rest.is_empty() {
            let (name, after) = rest.split_once(' ')?;
            let digits = after.find(|c: char| !c.is_ascii_digit())?;
            let number: usize = after[..digits].parse().ok()?;
            if let Some(end) = after[digits..].strip_prefix('\n') {
                sheet.count(name, number);
                rest = end;
                continue;
            }
            let after = after[digits..].strip_prefix(':')?;
            let (value, end) = (after.get(..number)?, after.get(number..)?);
            sheet.line(name, value);
            rest = end.strip_prefix('\n')?;
        }
        let read = sheet.whole();
        (read.bytes == text).then_some(read)
    }
}

/// The covered bytes of a post, or everything that stands in the way. `media` says of each
/// medium, in the order of the post, what its file hashes to; `None` where it cannot be read.
pub fn covered(
    post: &Post,
    workspace: &Workspace,
    networks: &Networks,
    media: &[Option<ContentHash>],
) -> Result<Covered, Vec<Uncovered>> {
    let mut sheet = Sheet::default();
    let mut missing = BTreeSet::new();
    let named = |key: &ChannelKey| networks.channel_name(workspace, key);
    sheet.line("post", post.id.as_str());
    sheet.line("zone", workspace.zone.name());
    // In the order of their keys: the order in the file sends nothing.
    let channels: BTreeSet<&ChannelKey> = post.channels.iter().collect();
    if channels.is_empty() {
        missing.insert(Uncovered::NoChannel);
    }
    sheet.count("channels", channels.len());
    for key in channels {
        let Some(channel) = workspace.channel(key) else {
            missing.insert(Uncovered::UnknownChannel(key.clone()));
            continue;
        };
        let moment = post.when_for(key).map(|when| when.moment(workspace.zone));
        let Some(Moment::At(at)) = moment else {
            missing.insert(Uncovered::NoInstant(named(key)));
            continue;
        };
        let instant = at.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let messages = post.sent(key, networks.has_threads(workspace, key));
        if messages.iter().all(|(_, text)| text.trim().is_empty()) && post.media.is_empty() {
            missing.insert(Uncovered::Nothing(named(key)));
        }
        sheet.line(CHANNEL, key);
        sheet.line("network", &channel.network);
        sheet.line("account", channel.account.as_deref().unwrap_or_default());
        sheet.line("visibility", post.visibility_for(key).unwrap_or_default());
        sheet.line("language", post.lang.as_deref().unwrap_or_default());
        sheet.line("instant", &instant);
        sheet.count("messages", messages.len());
        for (_, text) in &messages {
            sheet.line("text", text);
        }
        sheet.line("headline", post.headline_for(key).unwrap_or_default());
        sheet.line("first-comment", post.first_comment_for(key).unwrap_or_default());
    }
    sheet.line(LINK, post.link.as_deref().unwrap_or_default());
    // Networks are told with the post how much of it a machine wrote.
    sheet.line("ai", post.ai.map(Ai::code).unwrap_or_default());
    sheet.count("media", post.media.len());
    for (medium, hash) in post.media.iter().zip(media.iter().chain(std::iter::repeat(&None))) {
        match hash {
            Some(hash) => sheet.line("sha256", &hash.to_string()),
            None => {
                missing.insert(Uncovered::NoMedium(medium.path.clone()));
            }
        }
        sheet.line("alt", medium.alt.as_deref().unwrap_or_default());
        // Networks are told with the picture how it was made.
        sheet.line("source", medium.source.code());
        let realistic = medium.realistic.map(|so| if so { "yes" } else { "no" });
        sheet.line("realistic", realistic.unwrap_or_default());
    }
    if missing.is_empty() { Ok(sheet.whole()) } else { Err(missing.into_iter().collect()) }
}

/// One value a line, with its name and its length in bytes in front, so that no value can
/// pass for another one, or for two.
struct Sheet {
    bytes: String,
    lines: Vec<CoveredLine>,
    /// Whose lines come now.
    channel: Option<ChannelKey>,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { bytes: format!("{SCHEME}\n"), lines: Vec::new(), channel: None }
    }
}

impl Sheet {
    fn line(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.bytes, "{name} {}:{value}", value.len());
        match name {
            CHANNEL => self.channel = Some(value.to_owned()),
            LINK => self.channel = None,
            _ => {}
        }
        let (channel, name, value) = (self.channel.clone(), name.to_owned(), value.to_owned());
        self.lines.push(CoveredLine { channel, name, value });
    }

    fn count(&mut self, name: &str, many: usize) {
        let _ = writeln!(self.bytes, "{name} {many}");
    }

    fn whole(self) -> Covered {
        Covered { bytes: self.bytes, lines: self.lines }
    }
}
