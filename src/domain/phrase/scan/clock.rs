//! The rules of the grammar for hours: "alle 18", "9 pm", "half past seven", "quarter to nine".
//! Which half of the day an hour in words belongs to is `resolve`'s to say.

use super::super::Misread;
use super::super::words::Sense;
use super::{Scan, Step};
use chrono::NaiveTime;

impl Scan<'_> {
    pub(super) fn set_time(&mut self, hour: u32, minute: u32, used: usize) -> Step {
        if self.said.time.is_some() {
            return self.no(Misread::SaidTwice);
        }
        let mut used = used;
        let hour = match self.sense(used) {
            Some(half @ (Sense::Am | Sense::Pm)) if (1..=12).contains(&hour) => {
                used += 1;
                hour % 12 + if half == Sense::Pm { 12 } else { 0 }
            }
            Some(Sense::Am | Sense::Pm) => return self.no(Misread::NoSuchTime),
            _ => hour,
        };
        let Some(time) = NaiveTime::from_hms_opt(hour, minute, 0) else {
            return self.no(Misread::NoSuchTime);
        };
        self.said.time = Some(time);
        self.i += used;
        Ok(())
    }

    /// A time as it is read off a clock of twelve hours, where nothing says which half.
    fn clock(&mut self, hour: u32, minute: u32, used: usize) -> Step {
        let clear = matches!(self.sense(used), Some(Sense::Am | Sense::Pm));
        self.said.either_half = !clear && (1..12).contains(&hour);
        self.set_time(hour, minute, used)
    }

    /// "half seven", "half past 7", "quarter to nine".
    pub(super) fn half_or_quarter(&mut self) -> Step {
        let half = self.word(0) == Some("half");
        let (past, skip) = match self.word(1) {
            Some("past") => (true, 2),
            Some("to") if !half => (false, 2),
            _ if half => (true, 1),
            _ => return self.no(Misread::UnknownWord),
        };
        let Some(hour) = self.count(skip).filter(|hour| (1..=12).contains(hour)) else {
            return self.no(Misread::UnknownWord);
        };
        match (half, past) {
            (true, _) => self.clock(hour, 30, skip + 1),
            (false, true) => self.clock(hour, 15, skip + 1),
            (false, false) if hour == 1 => self.clock(12, 45, skip + 1),
            (false, false) => self.clock(hour - 1, 45, skip + 1),
        }
    }

    /// "alle 18", "alle nove e 30", "at 9", "ore 18.30".
    pub(super) fn time_after_at(&mut self) -> Step {
        let goes_on = matches!(self.sense(1), Some(Sense::At | Sense::Filler | Sense::Noon))
            || matches!(self.word(1), Some("half" | "quarter"));
        if goes_on || self.feast_after(1) {
            self.i += 1;
            return Ok(());
        }
        let Some(hour) = self.count(1) else { return self.no(Misread::UnknownWord) };
        self.i += 1;
        if self.is_sign(1, ":.")
            && let Some(minute) = self.number(2)
        {
            return self.set_time(hour, minute, 3);
        }
        if self.word(1) == Some("e") {
            let minute = match self.word(2) {
                Some("mezza" | "mezzo") => return self.clock(hour, 30, 3),
                Some("un") if self.word(3) == Some("quarto") => {
                    return self.set_time(hour, 15, 4);
                }
                _ => self.number(2),
            };
            if let Some(minute) = minute {
                return self.set_time(hour, minute, 3);
            }
        }
        self.set_time(hour, 0, 1)
    }
}
