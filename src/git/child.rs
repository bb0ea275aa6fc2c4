//! One call of git as a process: in a group of its own, drained, and ended with all it has
//! started when its time is over or its leash is cut. Nothing of it outlives the call, and
//! nobody waits for one that cannot even be ended.

use super::Trouble;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::io::{Read, Write as _};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// For what is still in the pipes once git has ended.
const LAST_WORDS: Duration = Duration::from_millis(300);

/// Ends what git is at, from another thread.
#[derive(Clone, Default)]
pub struct Leash(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    /// The group that runs, for as long as its number cannot be anybody else's.
    group: Option<Pid>,
    cut: bool,
}

impl Leash {
    /// What runs is ended, and nothing begins any more.
    pub fn cut(&self) {
        let mut held = self.held();
        held.cut = true;
        held.end();
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn end(&self) {
        if let Some(group) = self.group {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
}

/// What it said, and how it ended.
pub(super) struct Said {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

enum Heard {
    Out(Vec<u8>),
    Err(Vec<u8>),
    Ended(std::io::Result<ExitStatus>),
}

/// Starts `command` with `input` on its standard input, reads up to `most` bytes of what it
/// writes, and waits for each sign of it for no longer than `at_most`.
pub(super) fn run(
    command: &mut Command,
    input: &[u8],
    most: u64,
    at_most: Duration,
    leash: &Leash,
) -> Result<Said, Trouble> {
    let mut child = {
        let mut held = leash.held();
        if held.cut {
            return Err(Trouble::Failed(String::new()));
        }
        let child = command.process_group(0).spawn().map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Trouble::Missing,
            _ => failed(error),
        })?;
        held.group = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        child
    };
    let (to, heard) = channel();
    if let Some(mut pipe) = child.stdin.take() {
        let input = input.to_vec();
        // One that hangs does not read either.
        thread::spawn(move || pipe.write_all(&input));
    }
    drain(child.stdout.take(), most, to.clone(), Heard::Out);
    drain(child.stderr.take(), most, to.clone(), Heard::Err);
    watch(child, to, leash.clone());
    let (mut status, mut stdout, mut stderr) = (None, None, None);
    while status.is_none() || stdout.is_none() || stderr.is_none() {
        let patience = if status.is_some() { LAST_WORDS } else { at_most };
        match heard.recv_timeout(patience) {
            Ok(Heard::Out(bytes)) => stdout = Some(bytes),
            Ok(Heard::Err(bytes)) => stderr = Some(bytes),
            Ok(Heard::Ended(ended)) => status = Some(ended.map_err(failed)?),
            Err(_) => break,
        }
    }
    let Some(status) = status else {
        leash.held().end();
        return Err(Trouble::Silent { seconds: at_most.as_secs() });
    };
    let said = |bytes: Option<Vec<u8>>| bytes.unwrap_or_default();
    Ok(Said { status, stdout: said(stdout), stderr: said(stderr) })
}

fn failed(error: std::io::Error) -> Trouble {
    Trouble::Failed(error.to_string())
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

/// Buries git when it has ended, whoever still waits for that. Its number stays its own until
/// then, so that what it has left behind is ended by it.
fn watch(mut child: Child, to: Sender<Heard>, leash: Leash) {
    thread::spawn(move || {
        if let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            let wait = || waitid(WaitId::Pid(pid), ended);
            while wait().is_err_and(|error| error == rustix::io::Errno::INTR) {}
        }
        let mut held = leash.held();
        held.end();
        held.group = None;
        let status = child.wait();
        drop(held);
        let _ = to.send(Heard::Ended(status));
    });
}
