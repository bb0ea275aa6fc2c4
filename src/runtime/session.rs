//! One open folder: the app, the crew, and what a message does to them. Knows no
//! terminal, so that a test drives it with a buffer for a screen.

use super::crew::{Crew, TerminalOrder};
use super::parting::{Left, part};
use super::signals::Signal;
use super::{Message, clock, crash, fault};
use crate::app::{App, Look};
use crate::domain::{Id, NotAnAct, Now, Seen};
use crate::gate::ApproveAct;
use crate::vocab::{Effect, Event, Input, InputKind};
use ratatui::buffer::Buffer;
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

pub struct Session {
    pub app: App,
    pub crew: Crew,
    pub look: Look,
    shown_minute: i64,
    /// What somebody may say yes to, and since when it has been on the screen.
    before_eyes: Option<(Seen, u64)>,
}

/// What a message asks of whoever owns the terminal.
#[derive(Debug)]
pub enum Wish {
    Terminal(TerminalOrder),
    Resized,
    End(Ending),
    /// Stopped from outside, as by `kill -TSTP`.
    Suspend,
    Continued,
}

/// What ends a session that nobody has asked to end.
#[derive(Debug)]
pub enum Ending {
    /// Whoever heard the signal waits to be told that the terminal is given back.
    Signal { number: i32, done: Sender<()> },
    /// The terminal is gone.
    HungUp,
    /// A thread we cannot do without has panicked.
    Crashed,
}

impl Ending {
    pub fn code(&self) -> i32 {
        match self {
            Self::Signal { number, .. } => 128 + number,
            Self::HungUp => 128 + signal_hook::consts::SIGHUP,
            Self::Crashed => crash::CODE.into(),
        }
    }

    /// How long the disk may take.
    pub fn patience(&self) -> Duration {
        match self {
            Self::Signal { .. } | Self::HungUp => AT_ONCE,
            Self::Crashed => LEAVING,
        }
    }
}

/// How long the end waits for the disk where a person has asked for it …
pub const LEAVING: Duration = Duration::from_secs(3);
/// … and where a second is all there is: less than the signals give us.
pub const AT_ONCE: Duration = Duration::from_millis(800);

impl Session {
    pub fn new(app: App, crew: Crew, look: Look) -> Self {
        let shown_minute = crew.now().timestamp() / 60;
        Self { app, crew, look, shown_minute, before_eyes: None }
    }

    /// What the first frame does not need, once it is on the screen.
    pub fn begin(&mut self) -> Vec<Wish> {
        let effects = self.app.begin();
        let wishes = self.carry_out(effects);
        self.crew.begin();
        wishes
    }

    pub fn take(&mut self, message: Message) -> Vec<Wish> {
        match message {
            Message::Input(input) => {
                if input.kind == InputKind::FocusGained {
                    fault::point("screen");
                    self.crew.rescan();
                }
                let mut wishes = Vec::new();
                if matches!(input.kind, InputKind::Resize { .. }) {
                    wishes.push(Wish::Resized);
                }
                // As it stood when the key was pressed, not as the key has left it.
                let seen = self.app.seen();
                let effects = self.app.input(&input, &self.look);
                for effect in effects {
                    match effect {
                        Effect::Approve(post) => {
                            wishes.extend(self.approve(post, seen.as_ref(), &input));
                        }
                        effect => wishes.extend(self.carry_out(vec![effect])),
                    }
                }
                wishes
            }
            Message::Event(event) => {
                let effects = self.app.event(&event, &self.look);
                self.carry_out(effects)
            }
            Message::Signal(Signal::End { number, done }) => {
                vec![Wish::End(Ending::Signal { number, done })]
            }
            Message::Signal(Signal::Stop) => vec![Wish::Suspend],
            Message::Signal(Signal::Continue) => vec![Wish::Continued],
            Message::Signal(Signal::Resize) => vec![Wish::Resized],
            Message::Crashed => vec![Wish::End(Ending::Crashed)],
            Message::HungUp => vec![Wish::End(Ending::HungUp)],
        }
    }

    /// Somebody wants to say yes: whether that is an act is the gate's to say.
    fn approve(&mut self, post: Id, seen: Option<&Seen>, input: &Input) -> Vec<Wish> {
        let same = |(shown, _): &&(Seen, u64)| seen.is_some_and(|seen| seen.is_same(shown));
        let since = self.before_eyes.as_ref().filter(same);
        let act = match (seen, since) {
            (Some(seen), Some((_, since))) => ApproveAct::of(input, seen, *since),
            (Some(_), None) => Err(NotAnAct::TooSoon),
            (None, _) => Err(NotAnAct::NotAPress),
        };
        match act {
            Ok(act) => {
                self.crew.approve(act, self.app.world.by.clone());
                Vec::new()
            }
            Err(why) => self.take(Message::Event(Box::new(Event::NotApproved { post, why }))),
        }
    }

    /// A frame is on the screen. `at`: milliseconds since the program started.
    pub fn has_shown(&mut self, at: u64) {
        self.app.was_shown(&self.look);
        let seen = self.app.seen();
        self.before_eyes = match (self.before_eyes.take(), seen) {
            (Some((shown, since)), Some(seen)) if seen.is_same(&shown) => Some((seen, since)),
            (_, seen) => seen.map(|seen| (seen, at)),
        };
    }

    /// After sleeping: the journal, and the minute.
    pub fn wake(&mut self) -> Vec<Wish> {
        self.crew.keep_journal(clock::tick());
        let now = self.crew.now();
        if now.timestamp() / 60 == self.shown_minute {
            return Vec::new();
        }
        self.shown_minute = now.timestamp() / 60;
        let before = self.app.world.now;
        if (Now { utc: now, ..before }).today() != before.today() {
            self.crew.review();
        }
        self.take(Message::Event(Box::new(Event::Ticked(now))))
    }

    /// Before the end, whatever ends it. Returns within `at_most`, whether or not the disk
    /// answers; what is in no file by then.
    pub fn settle(&mut self, inbox: &Receiver<Message>, at_most: Duration) -> Left {
        part(self, inbox, at_most)
    }

    pub fn may_sleep(&self) -> Option<Duration> {
        self.crew.may_sleep()
    }

    /// Draws the whole screen; the position of the text cursor, where there is one.
    pub fn paint(&mut self, buf: &mut Buffer) -> Option<(u16, u16)> {
        self.app.resize(buf.area);
        self.app.paint(&self.look, buf)
    }

    pub fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Wish> {
        let mut wishes = Vec::new();
        for effect in effects {
            match effect {
                Effect::Revoke(post) => self.crew.revoke(post, self.app.world.by.clone()),
                effect => wishes.extend(self.crew.carry_out(effect).map(Wish::Terminal)),
            }
        }
        wishes
    }
}
