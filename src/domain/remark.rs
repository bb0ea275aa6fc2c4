//! What a source of suggestions says of its own work: what it would have needed and did not
//! have, and what it left out and why. Data only, worded by `i18n`.

/// Nothing to say, most often: only the built-in composer knows its own work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    pub lacks: Vec<Lack>,
    pub left_out: Vec<LeftOut>,
}

coded! {
    /// What was missing.
    /// Its words are those of suggestion files and JSON.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Lack {
        /// No fact that holds has to do with the post.
        Facts = "facts",
        /// Nobody chose a tone.
        Tone = "tone",
        /// The tone that was chosen is none it has sentences for.
        ToneSentences = "tone-sentences",
        /// The brand has no published posts in the language.
        Past = "past",
        /// It writes for nobody in particular, whoever was chosen.
        Audience = "audience",
        /// It did not understand what was asked besides.
        Instruction = "instruction",
        /// It has no sentences in the language.
        Language = "language",
    }
}

/// Words that would have stood in the suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    pub text: String,
    pub why: Omission,
}

coded! {
    /// Why words were left out.
    /// Its words are those of suggestion files and JSON.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Omission {
        /// More than the network takes.
        NoRoom = "no-room",
        /// Turned down before.
        TurnedDown = "turned-down",
        /// The post says it already.
        Standing = "standing",
        /// No question was wanted.
        Question = "question",
        /// Something shorter was wanted.
        Shorter = "shorter",
        /// Something before it was found to sell too hard, and this invites.
        Invites = "invites",
        /// It names a figure, a day or an address that may be none any more.
        Dated = "dated",
    }
}

impl Remarks {
    pub fn is_empty(&self) -> bool {
        self.lacks.is_empty() && self.left_out.is_empty()
    }
}
