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

    /// How many posts, ideas and broken files lie above and below what is in sight.
    fn beyond(&self, height: u16) -> (usize, usize) {
        let first = self.first(height);
        let last = first + usize::from(height);
        let (mut at, mut above, mut below) = (0, 0, 0);
        for block in &self.blocks {
            let end = at + block.lines.len();
            if matches!(block.target, Some(Target::Card { .. } | Target::Idea(_) | Target::Row(_)))
            {
                above += usize::from(end <= first);
                below += usize::from(at >= last);
            }
            at = end;
        }
        (above, below)
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
        let (above, below) = self.beyond(list.height);
        let [up, down] = if theme.ascii { ["^", "v"] } else { ["▲", "▼"] };
        let rows = self.blocks.iter().flat_map(|b| b.lines.iter().enumerate().map(move |l| (b, l)));
        for (y, (block, (i, line))) in (list.top()..list.bottom()).zip(rows.skip(from)) {
            let row = Rect { x: list.x, y, width: list.width, height: 1 };
            let mark = match (y == list.top(), y + 1 == list.bottom()) {
                (true, _) if above > 0 => format!("{up} {above}"),
                (_, true) if below > 0 => format!("{down} {below}"),
                _ => String::new(),
            };
            // At the right edge: what is said of the row, then how many are out of sight.
            let mut inner = Rect { width: row.width.saturating_sub(1), ..row };
            let note = if i == 0 { block.note.as_str() } else { "" };
            let note_style = if block.selected { theme.text } else { theme.dim };
            for (text, style) in [(mark.as_str(), theme.accent), (note, note_style)] {
                if !text.is_empty() {
                    let cells = put_right(buf, inner, text, style);
                    inner.width = inner.width.saturating_sub(cells + 1);
                }
            }
            let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
            put_line(buf, (row.x + 1, y), spans, inner.width.saturating_sub(1));
            // What only keeps two entries apart belongs to neither.
            let apart = i > 0 && line.plain().trim().is_empty();
            if block.selected && !apart {
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
