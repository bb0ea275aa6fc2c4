//! The calendar as plain data to be drawn: what is where, in words, already revealed.
//! A function of the state; nothing here changes anything.

mod bars;
mod cards;
mod empty;
mod grid;
mod inspector;
mod lists;
mod plain;
mod words;

pub use bars::{Around, header, needs};
pub use grid::clocks;
pub use plain::plain;

use super::grid::Grid;
use super::state::{Drawer, Mode, State};
use crate::features::ViewCtx;
use crate::ui::{self, CalendarView, InspectorView, Ladder, Main, layout};
use crate::vocab::{Action, Mouse, MouseKind, Target};
use ratatui::layout::Rect;

pub fn view(state: &State, grid: &Grid, cx: &ViewCtx) -> CalendarView {
    let pane = cx.ctx.pane;
    let ladder = Ladder::of(pane.width, pane.height + 4);
    let drawer = drawer(state, ladder);
    let body = layout::body(Rect::new(0, 0, pane.width, pane.height), drawer);
    let main = match ladder {
        Ladder::Tiny => Main::Line(cx.words.calendar_too_small()),
        _ if state.mode == Mode::Day => Main::List(lists::day(state, grid, cx)),
        Ladder::Agenda => Main::List(lists::agenda(state, grid, cx)),
        _ => Main::Grid(grid::grid(state, grid, ladder, cx)),
    };
    let backlog =
        body.backlog.map(|pane| lists::backlog(state, pane.width, cx)).unwrap_or_default();
    let inspector =
        body.inspector.map_or_else(InspectorView::default, |_| inspector::inspector(state, cx));
    CalendarView { drawer, main, backlog, inspector }
}

/// A drawer opens only where its pane does not stand by itself.
fn drawer(state: &State, ladder: Ladder) -> layout::Drawer {
    match (state.drawer, ladder) {
        (Drawer::None, _) | (_, Ladder::Full) | (Drawer::Inspector, Ladder::Wide) => {
            layout::Drawer::None
        }
        (Drawer::Inspector, _) => layout::Drawer::Inspector,
        (Drawer::Backlog, _) => layout::Drawer::Backlog,
    }
}

/// What the mouse asks for. A drag begins on a card and ends where the button is let go.
pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    let view = view(state, &Grid::of(state, &cx.ctx), cx);
    let (pane, target) = view.target_at(area, mouse.column, mouse.row)?;
    match (mouse.kind, pane) {
        (MouseKind::WheelUp, ui::Pane::Week) => Some(Action::PreviousWeek),
        (MouseKind::WheelDown, ui::Pane::Week) => Some(Action::NextWeek),
        (MouseKind::WheelUp, ui::Pane::Inspector) => Some(Action::Wheel { up: true }),
        (MouseKind::WheelDown, ui::Pane::Inspector) => Some(Action::Wheel { up: false }),
        (MouseKind::WheelUp, ui::Pane::Backlog) => Some(Action::Up),
        (MouseKind::WheelDown, ui::Pane::Backlog) => Some(Action::Down),
        (MouseKind::Down, _) if mouse.clicks == 2 => target.map(Action::OpenAt),
        (MouseKind::Down, _) => target.map(Action::Point),
        (MouseKind::Drag, ui::Pane::Week) => target.filter(is_place).map(Action::DragTo),
        (MouseKind::Up, ui::Pane::Week) if dragging(state) => {
            Some(target.filter(is_place).map_or(Action::Cancel, Action::Drop))
        }
        (MouseKind::Up, _) if dragging(state) => Some(Action::Cancel),
        _ => None,
    }
}

/// How far the inspector can be scrolled, by the layout that draws it.
pub fn last_scroll(state: &State, cx: &ViewCtx, area: Rect) -> usize {
    view(state, &Grid::of(state, &cx.ctx), cx).last_scroll(area, cx.theme.ascii)
}

fn dragging(state: &State) -> bool {
    state.moving().is_some_and(|moving| moving.dragged)
}

fn is_place(target: &Target) -> bool {
    matches!(target, Target::Slot { .. } | Target::Card { .. })
}
