//! One brand's content folder, as `palinsesto.toml` and its neighbours describe it.

use super::{
    Change, ChangeSet, ChannelKey, Fact, FactPlace, Freezes, Id, Lang, PromptSheets, Voice,
};
use chrono::{NaiveTime, Weekday};
use chrono_tz::Tz;

#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    pub id: Id,
    pub brand: String,
    pub zone: Tz,
    pub languages: Vec<Lang>,
    pub country: Option<String>,
    /// In the order of the file.
    pub channels: Vec<Channel>,
    pub pillars: Vec<Pillar>,
    /// Name of an AI profile of the user's own settings.
    pub ai_profile: Option<String>,
    pub voice: Voice,
    pub facts: Vec<Fact>,
    /// Where they stand, as far as they were read from files.
    pub fact_places: Vec<FactPlace>,
    /// What facts said before they were changed or taken away, as far as this machine knows:
    /// they stand behind nothing, but posts may still rest on them.
    pub former: Vec<Fact>,
    /// Some facts could not be read: of one that is missing nobody knows what it says now.
    pub facts_unread: bool,
    /// What is held back.
    pub freezes: Freezes,
    /// The sheets that this folder asks with in place of the built-in ones.
    pub prompts: PromptSheets,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    pub key: ChannelKey,
    /// A key of `assets/networks.toml`.
    pub network: String,
    pub account: Option<String>,
    /// What the strip on a card says instead of the network's two letters.
    pub short: Option<String>,
    /// The character limit of this channel's own server or plan, where it differs.
    pub limit: Option<usize>,
    pub slots: Vec<Slot>,
}

/// A usual moment for a channel: `mon wed fri 12:30` is three of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    pub day: Weekday,
    pub time: NaiveTime,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pillar {
    pub key: String,
    pub name: String,
    /// Wanted share of the plan, 0 to 1.
    pub share: Option<f64>,
    /// Its posts sell something: several in a row on one channel are told.
    pub promotes: bool,
}

impl Workspace {
    /// One that has a name and a zone, and nothing else yet.
    pub fn new(id: Id, brand: impl Into<String>, zone: Tz) -> Self {
        Self {
            id,
            brand: brand.into(),
            zone,
            languages: Vec::new(),
            country: None,
            channels: Vec::new(),
            pillars: Vec::new(),
            ai_profile: None,
            voice: Voice::default(),
            facts: Vec::new(),
            fact_places: Vec::new(),
            former: Vec::new(),
            facts_unread: false,
            freezes: Freezes::default(),
            prompts: PromptSheets::default(),
        }
    }

    /// Takes over what a durable change set did to facts and learned rules.
    pub fn follow(&mut self, set: &ChangeSet) {
        for change in &set.changes {
            match change {
                Change::Facts { add, remove, .. } => {
                    self.facts.retain(|fact| !remove.contains(fact));
                    self.facts.extend(add.iter().cloned());
                }
                Change::Learn { add, remove } => {
                    self.voice.learned.retain(|rule| !remove.contains(rule));
                    self.voice.learned.extend(add.iter().cloned());
                }
                Change::Freeze { add, remove } => {
                    self.freezes.all.retain(|freeze| !remove.contains(freeze));
                    self.freezes.all.extend(add.iter().cloned());
                }
                _ => {}
            }
        }
    }

    /// Where a fact stands; `None` for one that was made since the files were read.
    pub fn fact_place(&self, fact: &Fact) -> Option<&FactPlace> {
        self.fact_places.iter().find(|place| place.id == fact.id && place.text == fact.text)
    }

    pub fn channel(&self, key: &str) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.key == key)
    }

    pub fn pillar_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.pillars.iter().find(|pillar| pillar.key == key).map_or(key, |pillar| &pillar.name)
    }

    /// A brand that says no language speaks that of the screen.
    pub fn speaking(mut self, interface: &str) -> Self {
        if self.languages.is_empty() {
            self.languages.push(interface.to_owned());
        }
        self
    }

    /// The language a new post starts in.
    pub fn first_language(&self) -> &str {
        self.languages.first().map_or("it", String::as_str)
    }
}
