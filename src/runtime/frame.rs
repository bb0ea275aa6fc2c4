//! What is sent of a frame: the cells that are others now and where the text cursor goes, in
//! as few bytes as say it. Knows no terminal; what a frame may hold is the firewall's.

use super::changes::Change;
use super::pen::Pen;

/// A frame of so few cells is on the screen before anybody could see it half, or the cursor on
/// its way.
const FEW: usize = 16;

/// Column and row of the text cursor, where it is visible.
pub type Cursor = Option<(u16, u16)>;

/// One frame on a screen of so many columns, from where the cursor stands to where it shall.
/// The changes come in order.
pub fn frame(changes: &[Change], columns: u16, from: Cursor, to: Cursor) -> Vec<u8> {
    let many = changes.len() > FEW;
    let hides = from.is_some() && (to.is_none() || many);
    let mut pen = Pen::new(columns, from);
    if many {
        pen.say(b"\x1b[?2026h");
    }
    if hides {
        pen.say(b"\x1b[?25l");
    }
    for change in changes {
        pen.cell(*change);
    }
    pen.plain();
    if let Some((x, y)) = to {
        pen.go(x, y);
        if hides || from.is_none() {
            pen.say(b"\x1b[?25h");
        }
    }
    if many {
        pen.say(b"\x1b[?2026l");
    }
    pen.bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::changes::changes;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier};
    use std::num::NonZeroU16;

    const COLUMNS: u16 = 8;
    const ROWS: u16 = 3;

    /// Of each look a bit: a colour, a ground, and how the letter is drawn.
    fn screen(cells: &[(char, u8)]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, COLUMNS, ROWS));
        let drawn = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::ITALIC, Modifier::REVERSED];
        for (cell, (letter, look)) in buf.content.iter_mut().zip(cells) {
            cell.set_char(*letter);
            let has = |bit: u8| look & (1 << bit) != 0;
            cell.fg = if has(0) { Color::Indexed(4) } else { Color::Reset };
            cell.bg = if has(1) { Color::Rgb(1, 20, 200) } else { Color::Reset };
            let drawn = (2..).zip(drawn).filter(|(bit, _)| has(*bit));
            cell.modifier = drawn.map(|(_, drawn)| drawn).collect();
        }
        buf
    }

    /// What a terminal makes of a cell, in the same bits.
    fn look(cell: &vt100::Cell) -> u8 {
        let colours = [vt100::Color::Idx(4), vt100::Color::Rgb(1, 20, 200)];
        let bits = [
            cell.fgcolor() == colours[0],
            cell.bgcolor() == colours[1],
            cell.bold(),
            cell.underline(),
            cell.italic(),
            cell.inverse(),
        ];
        (0..).zip(bits).map(|(bit, on)| u8::from(on) << bit).sum()
    }

    #[test]
    fn a_letter_where_the_cursor_stands_is_sent_as_little_more_than_itself() {
        let (before, mut after) = (screen(&[]), screen(&[]));
        after[(2, 1)].set_char('a');
        let changes = before.diff(&after);
        assert_eq!(frame(&changes, COLUMNS, Some((2, 1)), Some((3, 1))), b"a");
    }

    #[test]
    fn what_stays_is_not_said_again() {
        let before = screen(&[]);
        let after = screen(&[('a', 0b101), (' ', 0), (' ', 0), ('b', 1), ('c', 1)]);
        let changes = before.diff(&after);
        let sent = String::from_utf8(frame(&changes, COLUMNS, None, None)).expect("text");
        assert_eq!(sent, "\x1b[1H\x1b[1;38;5;4ma\x1b[2C\x1b[22mbc\x1b[m");
    }

    #[test]
    fn one_code_that_ends_two_looks_leaves_the_one_that_stays() {
        let both = Modifier::BOLD | Modifier::DIM;
        let mut cells = [both, Modifier::DIM, Modifier::BOLD].map(|modifier| {
            let mut cell = ratatui::buffer::Cell::new("a");
            cell.modifier = modifier;
            cell
        });
        cells[0].underline_color = Color::Red;
        let changes: Vec<_> = (0..).zip(&cells).map(|(x, cell)| (x, 0, cell)).collect();
        let sent = String::from_utf8(frame(&changes, COLUMNS, None, None)).expect("text");
        let styles = ["\x1b[1;2;58;5;1ma", "\x1b[22;2;59ma", "\x1b[22;1ma", "\x1b[m"];
        assert_eq!(sent, format!("\x1b[1H{}", styles.concat()));
    }

    proptest! {
        #[test]
        fn what_is_sent_shows_every_frame_and_its_cursor(
            frames in prop::collection::vec((
                prop::collection::vec(("[aè ]", 0u8..64), usize::from(COLUMNS * ROWS)),
                prop::option::of((0..COLUMNS, 0..ROWS)),
            ), 1..5),
        ) {
            let size = [ROWS, COLUMNS].map(|n| NonZeroU16::new(n).expect("a size"));
            let mut terminal = vt100::Parser::new(size[0], size[1], 0);
            terminal.process(b"\x1b[?25l");
            let (mut shown, mut from) = (screen(&[]), None);
            for (cells, to) in frames {
                let letter = |text: String| text.chars().next().unwrap_or(' ');
                let cells: Vec<_> = cells.into_iter().map(|(t, drawn)| (letter(t), drawn)).collect();
                let next = screen(&cells);
                let changes = changes(&shown, &next);
                terminal.process(&frame(&changes, COLUMNS, from, to));
                let seen = terminal.screen();
                for (at, (letter, drawn)) in (0u16..).zip(&cells) {
                    let cell = seen.cell(at / COLUMNS, at % COLUMNS).expect("a cell");
                    let seen = cell.contents().chars().next().unwrap_or(' ');
                    prop_assert_eq!((seen, look(cell)), (*letter, *drawn));
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
