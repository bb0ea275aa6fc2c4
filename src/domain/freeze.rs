//! A freeze: a channel, a campaign or everything is held back until somebody thaws it.
//! Nothing frozen goes out, approved or not.

use super::{ChannelKey, Placement, Post, Problem};
use chrono::{DateTime, Utc};

/// Freezes are written here; one that cannot be read holds everything back.
pub const FREEZES: &str = "freeze.toml";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    pub what: Frozen,
    pub since: DateTime<Utc>,
    pub by: String,
    pub why: Option<String>,
}

/// What is held back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frozen {
    All,
    Channel(ChannelKey),
    Campaign(String),
}

/// The freezes of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Freezes {
    pub all: Vec<Freeze>,
    /// Why some of them cannot be understood: nobody knows what those hold back.
    pub faults: Vec<Problem>,
}

impl Freeze {
    /// The hour of a card came while this was in force.
    pub fn kept(&self, card: &Placement, now: DateTime<Utc>) -> bool {
        card.instant.is_some_and(|at| (self.since..=now).contains(&at))
    }
}

impl Frozen {
    /// It holds back what goes out of a post on some channels, one of them at least.
    pub fn holds(&self, post: &Post, channels: &[ChannelKey]) -> bool {
        match self {
            Self::All => true,
            Self::Channel(key) => channels.contains(key),
            Self::Campaign(name) => post.campaign.as_ref() == Some(name),
        }
    }
}

impl Freezes {
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && !self.unread()
    }

    /// Nobody knows what is held back, so everything is.
    pub fn unread(&self) -> bool {
        !self.faults.is_empty()
    }

    /// Something of a post is held back on these channels.
    pub fn hold(&self, post: &Post, channels: &[ChannelKey]) -> bool {
        self.unread() || self.holding(post, channels).next().is_some()
    }

    /// The freeze of exactly this: the first, where two people had the same thought.
    pub fn of(&self, what: &Frozen) -> Option<&Freeze> {
        self.all.iter().find(|freeze| freeze.what == *what)
    }

    /// What has to go for it to be let go.
    pub fn all_of(&self, what: &Frozen) -> Vec<Freeze> {
        self.all.iter().filter(|freeze| freeze.what == *what).cloned().collect()
    }

    /// What holds a post back on these channels.
    pub fn holding(&self, post: &Post, channels: &[ChannelKey]) -> impl Iterator<Item = &Freeze> {
        self.all.iter().filter(move |freeze| freeze.what.holds(post, channels))
    }

    /// The same without one of them.
    pub fn without(&self, what: &Frozen) -> Self {
        let all = self.all.iter().filter(|freeze| freeze.what != *what).cloned();
        Self { all: all.collect(), faults: self.faults.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, ProblemKind, RelPath};

    #[test]
    fn a_freeze_holds_back_what_it_names_and_one_that_cannot_be_read_everything() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Lancio");
        post.campaign = Some("inverno-26".into());
        let channels = ["ig".to_owned(), "li".to_owned()];
        let by = |what| Freezes {
            all: vec![Freeze { what, since: DateTime::UNIX_EPOCH, by: String::new(), why: None }],
            faults: Vec::new(),
        };
        assert!(by(Frozen::All).hold(&post, &channels));
        assert!(by(Frozen::Channel("li".into())).hold(&post, &channels));
        assert!(!by(Frozen::Channel("li".into())).hold(&post, &channels[..1]));
        assert!(by(Frozen::Campaign("inverno-26".into())).hold(&post, &channels));
        assert!(!by(Frozen::Campaign("estate".into())).hold(&post, &channels));
        assert!(!Freezes::default().hold(&post, &channels));
        let fault = Problem::whole(RelPath::new(FREEZES), ProblemKind::NotUtf8);
        let unread = Freezes { faults: vec![fault], ..Freezes::default() };
        assert!(unread.hold(&post, &[]) && !unread.is_empty());
    }
}
