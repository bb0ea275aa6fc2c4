//! What a program of the user's has started that no signal to its group reaches: processes
//! that went into a session of their own, or whose parent has gone.
//!
//! On Linux orphans come to us while a program runs, and each of its processes carries a
//! mark in its environment. They are ended by handle, never by a number that may belong to
//! somebody else by then. Processes without the mark that only came to us, such as what the
//! person's editor left running, are none of ours. Elsewhere there is nothing to find.

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::process::{self, Pid, PidfdFlags, Signal, WaitId, WaitIdOptions};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::os::fd::{AsFd as _, OwnedFd};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

const NAME: &str = "PALINSESTO_CALL";
/// A process may start others while it is being ended; one that does nothing else wins.
const ROUNDS: usize = 5;
/// For a process to go once it was killed.
const GOING: Duration = Duration::from_millis(20);

/// Programs that run now: while there are any, orphans come to us.
static RUNNING: Mutex<usize> = Mutex::new(0);

/// The processes of one program.
pub(super) struct Family {
    /// `None` where the program may leave something running.
    mark: Option<String>,
}

impl Family {
    /// Of a program that may leave something running, as what hands out keys leaves its agent.
    pub fn free() -> Self {
        Self { mark: None }
    }

    /// Of a program whose processes end with it. Begins before it starts.
    pub fn begin() -> Self {
        static CALLS: AtomicU64 = AtomicU64::new(0);
        adopt(1);
        let call = CALLS.fetch_add(1, Ordering::Relaxed);
        Self { mark: Some(format!("{}-{call}", process::getpid().as_raw_nonzero())) }
    }

    /// For the environment of the program.
    pub fn variable(&self) -> Option<(OsString, OsString)> {
        self.mark.as_ref().map(|mark| (NAME.into(), mark.into()))
    }

    /// Those below `root` now: a parent that has ended does not know its children any more.
    pub fn members(&self, root: Option<Pid>) -> Vec<Member> {
        let Some(mark) = &self.mark else { return Vec::new() };
        let below = below(process::getpid());
        let root = root.map(Pid::as_raw_pid);
        let mut ours: BTreeSet<i32> = root.into_iter().collect();
        let mut found = Vec::new();
        for (pid, parent) in below {
            if Some(pid) == root || !(ours.contains(&parent) || carries(pid, mark)) {
                continue;
            }
            ours.insert(pid);
            found.extend(Member::open(pid));
        }
        found
    }

    /// Ends `left` and everything that still carries the mark.
    pub fn end(&self, root: Option<Pid>, left: Vec<Member>) {
        let mut left = left;
        for _ in 0..ROUNDS {
            left.extend(self.members(root));
            if left.is_empty() {
                return;
            }
            for member in &left {
                let _ = process::pidfd_send_signal(&member.0, Signal::KILL);
            }
            left.drain(..).for_each(Member::bury);
        }
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        if self.mark.is_some() {
            adopt(-1);
        }
    }
}

/// One process, whatever becomes of its number.
pub(super) struct Member(OwnedFd);

impl Member {
    fn open(pid: i32) -> Option<Self> {
        process::pidfd_open(Pid::from_raw(pid)?, PidfdFlags::empty()).ok().map(Self)
    }

    fn bury(self) {
        let going = Timespec::try_from(GOING).ok();
        let mut gone = [PollFd::new(&self.0, PollFlags::IN)];
        let _ = rustix::event::poll(&mut gone, going.as_ref());
        // Another parent, where it still has one, buries it.
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG;
        let _ = process::waitid(WaitId::PidFd(self.0.as_fd()), options);
    }
}

fn adopt(by: isize) {
    let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    let before = *running;
    *running = before.saturating_add_signed(by);
    let turn = match (before, *running) {
        (0, 1..) => Some(process::getpid()),
        (1.., 0) => None,
        _ => return,
    };
    // A kernel that cannot leaves orphans to the first process: then they are not found.
    let _ = process::set_child_subreaper(turn);
}

/// Every process below `top` with its parent, parents first.
fn below(top: Pid) -> Vec<(i32, i32)> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    let mut children: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
    for (pid, parent) in pids.filter_map(|pid| Some((pid, parent(pid)?))) {
        children.entry(parent).or_default().push(pid);
    }
    let mut found: Vec<(i32, i32)> = Vec::new();
    let mut next = vec![top.as_raw_pid()];
    while let Some(parent) = next.pop() {
        let own = children.remove(&parent).unwrap_or_default();
        found.extend(own.iter().map(|pid| (*pid, parent)));
        next.extend(own);
    }
    found
}

/// `None` for what has ended and only waits to be buried.
fn parent(pid: i32) -> Option<i32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name before it may hold anything.
    let mut fields = stat.rsplit(") ").next()?.split(' ');
    let state = fields.next()?;
    let parent = fields.next()?.parse().ok()?;
    (!matches!(state, "Z" | "X")).then_some(parent)
}

fn carries(pid: i32, mark: &str) -> bool {
    let environ = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
    let mut variables = environ.split(|byte| *byte == 0);
    variables.any(|variable| {
        variable.strip_prefix(NAME.as_bytes()).and_then(|rest| rest.strip_prefix(b"="))
            == Some(mark.as_bytes())
    })
}
