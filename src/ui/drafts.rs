//! The panes of suggestions: human text first, machine text beside it, a mark at every
//! sentence somebody has decided about. Draws what the drafts room's view says.

use super::{
    Chip, Line, OverlayView, Place, Role, Span, Theme, draw_chips, draw_overlay, fill,
    overlay_area, put, put_line, put_right, set_style, wrap,
};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells a pane needs to be read at ease.
const LEAST: u16 = 30;
/// Under this width one pane at a time is shown, with tabs.
const SIDE_BY_SIDE: u16 = 100;
/// Cursor bar, verdict, blank.
const GUTTER: u16 = 3;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftsView {
    /// Which post or slot this is about.
    pub title: String,
    /// The human text, then the suggestions.
    pub panes: Vec<PaneView>,
    pub focus: usize,
    /// A question or a line to fill, below the panes.
    pub ask: Option<AskView>,
    pub brief: Option<BriefView>,
    pub prompt: Option<PromptView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaneView {
    pub title: String,
    /// For a tab: `1`, `tuo`.
    pub tab: String,
    /// Who wrote it; at the right of the title.
    pub note: String,
    pub blocks: Vec<Block>,
    /// What an empty pane teaches, or why it stayed empty.
    pub empty: Vec<Span>,
    /// Length, progress; then what a person should know.
    pub foot: Vec<Line>,
}

/// A sentence, or a line of the human text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    pub spans: Vec<Span>,
    pub mark: Option<Mark>,
    /// The cursor stands on it.
    pub current: bool,
    /// An empty row stands before it, as in the text.
    pub gap: bool,
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

/// A line below the panes: a label, and what is chosen or typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskView {
    pub label: String,
    pub spans: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BriefView {
    pub title: String,
    pub topic_label: String,
    pub topic: Vec<Span>,
    pub rows: Vec<BriefRow>,
    /// 0 is the topic; row `n` is `n - 1`.
    pub field: usize,
    /// Who will write, and where the words go.
    pub source: Vec<Line>,
    pub foot: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BriefRow {
    pub label: String,
    pub chips: Vec<Chip>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromptView {
    pub title: String,
    pub to: String,
    pub text: String,
    pub scroll: usize,
    pub foot: String,
}

/// Where everything stands; drawing and the mouse go by it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Laid {
    tabs: Option<Rect>,
    /// Index of a pane and its area.
    panes: Vec<(usize, Rect)>,
    ask: Option<Rect>,
}

fn lay(view: &DraftsView, area: Rect) -> Laid {
    let mut laid = Laid::default();
    let mut rest = area;
    if view.ask.is_some() && rest.height > 3 {
        rest.height -= 2;
        laid.ask = Some(Rect { y: rest.bottom() + 1, height: 1, ..area });
    }
    let count = view.panes.len() as u16;
    if count == 0 {
        return laid;
    }
    if area.width < SIDE_BY_SIDE {
        laid.tabs = Some(Rect { height: 1, ..rest });
        let pane = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        laid.panes = vec![(view.focus.min(view.panes.len() - 1), pane)];
        return laid;
    }
    let shown = (rest.width / LEAST).clamp(1, count);
    // The human text stays; the window over the suggestions follows the focus.
    let last = (view.focus as u16).max(shown - 1).min(count - 1);
    let first = last + 1 - shown;
    let each = rest.width / shown;
    for i in 0..shown {
        let x = rest.x + i * each;
        let width = if i + 1 == shown { rest.right() - x } else { each };
        let index = if i == 0 { 0 } else { first + i };
        laid.panes.push((index as usize, Rect { x, width, ..rest }));
    }
    laid
}

impl DraftsView {
    pub fn draw(view: &Self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let head = Rect { height: area.height.min(1), ..area };
        put(buf, (head.x + 1, head.y), &view.title, theme.title, head.width.saturating_sub(2));
        let body = body(area);
        let laid = lay(view, body);
        if let Some(tabs) = laid.tabs {
            draw_tabs(view, tabs, buf, theme);
        }
        for (i, (index, place)) in laid.panes.iter().enumerate() {
            let last = i + 1 == laid.panes.len();
            let inside = Rect { width: place.width - u16::from(!last), ..*place };
            draw_pane(&view.panes[*index], *index == view.focus, inside, buf, theme);
            if !last {
                let rule = if theme.ascii { "|" } else { "│" };
                for y in inside.top()..inside.bottom() {
                    put(buf, (inside.right(), y), rule, theme.border, 1);
                }
            }
        }
        if let (Some(ask), Some(place)) = (&view.ask, laid.ask) {
            let label = (ask.label.as_str(), theme.title_focused);
            let spans = ask.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
            let blank = std::iter::once(("  ", theme.text));
            let pieces = std::iter::once(label).chain(blank).chain(spans);
            put_line(buf, (place.x + 1, place.y), pieces, place.width.saturating_sub(2));
        }
        if let Some(brief) = &view.brief {
            draw_brief(brief, area, buf, theme);
        }
        if let Some(prompt) = &view.prompt {
            draw_prompt(prompt, area, buf, theme);
        }
    }

    /// The pane under a cell, and the sentence of it.
    pub fn at(view: &Self, area: Rect, column: u16, row: u16) -> Option<(usize, Option<usize>)> {
        let cell = Position { x: column, y: row };
        let laid = lay(view, body(area));
        if let Some(tabs) = laid.tabs.filter(|tabs| tabs.contains(cell)) {
            return tab_at(view, tabs, column).map(|pane| (pane, None));
        }
        let (index, place) = laid.panes.iter().find(|(_, place)| place.contains(cell))?;
        let pane = &view.panes[*index];
        let text = text_area(pane, *place);
        let rows = rows(pane, text.width);
        let first = first_row(&rows, pane, text.height);
        let sentence = row
            .checked_sub(text.y)
            .filter(|down| *down < text.height)
            .and_then(|down| rows.get(first + usize::from(down)))
            .map(|row| row.block);
        Some((*index, sentence))
    }

    /// The row of the brief under a cell.
    pub fn brief_row_at(view: &Self, area: Rect, column: u16, row: u16) -> Option<usize> {
        let brief = view.brief.as_ref()?;
        let inside = overlay_inside(overlay_area(brief_frame(brief, area).place, area));
        let cell = Position { x: column, y: row };
        let at = inside.contains(cell).then(|| usize::from(row - inside.y))?;
        // The topic, a blank row, the chips.
        match at {
            0 => Some(0),
            _ => Some(at - 1).filter(|at| (1..=brief.rows.len()).contains(at)),
        }
    }
}

/// Below the line that says what this is about.
fn body(area: Rect) -> Rect {
    let top = area.height.min(if area.height > 12 { 2 } else { 1 });
    Rect { y: area.y + top, height: area.height - top, ..area }
}

fn draw_tabs(view: &DraftsView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut x = area.x + 1;
    for (i, pane) in view.panes.iter().enumerate() {
        let style = if i == view.focus { theme.chip_on } else { theme.chip };
        let label =
            if i == view.focus { format!("[{}]", pane.tab) } else { format!(" {} ", pane.tab) };
        x += put(buf, (x, area.y), &label, style, area.right().saturating_sub(x)) + 1;
    }
}

fn tab_at(view: &DraftsView, area: Rect, column: u16) -> Option<usize> {
    let mut x = area.x + 1;
    view.panes.iter().position(|pane| {
        let from = x;
        x += width(&pane.tab) as u16 + 3;
        (from..x).contains(&column)
    })
}

struct Row {
    /// Of the pane; rows between blocks belong to the one below them.
    block: usize,
    first: bool,
    line: Line,
}

fn rows(pane: &PaneView, cells: u16) -> Vec<Row> {
    let mut rows = Vec::new();
    for (block, shown) in pane.blocks.iter().enumerate() {
        if shown.gap {
            rows.push(Row { block, first: false, line: Line::blank() });
        }
        for (i, line) in wrap(&shown.spans, cells.into()).into_iter().enumerate() {
            rows.push(Row { block, first: i == 0, line });
        }
    }
    rows
}

/// The first row in sight, so that the whole current block is, as far as it fits.
fn first_row(rows: &[Row], pane: &PaneView, height: u16) -> usize {
    let height = usize::from(height);
    let Some(current) = pane.blocks.iter().position(|block| block.current) else { return 0 };
    let start = rows.iter().position(|row| row.block == current && row.first).unwrap_or(0);
    let end = rows.iter().rposition(|row| row.block == current).unwrap_or(0);
    // One row of what comes next stays in sight.
    let wanted = (end + 2).saturating_sub(height).min(rows.len().saturating_sub(height));
    wanted.min(start)
}

fn text_area(pane: &PaneView, area: Rect) -> Rect {
    let foot = pane.foot.len() as u16;
    Rect {
        x: area.x + GUTTER,
        y: area.y + 2,
        width: area.width.saturating_sub(GUTTER + 1),
        height: area.height.saturating_sub(2 + foot),
    }
}

fn draw_pane(pane: &PaneView, focused: bool, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.height < 3 || area.width < 8 {
        return;
    }
    let (title, rule) = if focused {
        (theme.title_focused, theme.border_focused)
    } else {
        (theme.dim, theme.border)
    };
    let room = area.width.saturating_sub(2);
    let note = (width(&pane.note) as u16).min(room / 2);
    let head = Rect { x: area.x + 1, y: area.y, width: room, height: 1 };
    put(buf, (head.x, head.y), &pane.title, title, room.saturating_sub(note + 1));
    put_right(buf, Rect { x: head.right() - note, width: note, ..head }, &pane.note, theme.dim);
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
    let rows = rows(pane, text.width);
    let first = first_row(&rows, pane, text.height);
    for (y, row) in (text.top()..text.bottom()).zip(rows.iter().skip(first)) {
        let block = &pane.blocks[row.block];
        let spans = row.line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (text.x, y), spans, text.width);
        if block.current && !row.line.spans.is_empty() {
            let (bar, style) = match (focused, theme.ascii) {
                (true, false) => ("▌", theme.accent),
                (true, true) => (">", theme.accent),
                (false, false) => ("▏", theme.dim),
                (false, true) => (":", theme.dim),
            };
            put(buf, (area.x, y), bar, style, 1);
        }
        if let Some(mark) = block.mark.filter(|_| row.first) {
            put(buf, (area.x + 1, y), mark.glyph(theme.ascii), theme.style(mark.role()), 1);
        }
    }
    let hidden = rows.len().saturating_sub(first + usize::from(text.height));
    if hidden > 0 && text.height > 0 {
        let more = if theme.ascii { "v" } else { "↓" };
        put(buf, (area.right() - 1, text.bottom() - 1), more, theme.dim, 1);
    }
    let foot =
        Rect { x: area.x + 1, y: text.bottom(), width: room, height: pane.foot.len() as u16 };
    draw_lines(&pane.foot, foot, buf, theme);
}

fn draw_lines(lines: &[Line], area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (area.x, y), spans, area.width);
    }
}

