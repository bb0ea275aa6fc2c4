//! The rules of the grammar that begin with a word for a stretch of time: a unit, a month,
//! an edge of one, a number of them; and feasts.

use super::super::Misread;
use super::super::words::{Edge, Sense, Unit, Which, unit_after_number};
use super::{Anchor, MonthOf, Scan, Step};
use chrono::{Datelike as _, Weekday};

impl Scan<'_> {
    pub(super) fn unit(&mut self, unit: Unit) -> Step {
        if unit == Unit::Week
            && self.which.is_none()
            && let Some(number) = self.number(1)
        {
            return self.set_anchor(Anchor::Week { year: None, number }, 2);
        }
        if unit == Unit::Week && self.which.is_none() {
            // "settimana del 7 dicembre", "week commencing 7 dec".
            if matches!(
                self.word(1),
                Some("commencing" | "beginning" | "of" | "del" | "dal" | "dell")
            ) {
                return self.week_of(2);
            }
            // "tuesday week", not "tuesday week next".
            if !matches!(self.sense(1), Some(Sense::Which(_))) && self.week_later(1) {
                return Ok(());
            }
        }
        let at = self.i;
        self.i += 1;
        let which = self.which.take().map(|(_, which)| which).or_else(|| self.which_after());
        let used = self.i - at;
        self.i = at;
        let steps = match which {
            Some(Which::Next) => 1,
            Some(Which::This) => 0,
            Some(Which::Last) => -1,
            None => return self.no(Misread::UnknownWord),
        };
        match unit {
            Unit::Week => self.set_anchor(Anchor::WeekFromNow(steps), used),
            Unit::Month => {
                let edge = Anchor::MonthEdge(Edge::Start, MonthOf::FromNow(steps));
                self.set_anchor(edge, used)
            }
            _ => self.no(Misread::UnknownWord),
        }
    }

    /// "fra 3 giorni", "in a week", "in two hours"; an "in" before anything else is filler.
    pub(super) fn ahead(&mut self) -> Step {
        let Some(n) = self.count(1) else {
            self.i += 1;
            return Ok(());
        };
        if self.sense(2) == Some(Sense::Fortnight) {
            return self.set_anchor(Anchor::Count(2, Unit::Week), 3);
        }
        match self.word(2).and_then(unit_after_number) {
            Some(unit) => self.set_anchor(Anchor::Count(i64::from(n), unit), 3),
            None => self.no(Misread::UnknownWord),
        }
    }

    /// The week that a day lies in, instead of the day.
    pub(super) fn week_of(&mut self, used: usize) -> Step {
        if self.said.week_of {
            return self.no(Misread::SaidTwice);
        }
        self.said.week_of = true;
        self.i += used;
        Ok(())
    }

    /// A week after the day just said, where one was.
    pub(super) fn week_later(&mut self, used: usize) -> bool {
        let is_day = match self.said.anchor {
            None => self.said.weekday.is_some(),
            Some((_, anchor)) => matches!(anchor, Anchor::Count(_, Unit::Day)),
        };
        let first = is_day && self.said.later == 0;
        if first {
            self.said.later = 1;
            self.i += used;
        }
        first
    }

    /// "una settimana fa", "two weeks ago", "a week on tuesday".
    pub(super) fn number_word(&mut self) -> Step {
        let unit = self.word(1).and_then(unit_after_number);
        let on = 2 + usize::from(matches!(self.word(2), Some("on" | "from")));
        let day = matches!(self.sense(on), Some(Sense::Weekday(_) | Sense::Day(_)));
        if let (Some(weeks), Some(Unit::Week), true) = (self.count(0), unit, day) {
            self.said.later = u64::from(weeks);
            self.i += on;
            return Ok(());
        }
        match (self.count(0), unit, self.word(2)) {
            (Some(n), Some(unit), Some("fa" | "ago")) => {
                self.set_anchor(Anchor::Count(-i64::from(n), unit), 3)
            }
            _ => self.no(Misread::UnknownWord),
        }
    }

    /// "dec 24 6pm", "december 24th, 2026".
    pub(super) fn month_first(&mut self, month: u32) -> Step {
        if self.word(1) == Some("first") {
            return self.named_date(1, month, 2);
        }
        let Some(day) = self.number(1) else { return self.no(Misread::UnknownWord) };
        let ordinal = usize::from(self.sense(2) == Some(Sense::Ordinal));
        self.named_date(day, month, 2 + ordinal)
    }

    /// A feast, and its year where one is said.
    pub(super) fn dated(&mut self, anchor: Anchor, used: usize) -> Step {
        match (anchor, self.number(used)) {
            (Anchor::DayMonth { day, month, .. }, _) => self.named_date(day, month, used),
            (Anchor::Feast(feast), Some(year)) if year >= 1000 => {
                let date = i32::try_from(year).ok().and_then(|year| feast.in_year(year));
                let Some(date) = date else { return self.no(Misread::NoSuchTime) };
                let (month, day) = (date.month(), date.day());
                self.set_anchor(Anchor::Full { year, month, day }, used + 1)
            }
            _ => self.set_anchor(anchor, used),
        }
    }

    /// "primo dicembre", "the first of december", "il primo".
    pub(super) fn first(&mut self) -> Step {
        let filler = usize::from(self.sense(1) == Some(Sense::Filler));
        match (self.month(1 + filler), self.sense(1 + filler)) {
            (Some(month), _) => self.named_date(1, month, 2 + filler),
            (_, Some(Sense::Unit(Unit::Month))) => {
                self.i += 2 + filler;
                let steps = match self.which_after() {
                    Some(Which::Next) => 1,
                    Some(Which::Last) => -1,
                    Some(Which::This) | None => 0,
                };
                self.set_anchor(Anchor::MonthEdge(Edge::Start, MonthOf::FromNow(steps)), 0)
            }
            _ => self.set_anchor(Anchor::DayOfMonth(1), 1),
        }
    }

    /// "fine mese", "end of december", "metà del mese prossimo", "fine settimana".
    pub(super) fn edge(&mut self, edge: Edge) -> Step {
        let start = self.i;
        self.i += 1;
        while self.sense(0) == Some(Sense::Filler) {
            self.i += 1;
        }
        let which = match self.sense(0) {
            Some(Sense::Which(which)) => {
                self.i += 1;
                Some(which)
            }
            _ => None,
        };
        let of = match self.sense(0) {
            Some(Sense::Unit(Unit::Week)) if edge == Edge::End && start + 1 == self.i => {
                return self.set_weekday(Weekday::Sat, 1);
            }
            Some(Sense::Unit(Unit::Year)) if edge == Edge::End && which != Some(Which::Last) => {
                return self.set_anchor(Anchor::YearEnd, 1);
            }
            Some(Sense::Unit(Unit::Month)) => {
                self.i += 1;
                match which.or_else(|| self.which_after()) {
                    Some(Which::Next) => MonthOf::FromNow(1),
                    Some(Which::Last) => MonthOf::FromNow(-1),
                    Some(Which::This) | None => MonthOf::FromNow(0),
                }
            }
            _ => match self.month(0) {
                Some(month) => {
                    self.i += 1;
                    MonthOf::Named(month)
                }
                None => return self.no(Misread::UnknownWord),
            },
        };
        self.set_anchor(Anchor::MonthEdge(edge, of), 0)
    }
}
