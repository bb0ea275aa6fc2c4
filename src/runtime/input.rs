//! The thread that reads the terminal, and nothing else.
//!
//! It sleeps in `poll(2)` on the terminal and on a wake pipe, without a time-out. A pause
//! is a handshake: once it is acknowledged no byte is read, so that `$EDITOR` gets every
//! key. A terminal that hangs up is reported once.

use super::{Message, crash, fault};
use crate::vocab::{Input, InputKind, Key, KeyCode, Mouse, MouseKind, Press, Provenance};
use crossterm::event as term;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::OwnedFd;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// Clicks on one cell within this time count together.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// How long crossterm is given to look: it reads nothing in no time, and in less than a
/// millisecond it does not sleep but asks again and again, on a core that has a frame to draw.
const MOMENT: Duration = Duration::from_micros(20);

/// The reading thread, seen from the loop.
pub struct InputThread {
    wake: OwnedFd,
    orders: Sender<Order>,
    paused: Receiver<()>,
}

enum Order {
    Pause,
    Resume,
}

impl InputThread {
    pub fn start(to: Sender<Message>, started: Instant) -> io::Result<Self> {
        let (woken, wake) = rustix::pipe::pipe()?;
        let (orders, from_loop) = channel();
        let (acknowledge, paused) = channel();
        std::thread::Builder::new().name("input".into()).spawn(move || {
            let mut reader = Reader { to: to.clone(), started, last_click: None };
            crash::needed(&to, || reader.run(&woken, &from_loop, &acknowledge));
        })?;
        Ok(Self { wake, orders, paused })
    }

    /// Returns once no byte is being read any more. A half-sent escape sequence can hold
    /// the reader; then we go on after a short while rather than wait for the rest of it.
    pub fn pause(&self) {
        if self.order(Order::Pause) {
            let _ = self.paused.recv_timeout(Duration::from_millis(300));
        }
    }

    pub fn resume(&self) {
        self.order(Order::Resume);
    }

    fn order(&self, order: Order) -> bool {
        self.orders.send(order).is_ok() && rustix::io::write(&self.wake, &[0]).is_ok()
    }
}

struct Reader {
    to: Sender<Message>,
    started: Instant,
    last_click: Option<(u16, u16, Instant, u8)>,
}

impl Reader {
    fn run(&mut self, woken: &OwnedFd, orders: &Receiver<Order>, acknowledge: &Sender<()>) {
        loop {
            let stdin = rustix::stdio::stdin();
            let mut fds = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(woken, PollFlags::IN)];
            match poll(&mut fds, None) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => continue,
                Err(_) => return self.hang_up(),
            }
            let (tty, wake) = (fds[0].revents(), fds[1].revents());
            if wake.contains(PollFlags::IN) {
                if !obey(woken, orders, acknowledge) {
                    return;
                }
                continue;
            }
            if tty.contains(PollFlags::IN) && self.read_all().is_err() {
                return self.hang_up();
            }
            if tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return self.hang_up();
            }
        }
    }

    /// Everything that has arrived, as far as it is complete.
    fn read_all(&mut self) -> io::Result<()> {
        while is_more()? {
            if let Some(input) = self.translate(term::read()?)
                && self.to.send(Message::Input(input)).is_err()
            {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
        }
        Ok(())
    }

    fn hang_up(&self) {
        let _ = self.to.send(Message::HungUp);
    }

    fn translate(&mut self, event: term::Event) -> Option<Input> {
        let mut press = Press::Press;
        let (kind, provenance) = match event {
            term::Event::Key(key) => {
                match key.kind {
                    term::KeyEventKind::Press => {}
                    term::KeyEventKind::Repeat => press = Press::Repeat,
                    term::KeyEventKind::Release => return None,
                }
                (InputKind::Key(key_of(key)?), Provenance::Keyboard)
            }
            term::Event::Paste(text) => (InputKind::Paste(text), Provenance::Paste),
            term::Event::Mouse(mouse) => {
                (InputKind::Mouse(self.mouse_of(mouse)?), Provenance::Mouse)
            }
            term::Event::Resize(width, height) => {
                (InputKind::Resize { width, height }, Provenance::Terminal)
            }
            term::Event::FocusGained => (InputKind::FocusGained, Provenance::Terminal),
            term::Event::FocusLost => {
                fault::point("input");
                (InputKind::FocusLost, Provenance::Terminal)
            }
        };
        let read_at = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Some(Input { kind, press, provenance, read_at })
    }

    fn mouse_of(&mut self, event: term::MouseEvent) -> Option<Mouse> {
        use term::{MouseButton::Left, MouseEventKind as M};
        let kind = match event.kind {
            M::Down(Left) => MouseKind::Down,
            M::Drag(Left) => MouseKind::Drag,
            M::Up(Left) => MouseKind::Up,
            M::ScrollUp => MouseKind::WheelUp,
            M::ScrollDown => MouseKind::WheelDown,
            _ => return None,
        };
        let clicks = if kind == MouseKind::Down { self.click(event.column, event.row) } else { 1 };
        let shift = event.modifiers.contains(term::KeyModifiers::SHIFT);
        Some(Mouse { kind, column: event.column, row: event.row, clicks, shift })
    }

    fn click(&mut self, column: u16, row: u16) -> u8 {
        #[expect(clippy::disallowed_methods, reason = "clicks are counted where they are read")]
        let now = Instant::now();
        let clicks = match self.last_click {
            Some((x, y, at, n)) if (x, y) == (column, row) && now - at < DOUBLE_CLICK && n < 3 => {
                n + 1
            }
            _ => 1,
        };
        self.last_click = Some((column, row, now, clicks));
        clicks
    }
}