fn brief_frame(brief: &BriefView, area: Rect) -> OverlayView {
    // Topic, blank, chips, blank, source.
    let height = (brief.rows.len() + brief.source.len() + 5) as u16;
    let place = Place::Middle { width: 76.min(area.width), height };
    OverlayView { title: brief.title.clone(), foot: brief.foot.clone(), place }
}

fn overlay_inside(area: Rect) -> Rect {
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

fn draw_brief(brief: &BriefView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inside = draw_overlay(&brief_frame(brief, area), area, buf, theme);
    let labels = brief.rows.iter().map(|row| &row.label).chain([&brief.topic_label]);
    let column = labels.map(|label| width(label)).max().unwrap_or(0) as u16 + 2;
    let rest = inside.width.saturating_sub(column);
    let mut y = inside.y;
    let mut label = |y: u16, text: &str, field: usize, buf: &mut Buffer| {
        let style = if brief.field == field { theme.title_focused } else { theme.dim };
        put(buf, (inside.x, y), text, style, column - 1);
    };
    label(y, &brief.topic_label, 0, buf);
    let line = Rect { x: inside.x + column, y, width: rest, height: 1 };
    if brief.field == 0 {
        set_style(buf, line, theme.selected_dim);
    }
    let spans = brief.topic.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
    put_line(buf, (line.x, y), spans, rest);
    y += 2;
    for (i, row) in brief.rows.iter().enumerate() {
        if y >= inside.bottom() {
            return;
        }
        label(y, &row.label, i + 1, buf);
        let chips = fitting(&row.chips, rest);
        draw_chips(chips, Rect { x: inside.x + column, y, width: rest, height: 1 }, buf, theme);
        y += 1;
    }
    let below = Rect { y: (y + 1).min(inside.bottom()), ..inside };
    let source = Rect { height: inside.bottom().saturating_sub(below.y), ..below };
    draw_lines(&brief.source, source, buf, theme);
}

/// The chips from the first that lets the chosen one be seen in `cells` cells.
fn fitting(chips: &[Chip], cells: u16) -> &[Chip] {
    let chosen = chips.iter().position(|chip| chip.on).unwrap_or(0);
    let long = |from: usize| -> usize {
        chips[from..=chosen].iter().map(|chip| width(&chip.label) + 3).sum::<usize>()
    };
    let from = (0..chosen).find(|from| long(*from) <= usize::from(cells) + 1).unwrap_or(chosen);
    if chips.is_empty() { chips } else { &chips[from..] }
}

fn draw_prompt(prompt: &PromptView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let place = if area.width < 90 {
        Place::Whole
    } else {
        Place::Middle { width: area.width - 8, height: area.height.saturating_sub(2) }
    };
    let frame = OverlayView { title: prompt.title.clone(), foot: prompt.foot.clone(), place };
    let inside = draw_overlay(&frame, area, buf, theme);
    put(buf, (inside.x, inside.y), &prompt.to, theme.accent, inside.width);
    let text = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
    let rows: Vec<Line> = prompt
        .text
        .lines()
        .skip(prompt.scroll)
        .take(text.height.into())
        .flat_map(|line| wrap(&[Span::new(line, Role::Text)], text.width.into()))
        .collect();
    draw_lines(&rows, text, buf, theme);
}
