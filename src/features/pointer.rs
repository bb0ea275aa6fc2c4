//! The mouse over the overlays: what stands there, said as an action. Drawing and
//! pointing go through one layout, that of the widget.

use super::ViewCtx;
use crate::text::width;
use crate::ui::{
    FormSpot, FormView, OverlayView, PickerSpot, PickerView, foot_shown, form_at, input_at,
    overlay_area, picker_at,
};
use crate::vocab::{Action, Mouse, MouseKind, Target};
use ratatui::layout::Rect;

/// A click in a picker: into its line, on a row, on a key at its foot, or beside it, which
/// closes it.
pub fn picker_hit(view: &PickerView, cx: &ViewCtx, screen: Rect, mouse: &Mouse) -> Option<Action> {
    if let Some(action) = wheel(*mouse).or_else(|| foot(&view.overlay, cx, screen, *mouse)) {
        return Some(action);
    }
    match picker_at(view, screen, mouse.column, mouse.row)? {
        PickerSpot::Outside => press(*mouse).then_some(Action::Cancel),
        PickerSpot::Row(row) => on(Target::Row(row), *mouse),
        PickerSpot::Input { column, area } => {
            let view = view.input.as_ref()?;
            cell(0, input_at(view, area, column), *mouse)
        }
    }
}

/// A click in a form: into a line, on a choice, on a row, on a key at its foot, or beside it.
pub fn form_hit(view: &FormView, cx: &ViewCtx, screen: Rect, mouse: &Mouse) -> Option<Action> {
    if let Some(action) = wheel(*mouse).or_else(|| foot(&view.overlay, cx, screen, *mouse)) {
        return Some(action);
    }
    match form_at(view, screen, mouse.column, mouse.row)? {
        FormSpot::Outside => press(*mouse).then_some(Action::Cancel),
        FormSpot::Row(row) => on(Target::Row(row), *mouse),
        FormSpot::Choice { row, choice } => on(Target::Choice { row, choice }, *mouse),
        FormSpot::Input { row, column, area } => {
            let crate::ui::Control::Input(view) = &view.rows.get(row)?.control else { return None };
            cell(row, input_at(view, area, column), *mouse)
        }
    }
}

/// A click on a page that is one list: the row that stands there is chosen.
pub fn row_hit(mouse: &Mouse, row_at: impl FnOnce(u16, u16) -> Option<usize>) -> Option<Action> {
    let row = || press(*mouse).then(|| row_at(mouse.column, mouse.row)).flatten();
    wheel(*mouse).or_else(|| row().map(|row| Action::Point(Target::Row(row))))
}

/// The keys stand in the lower border, at its right, with a blank on either side.
fn foot(overlay: &OverlayView, cx: &ViewCtx, screen: Rect, mouse: Mouse) -> Option<Action> {
    let area = overlay_area(overlay.place, screen);
    let shown = press(mouse) && mouse.clicks < 2 && overlay.foot == cx.foot();
    if !shown || mouse.row + 1 != area.bottom() {
        return None;
    }
    let foot = width(foot_shown(overlay, area));
    let from = area.right().checked_sub(3 + foot as u16)?;
    let cell = mouse.column.checked_sub(from).filter(|_| from >= area.x + 2)?;
    cx.foot_at(cell.into()).filter(|_| usize::from(cell) < foot).cloned()
}

fn press(mouse: Mouse) -> bool {
    mouse.kind == MouseKind::Down
}

fn wheel(mouse: Mouse) -> Option<Action> {
    match mouse.kind {
        MouseKind::WheelUp => Some(Action::Wheel { up: true }),
        MouseKind::WheelDown => Some(Action::Wheel { up: false }),
        _ => None,
    }
}

fn on(target: Target, mouse: Mouse) -> Option<Action> {
    let open = mouse.clicks >= 2;
    let action = if open { Action::OpenAt(target) } else { Action::Point(target) };
    press(mouse).then_some(action)
}

fn cell(row: usize, column: usize, mouse: Mouse) -> Option<Action> {
    let target = |select| Target::Cell { row, column, clicks: mouse.clicks, select };
    match mouse.kind {
        MouseKind::Down => Some(Action::Point(target(mouse.shift))),
        MouseKind::Drag => Some(Action::DragTo(target(true))),
        _ => None,
    }
}
