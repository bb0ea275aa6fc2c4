//! The last thing a session does, whatever ends it: what is typed goes to the journal, what
//! was ordered is waited for, and what is in no file by then is told. A disk that does not
//! answer holds nobody up.

use super::Message;
use super::clock::tick;
use super::session::Session;
use crate::domain::{Carried, ChangeSet, Failure, JournalKey, RelPath};
use crate::vocab::{Effect, Event};
use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// What the end of a session leaves undone, to be told once the terminal is given back.
#[derive(Debug, Default)]
pub struct Left {
    /// Changes that are not known to be in their files; why, where that is known.
    pub changes: Vec<(ChangeSet, Option<Failure>)>,
    /// Where texts wait for the next session, when some of what is left does.
    pub journal: Option<PathBuf>,
    /// Words that are in no file, and not in the journal either.
    pub words: Vec<Carried>,
}

impl Left {
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.words.is_empty()
    }
}

/// Returns within `at_most`.
pub fn part(session: &mut Session, inbox: &Receiver<Message>, at_most: Duration) -> Left {
    let begun = tick();
    // The rest of it is for the words that the folder did not take.
    session.crew.wind_up(begun + at_most / 4 * 3);
    let mut refused = hear_out(session, inbox);
    for Carried { journal: key, text, .. } in carried(session, &refused) {
        if let Some(key) = key {
            journal(session, key, text);
        }
    }
    session.crew.close_journal(begun + at_most);
    refused.extend(hear_out(session, inbox));
    left(session, refused)
}

/// What was answered meanwhile and nobody will show any more; what was refused of it.
fn hear_out(session: &mut Session, inbox: &Receiver<Message>) -> Vec<(ChangeSet, Failure)> {
    let mut refused = Vec::new();
    for message in inbox.try_iter() {
        let Message::Event(event) = message else { continue };
        session.app.world.keeping.learn(&event);
        match *event {
            Event::NotApplied { set, failure } => refused.push((set, failure)),
            Event::Applied { set, .. } => {
                let effects = session.app.in_file(&set);
                session.carry_out(effects);
            }
            _ => {}
        }
    }
    refused
}

/// The words of everything that is not in its file.
fn carried(session: &Session, refused: &[(ChangeSet, Failure)]) -> Vec<Carried> {
    let world = &session.app.world;
    let sets = world.keeping.unwritten().iter().chain(refused.iter().map(|(set, _)| set));
    sets.flat_map(|set| set.carried(&world.shelf)).collect()
}

/// Unless the journal has the same text as it was typed later, or is about to.
fn journal(session: &mut Session, key: JournalKey, text: String) {
    let keeping = &mut session.app.world.keeping;
    if !keeping.is_in_journal(&key) && keeping.is_kept(&key) {
        let effect = Effect::Journal { key, text };
        keeping.asked(&effect);
        session.carry_out(vec![effect]);
    }
}

fn left(session: &Session, refused: Vec<(ChangeSet, Failure)>) -> Left {
    let world = &session.app.world;
    let carried = carried(session, &refused);
    let is_safe = |key: &JournalKey| world.keeping.is_in_journal(key);
    let journal = carried.iter().any(|one| one.journal.as_ref().is_some_and(is_safe));
    // What the journal was to have and has not answered for is the last of its text.
    let unkept = world.keeping.waiting().map(|(key, text)| {
        let path = world.shelf.get(&key.post).map(|entry| entry.path.clone());
        Carried::of_text(path.unwrap_or_else(|| RelPath::new(key.post.as_str())), key, text)
    });
    let is_nowhere = |one: &&Carried| {
        !one.journal.as_ref().is_some_and(|key| is_safe(key) || !world.keeping.is_kept(key))
    };
    let words = unkept.chain(carried.iter().filter(is_nowhere).cloned()).collect();
    let unwritten = world.keeping.unwritten().iter().map(|set| (set.clone(), None));
    let refused = refused.into_iter().map(|(set, failure)| (set, Some(failure)));
    let journal = journal.then(|| session.crew.journal_place.clone());
    Left { changes: refused.chain(unwritten).collect(), journal, words }
}
