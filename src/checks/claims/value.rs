//! What a claim says, in a form that can be compared: figures with units, days, hours, words.
//!
//! Owns equality and contradiction of two values. Which subject they are about is
//! `topic`'s business, which of them is right `judge`'s.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// A word reduced to what its forms share, as a number: "gomitolo", "gomitoli".
pub(super) type Stem = u64;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Figure(Figure),
    Day(Day),
    Hour(Hour),
    /// The quality a superlative or comparison speaks of.
    Quality(Stem),
    /// Compared by its words.
    Words,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub low: f64,
    /// Where it is a range.
    pub high: Option<f64>,
    pub unit: Unit,
    pub bound: Bound,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Money(&'static str),
    /// Whether it is what a price is lowered by.
    Percent {
        off: bool,
    },
    Measure(&'static str),
    Counted(Stem),
    /// A telephone number: the same one is the same wherever it stands.
    Phone,
    Bare,
}

/// How a figure limits what it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Bound {
    #[default]
    Exactly,
    About,
    Above,
    Below,
    From,
    UpTo,
    /// "ogni due anni".
    Every,
    /// "un vaso da 500 g": which of several it is, not how much of it there is.
    Size,
}

/// As much of a day as was said; 0 for nothing.
#[expect(clippy::struct_field_names, reason = "a day of the month is called a day")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Day {
    pub year: i32,
    pub month: u8,
    pub day: u8,
    /// The last day of a range.
    pub until: u8,
    pub until_month: u8,
    pub weekday: u8,
    pub until_weekday: u8,
    /// Which weekday of each month: 1 to 4, 5 for the last.
    pub nth: u8,
    /// Each week.
    pub every: bool,
    /// Named from the day it is said on: "next week".
    pub near: bool,
    /// Days from today.
    pub ahead: Option<i8>,
    /// A feast or a weekend: known by its name.
    pub name: Stem,
    pub bound: Bound,
}

/// What two values share where one can say anything of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Money,
    Percent { off: bool },
    Measure(&'static str),
    Counted(Stem),
    Phone,
    Bare,
    Day,
    Hour,
    Quality(Stem),
    Words,
}

impl Value {
    pub fn sort(&self) -> Sort {
        match self {
            Self::Figure(figure) => match figure.unit {
                Unit::Money(_) => Sort::Money,
                Unit::Percent { off } => Sort::Percent { off },
                Unit::Measure(unit) => Sort::Measure(base(unit).map_or(unit, |(of, _)| of)),
                Unit::Counted(stem) => Sort::Counted(stem),
                Unit::Phone => Sort::Phone,
                Unit::Bare => Sort::Bare,
            },
            Self::Day(_) => Sort::Day,
            Self::Hour(_) => Sort::Hour,
            Self::Quality(stem) => Sort::Quality(*stem),
            Self::Words => Sort::Words,
        }
    }

    /// Two figures without a unit, which take that of a fact's length.
    pub fn is_bare_range(&self) -> bool {
        matches!(self, Self::Figure(Figure { unit: Unit::Bare, high: Some(_), .. }))
    }
}

/// Minutes of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    pub from: u16,
    pub to: Option<u16>,
    pub bound: Bound,
    /// Said on a clock of twelve hours without saying which half.
    pub half: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Same,
    Other,
    /// Two different things are said.
    Apart,
}

pub(super) fn compare(said: &Value, fact: &Value, today: NaiveDate) -> Match {
    match (said, fact) {
        (Value::Figure(a), Value::Figure(b)) => figures(a, b),
        (Value::Day(a), Value::Day(b)) => days(*a, *b, today),
        (Value::Hour(a), Value::Hour(b)) => hours(*a, *b),
        (Value::Quality(a), Value::Quality(b)) if a == b => Match::Same,
        _ => Match::Apart,
    }
}

