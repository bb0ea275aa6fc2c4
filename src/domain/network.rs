//! A social network's limits, and how far each figure can be trusted.

use super::{Channel, Frozen, Workspace};
use crate::text::count;

/// Every network of `assets/networks.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Networks {
    pub all: Vec<Network>,
}

impl Networks {
    /// What a channel is called: its network, with the account where the brand has several
    /// on it; its key where nobody knows it. As it was written, not revealed.
    pub fn channel_name(&self, workspace: &Workspace, key: &str) -> String {
        let channel = workspace.channel(key);
        let network = channel.and_then(|channel| self.get(&channel.network));
        let (Some(channel), Some(network)) = (channel, network) else { return key.to_owned() };
        let same = |other: &&Channel| other.network == channel.network;
        match &channel.account {
            Some(account) if workspace.channels.iter().filter(same).count() > 1 => {
                format!("{} {account}", network.name)
            }
            _ => network.name.clone(),
        }
    }

    /// What is held back, its channel by the name that is shown.
    pub fn named(&self, workspace: &Workspace, what: &Frozen) -> Frozen {
        match what {
            Frozen::Channel(key) => Frozen::Channel(self.channel_name(workspace, key)),
            other => other.clone(),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Network> {
        self.all.iter().find(|network| network.key == key)
    }

    /// Whether a text of several messages goes out as a thread on a channel of the brand.
    pub fn has_threads(&self, workspace: &Workspace, channel: &str) -> bool {
        let channel = workspace.channel(channel);
        channel.and_then(|channel| self.get(&channel.network)).is_some_and(|n| n.threads)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    pub key: String,
    pub name: String,
    /// Two letters for the strip on a card.
    pub short: String,
    /// A text of several messages goes out as a thread.
    pub threads: bool,
    /// What a suggestion brings along there besides its text.
    pub wants: Vec<Part>,
    /// In the order they are shown, the binding one first.
    pub limits: Vec<Limit>,
    /// Where feeds cut the text with "more", in characters; never certain.
    pub fold: Option<Figure>,
    /// How many hashtags a post may carry.
    pub hashtags: Option<Figure>,
    /// How many are usual there, at most.
    pub usual_hashtags: Option<Figure>,
}

/// A number somebody published, with what it takes to judge its age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub value: usize,
    pub grade: Grade,
    pub source: String,
    /// The day it was last looked at, `YYYY-MM-DD`.
    pub checked: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    pub part: Part,
    pub unit: Unit,
    pub max: usize,
    /// Holds only where the post carries pictures or videos, and then replaces the
    /// other limit of the same part and unit.
    pub with_media: bool,
    pub grade: Grade,
    pub source: String,
    /// The day the figure was last looked at, `YYYY-MM-DD`.
    pub checked: String,
}

coded! {
    /// Which part of a post a limit is about.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Part {
        Text = "text",
        Headline = "headline",
        FirstComment = "first-comment",
        Alt = "alt",
    }
}

coded! {
    /// How a network counts. The counting itself is in `text::count`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Unit {
        /// X: weighted, links 23, an emoji 2.
        XWeighted = "x-weighted",
        Graphemes = "graphemes",
        /// Mastodon: graphemes, links 23, mentions by their local part.
        Mastodon = "mastodon",
        /// Threads: one a character, an emoji its UTF-8 bytes.
        Threads = "threads",
        Utf16 = "utf-16",
        Chars = "characters",
        Bytes = "bytes",
    }
}

impl Unit {
    /// How long `text` is for a network that counts in this unit.
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::XWeighted => count::x_weighted(text),
            Self::Graphemes => count::graphemes(text),
            Self::Mastodon => count::mastodon(text),
            Self::Threads => count::threads(text),
            Self::Utf16 => count::utf16(text),
            Self::Chars => count::chars(text),
            Self::Bytes => count::bytes(text),
        }
    }

    /// A figure that [`Self::count`] never exceeds, found without looking for graphemes or
    /// links: most texts are far below every limit.
    pub fn count_at_most(self, text: &str) -> usize {
        // A link may count more than its letters, but it has a dot.
        let links = || 23 * text.bytes().filter(|byte| *byte == b'.').count();
        match self {
            Self::XWeighted if text.is_ascii() => text.len() + links(),
            Self::XWeighted => 2 * text.len() + links(),
            Self::Mastodon => text.len() + links(),
            _ => text.len(),
        }
    }
}

coded! {
    /// How far a figure can be trusted; only the first two may block.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Grade {
        /// The network's own page, schema or code.
        Official = "official",
        /// Implementers who read the official page.
        Implementers = "implementers",
        /// Widely repeated, no official page.
        Repeated = "repeated",
        Unverified = "unverified",
    }
}

impl Grade {
    pub fn may_block(self) -> bool {
        self <= Self::Implementers
    }
}
