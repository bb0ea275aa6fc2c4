//! How the editor looks, as plain worded data; and what a mouse event means in it.

mod counters;
mod rescue;
mod status;
mod text;

use super::state::State;
use crate::features::ViewCtx;
use crate::ui::plain::Said;
use crate::ui::{EditorSpot, EditorView, RescueView, Theme};
use crate::vocab::{Action, Mouse, MouseKind, Target};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A text being written, or the list of those left unsaved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Editor(Box<EditorView>),
    Rescue(Box<RescueView>),
}

pub fn view(state: &State, cx: &ViewCtx) -> Shown {
    match state {
        State::Writing(writing) => Shown::Editor(Box::new(text::view(writing, cx))),
        State::Rescue(rescue) => Shown::Rescue(Box::new(rescue::view(rescue, cx))),
    }
}

pub fn draw(view: &Shown, area: Rect, buf: &mut Buffer, theme: &Theme) {
    match view {
        Shown::Editor(view) => EditorView::draw(view, area, buf, theme),
        Shown::Rescue(view) => RescueView::draw(view, area, buf, theme),
    }
}

/// The same as lines, for a screen reader.
pub fn plain(state: &State, cx: &ViewCtx) -> Said {
    match state {
        State::Writing(writing) => crate::ui::plain::editor(&text::heard(writing, cx), cx.words),
        State::Rescue(rescue) => crate::ui::plain::rescue(&rescue::view(rescue, cx)),
    }
}

/// What a mouse event means here, by the layout that drew the view.
pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    let shown = view(state, cx);
    if let Shown::Rescue(view) = &shown {
        return rescue::hit(view, area, *mouse);
    }
    match mouse.kind {
        MouseKind::WheelUp => return Some(Action::Wheel { up: true }),
        MouseKind::WheelDown => return Some(Action::Wheel { up: false }),
        MouseKind::Up => return None,
        MouseKind::Down | MouseKind::Drag => {}
    }
    let drag = mouse.kind == MouseKind::Drag;
    let target = match shown {
        Shown::Rescue(_) => return None,
        Shown::Editor(view) => match EditorView::at(&view, area, mouse.column, mouse.row)? {
            EditorSpot::Text { row, column } => {
                let select = mouse.shift || drag;
                Target::Cell { row, column, clicks: mouse.clicks, select }
            }
            _ if drag => return None,
            EditorSpot::Tab(tab) => Target::Pane(tab),
            EditorSpot::Popup(row) | EditorSpot::Choice(row) => Target::Row(row),
        },
    };
    Some(if drag { Action::DragTo(target) } else { Action::Point(target) })
}
