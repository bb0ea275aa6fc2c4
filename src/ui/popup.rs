//! A small overlay, whichever of the two shapes it has.

use super::{FormView, PickerView, Theme, draw_form, draw_picker};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopupView {
    Picker(PickerView),
    Form(FormView),
}

pub fn draw_popup(view: &PopupView, screen: Rect, buf: &mut Buffer, theme: &Theme) {
    match view {
        PopupView::Picker(view) => draw_picker(view, screen, buf, theme),
        PopupView::Form(view) => draw_form(view, screen, buf, theme),
    }
}
