//! When typed text goes to the journal: at most a second after the first letter that is
//! not in it yet, and not at every letter.

use super::clock::tick;
use crate::domain::JournalKey;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const AT_MOST: Duration = Duration::from_secs(1);

/// A text that is not saved, and the saved one it was begun on.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    pub text: String,
    pub base: String,
}

#[derive(Debug, Default)]
pub struct Journal {
    waiting: BTreeMap<JournalKey, Typed>,
    deadline: Option<Instant>,
}

impl Journal {
    pub fn typed(&mut self, key: JournalKey, typed: Typed) {
        self.waiting.insert(key, typed);
        self.deadline.get_or_insert_with(|| tick() + AT_MOST);
    }

    /// The text is saved, or was given up on purpose.
    pub fn forget(&mut self, key: &JournalKey) {
        self.waiting.remove(key);
        if self.waiting.is_empty() {
            self.deadline = None;
        }
    }

    pub fn due_in(&self) -> Option<Duration> {
        self.deadline.map(|at| at.saturating_duration_since(tick()))
    }

    pub fn due(&mut self, now: Instant) -> BTreeMap<JournalKey, Typed> {
        if self.deadline.is_some_and(|at| at <= now) { self.all() } else { BTreeMap::new() }
    }

    pub fn all(&mut self) -> BTreeMap<JournalKey, Typed> {
        self.deadline = None;
        std::mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    fn typed(text: &str) -> Typed {
        Typed { text: text.to_owned(), base: String::new() }
    }

    #[test]
    fn a_text_is_due_a_second_after_its_first_letter_and_then_only_once() {
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        let mut journal = Journal::default();
        journal.typed(key.clone(), typed("L"));
        let start = tick();
        journal.typed(key.clone(), typed("La lana"));
        assert!(journal.due(start).is_empty());
        let due = journal.due(start + AT_MOST);
        assert_eq!(due.into_iter().collect::<Vec<_>>(), [(key, typed("La lana"))]);
        assert_eq!(journal.due_in(), None);
    }

    #[test]
    fn a_saved_text_is_not_written_afterwards() {
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        let mut journal = Journal::default();
        journal.typed(key.clone(), typed("La"));
        journal.forget(&key);
        assert_eq!(journal.due_in(), None);
        assert!(journal.all().is_empty());
    }
}
