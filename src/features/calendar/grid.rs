//! The week as compressed time bands: one pass over the shelf, used by the cursor,
//! by drawing and by the mouse alike. Rows exist only for hours that hold something.

use super::Cursor;
use super::needs;
use super::state::State;
use crate::domain::{Placed, Placement, Problem, Week};
use crate::features::Ctx;
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

/// Hours shown where a week holds nothing at all.
const EMPTY_WEEK: [u32; 3] = [9, 12, 18];
/// Hours of the full grid.
const ALL_DAY: std::ops::RangeInclusive<u32> = 6..=23;

pub struct Grid<'a> {
    pub week: Week,
    pub days: [NaiveDate; 7],
    pub rows: Vec<Row<'a>>,
    /// Files of this week's folder that cannot be read.
    pub problems: Vec<&'a Problem>,
    /// The week's folder has not been read yet.
    pub loading: bool,
}

pub struct Row<'a> {
    pub kind: RowKind,
    pub cells: [Vec<Item<'a>>; 7],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Posts whose time is still to be set.
    Untimed,
    /// One hour of the day.
    Hour(u32),
    /// A stretch without anything, `from` included, `to` not.
    Fold { from: u32, to: u32 },
}

pub enum Item<'a> {
    Card(Card),
    /// A usual slot nobody planned anything for.
    Free {
        time: NaiveTime,
        channels: Vec<&'a str>,
    },
}

/// A post where it stands in the week.
pub struct Card(pub Arc<Placed>);

impl<'a> Grid<'a> {
    pub fn of(state: &State, ctx: &Ctx<'a>) -> Self {
        Self::of_week(state.week(), state, ctx)
    }

    pub fn of_week(week: Week, state: &State, ctx: &Ctx<'a>) -> Self {
        let days = week.days();
        let zone = ctx.workspace.zone;
        let all = ctx.shelf.week(week, zone);
        let mut items: Vec<(usize, Option<NaiveTime>, Item<'a>)> = Vec::with_capacity(all.len());
        let mut taken: [Vec<(NaiveTime, &str)>; 7] = std::array::from_fn(|_| Vec::new());
        for card in &all {
            let placement = &card.placement;
            let day = placement.wall.weekday().num_days_from_monday() as usize;
            let time = placement.when.has_time().then(|| placement.wall.time());
            if let Some(time) = time {
                taken[day].extend(placement.channels.iter().map(|c| (time, c.as_str())));
            }
            if needs::shows(&state.filter, card, ctx) {
                items.push((day, time, Item::Card(Card(Arc::clone(card)))));
            }
        }
        for (day, date) in days.into_iter().enumerate() {
            for (time, channels) in free_slots(date, &taken[day], state, ctx) {
                items.push((day, Some(time), Item::Free { time, channels }));
            }
        }
        items.sort_by_key(|(day, time, item)| (*day, *time, matches!(item, Item::Free { .. })));
        // What belongs to no week — the brand, an idea, a suggestion — is seen in each.
        // What is only worth knowing of it is not repeated in all of them.
        let this = Week::of(ctx.now.today());
        let here = |p: &&Problem| match p.path.week() {
            Some(own) => own == week,
            None => !p.kind.is_note() || this == week,
        };
        let problems = ctx.shelf.noted().filter(here).collect();
        let rows = rows(items, state, days, ctx.now.local());
        Self { week, days, rows, problems, loading: !ctx.shelf.has_week(week) }
    }

    /// Nothing is planned and nothing is broken.
    pub fn is_empty(&self) -> bool {
        self.broken() == 0 && self.cards().next().is_none()
    }

    /// How many files cannot be used.
    pub fn broken(&self) -> usize {
        self.problems.iter().filter(|problem| !problem.kind.is_note()).count()
    }

    /// The cards by row, then by day.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.rows.iter().flat_map(|row| &row.cells).flatten().filter_map(Item::card)
    }

    pub fn card(&self, cursor: &Cursor) -> Option<&Card> {
        self.cards().find(|card| card.is_at(cursor))
    }

    /// What `+N` opens: a day's cards and free slots in order of time.
    pub fn day(&self, date: NaiveDate) -> impl Iterator<Item = &Item<'a>> {
        let day = date.weekday().num_days_from_monday() as usize;
        self.rows.iter().flat_map(move |row| &row.cells[day])
    }
}