fn figures(said: &Figure, fact: &Figure) -> Match {
    // "130 per 180" of a fact's "130 per 180 cm".
    let length = said.high.is_some() && fact.high.is_some() && said.unit == Unit::Bare;
    let unit = if length && fact.unit.is_length() { fact.unit } else { said.unit };
    let Some((unit, scale)) = scale(unit, fact.unit) else { return Match::Apart };
    let near = |a: f64, b: f64| (a * scale - b).abs() < 0.005_f64.max(b.abs() * 1e-9);
    let (low, high) = (said.low * scale, said.high.map(|high| high * scale));
    let equal = near(said.low, fact.low)
        && match (said.high, fact.high) {
            (None, None) => true,
            (Some(a), Some(b)) => near(a, b),
            _ => false,
        };
    let top = fact.high.unwrap_or(fact.low);
    let verdict = |holds: bool| if holds { Match::Same } else { Match::Other };
    // A bare number says too little to speak against another.
    let bare = matches!(unit, Unit::Bare | Unit::Phone);
    let differ = if bare { Match::Apart } else { Match::Other };
    match (said.bound, fact.bound) {
        (a, b) if a == b && equal => Match::Same,
        (Bound::About, Bound::Exactly | Bound::About) if high.is_none() => {
            if (low - fact.low).abs() <= fact.low.abs() * 0.1 { Match::Same } else { differ }
        }
        (Bound::Exactly, Bound::About | Bound::Size) | (Bound::Size, Bound::Exactly) if equal => {
            Match::Same
        }
        (Bound::Size, _) | (_, Bound::Size) => Match::Apart,
        (Bound::Every, other) | (other, Bound::Every) if other != Bound::Every => Match::Apart,
        (Bound::Above, Bound::Exactly) if unit != Unit::Bare => verdict(top >= low),
        (Bound::Below | Bound::UpTo, Bound::Exactly) if unit != Unit::Bare => verdict(top <= low),
        // A list that starts there contains it; a price said flatly is no starting price.
        (Bound::Exactly, Bound::UpTo) if matches!(unit, Unit::Counted(_) | Unit::Measure(_)) => {
            if equal {
                Match::Same
            } else if low > fact.low {
                differ
            } else {
                Match::Apart
            }
        }
        (Bound::Exactly, Bound::Exactly) if fact.high.is_some() && high.is_none() => {
            // Inside a range: neither what it says nor against it.
            if low >= fact.low && low <= top { Match::Apart } else { differ }
        }
        (a, b) if a == b => differ,
        (Bound::Exactly, Bound::From) if low < fact.low => differ,
        (Bound::From, Bound::Exactly) if !equal && low > fact.low => differ,
        _ => Match::Apart,
    }
}

impl Figure {
    /// The same number of things, at least one of them without a word for what they are.
    pub fn is_number_of(&self, other: &Self) -> bool {
        let counts = |unit: Unit| matches!(unit, Unit::Bare | Unit::Counted(_) | Unit::Measure(_));
        let bare = self.unit == Unit::Bare || other.unit == Unit::Bare;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        bare && counts(self.unit)
            && counts(other.unit)
            && near(self.low, other.low)
            && self.high.is_some() == other.high.is_some()
            && near(self.high.unwrap_or_default(), other.high.unwrap_or_default())
    }
}

impl Unit {
    fn is_length(self) -> bool {
        matches!(self, Self::Measure(unit) if base(unit).is_some_and(|(of, _)| of == "length"))
    }
}

/// The unit both share, and what turns the first's figures into the second's.
fn scale(said: Unit, fact: Unit) -> Option<(Unit, f64)> {
    if said == fact {
        return Some((said, 1.0));
    }
    // What is free is so in every currency.
    if let (Unit::Money(""), Unit::Money(_)) | (Unit::Money(_), Unit::Money("")) = (said, fact) {
        return Some((fact, 1.0));
    }
    let (Unit::Measure(a), Unit::Measure(b)) = (said, fact) else { return None };
    let ((a, of), (b, other)) = (base(a)?, base(b)?);
    (a == b).then_some((fact, of / other))
}

