//! What is sent of a frame: the cells that are others now and where the text cursor goes, in
//! as few bytes as say it. Knows no terminal; what a frame may hold is the firewall's.

use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io;

/// How a frame of cells ends: each part of the style by itself.
const ENDS: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m";
/// A frame of so few cells is on the screen before anybody could see the cursor on its way.
const FEW: usize = 16;

/// Column and row of the text cursor, where it is visible.
pub type Cursor = Option<(u16, u16)>;

/// Cells that are others now, in order.
pub type Changes<'a> = [(u16, u16, &'a Cell)];

/// One frame on a screen of so many columns, from where the cursor stands to where it shall.
pub fn frame(changes: &Changes, columns: u16, from: Cursor, to: Cursor) -> io::Result<Vec<u8>> {
    let mut cells = Vec::new();
    if !changes.is_empty() {
        CrosstermBackend::new(&mut cells).draw(changes.iter().copied())?;
    }
    let plain = changes.iter().all(|(.., cell)| is_plain(cell));
    let (cells, end) = match cells.strip_suffix(ENDS) {
        Some(cells) if plain => (cells, &b""[..]),
        Some(cells) => (cells, &b"\x1b[0m"[..]),
        None => (&cells[..], &b""[..]),
    };
    // Where it stands already nothing leads it.
    let cells = from.and_then(|at| cells.strip_prefix(&*goes_to(at))).unwrap_or(cells);
    let hides = from.is_some() && (to.is_none() || changes.len() > FEW);
    let mut frame = b"\x1b[?2026h".to_vec();
    frame.extend_from_slice(if hides { b"\x1b[?25l" } else { b"" });
    frame.extend_from_slice(cells);
    frame.extend_from_slice(end);
    if let Some(to) = to {
        let stands = if changes.is_empty() { from } else { behind(changes, columns) };
        frame.extend(if stands == Some(to) { Vec::new() } else { goes_to(to) });
        frame.extend_from_slice(if hides || from.is_none() { b"\x1b[?25h" } else { b"" });
    }
    frame.extend(b"\x1b[?2026l");
    Ok(frame)
}

fn goes_to((x, y): (u16, u16)) -> Vec<u8> {
    format!("\x1b[{};{}H", y + 1, x + 1).into_bytes()
}

/// Where writing the last cell leaves the cursor, where every terminal agrees.
fn behind(changes: &Changes, columns: u16) -> Cursor {
    let (x, y, cell) = changes.last()?;
    (cell.symbol().len() == 1 && x + 1 < columns).then_some((x + 1, *y))
}

fn is_plain(cell: &Cell) -> bool {
    let colours = [cell.fg, cell.bg, cell.underline_color];
    cell.modifier == Modifier::empty() && colours == [Color::Reset; 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use std::num::NonZeroU16;

    const COLUMNS: u16 = 8;
    const ROWS: u16 = 3;

    fn screen(cells: &[(char, bool)]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        for (cell, (letter, marked)) in buf.content.iter_mut().zip(cells) {
            cell.set_char(*letter);
            if *marked {
                cell.fg = Color::Indexed(4);
                cell.modifier = Modifier::BOLD;
            }
        }
        buf
    }

    #[test]
    fn a_letter_where_the_cursor_stands_is_sent_as_little_more_than_itself() {
        let (before, mut after) = (screen(&[]), screen(&[]));
        after[(2, 1)].set_char('a');
        let changes = before.diff(&after);
        let sent = frame(&changes, COLUMNS, Some((2, 1)), Some((3, 1))).expect("a frame");
        assert_eq!(sent, b"\x1b[?2026ha\x1b[?2026l");
    }

    proptest! {
        #[test]
        fn what_is_sent_shows_every_frame_and_its_cursor(
            frames in prop::collection::vec((
                prop::collection::vec(("[aè ]", any::<bool>()), usize::from(COLUMNS * ROWS)),
                prop::option::of((0..COLUMNS, 0..ROWS)),
            ), 1..5),
        ) {
            let size = [ROWS, COLUMNS].map(|n| NonZeroU16::new(n).expect("a size"));
            let mut terminal = vt100::Parser::new(size[0], size[1], 0);
            terminal.process(b"\x1b[?25l");
            let (mut shown, mut from) = (screen(&[]), None);
            for (cells, to) in frames {
                let letter = |text: String| text.chars().next().unwrap_or(' ');
                let cells: Vec<_> = cells.into_iter().map(|(t, on)| (letter(t), on)).collect();
                let next = screen(&cells);
                let changes = shown.diff(&next);
                terminal.process(&frame(&changes, COLUMNS, from, to).expect("a frame"));
                let seen = terminal.screen();
                for (at, (letter, marked)) in (0u16..).zip(&cells) {
                    let cell = seen.cell(at / COLUMNS, at % COLUMNS).expect("a cell");
                    let seen = cell.contents().chars().next().unwrap_or(' ');
                    prop_assert_eq!((seen, cell.bold()), (*letter, *marked));
                }
                prop_assert_eq!(seen.hide_cursor(), to.is_none());
                if let Some((x, y)) = to {
                    prop_assert_eq!(seen.cursor_position(), (y, x));
                }
                (shown, from) = (next, to);
            }
        }
    }
}
