//! The real binary in a pseudo-terminal, on archives of 1k, 10k and 100k posts:
//! `cargo bench --bench terminal` (`-- 1000 10000` for other sizes).
//!
//! Prints one line a figure: medians over cold processes with a warm page cache. Absolute
//! times are this machine's; what counts is how they compare within one run.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench times and prints")]

#[path = "support/archive.rs"]
mod archive;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

const STARTS: usize = 15;
const KEYS: usize = 60;
/// Our frames begin and end with these, but for those of a few cells, which come in one
/// piece; vim has no such marks.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
const QUIET: Duration = Duration::from_millis(60);

struct Run {
    started: Instant,
    output: Receiver<(Instant, Vec<u8>)>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

/// What came back after something was sent, until it was quiet.
struct Burst {
    first: Option<Instant>,
    /// When something came first, where no frame was begun with it.
    small: Option<Instant>,
    /// When the first frame had come whole, where the program says where one ends.
    whole: Option<Instant>,
    last: Option<Instant>,
    bytes: usize,
}

/// What a key brought about.
struct Press {
    /// Until the first frame after it stood whole.
    frame: Duration,
    /// Until nothing more came: what is noticed or read later has frames of its own.
    settled: Duration,
    bytes: usize,
}

impl Run {
    fn start(program: &str, args: &[&str], home: &Path) -> Self {
        let size = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for name in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(name, home);
        }
        command.env("PATH", std::env::var("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "it_IT.UTF-8");
        command.args(args);
        command.cwd(home);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let (send, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = vec![0; 1 << 20];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if send.send((Instant::now(), bytes[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        Self { started, output, writer, child, _master: pair.master }
    }

    fn burst(&mut self, quiet: Duration) -> Burst {
        self.burst_within(Duration::from_secs(10), quiet)
    }

    /// `patience`: how long the first byte is waited for; some keys change nothing.
    fn burst_within(&mut self, patience: Duration, quiet: Duration) -> Burst {
        let mut burst = Burst { first: None, small: None, whole: None, last: None, bytes: 0 };
        let mut wait = patience;
        loop {
            match self.output.recv_timeout(wait) {
                Ok((at, bytes)) => {
                    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
                    if burst.first.is_none() && !has(FRAME_BEGINS) {
                        burst.small = Some(at);
                    }
                    burst.first.get_or_insert(at);
                    if has(FRAME_ENDS) {
                        burst.whole.get_or_insert(at);
                    }
                    burst.last = Some(at);
                    burst.bytes += bytes.len();
                    wait = quiet;
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return burst,
            }
        }
    }

    fn press(&mut self, key: &str) -> Press {
        let sent = Instant::now();
        self.writer.write_all(key.as_bytes()).expect("the program reads");
        self.writer.flush().expect("the program reads");
        let burst = self.burst_within(Duration::from_millis(300), QUIET);
        let since = |at: Option<Instant>| at.map_or(Duration::ZERO, |at| at - sent);
        Press {
            frame: since(burst.small.or(burst.whole).or(burst.last)),
            settled: since(burst.last),
            bytes: burst.bytes,
        }
    }

    /// Until all that runs behind the screen has ended: what is read once after the start.
    fn rest(&self) {
        let mut before = 0;
        while std::mem::replace(&mut before, self.wake_ups()) != before {
            std::thread::sleep(Duration::from_millis(500));
        }
    }

    /// Private memory now, in kB.
    fn memory(&self) -> u64 {
        let Some(pid) = self.child.process_id() else { return 0 };
        let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup"));
        let rollup = rollup.unwrap_or_default();
        let private = rollup.lines().filter(|line| line.starts_with("Private_"));
        private.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).sum()
    }

    /// Times any thread of the program was scheduled because it had waited, so far.
    fn wake_ups(&self) -> u64 {
        let Some(pid) = self.child.process_id() else { return 0 };
        let Ok(tasks) = std::fs::read_dir(format!("/proc/{pid}/task")) else { return 0 };
        let of = |task: std::fs::DirEntry| {
            let status = std::fs::read_to_string(task.path().join("status")).ok()?;
            let line = status.lines().find(|line| line.starts_with("voluntary_ctxt"))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        };
        tasks.flatten().filter_map(of).sum()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn median(mut values: Vec<Duration>) -> Duration {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn high(mut values: Vec<Duration>) -> Duration {
    values.sort_unstable();
    values.get(values.len() * 99 / 100).copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

fn first_frame(program: &str, args: &[&str], home: &Path) -> Duration {
    let starts = (0..STARTS).map(|_| {
        let mut run = Run::start(program, args, home);
        let burst = run.burst(Duration::from_millis(30));
        burst.whole.or(burst.last).map_or(Duration::ZERO, |at| at - run.started)
    });
    median(starts.collect())
}

/// An editor that everybody has, opening one file: what a start may cost.
fn vim(folder: &str, home: &Path) -> Option<Duration> {
    let there = std::process::Command::new("vim").arg("--version").output().is_ok();
    there.then(|| first_frame("vim", &["-u", "NONE", &format!("{folder}/palinsesto.toml")], home))
}

/// The floor of the first frame: a process that reads the same week and prints it.
fn printed(program: &str, args: &[&str], home: &Path) -> Duration {
    let times = (0..STARTS).map(|_| {
        let mut command = std::process::Command::new(program);
        command.args(args).arg("week").env("HOME", home).env("XDG_STATE_HOME", home);
        let started = Instant::now();
        command.output().expect("the program runs");
        started.elapsed()
    });
    median(times.collect())
}

fn keys(run: &mut Run, name: &str, keys: &[&str]) {
    let pressed: Vec<Press> = (0..KEYS).map(|i| run.press(keys[i % keys.len()])).collect();
    let of = |time: fn(&Press) -> Duration| pressed.iter().map(time).collect::<Vec<_>>();
    let bytes = pressed.iter().map(|press| press.bytes).sum::<usize>() / KEYS;
    println!(
        "  {name:<34} p50 {} · p99 {} · settled p99 {} · {bytes} B",
        ms(median(of(|press| press.frame))),
        ms(high(of(|press| press.frame))),
        ms(high(of(|press| press.settled))),
    );
}

fn main() {
    let below = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let home = below.join("home");
    // The program has been opened here before, and no text was left unsaved: no overlay
    // stands between the keys and the week.
    let _ = std::fs::remove_dir_all(home.join("palinsesto"));
    std::fs::create_dir_all(home.join("palinsesto")).expect("a home");
    std::fs::write(home.join("palinsesto/toured"), "").expect("a file");
    let sizes: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let program = env!("CARGO_BIN_EXE_palinsesto");
    let mut smallest = None;
    for size in sizes {
        let folder = archive::folder(below, size);
        let folder = folder.to_string_lossy().into_owned();
        let args = ["-C", folder.as_str(), "--today", archive::TODAY];
        println!("{size} posts");
        let vim = vim(&folder, &home);
        let start = first_frame(program, &args, &home);
        let base = *smallest.get_or_insert(start);
        println!("  {:<34} {}", "start to first frame", ms(start));
        let ratio = |other: Duration| start.as_secs_f64() / other.as_secs_f64().max(1e-9);
        println!("  {:<34} {:.2} × the smallest archive", "", ratio(base));
        match vim {
            Some(vim) => println!("  {:<34} {:.2} × vim -u NONE ({})", "", ratio(vim), ms(vim)),
            None => println!("  {:<34} vim is not installed: not compared", ""),
        }
        let printed = printed(program, &args, &home);
        println!("  {:<34} {:.2} × the same week printed ({})", "", ratio(printed), ms(printed));
        let mut run = Run::start(program, &args, &home);
        run.burst(Duration::from_secs(3));
        run.rest();
        keys(&mut run, "cursor down and up", &["j", "k"]);
        keys(&mut run, "cursor right and left", &["l", "h"]);
        keys(&mut run, "next week and back", &["\x1b[6~", "\x1b[5~"]);
        keys(&mut run, "a week never visited", &["\x1b[5~"]);
        run.press("t");
        println!("  {:<34} {} kB", "private memory", run.memory());
        run.press("/");
        run.burst(Duration::from_secs(3));
        keys(&mut run, "search as you type", &["t", "e", "l", "\x7f", "\x7f", "\x7f"]);
        println!("  {:<34} {} kB", "private memory, searching", run.memory());
        run.press("\x1b");
        run.burst(Duration::from_secs(1));
        let (before, quiet) = (run.wake_ups(), Instant::now());
        let idle = run.output.recv_timeout(Duration::from_secs(5)).map_or(0, |(_, b)| b.len());
        println!(
            "  {:<34} {} wake-ups, {idle} B in {:.0} s",
            "idle",
            run.wake_ups() - before,
            quiet.elapsed().as_secs_f64()
        );
        println!("  {:<34} {} kB", "private memory, search closed", run.memory());
        run.press("e");
        keys(&mut run, "a typed letter", &["a", "b", "c", " "]);
    }
}
