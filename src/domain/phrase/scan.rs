//! From pieces to what was said: the grammar, left to right, each rule one function.
//!
//! Owns which pieces belong together. What they mean on a given day is `resolve`'s.

mod ahead;
mod clock;
mod figures;
mod spans;

use super::feasts::{Movable, feast};
use super::tokens::{Token, What};
use super::words::{DayPart, Edge, Sense, Unit, Which, sense};
use super::{Misread, NotUnderstood};
use chrono::{NaiveTime, Weekday};

/// Everything a phrase said, before it is held against a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub anchor: Option<(usize, Anchor)>,
    pub weekday: Option<(usize, Weekday, Option<Which>)>,
    pub time: Option<NaiveTime>,
    /// The time is one of the twelve-hour clock, without a word for which half of the day.
    pub either_half: bool,
    pub part: Option<DayPart>,
    /// The day of the month was said as a figure and nothing else: it may be an hour.
    pub bare: bool,
    /// Weeks after the day that was said: "tuesday week", "martedì a otto".
    pub later: u64,
    /// The whole week of the day that was said: "w/c 7 dec".
    pub week_of: bool,
    /// The weekday was said as "mar", which is a month in English.
    pub maybe_march: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Full {
        year: u32,
        month: u32,
        day: u32,
    },
    /// `slashed`: written "3/12", which some read the other way round.
    DayMonth {
        day: u32,
        month: u32,
        slashed: bool,
    },
    DayOfMonth(u32),
    Count(i64, Unit),
    Week {
        year: Option<u32>,
        number: u32,
    },
    /// This, next or last week.
    WeekFromNow(i64),
    /// `of`: months from now, or a month by name.
    MonthEdge(Edge, MonthOf),
    YearEnd,
    /// "pasqua": a feast without a date of its own.
    Feast(Movable),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthOf {
    FromNow(i64),
    Named(u32),
}

type Step<T = ()> = Result<T, NotUnderstood>;

pub(super) fn scan(tokens: &[Token]) -> Step<Said> {
    let mut scan = Scan { tokens, i: 0, said: Said::default(), which: None };
    while scan.i < tokens.len() {
        scan.piece()?;
    }
    match scan.which {
        // "il prossimo 24 dicembre" says no more than "il 24 dicembre".
        Some((at, _))
            if !matches!(
                scan.said.anchor,
                Some((_, Anchor::DayMonth { .. } | Anchor::Feast(_)))
            ) =>
        {
            Err(NotUnderstood { at, why: Misread::UnknownWord })
        }
        _ => Ok(scan.said),
    }
}

struct Scan<'a> {
    tokens: &'a [Token],
    i: usize,
    said: Said,
    /// A "next" that waits for its day, week or month.
    which: Option<(usize, Which)>,
}

