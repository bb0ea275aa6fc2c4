//! An overlay to choose from: perhaps a line to type in, then a list. Search, palette,
//! help, dates and questions look like this.

use super::{InputView, ListView, OverlayView, Theme, draw_input, draw_list, row_at};
use super::{
    Line, Role, Span, TextBox, draw_overlay, draw_text, overlay_area, overlay_inside, put, wrap,
};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickerView {
    pub overlay: OverlayView,
    /// Said above everything, wrapped.
    pub says: String,
    pub input: Option<InputView>,
    pub list: ListView,
    /// The last row: what is going on, or what is wrong.
    pub status: Line,
}

/// What stands under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerSpot {
    /// The line to type in, at this column of the screen.
    Input {
        column: u16,
        area: Rect,
    },
    Row(usize),
    /// Beside the overlay.
    Outside,
}

struct Places {
    says: Rect,
    input: Rect,
    list: Rect,
    status: Rect,
}

fn says(view: &PickerView, cells: u16) -> Vec<Line> {
    if view.says.is_empty() {
        return Vec::new();
    }
    wrap(&[Span::new(&view.says, Role::Text)], cells.into())
}

/// The inside of the overlay, split from top to bottom.
fn places(view: &PickerView, inside: Rect) -> Places {
    let mut left = inside;
    let mut take = |rows: u16| {
        let rows = rows.min(left.height);
        let taken = Rect { height: rows, ..left };
        left = Rect { y: left.y + rows, height: left.height - rows, ..left };
        taken
    };
    let words = says(view, inside.width).len() as u16;
    let words = take(if words > 0 { words + 1 } else { 0 });
    let line = take(if view.input.is_some() { 2 } else { 0 });
    let status = u16::from(!view.status.spans.is_empty()).min(left.height);
    Places {
        says: words,
        input: Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line },
        list: Rect { height: left.height - status, ..left },
        status: Rect { y: left.bottom() - status, height: status, ..left },
    }
}

pub fn draw_picker(view: &PickerView, screen: Rect, buf: &mut Buffer, theme: &Theme) {
    let places = places(view, draw_overlay(&view.overlay, screen, buf, theme));
    let words = TextBox { lines: says(view, places.says.width), ..TextBox::default() };
    draw_text(&words, places.says, buf, theme);
    if let Some(input) = &view.input {
        let prompt = (places.input.x - 2, places.input.y);
        put(buf, prompt, if theme.ascii { ">" } else { "›" }, theme.accent, 1);
        draw_input(input, places.input, buf, theme);
    }
    draw_list(&view.list, places.list, buf, theme);
    let status = TextBox { lines: vec![view.status.clone()], ..TextBox::default() };
    draw_text(&status, places.status, buf, theme);
}

pub fn picker_at(view: &PickerView, screen: Rect, column: u16, row: u16) -> Option<PickerSpot> {
    let at = Position { x: column, y: row };
    if !overlay_area(view.overlay.place, screen).contains(at) {
        return Some(PickerSpot::Outside);
    }
    let places = places(view, overlay_inside(view.overlay.place, screen));
    if view.input.is_some() && places.input.contains(at) {
        return Some(PickerSpot::Input { column, area: places.input });
    }
    row_at(&view.list, places.list, column, row).map(PickerSpot::Row)
}
