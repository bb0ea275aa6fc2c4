//! The writer under the screen: lets through text and the few sequences a frame needs,
//! drops everything else and counts it. Whatever a file, a model or a commit message
//! holds, it cannot speak to the terminal.

use std::io::{self, Write};

/// Private modes a frame may switch: the cursor, and synchronised output.
const FRAME_MODES: [&[u8]; 2] = [b"?25", b"?2026"];
/// Finals of the control sequences a frame may hold: style, position, steps, erase.
const FRAME_FINALS: &[u8] = b"mHCJK";
/// No sequence of ours is longer; a longer one is hostile or broken.
const LONGEST: usize = 64;

pub struct Firewall<W: Write> {
    inner: W,
    state: State,
    sequence: Vec<u8>,
    clean: Vec<u8>,
    dropped: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After 0xC2: a continuation of 80–9F would be a C1 control.
    MaybeC1,
    Escape,
    Csi,
    /// Inside a string control (OSC, DCS, APC …) until BEL or ST.
    String,
    StringEscape,
}

impl<W: Write> Firewall<W> {
    pub fn new(inner: W) -> Self {
        Self { inner, state: State::Text, sequence: Vec::new(), clean: Vec::new(), dropped: 0 }
    }

    /// How many controls and sequences were kept from the terminal.
    pub fn dropped(&self) -> u64 {
        self.dropped
    }

    /// For the sequences the program itself emits outside a frame.
    pub fn inner_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Text => self.text(byte),
            State::MaybeC1 => {
                self.state = State::Text;
                if (0x80..=0x9f).contains(&byte) {
                    self.dropped += 1;
                } else {
                    self.clean.extend([0xc2, byte]);
                }
            }
            State::Escape => match byte {
                b'[' => {
                    self.sequence.clear();
                    self.state = State::Csi;
                }
                b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::String,
                _ => self.drop_sequence(),
            },
            State::Csi => self.csi(byte),
            State::String => match byte {
                0x07 => self.drop_sequence(),
                0x1b => self.state = State::StringEscape,
                _ => {}
            },
            State::StringEscape => match byte {
                b'\\' => self.drop_sequence(),
                _ => self.state = State::String,
            },
        }
    }

    fn text(&mut self, byte: u8) {
        match byte {
            0x1b => self.state = State::Escape,
            0xc2 => self.state = State::MaybeC1,
            0x00..=0x1f | 0x7f => self.dropped += 1,
            _ => self.clean.push(byte),
        }
    }

    fn csi(&mut self, byte: u8) {
        match byte {
            0x20..=0x3f if self.sequence.len() < LONGEST => self.sequence.push(byte),
            0x40..=0x7e => {
                let mode =
                    matches!(byte, b'h' | b'l') && FRAME_MODES.contains(&self.sequence.as_slice());
                let plain = FRAME_FINALS.contains(&byte)
                    && self.sequence.iter().all(|b| b.is_ascii_digit() || b";:".contains(b));
                if mode || plain {
                    self.clean.extend(b"\x1b[");
                    self.clean.extend_from_slice(&self.sequence);
                    self.clean.push(byte);
                    self.state = State::Text;
                } else {
                    self.drop_sequence();
                }
            }
            _ => self.drop_sequence(),
        }
    }

    fn drop_sequence(&mut self) {
        self.dropped += 1;
        self.state = State::Text;
    }
}

/// How many bytes from the first are text and cannot begin anything else.
fn plain_run(bytes: &[u8]) -> usize {
    let special = |byte: &u8| matches!(byte, 0x00..=0x1f | 0x7f | 0xc2);
    bytes.iter().position(special).unwrap_or(bytes.len())
}

impl<W: Write> Write for Firewall<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(&byte) = rest.first() {
            let plain = if self.state == State::Text { plain_run(rest) } else { 0 };
            if plain > 0 {
                self.clean.extend_from_slice(&rest[..plain]);
                rest = &rest[plain..];
            } else {
                self.take(byte);
                rest = &rest[1..];
            }
        }
        let clean = std::mem::take(&mut self.clean);
        let written = self.inner.write_all(&clean);
        self.clean = clean;
        self.clean.clear();
        written.map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn through(bytes: &[u8]) -> (Vec<u8>, u64) {
        let in_parts = |size: usize| {
            let mut wall = Firewall::new(Vec::new());
            for part in bytes.chunks(size) {
                wall.write_all(part).expect("a Vec takes everything");
            }
            let dropped = wall.dropped();
            (wall.inner, dropped)
        };
        // One byte at a time: a sequence split over writes is still one sequence.
        let (split, whole) = (in_parts(1), in_parts(bytes.len().max(1)));
        assert_eq!(split, whole);
        split
    }

    #[test]
    fn text_and_frame_sequences_pass_unchanged() {
        let frame = "\x1b[?2026h\x1b[1;1H\x1b[38;2;1;2;3m\x1b[4:3mLa lana è qui 🧶\x1b[0m\x1b[?25l";
        assert_eq!(through(frame.as_bytes()), (frame.as_bytes().to_vec(), 0));
    }

    #[test]
    fn hostile_sequences_are_dropped_whole_and_counted() {
        for hostile in [
            "\x1b]52;c;ZXZpbA==\x07",
            "\x1b]0;title\x1b\\",
            "\x1b[6n",
            "\x1b[?1049l",
            "\x1b[>1u",
            "\x1bc",
            "\x1bPq#0\x1b\\",
            "\u{9b}31m",
        ] {
            let (out, dropped) = through(format!("a{hostile}b").as_bytes());
            assert!(dropped >= 1, "{hostile:?}");
            assert!(out.starts_with(b"a") && !out.contains(&0x1b), "{hostile:?} → {out:?}");
        }
    }

    #[test]
    fn every_control_character_is_dropped() {
        for control in (0u8..0x20).chain([0x7f]).filter(|c| *c != 0x1b) {
            assert_eq!(through(&[b'a', control, b'b']), (b"ab".to_vec(), 1));
        }
    }
}
