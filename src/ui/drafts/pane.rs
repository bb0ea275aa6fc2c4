//! One pane: a title over a thin rule, sentences with a gutter for the cursor and what was
//! decided, and a foot. Drawing and the mouse go by the same rows.

use crate::domain::Message;
use crate::text::{MEASURE, width};
use crate::ui::{Line, Role, Span, Theme, put, put_line, put_right, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cursor bar, verdict, blank.
const GUTTER: u16 = 3;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaneView {
    pub title: String,
    /// For a tab: `1`, `tuo`.
    pub tab: String,
    /// Who wrote it; at the right of the title.
    pub note: String,
    pub blocks: Vec<Block>,
    /// Words are still arriving.
    pub running: bool,
    /// What an empty pane teaches, or why it stayed empty.
    pub empty: Vec<Span>,
    /// What a look at the words has found; behind the length where it fits, else below it.
    pub noticed: Vec<Span>,
    /// Length, progress; then what a person should know.
    pub foot: Vec<Line>,
}

/// A sentence, or a line of the human text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    pub spans: Vec<Span>,
    /// Signs of origin, each before the span of that index: seen, and no words of the text.
    pub signs: Vec<(usize, Span)>,
    pub mark: Option<Mark>,
    /// The cursor stands on it.
    pub current: bool,
    /// An empty row stands before it, as in the text.
    pub gap: bool,
    /// A message of a thread that begins with it; never the first.
    pub message: Option<Message>,
    /// Words are arriving behind it.
    pub caret: bool,
    /// The digit that takes it, where it answers to the sentence under the cursor.
    pub pick: Option<usize>,
    /// Something was noticed about it: a sign where no decision stands yet.
    pub notice: Option<(&'static str, Role)>,
    /// Why, below it.
    pub notes: Vec<Line>,
}

/// What was decided about a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Accepted,
    Rewritten,
    Rejected,
}

impl Mark {
    pub fn glyph(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Accepted, false) => "✓",
            (Self::Accepted, true) => "+",
            (Self::Rewritten, false) => "✎",
            (Self::Rewritten, true) => "/",
            (Self::Rejected, false) => "✗",
            (Self::Rejected, true) => "x",
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Accepted | Self::Rewritten => Role::Accepted,
            Self::Rejected => Role::Rejected,
        }
    }
}

struct Row {
    /// Of the pane; rows between blocks belong to the one below them.
    block: usize,
    first: bool,
    /// It says something about the words above.
    note: bool,
    line: Line,
}

fn rows(pane: &PaneView, cells: u16, ascii: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (block, shown) in pane.blocks.iter().enumerate() {
        let between = match shown.message {
            Some(message) => Some(Line::parting(message, ascii)),
            None => shown.gap.then(Line::blank),
        };
        rows.extend(between.map(|line| Row { block, first: false, note: true, line }));
        let caret = shown.caret.then(|| Span::new(if ascii { "_" } else { "▍" }, Role::Accent));
        let mut signs = shown.signs.iter().peekable();
        let mut spans: Vec<Span> = Vec::new();
        for (i, span) in shown.spans.iter().enumerate() {
            spans.extend(signs.next_if(|(at, _)| *at == i).map(|(_, sign)| sign.clone()));
            spans.push(span.clone());
        }
        spans.extend(caret);
        for (i, line) in wrap(&spans, cells.into()).into_iter().enumerate() {
            rows.push(Row { block, first: i == 0, note: false, line });
        }
        for line in shown.notes.iter().flat_map(|note| wrap(&note.spans, cells.into())) {
            rows.push(Row { block, first: false, note: true, line });
        }
    }
    rows
}

/// The first row in sight, so that the whole current block is, as far as it fits.
fn first_row(rows: &[Row], pane: &PaneView, height: u16) -> usize {
    let height = usize::from(height);
    let Some(current) = pane.blocks.iter().position(|block| block.current) else { return 0 };
    let start = rows.iter().position(|row| row.block == current && row.first).unwrap_or(0);
    // Why something was noticed may wait below the edge; what was decided above may not go.
    let end = rows.iter().rposition(|row| row.block == current && !row.note).unwrap_or(0);
    // One row of what comes next stays in sight.
    let wanted = (end + 2).saturating_sub(height).min(rows.len().saturating_sub(height));
    wanted.min(start)
}

fn text_area(pane: &PaneView, area: Rect) -> Rect {
    let alone = matches!(beside(pane, area), Beside::Alone);
    let foot = foot_lines(pane, area).len() as u16 + u16::from(alone);
    Rect {
        x: area.x + GUTTER,
        y: area.y + 2,
        width: area.width.saturating_sub(GUTTER + 1).min(MEASURE),
        height: area.height.saturating_sub(2 + foot),
    }
}

