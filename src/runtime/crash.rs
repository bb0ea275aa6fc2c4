//! When the program itself is at fault: the terminal is given back, a report is left in
//! the state directory, and what is said of it is words, never the raw message.
//!
//! A panic of the thread that owns the terminal, or of one it cannot do without, ends the
//! program; that of any other is a line of error, and the rest goes on.

use super::{Clock, Message, terminal};
use crate::domain::Failure;
use crate::storage::REPORTS;
use crate::text::{graphemes, reveal_line};
use crate::vocab::Event;
use std::any::Any;
use std::backtrace::Backtrace;
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The exit code, as of any Rust program that panicked.
pub const CODE: u8 = 101;

/// Of a message, which may quote a text, no more is kept.
const LONGEST: usize = 300;

/// What is known of the last panic, ready to be shown.
#[derive(Debug, Clone)]
pub struct Crash {
    pub message: String,
    /// `src/…rs:120:14`
    pub place: String,
    /// The report, where one could be written.
    pub report: Option<PathBuf>,
}

impl Crash {
    /// Where the report is, ready to be shown.
    pub fn shown_report(&self) -> Option<String> {
        self.report.as_deref().map(|path| reveal_line(&path.to_string_lossy()).into_owned())
    }
}

static LAST: Mutex<Option<Crash>> = Mutex::new(None);
/// The loop, while there is one: it is told of the panics of other threads.
static LOOP: Mutex<Option<Sender<Message>>> = Mutex::new(None);

/// Called once, by the thread that will own the terminal. Reports go below `state_home`.
pub fn install(state_home: Option<PathBuf>) {
    let owner = thread::current().id();
    set_hook(Box::new(move |info| {
        let here = thread::current();
        if here.id() == owner {
            // First of all: a second panic would end everything before it is done.
            terminal::leave();
        }
        let report = state_home
            .as_deref()
            .and_then(|home| write_report(home, here.name().unwrap_or("?"), info));
        *lock(&LAST) = Some(Crash { message: message(info), place: place(info), report });
        if here.id() != owner
            && let Some(to) = lock(&LOOP).as_ref()
        {
            let _ = to.send(Message::Event(Box::new(Event::NotDone(failure()))));
        }
    }));
}

/// From now on the loop hears of panics.
pub fn tell(to: Sender<Message>) {
    *lock(&LOOP) = Some(to);
}

/// The last panic, once.
pub fn take() -> Option<Crash> {
    lock(&LAST).take()
}

/// The last panic as a line of error.
pub fn failure() -> Failure {
    let path = |crash: &Crash| Some(crash.report.as_ref()?.to_string_lossy().into_owned());
    Failure::Crashed { report: lock(&LAST).as_ref().and_then(path) }
}

/// Runs `work`; `None` if it panicked.
pub fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    // Whoever calls this does not use again what was being changed, or only what a panic
    // cannot have left half done.
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// For a thread that the program cannot do without: if it panics, the loop ends.
pub fn needed(to: &Sender<Message>, work: impl FnOnce()) {
    if caught(work).is_none() {
        let _ = to.send(Message::Crashed);
    }
}

fn message(info: &PanicHookInfo) -> String {
    let payload: &dyn Any = info.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let short: String = graphemes(text.unwrap_or_default()).take(LONGEST).collect();
    reveal_line(&short).into_owned()
}

fn place(info: &PanicHookInfo) -> String {
    info.location().map(ToString::to_string).unwrap_or_default()
}

/// Private: the message may hold a few words of a text.
fn write_report(state_home: &Path, thread: &str, info: &PanicHookInfo) -> Option<PathBuf> {
    let folder = state_home.join(REPORTS);
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).ok()?;
    let now = Clock::System.now();
    let name = format!("{}-{}.txt", now.format("%Y%m%dT%H%M%SZ"), std::process::id());
    let path = folder.join(name);
    let mut file = OpenOptions::new().create(true).append(true).mode(0o600).open(&path).ok()?;
    let version = env!("CARGO_PKG_VERSION");
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    let (message, place) = (message(info), place(info));
    let trace = Backtrace::force_capture();
    write!(
        file,
        "palinsesto {version}, {} {}, {now}\nthread {thread}\n{place}\n{message}\n\n{trace}\n",
        system.0, system.1,
    )
    .ok()?;
    Some(path)
}

fn lock<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
