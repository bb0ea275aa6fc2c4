//! A few rows to choose one from: by its number, with the arrows or with the mouse. What a
//! row is, and what choosing it does, is the question's own business.

use crate::vocab::{Action, Target};

/// What an action meant to the rows.
pub enum Rows {
    /// This one; it may be past the last, where somebody typed a number.
    Chosen(usize),
    Moved,
    Ignored,
}

pub fn act(selected: &mut usize, rows: usize, action: &Action) -> Rows {
    let last = rows.saturating_sub(1);
    match action {
        Action::Confirm => return Rows::Chosen(*selected),
        Action::Choose(number) => return Rows::Chosen(usize::from(*number).wrapping_sub(1)),
        Action::OpenAt(Target::Row(row)) => return Rows::Chosen(*row),
        Action::Up | Action::Wheel { up: true } => *selected = selected.saturating_sub(1),
        Action::Down | Action::Wheel { up: false } => *selected = (*selected + 1).min(last),
        Action::First => *selected = 0,
        Action::Last => *selected = last,
        Action::Point(Target::Row(row)) => *selected = (*row).min(last),
        _ => return Rows::Ignored,
    }
    Rows::Moved
}
