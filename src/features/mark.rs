//! The mark of a post: its stage, or what wins over that. The week, the lists and the
//! search draw the same one. And the mark of what was noticed, the same wherever it is told.

use crate::domain::{Flag, Gravity, Stage};
use crate::ui::Role;

/// The mark of a card and how its title weighs.
pub fn marks(stage: Stage, flag: Option<Flag>, ascii: bool) -> (&'static str, Role, Role) {
    match (flag, stage) {
        (Some(flag @ Flag::NeedsPerson), _) => (flag.glyph(ascii), Role::Warm, Role::Title),
        (Some(flag @ Flag::Frozen), _) => (flag.glyph(ascii), Role::Accent, Role::Dim),
        (Some(flag @ Flag::Overdue), _) => (flag.glyph(ascii), Role::Warm, Role::Text),
        // A person stands behind it: what somebody suggests besides takes nothing of that away.
        (Some(Flag::SuggestionsWaiting), Stage::Approved) => {
            (if ascii { "+?" } else { "✓?" }, Role::Published, Role::Text)
        }
        (Some(flag @ Flag::SuggestionsWaiting), _) => (flag.glyph(ascii), Role::Accent, Role::Text),
        (None, Stage::Published) => (stage.glyph(ascii), Role::Published, Role::Dim),
        (None, Stage::Planned | Stage::InReview) => (stage.glyph(ascii), Role::Planned, Role::Text),
        (None, Stage::Approved) => (stage.glyph(ascii), Role::Published, Role::Text),
        (None, Stage::Idea) => (stage.glyph(ascii), Role::Idea, Role::Idea),
    }
}

/// The sign of what was noticed, and how it is said.
pub fn weight(gravity: Gravity) -> (&'static str, Role) {
    match gravity {
        Gravity::Blocks => ("!", Role::Error),
        Gravity::Denied => ("!", Role::Warm),
        Gravity::Warns => ("!", Role::Text),
        Gravity::Informs => ("?", Role::Dim),
    }
}

/// The look of the words it was noticed of.
pub fn underline(gravity: Gravity) -> Role {
    if gravity <= Gravity::Denied { Role::MarkedSpan } else { Role::Noticed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_approved_post_says_so_beside_the_suggestions_that_wait_for_it() {
        let waiting = Some(Flag::SuggestionsWaiting);
        for ascii in [false, true] {
            let of = |flag: Flag| flag.glyph(ascii).to_owned();
            let both = Stage::Approved.glyph(ascii).to_owned() + &of(Flag::SuggestionsWaiting);
            assert_eq!(marks(Stage::Approved, waiting, ascii).0, both);
            assert_eq!(marks(Stage::Planned, waiting, ascii).0, of(Flag::SuggestionsWaiting));
            // What needs somebody, or holds it back, wins over both.
            for flag in [Flag::NeedsPerson, Flag::Frozen, Flag::Overdue] {
                assert_eq!(marks(Stage::Approved, Some(flag), ascii).0, of(flag));
            }
        }
    }
}
