//! Everything a suggestion is asked from: brief, voice, facts, past posts, human text.
//!
//! Built from the folder's own data only. A post's notes are for the team: they go along
//! only where the brief says that a person asked for it.

use super::closeness::shared;
use crate::domain::{
    Angle, Brief, ChosenFact, Lang, Length, Named, Networks, Part, Post, PromptSheet, Reason,
    Rewrite, Unit, Voice, Workspace,
};
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
    pub facts: Vec<ChosenFact>,
    /// Where it will go, with that channel's limit.
    pub target: Option<Target>,
    /// The brand's own earlier posts, the best first.
    pub past: Vec<String>,
    /// What a hand made of sentences suggested before, the newest first.
    pub rewrites: Vec<Rewrite>,
    /// What was turned down before, and why.
    pub rejected: Vec<Rejection>,
    /// What a person has already written for this post.
    pub human: String,
    pub link: Option<String>,
    /// The team's notes, where a person asked for them to go along.
    pub notes: Option<String>,
    /// The folder's own way of asking for this task; else the built-in one.
    pub sheet: Option<PromptSheet>,
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

impl Ask {
    /// An ask with the brand's own defaults; `today` decides which facts still hold.
    pub fn new(workspace: &Workspace, networks: &Networks, brief: Brief, today: NaiveDate) -> Self {
        let voice = workspace.voice.clone();
        let lang = brief.lang.clone().unwrap_or_else(|| workspace.first_language().to_owned());
        let base = lang.split(['-', '_']).next().unwrap_or_default().to_owned();
        let sheets = [lang.clone(), base].map(|lang| workspace.prompts.get(&(lang, brief.task)));
        let sheet = sheets.into_iter().flatten().next().cloned();
        Self {
            brand: workspace.brand.clone(),
            tone: brief.tone.as_deref().map(|key| named(&voice.tones, key)),
            audience: brief.audience.as_deref().map(|key| named(&voice.audiences, key)),
            facts: facts(workspace, &brief.topic, today),
            target: brief.channel.as_deref().and_then(|key| target(workspace, networks, key)),
            lang,
            voice,
            brief,
            past: Vec::new(),
            rewrites: Vec::new(),
            rejected: Vec::new(),
            human: String::new(),
            link: None,
            notes: None,
            sheet,
            number: 1,
            seed: 0,
        }
    }

    /// Takes over what of the post may be sent: its text for the brief's channel and its
    /// link, and its notes where the brief says so. Title, labels and campaign stay here.
    #[must_use]
    pub fn for_post(mut self, post: &Post) -> Self {
        self.human = match self.brief.channel.as_deref() {
            Some(channel) => post.text_for(channel).to_owned(),
            None => post.text.clone(),
        };
        self.link.clone_from(&post.link);
        self.notes = post.notes.clone().filter(|_| self.brief.notes);
        self
    }

    /// The same ask for the suggestion beside it, which takes another angle.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self { number: number.max(1), ..self.clone() }
    }

    /// From where this suggestion comes at its topic.
    pub fn angle(&self) -> Angle {
        self.brief.angle.unwrap_or_else(|| Angle::of(self.seed, self.number))
    }

    pub fn length(&self) -> Length {
        self.brief.length.unwrap_or_else(|| Length::of(self.number))
    }
}

/// What still holds, the closest to the topic first, else in the order of the folder.
fn facts(workspace: &Workspace, topic: &str, today: NaiveDate) -> Vec<ChosenFact> {
    let holding = workspace.facts.iter().filter(|fact| fact.holds_on(today));
    let mut facts: Vec<ChosenFact> = holding
        .map(|fact| ChosenFact {
            text: fact.text.clone(),
            matched: shared(&fact.text, topic),
            expires: fact.expires,
        })
        .collect();
    facts.sort_by_key(|fact| Reverse(fact.matched.len()));
    facts
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
