//! Days and times given on the command line: phrases in, readings out, always echoed.
//!
//! Looking takes the likelier reading and says so; writing refuses to choose.

use super::{Session, Stop};
use crate::domain::phrase::{self, Doubt, Misread, Reading, Resolved};
use crate::domain::{Moment, Now, When};
use crate::i18n::Language;
use crate::text::reveal_line;
use chrono::{DateTime, NaiveDateTime};

impl Session<'_> {
    /// The day a phrase means, for looking: of two readings the nearer, with a remark.
    pub fn day_to_look_at(&mut self, text: &str, now: Now) -> Result<Reading, Stop> {
        let resolved = self.understood(text, now.local())?;
        let taken = resolved.nearest(now.local());
        if let Some(other) = resolved.readings().find(|reading| *reading != taken) {
            let (taken, other) = (self.reading(taken), self.reading(other));
            let remark = self.words.cli_when_taken(reveal_line(text), taken, other);
            self.remark(&remark)?;
        }
        Ok(taken)
    }

    /// What a phrase means, for writing: one reading, not past, not a whole week.
    pub fn moment_to_write(&self, text: &str, now: Now) -> Result<When, Stop> {
        // The one way to say which of two equal hours: with its offset.
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            let when = When::Offset(at);
            return self.not_past(when, now).map(|()| when);
        }
        let resolved = self.settled(text, now.local())?;
        if resolved.whole_week {
            let week = self.words.cli_when_whole_week(reveal_line(text));
            return Err(Stop::said(week, self.words.cli_next_day()));
        }
        let when = match resolved.time {
            Some(time) => When::Local(resolved.date.and_time(time)),
            None => When::Day(resolved.date),
        };
        self.not_past(when, now)?;
        self.real(when, now)
    }

    /// Refuses what has gone by: nothing is planned there by mistake.
    pub fn not_past(&self, when: When, now: Now) -> Result<(), Stop> {
        let wall = when.wall(now.zone);
        let time = when.has_time().then(|| wall.time());
        if (Reading { date: wall.date(), time }).is_past(now.local()) {
            let past = self.words.cli_when_past(self.when(when, now));
            return Err(Stop::said(past, self.words.cli_next_day()));
        }
        Ok(())
    }

    /// Refuses an hour that daylight saving skips or repeats, with what to write instead.
    pub fn real(&self, when: When, now: Now) -> Result<When, Stop> {
        let words = &self.words;
        match when.moment(now.zone) {
            Moment::Gap { before, after, .. } => Err(Stop::said(
                words.finding_time_skipped(),
                words.next_time_skipped(words.time(before), words.time(after)),
            )),
            Moment::Fold { first, second } => Err(Stop::said(
                words.finding_time_twice(),
                words.cli_next_fold(first.to_rfc3339(), second.to_rfc3339()),
            )),
            Moment::Unset(_) | Moment::At(_) => Ok(when),
        }
    }

    /// A phrase that has one reading only.
    pub fn settled(&self, text: &str, now: NaiveDateTime) -> Result<Resolved, Stop> {
        let resolved = self.understood(text, now)?;
        match resolved.ambiguous {
            None => Ok(resolved),
            Some((_, other)) => {
                let (one, other) = (self.reading(resolved.reading()), self.reading(other));
                let said = self.words.cli_when_ambiguous(reveal_line(text), one, other);
                let date = self.words.cli_next_exact_day(resolved.date.to_string());
                Err(Stop::said(said, date))
            }
        }
    }

    /// What a phrase means in the language of the run: "3/12" and "mar 24" are doubtful
    /// only between two.
    fn understood(&self, text: &str, now: NaiveDateTime) -> Result<Resolved, Stop> {
        let mut resolved = self.read(text, now)?;
        let english = self.words.language() == Language::English;
        match resolved.ambiguous {
            Some((Doubt::TuesdayOrMarch, march)) => {
                resolved.ambiguous = None;
                if english {
                    resolved.date = march.date;
                }
            }
            Some((Doubt::DayOrMonthFirst, _)) if !english => resolved.ambiguous = None,
            _ => {}
        }
        Ok(resolved)
    }

    fn read(&self, text: &str, now: NaiveDateTime) -> Result<Resolved, Stop> {
        let words = &self.words;
        phrase::parse(text, now).map_err(|error| {
            let shown = reveal_line(text);
            let rest = reveal_line(text.get(error.at..).unwrap_or_default());
            let sentence = match error.why {
                Misread::Empty => words.cli_when_empty(),
                Misread::UnknownWord if error.at == 0 => words.cli_when_nothing_known(shown),
                Misread::UnknownWord => words.cli_when_unknown(shown, rest),
                Misread::NoSuchTime => words.cli_when_not_real(rest),
                Misread::OtherWeekday(day) => {
                    words.cli_when_other_weekday(shown, words.day_long(day))
                }
                Misread::SaidTwice => words.cli_when_said_twice(shown, rest),
            };
            Stop::said(sentence, words.cli_next_phrase())
        })
    }

    /// `martedì 24 novembre 2026 18:30`.
    pub fn reading(&self, reading: Reading) -> String {
        let day = self.words.day_long(reading.date);
        match reading.time {
            Some(time) => format!("{day} {}", self.words.time(reading.date.and_time(time))),
            None => day,
        }
    }

    /// `martedì 24 novembre 2026 18:30`, or the day and that its time is to be set.
    pub fn when(&self, when: When, now: Now) -> String {
        let wall = when.wall(now.zone);
        if when.has_time() {
            return self.reading(Reading { date: wall.date(), time: Some(wall.time()) });
        }
        let day = self.words.day_long(wall.date());
        format!("{day} ({})", self.words.cli_time_to_be_set())
    }
}
