//! The loop for a screen reader: the same session, said in lines that are only ever
//! added. No alternate screen, no boxes; what changed is said, what did not is not.

mod teller;

use super::crew::TerminalOrder;
use super::firewall::Firewall;
use super::input::InputThread;
use super::session::{Session, Wish};
use super::start::Ready;
use super::terminal::{self, Modes};
use super::{Message, clock, outside, signals};
use crate::vocab::Event;
use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
pub use teller::Teller;

pub struct Plain {
    session: Session,
    input: InputThread,
    inbox: Receiver<Message>,
    to: Sender<Message>,
    out: Firewall<File>,
    teller: Teller,
}

impl Plain {
    /// `why` is the first line: which switch asked for lines.
    pub fn enter(Ready { session, inbox, to }: Ready, why: &str) -> io::Result<Self> {
        terminal::modes_on(Modes::Lines)?;
        let tty = File::from(rustix::io::dup(rustix::stdio::stdout())?);
        signals::listen(to.clone())?;
        let input = InputThread::start(to.clone(), clock::tick())?;
        let out = Firewall::new(tty);
        let mut plain = Self { session, input, inbox, to, out, teller: Teller::default() };
        plain.line(why)?;
        Ok(plain)
    }

    /// Until the person leaves, or a signal ends it: the exit code.
    pub fn run(&mut self) -> io::Result<i32> {
        self.say()?;
        let wishes = self.session.begin();
        let mut end = self.grant(wishes)?;
        while end.is_none() {
            let mut wishes = match self.next() {
                Ok(message) => self.session.take(message),
                Err(RecvTimeoutError::Timeout) => Vec::new(),
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            };
            wishes.extend(self.session.wake());
            while let Ok(message) = self.inbox.try_recv() {
                wishes.extend(self.session.take(message));
            }
            end = self.grant(wishes)?;
            self.say()?;
        }
        terminal::leave();
        Ok(end.unwrap_or(0))
    }

    fn next(&self) -> Result<Message, RecvTimeoutError> {
        match self.session.may_sleep() {
            Some(time) => self.inbox.recv_timeout(time),
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// What is news by now.
    fn say(&mut self) -> io::Result<()> {
        let Session { app, look, .. } = &self.session;
        for line in self.teller.tell(app.spoken(look), &look.words) {
            self.line(&line)?;
        }
        Ok(())
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(line.as_bytes())?;
        self.out.inner_mut().write_all(b"\r\n")
    }

    fn grant(&mut self, wishes: Vec<Wish>) -> io::Result<Option<i32>> {
        for wish in wishes {
            match wish {
                Wish::End(code) => return Ok(Some(code)),
                Wish::Terminal(TerminalOrder::Quit) => {
                    self.session.crew.settle();
                    return Ok(Some(0));
                }
                Wish::Terminal(TerminalOrder::Redraw) => self.teller.forget(),
                Wish::Terminal(TerminalOrder::Suspend) | Wish::Suspend => {
                    self.away(|_| {
                        signals::stop();
                        None
                    })?;
                }
                Wish::Terminal(TerminalOrder::Edit(what)) => {
                    self.away(|session| Some(outside::edit_what(&session.crew.root, what)))?;
                }
                // The text goes to the terminal's own clipboard, as on the screen.
                Wish::Terminal(TerminalOrder::Copy(text)) => {
                    let characters = text.chars().count();
                    let copy = crossterm::clipboard::CopyToClipboard::to_clipboard_from(&text);
                    crossterm::execute!(self.out.inner_mut(), copy)?;
                    self.tell(Event::TextCopied { characters });
                }
                Wish::Resized | Wish::Continued => {}
            }
        }
        Ok(None)
    }

    /// Gives the terminal away, and takes it back.
    fn away(&mut self, work: impl FnOnce(&Session) -> Option<Event>) -> io::Result<()> {
        self.input.pause();
        self.session.crew.journal_now();
        terminal::leave();
        let event = work(&self.session);
        terminal::modes_on(Modes::Lines)?;
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

impl Drop for Plain {
    fn drop(&mut self) {
        terminal::leave();
    }
}
