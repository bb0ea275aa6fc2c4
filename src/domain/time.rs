//! When a post goes out, and what the clock says.
//!
//! A `when` is the brand's wall time. Daylight saving makes some wall times impossible
//! and some ambiguous: [`Moment`] says which, and nothing here picks silently.

use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// The instant every "now" of one update is taken from, in the brand's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub utc: DateTime<Utc>,
    pub zone: Tz,
}

impl Now {
    pub fn local(self) -> NaiveDateTime {
        self.utc.with_timezone(&self.zone).naive_local()
    }

    pub fn today(self) -> NaiveDate {
        self.local().date()
    }
}

/// The value of a `when` key, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// A day whose time is still to be set.
    Day(NaiveDate),
    /// Wall time in the brand's zone.
    Local(NaiveDateTime),
    /// Wall time with an explicit offset, kept as written.
    Offset(DateTime<FixedOffset>),
}

/// What a `when` means in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day without a time.
    Unset(NaiveDate),
    At(DateTime<Tz>),
    /// The clocks skip this wall time; the two nearest real ones stand on either side.
    Gap {
        wall: NaiveDateTime,
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
    /// The clocks show this wall time twice.
    Fold {
        first: DateTime<Tz>,
        second: DateTime<Tz>,
    },
}

impl When {
    pub fn moment(self, zone: Tz) -> Moment {
        match self {
            Self::Day(day) => Moment::Unset(day),
            Self::Offset(at) => Moment::At(at.with_timezone(&zone)),
            Self::Local(wall) => match zone.from_local_datetime(&wall) {
                chrono::LocalResult::Single(at) => Moment::At(at),
                chrono::LocalResult::Ambiguous(first, second) => Moment::Fold { first, second },
                chrono::LocalResult::None => {
                    let (before, after) = around_gap(wall, zone);
                    Moment::Gap { wall, before, after }
                }
            },
        }
    }

    /// Where the post stands on the grid: its wall time in the brand's zone.
    pub fn wall(self, zone: Tz) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Local(wall) => wall,
            Self::Offset(at) => at.with_timezone(&zone).naive_local(),
        }
    }

    pub fn date(self, zone: Tz) -> NaiveDate {
        self.wall(zone).date()
    }

    pub fn has_time(self) -> bool {
        !matches!(self, Self::Day(_))
    }

    /// The same kind of `when` at another wall time: an offset is recomputed for it,
    /// a day without a time stays one.
    pub fn moved_to(self, wall: NaiveDateTime, zone: Tz) -> Self {
        match self {
            Self::Day(_) => Self::Day(wall.date()),
            Self::Local(_) => Self::Local(wall),
            Self::Offset(_) => zone
                .from_local_datetime(&wall)
                .earliest()
                .map_or(Self::Local(wall), |at| Self::Offset(at.fixed_offset())),
        }
    }
}

/// The last real wall time before a gap and the first after it, to the minute.
fn around_gap(wall: NaiveDateTime, zone: Tz) -> (NaiveDateTime, NaiveDateTime) {
    let minute = TimeDelta::minutes(1);
    let walk = |step: TimeDelta| {
        let mut at = wall;
        // No zone has ever skipped more than a day.
        for _ in 0..=24 * 60 {
            at += step;
            if !matches!(zone.from_local_datetime(&at), chrono::LocalResult::None) {
                return at;
            }
        }
        wall
    };
    (walk(-minute), walk(minute))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    #[test]
    fn the_spring_gap_offers_the_two_nearest_times() {
        let moment = When::Local(at("2026-03-29T02:30:00")).moment(Rome);
        let Moment::Gap { before, after, .. } = moment else { panic!("{moment:?}") };
        assert_eq!((before, after), (at("2026-03-29T01:59:00"), at("2026-03-29T03:00:00")));
    }

    #[test]
    fn the_autumn_fold_is_not_decided_here() {
        let moment = When::Local(at("2026-10-25T02:30:00")).moment(Rome);
        let Moment::Fold { first, second } = moment else { panic!("{moment:?}") };
        assert_eq!(second - first, TimeDelta::hours(1));
    }

    #[test]
    fn moving_keeps_the_wall_time_and_recomputes_the_offset() {
        let summer: DateTime<FixedOffset> = "2026-10-24T18:30:00+02:00".parse().expect("a date");
        let moved = When::Offset(summer).moved_to(at("2026-10-26T18:30:00"), Rome);
        let winter: DateTime<FixedOffset> = "2026-10-26T18:30:00+01:00".parse().expect("a date");
        assert_eq!(moved, When::Offset(winter));
    }
}
