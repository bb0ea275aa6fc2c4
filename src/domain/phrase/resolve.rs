//! What was said, held against a day: which date it is, and which other it could be.
//!
//! Owns the rules for weekdays, missing years and the parts of a day. A day without a
//! year never falls into the past by itself.

use super::scan::{Anchor, MonthOf, Said};
use super::words::{DayPart, Edge, Unit, Which};
use super::{Doubt, Misread, NotUnderstood, Reading, Resolved};
use crate::domain::Week;
use chrono::Timelike as _;
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// A day, whether it stands for its week, and the other day it could be.
type Day = (NaiveDate, bool, Option<(Doubt, NaiveDate)>);

pub(super) fn resolve(mut said: Said, now: NaiveDateTime) -> Result<Resolved, NotUnderstood> {
    // "tuesday 9 in the evening", "next tue 9": said of an hour, not of a day.
    let of_hour = said.part.is_some() || matches!(said.weekday, Some((.., Some(_))));
    if let (true, true, None, Some((at, Anchor::DayOfMonth(hour)))) =
        (said.bare, of_hour, said.time, said.anchor)
    {
        let none = NotUnderstood { at, why: Misread::NoSuchTime };
        said.time = Some(NaiveTime::from_hms_opt(hour, 0, 0).ok_or(none)?);
        said.anchor = None;
    }
    let (time, other) = times_of(&said)?;
    let first = at_time(&said, time, now)?;
    let first =
        if said.week_of { Resolved { whole_week: true, ..in_week_of(first) } } else { first };
    let Some(other) = other.filter(|_| first.ambiguous.is_none()) else { return Ok(first) };
    let other = at_time(&said, Some(other), now)?.reading();
    Ok(Resolved { ambiguous: Some((Doubt::MorningOrEvening, other)), ..first })
}

/// "w/c 9 dec" is the week of the ninth, whatever its weekday.
fn in_week_of(day: Resolved) -> Resolved {
    let monday = |reading: Reading| Reading { date: Week::of(reading.date).monday(), ..reading };
    let ambiguous = day.ambiguous.map(|(why, other)| (why, monday(other)));
    Resolved { date: monday(day.reading()).date, ambiguous, ..day }
}

fn at_time(
    said: &Said,
    time: Option<NaiveTime>,
    now: NaiveDateTime,
) -> Result<Resolved, NotUnderstood> {
    let today = now.date();
    if let (true, None, Some((at, Anchor::DayOfMonth(number))), Some((_, weekday, None))) =
        (said.bare && !said.maybe_march, time, said.anchor, said.weekday)
    {
        return weekday_and_figure(number, weekday, now).map_err(|why| NotUnderstood { at, why });
    }
    let (date, whole_week, other) = match (said.anchor, said.weekday) {
        (Some((at, anchor)), weekday) => {
            let none = NotUnderstood { at, why: Misread::NoSuchTime };
            if let Anchor::Count(hours, Unit::Hour) = anchor {
                let then = TimeDelta::try_hours(hours).and_then(|d| now.checked_add_signed(d));
                return Ok(in_hours(then.ok_or(none)?));
            }
            match (anchor, weekday) {
                (Anchor::DayOfMonth(number), _) if said.maybe_march => {
                    tuesday_or_march(number, today).ok_or(none)?
                }
                (_, None) => anchored(anchor, today).ok_or(none)?,
                (_, Some((at, weekday, _))) => {
                    let day = anchored(anchor, today).ok_or(none)?;
                    let differs = NotUnderstood { at, why: Misread::OtherWeekday(day.0) };
                    with_weekday(day, anchor, weekday, today).ok_or(differs)?
                }
            }
        }
        (None, Some((_, weekday, which))) => on_weekday(weekday, which, now, time),
        // Only an hour: today while it is still to come.
        (None, None) => match time {
            Some(time) if today.and_time(time) < now => (today + Days::new(1), false, None),
            Some(_) => (today, false, None),
            None => return Err(NotUnderstood { at: 0, why: Misread::UnknownWord }),
        },
    };
    let weeks = Days::new(said.later.saturating_mul(7));
    let none = NotUnderstood { at: 0, why: Misread::NoSuchTime };
    let later = |date: NaiveDate| {
        date.checked_add_days(weeks).filter(|date| date.year() <= 9999).ok_or(none)
    };
    // "tuesday week" said on a Tuesday: no doubt is left.
    let other = other.filter(|(why, _)| said.later == 0 || *why != Doubt::TodayOrNextWeek);
    let ambiguous = match other {
        Some((why, date)) => Some((why, Reading { date: later(date)?, time })),
        None => None,
    };
    Ok(Resolved { date: later(date)?, time, whole_week, ambiguous })
}

