//! A list to choose from: rows with a mark, words and a note at the right, one selected,
//! scrolled so that the selected one is in sight.

use super::{Line, Role, Theme, paint, put_right};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListRow {
    pub line: Line,
    /// Said at the right edge, dim.
    pub note: String,
    /// A heading: cannot be chosen.
    pub heading: bool,
    /// Goes on from the row above, and is chosen with it.
    pub continues: bool,
    /// What the plain renderer says instead of marks; empty where the line will do.
    pub aloud: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListView {
    pub rows: Vec<ListRow>,
    /// Index in `rows`.
    pub selected: Option<usize>,
    /// The pane has the focus.
    pub focused: bool,
    /// What an empty list teaches.
    pub empty: String,
}

/// The first row in sight, so that the selected one is, with one row of what comes next.
fn first(view: &ListView, height: usize) -> usize {
    let last = view.rows.len().saturating_sub(height);
    let Some(selected) = view.selected else { return 0 };
    (selected + 2).saturating_sub(height).min(last)
}

pub fn draw_list(view: &ListView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if view.rows.is_empty() {
        let empty = super::wrap(&[super::Span::new(&view.empty, Role::Dim)], area.width.into());
        let text = super::TextBox { lines: empty, ..super::TextBox::default() };
        super::draw_text(&text, area, buf, theme);
        return;
    }
    let from = first(view, area.height.into());
    let rows = view.rows.iter().enumerate().skip(from);
    for (y, (i, row)) in (area.top()..area.bottom()).zip(rows) {
        let line = Rect { y, height: 1, ..area };
        let note = crate::text::width(&row.note) as u16;
        let room = area.width.saturating_sub(if note > 0 { note + 1 } else { 0 });
        let spans = row.line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        paint::put_line(buf, (area.x, y), spans, room);
        put_right(buf, line, &row.note, theme.dim);
        if chosen(view, i) {
            let style = if view.focused { theme.selected } else { theme.selected_dim };
            paint::select(buf, line, style);
        }
    }
}

/// The selected row, and those that go on from it.
fn chosen(view: &ListView, i: usize) -> bool {
    let Some(selected) = view.selected.filter(|selected| *selected <= i) else { return false };
    view.rows[selected + 1..].iter().take(i - selected).all(|row| row.continues)
}

/// Which row stands under a cell.
pub fn row_at(view: &ListView, area: Rect, column: u16, row: u16) -> Option<usize> {
    if !area.contains(Position { x: column, y: row }) {
        return None;
    }
    let i = first(view, area.height.into()) + (row - area.y) as usize;
    view.rows.get(i).filter(|row| !row.heading).map(|_| i)
}
