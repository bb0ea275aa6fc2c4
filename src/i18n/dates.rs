//! Days, weeks and hours as people of each language write them.

use super::{Language, Words};
use crate::domain::names;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

impl Words {
    /// `lun`, `Mon`.
    pub fn weekday_short(&self, day: Weekday) -> &'static str {
        self.weekday(day).get(..3).unwrap_or_default()
    }

    /// `lunedì`, `Monday`.
    pub fn weekday(&self, day: Weekday) -> &'static str {
        self.pick(names::WEEKDAYS[day.num_days_from_monday() as usize])
    }

    /// `novembre`, `November`. `month` from 1.
    pub fn month(&self, month: u32) -> &'static str {
        self.pick(names::MONTHS[(month.clamp(1, 12) - 1) as usize])
    }

    /// `nov`, `Nov`.
    pub fn month_short(&self, month: u32) -> &'static str {
        self.month(month).get(..3).unwrap_or_default()
    }

    /// `lun 23`, `Mon 23`.
    pub fn day_short(&self, date: NaiveDate) -> String {
        format!("{} {}", self.weekday_short(date.weekday()), date.day())
    }

    /// `mar 24 nov`, `Tue 24 Nov`.
    pub fn day_month(&self, date: NaiveDate) -> String {
        format!("{} {}", self.day_short(date), self.month_short(date.month()))
    }

    /// `martedì 24 novembre 2026`, `Tuesday 24 November 2026`.
    pub fn day_long(&self, date: NaiveDate) -> String {
        let (day, month) = (self.weekday(date.weekday()), self.month(date.month()));
        format!("{day} {} {month} {}", date.day(), date.year())
    }

    /// `23 novembre 2026`.
    pub fn date(&self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// `23–29 novembre 2026`, `30 novembre – 6 dicembre 2026`: both days included.
    pub fn range(&self, first: NaiveDate, last: NaiveDate) -> String {
        let end = format!("{} {} {}", last.day(), self.month(last.month()), last.year());
        if first.year() != last.year() {
            format!("{} {} {} – {end}", first.day(), self.month(first.month()), first.year())
        } else if first.month() != last.month() {
            format!("{} {} – {end}", first.day(), self.month(first.month()))
        } else {
            format!("{}–{end}", first.day())
        }
    }

    /// `18:30` in both languages: a plan is no place for "6.30 pm".
    pub fn time(&self, at: NaiveDateTime) -> String {
        let digit = |value: u32| char::from_digit(value % 10, 10).unwrap_or('0');
        let (hour, minute) = (at.hour(), at.minute());
        // Every card of a week has one: without the machinery of formats.
        [digit(hour / 10), digit(hour), ':', digit(minute / 10), digit(minute)].iter().collect()
    }

    /// `mar 24 nov 18:30`.
    pub fn moment(&self, at: NaiveDateTime) -> String {
        format!("{} {}", self.day_month(at.date()), self.time(at))
    }

    /// `1.234` in Italian, `1,234` in English.
    pub fn number(&self, value: usize) -> String {
        let mark = match self.language() {
            Language::Italian => '.',
            Language::English => ',',
        };
        let digits = value.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// A name as this language has it.
    pub(super) fn pick(&self, name: names::Name) -> &'static str {
        match self.language() {
            Language::English => name.english,
            Language::Italian => name.italian,
        }
    }
}
