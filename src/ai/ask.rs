//! Everything a suggestion is asked from: brief, voice, facts, past posts, human text.
//!
//! Built from the folder's own data only. A post's notes are for the team and have no
//! field here, so that no source can ever send them.

use super::closeness::close;
use crate::domain::{Brief, Lang, Named, Networks, Part, Post, Reason, Unit, Voice, Workspace};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// One suggestion to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub brief: Brief,
    /// The language to write in.
    pub lang: Lang,
    pub brand: String,
    pub voice: Voice,
    /// The brief's tone, with what `voice.toml` says about it.
    pub tone: Option<Named>,
    pub audience: Option<Named>,
    /// Claims that still hold, the ones closest to the topic first.
    pub facts: Vec<String>,
    /// Where it will go, with that channel's limit.
    pub target: Option<Target>,
    /// The brand's own earlier posts, the best first.
    pub past: Vec<String>,
    /// What was turned down before, and why.
    pub rejected: Vec<Rejection>,
    /// What a person has already written for this post.
    pub human: String,
    pub link: Option<String>,
    /// Which of the suggestions asked for together, from 1: each takes another angle.
    pub number: usize,
    /// Makes the composer's choices repeatable, and shuffles the angles.
    pub seed: u64,
}

/// The network a suggestion is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// As people call it, such as `Instagram`.
    pub network: String,
    /// Most that fits, in `unit`; `None` where no limit is known.
    pub max: Option<usize>,
    pub unit: Unit,
}

/// Words a person turned down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    pub text: String,
    pub reason: Option<Reason>,
}

/// From where a suggestion comes at its topic, so that several differ on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Angle {
    Announcement,
    BehindTheScenes,
    Question,
    Tip,
    Story,
    Reminder,
}

impl Angle {
    pub const ALL: [Self; 6] = [
        Self::Announcement,
        Self::BehindTheScenes,
        Self::Question,
        Self::Tip,
        Self::Story,
        Self::Reminder,
    ];

    /// The word used in `assets/prompts` and `assets/composer`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::BehindTheScenes => "behind-the-scenes",
            Self::Question => "question",
            Self::Tip => "tip",
            Self::Story => "story",
            Self::Reminder => "reminder",
        }
    }
}

impl Ask {
    /// An ask with the brand's own defaults; `today` decides which facts still hold.
    pub fn new(workspace: &Workspace, networks: &Networks, brief: Brief, today: NaiveDate) -> Self {
        let voice = workspace.voice.clone();
        let lang = brief.lang.clone().unwrap_or_else(|| workspace.first_language().to_owned());
        Self {
            lang,
            brand: workspace.brand.clone(),
            tone: brief.tone.as_deref().map(|key| named(&voice.tones, key)),
            audience: brief.audience.as_deref().map(|key| named(&voice.audiences, key)),
            facts: facts(workspace, &brief.topic, today),
            target: brief.channel.as_deref().and_then(|key| target(workspace, networks, key)),
            voice,
            brief,
            past: Vec::new(),
            rejected: Vec::new(),
            human: String::new(),
            link: None,
            number: 1,
            seed: 0,
        }
    }

    /// Takes over what of the post may be sent: its text for the brief's channel and its
    /// link. Title, notes, labels and campaign stay here.
    #[must_use]
    pub fn for_post(mut self, post: &Post) -> Self {
        self.human = match self.brief.channel.as_deref() {
            Some(channel) => post.text_for(channel).to_owned(),
            None => post.text.clone(),
        };
        self.link.clone_from(&post.link);
        self
    }

    /// The same ask for the suggestion beside it, which takes another angle.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self { number: number.max(1), ..self.clone() }
    }

    /// The angle of this suggestion; the first six of one seed all differ.
    pub fn angle(&self) -> Angle {
        let count = Angle::ALL.len();
        let start = (self.seed % count as u64) as usize;
        // A step of one keeps the first six apart whatever the start.
        Angle::ALL[(start + self.number.max(1) - 1) % count]
    }
}

/// What still holds, the closest to the topic first, else in the order of the folder.
fn facts(workspace: &Workspace, topic: &str, today: NaiveDate) -> Vec<String> {
    let mut facts: Vec<&str> = workspace
        .facts
        .iter()
        .filter(|fact| fact.holds_on(today))
        .map(|fact| fact.text.as_str())
        .collect();
    facts.sort_by_key(|fact| Reverse(close(fact, topic)));
    facts.into_iter().map(str::to_owned).collect()
}

fn named(list: &[Named], key: &str) -> Named {
    list.iter()
        .find(|named| named.key == key)
        .cloned()
        .unwrap_or_else(|| Named { key: key.to_owned(), description: String::new() })
}

fn target(workspace: &Workspace, networks: &Networks, key: &str) -> Option<Target> {
    let channel = workspace.channel(key)?;
    let network = networks.get(&channel.network);
    let limit = network.and_then(|n| n.limits.iter().find(|limit| limit.part == Part::Text));
    Some(Target {
        network: network.map_or_else(|| channel.network.clone(), |n| n.name.clone()),
        max: channel.limit.or(limit.map(|limit| limit.max)),
        unit: limit.map_or(Unit::Graphemes, |limit| limit.unit),
    })
}
