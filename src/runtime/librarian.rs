//! The thread that searches: fills the archive when the search opens, answers at every
//! key, and ends, giving its memory back, when the search closes.

use super::Clock;
use super::checker::Checker;
use super::crew::{AtWork, Outbox, spawn};
use crate::domain::{Entry, Failure, Hit, Now};
use crate::storage::Archive;
use crate::vocab::Event;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// More than a person reads; the rest is for a longer query.
const MOST: usize = 100;

struct Query {
    asked: u64,
    words: String,
    at_work: AtWork,
}

/// Dropping it closes the search.
pub struct Librarian {
    queries: Sender<Query>,
}

impl Librarian {
    pub fn start(checker: Checker, clock: Clock, outbox: Outbox) -> Result<Self, Failure> {
        let (queries, asked) = channel();
        let desk = Desk { checker, clock, outbox, archive: Archive::default(), last: None };
        spawn("archive", move || desk.serve(&asked))?;
        Ok(Self { queries })
    }

    pub fn ask(&self, asked: u64, words: String, at_work: AtWork) {
        let _ = self.queries.send(Query { asked, words, at_work });
    }
}

struct Desk {
    checker: Checker,
    clock: Clock,
    outbox: Outbox,
    archive: Archive,
    /// The query on the screen, answered again as more of the archive is read.
    last: Option<(u64, String)>,
}

impl Desk {
    fn serve(mut self, queries: &Receiver<Query>) {
        let folder = self.checker.folder.clone();
        let zone = self.checker.workspace.zone;
        let reading = self.outbox.busy.start();
        let mut open = true;
        let mut answered = 0;
        folder.load_all(zone, &mut |name, entries, _| {
            self.archive.add(name, &entries);
            loop {
                match queries.try_recv() {
                    Ok(query) => self.answer(query, false),
                    Err(TryRecvError::Empty) => break,
                    Err(TryRecvError::Disconnected) => {
                        open = false;
                        break;
                    }
                }
            }
            // What is found while reading appears in steps, not a line at a time.
            if self.archive.len() >= answered * 2 + 2000 {
                answered = self.archive.len();
                self.repeat(false);
            }
            open
        });
        self.archive.complete();
        self.repeat(true);
        drop(reading);
        while let Ok(mut query) = queries.recv() {
            // Whoever typed on waits for the last of them.
            while let Ok(newer) = queries.try_recv() {
                query = newer;
            }
            self.answer(query, true);
        }
    }

    fn answer(&mut self, query: Query, complete: bool) {
        let hits = self.find(&query.words);
        self.tell(query.asked, hits, complete);
        self.last = Some((query.asked, query.words));
        drop(query.at_work);
    }

    fn repeat(&self, complete: bool) {
        if let Some((asked, words)) = &self.last {
            let hits = self.find(words);
            self.tell(*asked, hits, complete);
        }
    }

    /// What is found, with the marks the week would give it.
    fn find(&self, words: &str) -> Vec<Hit> {
        let now = Now { utc: self.clock.now(), zone: self.checker.workspace.zone };
        let found = self.archive.find(words, MOST, &self.checker.folder, now).into_iter();
        let marked = |(hit, entry): (Hit, Entry)| {
            let thread = self.checker.thread(&entry.post);
            let (stage, flag) = self.checker.standing(entry, now);
            Hit { stage, flag, thread, ..hit }
        };
        found.map(marked).collect()
    }

    fn tell(&self, asked: u64, hits: Vec<Hit>, complete: bool) {
        self.outbox.send(Event::Found { asked, hits, complete });
    }
}
