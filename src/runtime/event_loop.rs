//! The loop: sleep, take what arrived, show once. The same for a screen and for lines
//! that are only added; what differs between the two is a [`Face`].
//!
//! Decides nothing of the business: messages go to the session, wishes come back.

use super::crew::TerminalOrder;
use super::input::InputThread;
use super::parting::Left;
use super::session::{AT_ONCE, Ending, LEAVING, Session, Wish};
use super::start::Ready;
use super::terminal::{self, Modes};
use super::{Message, clock, crash, outside, signals};
use crate::domain::Failure;
use crate::vocab::Event;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// More than any terminal takes in one OSC 52.
const CLIPBOARD_LIMIT: usize = 100_000;

/// How a session is shown on the terminal. It enters its modes as it is made, and leaves
/// them as it is dropped.
pub trait Face {
    const MODES: Modes;

    /// What is new since the last time.
    fn show(&mut self, session: &mut Session) -> io::Result<()>;

    /// Everything is new again.
    fn forget(&mut self) -> io::Result<()>;

    /// Another program or the shell has used the terminal, or it has had another size.
    fn came_back(&mut self) -> io::Result<()>;

    /// Onto the clipboard of whatever terminal shows us, through SSH too (OSC 52).
    fn copy(&mut self, text: &str) -> io::Result<()>;
}

pub struct EventLoop<F> {
    session: Session,
    face: F,
    input: InputThread,
    inbox: Receiver<Message>,
    to: Sender<Message>,
    left: Left,
    /// When the program started.
    begun: Instant,
}

/// How a session ended.
pub struct Ended {
    /// The exit code; an error where the terminal could not be written to any more.
    pub code: io::Result<i32>,
    /// To be told now that the terminal is given back.
    pub left: Left,
}

impl<F: Face> EventLoop<F> {
    pub fn start(Ready { session, inbox, to }: Ready, face: F) -> io::Result<Self> {
        crash::tell(to.clone());
        signals::listen(to.clone())?;
        let begun = clock::tick();
        let input = InputThread::start(to.clone(), begun)?;
        Ok(Self { session, face, input, inbox, to, left: Left::default(), begun })
    }

    /// Until the person leaves, or a signal or a panic ends it.
    pub fn run(mut self) -> Ended {
        let ended = crash::caught(|| self.go());
        // What was typed stands apart from what was being done to it, and from a terminal that
        // was closed in the middle of a frame.
        match ended {
            Some(Ok(_)) => {}
            Some(Err(_)) => self.settle(AT_ONCE),
            None => self.settle(LEAVING),
        }
        Ended { code: ended.unwrap_or(Ok(crash::CODE.into())), left: self.left }
    }

    fn settle(&mut self, at_most: Duration) {
        self.left = self.session.settle(&self.inbox, at_most);
    }

    fn go(&mut self) -> io::Result<i32> {
        self.show()?;
        let wishes = self.session.begin();
        let mut end = self.grant(wishes)?;
        while end.is_none() {
            let mut wishes = match self.next() {
                Ok(message) => self.session.take(message),
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            };
            wishes.extend(self.session.wake());
            end = self.grant(wishes)?;
            // Shown once for everything that has arrived by now.
            while end.is_none()
                && let Ok(message) = self.inbox.try_recv()
            {
                let wishes = self.session.take(message);
                end = self.grant(wishes)?;
            }
            if end.is_none() {
                self.show()?;
            }
        }
        Ok(end.unwrap_or(0))
    }

    fn next(&self) -> Result<Message, RecvTimeoutError> {
        match self.session.may_sleep() {
            Some(time) => self.inbox.recv_timeout(time),
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn show(&mut self) -> io::Result<()> {
        self.face.show(&mut self.session)?;
        self.session.has_shown(self.begun.elapsed().as_millis() as u64);
        Ok(())
    }

    /// Does what only the owner of the terminal can; `Some` is the exit code.
    fn grant(&mut self, wishes: Vec<Wish>) -> io::Result<Option<i32>> {
        for wish in wishes {
            match wish {
                Wish::End(ending) => {
                    self.settle(ending.patience());
                    terminal::leave();
                    let code = ending.code();
                    if let Ending::Signal { done, .. } = ending {
                        let _ = done.send(());
                    }
                    return Ok(Some(code));
                }
                Wish::Terminal(TerminalOrder::Quit) => {
                    self.settle(LEAVING);
                    return Ok(Some(0));
                }
                Wish::Terminal(TerminalOrder::Redraw) => self.face.forget()?,
                // Even where the size is the old one again: what it showed meanwhile was cut,
                // and its cursor was moved.
                Wish::Continued | Wish::Resized => self.face.came_back()?,
                Wish::Terminal(TerminalOrder::Suspend) | Wish::Suspend => {
                    self.away(|_| {
                        signals::stop();
                        None
                    })?;
                }
                Wish::Terminal(TerminalOrder::Edit(what)) => {
                    self.away(|session| Some(outside::edit_what(&session.crew.root, what)))?;
                }
                Wish::Terminal(TerminalOrder::Copy(text)) => self.copy(&text)?,
            }
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let event = if text.len() > CLIPBOARD_LIMIT {
            Event::NotDone(Failure::ClipboardTooLarge { bytes: text.len() })
        } else {
            self.face.copy(text)?;
            Event::TextCopied { characters: text.chars().count() }
        };
        self.tell(event);
        Ok(())
    }

    /// Gives the terminal away, and takes it back. No key is lost: the reader has said
    /// that it reads no more.
    fn away(&mut self, work: impl FnOnce(&Session) -> Option<Event>) -> io::Result<()> {
        self.input.pause();
        // Whatever ends us meanwhile finds the text in the journal.
        self.session.crew.journal_now();
        terminal::leave();
        let event = work(&self.session);
        terminal::modes_on(F::MODES)?;
        self.face.came_back()?;
        self.input.resume();
        self.session.crew.rescan();
        if let Some(event) = event {
            self.tell(event);
        }
        Ok(())
    }

    fn tell(&self, event: Event) {
        let _ = self.to.send(Message::Event(Box::new(event)));
    }
}
