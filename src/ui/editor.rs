//! The editor: rows of text with marks at their left and reasons at their right, tabs for
//! the channels above, counters below. Draws what the editor room's view says; the view
//! brings the sizes its cursor was counted by.

use super::plain::Typing;
use super::{
    Chip, InputView, Line, Role, Span, Theme, chip_at, chip_rows, draw_chips, draw_input, fill,
    put, put_line, put_right, wrap,
};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditorView {
    pub size: EditorSize,
    pub tabs: Vec<Chip>,
    /// Right of the tabs: saved, unsaved.
    pub note: String,
    /// The rows in sight.
    pub rows: Vec<EditorRow>,
    /// The whole text with its cursor, and the reason of everything noticed in it: for
    /// whoever does not see the rows.
    pub typing: Typing,
    pub reasons: Vec<String>,
    /// Said in place of an empty text.
    pub placeholder: String,
    pub popup: Option<Popup>,
    /// Length by channel.
    pub counters: Line,
    /// What was noticed, where no margin says it.
    pub status: Line,
    pub search: Option<SearchView>,
    pub clash: Option<ClashView>,
}

/// As the room's geometry has them, in cells and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EditorSize {
    pub top: u16,
    pub gutter: u16,
    pub cells: u16,
    pub rows: u16,
    pub margin: u16,
    pub foot: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EditorRow {
    pub line: Line,
    /// One cell left of the row.
    pub mark: Option<(String, Role)>,
    pub reason: Option<Line>,
}

/// Completions, below the word they complete.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Popup {
    /// Of the rows in sight.
    pub row: usize,
    pub column: usize,
    pub choices: Vec<PopupRow>,
    pub selected: usize,
}

/// A completion, and why it is offered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PopupRow {
    pub word: String,
    pub why: String,
    /// Advised against.
    pub warm: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchView {
    pub label: String,
    pub input: InputView,
    pub found: String,
}

/// Two texts that could not become one, side by side with what can be done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClashView {
    pub title: String,
    /// What stands on disk, compared with what is typed.
    pub theirs: Vec<Line>,
    pub choices: Vec<Chip>,
}

/// What stands under a cell of the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditorSpot {
    Tab(usize),
    /// Row and column from the first row in sight.
    Text {
        row: usize,
        column: usize,
    },
    Popup(usize),
    Choice(usize),
}

struct Laid {
    tabs: Rect,
    text: Rect,
    margin: Rect,
    foot: Rect,
    clash: Rect,
}

fn lay(view: &EditorView, area: Rect) -> Laid {
    let size = view.size;
    let row = |y: u16, height: u16| {
        let y = y.min(area.height);
        Rect { y: area.y + y, height: height.min(area.height - y), ..area }
    };
    let body = row(size.top, size.rows);
    // A question takes the lower half of the text.
    let clash = view.clash.as_ref().map_or(0, |_| (body.height / 2).max(3).min(body.height));
    let text_rows = body.height - clash;
    let across = |x: u16, cells: u16| Rect {
        x: area.x + x.min(area.width),
        width: cells.min(area.width.saturating_sub(x)),
        height: text_rows,
        ..body
    };
    Laid {
        // One blank at the left, as every line of a screen has.
        tabs: Rect {
            x: area.x + area.width.min(1),
            width: area.width.saturating_sub(1),
            ..row(0, size.top.min(1))
        },
        text: across(size.gutter, size.cells + 1),
        margin: across(size.gutter + size.cells + 2, size.margin),
        foot: row(size.top + size.rows, size.foot),
        clash: Rect { y: body.y + text_rows, height: clash, ..body },
    }
}

