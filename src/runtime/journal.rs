//! When typed text goes to the journal: at most a second after the first letter that is
//! not in it yet, and not at every letter.

use super::clock::tick;
use crate::domain::JournalKey;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const AT_MOST: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
pub struct Journal {
    waiting: BTreeMap<JournalKey, String>,
    deadline: Option<Instant>,
}

impl Journal {
    pub fn typed(&mut self, key: JournalKey, text: String) {
        self.waiting.insert(key, text);
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

    pub fn due(&mut self, now: Instant) -> BTreeMap<JournalKey, String> {
        if self.deadline.is_some_and(|at| at <= now) { self.all() } else { BTreeMap::new() }
    }

    pub fn all(&mut self) -> BTreeMap<JournalKey, String> {
        self.deadline = None;
        std::mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    #[test]
    fn a_text_is_due_a_second_after_its_first_letter_and_then_only_once() {
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        let mut journal = Journal::default();
        journal.typed(key.clone(), "L".to_owned());
        let start = tick();
        journal.typed(key.clone(), "La lana".to_owned());
        assert!(journal.due(start).is_empty());
        let due = journal.due(start + AT_MOST);
        assert_eq!(due.into_iter().collect::<Vec<_>>(), [(key, "La lana".to_owned())]);
        assert_eq!(journal.due_in(), None);
    }

    #[test]
    fn a_saved_text_is_not_written_afterwards() {
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        let mut journal = Journal::default();
        journal.typed(key.clone(), "La".to_owned());
        journal.forget(&key);
        assert_eq!(journal.due_in(), None);
        assert!(journal.all().is_empty());
    }
}
