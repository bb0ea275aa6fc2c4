//! Two posts within the hour on one channel: each takes the other's readers away.

use super::{Row, Told, neighbour};
use crate::domain::{FindingKind, Severity};
use chrono::TimeDelta;

const HOUR: TimeDelta = TimeDelta::hours(1);

/// Told of both. What speaks to others, in another language, is not in the way.
pub(super) fn same_hour(row: &Row, told: &mut Told) {
    let name = told.name(row.channel);
    let mut timed: Vec<_> =
        row.outings.iter().filter_map(|o| Some((o.instant.filter(|_| o.timed)?, o))).collect();
    timed.sort_by_key(|(instant, _)| *instant);
    for (at, (instant, one)) in timed.iter().enumerate() {
        let near = timed[at + 1..].iter().take_while(|(other, _)| *other - *instant < HOUR);
        for (_, two) in near.filter(|(_, two)| !one.is_of(two) && !one.speaks_otherwise(two)) {
            for (own, other) in [(one, two), (two, one)].into_iter().filter(|(own, _)| !own.out) {
                let other = neighbour(other);
                // Of another channel at the same time it is the same sentence.
                let same = told.of(own.entry).iter_mut().find_map(|known| match &mut known.kind {
                    FindingKind::SameHour { channels, other: known } if *known == other => {
                        Some(channels)
                    }
                    _ => None,
                });
                if let Some(channels) = same {
                    channels.push(name.clone());
                    continue;
                }
                let kind = FindingKind::SameHour { channels: vec![name.clone()], other };
                told.tell(own, row.channel, kind, Severity::Warns);
            }
        }
    }
}