impl EditorView {
    pub fn draw(view: &Self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let laid = lay(view, area);
        draw_tabs(view, area, &laid, buf, theme);
        if view.rows.iter().all(|row| row.line.plain().trim().is_empty()) && view.rows.len() < 2 {
            // Beside the cursor, and below where it is longer than a row.
            let room = laid.text.width.saturating_sub(2);
            let lines = wrap(&[Span::new(&view.placeholder, Role::Dim)], room.into());
            for (y, line) in (laid.text.top()..laid.text.bottom()).zip(&lines) {
                put(buf, (laid.text.x + 2, y), &line.plain(), theme.dim, room);
            }
        }
        let rows = (laid.text.top()..laid.text.bottom()).zip(&view.rows);
        for (y, row) in rows {
            let spans = row.line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
            put_line(buf, (laid.text.x, y), spans, laid.text.width);
            if let Some((mark, role)) = &row.mark {
                put(buf, (area.x, y), mark, theme.style(*role), view.size.gutter);
            }
            if let Some(reason) = &row.reason {
                let spans = reason.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
                put_line(buf, (laid.margin.x, y), spans, laid.margin.width);
            }
        }
        draw_foot(view, &laid, buf, theme);
        if let Some(popup) = &view.popup {
            draw_popup(popup, &popup_laid(popup, &laid), buf, theme);
        }
        if let Some(clash) = &view.clash {
            draw_clash(clash, laid.clash, buf, theme);
        }
    }

    pub fn at(view: &Self, area: Rect, column: u16, row: u16) -> Option<EditorSpot> {
        let cell = Position { x: column, y: row };
        let laid = lay(view, area);
        if let Some(popup) = &view.popup {
            let place = popup_laid(popup, &laid).area;
            let at = usize::from(row.saturating_sub(place.y));
            if place.contains(cell) {
                return (at < popup.choices.len()).then_some(EditorSpot::Popup(at));
            }
        }
        if let Some(clash) = &view.clash
            && laid.clash.contains(cell)
        {
            let chips = chips_place(clash, laid.clash);
            return chip_at(&clash.choices, chips, column, row).map(EditorSpot::Choice);
        }
        if laid.tabs.contains(cell) {
            return chip_at(&view.tabs, laid.tabs, column, row).map(EditorSpot::Tab);
        }
        let text = Rect { x: area.x, width: laid.text.right() - area.x, ..laid.text };
        text.contains(cell).then(|| EditorSpot::Text {
            row: usize::from(row - text.y),
            column: usize::from(column.saturating_sub(laid.text.x)),
        })
    }
}

fn draw_tabs(view: &EditorView, area: Rect, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
    draw_chips(&view.tabs, laid.tabs, buf, theme);
    let tabs: usize = view.tabs.iter().map(|tab| width(&tab.label) + 3).sum();
    let free = usize::from(laid.tabs.width).saturating_sub(tabs);
    if laid.tabs.height > 0 && free > width(&view.note) {
        let row = Rect { width: laid.tabs.width.saturating_sub(1), ..laid.tabs };
        put_right(buf, row, &view.note, theme.dim);
    }
    if view.size.top > 1 {
        let rule = if theme.ascii { "-" } else { "─" };
        let cells = area.width.saturating_sub(2);
        put(buf, (area.x + 1, area.y + 1), &rule.repeat(cells.into()), theme.border, cells);
    }
}

fn draw_foot(view: &EditorView, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
    let foot = Rect { x: laid.foot.x + 1, width: laid.foot.width.saturating_sub(2), ..laid.foot };
    if foot.height == 0 {
        return;
    }
    let draw = |y: u16, line: &Line, buf: &mut Buffer| {
        let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (foot.x, y), spans, foot.width);
    };
    let last = foot.bottom() - 1;
    if foot.height > 1 || (view.search.is_none() && view.status.spans.is_empty()) {
        draw(foot.y, &view.counters, buf);
    }
    let Some(search) = &view.search else {
        if foot.height > 1 || !view.status.spans.is_empty() {
            draw(last, &view.status, buf);
        }
        return;
    };
    let used = put(buf, (foot.x, last), &search.label, theme.title_focused, foot.width) + 1;
    let found = width(&search.found) as u16 + 1;
    let room = foot.width.saturating_sub(used + found);
    let line = Rect { x: foot.x + used, y: last, width: room, height: 1 };
    draw_input(&search.input, line, buf, theme);
    put_right(buf, Rect { y: last, height: 1, ..foot }, &search.found, theme.dim);
}

