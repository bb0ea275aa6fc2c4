//! Small choices in a row: `‹tono› ironico  caldo`. Chips wrap to the next row whole.

use super::{Theme, put};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chip {
    pub label: String,
    pub on: bool,
    /// The cursor stands on it.
    pub focused: bool,
}

/// The place of each chip; those that do not fit the area are left out.
fn places(chips: &[Chip], area: Rect) -> Vec<Rect> {
    let (mut x, mut y) = (area.x, area.y);
    let mut found = Vec::with_capacity(chips.len());
    for chip in chips {
        let cells = (width(&chip.label) as u16 + 2).min(area.width);
        if x + cells > area.right() && x > area.x {
            (x, y) = (area.x, y + 1);
        }
        if y >= area.bottom() {
            break;
        }
        found.push(Rect { x, y, width: cells, height: 1 });
        x += cells + 1;
    }
    found
}

/// Draws the chips and returns how many rows they took.
pub fn draw_chips(chips: &[Chip], area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let places = places(chips, area);
    for (chip, place) in chips.iter().zip(&places) {
        let style = match (chip.focused, chip.on) {
            // Only the cursor is filled: a form full of choices stays calm.
            (true, true) => theme.chip_on,
            (true, false) => theme.selected,
            (false, true) => theme.title_focused,
            (false, false) => theme.chip,
        };
        // A chosen chip has brackets too, for eyes and terminals without colours.
        let (open, close) = if chip.on { ("[", "]") } else { (" ", " ") };
        let label = format!("{open}{}{close}", chip.label);
        put(buf, (place.x, place.y), &label, style, place.width);
    }
    places.last().map_or(0, |last| last.y + 1 - area.y)
}

/// How many rows the chips take at a width.
pub fn chip_rows(chips: &[Chip], cells: u16) -> u16 {
    let places = places(chips, Rect { x: 0, y: 0, width: cells, height: u16::MAX });
    places.last().map_or(0, |last| last.y + 1)
}

/// Which chip stands under a cell.
pub fn chip_at(chips: &[Chip], area: Rect, column: u16, row: u16) -> Option<usize> {
    places(chips, area).iter().position(|place| place.contains(Position { x: column, y: row }))
}
