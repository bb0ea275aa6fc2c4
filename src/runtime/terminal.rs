//! The terminal and its modes: entered in one place, left in one place, whatever ends
//! the program. Drawing is a comparison of two buffers; nothing here asks the terminal
//! anything, so nothing waits for an answer.

use super::changes::changes;
use super::event_loop::Face;
use super::fault;
use super::firewall::Firewall;
use super::frame::frame;
use super::session::Session;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rustix::termios::{self, OptionalActions, Termios};
use std::fs::File;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

/// Alternate screen, bracketed paste, focus, buttons and drags with SGR coordinates
/// (never every motion, which would wake us all day), unambiguous keys where known.
const ENTER: &[u8] =
    b"\x1b[?1049h\x1b[2J\x1b[?25l\x1b[?2004h\x1b[?1004h\x1b[?1000h\x1b[?1002h\x1b[?1006h\x1b[>1u";
const LEAVE: &[u8] = b"\x1b[<u\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?1004l\x1b[?2004l\x1b[?2026l\
                       \x1b[0m\x1b[?25h\x1b[?1049l";
/// For lines that are only ever added: pastes come whole, nothing else changes.
const ENTER_LINES: &[u8] = b"\x1b[?2004h";
const LEAVE_LINES: &[u8] = b"\x1b[?2004l\x1b[0m\r\n";
/// A terminal that claims to be larger is not believed: a buffer is allocated for it.
const LARGEST: u16 = 1000;

/// What `leave` needs, reachable from a panic hook and from the signal thread.
static ENTERED: Mutex<Option<Entered>> = Mutex::new(None);

struct Entered {
    tty: File,
    before: Termios,
    modes: Modes,
}

/// The screen being drawn on.
pub struct Terminal {
    wall: Firewall<Outlet>,
    shown: Buffer,
    /// Where the text cursor stands on the screen, while it is visible.
    cursor: Option<(u16, u16)>,
    next: Buffer,
}

/// A frame is gathered whole and leaves in one write.
struct Outlet {
    tty: File,
    frame: Vec<u8>,
}

impl Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let sent = self.tty.write_all(&self.frame);
        self.frame.clear();
        sent
    }
}

impl Terminal {
    /// Enters raw mode, the alternate screen and the modes above. Fails where standard
    /// input or output is no terminal.
    pub fn enter() -> io::Result<Self> {
        modes_on(Self::MODES)?;
        let outlet = Outlet { tty: tty()?, frame: Vec::new() };
        let area = size();
        Ok(Self {
            wall: Firewall::new(outlet),
            shown: Buffer::empty(area),
            cursor: None,
            next: Buffer::empty(area),
        })
    }

    /// Draws one frame: `paint` fills every cell and says where the cursor stands.
    fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>) -> io::Result<()> {
        let area = size();
        if self.next.area != area {
            self.resize(area);
        }
        let cursor = paint(&mut self.next);
        let changes = changes(&self.shown, &self.next);
        if !changes.is_empty() || cursor != self.cursor {
            let mut frame = frame(&changes, area.width, self.cursor, cursor);
            if fault::leaks() {
                frame.extend(b"\x1b]0;titolo\x07");
            }
            self.wall.write_all(&frame)?;
            self.wall.flush()?;
            self.cursor = cursor;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    fn resize(&mut self, area: Rect) {
        self.shown = Buffer::empty(area);
        self.cursor = None;
        self.next = Buffer::empty(area);
        // What an older, larger frame left behind must go too.
        let _ = self.wall.write_all(b"\x1b[?25l\x1b[0m\x1b[2J");
    }

    /// Sequences kept from the terminal since the start; 0 unless something is wrong.
    pub fn dropped(&self) -> u64 {
        self.wall.dropped()
    }
}

impl Face for Terminal {
    const MODES: Modes = Modes::Screen;

    fn show(&mut self, session: &mut Session) -> io::Result<()> {
        self.draw(|buf| session.paint(buf))
    }

    fn forget(&mut self) -> io::Result<()> {
        // It goes with the frame that follows.
        self.resize(size());
        Ok(())
    }

    fn came_back(&mut self) -> io::Result<()> {
        self.forget()
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        copy(self.wall.inner_mut(), text)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
        fault::told(self.dropped());
    }
}

/// One of the sequences that are ours to send, past the firewall.
pub fn copy(out: &mut impl Write, text: &str) -> io::Result<()> {
    crossterm::execute!(out, crossterm::clipboard::CopyToClipboard::to_clipboard_from(text))
}

/// The size of the terminal now, clamped; 80×24 where it does not say.
pub fn size() -> Rect {
    let (width, height) = termios::tcgetwinsize(rustix::stdio::stdout())
        .map_or((80, 24), |size| (size.ws_col, size.ws_row));
    let or = |value: u16, default: u16| if value == 0 { default } else { value.min(LARGEST) };
    Rect::new(0, 0, or(width, 80), or(height, 24))
}

fn tty() -> io::Result<File> {
    Ok(File::from(rustix::io::dup(rustix::stdio::stdout())?))
}

/// What the terminal is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modes {
    Screen,
    /// Lines that are only ever added, for a screen reader.
    Lines,
}

/// Switches every mode on; does nothing when they are.
pub fn modes_on(modes: Modes) -> io::Result<()> {
    let mut entered = ENTERED.lock().unwrap_or_else(PoisonError::into_inner);
    if entered.is_some() {
        return Ok(());
    }
    let before = termios::tcgetattr(rustix::stdio::stdin())?;
    let mut raw = before.clone();
    raw.make_raw();
    let mut tty = tty()?;
    termios::tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &raw)?;
    let shown = tty.write_all(if modes == Modes::Screen { ENTER } else { ENTER_LINES });
    *entered = Some(Entered { tty, before, modes });
    drop(entered);
    shown.inspect_err(|_| leave())
}

/// Restores every mode. Safe to call twice, from any thread, in the middle of a frame.
pub fn leave() {
    let taken = ENTERED.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(Entered { mut tty, before, modes }) = taken {
        let _ = tty.write_all(if modes == Modes::Screen { LEAVE } else { LEAVE_LINES });
        let _ = termios::tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &before);
    }
}
