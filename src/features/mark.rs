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
