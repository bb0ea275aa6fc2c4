//! The week as columns of days and rows of hours. One layout serves drawing, the mouse
//! and scrolling; cards get as many lines as the height allows.

use super::post_card::{CardView, Look, Selected, tint};
use super::{Role, Theme, put, put_line};
use crate::vocab::Target;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekGridView {
    pub days: Vec<DayHead>,
    /// All days of the week in one line, where not all have a column.
    pub strip: Vec<DayHead>,
    /// Files that cannot be read, over the whole width.
    pub problems: Vec<ProblemRow>,
    pub rows: Vec<GridRow>,
    /// Hours stand at the left.
    pub axis: bool,
    pub focused: bool,
    /// `altro`, `altri`: said of cards there is no room for.
    pub more: [String; 2],
    /// Said under an empty week, or while it is being read.
    pub note: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHead {
    pub date: NaiveDate,
    /// `mer 25`.
    pub label: String,
    /// `oggi`; `ora solare`, where the clocks change.
    pub note: String,
    pub today: bool,
    /// The cursor's day.
    pub here: bool,
    /// Cards of the day, for the strip.
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemRow {
    pub text: String,
    pub selected: Selected,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    pub label: String,
    /// A stretch without anything: one line, no cursor.
    pub fold: bool,
    /// One for each of `days`.
    pub cells: Vec<CellView>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellView {
    pub items: Vec<CardView>,
    pub target: Target,
    /// The cursor stands on the empty cell.
    pub selected: Selected,
    /// What an empty place teaches while the cursor is there.
    pub teach: Vec<String>,
}

const AXIS: u16 = 7;
/// How cards may be drawn, most generous first: rows of title, blank lines, cards a cell.
const DENSITIES: [Density; 7] = [
    Density { titles: 4, gap: 2, most: 4 },
    Density { titles: 3, gap: 1, most: 4 },
    Density { titles: 2, gap: 1, most: 3 },
    Density { titles: 2, gap: 0, most: 3 },
    Density { titles: 1, gap: 1, most: 3 },
    Density { titles: 1, gap: 0, most: 3 },
    Density { titles: 1, gap: 0, most: 2 },
];

/// On paper nothing opens, so more cards stand in a cell.
const PAPER: Density = Density { titles: 4, gap: 0, most: 6 };
/// Rows of paper at most; a week of a real brand takes a tenth of it.
const LONGEST: u32 = 2_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Density {
    titles: u16,
    gap: u16,
    most: usize,
}

/// Something with a place. Rows may lie outside of the screen.
struct Placed {
    x: u16,
    /// From the first row of the scrolled part.
    y: i32,
    width: u16,
    height: u16,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Label(usize),
    Cell(usize, usize),
    Item(usize, usize, usize),
    /// A day, and how many of its cards are out of sight.
    More(usize, usize),
}

struct Laid {
    columns: Vec<(u16, u16)>,
    /// Strip and heads.
    top: Rect,
    problems: Rect,
    rows: Rect,
    pad: u16,
    density: Density,
    scroll: i32,
    placed: Vec<Placed>,
}

/// The blank left of the words of a column, and the cells left for them.
fn cells(columns: &[(u16, u16)]) -> (u16, u16) {
    let pad = u16::from(columns.iter().all(|(_, width)| *width >= 11));
    let narrowest = columns.iter().map(|(_, width)| *width).min().unwrap_or(1);
    (pad, narrowest.saturating_sub(pad).max(1))
}

impl WeekGridView {
    fn lay(&self, area: Rect, densities: &[Density]) -> Laid {
        let columns = self.columns(area);
        let (pad, cells) = cells(&columns);
        let top = self.top().min(area.height);
        let problems = (self.problems.len() as u16).min(area.height.saturating_sub(top) / 3);
        let height = area.height.saturating_sub(top + problems);
        let rows = Rect { y: area.y + top + problems, height, ..area };
        let fitting = densities.iter().copied().find(|density| {
            self.is_within(u32::from(height) + u32::from(density.gap), *density, cells)
        });
        let density = fitting.or(densities.last().copied()).unwrap_or(PAPER);
        let placed = self.place(&columns, density, cells, area.x);
        let total = placed.iter().map(|p| p.y + i32::from(p.height)).max().unwrap_or(0);
        let wanted = placed.iter().find(|p| self.is_selected(p.what));
        let middle = wanted.map_or(0, |p| p.y + i32::from(p.height) / 2);
        let scroll = (middle - i32::from(height) / 2).clamp(0, (total - i32::from(height)).max(0));
        Laid {
            columns,
            top: Rect { height: top, ..area },
            problems: Rect { y: area.y + top, height: problems, ..area },
            rows,
            pad,
            density,
            scroll,
            placed,
        }
    }

    /// Rows of strip, heads and the line under them.
    fn top(&self) -> u16 {
        let strip = u16::from(!self.strip.is_empty()) * 2;
        let notes = self.days.iter().any(|day| !day.note.is_empty() && !day.today);
        strip + 2 + u16::from(notes)
    }

    fn rows_height(&self, density: Density, cells: u16) -> u32 {
        self.rows.iter().map(|row| u32::from(Self::row_height(row, density, cells))).sum()
    }

    /// Stops measuring where there is no room left: a full week is far from fitting loosely.
    fn is_within(&self, height: u32, density: Density, cells: u16) -> bool {
        let mut used = 0;
        self.rows.iter().all(|row| {
            used += u32::from(Self::row_height(row, density, cells));
            used <= height
        })
    }

    /// The place of each day's words: a line and the left blank are the column's own.
    fn columns(&self, area: Rect) -> Vec<(u16, u16)> {
        let axis = if self.axis { AXIS } else { 0 };
        let count = self.days.len().max(1) as u16;
        let room = area.width.saturating_sub(axis);
        (0..count)
            .map(|i| {
                let start = axis + room * i / count;
                let end = axis + room * (i + 1) / count;
                // The line left of a column takes a cell, except at the very edge.
                let line = u16::from(i > 0 || self.axis);
                (area.x + start + line, (end - start).saturating_sub(line))
            })
            .collect()
    }

    fn row_height(row: &GridRow, density: Density, cells: u16) -> u16 {
        if row.fold {
            return 1;
        }
        let cell = |cell: &CellView| {
            let shown = cell.items.iter().take(density.most);
            let gaps = (cell.items.len().min(density.most) as u16).saturating_sub(1) * density.gap;
            let more = u16::from(cell.items.len() > density.most);
            let teach = (cell.teach.len() as u16).min(2);
            shown.map(|c| c.height(density.titles, cells)).sum::<u16>().max(teach) + gaps + more
        };
        row.cells.iter().map(cell).max().unwrap_or(0).max(1) + density.gap
    }

    fn place(
        &self,
        columns: &[(u16, u16)],
        density: Density,
        cells: u16,
        left: u16,
    ) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut y = 0;
        for (r, row) in self.rows.iter().enumerate() {
            let height = Self::row_height(row, density, cells);
            placed.push(Placed { x: left, y, width: AXIS, height: 1, what: What::Label(r) });
            for (c, (cell, (x, width))) in row.cells.iter().zip(columns).enumerate() {
                let (x, width) = (*x, *width);
                let body =
                    if row.fold { height } else { height.saturating_sub(density.gap).max(1) };
                placed.push(Placed { x, y, width, height: body, what: What::Cell(r, c) });
                let on = cell.items.iter().position(|item| item.selected >= Selected::Dim);
                // A selected card beyond the last that fits pushes the first ones out.
                let from = on.map_or(0, |on| (on + 1).saturating_sub(density.most));
                let mut at = y;
                for (i, item) in cell.items.iter().enumerate().skip(from).take(density.most) {
                    let height = item.height(density.titles, cells);
                    placed.push(Placed { x, y: at, width, height, what: What::Item(r, c, i) });
                    at += i32::from(height + density.gap);
                }
                let hidden = cell.items.len().saturating_sub(density.most);
                if hidden > 0 {
                    at -= i32::from(density.gap);
                    let what = What::More(c, hidden);
                    placed.push(Placed { x, y: at, width, height: 1, what });
                }
            }
            y += i32::from(height);
        }
        placed
    }

    fn is_selected(&self, what: What) -> bool {
        match what {
            What::Label(_) | What::More(..) => false,
            What::Cell(r, c) => self.rows[r].cells[c].selected >= Selected::Dim,
            What::Item(r, c, i) => self.rows[r].cells[c].items[i].selected >= Selected::Dim,
        }
    }

    /// What stands under a cell of the screen.
    pub fn target_at(&self, area: Rect, column: u16, row: u16) -> Option<Target> {
        let laid = self.lay(area, &DENSITIES);
        let at = Position { x: column, y: row };
        if laid.problems.contains(at) {
            return Some(Target::Row((row - laid.problems.y) as usize));
        }
        if laid.top.contains(at) {
            let day = laid.columns.iter().position(|(x, w)| (*x..x + w).contains(&column))?;
            return Some(Target::More { date: self.days.get(day)?.date });
        }
        if !laid.rows.contains(at) {
            return None;
        }
        let y = i32::from(row - laid.rows.y) + laid.scroll;
        let inside = |p: &&Placed| {
            (p.x..p.x + p.width).contains(&column) && (p.y..p.y + i32::from(p.height)).contains(&y)
        };
        let found = laid.placed.iter().rev().filter(inside);
        found.filter(|p| !matches!(p.what, What::Label(_))).find_map(|p| match p.what {
            What::Label(_) => None,
            What::Cell(r, c) => Some(self.rows[r].cells[c].target.clone()),
            What::Item(r, c, i) => Some(self.rows[r].cells[c].items[i].target.clone()),
            What::More(c, _) => self.days.get(c).map(|day| Target::More { date: day.date }),
        })
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        self.draw_laid(&self.lay(area, &DENSITIES), buf, theme);
    }

    /// The whole week as lines of text, `width` cells wide and as high as it needs.
    pub fn to_text(&self, width: u16, theme: &Theme) -> String {
        let (_, cells) = cells(&self.columns(Rect::new(0, 0, width, 1)));
        let (rows, problems) = (self.rows_height(PAPER, cells), self.problems.len() as u32);
        let note = if self.note.is_empty() { 0 } else { 6 };
        // Problems get a third of the rows at most.
        let height = u32::from(self.top()) + problems + rows.max(2 * problems) + note;
        let text = super::render_to_string(width, height.min(LONGEST) as u16, |area, buf| {
            self.draw_laid(&self.lay(area, &[PAPER]), buf, theme);
        });
        let empty = |line: &&str| line.chars().all(|c| matches!(c, ' ' | '│' | '|'));
        let spare = text.lines().rev().take_while(empty).count();
        let used = text.lines().count() - spare;
        text.lines().take(used).flat_map(|line| [line, "\n"]).collect()
    }

    fn draw_laid(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        self.draw_lines(laid, buf, theme);
        self.draw_heads(laid, buf, theme);
        for (y, problem) in (laid.problems.y..laid.problems.bottom()).zip(&self.problems) {
            let line = Rect { y, height: 1, ..laid.problems };
            let mark = [("! ", theme.warm), (problem.text.as_str(), theme.text)];
            put_line(buf, (line.x + 1, y), mark, line.width.saturating_sub(1));
            if let Some(style) = problem.selected.style(theme) {
                tint(buf, line, style);
            }
        }
        for placed in &laid.placed {
            self.draw_placed(placed, laid, buf, theme);
        }
        self.draw_note(laid, buf, theme);
        self.draw_beyond(laid, buf, theme);
    }

    /// How many cards lie above and below what is in sight.
    fn draw_beyond(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let rows = laid.rows;
        let end = laid.scroll + i32::from(rows.height);
        let count = |out: &dyn Fn(&Placed) -> bool| {
            let posts = laid.placed.iter().filter(|p| match p.what {
                What::Item(r, c, i) => {
                    self.rows[r].cells[c].items[i].kind == super::post_card::CardKind::Post
                }
                _ => false,
            });
            posts.filter(|p| out(p)).count()
        };
        let (above, below) = (count(&|p| p.y < laid.scroll), count(&|p| p.y >= end));
        let [up, down] = if theme.ascii { ["^", "v"] } else { ["▲", "▼"] };
        let places =
            [(up, above, rows.y.checked_sub(1)), (down, below, rows.bottom().checked_sub(1))];
        for (mark, count, y) in places {
            if let (1.., Some(y)) = (count, y) {
                let text = format!(" {mark} {count} ");
                let cells = (crate::text::width(&text) as u16).min(rows.width);
                put(buf, (rows.right() - cells, y), &text, theme.accent, cells);
            }
        }
    }

    fn draw_placed(&self, placed: &Placed, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let y = placed.y - laid.scroll;
        let end = y + i32::from(placed.height);
        if y < 0 || end > i32::from(laid.rows.height) {
            // A card cut by the edge shows what fits below, never half a head above.
            if y < 0 || y >= i32::from(laid.rows.height) {
                return;
            }
        }
        let height = (end.min(i32::from(laid.rows.height)) - y) as u16;
        let area = Rect { x: placed.x, y: laid.rows.y + y as u16, width: placed.width, height };
        match placed.what {
            What::Label(r) => {
                let row = &self.rows[r];
                if self.axis {
                    put(buf, (area.x + 1, area.y), &row.label, theme.dim, AXIS - 1);
                }
            }
            What::Cell(r, c) => {
                let cell = &self.rows[r].cells[c];
                let style = cell.selected.style(theme);
                for (y, teach) in (area.y..area.bottom()).zip(&cell.teach) {
                    let room = area.width.saturating_sub(laid.pad);
                    put(buf, (area.x + laid.pad, y), teach, theme.dim, room);
                }
                if let Some(style) = style {
                    tint(buf, area, style);
                }
            }
            What::Item(r, c, i) => {
                let item = &self.rows[r].cells[c].items[i];
                let whole = item.height(laid.density.titles, area.width.saturating_sub(laid.pad));
                if item.kind != super::post_card::CardKind::Ghost || area.height >= whole {
                    let look = Look { titles: laid.density.titles, pad: laid.pad };
                    item.draw(area, look, buf, theme);
                }
            }
            What::More(_, hidden) => {
                let room = area.width.saturating_sub(laid.pad);
                let word = if hidden == 1 { &self.more[0] } else { &self.more[1] };
                let whole = format!("+{hidden} {word}");
                let fits = crate::text::width(&whole) <= room.into();
                let text = if fits { whole } else { format!("+{hidden}") };
                put(buf, (area.x + laid.pad, area.y), &text, theme.accent, room);
            }
        }
    }

    fn draw_heads(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let mut y = laid.top.y;
        if !self.strip.is_empty() {
            self.draw_strip(laid.top, buf, theme);
            y += 2;
        }
        for (day, (x, width)) in self.days.iter().zip(&laid.columns) {
            let style = match (day.today, day.here) {
                (true, _) => theme.today,
                (false, true) if self.focused => theme.title,
                (false, true) => theme.text,
                (false, false) => theme.dim,
            };
            let x = x + laid.pad;
            let room = width.saturating_sub(laid.pad);
            let used = put(buf, (x, y), &day.label, style, room);
            let (nx, ny, left) = if day.today {
                (x + used + 1, y, room.saturating_sub(used + 1))
            } else {
                (x, y + 1, room)
            };
            if !day.note.is_empty() && (!day.today || crate::text::width(&day.note) <= left.into())
            {
                let note = if day.today { theme.accent } else { theme.now };
                put(buf, (nx, ny), &day.note, note, left);
            }
        }
    }

    fn draw_strip(&self, top: Rect, buf: &mut Buffer, theme: &Theme) {
        let count = self.strip.len().max(1) as u16;
        for (i, day) in self.strip.iter().enumerate() {
            let x = top.x + top.width * i as u16 / count;
            let room = top.width / count;
            let style = match (day.here, day.today) {
                (true, _) => theme.selected,
                (_, true) => theme.today,
                _ => theme.dim,
            };
            let dot = match (day.count, theme.ascii) {
                (0, _) => " ",
                (_, true) => "*",
                (_, false) => "•",
            };
            put(buf, (x, top.y), &format!("{}{dot}", day.label), style, room);
        }
    }

    /// Thin lines between the days, a stronger stroke under today.
    fn draw_lines(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let (thin, thick, upright) =
            if theme.ascii { ("-", "=", "|") } else { ("─", "━", "│") };
        let y = laid.top.bottom().saturating_sub(1);
        let full = laid.top.width as usize;
        put(buf, (laid.top.x, y), &thin.repeat(full), theme.border, laid.top.width);
        for (day, (x, width)) in self.days.iter().zip(&laid.columns) {
            if day.today {
                let line = thick.repeat(*width as usize);
                put(buf, (*x, y), &line, theme.border_focused, *width);
            }
            if *x > laid.top.x {
                let rows = laid.rows.top()..laid.rows.bottom();
                super::paint::upright(buf, x - 1, rows, upright, theme.border);
            }
        }
    }

    fn draw_note(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        if self.note.is_empty() {
            return;
        }
        let used = laid.placed.iter().map(|p| p.y + i32::from(p.height)).max().unwrap_or(0);
        let Some(y) = u16::try_from(used + 1).ok().filter(|y| y + 1 < laid.rows.height) else {
            return;
        };
        let x = laid.columns.first().map_or(laid.rows.x, |(x, _)| *x) + laid.pad;
        let room = laid.rows.right().saturating_sub(x);
        let below = Rect { x, y: laid.rows.y + y, width: room, height: laid.rows.height - y };
        super::fill(buf, below, theme.text);
        let lines = super::wrap(&[super::Span::new(&self.note, Role::Dim)], room.min(64).into());
        let text = super::TextBox { lines, ..super::TextBox::default() };
        super::draw_text(&text, below, buf, theme);
    }
}
