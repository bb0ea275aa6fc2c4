//! The stage: the real app, the real crew and a real folder on a temporary disk, with a
//! buffer for a screen, a fixed clock, known ids and a source of suggestions that says
//! what it was told to say. A story is keys in, screen and files out; it waits for what
//! happens, never for a clock.

use crate::canned::Canned;
use crate::on_disk::{committed, walk};
use chrono::{DateTime, Utc};
use palinsesto::app::Look;
use palinsesto::config::Approvals;
use palinsesto::i18n::{Language, Words};
use palinsesto::keymap::Keymap;
use palinsesto::runtime::{Clock, Message, Ready, Session, Sources, Start, TerminalOrder, Wish};
use palinsesto::storage::Folder;
use palinsesto::ui::{Colors, Theme};
use palinsesto::vocab::{Event, Input, InputKind, Key, Mouse, MouseKind, Press, Provenance};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// Wednesday 25 November 2026, nine in the morning in Rome.
pub const NOW: &str = "2026-11-25T08:00:00Z";
/// Longer than anything here takes; a story that needs it has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a session is opened.
struct How {
    /// Hears of changes from outside.
    watches: bool,
    now: DateTime<Utc>,
    approvals: Approvals,
    /// The state directory, below the home: another one is another machine.
    state: &'static str,
}

impl Default for How {
    fn default() -> Self {
        let now = NOW.parse().expect("an instant");
        Self { watches: false, now, approvals: Approvals::default(), state: "state" }
    }
}

pub struct Stage {
    pub home: Arc<tempfile::TempDir>,
    pub folder: PathBuf,
    session: Session,
    inbox: Receiver<Message>,
    _to: Sender<Message>,
    size: (u16, u16),
    /// Milliseconds since the program started: keys by their names come apart, the letters
    /// of a text at once.
    clock: u64,
    /// What was asked of the terminal so far.
    pub orders: Vec<TerminalOrder>,
}

impl Stage {
    /// A folder with these files, opened in Italian at 120×36.
    pub fn with(files: &[(&str, &str)]) -> Self {
        Self::speaking(Language::Italian, files)
    }

    pub fn speaking(language: Language, files: &[(&str, &str)]) -> Self {
        Self::suggesting(language, files, Canned::silent())
    }

    /// The same with a source of suggestions.
    pub fn suggesting(
        language: Language,
        files: &[(&str, &str)],
        sources: impl Sources + 'static,
    ) -> Self {
        let home = Arc::new(tempfile::tempdir().expect("a temporary folder"));
        let folder = home.path().join("bottega");
        committed(&folder, files);
        Self::open(home, folder, language, sources)
    }

    /// The same folder again, hearing of what others write into it.
    pub fn watching(self) -> Self {
        let (home, folder) = self.ended();
        let how = How { watches: true, ..How::default() };
        Self::start(home, folder, Language::Italian, Arc::new(Canned::silent()), how)
    }

    /// The same folder again, where nothing can be written beside it: a file stands where the
    /// state directory has to be.
    #[must_use = "a story ends with something it asserts"]
    pub fn stateless(self) -> Self {
        let (home, folder) = self.ended();
        let state = home.path().join("state");
        std::fs::remove_dir_all(&state).expect("no state directory");
        std::fs::write(state, "").expect("a file in its place");
        Self::open(home, folder, Language::Italian, Canned::silent())
    }

    /// The same folder again, at another time.
    #[must_use = "a story ends with something it asserts"]
    pub fn at(self, now: &str) -> Self {
        self.spoken_at(Language::Italian, now)
    }

    /// The same in a language.
    #[must_use = "a story ends with something it asserts"]
    pub fn spoken_at(self, language: Language, now: &str) -> Self {
        let (home, folder) = self.ended();
        let how = How { now: now.parse().expect("an instant"), ..How::default() };
        Self::start(home, folder, language, Arc::new(Canned::silent()), how)
    }

    /// The same folder again, where the settings ask something of approvals; with another
    /// state directory it is another machine.
    #[must_use = "a story ends with something it asserts"]
    pub fn asking(self, approvals: &Approvals, state: &'static str) -> Self {
        let (home, folder) = self.ended();
        let how = How { approvals: approvals.clone(), state, ..How::default() };
        Self::start(home, folder, Language::Italian, Arc::new(Canned::silent()), how)
    }

    pub fn open(
        home: Arc<tempfile::TempDir>,
        folder: PathBuf,
        language: Language,
        sources: impl Sources + 'static,
    ) -> Self {
        Self::start(home, folder, language, Arc::new(sources), How::default())
    }

