//! The loop on a real terminal: draw, sleep, take what arrived, draw once more.

use super::crew::TerminalOrder;
use super::input::InputThread;
use super::session::{Session, Wish};
use super::start::Ready;
use super::terminal::{self, Terminal};
use super::{Message, clock, outside, signals};
use crate::domain::Failure;
use crate::vocab::{Event, ExternalEdit};
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};

/// More than any terminal takes in one OSC 52.
const CLIPBOARD_LIMIT: usize = 100_000;

pub struct Tui {
    session: Session,
    terminal: Terminal,
    input: InputThread,
    inbox: Receiver<Message>,
    to: Sender<Message>,
}

impl Tui {
    pub fn enter(Ready { session, inbox, to }: Ready) -> io::Result<Self> {
        let terminal = Terminal::enter()?;
        signals::listen(to.clone())?;
        let input = InputThread::start(to.clone(), clock::tick())?;
        Ok(Self { session, terminal, input, inbox, to })
    }

    /// Until the person leaves, or a signal ends it: the exit code.
    pub fn run(&mut self) -> io::Result<i32> {
        self.paint()?;
        let wishes = self.session.begin();
        if let Some(code) = self.grant(wishes)? {
            return Ok(code);
        }
        loop {
            let mut wishes = match self.next() {
                Ok(Some(message)) => self.session.take(message),
                Ok(None) => Vec::new(),
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            };
            wishes.extend(self.session.wake());
            if let Some(code) = self.grant(wishes)? {
                return Ok(code);
            }
            // One frame for everything that has arrived by now.
            while let Ok(message) = self.inbox.try_recv() {
                let wishes = self.session.take(message);
                if let Some(code) = self.grant(wishes)? {
                    return Ok(code);
                }
            }
            self.paint()?;
        }
    }

    fn next(&self) -> Result<Option<Message>, RecvTimeoutError> {
        match self.session.may_sleep() {
            Some(time) => self.inbox.recv_timeout(time).map(Some),
            None => self.inbox.recv().map(Some).map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn paint(&mut self) -> io::Result<()> {
        let session = &mut self.session;
        self.terminal.draw(|buf| session.paint(buf))
    }

    fn grant(&mut self, wishes: Vec<Wish>) -> io::Result<Option<i32>> {
        for wish in wishes {
            match wish {
                Wish::End(code) => return Ok(Some(code)),
                Wish::Terminal(TerminalOrder::Quit) => {
                    self.session.crew.settle();
                    return Ok(Some(0));
                }
                Wish::Terminal(TerminalOrder::Redraw) | Wish::Continued => {
                    self.terminal.forget()?;
                }
                Wish::Terminal(TerminalOrder::Suspend) | Wish::Suspend => self.suspend()?,
                Wish::Terminal(TerminalOrder::Copy(text)) => self.copy(&text)?,
                Wish::Terminal(TerminalOrder::Edit(what)) => self.edit(what)?,
                Wish::Resized => {}
            }
        }
        Ok(None)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let event = if text.len() > CLIPBOARD_LIMIT {
            Event::NotDone(Failure::ClipboardTooLarge { bytes: text.len() })
        } else {
            self.terminal.copy(text)?;
            Event::TextCopied { characters: text.chars().count() }
        };
        self.tell(event);
        Ok(())
    }

    /// Gives the terminal away until the person's editor ends. No key is lost: the reader
    /// has said that it reads no more.
    fn edit(&mut self, what: ExternalEdit) -> io::Result<()> {
        self.input.pause();
        // Whatever ends us meanwhile finds the text in the journal.
        self.session.crew.journal_now();
        terminal::leave();
        let event = outside::edit_what(&self.session.crew.root, what);
        self.back()?;
        self.tell(event);
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.input.pause();
        terminal::leave();
        signals::stop();
        // Here we are again.
        self.back()
    }

    fn back(&mut self) -> io::Result<()> {
        terminal::modes_on(terminal::Modes::Screen)?;
        self.terminal.forget()?;
        self.input.resume();
        self.session.crew.rescan();
        Ok(())
    }

    fn tell(&self, event: Event) {
        let _ = self.to.send(Message::Event(Box::new(event)));
    }
}
