//! A prompt as a person reads it: layers that together are every word that is sent, and the
//! sheet of words a task is asked with. Owns no words of its own and sends nothing.

use super::Lang;
use super::Task;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The sheets a folder brings of its own, by language and task.
pub type PromptSheets = BTreeMap<(Lang, Task), PromptSheet>;

/// How one task is asked for in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromptSheet {
    pub version: String,
    /// What the task is, ahead of the rules that always hold.
    pub system: String,
    /// The last line of what is asked.
    pub closing: String,
    /// What goes along, in this order.
    pub layers: Vec<LayerKind>,
    /// How suggestions asked for together differ; empty where the angles do that.
    pub ways: Vec<String>,
    /// Names of layers that differ from the usual ones.
    pub labels: BTreeMap<String, String>,
}

/// One part of a prompt: exactly the words that are sent, and why they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    pub kind: LayerKind,
    pub text: String,
    /// In the layer of facts: each of them, and why it was chosen.
    pub facts: Vec<ChosenFact>,
}

/// A fact that goes along, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChosenFact {
    pub text: String,
    /// What it has in common with the post, the strongest first; nothing where it goes
    /// along because there was room.
    pub near: Vec<Near>,
    pub expires: Option<NaiveDate>,
}

/// Words that a fact shares with something known of the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    pub to: NearTo,
    /// As the fact writes them.
    pub words: Vec<String>,
}

/// What is known of a post, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NearTo {
    Topic,
    /// What a person has written.
    Text,
    Campaign,
    Link,
    Pillar,
}

impl NearTo {
    /// The English code used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Text => "text",
            Self::Campaign => "campaign",
            Self::Link => "link",
            Self::Pillar => "pillar",
        }
    }
}

impl ChosenFact {
    /// It has to do with the post.
    pub fn is_near(&self) -> bool {
        !self.near.is_empty()
    }

    /// It has to do with what the post says, and not only with where it belongs.
    pub fn is_said(&self) -> bool {
        self.near.iter().any(|near| near.to <= NearTo::Text)
    }
}

impl From<&str> for ChosenFact {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// A machine's sentence and what a hand made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    pub machine: String,
    pub hand: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayerKind {
    /// What the task is.
    Role,
    /// What always holds; no folder replaces it.
    Rules,
    Brand,
    Network,
    Lang,
    Topic,
    Tone,
    Audience,
    Voice,
    Hashtags,
    Facts,
    /// The brand's own earlier posts.
    Past,
    Rewrites,
    Rejected,
    /// What a person has written.
    Human,
    /// For the team; only where a person asked for it to go along.
    Notes,
    Link,
    Instruction,
    Angle,
    Length,
    Closing,
    /// What the request says besides the words: model, limits, form of the answer.
    Envelope,
}

impl LayerKind {
    /// What a sheet may choose from.
    pub const MATERIAL: [Self; 18] = [
        Self::Brand,
        Self::Network,
        Self::Lang,
        Self::Topic,
        Self::Tone,
        Self::Audience,
        Self::Voice,
        Self::Hashtags,
        Self::Facts,
        Self::Past,
        Self::Rewrites,
        Self::Rejected,
        Self::Human,
        Self::Notes,
        Self::Link,
        Self::Instruction,
        Self::Angle,
        Self::Length,
    ];

    /// The word used in `layers` of a sheet.
    pub fn code(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Rules => "rules",
            Self::Brand => "brand",
            Self::Network => "network",
            Self::Lang => "lang",
            Self::Topic => "topic",
            Self::Tone => "tone",
            Self::Audience => "audience",
            Self::Voice => "voice",
            Self::Hashtags => "hashtags",
            Self::Facts => "facts",
            Self::Past => "past",
            Self::Rewrites => "rewrites",
            Self::Rejected => "rejected",
            Self::Human => "human",
            Self::Notes => "notes",
            Self::Link => "link",
            Self::Instruction => "instruction",
            Self::Angle => "angle",
            Self::Length => "length",
            Self::Closing => "closing",
            Self::Envelope => "envelope",
        }
    }

    /// A layer that a sheet may name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::MATERIAL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Layer {
    pub fn new(kind: LayerKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), facts: Vec::new() }
    }

    pub fn characters(&self) -> usize {
        self.text.chars().count()
    }
}

/// About how many tokens so many characters are: models differ, four to one is usual for
/// languages in Latin letters.
pub fn about_tokens(characters: usize) -> usize {
    characters.div_ceil(4)
}
