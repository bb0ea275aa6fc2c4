//! One open folder: the app, the crew, and what a message does to them. Knows no
//! terminal, so that a test drives it with a buffer for a screen.

use super::crew::{Crew, TerminalOrder};
use super::signals::Signal;
use super::{Message, clock, crash, fault};
use crate::app::{App, Look};
use crate::domain::Now;
use crate::vocab::{Effect, Event, InputKind};
use ratatui::buffer::Buffer;
use std::time::Duration;

pub struct Session {
    pub app: App,
    pub crew: Crew,
    pub look: Look,
    shown_minute: i64,
}

/// What a message asks of whoever owns the terminal.
#[derive(Debug, PartialEq)]
pub enum Wish {
    Terminal(TerminalOrder),
    Resized,
    /// A signal or a closed terminal: end with this exit code.
    End(i32),
    /// Stopped from outside, as by `kill -TSTP`.
    Suspend,
    Continued,
}

impl Session {
    pub fn new(app: App, crew: Crew, look: Look) -> Self {
        let shown_minute = crew.now().timestamp() / 60;
        Self { app, crew, look, shown_minute }
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
                let effects = self.app.input(&input, &self.look);
                wishes.extend(self.carry_out(effects));
                wishes
            }
            Message::Event(event) => {
                let effects = self.app.event(&event, &self.look);
                self.carry_out(effects)
            }
            Message::Signal(Signal::End { number, done }) => {
                self.crew.settle();
                super::terminal::leave();
                let _ = done.send(());
                vec![Wish::End(128 + number)]
            }
            Message::Signal(Signal::Stop) => vec![Wish::Suspend],
            Message::Signal(Signal::Continue) => vec![Wish::Continued],
            Message::Signal(Signal::Resize) => vec![Wish::Resized],
            Message::Crashed => {
                self.crew.settle();
                vec![Wish::End(crash::CODE.into())]
            }
            Message::HungUp => {
                self.crew.settle();
                vec![Wish::End(128 + signal_hook::consts::SIGHUP)]
            }
        }
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

    pub fn may_sleep(&self) -> Option<Duration> {
        self.crew.may_sleep()
    }

    /// Draws the whole screen; the position of the text cursor, where there is one.
    pub fn paint(&mut self, buf: &mut Buffer) -> Option<(u16, u16)> {
        self.app.resize(buf.area);
        self.app.paint(&self.look, buf)
    }

    pub fn carry_out(&mut self, effects: Vec<Effect>) -> Vec<Wish> {
        effects
            .into_iter()
            .filter_map(|effect| self.crew.carry_out(effect))
            .map(Wish::Terminal)
            .collect()
    }
}
