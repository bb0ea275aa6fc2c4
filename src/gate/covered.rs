//! What an approval covers: everything that goes out of a post, as one run of bytes.
//!
//! Owns the scheme `palinsesto-approval-1`, byte for byte as `docs/approval.md` describes it.
//! A change here is a new scheme: every approval ever given rests on these bytes.

use crate::domain::{ChannelKey, ContentHash, Moment, Networks, Post, Uncovered, Workspace};
use chrono::SecondsFormat;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The name of the scheme: the first line of the bytes, and `scheme` of an `[approval]`.
pub const SCHEME: &str = "palinsesto-approval-1";

/// The bytes that a yes is about, readable, ready for `sha256sum`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered(String);

impl Covered {
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub fn hash(&self) -> ContentHash {
        ContentHash::of(self.bytes())
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
    sheet.0.push_str(SCHEME);
    sheet.0.push('\n');
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
        let instant = match post.when_for(key).map(|when| when.moment(workspace.zone)) {
            Some(Moment::At(at)) => at.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true),
            _ => {
                missing.insert(Uncovered::NoInstant(key.clone()));
                continue;
            }
        };
        let messages = post.sent(key, networks.has_threads(workspace, key));
        if messages.iter().all(|(_, text)| text.trim().is_empty()) && post.media.is_empty() {
            missing.insert(Uncovered::Nothing(key.clone()));
        }
        sheet.line("channel", key);
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
    sheet.line("link", post.link.as_deref().unwrap_or_default());
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
    if missing.is_empty() { Ok(Covered(sheet.0)) } else { Err(missing.into_iter().collect()) }
}

/// One value a line, with its name and its length in bytes in front, so that no value can
/// pass for another one, or for two.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn line(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.0, "{name} {}:{value}", value.len());
    }

    fn count(&mut self, name: &str, many: usize) {
        let _ = writeln!(self.0, "{name} {many}");
    }
}
