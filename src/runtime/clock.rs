//! The only clock: real, or fixed for tests and pictures.

#![expect(clippy::disallowed_methods, reason = "this is where time comes from")]

use chrono::{DateTime, Timelike, Utc};
use std::time::{Duration, Instant};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    System,
    /// Every "now" of the run, stamps included.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// To the second: nothing in the folder is finer.
    pub fn now(self) -> DateTime<Utc> {
        let now = match self {
            Self::System => Utc::now(),
            Self::Fixed(at) => at,
        };
        now.with_nanosecond(0).unwrap_or(now)
    }

    /// How long until what the clock shows changes; `None` when it never does.
    pub fn until_next_minute(self) -> Option<Duration> {
        match self {
            Self::System => {
                let now = Utc::now();
                let millis =
                    u64::from(now.second()) * 1000 + u64::from(now.timestamp_subsec_millis());
                Some(Duration::from_millis(60_000u64.saturating_sub(millis).max(1)))
            }
            Self::Fixed(_) => None,
        }
    }
}

/// For deadlines and for stamping input; never for dates.
pub fn tick() -> Instant {
    Instant::now()
}
