//! Finding words in a buffer, accents and capitals aside.
//!
//! Owns which match comes next. It only selects; replacing is an edit like any other.

use super::Buffer;
use crate::text::fold::find_all_folded;

/// Which match to go to; past the last one comes the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Find {
    /// The first at or after the start of the selection: while the needle is typed.
    Here,
    Next,
    Previous,
}

/// "2 of 7", counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub number: usize,
    pub of: usize,
}

impl Buffer {
    /// Selects a match and says which one it is; without a match nothing moves.
    pub fn find(&mut self, needle: &str, find: Find) -> Option<Found> {
        let matches = find_all_folded(self.text(), needle);
        let last = matches.len().checked_sub(1)?;
        let from = self.selection().unwrap_or(self.cursor()..self.cursor());
        let index = match find {
            Find::Here => matches.iter().position(|found| found.start >= from.start).unwrap_or(0),
            Find::Next => matches.iter().position(|found| found.start >= from.end).unwrap_or(0),
            Find::Previous => {
                matches.iter().rposition(|found| found.end <= from.start).unwrap_or(last)
            }
        };
        self.select(matches[index].clone());
        Some(Found { number: index + 1, of: matches.len() })
    }
}
