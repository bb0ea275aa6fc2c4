//! What a week lacks of the slots that the brand itself says are usual.
//!
//! A channel without slots wants nothing. Nobody is asked to post on a holiday, nor to fill
//! what is over.

use super::holidays;
use super::shares::shares;
use crate::domain::{Channel, Now, Placed, PlanNotice, Shelf, Week, Workspace};
use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use std::sync::Arc;

/// Weeks that are looked back at.
pub const BACK: i64 = 4;
/// From so many days without a post on a channel.
const QUIET: i64 = 5;
/// And so many days in a row that usually have one.
const PASSED: usize = 2;

pub(super) fn notices(
    week: Week,
    shelf: &Shelf,
    workspace: &Workspace,
    now: Now,
) -> Vec<PlanNotice> {
    let today = now.today();
    let days = week.days();
    let read = (0..=BACK).all(|back| shelf.has_week(week.offset(-back)));
    if days[6] < today || !read {
        return Vec::new();
    }
    let cards = shelf.between(week.offset(-BACK).monday(), days[6], workspace.zone);
    if !cards.iter().any(|card| week.contains(card.placement.wall.date())) {
        return Vec::new();
    }
    let look = Look { week, workspace, now: now.local(), cards: &cards };
    let (mut silences, mut unfilled) = (Vec::new(), Vec::new());
    for channel in workspace.channels.iter().filter(|channel| !channel.slots.is_empty()) {
        // Who is told of the silence knows that its days are empty.
        match look.silence(channel) {
            Some(silence) => silences.push(silence),
            None => unfilled.extend(look.unfilled(channel)),
        }
    }
    let shares = shares(week, workspace, &cards);
    silences.into_iter().chain(unfilled).chain(shares).collect()
}

struct Look<'a> {
    week: Week,
    workspace: &'a Workspace,
    now: NaiveDateTime,
    /// Of this week and those before it, in time order.
    cards: &'a [Arc<Placed>],
}

impl Look<'_> {
    /// The first usual slot of a day that is still ahead.
    fn slot(&self, channel: &Channel, date: NaiveDate) -> Option<NaiveDateTime> {
        let slots = channel.slots.iter().filter(|slot| slot.day == date.weekday());
        slots.map(|slot| date.and_time(slot.time)).find(|at| *at >= self.now)
    }

    fn has_post(&self, channel: &Channel, date: NaiveDate) -> bool {
        self.posts(channel).any(|day| day == date)
    }

    /// The days on which a channel has a post, in order.
    fn posts(&self, channel: &Channel) -> impl Iterator<Item = NaiveDate> {
        let here = |card: &&Arc<Placed>| card.placement.channels.contains(&channel.key);
        self.cards.iter().filter(here).map(|card| card.placement.wall.date())
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        holidays().on(self.workspace.country.as_deref(), date).is_some()
    }

    fn unfilled(&self, channel: &Channel) -> Option<PlanNotice> {
        let open = |date: &NaiveDate| !self.has_post(channel, *date) && !self.is_holiday(*date);
        let days = self.week.days().into_iter().filter(open);
        let slots: Vec<_> = days.filter_map(|date| self.slot(channel, date)).collect();
        (!slots.is_empty()).then(|| PlanNotice::Unfilled { channel: channel.key.clone(), slots })
    }

    /// The first day of the week that a post could stand on after too long a silence. A
    /// channel without a post in all these weeks has not fallen silent: it has not begun.
    fn silence(&self, channel: &Channel) -> Option<PlanNotice> {
        self.week.days().into_iter().find_map(|date| {
            if self.has_post(channel, date) || self.is_holiday(date) {
                return None;
            }
            let at = self.slot(channel, date)?;
            let last = self.posts(channel).take_while(|day| *day < date).last()?;
            let days = (date - last).num_days();
            let usual = |day: &NaiveDate| channel.slots.iter().any(|s| s.day == day.weekday());
            let since = last.iter_days().skip(1).take_while(|day| *day < date);
            let passed = since.filter(|day| usual(day) && !self.is_holiday(*day)).count();
            let quiet = days >= QUIET && passed >= PASSED;
            let days = usize::try_from(days).ok()?;
            quiet.then(|| PlanNotice::Silence { channel: channel.key.clone(), at, days })
        })
    }
}

/// The first day of so many weeks that end with `week`.
pub(super) fn first_of(week: Week, weeks: usize) -> NaiveDate {
    week.monday() - TimeDelta::weeks(weeks as i64 - 1)
}
