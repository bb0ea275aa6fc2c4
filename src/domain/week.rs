//! ISO weeks: the unit of the grid and of the folder.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

/// An ISO week, Monday to Sunday. Its year is the ISO year: 2027-01-01 is in 2026-W53.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    pub year: i32,
    pub number: u32,
}

impl Week {
    pub fn of(date: NaiveDate) -> Self {
        let iso = date.iso_week();
        Self { year: iso.year(), number: iso.week() }
    }

    /// `None` for a week that its year does not have.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(|_| Self { year, number })
    }

    pub fn monday(self) -> NaiveDate {
        NaiveDate::from_isoywd_opt(self.year, self.number, Weekday::Mon).unwrap_or_default()
    }

    pub fn days(self) -> [NaiveDate; 7] {
        std::array::from_fn(|i| self.monday() + Days::new(i as u64))
    }

    pub fn contains(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }

    /// The week `count` weeks later, or earlier when negative.
    pub fn offset(self, count: i64) -> Self {
        let days = Days::new(count.unsigned_abs() * 7);
        let monday = self.monday();
        let moved =
            if count < 0 { monday.checked_sub_days(days) } else { monday.checked_add_days(days) };
        moved.map_or(self, Self::of)
    }

    pub fn next(self) -> Self {
        self.offset(1)
    }

    pub fn previous(self) -> Self {
        self.offset(-1)
    }

    /// `posts/2026/W48`: where the posts of this week live.
    pub fn folder(self) -> String {
        format!("posts/{:04}/W{:02}", self.year, self.number)
    }

    /// The week a folder such as `posts/2026/W48` stands for.
    pub fn from_folder(folder: &str) -> Option<Self> {
        let mut parts = folder.strip_prefix("posts/")?.split('/');
        let year = parts.next()?.parse().ok()?;
        let number = parts.next()?.strip_prefix('W')?.parse().ok()?;
        // One spelling a week: nothing is read from a folder that is called otherwise.
        Self::new(year, number).filter(|week| week.folder() == folder)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a real date")
    }

    #[test]
    fn new_year_belongs_to_the_iso_year() {
        assert_eq!(Week::of(date(2027, 1, 1)).to_string(), "2026-W53");
        assert_eq!(Week::of(date(2024, 12, 30)).folder(), "posts/2025/W01");
    }

    #[test]
    fn a_folder_reads_back() {
        let week = Week::of(date(2026, 11, 24));
        assert_eq!(Week::from_folder(&week.folder()), Some(week));
        assert_eq!(Week::from_folder("posts/2025/W53"), None);
        for other in ["posts/2026/W48/old", "posts/2026/W5", "posts/2026/w48", "posts/2026/48"] {
            assert_eq!(Week::from_folder(other), None);
        }
    }

    #[test]
    fn weeks_step_over_the_year() {
        let last = Week::of(date(2026, 12, 31));
        assert_eq!(last.next().to_string(), "2027-W01");
        assert_eq!(last.next().previous(), last);
    }
}
