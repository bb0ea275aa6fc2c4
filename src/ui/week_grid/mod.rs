//! The week as columns of days and rows of hours. One layout serves drawing, the mouse
//! and scrolling; cards get as many lines as the height allows.

mod draw;
mod place;

use super::Theme;
use super::post_card::{CardView, Selected};
use crate::vocab::Target;
use chrono::NaiveDate;
use place::{DENSITIES, PAPER, Placed, What, cells};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Rows of paper at most; a week of a real brand takes a tenth of it.
const LONGEST: u32 = 2_000;

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
    /// Said of one problem there is no row for, and of several; their number goes before.
    pub more_problems: [String; 2],
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
    /// What is kept on this day, set into the line under it.
    pub feast: String,
    pub today: bool,
    /// The cursor's day.
    pub here: bool,
    /// Cards of the day, for the strip.
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemRow {
    pub text: String,
    /// For where the whole has no room.
    pub short: String,
    /// Worth knowing, and nothing to be done.
    pub quiet: bool,
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

impl WeekGridView {
    /// What stands under a cell of the screen.
    pub fn target_at(&self, area: Rect, column: u16, row: u16) -> Option<Target> {
        let laid = self.lay(area, &DENSITIES);
        let at = Position { x: column, y: row };
        if laid.problems.contains(at) {
            // The row that counts the rest leads to the first of them below.
            return Some(Target::Row(laid.first_problem + (row - laid.problems.y) as usize));
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
        let (rows, problems) = (self.rows_height(PAPER, cells), u32::from(self.problem_rows()));
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
}
