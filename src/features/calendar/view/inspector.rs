//! The inspector: the post (or the empty place, or the broken file) under the cursor,
//! with what one should know before touching it. One file for each thing it can show.

mod broken;
mod moving;
mod post;

pub use moving::move_lines;

use super::empty;
use super::words::{slot_name, state_of};
use crate::domain::Stage;
use crate::features::ViewCtx;
use crate::features::calendar::operate::{Here, here};
use crate::features::calendar::state::{Focus, State};
use crate::text::reveal_line;
use crate::ui::{InspectorView, Para, Role, Span};
use broken::broken;
use moving::{carried, moment_of};
use post::{body, head, times};

pub fn inspector(state: &State, cx: &ViewCtx) -> InspectorView {
    let mut parts = Vec::new();
    let name;
    if let Some(moving) = state.moving() {
        name = cx.words.calendar_moving();
        parts.extend(carried(moving, cx));
    } else {
        match here(state, &cx.ctx) {
            Here::Card(card) => {
                name = moment_of(card.placement.when, card.placement.wall, cx);
                let channels = &card.placement.channels;
                parts.extend(head(&card.entry, channels, state_of(&card, cx), cx));
                parts.extend(times(&card.entry, &card.placement, cx));
                parts.extend(body(&card.entry, &card.placement.channels, cx));
            }
            Here::Idea(entry) => {
                name = cx.words.stage(Stage::Idea);
                let flag = cx.ctx.shelf.flag(entry, Stage::Idea);
                parts.extend(head(entry, &entry.post.channels, (Stage::Idea, flag), cx));
                parts.extend(body(entry, &entry.post.channels, cx));
            }
            Here::Empty(slot) => {
                name = slot_name(slot, cx);
                parts.extend(empty::place(slot, state, cx));
            }
            Here::Broken(problem) => {
                name = reveal_line(problem.path.file_name()).into_owned();
                parts.extend(broken(problem, cx));
            }
        }
    }
    let focused = state.focus == Focus::Inspector;
    InspectorView { title: name, parts, scroll: state.scroll, focused }
}

pub(super) fn text(said: impl Into<String>, role: Role) -> Para {
    Para::Text(vec![Span::new(said, role)])
}
