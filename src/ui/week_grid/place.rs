//! Where the cards of the week stand: columns, rows, how much of each card is shown, and
//! how far the week is scrolled. Drawing and the mouse both go by it; it draws nothing.

use super::{CellView, GridRow, WeekGridView};
use crate::ui::post_card::Selected;
use ratatui::layout::Rect;

pub(super) const AXIS: u16 = 7;
/// How cards may be drawn, most generous first: rows of title, blank lines, cards a cell.
/// Air goes before titles, titles before cards, for a card that is hidden says nothing.
pub(super) const DENSITIES: [Density; 10] = [
    Density { titles: 4, gap: 2, most: 6 },
    Density { titles: 3, gap: 1, most: 6 },
    Density { titles: 2, gap: 1, most: 6 },
    Density { titles: 3, gap: 0, most: 6 },
    Density { titles: 2, gap: 0, most: 6 },
    Density { titles: 2, gap: 0, most: 4 },
    Density { titles: 1, gap: 0, most: 6 },
    Density { titles: 1, gap: 0, most: 4 },
    Density { titles: 1, gap: 0, most: 3 },
    Density { titles: 1, gap: 0, most: 2 },
];

/// On paper nothing opens, so more cards stand in a cell.
pub(super) const PAPER: Density = Density { titles: 4, gap: 0, most: 6 };

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Density {
    pub(super) titles: u16,
    pub(super) gap: u16,
    pub(super) most: usize,
}

/// Something with a place. Rows may lie outside of the screen.
pub(super) struct Placed {
    pub(super) x: u16,
    /// From the first row of the scrolled part.
    pub(super) y: i32,
    pub(super) width: u16,
    pub(super) height: u16,
    pub(super) what: What,
}

#[derive(Clone, Copy)]
pub(super) enum What {
    Label(usize),
    Cell(usize, usize),
    Item(usize, usize, usize),
    /// A day, and how many of its cards are out of sight.
    More(usize, usize),
}

pub(super) struct Laid {
    pub(super) columns: Vec<(u16, u16)>,
    /// Strip and heads.
    pub(super) top: Rect,
    pub(super) problems: Rect,
    /// The first problem in sight, and how many are out of it.
    pub(super) first_problem: usize,
    pub(super) more_problems: usize,
    pub(super) rows: Rect,
    pub(super) pad: u16,
    /// Of each row.
    pub(super) densities: Vec<Density>,
    pub(super) scroll: i32,
    pub(super) placed: Vec<Placed>,
}

/// The blank left of the words of a column, and the cells left for them.
pub(super) fn cells(columns: &[(u16, u16)]) -> (u16, u16) {
    let pad = u16::from(columns.iter().all(|(_, width)| *width >= 11));
    let narrowest = columns.iter().map(|(_, width)| *width).min().unwrap_or(1);
    (pad, narrowest.saturating_sub(pad).max(1))
}

/// Rows of problems at most: the week is what is looked at.
const MOST_PROBLEMS: usize = 5;

impl WeekGridView {
    pub(super) fn lay(&self, area: Rect, densities: &[Density]) -> Laid {
        let columns = self.columns(area);
        let (pad, cells) = cells(&columns);
        let top = self.top().min(area.height);
        let problems = self.problem_rows().min(area.height.saturating_sub(top) / 3);
        let (first_problem, more_problems) = self.problems_in(problems.into());
        let height = area.height.saturating_sub(top + problems);
        let rows = Rect { y: area.y + top + problems, height, ..area };
        let fitting = densities.iter().copied().find(|density| {
            let room = u32::from(height) + u32::from(density.gap);
            // Titles are folded only where even one row of each would fit.
            let tight = Density { titles: 1, ..*density };
            self.is_within(room, tight, cells) && self.is_within(room, *density, cells)
        });
        let density = fitting.or(densities.last().copied()).unwrap_or(PAPER);
        let densities = self.filled(u32::from(height), density, cells);
        let placed = self.place(&columns, &densities, cells, area.x);
        let total = placed.iter().map(|p| p.y + i32::from(p.height)).max().unwrap_or(0);
        let wanted = placed.iter().find(|p| self.is_selected(p.what));
        let middle = wanted.map_or(0, |p| p.y + i32::from(p.height) / 2);
        let scroll = (middle - i32::from(height) / 2).clamp(0, (total - i32::from(height)).max(0));
        Laid {
            columns,
            top: Rect { height: top, ..area },
            problems: Rect { y: area.y + top, height: problems, ..area },
            first_problem,
            more_problems,
            rows,
            pad,
            densities,
            scroll,
            placed,
        }
    }

    /// The rows that problems would have: the rest is counted in the last.
    pub(super) fn problem_rows(&self) -> u16 {
        self.problems.len().min(MOST_PROBLEMS) as u16
    }

    /// Which problem is the first of so many rows, so that the selected one is among them, and
    /// how many have no row; those are counted in the last one.
    fn problems_in(&self, rows: usize) -> (usize, usize) {
        if self.problems.len() <= rows {
            return (0, 0);
        }
        let shown = rows.saturating_sub(1).max(1);
        let on = self.problems.iter().position(|row| row.selected >= Selected::Dim).unwrap_or(0);
        ((on + 1).saturating_sub(shown), self.problems.len() - shown)
    }

    /// Rows of strip, heads and the line under them.
    pub(super) fn top(&self) -> u16 {
        let strip = u16::from(!self.strip.is_empty()) * 2;
        let notes = self.days.iter().any(|day| !day.note.is_empty() && !day.today);
        strip + 2 + u16::from(notes)
    }

    pub(super) fn rows_height(&self, density: Density, cells: u16) -> u32 {
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

    /// What is left below the last row goes into titles that are cut, row by row: one full
    /// hour does not shorten those of the whole week.
    fn filled(&self, height: u32, density: Density, cells: u16) -> Vec<Density> {
        let mut rows = vec![density; self.rows.len()];
        let used = self.rows_height(density, cells).saturating_sub(density.gap.into());
        let mut free = height.saturating_sub(used);
        for titles in density.titles + 1..=DENSITIES[0].titles {
            for (row, now) in self.rows.iter().zip(&mut rows) {
                if free == 0 {
                    return rows;
                }
                let more = Density { titles, ..*now };
                let before = Self::row_height(row, *now, cells);
                let cost = u32::from(Self::row_height(row, more, cells).saturating_sub(before));
                if cost <= free {
                    *now = more;
                    free -= cost;
                }
            }
        }
        rows
    }

    /// The place of each day's words: a line and the left blank are the column's own.
    /// Where each day begins, and how wide it is.
    pub(in crate::ui) fn columns(&self, area: Rect) -> Vec<(u16, u16)> {
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
        densities: &[Density],
        cells: u16,
        left: u16,
    ) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut y = 0;
        for (r, (row, &density)) in self.rows.iter().zip(densities).enumerate() {
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

    pub(super) fn is_selected(&self, what: What) -> bool {
        match what {
            What::Label(_) | What::More(..) => false,
            What::Cell(r, c) => self.rows[r].cells[c].selected >= Selected::Dim,
            What::Item(r, c, i) => self.rows[r].cells[c].items[i].selected >= Selected::Dim,
        }
    }
}
