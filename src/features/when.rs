//! A line in which a person says a time: "giovedì alle 9", "2026-11-24 18:30".
//!
//! Owns what the line means for a post. A phrase with two readings shows the likelier and
//! keeps the other one key away; a wall time that daylight saving shows twice must be
//! answered; one that it skips is refused. Nothing is picked in silence.

use crate::domain::phrase::{self, Doubt, NotUnderstood};
use crate::domain::{Moment, Now, When};
use crate::text::Buffer;
use chrono::NaiveDateTime;
use chrono_tz::Tz;

#[derive(Debug, Clone, PartialEq)]
pub struct WhenInput {
    pub line: Buffer,
    /// What stood there first. As long as its text stands, so does every part of it.
    first: (String, Option<When>),
    /// Which meaning was asked for, where there are several.
    choice: Option<usize>,
}

/// What a line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// None for an empty line; else the likeliest first.
    pub options: Vec<When>,
    /// Index in `options`; `None` while only a person can say.
    pub chosen: Option<usize>,
    /// Why there is more than one.
    pub doubt: Option<Several>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Several {
    Phrase(Doubt),
    /// The clocks show this time twice.
    Fold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenFault {
    NotUnderstood(NotUnderstood),
    /// The clocks skip this time.
    Skipped {
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
}

impl WhenInput {
    pub fn new(when: Option<When>, zone: Tz) -> Self {
        let text = when.map(|when| as_typed(when, zone)).unwrap_or_default();
        Self { line: Buffer::one_line(text.clone()), first: (text, when), choice: None }
    }

    /// The text is no longer what it was at first.
    pub fn is_changed(&self) -> bool {
        self.line.text().trim() != self.first.0 || self.choice.is_some()
    }

    pub fn meaning(&self, now: Now) -> Result<Meaning, WhenFault> {
        let text = self.line.text().trim();
        let only = |when: Option<When>| Meaning {
            options: when.into_iter().collect(),
            chosen: when.map(|_| 0),
            doubt: None,
        };
        if text.is_empty() {
            return Ok(only(None));
        }
        if text == self.first.0 {
            return Ok(only(self.first.1));
        }
        let read = phrase::parse(text, now.local()).map_err(WhenFault::NotUnderstood)?;
        let mut options = Vec::new();
        let mut doubt = read.ambiguous.map(|(doubt, _)| Several::Phrase(doubt));
        for reading in read.readings() {
            let Some(time) = reading.time else {
                options.push(When::Day(reading.date));
                continue;
            };
            let wall = reading.date.and_time(time);
            match When::Local(wall).moment(now.zone) {
                Moment::Gap { before, after, .. } => {
                    return Err(WhenFault::Skipped { before, after });
                }
                Moment::Fold { first, second } => {
                    doubt = Some(Several::Fold);
                    options.extend([first, second].map(|at| When::Offset(at.fixed_offset())));
                }
                Moment::At(_) | Moment::Unset(_) => options.push(self.like_first(wall, now.zone)),
            }
        }
        let asked = self.choice.map(|choice| choice % options.len());
        let chosen = if doubt == Some(Several::Fold) { asked } else { asked.or(Some(0)) };
        Ok(Meaning { options, chosen, doubt })
    }

    /// The next meaning, where there are several.
    pub fn choose_next(&mut self, now: Now) {
        let Ok(meaning) = self.meaning(now) else { return };
        if meaning.doubt.is_some() {
            self.choice = Some(meaning.chosen.map_or(0, |chosen| chosen + 1));
        }
    }

    /// Another text means something else: the choice was about the old one.
    pub fn typed(&mut self) {
        self.choice = None;
    }

    /// A time that was written with an offset is moved with one.
    fn like_first(&self, wall: NaiveDateTime, zone: Tz) -> When {
        match self.first.1 {
            Some(first @ When::Offset(_)) => first.moved_to(wall, zone),
            _ => When::Local(wall),
        }
    }
}

impl Meaning {
    pub fn when(&self) -> Option<When> {
        self.options.get(self.chosen?).copied()
    }

    /// It says something, and only a person can say which.
    pub fn is_open(&self) -> bool {
        self.chosen.is_none() && !self.options.is_empty()
    }
}

/// As a person could have typed it, in either language.
fn as_typed(when: When, zone: Tz) -> String {
    let form = if when.has_time() { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d" };
    when.wall(zone).format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::set_line;
    use chrono_tz::Europe::Rome;

    fn now(utc: &str) -> Now {
        Now { utc: utc.parse().expect("an instant"), zone: Rome }
    }

    fn said(text: &str, when: Option<When>) -> WhenInput {
        let mut input = WhenInput::new(when, Rome);
        set_line(&mut input.line, text);
        input
    }

    fn local(text: &str) -> When {
        When::Local(text.parse().expect("a date and time"))
    }

    #[test]
    fn an_untouched_time_keeps_its_seconds_and_its_offset() {
        for when in [
            local("2026-11-24T18:30:15"),
            When::Offset("2026-11-24T18:30:00+01:00".parse().expect("a date")),
        ] {
            let input = WhenInput::new(Some(when), Rome);
            assert_eq!(input.line.text(), "2026-11-24 18:30");
            let meaning = input.meaning(now("2026-11-22T10:00:00Z")).expect("a time");
            assert_eq!(meaning.when(), Some(when));
        }
    }

    #[test]
    fn a_day_without_an_hour_stays_without_and_an_empty_line_is_no_time() {
        let now = now("2026-11-22T10:00:00Z");
        let day = said("24 novembre", None).meaning(now).expect("a day");
        assert_eq!(day.when(), Some(When::Day("2026-11-24".parse().expect("a date"))));
        assert_eq!(
            said("", Some(local("2026-11-24T18:30:00"))).meaning(now).map(|m| m.when()),
            Ok(None)
        );
    }

    #[test]
    fn the_other_reading_is_one_key_away() {
        let now = now("2026-11-22T10:00:00Z");
        let mut input = said("3/12 alle 9", None);
        let first = input.meaning(now).expect("two readings");
        assert_eq!(first.doubt, Some(Several::Phrase(Doubt::DayOrMonthFirst)));
        assert_eq!(first.when(), Some(local("2026-12-03T09:00:00")));
        input.choose_next(now);
        let second = input.meaning(now).expect("two readings");
        assert_eq!(second.when(), Some(local("2027-03-12T09:00:00")));
        input.choose_next(now);
        assert_eq!(input.meaning(now).expect("round again").when(), first.when());
    }

    #[test]
    fn an_hour_that_comes_twice_waits_for_an_answer_and_a_skipped_one_is_refused() {
        let autumn = now("2026-10-20T10:00:00Z");
        let mut input = said("2026-10-25 02:30", None);
        let open = input.meaning(autumn).expect("two instants");
        assert!(open.is_open());
        input.choose_next(autumn);
        input.choose_next(autumn);
        let winter = "2026-10-25T02:30:00+01:00".parse().expect("a date");
        assert_eq!(input.meaning(autumn).expect("answered").when(), Some(When::Offset(winter)));

        let spring = said("2026-03-29 02:30", None).meaning(now("2026-03-20T10:00:00Z"));
        assert!(matches!(spring, Err(WhenFault::Skipped { .. })));
    }

    #[test]
    fn a_time_with_an_offset_gets_that_of_its_new_day() {
        let summer = When::Offset("2026-10-24T18:30:00+02:00".parse().expect("a date"));
        let moved = said("2026-10-26 18:30", Some(summer)).meaning(now("2026-10-20T10:00:00Z"));
        let winter = "2026-10-26T18:30:00+01:00".parse().expect("a date");
        assert_eq!(moved.expect("a time").when(), Some(When::Offset(winter)));
    }
}
