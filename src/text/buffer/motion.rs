//! Moving the cursor: by grapheme, word, visual row and page, and by mouse.
//!
//! Owns where a movement ends and what it does to the selection. It never changes text.

use super::layout::{Layout, Place};
use super::{Buffer, word};
use crate::text::Motion;
use crate::text::width::{after, before};
use std::borrow::Cow;

/// A press of the mouse in a text: visual row and column, counted from the top of the
/// text, not of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Click {
    pub place: Place,
    /// Two select a word, three or more a line.
    pub clicks: u8,
    /// A drag, or a press with shift: the other end of the selection stays.
    pub select: bool,
}

impl Buffer {
    /// Moves the cursor. With `select` the other end of the selection stays, else the
    /// selection ends. A layout of an earlier text is made anew.
    pub fn motion(&mut self, motion: Motion, select: bool, layout: &Layout) {
        let layout = self.current(layout);
        let at = self.cursor();
        let text = self.text();
        let collapsed = self.selection().filter(|_| !select);
        let place = layout.place(text, at);
        let column = self.goal.unwrap_or(place.column);
        let target = match motion {
            Motion::Left => collapsed.map_or_else(|| before(text, at), |range| range.start),
            Motion::Right => collapsed.map_or_else(|| after(text, at), |range| range.end),
            Motion::WordLeft => word::left(text, at),
            Motion::WordRight => word::right(text, at),
            Motion::RowStart => layout.row_start(place.row),
            Motion::RowEnd => layout.row_end(text, place.row),
            Motion::Start => 0,
            Motion::End => text.len(),
            Motion::Up => above(&layout, text, Place { column, ..place }, 1),
            Motion::Down => below(&layout, text, Place { column, ..place }, 1),
            Motion::PageUp => above(&layout, text, Place { column, ..place }, layout.height()),
            Motion::PageDown => below(&layout, text, Place { column, ..place }, layout.height()),
        };
        self.move_to(target, select);
        let vertical =
            matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
        self.goal = vertical.then_some(column);
    }

    /// What a press or a drag of the mouse does to cursor and selection.
    pub fn click(&mut self, click: Click, layout: &Layout) {
        let layout = self.current(layout);
        let at = layout.position(self.text(), click.place);
        match click.clicks {
            _ if click.select => self.move_to(at, true),
            0 | 1 => self.move_to(at, false),
            2 => self.select(word::around(self.text(), at)),
            _ => self.select(word::line(self.text(), at)),
        }
    }

    /// The buffer folded for a box, for drawing and for moving.
    pub fn layout(&self, cells: usize, height: usize) -> Layout {
        Layout::new(self, cells, height)
    }

    fn current<'a>(&self, layout: &'a Layout) -> Cow<'a, Layout> {
        if layout.fits(self) { Cow::Borrowed(layout) } else { Cow::Owned(layout.again(self)) }
    }
}

/// Above the first row is the start of the text.
fn above(layout: &Layout, text: &str, from: Place, rows: usize) -> usize {
    if from.row == 0 {
        return 0;
    }
    let row = from.row.saturating_sub(rows);
    // A break is stepped over; above one there is always a row.
    let row = row.saturating_sub(usize::from(layout.is_break(text, row)));
    layout.position(text, Place { row, ..from })
}

/// Below the last row is the end of the text.
fn below(layout: &Layout, text: &str, from: Place, rows: usize) -> usize {
    let last = layout.rows().len() - 1;
    if from.row == last {
        return text.len();
    }
    let row = (from.row + rows).min(last);
    let row = row + usize::from(layout.is_break(text, row));
    layout.position(text, Place { row, ..from })
}