    fn start(
        home: Arc<tempfile::TempDir>,
        folder: PathBuf,
        language: Language,
        sources: Arc<dyn Sources>,
        how: How,
    ) -> Self {
        let theme = Theme::new(Colors::None, false, false);
        let look = Look::new(Words::new(language), theme, Keymap::builtin());
        let start = Start {
            folder: Folder::open(&folder).expect("the folder opens"),
            state_home: home.path().join(how.state),
            look,
            clock: Clock::Fixed(how.now),
            seed: 7,
            sources,
            approvals: how.approvals,
            by: Some("Ada Neri <ada@example.org>".to_owned()),
            watches: how.watches,
            pretends: false,
        };
        let Ready { session, inbox, to } = start.open().unwrap_or_else(|p| panic!("{p:?}"));
        let mut stage = Self {
            home,
            folder,
            session,
            inbox,
            _to: to,
            size: (120, 36),
            clock: 0,
            orders: Vec::new(),
        };
        stage.frame();
        let wishes = stage.session.begin();
        stage.note(wishes);
        stage.settled()
    }

    /// The same folder again, as after leaving the program, in another language or with
    /// something to say.
    #[must_use = "a story ends with something it asserts"]
    pub fn reopened(self, language: Language, canned: Canned) -> Self {
        let (home, folder) = self.ended();
        Self::open(home, folder, language, canned)
    }

    /// As after leaving the program, with nothing left undone.
    #[track_caller]
    fn ended(self) -> (Arc<tempfile::TempDir>, PathBuf) {
        let Self { home, folder, mut session, inbox, .. } = self;
        let left = session.settle(&inbox, PATIENCE);
        assert!(left.is_empty(), "{left:?}");
        (home, folder)
    }

    /// The program is killed a second after the last key, and started again.
    #[must_use = "a story ends with something it asserts"]
    pub fn killed(self) -> Self {
        let Self { home, folder, session, .. } = self.later(Duration::from_secs(1));
        // Whatever ends a session on purpose settles it first.
        drop(session);
        gone(home.path());
        Self::open(home, folder, Language::Italian, Canned::silent())
    }

    /// Time passes, and what is due by then is done.
    #[must_use = "a story ends with something it asserts"]
    pub fn later(mut self, time: Duration) -> Self {
        self.session.crew.keep_journal(Instant::now() + time);
        self.settled()
    }

    /// Something happened that no key asked for.
    #[must_use = "a story ends with something it asserts"]
    pub fn event(mut self, event: Event) -> Self {
        let wishes = self.session.take(Message::Event(Box::new(event)));
        self.note(wishes);
        self.frame();
        self.settled()
    }

    #[must_use = "a story ends with something it asserts"]
    pub fn sized(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self.input(InputKind::Resize { width, height }, Provenance::Terminal);
        self.settled()
    }