impl Scan<'_> {
    fn set_anchor(&mut self, anchor: Anchor, used: usize) -> Step {
        if self.said.anchor.is_some() {
            return self.no(Misread::SaidTwice);
        }
        self.said.anchor = Some((self.at(), anchor));
        self.i += used;
        Ok(())
    }

    fn set_weekday(&mut self, day: Weekday, used: usize) -> Step {
        if self.said.weekday.is_some() {
            return self.no(Misread::SaidTwice);
        }
        let at = self.at();
        self.i += used;
        let which = self.which.take().map(|(_, which)| which).or_else(|| self.which_after());
        self.said.weekday = Some((at, day, which));
        Ok(())
    }

    /// "prossimo" after its noun, unless it belongs to a following "settimana" or month.
    fn which_after(&mut self) -> Option<Which> {
        let Some(Sense::Which(which)) = self.sense(0) else { return None };
        if matches!(self.sense(1), Some(Sense::Unit(_) | Sense::Weekend)) {
            return None;
        }
        self.i += 1;
        Some(which)
    }

    fn piece(&mut self) -> Step {
        match self.what(0) {
            Some(What::Number(n)) => self.number_first(*n),
            Some(What::Word(_)) => self.word_first(),
            Some(What::Sign('+')) => self.signed(1),
            Some(What::Sign('-' | '−')) if self.number(1).is_some() => self.signed(-1),
            Some(What::Sign('-')) if self.i > 0 => {
                self.i += 1;
                Ok(())
            }
            _ => self.no(Misread::UnknownWord),
        }
    }

    fn word_first(&mut self) -> Step {
        let word = self.word(0).unwrap_or_default().to_owned();
        if let Some(done) = self.special(&word) {
            return done;
        }
        match sense(&word) {
            Some(Sense::Filler) => self.i += 1,
            Some(Sense::Weekday(day)) => return self.set_weekday(day, 1),
            Some(Sense::Weekend) => return self.set_weekday(Weekday::Sat, 1),
            Some(Sense::Day(days)) => return self.set_anchor(Anchor::Count(days, Unit::Day), 1),
            Some(Sense::DayPart(days, part)) => {
                self.said.part = Some(part);
                return self.set_anchor(Anchor::Count(days, Unit::Day), 1);
            }
            Some(Sense::Part(part)) => {
                self.said.part = Some(part);
                self.i += 1;
            }
            Some(Sense::Which(which)) => {
                if self.which.is_some() {
                    return self.no(Misread::SaidTwice);
                }
                self.which = Some((self.at(), which));
                self.i += 1;
            }
            Some(Sense::Unit(unit)) => return self.unit(unit),
            Some(Sense::Ahead) => return self.ahead(),
            Some(Sense::At) => return self.time_after_at(),
            Some(Sense::Noon) => return self.set_time(12, 0, 1),
            Some(Sense::Edge(edge)) => return self.edge(edge),
            Some(Sense::Month(month)) => return self.month_first(month),
            Some(Sense::Number(_)) => return self.number_word(),
            Some(Sense::Fortnight) => {
                return self.set_anchor(Anchor::Count(2, Unit::Week), 1);
            }
            _ => return self.no(Misread::UnknownWord),
        }
        Ok(())
    }

    /// Words whose meaning hangs on their neighbours.
    fn special(&mut self, word: &str) -> Option<Step> {
        if let Some((anchor, used)) = feast(&self.words()) {
            return Some(self.dated(anchor, used));
        }
        let number = self.number(1);
        match (word, number) {
            // "mar 24": Tuesday the 24th in Italian, March 24 in English.
            ("mar", _) => {
                self.said.maybe_march = true;
                Some(self.set_weekday(Weekday::Tue, 1))
            }
            ("w" | "sett" | "s", Some(number)) => {
                Some(self.set_anchor(Anchor::Week { year: None, number }, 2))
            }
            ("eom", _) => {
                let edge = Anchor::MonthEdge(Edge::End, MonthOf::FromNow(0));
                Some(self.set_anchor(edge, 1))
            }
            ("day", _) => {
                // "the day after tomorrow"
                let after = self.word(1) == Some("after");
                (after && self.word(2) == Some("tomorrow"))
                    .then(|| self.set_anchor(Anchor::Count(2, Unit::Day), 3))
            }
            ("primo" | "first", _) => Some(self.first()),
            ("altro", _) if self.word(1) == Some("ieri") => {
                Some(self.set_anchor(Anchor::Count(-2, Unit::Day), 2))
            }
            // "oggi a otto", "martedì a otto".
            ("a", _) if self.word(1) == Some("otto") && self.week_later(2) => Some(Ok(())),
            ("w", _) if self.is_sign(1, "/") && self.word(2) == Some("c") => Some(self.week_of(3)),
            ("wc", _) => Some(self.week_of(1)),
            ("half" | "quarter", _) => Some(self.half_or_quarter()),
            ("a", _)
                if matches!(self.sense(1), Some(Sense::Noon | Sense::Edge(_)))
                    || self.feast_after(1) =>
            {
                self.i += 1;
                Some(Ok(()))
            }
            _ => None,
        }
    }
}
