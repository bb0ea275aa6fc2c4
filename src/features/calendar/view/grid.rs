//! The week as a grid to be drawn: heads, bands, the line of now, what empty places teach.

use super::cards::{card, cursor_look, ghost, now};
use super::words::{Badges, broken_here, feast, key_of};
use crate::features::ViewCtx;
use crate::features::calendar::grid::{Grid, Item, RowKind};
use crate::features::calendar::range;
use crate::features::calendar::state::{Cursor, Moving, State};
use crate::features::calendar::update;
use crate::i18n::Words;
use crate::ui::{CellView, DayHead, GridRow, Ladder, ProblemRow, Role, Selected, WeekGridView};
use crate::vocab::{Action, Scope, Target};
use chrono::{NaiveDate, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

pub fn grid(state: &State, grid: &Grid, ladder: Ladder, cx: &ViewCtx) -> WeekGridView {
    let days = days(state, grid, ladder);
    let marked: Vec<Cursor> = range::cards(state, &cx.ctx)
        .iter()
        .map(|card| crate::features::calendar::grid::cursor_of(&card.placement))
        .collect();
    let (badges, look) = (Badges::new(cx), cursor_look(state));
    let build = Build { state, grid, cx, marked, badges, look };
    let heads: Vec<DayHead> = grid.days.iter().map(|date| build.head(*date)).collect();
    WeekGridView {
        rows: (0..grid.rows.len()).map(|row| build.row(row, &days)).collect(),
        days: days.iter().map(|day| heads[*day].clone()).collect(),
        strip: if days.len() < 7 { heads } else { Vec::new() },
        problems: build.problems(),
        axis: ladder >= Ladder::Wide || ladder == Ladder::Days,
        focused: state.focus == crate::features::calendar::state::Focus::Week,
        more: [1, 2].map(|count| cx.words.calendar_more(count)),
        more_problems: [1, 2].map(|count| cx.words.calendar_more_broken(count)),
        note: build.note(),
    }
}

/// Which days have a column: all, or three round the cursor.
fn days(state: &State, grid: &Grid, ladder: Ladder) -> Vec<usize> {
    if ladder > Ladder::Days {
        return (0..7).collect();
    }
    let here = grid.days.iter().position(|d| *d == state.date()).unwrap_or(0);
    let from = here.saturating_sub(1).min(4);
    (from..from + 3).collect()
}

/// What the clocks do on this day.
pub fn clocks(date: NaiveDate, zone: Tz, words: &Words) -> Option<String> {
    let at = |date: NaiveDate| {
        let start = zone.from_local_datetime(&date.and_time(NaiveTime::MIN)).earliest()?;
        Some(start.to_utc())
    };
    let minutes = (at(date.succ_opt()?)? - at(date)?).num_minutes();
    match minutes - 24 * 60 {
        0 => None,
        less if less < 0 => Some(words.calendar_summer_time()),
        _ => Some(words.calendar_winter_time()),
    }
}

struct Build<'a, 'b> {
    state: &'b State,
    grid: &'b Grid<'a>,
    cx: &'b ViewCtx<'b>,
    marked: Vec<Cursor>,
    badges: Badges<'b>,
    look: Selected,
}

impl Build<'_, '_> {
    fn head(&self, date: NaiveDate) -> DayHead {
        let today = date == self.cx.ctx.now.today();
        let clocks = clocks(date, self.cx.ctx.workspace.zone, self.cx.words);
        DayHead {
            date,
            label: self.cx.words.day_short(date),
            note: match clocks {
                Some(note) => note,
                None if today => self.cx.words.calendar_today(),
                None => String::new(),
            },
            feast: feast(date, self.cx).unwrap_or_default(),
            today,
            here: date == self.state.date(),
            count: self.grid.day(date).filter_map(Item::card).count(),
        }
    }

    fn row(&self, at: usize, days: &[usize]) -> GridRow {
        let row = &self.grid.rows[at];
        let (label, fold) = match row.kind {
            RowKind::Untimed => ("--:--".to_owned(), false),
            RowKind::Hour(hour) => (format!("{hour:02}–{:02}", hour + 1), false),
            RowKind::Fold { .. } => ("···".to_owned(), true),
        };
        GridRow { label, fold, cells: days.iter().map(|day| self.cell(at, *day)).collect() }
    }

    fn cell(&self, at: usize, day: usize) -> CellView {
        let row = &self.grid.rows[at];
        let date = self.grid.days[day];
        let cell = &row.cells[day];
        let time = match row.kind {
            RowKind::Hour(hour) => NaiveTime::from_hms_opt(hour, 0, 0),
            RowKind::Untimed | RowKind::Fold { .. } => None,
        };
        let mut items: Vec<_> = Vec::with_capacity(cell.len());
        let mut found = false;
        for item in cell {
            let here = self.state.moving().is_none() && item.is_at(date, &self.state.cursor);
            found |= here;
            let marked = self.marked.iter().any(|cursor| item.is_at(date, cursor));
            let selected = match (here, marked) {
                (true, _) => self.look,
                (false, true) => Selected::Marked,
                (false, false) => Selected::No,
            };
            let mut card = card(item, date, selected, &self.badges, self.cx);
            if self.is_carried(item) {
                card.title_role = Role::Dim;
            }
            items.push((item.time(), card));
        }
        if let Some(moving) = self.ghost_in(row.kind, date) {
            let time = moving.timed.then(|| moving.to.time());
            let before = items.iter().filter(|(t, _)| *t <= time).count();
            items.insert(before, (time, ghost(moving, self.cx)));
        }
        if self.now_in(row.kind, date) {
            let local = Some(self.cx.ctx.now.local().time());
            let before = items.iter().filter(|(t, _)| *t <= local).count();
            items.insert(before, (local, now(self.cx)));
        }
        let empty_here = !found && self.on_empty(row.kind, date);
        CellView {
            selected: if empty_here { self.look } else { Selected::No },
            teach: if empty_here && items.is_empty() { self.teach() } else { Vec::new() },
            items: items.into_iter().map(|(_, card)| card).collect(),
            target: Target::Slot { date, time },
        }
    }

    /// Its ghost stands elsewhere; here it steps back.
    fn is_carried(&self, item: &Item) -> bool {
        let pieces = self.state.moving().map_or(&[][..], |moving| &moving.pieces);
        item.card().is_some_and(|card| pieces.iter().any(|p| p.post == card.placement.post))
    }

    fn ghost_in(&self, kind: RowKind, date: NaiveDate) -> Option<&Moving> {
        let moving = self.state.moving().filter(|moving| moving.to.date() == date)?;
        let here = match kind {
            RowKind::Untimed => !moving.timed,
            RowKind::Hour(hour) => moving.timed && moving.to.hour() == hour,
            RowKind::Fold { .. } => false,
        };
        here.then_some(moving)
    }

    fn now_in(&self, kind: RowKind, date: NaiveDate) -> bool {
        let local = self.cx.ctx.now.local();
        local.date() == date
            && match kind {
                RowKind::Untimed => false,
                RowKind::Hour(hour) => local.hour() == hour,
                RowKind::Fold { from, to } => (from..to).contains(&local.hour()),
            }
    }

    fn on_empty(&self, kind: RowKind, date: NaiveDate) -> bool {
        let Cursor::Slot(slot) = &self.state.cursor else { return false };
        self.state.moving().is_none()
            && slot.date == date
            && match kind {
                RowKind::Untimed => slot.time.is_none(),
                RowKind::Hour(hour) => slot.time.is_some_and(|t| t.hour() == hour),
                RowKind::Fold { .. } => false,
            }
    }

    /// `n nuovo`, `a bozze`.
    fn teach(&self) -> Vec<String> {
        [Action::New, Action::Drafts].iter().filter_map(|a| key_of(a, self.cx)).collect()
    }

    fn problems(&self) -> Vec<ProblemRow> {
        let row = |problem: &&crate::domain::Problem| {
            let at = Cursor::Problem { path: problem.path.clone(), week: self.grid.week };
            let here = at == self.state.cursor;
            let selected = if here { self.look } else { Selected::No };
            let [text, short] = broken_here(problem, self.cx);
            ProblemRow { text, short, quiet: problem.kind.is_note(), selected }
        };
        self.grid.problems.iter().map(row).collect()
    }

    fn note(&self) -> String {
        let words = self.cx.words;
        if self.grid.loading {
            return words.calendar_reading();
        }
        if !self.grid.is_empty() {
            return String::new();
        }
        if !self.state.filter.is_empty() {
            return words.calendar_nothing_filtered();
        }
        let key = |action| words.key(Scope::Week, &action);
        let (new, drafts, bring) = (key(Action::New), key(Action::Drafts), key(Action::Move));
        let taught = if update::ideas(self.state, &self.cx.ctx).is_empty() {
            words.calendar_empty_week_bare(new, drafts)
        } else {
            words.calendar_empty_week(new, drafts, bring)
        };
        words.step(taught, words.calendar_empty_paper())
    }
}