pub fn draw_pane(pane: &PaneView, focused: bool, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.height < 3 || area.width < 8 {
        return;
    }
    let (title, rule) = if focused {
        (theme.title_focused, theme.border_focused)
    } else {
        (theme.dim, theme.border)
    };
    let room = area.width.saturating_sub(2);
    let head = Rect { x: area.x + 1, y: area.y, width: room, height: 1 };
    let note = note_place(pane, area);
    let taken = if note.y == head.y { note.width + 1 } else { 0 };
    put(buf, (head.x, head.y), &pane.title, title, room.saturating_sub(taken));
    let line = match (theme.ascii, focused) {
        (true, true) => "=",
        (true, false) => "-",
        (false, true) => "━",
        (false, false) => "─",
    };
    put(buf, (head.x, head.y + 1), &line.repeat(room.into()), rule, room);
    let text = text_area(pane, area);
    if pane.blocks.is_empty() {
        let lines = wrap(&pane.empty, text.width.into());
        draw_lines(&lines, text, buf, theme);
    }
    let rows = rows(pane, text.width, theme.ascii);
    let first = first_row(&rows, pane, text.height);
    for (y, row) in (text.top()..text.bottom()).zip(rows.iter().skip(first)) {
        let block = &pane.blocks[row.block];
        let spans = row.line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (text.x, y), spans, text.width);
        if block.current && !row.note {
            let (bar, style) = match (focused, theme.ascii) {
                (true, false) => ("▌", theme.accent),
                (true, true) => (">", theme.accent),
                (false, false) => ("▏", theme.dim),
                (false, true) => (":", theme.dim),
            };
            put(buf, (area.x, y), bar, style, 1);
        }
        if let Some(digit) = block.pick.filter(|_| row.first) {
            put(buf, (area.x, y), &digit.to_string(), theme.key, 1);
        }
        let mark = block.mark.map(|mark| (mark.glyph(theme.ascii), mark.role()));
        if let Some((mark, role)) = mark.or(block.notice).filter(|_| row.first) {
            put(buf, (area.x + 1, y), mark, theme.style(role), 1);
        }
    }
    let hidden = rows.len().saturating_sub(first + usize::from(text.height));
    if hidden > 0 && text.height > 0 {
        let more = if theme.ascii { crate::ui::inspector::MORE } else { "↓" };
        put(buf, (area.right() - 1, text.bottom() - 1), more, theme.dim, 1);
    }
    let lines = foot_lines(pane, area);
    let foot = Rect { x: area.x + 1, y: text.bottom(), width: room, height: lines.len() as u16 };
    draw_lines(&lines, foot, buf, theme);
    put_right(buf, note, &pane.note, theme.dim);
}

/// The foot with what was noticed in its first line, or in one of its own.
fn foot_lines(pane: &PaneView, area: Rect) -> Vec<Line> {
    let mut lines = pane.foot.clone();
    let (room, cells) = (usize::from(area.width.saturating_sub(2)), |spans: &[Span]| -> usize {
        spans.iter().map(|span| width(&span.text)).sum()
    });
    match lines.first_mut() {
        _ if pane.noticed.is_empty() => {}
        Some(first) if cells(&first.spans) + 3 + cells(&pane.noticed) <= room => {
            if !first.spans.is_empty() {
                first.spans.push(Span::new(" · ", Role::Dim));
            }
            first.spans.extend(pane.noticed.iter().cloned());
        }
        first => {
            let at = usize::from(first.is_some());
            let below = wrap(&pane.noticed, room.max(1));
            lines.splice(at..at, below);
        }
    }
    wrapped(lines, room.max(1), usize::from(area.height / 2))
}

/// What is too long goes on below, the first lines first, as long as all of them take no
/// more than `most` rows; the words of the suggestion need the rest.
fn wrapped(lines: Vec<Line>, room: usize, most: usize) -> Vec<Line> {
    let mut spare = most.saturating_sub(lines.len());
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let rows = wrap(&line.spans, room);
        let more = rows.len().saturating_sub(1);
        if more > 0 && more <= spare {
            spare -= more;
            out.extend(rows);
        } else {
            out.push(line);
        }
    }
    out
}

/// Who wrote it stands right of the title, else right of the last foot line, else on a row
/// of its own: never cut away.
fn note_place(pane: &PaneView, area: Rect) -> Rect {
    let room = area.width.saturating_sub(2);
    let cells = (width(&pane.note) as u16).min(room);
    let row = match beside(pane, area) {
        Beside::Title => area.y,
        Beside::Foot | Beside::Alone => area.bottom().saturating_sub(1),
    };
    Rect { x: area.x + 1 + room - cells, y: row, width: cells, height: 1 }
}

enum Beside {
    Title,
    Foot,
    Alone,
}

fn beside(pane: &PaneView, area: Rect) -> Beside {
    let room = usize::from(area.width.saturating_sub(2));
    let fits = |other: usize| other + width(&pane.note) + 2 <= room;
    match foot_lines(pane, area).last() {
        _ if pane.note.is_empty() || fits(width(&pane.title)) => Beside::Title,
        Some(line) if fits(width(&line.plain())) => Beside::Foot,
        _ => Beside::Alone,
    }
}

/// Rows of words from the top of an area, cut at its edges.
pub fn draw_lines(lines: &[Line], area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (area.x, y), spans, area.width);
    }
}

/// The block under a row of the screen.
pub fn block_at(pane: &PaneView, area: Rect, row: u16) -> Option<usize> {
    let text = text_area(pane, area);
    let rows = rows(pane, text.width, false);
    let down = row.checked_sub(text.y).filter(|down| *down < text.height)?;
    let at = first_row(&rows, pane, text.height) + usize::from(down);
    rows.get(at).map(|row| row.block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pane_alone_on_a_wide_screen_keeps_rows_that_are_easy_to_read() {
        let words = Span::new("Torna la lana dal lavaggio. ".repeat(20), Role::Text);
        let blocks = vec![Block { spans: vec![words], ..Block::default() }];
        let pane = PaneView { blocks, ..PaneView::default() };
        for (cells, longest) in [(200, MEASURE), (60, 60 - GUTTER - 1)] {
            let text = text_area(&pane, Rect::new(0, 0, cells, 40));
            assert_eq!(text.width, longest, "{cells}");
        }
    }
}
