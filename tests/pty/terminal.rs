//! The real binary in a pseudo-terminal, with a screen model that also knows the modes.

use crate::spoken::{ITALIAN, Spoken};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Longer than anything here takes; a test that needs it has failed.
const PATIENCE: Duration = Duration::from_secs(40);

const NOBODY: &str = "65534";

const KEPT: &str = "kept-from-terminal=";

pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reading: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    /// What it is to say.
    pub spoken: &'static Spoken,
    /// How the line was set before the program started.
    line: String,
    pub screen: vt100::Parser,
    /// Every byte the program has written.
    pub written: Vec<u8>,
}

/// Home, settings and state of one test: nothing of the machine's own is touched.
pub struct Home {
    folder: tempfile::TempDir,
    /// What its person speaks.
    pub spoken: &'static Spoken,
    /// The program runs as nobody: root may write everywhere.
    as_nobody: bool,
}

impl Home {
    /// A home in which the program has been opened before: no welcome.
    pub fn new() -> Self {
        Self::speaking(&ITALIAN)
    }

    pub fn speaking(spoken: &'static Spoken) -> Self {
        let home = Self::unused(spoken);
        let state = home.path().join("state/palinsesto");
        std::fs::create_dir_all(&state).expect("a folder");
        std::fs::write(state.join("toured"), "").expect("a file");
        home
    }

    pub fn unused(spoken: &'static Spoken) -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), spoken, as_nobody: false }
    }

    /// The home of a person who is not root, whoever runs the tests. `None` where the program
    /// lies in a place that such a person cannot reach.
    pub fn of_nobody(self) -> Option<Self> {
        if std::fs::metadata(self.path()).expect("a home").uid() != 0 {
            return Some(self);
        }
        run("chown", &["-R", NOBODY, &self.path().to_string_lossy()]);
        let home = Self { as_nobody: true, ..self };
        let mut version = home.command();
        version.arg("--version");
        version.cwd(home.path());
        let size = PtySize::default();
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut child = pair.slave.spawn_command(version).expect("setpriv is there");
        child.wait().expect("it ends").success().then_some(home)
    }

