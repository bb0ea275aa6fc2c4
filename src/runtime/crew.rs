//! Effects become work, work becomes events. Each piece of work runs where it cannot
//! hold up the loop: the clerk's thread for the folder, the diarist's for what is not saved,
//! one thread a suggestion.

use super::clerk::{Clerk, Order};
use super::clock::tick;
use super::diarist::Diarist;
use super::journal::Journal;
use super::scribes::Scribes;
use super::{Clock, Message};
use crate::domain::{Failure, Id};
use crate::gate::ApproveAct;
use crate::git::Leash;
use crate::vocab::{Effect, Event, ExternalEdit};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// Work that has been handed out and not been answered. A test waits until it is none.
#[derive(Debug, Clone, Default)]
pub struct Busy(Arc<AtomicUsize>);

/// Held while a piece of work is under way; what it sent comes before its end.
pub struct AtWork(Busy);

impl Busy {
    pub fn start(&self) -> AtWork {
        self.0.fetch_add(1, Ordering::SeqCst);
        AtWork(self.clone())
    }

    pub fn is_idle(&self) -> bool {
        self.0.load(Ordering::SeqCst) == 0
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Where workers send what happened.
#[derive(Clone)]
pub struct Outbox {
    pub to: Sender<Message>,
    pub busy: Busy,
}

impl Outbox {
    pub fn send(&self, event: Event) {
        // The loop is gone only when the program ends.
        let _ = self.to.send(Message::Event(Box::new(event)));
    }
}

/// Starts a thread for a piece of work; where the machine starts none, the work is dropped.
pub fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let started = std::thread::Builder::new().name(name.to_owned()).spawn(work);
    started.map(drop).map_err(|_| Failure::NoThread)
}

/// What only the thread that owns the terminal can do.
#[derive(Debug, Clone, PartialEq)]
pub enum TerminalOrder {
    Edit(ExternalEdit),
    Copy(String),
    Redraw,
    Suspend,
    Quit,
}

pub struct Crew {
    pub clerk: Clerk,
    pub diarist: Diarist,
    pub scribes: Scribes,
    /// What is typed and not yet with the diarist.
    pub journal: Journal,
    pub clock: Clock,
    pub root: PathBuf,
    /// Where the diarist writes.
    pub journal_place: PathBuf,
    /// Whatever git is at, and whoever signs.
    pub git: Leash,
    pub outbox: Outbox,
}

impl Crew {
    /// Hands an effect to whoever does it; what needs the terminal comes back.
    pub fn carry_out(&mut self, effect: Effect) -> Option<TerminalOrder> {
        match effect {
            Effect::ReadWeek(week) => self.order(Order::ReadFolder(week.folder())),
            Effect::LetGo(week) => self.order(Order::LetGo(week.folder())),
            Effect::ReadIdeas => self.order(Order::ReadFolder(crate::domain::IDEAS.into())),
            Effect::ReadSuggestions(posts) => self.order(Order::ReadSuggestions(posts)),
            Effect::Watch { weeks, posts } => self.order(Order::Watch { weeks, posts }),
            Effect::Compare { stamp, posts } => self.order(Order::Compare { stamp, posts }),
            Effect::Apply(set) => self.order(Order::Apply(Box::new(set))),
            Effect::Journal { key, text } => self.journal.typed(key, text),
            Effect::KeepNow => self.journal_now(),
            Effect::JournalDrop(key) => {
                self.journal.forget(&key);
                self.diarist.drop_text(key, self.outbox.busy.start());
            }
            Effect::ReadSheet(post) => self.order(Order::ReadSheet(post)),
            Effect::ListMedia => self.order(Order::ListMedia),
            Effect::OpenArchive => self.order(Order::OpenArchive),
            Effect::Search { asked, query } => self.order(Order::Search { asked, query }),
            Effect::CloseArchive => self.order(Order::CloseArchive),
            Effect::FindSources => self.scribes.find_sources(),
            Effect::Suggest(ask) => self.scribes.suggest(*ask, self.clock.now()),
            Effect::ShowPrompt(ask) => self.scribes.show_prompt(*ask, self.clock.now()),
            Effect::Stop(jobs) => self.scribes.stop(&jobs),
            Effect::EditOutside(what) => return Some(TerminalOrder::Edit(what)),
            Effect::CopyToClipboard(text) => return Some(TerminalOrder::Copy(text)),
            Effect::Redraw => return Some(TerminalOrder::Redraw),
            Effect::Suspend => return Some(TerminalOrder::Suspend),
            Effect::Quit => return Some(TerminalOrder::Quit),
            // Both take more than a wish: see the session.
            Effect::Approve(_) | Effect::Revoke(_) => {}
            // The app keeps these to itself.
            Effect::Show(_)
            | Effect::Close
            | Effect::GiveUp
            | Effect::Say(_)
            | Effect::Do(_)
            | Effect::GoTo { .. }
            | Effect::SetFilter(_)
            | Effect::Undo
            | Effect::Redo => {}
        }
        None
    }

    /// How long the loop may sleep: until typed text must be in the journal, or the
    /// minute changes.
    pub fn may_sleep(&self) -> Option<Duration> {
        match (self.journal.due_in(), self.clock.until_next_minute()) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    /// Writes what is due; `now` from [`super::clock::tick`].
    pub fn keep_journal(&mut self, now: Instant) {
        for (key, text) in self.journal.due(now) {
            self.diarist.keep(key, text, self.outbox.busy.start());
        }
    }

    /// Writes what is typed without waiting for its second.
    pub fn journal_now(&mut self) {
        for (key, text) in self.journal.all() {
            self.diarist.keep(key, text, self.outbox.busy.start());
        }
    }

    /// Before the end: everything ordered is done, or it is `until`.
    pub fn wind_up(&mut self, until: Instant) {
        self.journal_now();
        self.git.cut();
        let written = self.clerk.finish();
        self.scribes.stop_all();
        let _ = written.recv_timeout(until.saturating_duration_since(tick()));
    }

    /// The journal has every typed letter, or it is `until`.
    pub fn close_journal(&mut self, until: Instant) {
        self.journal_now();
        let closed = self.diarist.finish();
        let _ = closed.recv_timeout(until.saturating_duration_since(tick()));
    }

    /// Everything in sight is read again: after a suspension, a focus, another program.
    pub fn rescan(&self) {
        self.order(Order::Rescan);
    }

    /// Somebody said yes.
    pub fn approve(&self, act: ApproveAct, by: String) {
        self.order(Order::Approve(act, by));
    }

    pub fn revoke(&self, post: Id, by: String) {
        self.order(Order::Revoke(post, by));
    }

    /// The day changed: facts that held until yesterday stand behind nothing any more.
    pub fn review(&self) {
        self.order(Order::Review);
    }

    /// What can wait until the first frame is on the screen.
    pub fn begin(&self) {
        self.order(Order::Recover);
        self.diarist.look_back(self.outbox.busy.start());
        self.order(Order::Review);
        self.order(Order::LookAtHistory);
        self.order(Order::Survey);
    }

    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    pub fn is_idle(&self) -> bool {
        self.outbox.busy.is_idle()
    }

    fn order(&self, order: Order) {
        self.clerk.send(order, self.outbox.busy.start());
    }
}