/// Asked twice: whoever is put aside in the first moment says no without having looked.
fn is_more() -> io::Result<bool> {
    Ok(term::poll(MOMENT)? || term::poll(MOMENT)?)
}

/// Carries out what the loop ordered; `false` when the loop is gone.
fn obey(woken: &OwnedFd, orders: &Receiver<Order>, acknowledge: &Sender<()>) -> bool {
    let mut byte = [0];
    if !matches!(rustix::io::read(woken, &mut byte), Ok(1)) {
        return false;
    }
    match orders.recv() {
        Ok(Order::Pause) => {
            if acknowledge.send(()).is_err() {
                return false;
            }
            // The byte that comes with the resumption is read here too.
            let resumed = matches!(orders.recv(), Ok(Order::Resume));
            resumed && matches!(rustix::io::read(woken, &mut byte), Ok(1))
        }
        Ok(Order::Resume) => true,
        Err(_) => false,
    }
}

fn key_of(event: term::KeyEvent) -> Option<Key> {
    use term::KeyCode as C;
    let mods = event.modifiers;
    let mut shift = mods.contains(term::KeyModifiers::SHIFT);
    let code = match event.code {
        C::Char(letter) => {
            // The letter carries its own case.
            let letter = if shift && letter.is_ascii_lowercase() {
                letter.to_ascii_uppercase()
            } else {
                letter
            };
            shift = false;
            KeyCode::Char(letter)
        }
        C::F(n) => KeyCode::F(n),
        C::Enter => KeyCode::Enter,
        C::Esc => KeyCode::Esc,
        C::Tab => KeyCode::Tab,
        C::BackTab => {
            shift = true;
            KeyCode::Tab
        }
        C::Backspace => KeyCode::Backspace,
        C::Delete => KeyCode::Delete,
        C::Insert => KeyCode::Insert,
        C::Left => KeyCode::Left,
        C::Right => KeyCode::Right,
        C::Up => KeyCode::Up,
        C::Down => KeyCode::Down,
        C::Home => KeyCode::Home,
        C::End => KeyCode::End,
        C::PageUp => KeyCode::PageUp,
        C::PageDown => KeyCode::PageDown,
        _ => return None,
    };
    let ctrl = mods.contains(term::KeyModifiers::CONTROL);
    let alt = mods.contains(term::KeyModifiers::ALT);
    Some(Key { code, ctrl, alt, shift })
}
