//! How each question looks: a picker or a form, worded.

mod forms;
mod helps;
mod note;
mod pickers;

use super::State;
use crate::features::{Names, ViewCtx, form_hit, picker_hit};
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
        State::Note(form) => PopupView::Form(note::note(form, cx)),
        State::Why(form) => PopupView::Form(note::why(form, cx)),
    }
}

/// The choices of the row in focus, where letters lead to them.
pub fn choices(state: &State, cx: &ViewCtx) -> Option<Names> {
    let State::Published(form) = state else { return None };
    let names = form.channels.options.iter().map(|key| cx.channel_names(key)).collect();
    (form.focus == 0).then_some(Names { names, at: form.channels.at })
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    match view(state, cx) {
        PopupView::Picker(view) => picker_hit(&view, cx, area, mouse),
        PopupView::Form(view) => form_hit(&view, cx, area, mouse),
    }
}
