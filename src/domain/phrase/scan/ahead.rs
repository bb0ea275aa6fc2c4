//! What stands at the cursor of the grammar and ahead of it: looking, never moving.

use super::super::feasts::feast;
use super::super::tokens::What;
use super::super::words::{Sense, sense};
use super::super::{Misread, NotUnderstood};
use super::{Scan, Step};

impl Scan<'_> {
    pub(super) fn what(&self, ahead: usize) -> Option<&What> {
        self.tokens.get(self.i + ahead).map(|token| &token.what)
    }

    pub(super) fn at(&self) -> usize {
        let last = self.tokens.last().map_or(0, |token| token.at);
        self.tokens.get(self.i).map_or(last, |token| token.at)
    }

    pub(super) fn number(&self, ahead: usize) -> Option<u32> {
        match self.what(ahead)? {
            What::Number(n) => Some(*n),
            _ => None,
        }
    }

    /// A number in figures or in letters.
    pub(super) fn count(&self, ahead: usize) -> Option<u32> {
        match (self.number(ahead), self.sense(ahead)) {
            (Some(n), _) | (None, Some(Sense::Number(n))) => Some(n),
            _ => None,
        }
    }

    pub(super) fn word(&self, ahead: usize) -> Option<&str> {
        match self.what(ahead)? {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn sense(&self, ahead: usize) -> Option<Sense> {
        self.word(ahead).and_then(sense)
    }

    pub(super) fn is_sign(&self, ahead: usize, signs: &str) -> bool {
        matches!(self.what(ahead), Some(What::Sign(c)) if signs.contains(*c))
    }

    /// The words from here up to the next figure or sign.
    pub(super) fn words(&self) -> Vec<&str> {
        (0..).map_while(|ahead| self.word(ahead)).collect()
    }

    pub(super) fn feast_after(&self, ahead: usize) -> bool {
        feast(self.words().get(ahead..).unwrap_or_default()).is_some()
    }

    /// The month a word names; "mar" is one only here.
    pub(super) fn month(&self, ahead: usize) -> Option<u32> {
        match self.sense(ahead) {
            Some(Sense::Month(month)) => Some(month),
            None if self.word(ahead) == Some("mar") => Some(3),
            _ => None,
        }
    }

    pub(super) fn no<T>(&self, why: Misread) -> Step<T> {
        Err(NotUnderstood { at: self.at(), why })
    }
}