fn base(unit: &str) -> Option<(&'static str, f64)> {
    Some(match unit {
        "h" => ("time", 60.0),
        "min" => ("time", 1.0),
        "s" => ("time", 1.0 / 60.0),
        "d" => ("days", 1.0),
        "w" => ("days", 7.0),
        "month" => ("months", 1.0),
        "year" => ("months", 12.0),
        "km" => ("length", 1000.0),
        "m" => ("length", 1.0),
        "cm" => ("length", 0.01),
        "mm" => ("length", 0.001),
        "kg" => ("weight", 1000.0),
        "hg" => ("weight", 100.0),
        "g" => ("weight", 1.0),
        "l" => ("volume", 1000.0),
        "cl" => ("volume", 10.0),
        "ml" => ("volume", 1.0),
        _ => return None,
    })
}

impl Day {
    /// The date meant, seen from `today`: without a year the nearest one.
    pub fn date(self, today: NaiveDate) -> Option<NaiveDate> {
        if let Some(ahead) = self.ahead {
            let days = Days::new(ahead.unsigned_abs().into());
            return if ahead < 0 {
                today.checked_sub_days(days)
            } else {
                today.checked_add_days(days)
            };
        }
        if self.month == 0 || self.day == 0 {
            return None;
        }
        let on = |year: i32| NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into());
        if self.year != 0 {
            return on(self.year);
        }
        let years = today.year() - 1..=today.year() + 1;
        years.filter_map(on).min_by_key(|date| (*date - today).num_days().abs())
    }

    /// The weekday its date really is, where another is said.
    pub fn other_weekday(self, today: NaiveDate) -> Option<Weekday> {
        if self.weekday == 0 || self.month == 0 || self.day == 0 || self.until_weekday != 0 {
            return None;
        }
        let said = |date: NaiveDate| date.weekday().number_from_monday() == u32::from(self.weekday);
        let date = self.date(today)?;
        let next = self.year == 0 && {
            let years = [today.year(), today.year() + 1].into_iter();
            let on = |year| NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into());
            years.filter_map(on).any(|date| said(date) && (date - today).num_days().abs() < 300)
        };
        (!said(date) && !next).then(|| date.weekday())
    }

    /// Without a year it is the one of a fact that is still to come.
    fn in_year_of(self, fact: Self, today: NaiveDate) -> Self {
        let same = (self.month, self.day) == (fact.month, fact.day);
        let comes = fact.date(today).is_some_and(|date| date >= today);
        let open = self.year == 0 && self.ahead.is_none();
        if open && same && comes { Self { year: fact.year, ..self } } else { self }
    }

    /// The same day, told by its date.
    pub fn seen_from(self, day: NaiveDate) -> Self {
        Self { ahead: None, ..self.full(day) }
    }

    /// All that follows from what was said.
    fn full(self, today: NaiveDate) -> Self {
        let Some(date) = self.date(today) else { return self };
        Self {
            year: date.year(),
            month: date.month() as u8,
            day: date.day() as u8,
            weekday: date.weekday().number_from_monday() as u8,
            ..self
        }
    }
}

fn days(said: Day, fact: Day, today: NaiveDate) -> Match {
    if said.name != 0 || fact.name != 0 {
        return if said.name == fact.name && said.bound == fact.bound {
            Match::Same
        } else {
            Match::Apart
        };
    }
    if said.nth != 0 || fact.nth != 0 {
        return of_month(said, fact, today);
    }
    // "ogni venerdì" is no one Friday, nor is the last day of a season.
    let weekly = said.weekday != 0 && said.day == 0 && fact.day != 0;
    if weekly && (said.every || fact.bound != Bound::Exactly) {
        return Match::Apart;
    }
    if let Some(told) = super::ranges::compare(said, fact, today) {
        return told;
    }
    let (a, b) = (said.in_year_of(fact, today).full(today), fact.full(today));
    let pairs = [
        (a.year, b.year),
        (a.month.into(), b.month.into()),
        (a.day.into(), b.day.into()),
        (a.weekday.into(), b.weekday.into()),
        (a.until.into(), b.until.into()),
        (a.until_weekday.into(), b.until_weekday.into()),
    ];
    let shared = pairs.iter().any(|(a, b)| *a != 0 && *b != 0);
    let differ = pairs.iter().any(|(a, b)| *a != 0 && *b != 0 && a != b)
        || (said.until != 0) != (fact.until != 0)
        || (said.until_weekday != 0) != (fact.until_weekday != 0);
    if !shared {
        return Match::Apart;
    }
    let bounds = said.bound == fact.bound;
    if differ {
        // Weekdays come again and again: only a whole date, or the same frame, speaks against.
        let comparable =
            bounds && (a.day != 0) == (b.day != 0) && (a.weekday != 0) == (b.weekday != 0);
        return if comparable { Match::Other } else { Match::Apart };
    }
    let said_all = pairs.iter().all(|(a, b)| *a == 0 || *b != 0)
        || (said.year == 0 && a.month == b.month && a.day == b.day);
    let framed = bounds || fact.bound == Bound::Exactly || said.bound == Bound::Exactly;
    if said_all && framed { Match::Same } else { Match::Apart }
}

