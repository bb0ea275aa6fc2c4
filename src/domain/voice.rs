//! How the brand speaks: tones, audiences, rules, examples.

use super::{Learned, SmellTuning};

/// `voice.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    pub tones: Vec<Named>,
    pub audiences: Vec<Named>,
    /// What the brand does.
    pub dos: Vec<String>,
    /// What the brand never does.
    pub donts: Vec<String>,
    /// Sentences that sound right.
    pub examples: Vec<String>,
    /// Hashtags the brand uses, without `#`.
    pub hashtags: Vec<String>,
    /// Hashtags the brand never uses, without `#`.
    pub never_hashtags: Vec<String>,
    /// What the brand says of the smell of machine.
    pub smell: SmellTuning,
    /// Words and phrases the brand never uses.
    pub forbidden: Vec<String>,
    /// What decisions have shown and a person has answered, in the order of the file.
    pub learned: Vec<Learned>,
}

/// A tone or an audience: the key used in briefs, and what it means in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub key: String,
    pub description: String,
}

/// What can be measured of how a brand writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Habit {
    /// Words a sentence.
    SentenceWords,
    /// Emoji a post.
    Emoji,
    /// Hashtags a post.
    Hashtags,
    /// Exclamation marks a post.
    Exclamations,
}

impl Habit {
    pub const ALL: [Self; 4] =
        [Self::SentenceWords, Self::Emoji, Self::Hashtags, Self::Exclamations];

    /// The English code used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::SentenceWords => "sentence-words",
            Self::Emoji => "emoji",
            Self::Hashtags => "hashtags",
            Self::Exclamations => "exclamations",
        }
    }
}

/// With what a text opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Opening {
    Words,
    Question,
    Emoji,
    Figure,
    /// A hashtag or a mention.
    Tag,
}

impl Opening {
    pub const ALL: [Self; 5] = [Self::Words, Self::Question, Self::Emoji, Self::Figure, Self::Tag];

    /// The English code used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Question => "question",
            Self::Emoji => "emoji",
            Self::Figure => "figure",
            Self::Tag => "tag",
        }
    }
}

/// Whom an Italian text speaks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Address {
    Tu,
    Voi,
    Lei,
}

impl Address {
    /// As it is called in Italian, in JSON and on every screen.
    pub fn code(self) -> &'static str {
        match self {
            Self::Tu => "tu",
            Self::Voi => "voi",
            Self::Lei => "Lei",
        }
    }
}
