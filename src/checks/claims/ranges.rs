//! Days from one to another: "3–19 December", "dal 28 novembre al 3 gennaio", "Tuesday to
//! Saturday".
//!
//! Owns what such days say of one day, and of others. A fact that names them supports each
//! day inside; it speaks against a day only where both cannot hold.

use super::value::{Bound, Day, Match};
use chrono::{Datelike as _, NaiveDate};

impl Day {
    pub fn is_range(self) -> bool {
        self.until != 0 || self.until_weekday != 0
    }

    /// Its last day is in the year behind that of its first.
    pub fn wraps(self) -> bool {
        let last = (self.last_month(), self.until);
        self.until != 0 && self.month != 0 && last < (self.month, self.day)
    }

    fn last_month(self) -> u8 {
        if self.until_month == 0 { self.month } else { self.until_month }
    }

    /// The first and the last date; where no year is said, those nearest to `today`.
    fn ends(self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let on = |year: i32, month: u8, day: u8| {
            NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
        };
        let from = |year: i32| {
            let last = year + i32::from(self.wraps());
            on(year, self.month, self.day).zip(on(last, self.last_month(), self.until))
        };
        if self.until == 0 || self.month == 0 {
            return None;
        }
        if self.year != 0 {
            return from(self.year);
        }
        let far = |(first, last): &(NaiveDate, NaiveDate)| {
            (*first - today).num_days().max((today - *last).num_days()).max(0)
        };
        (today.year() - 1..=today.year() + 1).filter_map(from).min_by_key(far)
    }

    /// The first or the last of the days that `range` names.
    pub fn is_end_of(self, range: Self, today: NaiveDate) -> bool {
        let Some((first, last)) = range.ends(today) else { return false };
        self.dates(today).any(|date| date == first || date == last)
    }

    /// The dates it can be: where no year is said, one of each year near.
    fn dates(self, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let years = if self.year == 0 { today.year() - 1..=today.year() + 1 } else { 0..=0 };
        let of = move |year| Self { year, ..self }.date(today);
        let known = (self.year != 0).then(|| self.date(today)).flatten();
        let open = self.year == 0 && self.ahead.is_none();
        let some = if self.ahead.is_some() { self.date(today) } else { known };
        some.into_iter().chain(years.filter(move |_| open).filter_map(of))
    }
}

/// What days from one to another say of a day, or a day of them; `None` where the rules for
/// single days hold.
pub(super) fn compare(said: Day, fact: Day, today: NaiveDate) -> Option<Match> {
    match (said.is_range(), fact.is_range()) {
        (false, true) if fact.until != 0 => of_dates(said, fact, today),
        (false, true) => Some(of_week(said, fact)),
        // What is said of all these days is not denied by what a fact says of one of them.
        (true, false) if said.until != 0 => {
            let (first, last) = said.ends(today)?;
            let mut dates = fact.dates(today);
            dates.any(|date| (first..=last).contains(&date)).then_some(Match::Apart)
        }
        (true, false) => (fact.day == 0 && in_week(fact.weekday, said)).then_some(Match::Apart),
        _ => None,
    }
}

fn of_dates(said: Day, fact: Day, today: NaiveDate) -> Option<Match> {
    if said.day == 0 && said.ahead.is_none() {
        // "Giovedì", "a dicembre": neither says on which of the days.
        return (said.weekday != 0).then_some(Match::Apart);
    }
    let Some((first, last)) = fact.ends(today).filter(|_| said.month != 0 || said.ahead.is_some())
    else {
        let inside = (fact.day..=fact.until).contains(&said.day);
        let inside = inside || fact.wraps() && (said.day >= fact.day || said.day <= fact.until);
        let same = inside && said.bound == Bound::Exactly;
        return Some(if same { Match::Same } else { Match::Apart });
    };
    let found = said.dates(today).find(|date| (first..=last).contains(date));
    Some(match (found, said.bound) {
        (Some(date), Bound::From) if date != first => Match::Apart,
        (Some(date), Bound::UpTo) if date != last => Match::Apart,
        (Some(_), _) => Match::Same,
        (None, Bound::Exactly) => Match::Other,
        // "Until the 24th" of what ends on the 19th; "book by the 1st" is about something else.
        (None, Bound::UpTo) if said.date(today).is_some_and(|date| date > last) => Match::Other,
        (None, _) => Match::Apart,
    })
}

/// One weekday, where a fact names them from one to another.
fn of_week(said: Day, fact: Day) -> Match {
    if said.weekday == 0 || said.day != 0 || said.ahead.is_some() {
        return Match::Apart;
    }
    match said.bound {
        Bound::From if said.weekday == fact.weekday => Match::Same,
        Bound::UpTo if said.weekday == fact.until_weekday => Match::Same,
        Bound::From | Bound::UpTo => Match::Apart,
        _ if in_week(said.weekday, fact) => Match::Same,
        Bound::Exactly => Match::Other,
        _ => Match::Apart,
    }
}

fn in_week(weekday: u8, range: Day) -> bool {
    let (first, last) = (range.weekday, range.until_weekday);
    match (weekday, first, last) {
        (0, ..) | (_, 0, _) | (_, _, 0) => false,
        _ if first <= last => (first..=last).contains(&weekday),
        _ => weekday >= first || weekday <= last,
    }
}
