//! The holidays that are compiled in: `assets/holidays.toml` (as the JSON that `build.rs`
//! makes of it), read once when first asked.
//!
//! Owns the reading of that file; what a rule means is `domain::holiday`'s.

use crate::domain::names::Name;
use crate::domain::{Country, HolidayRule, Holidays, Moves, YearDay};
use chrono::Weekday;
use serde::Deserialize;
use std::sync::LazyLock;

const SOURCE: &str = include_str!(concat!(env!("OUT_DIR"), "/holidays.json"));

/// Every country this version knows, in the order of the file.
pub fn holidays() -> &'static Holidays {
    static ALL: LazyLock<Holidays> = LazyLock::new(|| read(SOURCE).unwrap_or_default());
    &ALL
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(borrow)]
    country: Vec<CountryRow<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryRow<'a> {
    code: String,
    source: String,
    checked: String,
    #[serde(borrow)]
    holiday: Vec<Row<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row<'a> {
    on: String,
    it: &'a str,
    en: &'a str,
    since: Option<i32>,
    moves: Option<String>,
}

/// `None` when the file is not what this version expects: a test sees to it.
fn read(source: &'static str) -> Option<Holidays> {
    let file: File<'static> = serde_json::from_str(source).ok()?;
    let country = |row: CountryRow<'static>| {
        let rules = row.holiday.into_iter().map(rule).collect::<Option<_>>()?;
        Some(Country { code: row.code, rules, source: row.source, checked: row.checked })
    };
    Some(Holidays { all: file.country.into_iter().map(country).collect::<Option<_>>()? })
}

fn rule(row: Row<'static>) -> Option<HolidayRule> {
    let moves = match row.moves.as_deref() {
        None => Moves::Never,
        Some("next-workday") => Moves::NextWorkday,
        Some("nearest-workday") => Moves::NearestWorkday,
        Some("monday-unless-friday") => Moves::MondayUnlessFriday,
        Some(_) => return None,
    };
    let name = Name { italian: row.it, english: row.en };
    Some(HolidayRule { name, day: day(&row.on)?, since: row.since, moves })
}

