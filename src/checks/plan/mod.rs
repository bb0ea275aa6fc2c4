//! What only several posts together show: the plan as a whole.
//!
//! Owns what is compared with what, one file a rule. Findings are told of each post that is
//! concerned and has not gone out; what a week lacks is told of the week. Pure: a program
//! that shows it has it found behind the screen after each change, and the shelf remembers it.

mod alike;
mod caption;
mod feast;
mod hour;
mod outings;
mod promotions;
mod shares;
mod tags;
mod week;

pub use self::week::BACK;

use self::caption::captions;
use self::outings::{Outing, Row, rows};
use super::holidays;
use crate::domain::{
    Channel, Entry, Finding, FindingKind, Neighbour, Networks, Now, Plan, PlanNotice, PlanStamp,
    RelPath, Severity, Shelf, Week, Workspace,
};
use chrono::{NaiveDate, TimeDelta};
use std::collections::HashMap;
use std::sync::Arc;

/// Posts of one channel follow each other where no more than so many days lie between: over
/// more, what stood between them may not be in memory.
const BESIDE: TimeDelta = TimeDelta::days(7);
/// How far back a post is held against others: further apart they may say the same again.
const BEHIND: TimeDelta = TimeDelta::weeks(4);

/// What the posts in memory say of each other, as they stand.
pub fn plan(
    shelf: &Shelf,
    workspace: &Workspace,
    networks: &Networks,
    today: NaiveDate,
) -> Arc<Plan> {
    let stamp = stamp(shelf, today);
    shelf.plan(stamp, |last| find(&posts(shelf, today), workspace, networks, today, last))
}

/// The same as it was last found behind the screen, a moment ago at the most; found now where
/// nobody looks for it there.
pub fn known(
    shelf: &Shelf,
    workspace: &Workspace,
    networks: &Networks,
    today: NaiveDate,
) -> Arc<Plan> {
    shelf.found_plan().cloned().unwrap_or_else(|| plan(shelf, workspace, networks, today))
}

/// What the plan of that day is found of.
pub fn stamp(shelf: &Shelf, today: NaiveDate) -> PlanStamp {
    PlanStamp { changes: shelf.changes_since(today - BEHIND), today }
}

/// The posts it is found of. Nothing is told of what is over, and nothing looks further back
/// from what is not.
pub fn posts(shelf: &Shelf, today: NaiveDate) -> Vec<Arc<Entry>> {
    shelf.since(today - BEHIND).into_iter().cloned().collect()
}

/// Compares the posts with each other. What was to go out before `today` is over, whether
/// somebody has said that it went out or not: an old folder is not gone through.
pub fn find(
    posts: &[Arc<Entry>],
    workspace: &Workspace,
    networks: &Networks,
    today: NaiveDate,
    last: Option<&Plan>,
) -> Plan {
    let captions = captions(posts, last);
    let mut told = Told { workspace, networks, found: HashMap::new() };
    let rows = rows(posts, workspace, today);
    for row in &rows {
        hour::same_hour(row, &mut told);
        tags::same_hashtags(row, &captions, &mut told);
        promotions::in_a_row(row, &mut told);
    }
    alike::nearly_same(&rows, &captions, &mut told);
    feast::on_holiday(&rows, holidays(), &mut told);
    Plan { findings: told.found, captions }
}

/// The findings of an entry, with those that only the posts around it can know.
pub fn findings(entry: &Entry, shelf: &Shelf, plan: &Plan) -> Vec<Finding> {
    let mut found = shelf.findings(entry);
    found.extend(plan.of(&entry.path).iter().cloned());
    found
}

/// What a week lacks of what the brand itself wants. Nothing of a week that is over, that
/// nobody has begun to plan, or before which something has not been read.
pub fn notices(week: Week, shelf: &Shelf, workspace: &Workspace, now: Now) -> Vec<PlanNotice> {
    week::notices(week, shelf, workspace, now)
}

/// The country of the brand, where nothing is known of its holidays.
pub fn unknown_country(workspace: &Workspace) -> Option<PlanNotice> {
    let country = workspace.country.as_ref().filter(|said| !said.trim().is_empty())?;
    let known = || holidays().all.iter().map(|country| country.code.clone()).collect();
    let none = holidays().country(country).is_none();
    none.then(|| PlanNotice::NoHolidays { country: country.clone(), known: known() })
}

/// What was found so far, by file.
struct Told<'a> {
    workspace: &'a Workspace,
    networks: &'a Networks,
    found: HashMap<RelPath, Vec<Finding>>,
}

impl Told<'_> {
    fn tell(&mut self, outing: &Outing, channel: &Channel, kind: FindingKind, severity: Severity) {
        let of = self.found.entry(outing.entry.path.clone()).or_default();
        let channel = Some(channel.key.clone());
        of.push(Finding { channel, ..Finding::of_file(kind, severity) });
    }

    /// What was told of an entry already.
    fn of(&mut self, entry: &Entry) -> &mut [Finding] {
        self.found.get_mut(&entry.path).map_or(&mut [], Vec::as_mut_slice)
    }

    fn name(&self, channel: &Channel) -> String {
        self.networks.channel_name(self.workspace, &channel.key)
    }
}

fn neighbour(outing: &Outing) -> Neighbour {
    let title = outing.entry.post.short_title().into_owned();
    Neighbour { title, at: outing.wall, timed: outing.timed }
}

#[cfg(test)]
mod tests;
