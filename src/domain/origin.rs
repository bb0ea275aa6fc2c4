//! Which suggestions a post's words came from.

use super::{Id, Verdict};
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