impl Item<'_> {
    pub fn card(&self) -> Option<&Card> {
        if let Self::Card(card) = self { Some(card) } else { None }
    }

    pub fn time(&self) -> Option<NaiveTime> {
        match self {
            Self::Card(card) => card.placement.when.has_time().then(|| card.placement.wall.time()),
            Self::Free { time, .. } => Some(*time),
        }
    }

    pub fn is_at(&self, date: NaiveDate, cursor: &Cursor) -> bool {
        match self {
            Self::Card(card) => card.is_at(cursor),
            Self::Free { .. } => self.cursor(date) == *cursor,
        }
    }

    /// The cursor that stands on it.
    pub fn cursor(&self, date: NaiveDate) -> Cursor {
        match self {
            Self::Card(card) => card.cursor(),
            Self::Free { time, .. } => Cursor::slot(date, Some(*time)),
        }
    }
}

impl Deref for Card {
    type Target = Placed;

    fn deref(&self) -> &Placed {
        &self.0
    }
}

impl Card {
    pub fn cursor(&self) -> Cursor {
        cursor_of(&self.placement)
    }

    pub fn is_at(&self, cursor: &Cursor) -> bool {
        let Cursor::Card { post, wall, timed } = cursor else { return false };
        let p = &self.placement;
        p.post == *post && p.wall == *wall && p.when.has_time() == *timed
    }
}

pub fn cursor_of(placement: &Placement) -> Cursor {
    let timed = placement.when.has_time();
    Cursor::Card { post: placement.post.clone(), wall: placement.wall, timed }
}

/// The usual slots of a day that are still ahead and hold no post of their channel.
pub fn free_slots<'a>(
    date: NaiveDate,
    taken: &[(NaiveTime, &str)],
    state: &State,
    ctx: &Ctx<'a>,
) -> Vec<(NaiveTime, Vec<&'a str>)> {
    let filter = &state.filter;
    let only_channels = filter.channels.clone();
    let other = crate::domain::Filter { channels: only_channels, ..Default::default() };
    if *filter != other {
        return Vec::new();
    }
    let mut found: Vec<(NaiveTime, Vec<&'a str>)> = Vec::new();
    let near = TimeDelta::minutes(90);
    for channel in &ctx.workspace.channels {
        if !filter.channels.is_empty() && !filter.channels.contains(&channel.key) {
            continue;
        }
        for slot in channel.slots.iter().filter(|slot| slot.day == date.weekday()) {
            let used = |(time, key): &(NaiveTime, &str)| {
                *key == channel.key && (*time - slot.time).abs() < near
            };
            if date.and_time(slot.time) < ctx.now.local() || taken.iter().any(used) {
                continue;
            }
            match found.iter_mut().find(|(time, _)| *time == slot.time) {
                Some((_, channels)) => channels.push(&channel.key),
                None => found.push((slot.time, vec![&channel.key])),
            }
        }
    }
    found.sort_by_key(|(time, _)| *time);
    found
}

fn rows<'a>(
    items: Vec<(usize, Option<NaiveTime>, Item<'a>)>,
    state: &State,
    days: [NaiveDate; 7],
    now: NaiveDateTime,
) -> Vec<Row<'a>> {
    let ghost = state.moving();
    let mut hours: BTreeSet<u32> =
        items.iter().filter_map(|(_, time, _)| time.map(|t| t.hour())).collect();
    hours.extend(ghost.filter(|g| g.timed).map(|g| g.to.hour()));
    if state.hours {
        hours.extend(ALL_DAY);
    } else if hours.is_empty() {
        hours.extend(EMPTY_WEEK);
    }
    hours.extend(state.said_here().filter(|s| days.contains(&s.date())).map(|said| said.hour()));
    let mut kinds = Vec::new();
    if items.iter().any(|(_, time, _)| time.is_none()) || ghost.is_some_and(|g| !g.timed) {
        kinds.push(RowKind::Untimed);
    }
    // The line of now needs a row of its own where no band holds its hour.
    let now_hour = days.contains(&now.date()).then(|| now.hour());
    let mut from = hours.first().copied().unwrap_or(0);
    if let Some(hour) = now_hour.filter(|hour| *hour < from) {
        kinds.push(RowKind::Fold { from: hour, to: from });
    }
    for &hour in &hours {
        let holds_now = now_hour.is_some_and(|now| (from..hour).contains(&now));
        if hour > from + 1 || holds_now {
            kinds.push(RowKind::Fold { from, to: hour });
        }
        kinds.push(RowKind::Hour(hour));
        from = hour + 1;
    }
    if let Some(hour) = now_hour.filter(|hour| *hour >= from) {
        kinds.push(RowKind::Fold { from, to: hour + 1 });
    }
    let mut rows: Vec<Row<'a>> =
        kinds.into_iter().map(|kind| Row { kind, cells: Default::default() }).collect();
    for (day, time, item) in items {
        let kind = time.map_or(RowKind::Untimed, |t| RowKind::Hour(t.hour()));
        if let Some(row) = rows.iter_mut().find(|row| row.kind == kind) {
            row.cells[day].push(item);
        }
    }
    rows
}