/// Between a completion and its why.
const APART: usize = 2;

/// How the completions lie: every why beside its word, or, where that is too wide, the why
/// of the chosen one below them all.
struct PopupLaid {
    area: Rect,
    /// Cells of the words; `None` where the whys stand below.
    words: Option<usize>,
    why: Vec<Line>,
}

fn popup_laid(popup: &Popup, laid: &Laid) -> PopupLaid {
    let longest = |text: fn(&PopupRow) -> &str| {
        popup.choices.iter().map(|row| width(text(row))).max().unwrap_or(0)
    };
    let (words, whys) = (longest(|row| &row.word), longest(|row| &row.why));
    let room = usize::from(laid.text.width);
    let beside = words + APART + whys + 2;
    let fits = whys > 0 && beside <= room;
    let chosen = popup.choices.get(popup.selected).map_or("", |row| row.why.as_str());
    let why = if fits || chosen.is_empty() {
        Vec::new()
    } else {
        wrap(&[Span::new(chosen.to_owned(), Role::Dim)], room.saturating_sub(2).max(1))
    };
    let below = why.iter().map(|line| width(&line.plain())).max().unwrap_or(0) + 2;
    let cells = if fits { beside } else { below.max(words + 2) }.min(room) as u16;
    let rows = ((popup.choices.len() + why.len()) as u16).min(laid.text.height);
    let x = (popup.column as u16).min(laid.text.width.saturating_sub(cells));
    let under = popup.row as u16 + 1;
    let y = if under + rows <= laid.text.height {
        under
    } else {
        (popup.row as u16).saturating_sub(rows)
    };
    let area = Rect { x: laid.text.x + x, y: laid.text.y + y, width: cells, height: rows };
    PopupLaid { area, words: fits.then_some(words), why }
}

fn draw_popup(popup: &Popup, laid: &PopupLaid, buf: &mut Buffer, theme: &Theme) {
    let area = laid.area;
    fill(buf, area, theme.selected_dim);
    let choices = popup.choices.iter().enumerate();
    let mut y = area.top();
    for (i, row) in choices.take(area.height.into()) {
        let style = if i == popup.selected { theme.selected } else { theme.selected_dim };
        fill(buf, Rect { y, height: 1, ..area }, style);
        let mark = match (i == popup.selected, row.warm) {
            (true, _) => ">",
            (false, true) => "!",
            (false, false) => " ",
        };
        put(buf, (area.x, y), mark, style, 1);
        put(buf, (area.x + 1, y), &row.word, style, area.width.saturating_sub(2));
        if let Some(words) = laid.words {
            let x = area.x + 1 + (words + APART) as u16;
            put(buf, (x, y), &row.why, style, area.right().saturating_sub(x + 1));
        }
        y += 1;
    }
    for line in laid.why.iter().take(area.bottom().saturating_sub(y).into()) {
        put(buf, (area.x + 1, y), &line.plain(), theme.selected_dim, area.width.saturating_sub(2));
        y += 1;
    }
}

/// As many rows as the choices need: all of them are in sight at every width.
fn chips_place(clash: &ClashView, area: Rect) -> Rect {
    let width = area.width.saturating_sub(2);
    let height = chip_rows(&clash.choices, width).min(area.height.saturating_sub(1));
    Rect { x: area.x + 1, y: area.y + 1, width, height }
}

fn draw_clash(clash: &ClashView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    fill(buf, area, theme.text);
    let cells = area.width.saturating_sub(2);
    let rule = if theme.ascii { "=" } else { "━" };
    put(buf, (area.x + 1, area.y), &rule.repeat(cells.into()), theme.border_focused, cells);
    put(
        buf,
        (area.x + 3, area.y),
        &format!(" {} ", clash.title),
        theme.warm,
        cells.saturating_sub(4),
    );
    let chips = chips_place(clash, area);
    draw_chips(&clash.choices, chips, buf, theme);
    for (y, line) in (chips.bottom()..area.bottom()).zip(&clash.theirs) {
        let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (area.x + 2, y), spans, cells.saturating_sub(2));
    }
}
