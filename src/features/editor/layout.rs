//! Where text, margin and feet stand in the editor's pane. The cursor, the drawing and the
//! mouse all count from here.

use crate::features::Pane;
use crate::text::MEASURE;

/// Cells and rows of the parts of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Geometry {
    /// Rows above the text: the channels' tabs, and a rule where there is room.
    pub top: u16,
    /// Cells of a row of text. One more is kept for a cursor behind a full row.
    pub cells: u16,
    /// Rows of text.
    pub rows: u16,
    /// Cells for reasons, right of the text; 0 where they go below.
    pub margin: u16,
    /// Rows below the text: counters, and a line for find or what was noticed.
    pub foot: u16,
}

/// Marks stand left of the text.
pub const GUTTER: u16 = 2;

pub fn geometry(pane: Pane) -> Geometry {
    let (top, foot) = match pane.height {
        0..4 => (0, 0),
        4..9 => (1, 1),
        _ => (2, 2),
    };
    let margin = if pane.width >= 76 { (pane.width / 3).clamp(26, 40) } else { 0 };
    let beside = GUTTER + 2 + margin;
    let cells = pane.width.saturating_sub(beside).clamp(1, MEASURE);
    Geometry { top, cells, rows: pane.height.saturating_sub(top + foot).max(1), margin, foot }
}
