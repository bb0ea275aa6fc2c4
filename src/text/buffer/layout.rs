//! A text folded into rows, with the way from bytes to cells and back.
//!
//! Owns the geometry that drawing, the cursor and the mouse share. It knows the text
//! only as of the revision it was made from.

use super::Buffer;
use crate::text::message::BREAK;
use crate::text::reveal::shown_width;
use crate::text::width::{before, grapheme_indices};
use crate::text::wrap::{rewrap, wrap};
use std::ops::Range;

/// Rows of a buffer in a box of so many cells and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    rows: Vec<Range<usize>>,
    cells: usize,
    height: usize,
    revision: u64,
}

/// A visual row, counted from the top of the text, and a column in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

impl Layout {
    /// `cells` wide (keep one more on the screen for a cursor behind a full row), `height`
    /// rows a page.
    pub fn new(buffer: &Buffer, cells: usize, height: usize) -> Self {
        let cells = cells.max(1);
        let rows = wrap(buffer.text(), cells);
        Self { rows, cells, height: height.max(1), revision: buffer.revision() }
    }

    /// The same box with the text as it is now; `old` is the one that was folded.
    pub fn after(&self, old: &str, buffer: &Buffer) -> Self {
        let rows = rewrap(old, &self.rows, buffer.text(), self.cells);
        Self { rows, revision: buffer.revision(), ..*self }
    }

    /// Byte ranges of the rows, line feeds included; never empty.
    pub fn rows(&self) -> &[Range<usize>] {
        &self.rows
    }

    pub fn height(&self) -> usize {
        self.height
    }

    /// Whether the text is still the one that was folded.
    pub fn fits(&self, buffer: &Buffer) -> bool {
        self.revision == buffer.revision()
    }

    pub(super) fn again(&self, buffer: &Buffer) -> Self {
        Self::new(buffer, self.cells, self.height)
    }

    /// Where a position is drawn. A position between two rows is the start of the lower;
    /// spaces that hang over the edge are all at the edge.
    pub fn place(&self, text: &str, at: usize) -> Place {
        let mut row = self.rows.partition_point(|row| row.start <= at).saturating_sub(1);
        // Before a break is the end of its message.
        if self.is_break(text, row) {
            row -= 1;
        }
        let column = shown_width(&text[self.rows[row].start..at]).min(self.cells);
        Place { row, column }
    }

    /// The position a cell belongs to; behind the end of a row its last one, below the
    /// last row the end of the text.
    pub fn position(&self, text: &str, place: Place) -> usize {
        let Some(row) = self.rows.get(place.row) else { return text.len() };
        if self.is_break(text, place.row) {
            return row.start;
        }
        let end = self.row_end(text, place.row);
        let mut column = 0;
        for (offset, grapheme) in grapheme_indices(&text[row.start..end]) {
            column += shown_width(grapheme);
            if column > place.column {
                return row.start + offset;
            }
        }
        end
    }

    /// A row that is the break between two messages: no cursor stands in it.
    pub fn is_break(&self, text: &str, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| text[row.clone()].starts_with(BREAK))
    }

    pub(super) fn row_start(&self, row: usize) -> usize {
        self.rows[row].start
    }

    /// The last position of a row: before its line feed, or before the last grapheme of a
    /// row that goes on below, since behind it the next row begins.
    pub(super) fn row_end(&self, text: &str, row: usize) -> usize {
        let range = &self.rows[row];
        let goes_on = row + 1 < self.rows.len() && !self.is_break(text, row + 1);
        if goes_on { before(text, range.end).max(range.start) } else { range.end }
    }
}
