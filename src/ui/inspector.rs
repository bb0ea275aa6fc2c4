//! What the cursor stands on, in full: paragraphs that wrap to the pane, thin lines
//! between them, scrolled by rows.

use super::{Line, Span, TextBox, Theme, draw_text, pane_head, put, wrap};
use crate::domain::Message;
use crate::text::wrap_revealed;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// There is more below, where only ASCII may stand: as a pager says it, and no letter.
pub(in crate::ui) const MORE: &str = ":";

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InspectorView {
    pub title: String,
    pub parts: Vec<Para>,
    /// The first row in sight.
    pub scroll: usize,
    pub focused: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Para {
    Text(Vec<Span>),
    /// Rows under the first begin this many cells further in.
    Hanging(usize, Vec<Span>),
    Blank,
    Rule,
    Said(Said),
    /// Here a message of a thread begins.
    Message(Message),
}

/// What goes out, word for word: every row stands behind a bar, as nothing of ours does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    pub spans: Vec<Span>,
    /// Said by us below the row that holds this byte of the spans, in order.
    pub notes: Vec<(usize, String)>,
}

impl Said {
    pub fn of(spans: Vec<Span>) -> Self {
        Self { spans, notes: Vec::new() }
    }

    fn rows(&self, cells: usize, ascii: bool) -> Vec<Line> {
        let bar = if ascii { "| " } else { "▏ " };
        let cells = cells.saturating_sub(2);
        let text: String = self.spans.iter().map(|span| span.text.as_str()).collect();
        let mut notes = self.notes.iter().peekable();
        let mut rows = Vec::new();
        for (range, mut line) in
            wrap_revealed(&text, cells).into_iter().zip(wrap(&self.spans, cells))
        {
            line.spans.insert(0, Span::new(bar, super::Role::Border));
            rows.push(line);
            while let Some((_, note)) = notes.next_if(|(at, _)| *at < range.end) {
                let note = wrap(&[Span::new(note, super::Role::Dim)], cells);
                rows.extend(note.into_iter().map(|mut line| {
                    line.spans.insert(0, Span::new("  ", super::Role::Dim));
                    line
                }));
            }
        }
        rows
    }
}

impl InspectorView {
    fn rows(&self, cells: usize, ascii: bool) -> Vec<Line> {
        rows(&self.parts, cells, ascii)
    }

    /// Rows it needs to be seen whole, its head included, in an area so wide.
    pub fn height(&self, width: u16) -> u16 {
        let inner = inside(Rect { width, ..Rect::default() });
        u16::try_from(self.rows(inner.width.into(), false).len()).unwrap_or(u16::MAX - 2) + 2
    }

    /// The row at which a part begins, in an area so wide.
    pub fn row_of(&self, part: usize, width: u16) -> usize {
        let inner = inside(Rect { width, ..Rect::default() });
        rows(&self.parts[..part.min(self.parts.len())], inner.width.into(), false).len()
    }

    /// The row it begins with when its last one is in sight.
    pub fn last_scroll(&self, area: Rect, ascii: bool) -> usize {
        let inner = inside(area);
        self.rows(inner.width.into(), ascii).len().saturating_sub(inner.height.into())
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        // The line of the head goes on from the week's; the title stands over the words.
        pane_head(&format!(" {}", self.title), self.focused, area, buf, theme);
        let inner = inside(area);
        let lines = self.rows(inner.width.into(), theme.ascii);
        let last = lines.len().saturating_sub(inner.height.into());
        let scroll = self.scroll.min(last);
        let more = lines.len() > scroll + inner.height as usize;
        draw_text(&TextBox { lines, cursor: None, scroll }, inner, buf, theme);
        if more && inner.height > 0 {
            let mark = if theme.ascii { MORE } else { "⌄" };
            put(buf, (area.right() - 1, area.bottom() - 1), mark, theme.accent, 1);
        }
    }

    /// The same as lines for a reader without a screen.
    pub fn plain(&self) -> Vec<String> {
        let said = |part: &Para| match part {
            Para::Text(spans) | Para::Hanging(_, spans) => {
                let text: String = spans.iter().map(|s| s.text.as_str()).collect();
                (!text.trim().is_empty()).then_some(text)
            }
            Para::Said(said) => {
                let text: String = said.spans.iter().map(|s| s.text.as_str()).collect();
                // The bar of whoever reads lines.
                let rows = text.lines().map(|row| format!("> {row}"));
                let notes = said.notes.iter().map(|(_, note)| note.clone());
                Some(rows.chain(notes).collect::<Vec<_>>().join("\n"))
            }
            Para::Message(message) => Some(message.to_string()),
            Para::Blank | Para::Rule => None,
        };
        self.parts
            .iter()
            .filter_map(said)
            .flat_map(|t| t.lines().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }
}

fn rows(parts: &[Para], cells: usize, ascii: bool) -> Vec<Line> {
    let rule = if ascii { "-" } else { "─" };
    let mut rows = Vec::new();
    for part in parts {
        match part {
            Para::Text(spans) => rows.extend(wrap(spans, cells)),
            Para::Hanging(indent, spans) => {
                let wrapped = wrap(spans, cells.saturating_sub(*indent));
                for (i, mut line) in wrapped.into_iter().enumerate() {
                    if i > 0 {
                        let blank = Span::new(" ".repeat(*indent), super::Role::Text);
                        line.spans.insert(0, blank);
                    }
                    rows.push(line);
                }
            }
            Para::Said(said) => rows.extend(said.rows(cells, ascii)),
            Para::Blank => rows.push(Line::blank()),
            Para::Message(message) => rows.push(Line::parting(*message, ascii)),
            Para::Rule => rows.push(Line::of(rule.repeat(cells), super::Role::Border)),
        }
    }
    rows
}

/// The words' part of the pane: under its head, a cell from the line beside it.
fn inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 2,
        width: area.width.saturating_sub(3),
        height: area.height.saturating_sub(2),
    }
}
