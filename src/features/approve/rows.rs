//! Which rows of the page have been on the screen: somebody who leaps to the end has not had
//! the middle before their eyes.

use super::state::Sight;
use std::collections::BTreeSet;

/// Rows of the page from 0, as it is laid out at one width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    width: u16,
    rows: BTreeSet<usize>,
}

impl Shown {
    /// A frame that began with `first` was on the screen.
    pub fn add(&mut self, first: usize, sight: Sight) {
        // At another width the rows are others.
        if self.width != sight.width {
            *self = Self { width: sight.width, rows: BTreeSet::new() };
        }
        self.rows.extend(first..first + sight.rows);
    }

    /// How many rows of the page have not been, once a frame that begins with `first` is.
    pub fn missing(&self, first: usize, sight: Sight) -> usize {
        let known = |row: &usize| self.width == sight.width && self.rows.contains(row);
        let now = first..first + sight.rows;
        (0..sight.last + sight.rows).filter(|row| !now.contains(row) && !known(row)).count()
    }
}
