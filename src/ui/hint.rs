//! A key that works here and now, as the footer shows it. Made from the key table.

use crate::vocab::Action;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// As a person reads it: `⏎`, `a`, `PgUp`.
    pub keys: String,
    /// One or two words, already in the person's language.
    pub label: String,
    pub action: Action,
}