/// "tues 9": the ninth where it is a Tuesday, nine o'clock on the coming one, or both.
fn weekday_and_figure(
    number: u32,
    weekday: Weekday,
    now: NaiveDateTime,
) -> Result<Resolved, Misread> {
    /// Hours at which a bare figure is heard as one.
    const WAKING: std::ops::RangeInclusive<u32> = 7..=21;
    /// Days within which a day of the month is meant before an hour.
    const SOON: i64 = 31;
    let today = now.date();
    let (coming, past) = agreeing(number, weekday, today);
    let hour = || {
        let time = NaiveTime::from_hms_opt(number, 0, 0).filter(|_| WAKING.contains(&number))?;
        let (date, ..) = on_weekday(weekday, None, now, Some(time));
        Some((Doubt::HourOrDay, Reading { date, time: Some(time) }))
    };
    let day = |date: NaiveDate| Reading { date, time: None };
    let soon = |date: &NaiveDate| (*date - today).num_days() <= SOON;
    let readings = [
        coming.filter(soon).map(|date| (Doubt::HourOrDay, day(date))),
        hour(),
        coming.filter(|date| !soon(date)).map(|date| (Doubt::HourOrDay, day(date))),
        past.map(|date| (Doubt::GoneByOrComing, day(date))),
    ];
    let mut readings = readings.into_iter().flatten();
    let Some((_, first)) = readings.next() else {
        let day = anchored(Anchor::DayOfMonth(number), today).ok_or(Misread::NoSuchTime)?;
        return Err(Misread::OtherWeekday(day.0));
    };
    // An hour and a day are told apart as such, whichever of the two has gone by.
    let ambiguous = readings
        .next()
        .map(|(why, other)| (if first.time == other.time { why } else { Doubt::HourOrDay }, other));
    Ok(Resolved { date: first.date, time: first.time, whole_week: false, ambiguous })
}

/// The next such weekday on that day of its month, within the quarter, and the last one,
/// of this month or the one before.
fn agreeing(
    number: u32,
    weekday: Weekday,
    today: NaiveDate,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let fits = |date: &NaiveDate| date.weekday() == weekday;
    let coming = (0..3).filter_map(|n| (first_of(today)? + Months::new(n)).with_day(number));
    let past = (0..2).filter_map(|n| (first_of(today)? - Months::new(n)).with_day(number));
    let coming = { coming }.find(|date| *date >= today && fits(date));
    (coming, { past }.find(|date| *date < today && fits(date)))
}

fn in_hours(then: NaiveDateTime) -> Resolved {
    let time = NaiveTime::from_hms_opt(then.hour(), then.minute(), 0);
    Resolved { date: then.date(), time, whole_week: false, ambiguous: None }
}

/// "alle 9 di sera" is 21:00; "alle 21 del mattino" is nothing; "half seven" is in the
/// evening, and could be in the morning.
fn times_of(said: &Said) -> Result<(Option<NaiveTime>, Option<NaiveTime>), NotUnderstood> {
    /// Hours that are more often of the evening.
    const LATE: u32 = 8;
    let Some(time) = said.time else { return Ok((None, None)) };
    let evening = time + TimeDelta::hours(12);
    let Some(part) = said.part else {
        return Ok(match said.either_half {
            false => (Some(time), None),
            true if time.hour() < LATE => (Some(evening), Some(time)),
            true => (Some(time), Some(evening)),
        });
    };
    let early = time.hour() < 12;
    let time = match part {
        DayPart::Morning if early => Some(time),
        DayPart::Morning => None,
        DayPart::Afternoon | DayPart::Evening if early => Some(evening),
        DayPart::Afternoon | DayPart::Evening => Some(time),
    };
    let none = NotUnderstood { at: 0, why: Misread::NoSuchTime };
    time.map(|time| (Some(time), None)).ok_or(none)
}

