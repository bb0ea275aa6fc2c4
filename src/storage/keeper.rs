//! Keeps what was read to be shown: a thread of its own takes the versions, waits until no
//! more come, and writes those that are not kept yet.
//!
//! Nobody waits for it, and without versions it sleeps. It throws away what is too old.

use super::objects::Objects;
use super::retention::{Limits, prune_reports};
use super::store::{Disk, Store};
use crate::domain::ContentHash;
use std::collections::HashSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Reading comes first: a batch is written after this much silence …
const QUIET: Duration = Duration::from_secs(1);
/// … or when it is as large as this.
const MOST: usize = 256;

enum Order {
    Keep(Vec<Vec<u8>>),
    Finish(Sender<()>),
}

/// The way to the thread, which ends when all of them are gone.
#[derive(Clone)]
pub struct Keeper {
    orders: Sender<Order>,
}

impl Keeper {
    /// A keeper of the versions in a state directory, as [`super::state_dir`] makes it.
    /// `None` where it cannot be opened; saving says why.
    pub fn start(state: &Path) -> Option<Self> {
        let home = state.parent().and_then(|home| Disk::open(home).ok());
        let state = Disk::open(state).ok()?;
        let (orders, received) = channel();
        let prune = move |objects: &Objects| {
            let _ = objects.prune(Limits::default());
            if let Some(home) = &home {
                prune_reports(home, Limits::of_reports());
            }
        };
        let serve = move || serve(&state, &received, prune);
        std::thread::Builder::new().name("keeper".to_owned()).spawn(serve).ok()?;
        Some(Self { orders })
    }

    /// Takes what was read in one go: each call may wake the thread.
    pub fn keep(&self, versions: Vec<Vec<u8>>) {
        if !versions.is_empty() {
            let _ = self.orders.send(Order::Keep(versions));
        }
    }

    /// Returns when everything handed in so far is kept, or when that takes too long: what
    /// nobody else has replaced meanwhile stands in the folder all the same.
    pub fn finish(&self, at_most: Duration) {
        let (done, finished) = channel();
        if self.orders.send(Order::Finish(done)).is_ok() {
            let _ = finished.recv_timeout(at_most);
        }
    }
}

fn serve(state: &dyn Store, orders: &Receiver<Order>, prune: impl Fn(&Objects)) {
    let objects = Objects { state };
    let mut known = HashSet::new();
    let mut pruned = false;
    while let Ok(first) = orders.recv() {
        let (versions, finished) = gather(first, orders);
        let fresh = |version: &Vec<u8>| !known.contains(&ContentHash::of(version));
        let fresh: Vec<Vec<u8>> = versions.into_iter().filter(fresh).collect();
        // A disk that is full says so when something is saved; the next reading tries again.
        if !fresh.is_empty() && objects.keep_all(&fresh).is_ok() {
            known.extend(fresh.iter().map(|version| ContentHash::of(version)));
        }
        let ends = !finished.is_empty();
        for done in finished {
            let _ = done.send(());
        }
        if !pruned && !ends {
            prune(&objects);
            pruned = true;
        }
    }
}

/// What comes in one stretch, and who waits for its end.
fn gather(first: Order, orders: &Receiver<Order>) -> (Vec<Vec<u8>>, Vec<Sender<()>>) {
    let (mut versions, mut finished) = (Vec::new(), Vec::new());
    let mut next = Ok(first);
    loop {
        match next {
            Ok(Order::Keep(more)) => versions.extend(more),
            Ok(Order::Finish(done)) => finished.push(done),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
        if !finished.is_empty() || versions.len() >= MOST {
            break;
        }
        next = orders.recv_timeout(QUIET);
    }
    (versions, finished)
}
