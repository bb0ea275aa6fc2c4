//! Which suggestions a post's words came from.

use super::{Id, Post, Suggestion, Verdict};
use chrono::{DateTime, Utc};

/// Written when a suggestion is accepted, never by hand; it survives edits and merges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The post the suggestion was made for (the folder under `drafts/`).
    pub post: Id,
    pub suggestion: Id,
    /// Accepted or rewritten; a rejected suggestion leaves no origin.
    pub decision: Verdict,
    pub at: DateTime<Utc>,
    pub by: String,
}

impl Origin {
    /// The suggestion it names; `None` where its file is gone.
    pub fn find_in<'a>(
        &self,
        all: impl IntoIterator<Item = &'a Suggestion>,
    ) -> Option<&'a Suggestion> {
        all.into_iter().find(|found| found.post == self.post && found.id == self.suggestion)
    }
}

impl Post {
    /// The posts its suggestions were made for, each once: those of a duplicate hang on what
    /// it was made from.
    pub fn suggested_for(&self) -> Vec<&Id> {
        let mut of: Vec<&Id> = self.origin.iter().map(|origin| &origin.post).collect();
        of.sort_unstable();
        of.dedup();
        of
    }
}
