//! The cards of the posts in memory: which there are, where they stand and in what order.

use super::{Entry, Shelf};
use crate::domain::{Id, Placed, Placement, Post, RelPath, Stage, Week, When, placements};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::ops::RangeBounds;
use std::sync::Arc;

impl Shelf {
    /// The cards of one week, wherever their files stand, in the order of the grid.
    pub fn week(&self, week: Week, zone: Tz) -> Vec<Arc<Placed>> {
        self.between(week.days()[0], week.days()[6], zone)
    }

    /// The cards from `first` to `last`, both included.
    pub fn between(&self, first: NaiveDate, last: NaiveDate, zone: Tz) -> Vec<Arc<Placed>> {
        self.placed.get((first, last, zone), |_| {
            let weeks = Week::of(first)..=Week::of(last.max(first));
            let mut found: Vec<Arc<Placed>> = self
                .near(weeks)
                .into_iter()
                .flat_map(|entry| self.placed(entry, zone))
                .filter(|card| (first..=last).contains(&card.placement.wall.date()))
                .map(Arc::new)
                .collect();
            found.sort_by(|a, b| order(a).cmp(&order(b)));
            found
        })
    }

    /// The cards of a post, of each file that carries its id.
    pub fn cards(&self, id: &Id, zone: Tz) -> impl Iterator<Item = Placed> {
        let paths = self.by_id.get(id).into_iter().flatten();
        paths
            .filter_map(|path| self.entries.get(path))
            .flat_map(move |entry| self.placed(entry, zone))
    }

    /// The cards of one entry.
    pub fn placed(&self, entry: &Arc<Entry>, zone: Tz) -> Vec<Placed> {
        let blocked = self.needs_person(entry);
        let waits = self.has_waiting(&entry.post.id);
        let in_parts = entry.post.is_in_parts();
        let card = |placement: Placement| {
            let stage = self.said_of(entry, Stage::of_placement(&entry.post, &placement));
            let blocked = blocked && stage != Stage::Published;
            Placed { placement, entry: Arc::clone(entry), stage, blocked, waits, in_parts }
        };
        placements(&entry.post, zone).into_iter().map(card).collect()
    }

    /// The entries that may have a card in these weeks, by path.
    fn near(&self, weeks: impl RangeBounds<Week>) -> Vec<&Arc<Entry>> {
        let mut paths: Vec<&RelPath> =
            self.by_week.range(weeks).flat_map(|(_, paths)| paths).collect();
        paths.sort_unstable();
        paths.dedup();
        paths.into_iter().filter_map(|path| self.entries.get(path)).collect()
    }

    /// The entries that may have a card in that day's week or later, by path.
    pub fn since(&self, first: NaiveDate) -> Vec<&Arc<Entry>> {
        self.near(Week::of(first)..)
    }
}

/// The order of the grid: by day, what has no hour yet first, then by time.
fn order(card: &Placed) -> impl Ord {
    let Placement { wall, when, channels, .. } = &card.placement;
    (wall.date(), when.has_time(), *wall, channels, &card.entry.path)
}

/// The weeks in which a post may have a card: an instant falls on the day before or after
/// its own in some zones.
pub(super) fn weeks_of(post: &Post) -> BTreeSet<Week> {
    let mut weeks = BTreeSet::new();
    for when in post.whens() {
        match when {
            When::Day(day) => drop(weeks.insert(Week::of(day))),
            When::Local(wall) => drop(weeks.insert(Week::of(wall.date()))),
            When::Offset(at) => {
                let day = at.naive_utc().date();
                weeks.extend(
                    [day.pred_opt(), Some(day), day.succ_opt()].into_iter().flatten().map(Week::of),
                );
            }
        }
    }
    weeks
}