/// `12-25`, `easter+1`, `3 mon 01`, `last mon 05`.
fn day(on: &str) -> Option<YearDay> {
    if let Some(days) = on.strip_prefix("easter") {
        return Some(YearDay::Easter(if days.is_empty() { 0 } else { days.parse().ok()? }));
    }
    if let Some((month, day)) = on.split_once('-') {
        return Some(YearDay::Fixed { month: month.parse().ok()?, day: day.parse().ok()? });
    }
    let mut words = on.split(' ');
    let (which, weekday, month) = (words.next()?, words.next()?, words.next()?);
    let (weekday, month): (Weekday, u32) = (weekday.parse().ok()?, month.parse().ok()?);
    Some(match which {
        "last" => YearDay::Last { weekday, month },
        nth => YearDay::Nth { nth: nth.parse().ok()?, weekday, month },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Days, NaiveDate};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn named(country: &str, day: &str) -> Option<(&'static str, bool)> {
        let found = holidays().on(Some(country), date(day));
        found.map(|holiday| (holiday.name.english, holiday.instead))
    }

    /// A country's days of a year, as `MM-DD`.
    fn year(country: &str, year: i32) -> Vec<String> {
        let days = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day").iter_days();
        let days = days.take_while(|day| day.year() == year);
        let kept = days.filter(|day| holidays().on(Some(country), *day).is_some());
        kept.map(|day| day.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn every_country_says_where_its_days_are_from_and_names_them_in_both_languages() {
        let codes: Vec<&str> = holidays().all.iter().map(|c| c.code.as_str()).collect();
        assert_eq!(codes, ["IT", "SM", "CH", "FR", "DE", "ES", "GB", "IE", "US"]);
        for country in &holidays().all {
            assert!(!country.source.is_empty(), "{}", country.code);
            assert!(country.checked.parse::<NaiveDate>().is_ok(), "{}", country.code);
            assert!(country.rules.len() >= 4, "{}", country.code);
            for rule in &country.rules {
                assert!(!rule.name.italian.is_empty() && !rule.name.english.is_empty());
            }
        }
    }

    #[test]
    fn a_year_of_each_country_is_as_its_own_calendar_has_it() {
        let italy = "01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26";
        assert_eq!(year("IT", 2026).join(" "), italy);
        let france = "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25";
        assert_eq!(year("FR", 2027).join(" "), france);
        let germany = "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26";
        assert_eq!(year("DE", 2026).join(" "), germany);
        let spain = "01-01 01-06 04-18 05-01 08-15 10-12 11-01 12-06 12-08 12-25";
        assert_eq!(year("ES", 2025).join(" "), spain);
        assert_eq!(year("CH", 2024).join(" "), "01-01 05-09 08-01 12-25");
        let san_marino = "01-01 01-06 02-05 03-25 03-31 04-01 05-01 05-30 07-28 08-15 09-03 \
                          10-01 11-01 11-02 12-08 12-25 12-26";
        assert_eq!(year("SM", 2024).join(" "), san_marino);
        let england = "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28";
        assert_eq!(year("GB", 2026).join(" "), england);
        let ireland = "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26";
        assert_eq!(year("IE", 2026).join(" "), ireland);
        let states = "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25";
        assert_eq!(year("US", 2026).join(" "), states);
    }

    #[test]
    fn easter_takes_its_days_along() {
        for easter in ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"] {
            assert_eq!(named("IT", easter), Some(("Easter Sunday", false)));
            let monday = date(easter) + Days::new(1);
            assert_eq!(named("IT", &monday.to_string()), Some(("Easter Monday", false)));
            assert_eq!(named("GB", easter), None, "no bank holiday");
        }
    }

    #[test]
    fn a_day_on_a_weekend_is_kept_as_each_country_keeps_it() {
        // England: 2021 and 2022 as gov.uk had them.
        assert_eq!(named("GB", "2021-12-27"), Some(("Christmas Day", true)));
        assert_eq!(named("GB", "2021-12-28"), Some(("Boxing Day", true)));
        assert_eq!(named("GB", "2022-01-03"), Some(("New Year’s Day", true)));
        assert_eq!(named("GB", "2022-12-26"), Some(("Boxing Day", false)));
        assert_eq!(named("GB", "2022-12-27"), Some(("Christmas Day", true)));
        // The first of January 2022 was a Saturday.
        assert_eq!(named("US", "2021-12-31"), Some(("New Year’s Day", true)));
        assert_eq!(named("US", "2027-07-05"), Some(("Independence Day", true)));
        assert_eq!(named("IT", "2027-08-16"), None, "a Sunday that is lost");
        assert_eq!(named("IE", "2030-02-01"), Some(("St Brigid’s Day", false)), "a Friday");
    }

    #[test]
    fn a_day_is_kept_from_its_first_year_on() {
        assert_eq!(named("IT", "2025-10-04"), None);
        assert_eq!(named("IT", "2026-10-04"), Some(("St Francis", false)));
        assert_eq!(named("US", "2020-06-19"), None);
        assert_eq!(named("IE", "2022-02-07"), None);
    }

    #[test]
    fn of_a_country_that_is_not_known_nothing_is_said() {
        assert_eq!(named("JP", "2026-12-25"), None);
        assert_eq!(holidays().on(None, date("2026-12-25")), None);
        assert_eq!(named("it", "2026-12-25"), Some(("Christmas Day", false)));
    }

    #[test]
    fn a_row_that_says_no_day_is_refused() {
        let row = r#"{"country":[{"code":"XX","source":"s","checked":"2026-11-23","holiday":[{"on":"12-25","it":"Natale","en":"Christmas"}]}]}"#;
        assert!(read(row).is_some());
        for odd in ["soon", "easter+x", "0 mon", "last foo 05"] {
            let wrong: &'static str = row.replace("12-25", odd).leak();
            assert_eq!(read(wrong), None, "{odd}");
        }
    }
}
