//! What a person decided about a suggestion, sentence by sentence.

use super::ContentHash;
use chrono::{DateTime, Utc};

/// One `[[decision]]` of a suggestion file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Index from 0 of the sentence in the suggestion's text; `None` for the whole.
    pub sentence: Option<usize>,
    /// Index from 0 of the clause, where the sentence was split; `None` for all of it.
    pub clause: Option<usize>,
    /// SHA-256 (hex) of the clause, the sentence or the whole text that was judged.
    pub hash: String,
    pub verdict: Verdict,
    pub reason: Option<Reason>,
    /// The reason in the person's own words, on one line; `reason` is then `Other`.
    pub words: Option<String>,
    /// What the hand wrote instead, when the verdict is `Rewritten`, lives in the post only.
    pub by: String,
    pub at: DateTime<Utc>,
}

impl Decision {
    /// The hash of the words that were judged, without the space around them.
    pub fn hash_of(words: &str) -> String {
        ContentHash::of(words.trim().as_bytes()).to_string()
    }
}

coded! {
    /// Its words are those of suggestion files.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Verdict {
        Accepted = "accepted",
        Rewritten = "rewritten",
        Rejected = "rejected",
    }
}

coded! {
    /// Why a suggestion was rejected; it feeds the next prompt.
    /// Its words are those of suggestion files.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Reason {
        Salesy = "salesy",
        False = "false",
        NotUs = "not-us",
        ToneDeaf = "tone-deaf",
        Other = "other",
    }
}
