//! The diarist, in a thread of its own: keeps the texts nobody has saved, so that a folder
//! that does not answer never holds up what is typed. What becomes of a text is not decided
//! here, and nothing is written into the content folder.

use super::clerk::{self, Clerk};
use super::crash;
use super::crew::{AtWork, Outbox};
use crate::domain::{Failure, Id, JournalKey, RelPath};
use crate::storage::{self, Journal};
use crate::vocab::Event;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

enum Order {
    Keep {
        key: JournalKey,
        text: String,
    },
    /// The text is saved, or was let go on purpose.
    Drop(JournalKey),
    /// Texts that earlier sessions left unsaved.
    LookBack,
    Finish(Sender<()>),
}

/// The diarist, seen from the loop.
pub struct Diarist {
    orders: Sender<(Order, Option<AtWork>)>,
}

/// What the diarist writes in.
pub struct Diary {
    /// Below which every folder has its state directory.
    pub state_home: PathBuf,
    /// The content folder whose texts these are.
    pub id: Id,
    pub root: PathBuf,
    /// None until it could be opened; tried again with every text.
    pub journal: Option<Journal>,
    pub outbox: Outbox,
    /// Who reads the folders of the texts that were left.
    pub clerk: Clerk,
}

impl Diarist {
    /// Without the diarist nothing that is typed would be kept.
    pub fn start(mut diary: Diary) -> io::Result<Self> {
        let (orders, from_loop) = channel();
        let to = diary.outbox.to.clone();
        let work = move || {
            crash::needed(&to, || diary.serve(&from_loop));
            // After a panic what was typed is kept until the program has ended.
            diary.serve(&from_loop);
        };
        std::thread::Builder::new().name("journal".into()).spawn(work)?;
        Ok(Self { orders })
    }

    pub fn keep(&self, key: JournalKey, text: String, at_work: AtWork) {
        self.send(Order::Keep { key, text }, Some(at_work));
    }

    pub fn drop_text(&self, key: JournalKey, at_work: AtWork) {
        self.send(Order::Drop(key), Some(at_work));
    }

    pub fn look_back(&self, at_work: AtWork) {
        self.send(Order::LookBack, Some(at_work));
    }

    /// Answered, or hung up on, when everything handed over so far is done: what was typed
    /// and not saved is for the next session.
    pub fn finish(&self) -> Receiver<()> {
        let (done, finished) = channel();
        self.send(Order::Finish(done), None);
        finished
    }

    fn send(&self, order: Order, at_work: Option<AtWork>) {
        let _ = self.orders.send((order, at_work));
    }
}

impl Diary {
    fn serve(&mut self, orders: &Receiver<(Order, Option<AtWork>)>) {
        while let Ok((order, at_work)) = orders.recv() {
            match order {
                Order::Keep { key, text } => self.keep(key, text),
                Order::Drop(key) => self.forget(&key),
                Order::LookBack => self.look_back(at_work),
                Order::Finish(done) => {
                    if let Some(journal) = &mut self.journal {
                        journal.end();
                    }
                    let _ = done.send(());
                }
            }
        }
    }

    fn keep(&mut self, key: JournalKey, text: String) {
        let kept = self.journal().and_then(|journal| journal.write(&key, &text));
        self.outbox.send(match kept {
            Ok(()) => Event::TextKept { key, text },
            Err(failure) => Event::NotKept(failure),
        });
    }

    fn forget(&self, key: &JournalKey) {
        if let Some(journal) = &self.journal
            && let Err(failure) = journal.let_go(key)
        {
            self.outbox.send(Event::NotDone(failure));
        }
    }

    /// Whether a text can be kept is said before the first one is typed.
    fn look_back(&mut self, at_work: Option<AtWork>) {
        let ready = self.journal().and_then(Journal::ready);
        if let Err(failure) = ready {
            self.outbox.send(Event::NotKept(failure));
        }
        let pending = self.journal.as_ref().map(Journal::pending).unwrap_or_default();
        let (left, unreadable) = pending;
        for failure in unreadable {
            self.outbox.send(Event::NotDone(failure));
        }
        if let (false, Some(at_work)) = (left.is_empty(), at_work) {
            self.clerk.send(clerk::Order::PutInPlace(left), at_work);
        }
    }

    /// The state directory may have come back since it was last asked for.
    fn journal(&mut self) -> Result<&mut Journal, Failure> {
        if self.journal.is_none() {
            let state = storage::state_dir(&self.state_home, &self.id, &self.root)?;
            self.journal = Some(Journal::open(&state)?);
        }
        // It has just been put there where it was not.
        self.journal.as_mut().ok_or_else(|| Failure::Gone { path: RelPath::new("journal") })
    }
}
