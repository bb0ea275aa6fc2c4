//! Where the cursor of a list goes: from row to row, by pages, to its ends, to a click.
//! Knows nothing of what the rows are.

use crate::vocab::{Action, Target};

/// The row that `action` leads to from `row`, in a list whose last row is `last` and whose
/// page goes over so many; `None` where it is no such move.
pub fn row_after(action: &Action, row: usize, last: usize, page: usize) -> Option<usize> {
    let to = match action {
        Action::Up | Action::Wheel { up: true } => row.saturating_sub(1),
        Action::Down | Action::Wheel { up: false } => row.saturating_add(1),
        Action::PageUp => row.saturating_sub(page),
        Action::PageDown => row.saturating_add(page),
        Action::First => 0,
        Action::Last => last,
        Action::Point(Target::Row(row)) => *row,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_among_the_rows_and_other_actions_are_no_moves() {
        let to = |action| row_after(&action, 2, 3, 5);
        assert_eq!(to(Action::Down), Some(3));
        assert_eq!(to(Action::PageDown), Some(3));
        assert_eq!(to(Action::PageUp), Some(0));
        assert_eq!(to(Action::Point(Target::Row(9))), Some(3));
        assert_eq!(to(Action::Last), Some(3));
        assert_eq!(to(Action::Left), None);
    }
}
