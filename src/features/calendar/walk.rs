//! The cursor's steps over the grid: from card to card, and over empty places band by
//! band. Stretches without anything are stepped over.

use super::Cursor;
use super::grid::{Card, Grid, RowKind};
use super::state::State;
use crate::domain::Week;
use crate::features::Ctx;
use chrono::{Datelike, Days, NaiveDate, NaiveTime};

/// The places of one day from top to bottom, each with the row it is in.
fn stops(grid: &Grid, date: NaiveDate) -> Vec<(usize, Cursor)> {
    let day = date.weekday().num_days_from_monday() as usize;
    let mut found = Vec::new();
    for (i, row) in grid.rows.iter().enumerate() {
        let time = match row.kind {
            RowKind::Untimed => None,
            RowKind::Hour(hour) => NaiveTime::from_hms_opt(hour, 0, 0),
            RowKind::Fold { .. } => continue,
        };
        if row.cells[day].is_empty() {
            found.push((i, Cursor::slot(date, time)));
        }
        found.extend(row.cells[day].iter().map(|item| (i, item.cursor(date))));
    }
    found
}

/// Where the cursor stands among the stops of its day, or the nearest one in time.
fn position(stops: &[(usize, Cursor)], cursor: &Cursor) -> usize {
    let exact = stops.iter().position(|(_, stop)| stop == cursor);
    exact.unwrap_or_else(|| {
        let seconds = |t: Option<NaiveTime>| t.map_or(-1, |t| (t - NaiveTime::MIN).num_seconds());
        let wanted = seconds(cursor.time());
        let distance = |i: &usize| (seconds(stops[*i].1.time()) - wanted).abs();
        (0..stops.len()).min_by_key(distance).unwrap_or(0)
    })
}

/// The nearest place that exists to where the cursor is.
pub fn settle_cursor(grid: &Grid, cursor: &Cursor) -> Cursor {
    if let Cursor::Problem { path, .. } = cursor
        && grid.problems.iter().any(|p| p.path == *path)
    {
        return cursor.clone();
    }
    let stops = stops(grid, cursor.date());
    stops.get(position(&stops, cursor)).map_or_else(|| cursor.clone(), |(_, stop)| stop.clone())
}

pub fn up(grid: &Grid, cursor: &Cursor) -> Cursor {
    if let Cursor::Problem { path, .. } = cursor {
        let at = grid.problems.iter().position(|p| p.path == *path).unwrap_or(0);
        return problem(grid, at.saturating_sub(1)).unwrap_or_else(|| cursor.clone());
    }
    let stops = stops(grid, cursor.date());
    match position(&stops, cursor).checked_sub(1) {
        Some(before) => stops[before].1.clone(),
        None => problem(grid, grid.problems.len().wrapping_sub(1))
            .unwrap_or_else(|| settle_cursor(grid, cursor)),
    }
}

pub fn down(grid: &Grid, cursor: &Cursor) -> Cursor {
    if let Cursor::Problem { path, week } = cursor {
        let at = grid.problems.iter().position(|p| p.path == *path).unwrap_or(0);
        return problem(grid, at + 1).unwrap_or_else(|| first(grid, week.monday()));
    }
    let stops = stops(grid, cursor.date());
    let at = position(&stops, cursor);
    stops.get(at + 1).or(stops.get(at)).map_or_else(|| cursor.clone(), |(_, stop)| stop.clone())
}

/// The next or previous thing of the week in order of time, where the week is a list:
/// there are no empty places between its rows.
pub fn along(grid: &Grid, cursor: &Cursor, forward: bool) -> Cursor {
    let items = grid
        .days
        .into_iter()
        .flat_map(|date| grid.day(date).map(move |item| item.cursor(date)).collect::<Vec<_>>());
    let broken = (0..grid.problems.len()).filter_map(|at| problem(grid, at));
    let all: Vec<Cursor> = broken.chain(items).collect();
    let when = |c: &Cursor| (c.date(), c.time());
    let at = all.iter().position(|stop| stop == cursor);
    let next = match (at, forward) {
        (Some(at), true) => all.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| all.get(at)),
        (None, true) => all.iter().find(|stop| when(stop) > when(cursor)),
        (None, false) => all.iter().rev().find(|stop| when(stop) < when(cursor)),
    };
    next.unwrap_or(cursor).clone()
}

fn problem(grid: &Grid, at: usize) -> Option<Cursor> {
    let problem = grid.problems.get(at)?;
    Some(Cursor::Problem { path: problem.path.clone(), week: grid.week })
}

/// The first place of a day.
pub fn first(grid: &Grid, date: NaiveDate) -> Cursor {
    stops(grid, date).into_iter().next().map_or(Cursor::slot(date, None), |(_, stop)| stop)
}

/// The first card of a day, or its first place where it has none.
pub fn first_card(grid: &Grid, date: NaiveDate) -> Cursor {
    let card = grid.day(date).find_map(|item| item.card());
    card.map_or_else(|| first(grid, date), Card::cursor)
}

/// The last place of a day.
pub fn last(grid: &Grid, date: NaiveDate) -> Cursor {
    stops(grid, date).pop().map_or(Cursor::slot(date, None), |(_, stop)| stop)
}

/// `days` to the side, in the same band, at the same height in it; over the week's edge too.
pub fn aside(state: &State, ctx: &Ctx, days: i64) -> Cursor {
    let date = shifted(state.cursor.date(), days);
    let grid = Grid::of_week(Week::of(date), state, ctx);
    let here = stops(&grid, state.cursor.date());
    if !grid.week.contains(state.cursor.date()) || here.is_empty() {
        return settle_cursor(&grid, &Cursor::slot(date, state.cursor.time()));
    }
    let (row, _) = here[position(&here, &state.cursor)];
    let height = here.iter().filter(|(r, _)| *r == row).position(|(_, c)| *c == state.cursor);
    let there: Vec<Cursor> =
        stops(&grid, date).into_iter().filter(|(r, _)| *r == row).map(|(_, c)| c).collect();
    let at = height.unwrap_or(0).min(there.len().saturating_sub(1));
    there.get(at).cloned().unwrap_or_else(|| Cursor::slot(date, state.cursor.time()))
}

/// Where now is: the next card of today, else the first place of today that is still to
/// come, else the last one of today.
pub fn landing(state: &State, ctx: &Ctx) -> Cursor {
    let (now, today) = (ctx.now.local(), ctx.now.today());
    let grid = Grid::of_week(Week::of(today), state, ctx);
    let cards = grid.day(today).filter_map(|item| item.card());
    let ahead = |card: &&Card| card.placement.when.has_time() && card.placement.wall >= now;
    if let Some(card) = cards.filter(ahead).min_by_key(|card| card.placement.wall) {
        return card.cursor();
    }
    let mut places = stops(&grid, today).into_iter().map(|(_, stop)| stop).peekable();
    let mut last = Cursor::slot(today, None);
    while let Some(stop) = places.next_if(|stop| stop.time() < Some(now.time())) {
        last = stop;
    }
    places.next().unwrap_or(last)
}

pub fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) };
    moved.unwrap_or(date)
}