    /// Keys by their names in the key table, one after the other: `"m l l Enter"`.
    #[track_caller]
    #[must_use = "a story ends with something it asserts"]
    pub fn press(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.clock += 5_000;
            self.input(InputKind::Key(key), Provenance::Keyboard);
            self = self.settled();
        }
        self
    }

    /// A key that is held down: what the terminal repeats of it.
    #[must_use = "a story ends with something it asserts"]
    pub fn hold(mut self, name: &str) -> Self {
        let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
        self.clock += 5_000;
        let (press, provenance) = (Press::Repeat, Provenance::Keyboard);
        let input = Input { kind: InputKind::Key(key), press, provenance, read_at: self.clock };
        let wishes = self.session.take(Message::Input(input));
        self.note(wishes);
        self.frame();
        self.settled()
    }

    /// Letters as they are typed.
    #[must_use = "a story ends with something it asserts"]
    pub fn type_text(mut self, text: &str) -> Self {
        for letter in text.chars() {
            let key = Key::plain(palinsesto::vocab::KeyCode::Char(letter));
            self.input(InputKind::Key(key), Provenance::Keyboard);
        }
        self.settled()
    }

    /// Keys while something is still under way: nothing is waited for.
    #[must_use = "a story ends with something it asserts"]
    pub fn press_now(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is no key"));
            self.input(InputKind::Key(key), Provenance::Keyboard);
        }
        self
    }

    /// Takes what happens until the screen shows a text.
    #[track_caller]
    pub fn until_shows(self, text: &str) -> Self {
        self.until(text, |screen| screen.contains(text))
    }

    #[track_caller]
    pub fn until_hides(self, text: &str) -> Self {
        self.until(text, |screen| !screen.contains(text))
    }

    #[track_caller]
    pub fn until(mut self, what: &str, wanted: impl Fn(&str) -> bool) -> Self {
        let begun = Instant::now();
        while !wanted(&self.rows().join("\n")) {
            match self.inbox.recv_timeout(Duration::from_millis(20)) {
                Ok(message) => {
                    let wishes = self.session.take(message);
                    self.note(wishes);
                    self.frame();
                }
                Err(_) if begun.elapsed() < PATIENCE => {}
                Err(error) => {
                    panic!("{error}, never: {what:?}; the screen:\n{}", self.rows().join("\n"))
                }
            }
        }
        self
    }

    #[must_use = "a story ends with something it asserts"]
    pub fn paste(mut self, text: &str) -> Self {
        self.input(InputKind::Paste(text.to_owned()), Provenance::Paste);
        self.settled()
    }

    /// A click on the first place where the screen shows `text`.
    #[track_caller]
    #[must_use = "a story ends with something it asserts"]
    pub fn click(self, text: &str) -> Self {
        let at = self.place(text);
        self.mouse(MouseKind::Down, at, 1).mouse(MouseKind::Up, at, 1)
    }

    #[track_caller]
    #[must_use = "a story ends with something it asserts"]
    pub fn double_click(self, text: &str) -> Self {
        let at = self.place(text);
        self.click(text).mouse(MouseKind::Down, at, 2).mouse(MouseKind::Up, at, 1)
    }

    #[track_caller]
    #[must_use = "a story ends with something it asserts"]
    pub fn wheel_down(self, text: &str) -> Self {
        let at = self.place(text);
        self.mouse(MouseKind::WheelDown, at, 1)
    }

    /// Drags from one text on the screen to another.
    #[track_caller]
    #[must_use = "a story ends with something it asserts"]
    pub fn drag(self, from: &str, to: (u16, u16)) -> Self {
        let at = self.place(from);
        self.mouse(MouseKind::Down, at, 1).mouse(MouseKind::Drag, to, 1).mouse(MouseKind::Up, to, 1)
    }

    fn mouse(mut self, kind: MouseKind, (column, row): (u16, u16), clicks: u8) -> Self {
        let mouse = Mouse { kind, column, row, clicks, shift: false };
        self.input(InputKind::Mouse(mouse), Provenance::Mouse);
        self.settled()
    }

    /// Column and row of a text on the screen.
    #[track_caller]
    pub fn place(&self, text: &str) -> (u16, u16) {
        let screen = self.rows();
        for (row, line) in screen.iter().enumerate() {
            if let Some(at) = line.find(text) {
                let column = line[..at].chars().count();
                return (column as u16, row as u16);
            }
        }
        panic!("{text:?} is not on the screen:\n{}", screen.join("\n"));
    }

    /// Somebody else writes into the folder.
    #[must_use = "a story ends with something it asserts"]
    pub fn outside(self, path: &str, text: &str) -> Self {
        let path = self.folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
        self.focused()
    }

    /// The window gets the focus: whatever changed outside is read.
    #[must_use = "a story ends with something it asserts"]
    pub fn focused(mut self) -> Self {
        self.input(InputKind::FocusGained, Provenance::Terminal);
        self.settled()
    }

    pub fn rows(&self) -> Vec<String> {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        self.session.app.paint(&self.session.look, &mut buffer);
        (0..area.height)
            .map(|y| {
                let row: String = (0..area.width).map(|x| buffer[(x, y)].symbol()).collect();
                row.trim_end().to_owned()
            })
            .collect()
    }

    /// Where the terminal's cursor stands; `None` while it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.session.app.paint(&self.session.look, &mut buffer)
    }

    fn frame(&mut self) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let (mut shown, mut anew) = (Buffer::empty(area), Buffer::empty(area));
        self.session.paint(&mut shown);
        // What lies under a layer is kept for one size: after another it is drawn anew, and
        // must come out as it was shown.
        let app = &self.session.app;
        app.paint(&self.session.look, &mut Buffer::empty(Rect::new(0, 0, 30, 10)));
        app.paint(&self.session.look, &mut anew);
        assert_eq!(shown, anew, "a frame shows what is no longer so");
        self.session.has_shown(self.clock);
    }

    fn input(&mut self, kind: InputKind, provenance: Provenance) {
        let input = Input { kind, press: Press::Press, provenance, read_at: self.clock };
        let wishes = self.session.take(Message::Input(input));
        self.note(wishes);
        self.frame();
    }

    fn note(&mut self, wishes: Vec<Wish>) {
        for wish in wishes {
            if let Wish::Terminal(order) = wish {
                self.orders.push(order);
            }
        }
    }

    /// Takes everything that happens until nothing is under way any more.
    #[track_caller]
    fn settled(mut self) -> Self {
        let begun = Instant::now();
        loop {
            // Idle is asked first: whatever was sent before is in the inbox by then.
            let idle = self.session.crew.is_idle();
            let wait = if idle { Duration::ZERO } else { Duration::from_millis(2) };
            match self.inbox.recv_timeout(wait) {
                Ok(message) => {
                    let wishes = self.session.take(message);
                    self.note(wishes);
                    self.frame();
                }
                Err(RecvTimeoutError::Timeout) if idle => return self,
                // The last thing done may have had nothing to say.
                Err(RecvTimeoutError::Timeout) if begun.elapsed() < PATIENCE => {}
                Err(error) => panic!("{error}; the screen:\n{}", self.rows().join("\n")),
            }
        }
    }
}

/// Waits until no session below `folder` holds its journal any more, as after a kill.
fn gone(folder: &std::path::Path) {
    let begun = Instant::now();
    let mut files = Vec::new();
    walk(folder, folder, &mut files);
    let holds = |name: &&String| name.ends_with(".session") || name.contains("/windows/");
    for name in files.iter().filter(holds) {
        let held = || {
            let file = std::fs::File::open(folder.join(name));
            file.is_ok_and(|file| file.try_lock().is_err())
        };
        while held() {
            assert!(begun.elapsed() < PATIENCE, "{name} is still held");
            std::thread::park_timeout(Duration::from_millis(1));
        }
    }
}
