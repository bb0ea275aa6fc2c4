//! A claim the brand stands behind.

use super::RelPath;
use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub id: String,
    pub text: String,
    pub source: Option<String>,
    /// After this day the fact supports nothing.
    pub expires: Option<NaiveDate>,
}

/// Where the text of a fact stands, for whoever has to change it. Beside the fact and not in
/// it: a fact that moves in its file is the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactPlace {
    pub id: String,
    pub text: String,
    pub path: RelPath,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl FactPlace {
    pub fn new(fact: &Fact, path: RelPath, (line, column): (usize, usize)) -> Self {
        Self { id: fact.id.clone(), text: fact.text.clone(), path, line, column }
    }
}

impl Fact {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.expires.is_none_or(|last| day <= last)
    }
}