fn anchored(anchor: Anchor, today: NaiveDate) -> Option<Day> {
    let exact = |date: NaiveDate| (date, false, None);
    match anchor {
        Anchor::Full { year, month, day } => {
            NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(exact)
        }
        Anchor::DayMonth { day, month, slashed } => {
            let (date, past) = coming(today, day, month)?;
            let swapped = || coming(today, month, day).filter(|_| slashed && day != month);
            let other = past
                .map(|past| (Doubt::LastOrNextYear, past))
                .or_else(|| swapped().map(|(date, _)| (Doubt::DayOrMonthFirst, date)));
            Some((date, false, other))
        }
        Anchor::DayOfMonth(day) => (0..12)
            .filter_map(|months| (first_of(today)? + Months::new(months)).with_day(day))
            .find(|date| *date >= today)
            .map(exact),
        Anchor::Count(n, unit) => count(today, n, unit).map(exact),
        Anchor::Week { year, number } => {
            let week = week(year, number, today)?;
            let past = week_gone_by(year, number, week, today);
            let other = past.map(|past| (Doubt::LastOrNextYear, past.monday()));
            Some((week.monday(), true, other))
        }
        Anchor::WeekFromNow(n) => Some(whole(Week::of(today).offset(n))),
        Anchor::MonthEdge(edge, of) => month_edge(edge, of, today).map(exact),
        Anchor::Feast(feast) => feast.coming(today).map(exact),
        Anchor::YearEnd => NaiveDate::from_ymd_opt(today.year(), 12, 31).map(exact),
    }
}

fn whole(week: Week) -> Day {
    (week.monday(), true, None)
}

fn first_of(date: NaiveDate) -> Option<NaiveDate> {
    date.with_day(1)
}

/// The next such day, and the last one where that is the nearer of the two.
fn coming(today: NaiveDate, day: u32, month: u32) -> Option<(NaiveDate, Option<NaiveDate>)> {
    // Eight years, because a 29 February can be that far away.
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    let date = (today.year()..=today.year() + 8).filter_map(in_year).find(|d| *d >= today)?;
    let past = in_year(today.year()).filter(|d| *d < today && today - *d < date - today);
    Some((date, past))
}

fn count(today: NaiveDate, n: i64, unit: Unit) -> Option<NaiveDate> {
    let steps = u32::try_from(n.unsigned_abs()).ok()?;
    let days = |each: u64| {
        let days = Days::new(u64::from(steps) * each);
        if n < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) }
    };
    let months = |each: u32| {
        let months = Months::new(steps.checked_mul(each)?);
        if n < 0 { today.checked_sub_months(months) } else { today.checked_add_months(months) }
    };
    let date = match unit {
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Month => months(1),
        Unit::Year => months(12),
        Unit::Hour => None,
    };
    date.filter(|date| (1..=9999).contains(&date.year()))
}

/// A week without its year is this year's, or next year's once it has gone by.
fn week(year: Option<u32>, number: u32, today: NaiveDate) -> Option<Week> {
    let this = Week::of(today);
    match year {
        Some(year) => Week::new(i32::try_from(year).ok()?, number),
        None => (this.year..=this.year + 8)
            .filter_map(|year| Week::new(year, number))
            .find(|week| *week >= this),
    }
}

/// This year's week where it has gone by and is nearer than the one to come.
fn week_gone_by(year: Option<u32>, number: u32, week: Week, today: NaiveDate) -> Option<Week> {
    let past = Week::new(Week::of(today).year, number).filter(|_| year.is_none())?;
    let nearer = today - past.monday() < week.monday() - today;
    (past < Week::of(today) && nearer).then_some(past)
}

