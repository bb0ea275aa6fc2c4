//! A program of the user's: started without a shell, fed, drained, and ended as a group.
//!
//! It gets a session of its own where the system offers one, an allow-list of the
//! environment and no part of the content folder. Whoever calls gets back within 100 ms
//! of a stop, and no process of the group outlives the call; those of its family that went
//! into sessions of their own are `family`'s.

use super::Stop;
use super::family::Family;
use super::job::{self, Inbox, Next, Outbox, Patience};
use crate::domain::Failure;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions};
use std::ffi::OsString;
use std::io::{Read, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Between the polite signal and the other one.
const GRACE: Duration = Duration::from_millis(60);
/// For what is still in the pipe once the program has ended.
const LAST_WORDS: Duration = Duration::from_millis(300);
/// What is kept of standard error, in bytes from its end; the rest is read and dropped.
const STDERR_KEPT: usize = 4 * 1024;
/// Passed on to every program; a profile may name more.
const ENVIRONMENT: &[&str] = &[
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "LANG",
    "LANGUAGE",
    "TZ",
    "TMPDIR",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
];

/// A program with its arguments and the environment it will see.
#[derive(Debug, Clone)]
pub struct Program {
    pub argv: Vec<String>,
    env: Vec<(OsString, OsString)>,
    /// What it has started may go on after it.
    leaves_agents: bool,
}

/// How it ended.
#[derive(Debug)]
pub(super) enum Outcome {
    /// `code` is `None` when a signal ended it; `stderr` is its tail.
    Exited {
        code: Option<i32>,
        stderr: String,
    },
    Stopped,
    Silent(u64),
    Late(u64),
    /// The caller refused what it wrote.
    Refused(Failure),
}

enum Arrival {
    Out(Vec<u8>),
    OutEnd,
    Exited,
}

impl Program {
    /// Of `env`, the program sees the usual variables and those named in `also`.
    pub fn new(
        argv: Vec<String>,
        env: impl IntoIterator<Item = (OsString, OsString)>,
        also: &[String],
    ) -> Self {
        let passes = |name: &OsString| {
            name.to_str().is_some_and(|name| {
                ENVIRONMENT.contains(&name)
                    || name.starts_with("LC_")
                    || also.iter().any(|wanted| wanted == name)
            })
        };
        let mut env: Vec<_> = env.into_iter().filter(|(name, _)| passes(name)).collect();
        env.push(("NO_COLOR".into(), "1".into()));
        env.push(("TERM".into(), "dumb".into()));
        Self { argv, env, leaves_agents: false }
    }

    /// With the whole environment: for what hands out the user's own keys, and may start
    /// an agent that keeps them open.
    pub fn trusted(argv: Vec<String>, env: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        Self { argv, env: env.into_iter().collect(), leaves_agents: true }
    }

    /// The program's name as a person knows it.
    pub fn name(&self) -> String {
        let program = self.argv.first().map_or("", String::as_str);
        Path::new(program).file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn missing(&self) -> Failure {
        Failure::CommandMissing { program: self.argv.first().cloned().unwrap_or_default() }
    }

    /// The file to run: a path as it stands, a name from `PATH`.
    fn file(&self) -> Option<PathBuf> {
        let program = self.argv.first().filter(|program| !program.is_empty())?;
        if program.contains('/') {
            return Some(PathBuf::from(program)).filter(|path| is_program(path));
        }
        let path = self.env.iter().find(|(name, _)| name == "PATH").map(|(_, value)| value)?;
        std::env::split_paths(path).map(|dir| dir.join(program)).find(|path| is_program(path))
    }
}

fn is_program(path: &Path) -> bool {
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// Runs `program` with `input` on its standard input; `each` gets its output as it comes.
pub(super) fn run(
    program: &Program,
    input: String,
    patience: Patience,
    stop: &Stop,
    each: &mut dyn FnMut(&[u8]) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let file = program.file().ok_or_else(|| program.missing())?;
    let family = if program.leaves_agents { Family::free() } else { Family::begin() };
    let mut child = start(program, &file, &family).map_err(|_| program.missing())?;
    let (outbox, mut inbox) = job::open(patience, stop);
    let errors = attend(&mut child, input, &outbox);
    let exited = watch(&child, outbox);
    let outcome = listen(&mut inbox, each);
    let status = finish(&mut child, &exited, &family);
    Ok(outcome.unwrap_or_else(|| Outcome::Exited {
        code: status,
        stderr: errors.recv_timeout(GRACE).unwrap_or_default(),
    }))
}

#[expect(clippy::disallowed_methods, reason = "the one place that starts the user's AI programs")]
fn start(program: &Program, file: &Path, family: &Family) -> std::io::Result<Child> {
    let arguments = program.argv.iter().skip(1);
    // A new session has no terminal to write to or to read from. Without the tool that
    // makes one, a group of its own at least ends as one.
    let setsid =
        ["/usr/bin/setsid", "/bin/setsid"].map(Path::new).into_iter().find(|p| is_program(p));
    let mut command = if let Some(setsid) = setsid {
        let mut command = Command::new(setsid);
        command.arg(file);
        command
    } else {
        let mut command = Command::new(file);
        command.process_group(0);
        command
    };
    command
        .args(arguments)
        .env_clear()
        .envs(program.env.iter().map(|(name, value)| (name, value)))
        .envs(family.variable())
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Feeds and drains on threads of their own; gives where the tail of standard error
/// will arrive.
fn attend(child: &mut Child, input: String, outbox: &Outbox<Arrival>) -> Receiver<String> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::spawn(move || {
        // A program may well not read to the end.
        let _ = stdin.map(|mut pipe| pipe.write_all(input.as_bytes()));
    });
    let out = outbox.clone();
    thread::spawn(move || {
        if let Some(pipe) = stdout {
            drain(pipe, |bytes| out.send(Arrival::Out(bytes.to_vec())));
        }
        out.send(Arrival::OutEnd);
    });
    let (sender, errors) = channel();
    thread::spawn(move || {
        let mut kept = Vec::new();
        if let Some(pipe) = stderr {
            drain(pipe, |bytes| {
                kept.extend_from_slice(bytes);
                let excess = kept.len().saturating_sub(STDERR_KEPT);
                kept.drain(..excess);
                true
            });
        }
        // Nobody asks when the answer came whole.
        let _ = sender.send(String::from_utf8_lossy(&kept).trim().to_owned());
    });
    errors
}

fn drain(mut pipe: impl Read, mut each: impl FnMut(&[u8]) -> bool) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(n) = pipe.read(&mut buffer) {
        if n == 0 || !each(&buffer[..n]) {
            break;
        }
    }
}

/// Tells when the program has ended, without burying it: until then its number, and so
/// its group's, cannot belong to anybody else.
fn watch(child: &Child, outbox: Outbox<Arrival>) -> Receiver<()> {
    let (sender, exited) = channel();
    let pid = pid(child);
    thread::spawn(move || {
        if let Some(pid) = pid {
            let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            let wait = || rustix::process::waitid(WaitId::Pid(pid), ended);
            while wait().is_err_and(|error| error == rustix::io::Errno::INTR) {}
        }
        outbox.send(Arrival::Exited);
        let _ = sender.send(());
    });
    exited
}

/// `None` when the program ended by itself.
fn listen(
    inbox: &mut Inbox<Arrival>,
    each: &mut dyn FnMut(&[u8]) -> Result<(), Failure>,
) -> Option<Outcome> {
    let (mut over, mut exited) = (false, false);
    while !(over && exited) {
        match inbox.next() {
            Next::Item(Arrival::Out(bytes)) => {
                if let Err(failure) = each(&bytes) {
                    return Some(Outcome::Refused(failure));
                }
            }
            Next::Item(Arrival::OutEnd) => over = true,
            Next::Item(Arrival::Exited) => {
                exited = true;
                // A child of its own may hold the pipe open for ever.
                inbox.end_within(LAST_WORDS);
            }
            Next::Stopped => return Some(Outcome::Stopped),
            _ if exited => return None,
            Next::Silent(seconds) => return Some(Outcome::Silent(seconds)),
            Next::Late(seconds) => return Some(Outcome::Late(seconds)),
        }
    }
    None
}

/// Ends whatever is left of the group and of the family, and buries the program.
fn finish(child: &mut Child, exited: &Receiver<()>, family: &Family) -> Option<i32> {
    let mut ended = exited.try_recv().is_ok();
    let members = family.members(pid(child));
    if !ended {
        signal(child, Signal::TERM);
        ended = exited.recv_timeout(GRACE).is_ok();
    }
    signal(child, Signal::KILL);
    if !ended {
        let _ = child.kill();
    }
    family.end(pid(child), members);
    let status = child.wait().ok()?;
    if status.signal().is_some() { None } else { status.code() }
}

fn signal(child: &Child, signal: Signal) {
    if let Some(pid) = pid(child) {
        // The group is gone, or not yet there: then the program itself is asked.
        if rustix::process::kill_process_group(pid, signal).is_err() {
            let _ = rustix::process::kill_process(pid, signal);
        }
    }
}

fn pid(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}
