//! How each question looks: a picker or a form, worded.

mod forms;
mod helps;
mod pickers;

use super::State;
use crate::features::{ViewCtx, form_hit, picker_hit};
use crate::ui::PopupView;
use crate::vocab::{Action, Mouse};
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> PopupView {
    match state {
        State::Date(date) => PopupView::Picker(pickers::date(date, cx)),
        State::Helps(asked) => PopupView::Picker(helps::helps(asked, cx)),
        State::CopyText(copy) => PopupView::Picker(pickers::copy_text(copy, cx)),
        State::Question(asked) => PopupView::Picker(pickers::question(asked, cx)),
        State::Filter(form) => PopupView::Form(forms::filter(form, cx)),
        State::Published(form) => PopupView::Form(forms::published(form, cx)),
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    match view(state, cx) {
        PopupView::Picker(view) => picker_hit(&view, cx, area, mouse),
        PopupView::Form(view) => form_hit(&view, cx, area, mouse),
    }
}
