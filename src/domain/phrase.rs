//! Days and times as people say them, in Italian and English: "giovedì prossimo alle 9",
//! "fra 3 giorni", "next tue 9am", "w50".
//!
//! Owns what a phrase means on a given day. Where people read one phrase in two ways both
//! readings come back: nothing is picked in silence, and the caller shows what it took.
//! Day comes before month in both languages.

mod feasts;
mod resolve;
mod scan;
mod tokens;
mod words;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// One way to read a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub date: NaiveDate,
    /// `None`: only a day was said.
    pub time: Option<NaiveTime>,
}

/// What a phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
    /// A whole week was said; `date` is its Monday.
    pub whole_week: bool,
    /// What others would have understood, and why.
    pub ambiguous: Option<(Doubt, Reading)>,
}

/// Why a phrase has two readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// "next tuesday" with a Tuesday nearer than a week: that one, or the one after.
    NextWeekday,
    /// A weekday said on that very day: today, or in a week.
    TodayOrNextWeek,
    /// The day has only just gone by: next year's, or the past one.
    LastOrNextYear,
    /// "3/12": the third of December, or the twelfth of March.
    DayOrMonthFirst,
    /// "mar 24": martedì 24, or March 24.
    TuesdayOrMarch,
    /// "tues 9": nine o'clock, or the ninth.
    HourOrDay,
    /// "half seven", "le sette e mezza": of the evening, or of the morning.
    MorningOrEvening,
    /// "mon 23": the one that has just gone by, or the one to come.
    GoneByOrComing,
}

/// Where a phrase stops making sense: a byte offset into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotUnderstood {
    pub at: usize,
    pub why: Misread,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// Nothing was said.
    Empty,
    UnknownWord,
    /// 30 February, 25:00, week 54.
    NoSuchTime,
    /// "thursday 25 december" in a year when it is a Friday: the day that it is.
    OtherWeekday(NaiveDate),
    /// A second day, or a second time.
    SaidTwice,
}

impl Resolved {
    pub fn reading(&self) -> Reading {
        Reading { date: self.date, time: self.time }
    }

    /// All readings, the likelier first.
    pub fn readings(&self) -> impl Iterator<Item = Reading> {
        [Some(self.reading()), self.ambiguous.map(|(_, other)| other)].into_iter().flatten()
    }

    /// The reading nearest to `now`: for looking, never for writing.
    pub fn nearest(&self, now: NaiveDateTime) -> Reading {
        let distance = |r: &Reading| (r.date - now.date()).num_days().abs();
        self.readings().min_by_key(distance).unwrap_or(self.reading())
    }
}

impl Reading {
    pub fn is_past(self, now: NaiveDateTime) -> bool {
        match self.time {
            Some(time) => self.date.and_time(time) < now,
            None => self.date < now.date(),
        }
    }
}

/// Reads `text` as said at `now`, wall time in the brand's zone.
pub fn parse(text: &str, now: NaiveDateTime) -> Result<Resolved, NotUnderstood> {
    let tokens = tokens::tokens(text);
    if tokens.is_empty() {
        return Err(NotUnderstood { at: 0, why: Misread::Empty });
    }
    resolve::resolve(scan::scan(&tokens)?, now)
}

#[cfg(test)]
mod tests;
