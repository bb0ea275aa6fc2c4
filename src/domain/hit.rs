//! What a search over the archive finds. The searching itself is storage's.

use super::{Flag, Id, RelPath, Stage};
use chrono::NaiveDateTime;

/// A post that holds every word of a query, with the words around the first match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub post: Id,
    pub path: RelPath,
    pub title: String,
    /// Wall time in the brand's zone; `None` for an idea.
    pub wall: Option<NaiveDateTime>,
    pub stage: Stage,
    /// What wins over the stage, as far as it was looked for.
    pub flag: Option<Flag>,
    /// As how many messages it goes out, as far as it was looked for.
    pub thread: Option<usize>,
    pub before: String,
    pub matched: String,
    pub after: String,
}
