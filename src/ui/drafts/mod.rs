//! The panes of suggestions: human text first, machine text beside it, a mark at every
//! sentence somebody has decided about. Draws what the drafts room's view says.

mod brief;
mod pane;

pub use brief::{BriefRow, BriefView, PromptView};
pub use pane::{Block, Mark, PaneView};

use super::{InputView, Line, Role, Span, Theme, draw_input, fill, put, put_line, put_right};
use crate::text::width;
use brief::{brief_at, draw_brief, draw_prompt};
use pane::draw_pane;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells a pane needs to be read at ease.
const LEAST: u16 = 30;
/// Under this width one pane at a time is shown, with tabs.
const SIDE_BY_SIDE: u16 = 100;

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

/// A line below the panes: a label, and what is chosen or typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskView {
    pub label: String,
    pub spans: Vec<Span>,
    /// What is being typed, instead.
    pub input: Option<InputView>,
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
    if let Some(ask) = view.ask.as_ref().filter(|_| rest.height > 3) {
        let rows = (answers(ask, area.width.saturating_sub(2)).len() as u16).max(1);
        let rows = rows.min(rest.height - 3);
        rest.height -= rows + 1;
        laid.ask = Some(Rect { y: rest.bottom() + 1, height: rows, ..area });
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

/// The answers of a question, the first row of them behind it; none is cut, and a key
/// stays with what it says.
fn answers(ask: &AskView, cells: u16) -> Vec<Line> {
    let mut rows: Vec<Line> = vec![Line::blank()];
    let mut free = usize::from(cells).saturating_sub(width(&ask.label) + 2);
    let mut spans = ask.spans.as_slice();
    while !spans.is_empty() {
        let next = spans[1..].iter().position(|span| span.role == Role::Key);
        let (answer, rest) = spans.split_at(next.map_or(spans.len(), |at| at + 1));
        let words: String = answer.iter().map(|span| span.text.as_str()).collect();
        if width(words.trim_end()) > free {
            rows.push(Line::blank());
            free = cells.into();
        }
        free = free.saturating_sub(width(&words));
        if let Some(row) = rows.last_mut() {
            row.spans.extend_from_slice(answer);
        }
        spans = rest;
    }
    rows
}

impl DraftsView {
    pub fn draw(view: &Self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let head = Rect { height: area.height.min(1), ..area };
        put(buf, (head.x + 1, head.y), &view.title, theme.title, head.width.saturating_sub(2));
        let body = body(area);
        // A first brief has nothing to stand over;
        // and where it takes nearly all the room, what looks out around it only disturbs.
        let alone = area.width < SIDE_BY_SIDE || view.panes.iter().all(|p| p.blocks.is_empty());
        let bare = view.brief.is_some() && alone;
        let laid = if bare { Laid::default() } else { lay(view, body) };
        if let Some(tabs) = laid.tabs {
            draw_tabs(view, tabs, buf, theme);
        } else {
            put_right(buf, head, &hidden(view, &laid, theme.ascii), theme.accent);
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
            let room = place.width.saturating_sub(2);
            let used = put(buf, (place.x + 1, place.y), &ask.label, theme.title_focused, room) + 2;
            let rest = Rect { x: place.x + 1 + used, width: room.saturating_sub(used), ..place };
            let rows = (place.top()..place.bottom()).zip(answers(ask, room));
            for (i, (y, line)) in rows.enumerate() {
                let (x, room) = if i == 0 { (rest.x, rest.width) } else { (place.x + 1, room) };
                let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
                put_line(buf, (x, y), spans, room);
            }
            if let Some(input) = &ask.input {
                draw_input(input, rest, buf, theme);
            }
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
        let sentence = pane::block_at(&view.panes[*index], *place, row);
        Some((*index, sentence))
    }

    /// The row of the brief under a cell, and the chip of it.
    pub fn brief_at(
        view: &Self,
        area: Rect,
        column: u16,
        row: u16,
    ) -> Option<(usize, Option<usize>)> {
        brief_at(view.brief.as_ref()?, area, Position { x: column, y: row })
    }
}

/// How many suggestions stand out of sight on either side: `‹2  1›`.
fn hidden(view: &DraftsView, laid: &Laid, ascii: bool) -> String {
    let shown = |index: &usize| laid.panes.iter().any(|(pane, _)| pane == index);
    let Some((last, _)) = laid.panes.last() else { return String::new() };
    let (after, before): (Vec<usize>, Vec<usize>) =
        (0..view.panes.len()).filter(|index| !shown(index)).partition(|index| index > last);
    let (left, right) = if ascii { ("<", ">") } else { ("‹", "›") };
    let before = (!before.is_empty()).then(|| format!("{left}{}", before.len()));
    let after = (!after.is_empty()).then(|| format!("{}{right}", after.len()));
    let marks: Vec<String> = before.into_iter().chain(after).collect();
    marks.join("  ")
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
