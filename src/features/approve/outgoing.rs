//! What goes out, taken apart from the covered lines: the very values a yes is about, by
//! channel, with channels that send the same put together.

use crate::domain::{ChannelKey, CoveredLine, Post, Sheet};
use crate::features::Ctx;
use chrono::{DateTime, Utc};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outgoing {
    /// Channels that send the same are one, whenever each of them does.
    pub groups: Vec<Group>,
    pub link: String,
    pub media: Vec<Shown>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub accounts: Vec<Account>,
    pub sent: Sent,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub channel: ChannelKey,
    pub network: String,
    /// As the brand says it; empty where it does not.
    pub name: String,
    /// `None` where nobody can say when.
    pub instant: Option<DateTime<Utc>>,
}

/// What one channel sends.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sent {
    pub visibility: String,
    pub language: String,
    /// The messages of a thread, or one text.
    pub texts: Vec<String>,
    pub headline: String,
    pub first_comment: String,
}

/// A medium as it goes out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// As the post names it: the bytes are covered, the name is not.
    pub path: String,
    pub alt: String,
    pub source: String,
    pub realistic: String,
}

impl Outgoing {
    /// Of a sheet; of its post where nobody can say yes to it, and nothing is covered.
    pub fn of(sheet: &Sheet, ctx: &Ctx) -> Self {
        let post = &sheet.entry.post;
        if sheet.hash.is_err() { Self::of_post(post, ctx) } else { Self::of_lines(sheet) }
    }

    fn of_lines(sheet: &Sheet) -> Self {
        let mut out = Self::default();
        let mut channels: Vec<(Account, Sent)> = Vec::new();
        for CoveredLine { channel, name, value } in &sheet.lines {
            let value = value.clone();
            match (channel, name.as_str()) {
                (Some(channel), "channel") => {
                    let channel = channel.clone();
                    let (network, name) = (String::new(), String::new());
                    let instant = None;
                    let account = Account { channel, network, name, instant };
                    channels.push((account, Sent::default()));
                }
                (Some(_), name) => {
                    let Some((account, sent)) = channels.last_mut() else { continue };
                    match name {
                        "network" => account.network = value,
                        "account" => account.name = value,
                        "instant" => account.instant = value.parse().ok(),
                        "visibility" => sent.visibility = value,
                        "language" => sent.language = value,
                        "headline" => sent.headline = value,
                        "first-comment" => sent.first_comment = value,
                        _ => sent.texts.push(value),
                    }
                }
                (None, "link") => out.link = value,
                (None, "sha256") => {
                    let path = sheet.entry.post.media.get(out.media.len());
                    let path = path.map(|medium| medium.path.clone()).unwrap_or_default();
                    out.media.push(Shown { path, ..Shown::default() });
                }
                (None, name) => {
                    let Some(medium) = out.media.last_mut() else { continue };
                    match name {
                        "alt" => medium.alt = value,
                        "source" => medium.source = value,
                        _ => medium.realistic = value,
                    }
                }
            }
        }
        out.groups = together(channels);
        out
    }

    fn of_post(post: &Post, ctx: &Ctx) -> Self {
        let said = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let one = |key: &ChannelKey| {
            let known = ctx.workspace.channel(key);
            let account = Account {
                channel: key.clone(),
                network: said(known.map(|channel| channel.network.as_str())),
                name: said(known.and_then(|channel| channel.account.as_deref())),
                instant: None,
            };
            let threads = ctx.networks.has_threads(ctx.workspace, key);
            let sent = Sent {
                visibility: said(post.visibility_for(key)),
                language: said(post.lang.as_deref()),
                texts: post.sent(key, threads).into_iter().map(|(_, text)| text).collect(),
                headline: said(post.headline_for(key)),
                first_comment: said(post.first_comment_for(key)),
            };
            (account, sent)
        };
        let shown = |medium: &crate::domain::Medium| Shown {
            path: medium.path.clone(),
            alt: said(medium.alt.as_deref()),
            source: medium.source.code().to_owned(),
            realistic: said(medium.realistic.map(|so| if so { "yes" } else { "no" })),
        };
        Self {
            groups: together(post.channels.iter().map(one).collect()),
            link: said(post.link.as_deref()),
            media: post.media.iter().map(shown).collect(),
        }
    }
}

fn together(channels: Vec<(Account, Sent)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (account, sent) in channels {
        match groups.iter_mut().find(|group| group.sent == sent) {
            Some(group) => group.accounts.push(account),
            None => groups.push(Group { accounts: vec![account], sent }),
        }
    }
    for group in &mut groups {
        group.accounts.sort_by_key(|account| account.instant);
    }
    groups
}
