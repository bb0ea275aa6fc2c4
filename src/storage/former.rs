//! What facts said before: a post that one of them stood behind is to be looked at again
//! when it is changed or taken away, though nothing in the folder tells any more.
//!
//! Owns one file of the state directory. What a session makes and takes back in one go was
//! never a fact: only those count that stood there when a session began.

use super::store::{Disk, Like, Refusal, Store};
use super::unique;
use crate::domain::{Fact, RelPath, Workspace};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

const FILE: &str = "facts-seen.json";
/// How long a post may rest on a fact that is gone before that is forgotten.
const KEPT: Days = Days::new(90);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Seen {
    id: String,
    text: String,
    expires: Option<NaiveDate>,
    /// The day it was missed.
    gone: Option<NaiveDate>,
}

/// The facts as they stand now.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    pub facts: &'a [Fact],
    /// Some could not be read.
    pub unread: bool,
}

impl<'a> From<&'a Workspace> for Standing<'a> {
    fn from(workspace: &'a Workspace) -> Self {
        Self { facts: &workspace.facts, unread: workspace.facts_unread }
    }
}

/// The facts of a folder as sessions have seen them.
pub struct FormerFacts {
    state: Arc<dyn Store>,
    /// `None` before the first look.
    seen: Option<Vec<Seen>>,
}

impl FormerFacts {
    /// In a state directory, as [`super::state_dir`] makes it; `None` where it cannot be used.
    pub fn open(state: &Path) -> Option<Self> {
        Some(Self::over(Arc::new(Disk::open(state).ok()?)))
    }

    /// In any store.
    pub fn over(state: Arc<dyn Store>) -> Self {
        Self { state, seen: None }
    }

    /// What facts said that are now others or gone. The first look of a session takes in
    /// those that stand there; what cannot be written is only forgotten sooner.
    pub fn look(&mut self, now: Standing, today: NaiveDate) -> Vec<Fact> {
        let begins = self.seen.is_none();
        let before = self.seen.take().unwrap_or_else(|| read(&*self.state));
        let mut seen = compared(before.clone(), now, today);
        if begins {
            let new =
                now.facts.iter().map(Seen::of).filter(|new| !seen.iter().any(|old| old.is(new)));
            seen.extend(new.collect::<Vec<_>>());
        }
        if seen != before {
            let _ = self.write(&seen);
        }
        let former = former(&seen);
        self.seen = Some(seen);
        former
    }

    /// The same without writing anything.
    pub fn peek(state: &Path, now: Standing, today: NaiveDate) -> Vec<Fact> {
        let seen = Disk::open(state).map(|state| read(&state)).unwrap_or_default();
        former(&compared(seen, now, today))
    }

    fn write(&self, seen: &[Seen]) -> Result<(), Refusal> {
        let Ok(bytes) = serde_json::to_vec(seen) else { return Ok(()) };
        let temporary = RelPath::new(format!(".{}", unique()));
        self.state.create(&temporary, &bytes, Like::Private)?;
        let done = self.state.replace(&temporary, &RelPath::new(FILE));
        if done.is_err() {
            let _ = self.state.remove(&temporary);
        }
        done
    }
}

impl Seen {
    fn of(fact: &Fact) -> Self {
        let Fact { id, text, expires, .. } = fact.clone();
        Self { id, text, expires, gone: None }
    }

    /// The same words until the same day.
    fn is(&self, other: &Self) -> bool {
        (&self.id, &self.text, self.expires) == (&other.id, &other.text, other.expires)
    }
}

fn read(state: &dyn Store) -> Vec<Seen> {
    let held = state.read(&RelPath::new(FILE)).ok();
    held.and_then(|held| serde_json::from_slice(&held.bytes).ok()).unwrap_or_default()
}

fn compared(mut seen: Vec<Seen>, now: Standing, today: NaiveDate) -> Vec<Seen> {
    for one in &mut seen {
        let stands = now.facts.iter().any(|fact| one.is(&Seen::of(fact)));
        // Where not all can be read, one that is missing may stand there as it did.
        let known = !now.unread || now.facts.iter().any(|fact| fact.id == one.id);
        one.gone = if stands { None } else { one.gone.or(known.then_some(today)) };
    }
    let lately = |day: NaiveDate| day.checked_add_days(KEPT).is_none_or(|last| last >= today);
    seen.retain(|one| one.gone.is_none_or(lately));
    seen
}

fn former(seen: &[Seen]) -> Vec<Fact> {
    let gone = seen.iter().filter(|one| one.gone.is_some());
    gone.map(|one| Fact {
        id: one.id.clone(),
        text: one.text.clone(),
        source: None,
        expires: one.expires,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(id: &str, text: &str) -> Fact {
        Fact { id: id.into(), text: text.into(), source: None, expires: None }
    }

    fn now(facts: &[Fact]) -> Standing<'_> {
        Standing { facts, unread: false }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_fact_that_stood_there_is_known_after_it_has_changed_for_ninety_days() {
        let state = tempfile::tempdir().expect("a folder");
        let open = || FormerFacts::open(state.path()).expect("a state directory");
        let (old, new) = ([fact("telai", "Abbiamo tre telai")], [fact("telai", "Si tesse qui")]);
        let today = day("2026-11-25");
        assert_eq!(open().look(now(&old), today), []);
        assert_eq!(FormerFacts::peek(state.path(), now(&new), today), old);
        assert_eq!(open().look(now(&new), today), old);
        assert_eq!(open().look(now(&new), day("2027-02-23")), old);
        // Back again, it is one like the others.
        assert_eq!(open().look(now(&old), day("2027-02-23")), new);
        assert_eq!(open().look(now(&old), day("2027-06-01")), []);
    }

    #[test]
    fn what_one_session_makes_and_takes_back_was_never_a_fact() {
        let state = tempfile::tempdir().expect("a folder");
        let mut session = FormerFacts::open(state.path()).expect("a state directory");
        let today = day("2026-11-25");
        assert_eq!(session.look(now(&[]), today), []);
        assert_eq!(session.look(now(&[fact("telai", "Abbiamo tre telai")]), today), []);
        assert_eq!(session.look(now(&[]), today), []);
    }

    #[test]
    fn a_fact_that_cannot_be_read_has_not_changed() {
        let state = tempfile::tempdir().expect("a folder");
        let open = || FormerFacts::open(state.path()).expect("a state directory");
        let mut session = open();
        let today = day("2026-11-25");
        let old = [fact("telai", "Abbiamo tre telai"), fact("corso", "Il corso costa 120 €")];
        assert_eq!(session.look(now(&old), today), []);
        let left = [fact("corso", "Il corso costa 130 €")];
        let part = Standing { facts: &left, unread: true };
        assert_eq!(session.look(part, today), old[1..]);
        let none = Standing { facts: &[], unread: true };
        assert_eq!(FormerFacts::peek(state.path(), none, today), old[1..]);
        assert_eq!(session.look(now(&left), today), old);
    }
}
