//! Days that people call by a name: feasts and the days a shop lives by, both languages.
//!
//! Owns which words name which feast and when it falls in a year. The grammar around the
//! name is `scan`'s.

use super::super::holiday::easter;
use super::scan::Anchor;
use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// A feast whose date moves from year to year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Movable {
    /// Days from Easter Sunday.
    Easter(i64),
    /// Days from the fourth Thursday of November.
    Thanksgiving(u64),
    /// The second Sunday of May.
    Mothers,
}

const fn on(day: u32, month: u32) -> Anchor {
    Anchor::DayMonth { day, month, slashed: false }
}

const fn moving(feast: Movable) -> Anchor {
    Anchor::Feast(feast)
}

/// Words without accents and apostrophes, joined by dashes. The longest name that fits is the one meant.
const FEASTS: &[(&[&str], Anchor)] = &[
    (&["capodanno", "new-year", "new-years-day", "new-year-s-day"], on(1, 1)),
    (&["epifania", "befana", "epiphany"], on(6, 1)),
    (&["san-valentino", "valentine-s-day", "valentines-day"], on(14, 2)),
    (&["festa-della-donna", "women-s-day", "womens-day"], on(8, 3)),
    (&["festa-del-papa"], on(19, 3)),
    (&["festa-della-liberazione"], on(25, 4)),
    (&["festa-del-lavoro", "festa-dei-lavoratori"], on(1, 5)),
    (&["festa-della-repubblica"], on(2, 6)),
    (&["ferragosto"], on(15, 8)),
    (&["halloween"], on(31, 10)),
    (&["ognissanti", "all-saints-day"], on(1, 11)),
    (&["immacolata"], on(8, 12)),
    (&["vigilia-di-natale", "vigilia", "christmas-eve", "xmas-eve"], on(24, 12)),
    (&["natale", "christmas", "christmas-day", "xmas"], on(25, 12)),
    (&["santo-stefano", "boxing-day"], on(26, 12)),
    (&["san-silvestro", "new-year-s-eve", "new-years-eve"], on(31, 12)),
    (&["carnevale", "martedi-grasso", "shrove-tuesday"], moving(Movable::Easter(-47))),
    (&["domenica-delle-palme", "palm-sunday"], moving(Movable::Easter(-7))),
    (&["venerdi-santo", "good-friday"], moving(Movable::Easter(-2))),
    (&["pasqua", "easter", "easter-sunday"], moving(Movable::Easter(0))),
    (&["pasquetta", "lunedi-dell-angelo", "easter-monday"], moving(Movable::Easter(1))),
    (&["festa-della-mamma", "mother-s-day", "mothers-day"], moving(Movable::Mothers)),
    (&["thanksgiving"], moving(Movable::Thanksgiving(0))),
    (&["black-friday"], moving(Movable::Thanksgiving(1))),
    (&["cyber-monday"], moving(Movable::Thanksgiving(4))),
];

/// The feast that `words` begin with, and how many of them its name takes.
pub(super) fn feast(words: &[&str]) -> Option<(Anchor, usize)> {
    let named = |name: &str| {
        let name: Vec<&str> = name.split('-').collect();
        words.starts_with(&name).then_some(name.len())
    };
    let named = FEASTS.iter().flat_map(|(names, anchor)| {
        names.iter().filter_map(move |name| named(name)).map(|used| (*anchor, used))
    });
    named.max_by_key(|(_, used)| *used)
}

impl Movable {
    pub(super) fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Easter(days) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(days)),
            Self::Thanksgiving(days) => {
                NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4)?
                    .checked_add_days(Days::new(days))
            }
            Self::Mothers => NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Sun, 2),
        }
    }

    /// The next one, today included.
    pub(super) fn coming(self, today: NaiveDate) -> Option<NaiveDate> {
        (today.year()..=today.year() + 1)
            .filter_map(|year| self.in_year(year))
            .find(|date| *date >= today)
    }
}
