//! The dates of the demo: its files speak of days from the Monday of the week it is made.
//!
//! | written | becomes |
//! |---|---|
//! | `{mon+1}` | `2026-11-24`, the Tuesday of this week |
//! | `{mon+1:it}`, `{mon+1:en}` | `24 novembre`, `24 November` |
//! | `{mon+1@18:30:04}` | `2026-11-24T17:30:04Z`, from the brand's wall time |
//! | `posts/week+1/` in a path | `posts/2026/W49/` |
//!
//! Pure. A `[published.…]` table whose instant has not come yet is left out, so that
//! one text serves whatever day of the week it is.

use crate::domain::{Now, RelPath, Week};
use crate::i18n::{Language, Words};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};

pub struct Dates {
    now: Now,
    english: Words,
    italian: Words,
}

impl Dates {
    pub fn new(now: Now) -> Self {
        let (english, italian) = (Words::new(Language::English), Words::new(Language::Italian));
        Self { now, english, italian }
    }

    pub fn week(&self) -> Week {
        Week::of(self.now.today())
    }

    /// The day so many days after this week's Monday.
    pub fn day(&self, offset: i64) -> NaiveDate {
        self.week().monday() + TimeDelta::days(offset)
    }

    /// The instant of a wall time; the earlier one where the clocks show it twice.
    pub fn instant(&self, offset: i64, time: NaiveTime) -> DateTime<Utc> {
        let wall = self.day(offset).and_time(time);
        let at = self.now.zone.from_local_datetime(&wall).earliest();
        at.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
    }

    pub fn path(&self, path: &str) -> RelPath {
        let in_week = || {
            let (week, rest) = path.strip_prefix("posts/week")?.split_once('/')?;
            let folder = self.week().offset(week.parse().ok()?).folder();
            Some(RelPath::new(format!("{folder}/{rest}")))
        };
        match path {
            // Under its own name it would rule this repository.
            "gitignore" => RelPath::new(".gitignore"),
            path => in_week().unwrap_or_else(|| RelPath::new(path)),
        }
    }

    /// The text as it reads at `seen`: dates filled in, later publications left out.
    pub fn text(&self, text: &str, seen: DateTime<Utc>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find("{mon") {
            let (before, from) = rest.split_at(start);
            out.push_str(before);
            let end = from.find('}').map_or(from.len(), |end| end + 1);
            let (mark, after) = from.split_at(end);
            out.push_str(&self.fill(mark).unwrap_or_else(|| mark.to_owned()));
            rest = after;
        }
        out.push_str(rest);
        without_later(&out, seen)
    }

    fn fill(&self, mark: &str) -> Option<String> {
        let inside = mark.strip_prefix("{mon")?.strip_suffix('}')?;
        if let Some((offset, time)) = inside.split_once('@') {
            let at = self.instant(offset.parse().ok()?, time.parse().ok()?);
            return Some(at.format("%Y-%m-%dT%H:%M:%SZ").to_string());
        }
        let Some((offset, lang)) = inside.split_once(':') else {
            return Some(self.day(inside.parse().ok()?).to_string());
        };
        let words = if lang == "it" { &self.italian } else { &self.english };
        let day = self.day(offset.parse().ok()?);
        Some(format!("{} {}", day.day(), words.month(day.month())))
    }
}

/// Drops each `[published.…]` table, with the blank line above it, that is later than `seen`.
fn without_later(text: &str, seen: DateTime<Utc>) -> String {
    let mut parts = text.split("\n[published.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let at = part.lines().find_map(|line| line.strip_prefix("at = "));
        let at: Option<DateTime<Utc>> = at.and_then(|at| at.parse().ok());
        if at.is_none_or(|at| at <= seen) {
            out.push_str("\n[published.");
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;

    fn dates(utc: &str) -> Dates {
        Dates::new(Now { utc: utc.parse().expect("an instant"), zone: Rome })
    }

    #[test]
    fn days_are_counted_from_this_weeks_monday() {
        let dates = dates("2026-12-31T22:00:00Z");
        let text = "{mon+1} {mon-1} sabato {mon+5:it}, {mon+5:en} {mon+0@18:30:04}";
        assert_eq!(
            dates.text(text, dates.now.utc),
            "2026-12-29 2026-12-27 sabato 2 gennaio, 2 January 2026-12-28T17:30:04Z"
        );
        assert_eq!(dates.path("posts/week+1/a.toml").as_str(), "posts/2027/W01/a.toml");
        assert_eq!(dates.path("posts/week+0/a.toml").as_str(), "posts/2026/W53/a.toml");
        assert_eq!(dates.path("ideas/a.toml").as_str(), "ideas/a.toml");
    }

    #[test]
    fn summer_time_is_the_brands() {
        let dates = dates("2026-03-25T10:00:00Z");
        let text = "{mon+5@18:30:00} {mon+6@18:30:00}";
        assert_eq!(dates.text(text, dates.now.utc), "2026-03-28T17:30:00Z 2026-03-29T16:30:00Z");
    }

    #[test]
    fn what_has_not_gone_out_yet_is_not_published() {
        let dates = dates("2026-11-25T10:00:00Z");
        let text = "title = \"a\"\n\n[published.ig]\nat = {mon+2@10:59:59}\n\n\
            [published.fb]\nat = {mon+2@11:00:01}\nurl = \"b\"\n";
        let kept = "title = \"a\"\n\n[published.ig]\nat = 2026-11-25T09:59:59Z\n";
        assert_eq!(dates.text(text, dates.now.utc), kept);
    }
}
