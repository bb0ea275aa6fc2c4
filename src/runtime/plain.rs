//! The face for a screen reader: the same session, said in lines that are only ever
//! added. No alternate screen, no boxes; what changed is said, what did not is not.

mod teller;

use super::event_loop::Face;
use super::fault;
use super::firewall::Firewall;
use super::session::Session;
use super::terminal::{self, Modes};
use std::fs::File;
use std::io::{self, Write};
pub use teller::Teller;

pub struct Plain {
    out: Firewall<File>,
    teller: Teller,
}

impl Plain {
    /// `why` is the first line: which switch asked for lines.
    pub fn enter(why: &str) -> io::Result<Self> {
        terminal::modes_on(Self::MODES)?;
        let tty = File::from(rustix::io::dup(rustix::stdio::stdout())?);
        let mut plain = Self { out: Firewall::new(tty), teller: Teller::default() };
        plain.line(why)?;
        Ok(plain)
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.out.write_all(line.as_bytes())?;
        self.out.inner_mut().write_all(b"\r\n")
    }
}

impl Face for Plain {
    const MODES: Modes = Modes::Lines;

    fn show(&mut self, session: &mut Session) -> io::Result<()> {
        let Session { app, look, .. } = session;
        for line in self.teller.tell(app.spoken(look), &look.words) {
            self.line(&line)?;
        }
        Ok(())
    }

    fn forget(&mut self) -> io::Result<()> {
        self.teller.forget();
        Ok(())
    }

    /// What was said stands above, whoever wrote below it.
    fn came_back(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        terminal::copy(self.out.inner_mut(), text)
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        terminal::leave();
        fault::told(self.out.dropped());
    }
}
