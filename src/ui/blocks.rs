//! A list whose entries take one line or more: ideas, the agenda, a day in full.
//! Scrolled so that the selected one is in sight.

use super::post_card::tint;
use super::{Line, Role, Theme, put_line, put_right};
use crate::vocab::Target;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListBlock {
    pub lines: Vec<Line>,
    /// At the right edge of the first line.
    pub note: String,
    /// `None` for a heading or a blank.
    pub target: Option<Target>,
    pub selected: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BlocksView {
    pub title: String,
    pub blocks: Vec<ListBlock>,
    pub focused: bool,
    /// What an empty list teaches.
    pub empty: String,
}

impl ListBlock {
    pub fn heading(line: Line) -> Self {
        Self { lines: vec![line], ..Self::default() }
    }
}

impl BlocksView {
    /// The first row in sight: the selected block stands in the middle where it can.
    fn first(&self, height: u16) -> usize {
        let rows: usize = self.blocks.iter().map(|b| b.lines.len()).sum();
        let last = rows.saturating_sub(height.into());
        let mut at = 0;
        for block in &self.blocks {
            if block.selected {
                let middle = at + block.lines.len() / 2;
                return middle.saturating_sub(height as usize / 2).min(last);
            }
            at += block.lines.len();
        }
        0
    }

    /// Title and line above, the list under them.
    fn list(&self, area: Rect) -> Rect {
        let top = if self.title.is_empty() { 0 } else { 2.min(area.height) };
        Rect { y: area.y + top, height: area.height - top, ..area }
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let list = self.list(area);
        if list.y > area.y {
            super::pane_head(&self.title, self.focused, area, buf, theme);
        }
        if self.blocks.is_empty() {
            let inner = Rect { x: list.x + 1, width: list.width.saturating_sub(2), ..list };
            let spans = [super::Span::new(&self.empty, Role::Dim)];
            let lines = super::wrap(&spans, inner.width.into());
            let text = super::TextBox { lines, ..super::TextBox::default() };
            super::draw_text(&text, inner, buf, theme);
            return;
        }
        let from = self.first(list.height);
        let rows = self.blocks.iter().flat_map(|b| b.lines.iter().enumerate().map(move |l| (b, l)));
        for (y, (block, (i, line))) in (list.top()..list.bottom()).zip(rows.skip(from)) {
            let row = Rect { x: list.x, y, width: list.width, height: 1 };
            let note = if i == 0 { crate::text::width(&block.note) as u16 } else { 0 };
            let room = list.width.saturating_sub(2 + if note > 0 { note + 1 } else { 0 });
            let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
            put_line(buf, (row.x + 1, y), spans, room);
            if note > 0 {
                let inner = Rect { width: row.width.saturating_sub(1), ..row };
                put_right(buf, inner, &block.note, theme.dim);
            }
            if block.selected {
                tint(buf, row, if self.focused { theme.selected } else { theme.selected_dim });
            }
        }
    }

    /// The whole list as lines of text, `width` cells wide.
    pub fn to_text(&self, width: u16, theme: &Theme) -> String {
        let title = if self.title.is_empty() { 0 } else { 2 };
        let rows: usize = self.blocks.iter().map(|block| block.lines.len()).sum();
        let height = u16::try_from(rows.max(3) + title).unwrap_or(u16::MAX);
        let text = super::render_to_string(width, height, |area, buf| self.draw(area, buf, theme));
        format!("{}\n", text.trim_end())
    }

    pub fn target_at(&self, area: Rect, column: u16, row: u16) -> Option<Target> {
        let list = self.list(area);
        if !list.contains(Position { x: column, y: row }) {
            return None;
        }
        let wanted = self.first(list.height) + (row - list.y) as usize;
        let rows = self.blocks.iter().flat_map(|b| b.lines.iter().map(move |_| b));
        rows.skip(wanted).map(|block| block.target.clone()).next().flatten()
    }
}
