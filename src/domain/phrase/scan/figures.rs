//! The rules of the grammar that begin with a figure or a sign: dates, hours, "+2w".

use super::super::Misread;
use super::super::tokens::What;
use super::super::words::{Sense, Unit, unit_after_number};
use super::{Anchor, Scan, Step};

impl Scan<'_> {
    pub(super) fn signed(&mut self, sign: i64) -> Step {
        let Some(n) = self.number(1) else { return self.no(Misread::UnknownWord) };
        match self.word(2).and_then(unit_after_number) {
            Some(unit) => self.set_anchor(Anchor::Count(sign * i64::from(n), unit), 3),
            None if self.tokens.len() == self.i + 2 => {
                self.set_anchor(Anchor::Count(sign * i64::from(n), Unit::Day), 2)
            }
            None => self.no(Misread::UnknownWord),
        }
    }

    pub(super) fn number_first(&mut self, n: u32) -> Step {
        if n >= 1000 {
            return self.year_first(n);
        }
        if self.is_sign(1, ":.") && self.number(2).is_some() && !self.is_sign(3, ".") {
            let minute = self.number(2).unwrap_or_default();
            // A third number is seconds, which a plan does not keep.
            let used = if self.is_sign(3, ":") && self.number(4).is_some() { 5 } else { 3 };
            return self.set_time(n, minute, used);
        }
        if self.is_sign(1, "/.-")
            && let Some(month) = self.number(2)
        {
            return self.numeric_date(n, month);
        }
        if let Some(month) = self.month(1) {
            return self.named_date(n, month, 2);
        }
        match (self.sense(1), self.sense(2)) {
            (Some(Sense::Am | Sense::Pm), _) => return self.set_time(n, 0, 1),
            // "24th", "the 24th of december"
            (Some(Sense::Ordinal), of) => {
                let skip = if of == Some(Sense::Filler) { 3 } else { 2 };
                return match self.month(skip) {
                    Some(month) => self.named_date(n, month, skip + 1),
                    None => self.set_anchor(Anchor::DayOfMonth(n), 2),
                };
            }
            _ => {}
        }
        match self.word(1).and_then(unit_after_number) {
            // "3 giorni fa", "2 weeks ago"; "ago" is August elsewhere.
            Some(unit) if matches!(self.word(2), Some("fa" | "ago")) => {
                self.set_anchor(Anchor::Count(-i64::from(n), unit), 3)
            }
            _ => self.bare_number(n),
        }
    }

    /// "mer 25" is a day, "domani 18" an hour, "il 24" a day, "24" alone nothing.
    fn bare_number(&mut self, n: u32) -> Step {
        let after_article = self.i.checked_sub(1).is_some_and(
            |before| matches!(&self.tokens[before].what, What::Word(w) if w == "il" || w == "the"),
        );
        if self.said.anchor.is_none() && (self.said.weekday.is_some() || after_article) {
            self.said.bare = !after_article;
            return self.set_anchor(Anchor::DayOfMonth(n), 1);
        }
        if self.said.anchor.is_some() && self.said.time.is_none() {
            return self.set_time(n, 0, 1);
        }
        self.no(Misread::UnknownWord)
    }

    /// "2026-12-24", "2026-W50", "2026w50".
    fn year_first(&mut self, year: u32) -> Step {
        let dash = usize::from(self.is_sign(1, "-/"));
        if self.word(1 + dash) == Some("w")
            && let Some(number) = self.number(2 + dash)
        {
            return self.set_anchor(Anchor::Week { year: Some(year), number }, 3 + dash);
        }
        match (self.is_sign(1, "-/"), self.number(2), self.is_sign(3, "-/"), self.number(4)) {
            (true, Some(month), true, Some(day)) => {
                self.set_anchor(Anchor::Full { year, month, day }, 5)?;
                // The "T" before a time.
                self.i += usize::from(self.word(0) == Some("t"));
                Ok(())
            }
            _ => self.no(Misread::UnknownWord),
        }
    }

    fn numeric_date(&mut self, first: u32, second: u32) -> Step {
        let slashed = self.is_sign(1, "/");
        // "12/24" can only be read the other way round.
        let (day, month) = if second > 12 && slashed { (second, first) } else { (first, second) };
        let year = if self.is_sign(3, "/.-") { self.number(4) } else { None };
        if let Some(year) = year {
            let year = if year < 100 { 2000 + year } else { year };
            self.set_anchor(Anchor::Full { year, month, day }, 5)
        } else {
            let dot = usize::from(self.is_sign(3, "."));
            self.set_anchor(Anchor::DayMonth { day, month, slashed }, 3 + dot)
        }
    }

    pub(super) fn named_date(&mut self, day: u32, month: u32, used: usize) -> Step {
        match self.number(used) {
            Some(year) if year >= 1000 => {
                self.set_anchor(Anchor::Full { year, month, day }, used + 1)
            }
            _ => self.set_anchor(Anchor::DayMonth { day, month, slashed: false }, used),
        }
    }
}
