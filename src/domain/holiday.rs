//! Public holidays as rules: when a day falls in a year, whatever the year.
//!
//! Owns what a rule means. Which countries there are and what they keep stands in
//! `assets/holidays.toml`; of a country that is not there nothing is known, and nothing said.

use super::names::Name;
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

/// Every country of `assets/holidays.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    pub all: Vec<Country>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166, such as `IT`.
    pub code: String,
    pub rules: Vec<HolidayRule>,
    /// The law or the page that names them.
    pub source: String,
    /// The day its rows were last gone through, `YYYY-MM-DD`; how, its comment in the data says.
    pub checked: String,
}

/// A holiday that comes back every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayRule {
    pub name: Name,
    pub day: YearDay,
    /// The first year it is kept.
    pub since: Option<i32>,
    pub moves: Moves,
}

/// How a day is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearDay {
    Fixed {
        month: u32,
        day: u32,
    },
    /// Days from Easter Sunday.
    Easter(i64),
    /// The `nth` such weekday of a month, from 1.
    Nth {
        nth: u8,
        weekday: Weekday,
        month: u32,
    },
    /// The last such weekday of a month.
    Last {
        weekday: Weekday,
        month: u32,
    },
}

/// What becomes of a holiday that falls on a day when nobody works anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moves {
    #[default]
    Never,
    /// Saturday and Sunday get a day instead: the next one that is neither weekend nor holiday.
    NextWorkday,
    /// Saturday is kept on Friday, Sunday on Monday.
    NearestWorkday,
    /// Kept on the next Monday, unless it is a Friday.
    MondayUnlessFriday,
}

/// A holiday on a certain day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    pub name: Name,
    /// Kept that day in place of the one it falls on.
    pub instead: bool,
}

impl Holidays {
    /// Codes are compared without minding capitals.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.all.iter().find(|country| country.code.eq_ignore_ascii_case(code.trim()))
    }

    /// What a country keeps on a day; nothing of a country that is not known.
    pub fn on(&self, country: Option<&str>, date: NaiveDate) -> Option<Holiday> {
        self.country(country?)?.on(date)
    }
}

impl Country {
    /// The first by the order of the file, where two fall on one day.
    pub fn on(&self, date: NaiveDate) -> Option<Holiday> {
        let own = self.rules.iter().find(|rule| rule.in_year(date.year()) == Some(date));
        let own = own.map(|rule| Holiday { name: rule.name, instead: false });
        own.or_else(|| {
            // New Year's Day may be kept in the year before.
            let years = [date.year(), date.year().checked_add(1)?];
            let instead = years
                .into_iter()
                .find_map(|year| self.instead(year).into_iter().find(|(kept, _)| *kept == date));
            instead.map(|(_, name)| Holiday { name, instead: true })
        })
    }

    /// The days that a year's holidays are kept on besides their own.
    fn instead(&self, year: i32) -> Vec<(NaiveDate, Name)> {
        let is_own =
            |date: NaiveDate| self.rules.iter().any(|rule| rule.in_year(date.year()) == Some(date));
        let mut kept: Vec<(NaiveDate, Name)> = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.is_kept_in(year)) {
            let Some(date) = rule.day.in_year(year) else { continue };
            let is_weekend = |date: NaiveDate| date.weekday().number_from_monday() > 5;
            let found = match rule.moves {
                Moves::NextWorkday if is_weekend(date) => {
                    let taken = |date: &NaiveDate| kept.iter().any(|(other, _)| other == date);
                    let free = |date: &NaiveDate| !is_weekend(*date) && !is_own(*date);
                    date.iter_days().find(|date| free(date) && !taken(date))
                }
                Moves::NearestWorkday => match date.weekday() {
                    Weekday::Sat => date.pred_opt(),
                    Weekday::Sun => date.succ_opt(),
                    _ => None,
                },
                _ => None,
            };
            kept.extend(found.map(|date| (date, rule.name)));
        }
        kept
    }
}

impl HolidayRule {
    fn is_kept_in(&self, year: i32) -> bool {
        self.since.is_none_or(|since| year >= since)
    }

    /// Its own day in a year.
    fn in_year(&self, year: i32) -> Option<NaiveDate> {
        let date = self.day.in_year(year).filter(|_| self.is_kept_in(year))?;
        match self.moves {
            Moves::MondayUnlessFriday if date.weekday() != Weekday::Fri => {
                let away = (7 - date.weekday().num_days_from_monday()) % 7;
                date.checked_add_days(Days::new(away.into()))
            }
            _ => Some(date),
        }
    }
}

impl YearDay {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => easter(year)?.checked_add_signed(TimeDelta::days(days)),
            Self::Nth { nth, weekday, month } => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
            }
            Self::Last { weekday, month } => [5, 4]
                .into_iter()
                .find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_has_it() {
        for (year, day) in [
            (1961, "04-02"),
            (2000, "04-23"),
            (2008, "03-23"),
            (2024, "03-31"),
            (2025, "04-20"),
            (2026, "04-05"),
            (2027, "03-28"),
            (2038, "04-25"),
        ] {
            assert_eq!(easter(year), format!("{year}-{day}").parse().ok(), "{year}");
        }
    }
}