    /// The program, with nothing around it yet.
    fn command(&self) -> CommandBuilder {
        let program = env!("CARGO_BIN_EXE_palinsesto");
        if !self.as_nobody {
            return CommandBuilder::new(program);
        }
        let mut command = CommandBuilder::new("setpriv");
        command.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", program]);
        command
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Name and value of every variable the program sees.
    pub fn variables(&self) -> Vec<(String, String)> {
        let at = |name: &str| self.path().join(name).to_string_lossy().into_owned();
        [
            ("HOME", at("home")),
            ("XDG_STATE_HOME", at("state")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_CACHE_HOME", at("cache")),
            ("XDG_DATA_HOME", at("data")),
            ("GIT_CONFIG_GLOBAL", "/dev/null".to_owned()),
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", self.spoken.lang.to_owned()),
            ("EDITOR", "true".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }
}

/// A program of the system that has to do its work.
pub fn run(program: &str, args: &[&str]) {
    let done = std::process::Command::new(program).args(args).status();
    assert!(done.is_ok_and(|status| status.success()), "{program} {args:?}");
}

impl Terminal {
    pub fn start(home: &Home, args: &[&str], (columns, rows): (u16, u16)) -> Self {
        Self::start_with(home, args, (columns, rows), &[])
    }

    pub fn start_with(
        home: &Home,
        args: &[&str],
        (columns, rows): (u16, u16),
        more: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let line = line_of(pair.master.as_ref());
        let mut command = home.command();
        command.env_clear();
        for (name, value) in home.variables() {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        command.args(args);
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (send, output) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let closes = closing.clone();
        let reading = std::thread::spawn(move || {
            let mut bytes = vec![0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if send.send(bytes[..n].to_vec()).is_err() || closes.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        Self {
            master: Some(pair.master),
            writer: Some(writer),
            child,
            output,
            reading: Some(reading),
            closing,
            spoken: home.spoken,
            line,
            screen: vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0),
            written: Vec::new(),
        }
    }

    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the terminal is open");
        writer.write_all(keys.as_bytes()).expect("the program reads");
        writer.flush().expect("the program reads");
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads until the screen satisfies `wanted`; fails with the screen otherwise.
    #[track_caller]
    pub fn until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if wanted(&self.text()) {
                return;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("never seen: {what}. The screen:\n{}", self.text());
            };
            self.take(&bytes);
        }
    }

    #[track_caller]
    pub fn until_shows(&mut self, text: &str) {
        self.until(text, |screen| screen.contains(text));
    }

    /// Reads on until the program has ended; its exit code.
    #[track_caller]
    pub fn ended(&mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
            if let Some(status) = self.child.try_wait().expect("the child is ours") {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                    self.take(&bytes);
                }
                assert_eq!(self.kept(), None, "something spoke to the terminal");
                return status.exit_code();
            }
            assert!(Instant::now() < deadline, "still running:\n{}", self.text());
        }
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Goes on reading until something else than the screen is as wanted.
    #[track_caller]
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(self) {
            assert!(Instant::now() < deadline, "never: {what}. The screen:\n{}", self.text());
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(10)) {
                self.take(&bytes);
            }
        }
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
            self.take(&bytes);
        }
    }

    /// What is seen afterwards has been drawn for the new size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
            self.take(&bytes);
        }
        self.screen.process(b"\x1b[2J");
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the terminal is open").resize(size).expect("a new size");
        self.screen.screen_mut().set_size(at_least_one(rows), at_least_one(columns));
    }

    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let done = std::process::Command::new("kill").args([name, &pid]).status();
        assert!(done.is_ok_and(|status| status.success()));
    }

    /// Closes the terminal under the program: every handle of it, the reader's too, which
    /// is woken by a new size that makes the program draw.
    pub fn hang_up(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        self.resize(100, 30);
        let reading = self.reading.take().expect("closed once");
        reading.join().expect("the reader ends");
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end of a program whose terminal is gone: nothing of it can be read.
    #[track_caller]
    pub fn ended_unseen(&mut self, patience: Duration) {
        let deadline = Instant::now() + patience;
        while self.child.try_wait().expect("the child is ours").is_none() {
            assert!(Instant::now() < deadline, "still running after {patience:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The modes that are still on after the program has ended: none, if it was tidy.
    pub fn modes_left_on(&self) -> Vec<&'static str> {
        let screen = self.screen.screen();
        let mut left = Vec::new();
        if screen.alternate_screen() {
            left.push("alternate screen");
        }
        if screen.bracketed_paste() {
            left.push("bracketed paste");
        }
        if screen.hide_cursor() {
            left.push("hidden cursor");
        }
        if screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None {
            left.push("mouse");
        }
        for (on, off, name) in
            [("\x1b[?1004h", "\x1b[?1004l", "focus"), ("\x1b[>1u", "\x1b[<u", "keyboard")]
        {
            let last = |sequence: &str| {
                self.written.windows(sequence.len()).rposition(|w| w == sequence.as_bytes())
            };
            if last(on) > last(off) {
                left.push(name);
            }
        }
        if self.master.as_ref().is_some_and(|master| line_of(master.as_ref()) != self.line) {
            left.push("raw line");
        }
        if [&b"\x1b]0;"[..], b"\x1b]1;", b"\x1b]2;"].iter().any(|title| self.wrote(title)) {
            left.push("title");
        }
        left
    }

    /// How much the program had to keep from the terminal, as a debug build says at its end.
    pub fn kept(&self) -> Option<String> {
        let written = String::from_utf8_lossy(&self.written);
        let count = written.split(KEPT).nth(1)?;
        Some(count.chars().take_while(char::is_ascii_digit).collect())
    }

    pub fn wrote(&self, bytes: &[u8]) -> bool {
        self.written.windows(bytes.len()).any(|window| window == bytes)
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.screen.process(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Echo, canonical input and the rest, to be compared.
fn line_of(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn at_least_one(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}