fn month_edge(edge: Edge, of: MonthOf, today: NaiveDate) -> Option<NaiveDate> {
    let day_in = |first: NaiveDate| match edge {
        Edge::Start => Some(first),
        Edge::Middle => first.with_day(15),
        Edge::End => (first + Months::new(1)).pred_opt(),
    };
    match of {
        MonthOf::FromNow(n) => {
            let first = first_of(count(first_of(today)?, n, Unit::Month)?)?;
            // "inizio mese" once the first has gone by is the next month's.
            let date = day_in(first)?;
            if n == 0 && date < today { day_in(first + Months::new(1)) } else { Some(date) }
        }
        MonthOf::Named(month) => (today.year()..=today.year() + 1)
            .filter_map(|year| day_in(NaiveDate::from_ymd_opt(year, month, 1)?))
            .find(|date| *date >= today),
    }
}

/// "mar 24": the Tuesday where there is one soon, else the month.
fn tuesday_or_march(number: u32, today: NaiveDate) -> Option<Day> {
    let (next, past) = agreeing(number, Weekday::Tue, today);
    // One that is long past is no longer spoken of by its weekday.
    let tuesday = next.or(past.filter(|past| (today - *past).num_days() <= 14));
    let march = coming(today, number, 3).map(|(date, _)| date);
    match (tuesday, march) {
        (Some(tuesday), Some(march)) if tuesday != march => {
            Some((tuesday, false, Some((Doubt::TuesdayOrMarch, march))))
        }
        (date, march) => Some((date.or(march)?, false, None)),
    }
}

/// A weekday beside a date confirms it; beside a week it picks the day.
fn with_weekday(day: Day, anchor: Anchor, weekday: Weekday, today: NaiveDate) -> Option<Day> {
    let (date, _, other) = day;
    let in_week = |date: NaiveDate| Week::of(date).days()[weekday.num_days_from_monday() as usize];
    match anchor {
        Anchor::Week { .. } | Anchor::WeekFromNow(_) | Anchor::Count(_, Unit::Week) => {
            Some((in_week(date), false, None))
        }
        // "mer 25 alle 9": the coming Wednesday the 25th, else the one that has gone by.
        Anchor::DayOfMonth(number) => match agreeing(number, weekday, today) {
            (Some(coming), past) => {
                let nearer = |past: &NaiveDate| today - *past < coming - today;
                let past = past.filter(nearer).map(|past| (Doubt::GoneByOrComing, past));
                Some((coming, false, past))
            }
            (None, past) => past.map(|past| (past, false, None)),
        },
        _ if date.weekday() == weekday => Some((date, false, None)),
        // The weekday tells which of two readings was meant.
        _ => {
            let (_, date) = other.filter(|(_, date)| date.weekday() == weekday)?;
            Some((date, false, None))
        }
    }
}

fn on_weekday(
    weekday: Weekday,
    which: Option<Which>,
    now: NaiveDateTime,
    time: Option<NaiveTime>,
) -> Day {
    let today = now.date();
    let ahead = u64::from(
        (weekday.num_days_from_monday() + 7 - today.weekday().num_days_from_monday()) % 7,
    );
    let first = today + Days::new(ahead);
    let week = Days::new(7);
    match which {
        Some(Which::This) => (first, false, None),
        Some(Which::Last) => (first - week, false, None),
        Some(Which::Next) => {
            let next = if ahead == 0 { first + week } else { first };
            // Weeks begin on Monday here and on Sunday elsewhere: within either, "next"
            // may skip the coming one.
            let near = Week::of(next) == Week::of(today)
                || Week::of(next + Days::new(1)) == Week::of(today + Days::new(1));
            (next, false, near.then(|| (Doubt::NextWeekday, next + week)))
        }
        None if ahead > 0 => (first, false, None),
        None if time.is_some_and(|time| today.and_time(time) < now) => (first + week, false, None),
        None => (first, false, Some((Doubt::TodayOrNextWeek, first + week))),
    }
}
