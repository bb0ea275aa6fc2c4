//! The program without a terminal: a session on a fresh demo, keys in, a buffer out.
//! Waits for what happens, never for a clock.

use crate::canned::Canned;
use anyhow::{Context as _, Result, anyhow};
use palinsesto::app::Look;
use palinsesto::cli::demo;
use palinsesto::config::Approvals;
use palinsesto::domain::{Now, Stage};
use palinsesto::features::calendar::Cursor;
use palinsesto::i18n::{Language, Words};
use palinsesto::keymap::Keymap;
use palinsesto::runtime::{Clock, Message, Ready, Session, Start};
use palinsesto::storage::Folder;
use palinsesto::ui::{Colors, Theme};
use palinsesto::vocab::{Input, InputKind, Key, KeyCode, Press, Provenance};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// Wednesday 25 November 2026, nine in the morning in Rome.
const NOW: &str = "2026-11-25T08:00:00Z";
const MOMENT: Duration = Duration::from_millis(5);
/// Moments without news after which something must be wrong.
const PATIENCE: usize = 4000;
/// More steps than any week has places.
const STEPS: usize = 120;

pub struct Scene {
    pub name: &'static str,
    pub language: Language,
    pub size: (u16, u16),
    /// Names of keys; `=text` is typed; `{post}` walks to a planned post with a text,
    /// `{suggestions}` to one with suggestions.
    pub keys: &'static [&'static str],
    pub light: bool,
}

impl Scene {
    pub fn new(
        name: &'static str,
        language: Language,
        size: (u16, u16),
        keys: &'static [&'static str],
    ) -> Self {
        Self { name, language, size, keys, light: false }
    }

    pub fn light(self) -> Self {
        Self { light: true, ..self }
    }
}

pub struct Player {
    session: Session,
    inbox: Receiver<Message>,
    area: Rect,
    _home: tempfile::TempDir,
}

impl Player {
    pub fn open(scene: &Scene) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let folder = home.path().join("bottega");
        let zone = chrono_tz::Europe::Rome;
        let now = Now { utc: NOW.parse()?, zone };
        let words = Words::new(scene.language);
        demo::run(&folder, now, &words, &mut std::io::sink())
            .map_err(|_| anyhow!("the demo cannot be made"))?;
        let theme = Theme::new(Colors::True, scene.light, false);
        let start = Start {
            folder: Folder::open(&folder).map_err(|p| anyhow!("{p:?}"))?,
            state_home: home.path().join("state"),
            look: Look::new(words, theme, Keymap::builtin()),
            clock: Clock::Fixed(now.utc),
            seed: 7,
            sources: Arc::new(model(scene.language)),
            approvals: Approvals::default(),
            by: Some("Ada Neri <ada@example.org>".to_owned()),
            watches: false,
            pretends: false,
        };
        let Ready { session, inbox, to: _ } = start.open().map_err(|p| anyhow!("{p:?}"))?;
        let area = Rect::new(0, 0, scene.size.0, scene.size.1);
        let mut player = Self { session, inbox, area, _home: home };
        player.screen();
        player.session.begin();
        player.settle()?;
        Ok(player)
    }

    pub fn play(&mut self, keys: &str) -> Result<()> {
        match keys {
            "{post}" => self.walk_to(|player| player.stands_on(false)),
            "{suggestions}" => self.walk_to(|player| player.stands_on(true)),
            _ => match keys.strip_prefix('=') {
                Some(text) => text
                    .chars()
                    .try_for_each(|letter| self.press(Key::plain(KeyCode::Char(letter)))),
                None => keys.split_whitespace().try_for_each(|name| {
                    self.press(Key::parse(name).with_context(|| format!("{name} is no key"))?)
                }),
            },
        }
    }

    /// The screen as it stands.
    pub fn screen(&mut self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        // The terminal's own cursor is in no buffer: a block stands for it.
        if let Some(place) = self.session.paint(&mut buffer) {
            buffer[place].modifier.insert(Modifier::REVERSED);
        }
        buffer
    }

    /// From the first place of the week downwards and to the right.
    fn walk_to(&mut self, found: impl Fn(&Self) -> bool) -> Result<()> {
        for name in ["Home", "Left", "Left", "Left", "Left", "Left", "Left"] {
            self.play(name)?;
        }
        for step in 0..STEPS {
            if found(self) {
                return Ok(());
            }
            self.play(if step % 12 == 11 { "Right Home" } else { "Down" })?;
        }
        Err(anyhow!("the week of the demo has no such post"))
    }

    fn stands_on(&self, with_suggestions: bool) -> bool {
        let Cursor::Card { post, .. } = &self.session.app.calendar.cursor else { return false };
        let shelf = &self.session.app.world.shelf;
        let waiting = shelf.suggestions(post).iter().filter(|s| s.is_waiting()).count();
        let Some(entry) = shelf.get(post) else { return false };
        let planned =
            Stage::of_post(&entry.post) == Stage::Planned && entry.post.published.is_empty();
        planned && if with_suggestions { waiting > 1 } else { !entry.post.text.is_empty() }
    }

    fn press(&mut self, key: Key) -> Result<()> {
        let input = Input {
            kind: InputKind::Key(key),
            press: Press::Press,
            provenance: Provenance::Keyboard,
            read_at: 0,
        };
        self.session.take(Message::Input(input));
        self.screen();
        self.settle()
    }

    /// Takes everything that happens until nothing is under way any more.
    fn settle(&mut self) -> Result<()> {
        let mut quiet = 0;
        while quiet < PATIENCE {
            // Idle is asked first: whatever was sent before is in the inbox by then. The
            // last answer may come a moment before whoever gave it is idle.
            let idle = self.session.crew.is_idle();
            let wait = if idle { Duration::ZERO } else { MOMENT };
            match self.inbox.recv_timeout(wait) {
                Ok(message) => {
                    self.session.take(message);
                    self.screen();
                    quiet = 0;
                }
                Err(RecvTimeoutError::Timeout) if idle => return Ok(()),
                Err(RecvTimeoutError::Timeout) => quiet += 1,
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow!("something never ended"))
    }
}

/// For the header and the brief; the suggestions in the pictures are the demo's own files. No
/// model is asked for a picture, and none is named.
fn model(language: Language) -> Canned {
    let says = Canned::saying(["La lana è tornata in bottega."]);
    let (profile, model) = match language {
        Language::Italian => ("esempio", "un-modello"),
        Language::English => ("example", "a-model"),
    };
    Canned { profile, model, host: "127.0.0.1:8080", ..says }
}
