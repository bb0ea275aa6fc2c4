//! The posts of each channel in the order in which they go out.
//!
//! Owns the order and who counts: ideas have no place in it, a channel that the brand does
//! not have is told of elsewhere.

use crate::domain::{Channel, Entry, Stage, Workspace, placements};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use std::sync::Arc;

/// A post on one channel.
pub(super) struct Outing<'a> {
    pub entry: &'a Arc<Entry>,
    /// Wall time in the brand's zone; midnight where the time is to be set.
    pub wall: NaiveDateTime,
    pub timed: bool,
    pub instant: Option<DateTime<Utc>>,
    /// It has gone out, or its day is over: nothing is to be done about it any more.
    pub out: bool,
}

impl Outing<'_> {
    pub fn date(&self) -> NaiveDate {
        self.wall.date()
    }

    /// Two files of one id are told of elsewhere.
    pub fn is_of(&self, other: &Outing) -> bool {
        self.entry.post.id == other.entry.post.id
    }

    /// Both say a language, and not the same: what is for others is no repetition.
    pub fn speaks_otherwise(&self, other: &Outing) -> bool {
        let base = |outing: &Outing| {
            let lang = outing.entry.post.lang.as_deref()?;
            Some(lang.split('-').next().unwrap_or(lang).to_ascii_lowercase())
        };
        matches!((base(self), base(other)), (Some(one), Some(two)) if one != two)
    }
}

/// One channel's posts in time order.
pub(super) struct Row<'a> {
    pub channel: &'a Channel,
    pub outings: Vec<Outing<'a>>,
}

/// A row for each channel of the brand, in its order.
pub(super) fn rows<'a>(
    entries: &'a [Arc<Entry>],
    workspace: &'a Workspace,
    today: NaiveDate,
) -> Vec<Row<'a>> {
    let row = |channel: &'a Channel| Row { channel, outings: Vec::new() };
    let mut rows: Vec<Row> = workspace.channels.iter().map(row).collect();
    for entry in entries {
        for placement in &placements(&entry.post, workspace.zone) {
            let gone = Stage::of_placement(&entry.post, placement) == Stage::Published;
            let out = gone || placement.wall.date() < today;
            for row in rows.iter_mut().filter(|row| placement.channels.contains(&row.channel.key)) {
                row.outings.push(Outing {
                    entry,
                    wall: placement.wall,
                    timed: placement.when.has_time(),
                    instant: placement.instant,
                    out: out || entry.post.published.contains_key(&row.channel.key),
                });
            }
        }
    }
    for row in &mut rows {
        row.outings.sort_by(|a, b| (a.wall, &a.entry.path).cmp(&(b.wall, &b.entry.path)));
    }
    rows
}
