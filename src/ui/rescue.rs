//! Texts that a session left unsaved: a list above, the chosen one compared below.

use super::{Line, ListView, TextBox, Theme, draw_list, draw_text, fill, put, row_at};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RescueView {
    pub title: String,
    pub list: ListView,
    /// Over the comparison.
    pub subtitle: String,
    pub comparison: Vec<Line>,
    /// Rows of the comparison scrolled away.
    pub scroll: usize,
    /// What can be done.
    pub keys: String,
}

/// The list, and the comparison below it.
fn lay(view: &RescueView, area: Rect) -> (Rect, Rect) {
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    let rows = (view.list.rows.len() as u16).clamp(1, (area.height / 3).max(1));
    let list = Rect { y: area.y + 2, height: rows.min(area.height.saturating_sub(2)), ..inside };
    let top = (rows + 5).min(area.height);
    let height = area.height - top;
    (list, Rect { y: area.y + top, height: height.saturating_sub(1), ..inside })
}

impl RescueView {
    pub fn draw(view: &Self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let (list, text) = lay(view, area);
        put(buf, (list.x, area.y), &view.title, theme.title_focused, list.width);
        draw_list(&view.list, list, buf, theme);
        if text.height == 0 {
            return;
        }
        let rule = if theme.ascii { "-" } else { "─" };
        let over = text.y - 2;
        put(buf, (text.x, over), &rule.repeat(text.width.into()), theme.border, text.width);
        put(buf, (text.x, over + 1), &view.subtitle, theme.dim, text.width);
        let last = view.comparison.len().saturating_sub(1);
        let shown =
            TextBox { lines: view.comparison.clone(), cursor: None, scroll: view.scroll.min(last) };
        draw_text(&shown, text, buf, theme);
        put(buf, (text.x, area.bottom() - 1), &view.keys, theme.dim, text.width);
    }

    pub fn row_at(view: &Self, area: Rect, column: u16, row: u16) -> Option<usize> {
        row_at(&view.list, lay(view, area).0, column, row)
    }
}
