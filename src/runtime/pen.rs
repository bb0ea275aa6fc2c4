//! Writes cells as a terminal reads them: where the cursor goes, how the letters look, the
//! letters. Each in as few bytes as every terminal understands; what a frame is made of is the
//! frame's.

use super::changes::Change;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write as _;

/// What is switched on by one code and off by another.
const SWITCHES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

pub struct Pen {
    pub bytes: Vec<u8>,
    /// Of the screen.
    columns: u16,
    look: Look,
    /// Where the next letter goes by itself, and whether every terminal agrees.
    at: Option<(u16, u16)>,
    sure: bool,
}

#[derive(Clone, Copy, PartialEq)]
struct Look {
    fg: Color,
    bg: Color,
    underline: Color,
    modifier: Modifier,
}

const PLAIN: Look = Look {
    fg: Color::Reset,
    bg: Color::Reset,
    underline: Color::Reset,
    modifier: Modifier::empty(),
};

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, underline: cell.underline_color, modifier: cell.modifier }
    }
}

impl Pen {
    /// On a screen of so many columns; `at` is where the cursor stands, where that is known.
    pub fn new(columns: u16, at: Option<(u16, u16)>) -> Self {
        Self { bytes: Vec::new(), columns, look: PLAIN, at, sure: at.is_some() }
    }

    pub fn say(&mut self, sequence: &[u8]) {
        self.bytes.extend_from_slice(sequence);
    }

    pub fn cell(&mut self, (x, y, cell): Change) {
        // Letters that follow each other are read so, whatever their width is held to be.
        if self.at != Some((x, y)) {
            self.go(x, y);
        }
        self.turn(Look::of(cell));
        let symbol = cell.symbol();
        self.bytes.extend_from_slice(symbol.as_bytes());
        self.at = Some((x + 1, y));
        self.sure = symbol.len() == 1 && x + 1 < self.columns;
    }

    pub fn go(&mut self, x: u16, y: u16) {
        let from = self.at.filter(|_| self.sure);
        (self.at, self.sure) = (Some((x, y)), true);
        let said = match from {
            Some(from) if from == (x, y) => Ok(()),
            Some((before, row)) if row == y && x == before + 1 => write!(self.bytes, "\x1b[C"),
            Some((before, row)) if row == y && x > before => {
                write!(self.bytes, "\x1b[{}C", x - before)
            }
            _ if x == 0 => write!(self.bytes, "\x1b[{}H", y + 1),
            _ => write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1),
        };
        debug_assert!(said.is_ok(), "a Vec takes everything");
    }

    pub fn plain(&mut self) {
        self.turn(PLAIN);
    }

    fn turn(&mut self, to: Look) {
        let from = std::mem::replace(&mut self.look, to);
        if from == to {
            return;
        }
        self.say(b"\x1b[");
        if to != PLAIN {
            let mut on = from.modifier;
            for (part, _, off) in SWITCHES {
                if (on - to.modifier).contains(part) {
                    self.code(off);
                    // Bold and dim are switched off by one code, as are the ways to blink.
                    let together = SWITCHES.iter().filter(|switch| switch.2 == off);
                    on -= together.map(|switch| switch.0).collect::<Modifier>();
                }
            }
            for (part, code, _) in SWITCHES {
                if (to.modifier - on).contains(part) {
                    self.code(code);
                }
            }
            for (from, to, first) in
                [(from.fg, to.fg, 30), (from.bg, to.bg, 40), (from.underline, to.underline, 50)]
            {
                if from != to {
                    self.colour(first, to);
                }
            }
            // Behind the last code nothing follows.
            self.bytes.pop();
        }
        self.say(b"m");
    }

    fn colour(&mut self, first: u8, colour: Color) {
        let of_table = match colour {
            Color::Reset => return self.code(first + 9),
            Color::Rgb(red, green, blue) => {
                return self.codes(&[first + 8, 2, red, green, blue]);
            }
            Color::Indexed(n) => n,
            Color::Black => 0,
            Color::Red => 1,
            Color::Green => 2,
            Color::Yellow => 3,
            Color::Blue => 4,
            Color::Magenta => 5,
            Color::Cyan => 6,
            Color::Gray => 7,
            Color::DarkGray => 8,
            Color::LightRed => 9,
            Color::LightGreen => 10,
            Color::LightYellow => 11,
            Color::LightBlue => 12,
            Color::LightMagenta => 13,
            Color::LightCyan => 14,
            Color::White => 15,
        };
        self.codes(&[first + 8, 5, of_table]);
    }

    fn codes(&mut self, numbers: &[u8]) {
        for number in numbers {
            self.code(*number);
        }
    }

    /// One number of a sequence, and what parts it from the next.
    fn code(&mut self, number: u8) {
        let said = write!(self.bytes, "{number};");
        debug_assert!(said.is_ok(), "a Vec takes everything");
    }
}
