//! One call of another program as a process: away from our group, drained, and ended with
//! all it has started when its time is over or its leash is cut. Nothing of it outlives the
//! call, and nobody waits for one that cannot even be ended. Which program, and with what
//! environment, is the business of whoever calls.

use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid,
};
use std::io::{Read, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Ends what runs on it, be it one call or several, from another thread.
#[derive(Clone, Default)]
pub struct Leash(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    /// The groups that run, each for as long as its number cannot be anybody else's.
    groups: Vec<Pid>,
    cut: bool,
}

impl Leash {
    /// What runs is ended, and nothing begins any more.
    pub fn cut(&self) {
        let mut held = self.held();
        held.cut = true;
        held.groups.iter().copied().for_each(end);
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    /// Ends one of them, if it still runs.
    fn end(&self, group: Option<Pid>) {
        self.groups.iter().copied().filter(|other| Some(*other) == group).for_each(end);
    }
}

fn end(group: Pid) {
    // What makes a session of its own has no group yet when it has just begun.
    if kill_process_group(group, Signal::KILL).is_err() {
        let _ = kill_process(group, Signal::KILL);
    }
}

/// How a program is called.
pub struct Call<'a> {
    /// What it finds on its standard input, where that is a pipe.
    pub input: &'a [u8],
    /// The most that is read of each thing it writes, in bytes.
    pub most: u64,
    /// How long it may be silent.
    pub at_most: Duration,
    /// The same once it has ended, for what is still in its pipes: somebody else may hold
    /// them open. What has not come by then is as if it had not been said.
    pub last_words: Duration,
    pub leash: &'a Leash,
    /// It makes a session of its own, so it may not be put at the head of a group before.
    pub own_session: bool,
}

/// What it said, and how it ended.
pub struct Said {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

/// Why there is nothing that it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is no such program.
    Missing,
    /// It was ended after so long without a sign.
    Silent { seconds: u64 },
    /// It could not be started; the words of the system.
    Failed(String),
}

enum Heard {
    Out(Vec<u8>),
    Err(Vec<u8>),
    Ended(std::io::Result<ExitStatus>),
}

/// Starts `command`, hears it out, and buries it.
pub fn run(command: &mut Command, call: &Call) -> Result<Said, Lost> {
    let Call { input, most, at_most, last_words, leash, own_session } = *call;
    let (mut child, group) = {
        let mut held = leash.held();
        if held.cut {
            return Err(Lost::Failed(String::new()));
        }
        if !own_session {
            command.process_group(0);
        }
        let child = command.spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Lost::Missing,
            _ => failed(error),
        })?;
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        held.groups.extend(group);
        (child, group)
    };
    let (to, heard) = channel();
    if let Some(mut pipe) = child.stdin.take() {
        let input = input.to_vec();
        // One that hangs does not read either.
        thread::spawn(move || pipe.write_all(&input));
    }
    drain(child.stdout.take(), most, to.clone(), Heard::Out);
    drain(child.stderr.take(), most, to.clone(), Heard::Err);
    watch(child, group, to, leash.clone());
    let (mut status, mut stdout, mut stderr) = (None, None, None);
    while status.is_none() || stdout.is_none() || stderr.is_none() {
        let patience = if status.is_some() { last_words } else { at_most };
        match heard.recv_timeout(patience) {
            Ok(Heard::Out(bytes)) => stdout = Some(bytes),
            Ok(Heard::Err(bytes)) => stderr = Some(bytes),
            Ok(Heard::Ended(ended)) => status = Some(ended.map_err(failed)?),
            Err(_) => break,
        }
    }
    let Some(status) = status else {
        leash.held().end(group);
        return Err(Lost::Silent { seconds: at_most.as_secs() });
    };
    let said = |bytes: Option<Vec<u8>>| bytes.unwrap_or_default();
    Ok(Said { status, stdout: said(stdout), stderr: said(stderr) })
}

fn failed(error: std::io::Error) -> Lost {
    Lost::Failed(error.to_string())
}

fn drain(
    pipe: Option<impl Read + Send + 'static>,
    most: u64,
    to: Sender<Heard>,
    heard: fn(Vec<u8>) -> Heard,
) {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.map(|pipe| pipe.take(most).read_to_end(&mut bytes));
        let _ = to.send(heard(bytes));
    });
}

/// Buries the program when it has ended, whoever still waits for that. Its number stays its own until
/// then, so that what it has left behind is ended by it.
fn watch(mut child: Child, group: Option<Pid>, to: Sender<Heard>, leash: Leash) {
    thread::spawn(move || {
        if let Some(pid) = group {
            let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            let wait = || waitid(WaitId::Pid(pid), ended);
            while wait().is_err_and(|error| error == rustix::io::Errno::INTR) {}
        }
        let mut held = leash.held();
        held.end(group);
        held.groups.retain(|other| Some(*other) != group);
        let status = child.wait();
        drop(held);
        let _ = to.send(Heard::Ended(status));
    });
}
