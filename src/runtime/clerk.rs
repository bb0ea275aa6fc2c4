//! The way to the clerk, who has the only road to the folder: orders go in, one after the
//! other, and what came of them is sent to the loop. The work itself is done at the desk.

use super::crash;
use super::crew::AtWork;
use super::desk::Desk;
use crate::domain::{ChangeSet, Entry, Id, PlanStamp, Week};
use crate::gate::ApproveAct;
use crate::storage::{Changed, Folder, Recovered, Watch};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

pub enum Order {
    ReadFolder(String),
    /// What changes there is nobody's concern any more.
    LetGo(String),
    ReadSuggestions(Vec<Id>),
    /// Posts to be compared with each other.
    Compare {
        stamp: PlanStamp,
        posts: Vec<Arc<Entry>>,
    },
    Apply(Box<ChangeSet>),
    /// A post as its file says it now.
    ReadSheet(Id),
    /// What a person pressed, and who that is.
    Approve(ApproveAct, String),
    Revoke(Id, String),
    Watch {
        weeks: Vec<Week>,
        posts: Vec<Id>,
    },
    /// What the last session was in the middle of.
    Recover,
    /// Texts that earlier sessions left unsaved, from the diarist.
    PutInPlace(Vec<Recovered>),
    ListMedia,
    OpenArchive,
    Search {
        asked: u64,
        query: String,
    },
    CloseArchive,
    /// Everything in sight again.
    Rescan,
    LookAtHistory,
    /// What is in sight once more for its claims: the facts or the day changed.
    Review,
    /// The whole archive once, quietly: what of it concerns other weeks than its own.
    Survey,
    /// From the watcher: somebody else wrote.
    Changed(Changed),
    Finish(Sender<()>),
}

/// The clerk, seen from the loop.
#[derive(Clone)]
pub struct Clerk {
    orders: Sender<(Order, Option<AtWork>)>,
}

impl Clerk {
    /// Without the clerk nothing would be saved.
    pub fn start(mut desk: Desk) -> io::Result<Self> {
        let (orders, from_loop) = channel();
        let to = desk.outbox.to.clone();
        let heard = desk.watches.then(|| orders.clone());
        let work = move || {
            // Here, where the first frame does not wait for it.
            if let Some(heard) = heard {
                desk.watch = watch(&desk.folder, heard);
                desk.watch_ledger();
            }
            desk.tell_of_ledger();
            // After a panic nothing is written into the folder any more.
            crash::needed(&to, || desk.serve(&from_loop));
        };
        std::thread::Builder::new().name("clerk".into()).spawn(work)?;
        Ok(Self { orders })
    }

    pub fn send(&self, order: Order, at_work: AtWork) {
        let _ = self.orders.send((order, Some(at_work)));
    }

    /// Answered, or hung up on, when everything ordered so far is done.
    pub fn finish(&self) -> Receiver<()> {
        let (done, finished) = channel();
        let _ = self.orders.send((Order::Finish(done), None));
        finished
    }
}

/// Passes on what the watcher says as one more order.
fn watch(folder: &Folder, orders: Sender<(Order, Option<AtWork>)>) -> Option<Watch> {
    let (report, reports) = channel();
    let watch = Watch::start(folder.root(), report)?;
    let forward = move || {
        while let Ok(changed) = reports.recv() {
            if orders.send((Order::Changed(changed), None)).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("watched".into()).spawn(forward).ok()?;
    Some(watch)
}