/// "il primo giovedì del mese": the same weekday of the month, or a date that is one.
fn of_month(said: Day, fact: Day, today: NaiveDate) -> Match {
    if said.nth != 0 && fact.nth != 0 {
        let same = (said.nth, said.weekday) == (fact.nth, fact.weekday);
        return if same { Match::Same } else { Match::Other };
    }
    let (each, other) = if said.nth != 0 { (said, fact) } else { (fact, said) };
    let falls = other.date(today).is_some_and(|date| {
        let last = date.checked_add_days(Days::new(7)).is_none_or(|n| n.month() != date.month());
        let nth = date.day().div_ceil(7);
        let of_week = date.weekday().number_from_monday() == u32::from(each.weekday);
        of_week && (nth == u32::from(each.nth) || each.nth == 5 && last)
    });
    if falls && said.nth == 0 { Match::Same } else { Match::Apart }
}

fn hours(said: Hour, fact: Hour) -> Match {
    let same = |a: u16, b: u16| a == b || ((said.half || fact.half) && a % 720 == b % 720);
    match (said.to, fact.to) {
        (Some(a), Some(b)) if same(said.from, fact.from) && same(a, b) => Match::Same,
        (Some(_), Some(_)) => Match::Other,
        (None, None) if same(said.from, fact.from) && said.bound == fact.bound => Match::Same,
        (None, None) if said.bound == fact.bound => Match::Other,
        // One end of the fact's hours.
        (None, Some(to)) => match said.bound {
            Bound::From if same(said.from, fact.from) => Match::Same,
            Bound::UpTo if same(said.from, to) => Match::Same,
            Bound::From | Bound::UpTo => Match::Other,
            _ if same(said.from, fact.from) || same(said.from, to) => Match::Same,
            _ => Match::Apart,
        },
        _ => Match::Apart,
    }
}

/// The stem of a word in lower case without accents. One rule for both languages: plural
/// `s` and the vowels behind the root go.
pub(super) fn stem(word: &str) -> Stem {
    let mut root = word;
    if root.len() > 3 && root.ends_with('s') && !root.ends_with("ss") && !root.ends_with("us") {
        root = &root[..root.len() - 1];
    }
    while root.len() > 3 && root.ends_with(['a', 'e', 'i', 'o', 'u', 'y']) {
        root = &root[..root.len() - 1];
    }
    if root.len() > 3 && root.ends_with('h') {
        root = &root[..root.len() - 1];
    }
    // FNV-1a: a dictionary of a few thousand words does not collide in 64 bits.
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let (body, last) = root.as_bytes().split_at(root.len().saturating_sub(1));
    let last = last.iter().map(|&b| if b == b'v' { b'f' } else { b });
    body.iter().copied().chain(last).fold(0xcbf2_9ce4_8422_2325, hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_share_a_stem() {
        for (a, b) in [
            ("sciarpa", "sciarpe"),
            ("gomitolo", "gomitoli"),
            ("bottega", "botteghe"),
            ("colore", "colori"),
            ("scarf", "scarves"),
            ("candle", "candles"),
            ("candy", "candies"),
            ("box", "boxes"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("guanto"), stem("guardia"));
    }
}
