//! What a source of suggestions says of its own work: what it would have needed and did not
//! have, and what it left out and why. Data only, worded by `i18n`.

/// Nothing to say, most often: only the built-in composer knows its own work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    pub lacks: Vec<Lack>,
    pub left_out: Vec<LeftOut>,
}

/// What was missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// No fact that holds has to do with the post.
    Facts,
    /// Nobody chose a tone.
    Tone,
    /// The tone that was chosen is none it has sentences for.
    ToneSentences,
    /// The brand has no published posts in the language.
    Past,
    /// It writes for nobody in particular, whoever was chosen.
    Audience,
    /// It did not understand what was asked besides.
    Instruction,
    /// It has no sentences in the language.
    Language,
}

/// Words that would have stood in the suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub text: String,
    pub why: Omission,
}

/// Why words were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Omission {
    /// More than the network takes.
    NoRoom,
    /// Turned down before.
    TurnedDown,
    /// The post says it already.
    Standing,
    /// No question was wanted.
    Question,
    /// Something shorter was wanted.
    Shorter,
    /// Something before it was found to sell too hard, and this invites.
    Invites,
    /// It names a figure, a day or an address that may be none any more.
    Dated,
}

impl Remarks {
    pub fn is_empty(&self) -> bool {
        self.lacks.is_empty() && self.left_out.is_empty()
    }
}

impl Lack {
    pub const ALL: [Self; 7] = [
        Self::Facts,
        Self::Tone,
        Self::ToneSentences,
        Self::Past,
        Self::Audience,
        Self::Instruction,
        Self::Language,
    ];

    /// The word used in suggestion files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Tone => "tone",
            Self::ToneSentences => "tone-sentences",
            Self::Past => "past",
            Self::Audience => "audience",
            Self::Instruction => "instruction",
            Self::Language => "language",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lack| lack.code() == code)
    }
}

impl Omission {
    pub const ALL: [Self; 7] = [
        Self::NoRoom,
        Self::TurnedDown,
        Self::Standing,
        Self::Question,
        Self::Shorter,
        Self::Invites,
        Self::Dated,
    ];

    /// The word used in suggestion files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRoom => "no-room",
            Self::TurnedDown => "turned-down",
            Self::Standing => "standing",
            Self::Question => "question",
            Self::Shorter => "shorter",
            Self::Invites => "invites",
            Self::Dated => "dated",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}
