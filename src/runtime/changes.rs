//! Which cells of a frame are others than those on the screen. Knows nothing of how they are
//! sent.
//!
//! Answers as ratatui's comparison of whole buffers does, and asks less of each cell: most of
//! a frame is as it was.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::style::{Color, Modifier};

/// A cell that is another now, with its column and row.
pub type Change<'a> = (u16, u16, &'a Cell);

/// What of a wide character is seen where a blank stands.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Row by row, for two frames of one size.
pub fn changes<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<Change<'a>> {
    let width = usize::from(next.area.width).max(1);
    let mut found = Vec::new();
    for (y, (shown, next)) in (0..).zip(shown.content.chunks(width).zip(next.content.chunks(width)))
    {
        let columns = in_row(shown, next);
        found.extend(columns.into_iter().map(|x| (x as u16, y, &next[x])));
    }
    found
}

fn in_row(shown: &[Cell], next: &[Cell]) -> Vec<usize> {
    let mut found = Vec::new();
    // Cells before this one are sent as they are: half of a wide character may still be seen
    // in them.
    let mut stale = 0;
    let mut x = 0;
    while let (Some(was), Some(is)) = (shown.get(x), next.get(x)) {
        let forced = x < stale;
        if !forced && (is_as_it_was(was, is) || x > 0 && columns(&next[x - 1]) > 1) {
            x += 1;
            continue;
        }
        found.push(x);
        let (before, now) = (columns(was), columns(is));
        if now > 1 && !forced && is.symbol().contains('\u{fe0f}') {
            // Some terminals leave what stood in the second half of such an emoji.
            let half = (x + 1)..(x + now).min(next.len());
            found.extend(half.filter(|x| shown[*x].symbol() != next[*x].symbol()));
        } else if now == 1 && before > 1 && !forced && is_seen_on_blank(was) {
            stale = x + before;
        }
        x += now;
    }
    found
}

fn is_as_it_was(shown: &Cell, next: &Cell) -> bool {
    next.diff_option != CellDiffOption::AlwaysUpdate
        && is_same(shown.symbol(), next.symbol())
        && (shown.fg, shown.bg, shown.modifier) == (next.fg, next.bg, next.modifier)
        && shown.underline_color == next.underline_color
}

/// Nearly every symbol is one byte, for which no function need be called.
fn is_same(a: &str, b: &str) -> bool {
    match (a.as_bytes(), b.as_bytes()) {
        ([a], [b]) => a == b,
        (a, b) => a == b,
    }
}

fn columns(cell: &Cell) -> usize {
    let symbol = cell.symbol();
    if symbol.len() == 1 { 1 } else { usize::from(symbol.cell_width()).max(1) }
}

fn is_seen_on_blank(cell: &Cell) -> bool {
    cell.bg != Color::Reset || cell.modifier.intersects(SEEN_ON_BLANK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    const WIDTH: u16 = 40;

    /// A frame as the program draws one: behind a wide character stands a blank.
    fn frame(cells: &[(u8, bool)]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, WIDTH, cells.len() as u16 / WIDTH));
        let mut wide = false;
        for (at, (cell, (kind, ground))) in buf.content.iter_mut().zip(cells).enumerate() {
            let symbols = [" ", "a", "è", "日", "❤️", "👍🏽", " ", " "];
            let last = at % usize::from(WIDTH) == usize::from(WIDTH) - 1;
            let symbol = if wide || last { " " } else { symbols[usize::from(*kind)] };
            wide = symbol.len() > 2;
            cell.set_symbol(symbol).set_bg(if *ground { Color::Blue } else { Color::Reset });
        }
        buf
    }

    #[test]
    fn half_a_character_at_the_edge_does_no_harm() {
        let (mut shown, next) =
            (Buffer::empty(Rect::new(0, 0, 4, 2)), Buffer::empty(Rect::new(0, 0, 4, 2)));
        shown.content[3].set_symbol("日").set_bg(Color::Blue);
        let sent: Vec<_> = changes(&shown, &next).iter().map(|(x, y, _)| (*x, *y)).collect();
        assert_eq!(sent, [(3, 0)]);
    }

    #[test]
    fn what_is_always_sent_is_sent_but_not_into_a_wide_character() {
        let mut shown = Buffer::empty(Rect::new(0, 0, 5, 1));
        shown.content[0].set_symbol("👍🏽");
        let mut next = shown.clone();
        for cell in &mut next.content[1..] {
            cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        }
        let sent: Vec<_> = changes(&shown, &next).iter().map(|(x, ..)| *x).collect();
        assert_eq!(sent, [2, 3, 4]);
    }

    proptest! {
        #[test]
        fn what_is_sent_is_what_a_comparison_of_whole_frames_would_send(
            before in prop::collection::vec((0u8..8, any::<bool>()), 3 * usize::from(WIDTH)),
            edits in prop::collection::vec((0..3 * usize::from(WIDTH), 0u8..8), 0..12),
        ) {
            let mut after = before.clone();
            for (at, kind) in edits {
                after[at].0 = kind;
            }
            let (shown, next) = (frame(&before), frame(&after));
            prop_assert_eq!(changes(&shown, &next), shown.diff(&next));
        }
    }
}
