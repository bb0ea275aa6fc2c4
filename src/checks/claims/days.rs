//! Days and months: "lunedì 24", "24/11", "Nov 24th", "questo weekend".
//!
//! Owns how a day is written in either language; how a year is, is in `years`. What it means
//! on a given day is `value`'s.

use super::dates::{counts, same_line_end};
use super::page::{Case, Kind, Page};
use super::tables::is;
use super::value::{Bound, Day, stem};
use super::years::{century, with_year, year};

pub(super) fn day(page: &Page, i: usize) -> Option<(Day, usize)> {
    let (mut day, end) = bare_day(page, i)?;
    // "dal 3 al 19": the word is the range's own.
    day.bound = if day.until == 0 { frame(page, i) } else { Bound::Exactly };
    Some((day, end))
}

fn frame(page: &Page, i: usize) -> Bound {
    let word = |back: usize| i.checked_sub(back).map_or("", |at| page.word(at));
    let at = |back: usize| match (word(back + 1), word(back)) {
        ("fino", "a" | "al" | "all" | "alla")
        | (_, "entro" | "until" | "till" | "by" | "through") => Some(Bound::UpTo),
        (_, "da" | "dal" | "dall" | "dalla" | "from" | "since" | "starting") => Some(Bound::From),
        _ => None,
    };
    // The phrase may begin with its own article or lead.
    at(0)
        .or_else(|| at(1))
        .or_else(|| {
            if page.has(i.saturating_sub(1), is::DETERMINER)
                || page.is_sign(i.saturating_sub(1), &['\'', '’'])
            {
                at(2)
            } else {
                None
            }
        })
        .unwrap_or_default()
}

fn bare_day(page: &Page, i: usize) -> Option<(Day, usize)> {
    let sense = page.sense(i)?;
    if let Some(ahead) = sense.days {
        return Some((Day { ahead: Some(ahead), ..Day::default() }, i + 1));
    }
    if let Some(found) = of_month(page, i).or_else(|| century(page, i)) {
        return Some(found);
    }
    if sense.weekday != 0 && page.kind(i) == Some(Kind::Word) {
        let every = i > 0 && matches!(page.word(i - 1), "ogni" | "every" | "each");
        return weekday(page, i).map(|(day, end)| (Day { every, ..day }, end));
    }
    if page.kind(i) == Some(Kind::Word)
        && matches!(
            page.word(i),
            "mondays"
                | "tuesdays"
                | "wednesdays"
                | "thursdays"
                | "fridays"
                | "saturdays"
                | "sundays"
        )
    {
        let word = page.word(i);
        let weekday = page.table.sense(&word[..word.len() - 1]).weekday;
        return Some((Day { weekday, every: true, ..Day::default() }, i + 1));
    }
    if let weekday @ (6 | 7) = match page.word(i) {
        "sabati" => 6,
        "domeniche" => 7,
        _ => 0,
    } {
        return Some((Day { weekday, every: true, ..Day::default() }, i + 1));
    }
    named(page, i)
        .or_else(|| slashed(page, i))
        .or_else(|| day_month(page, i))
        .or_else(|| month_day(page, i))
        .or_else(|| led_day(page, i))
        .or_else(|| year(page, i))
}

/// "il primo giovedì del mese", "every last Friday".
fn of_month(page: &Page, i: usize) -> Option<(Day, usize)> {
    let nth = match page.word(i) {
        "primo" | "prima" | "first" => 1,
        "secondo" | "seconda" | "second" => 2,
        "terzo" | "terza" | "third" => 3,
        "quarto" | "quarta" | "fourth" => 4,
        "ultimo" | "ultima" | "last" => 5,
        _ => return None,
    };
    let weekday = page.sense(i + 1).filter(|sense| !sense.short)?.weekday;
    let each = i > 0 && matches!(page.word(i - 1), "ogni" | "every" | "each");
    let of_each = (i + 2..i + 5).any(|at| matches!(page.word(at), "mese" | "month"));
    let found = Day { weekday, nth, ..Day::default() };
    (weekday != 0 && (each || of_each)).then_some((found, i + 2))
}

fn weekday(page: &Page, i: usize) -> Option<(Day, usize)> {
    let sense = page.sense(i)?;
    let dot = |at: usize| usize::from(sense.short && page.is_sign(at, &['.']) && page.touches(at));
    let mut next = i + 1 + dot(i + 1);
    let mut found = Day { weekday: sense.weekday, ..Day::default() };
    let to = page.is_sign(next, &['-', '–', '—'])
        || matches!(page.word(next), "a" | "al" | "alla" | "to" | "through" | "till");
    let last = page.sense(next + 1).map_or(0, |s| s.weekday);
    if to && last != 0 {
        found.until_weekday = last;
        next += 2;
        next += usize::from(
            page.is_sign(next, &['.']) && page.sense(next - 1)?.short && page.touches(next),
        );
        return Some((found, next));
    }
    // "mer", "sat" alone are words like others.
    let mut at = next + usize::from(page.is_sign(next, &[',']));
    while matches!(page.word(at), "il" | "the" | "l" | "on") || page.is_sign(at, &['\'', '’']) {
        at += 1;
    }
    let rest = slashed(page, at).or_else(|| day_month(page, at)).or_else(|| month_day(page, at));
    if let Some((day, end)) = rest {
        return Some((Day { weekday: sense.weekday, ..day }, end));
    }
    if let Some((number, end)) = number(page, at)
        && !counts(page, end, false)
        && !(page.is_sign(end, &[':', '.', '/', '-', '–']) && page.touches(end + 1))
        && page.word(end) != "h"
        && (page.table.italian && at == next
            || page.word(at.saturating_sub(1)) == "the"
            || page.word(at.saturating_sub(1)) == "il")
    {
        return Some((Day { day: number, ..found }, end));
    }
    if sense.short {
        let sure = page.tokens[i].case != Case::Lower && dot(i + 1) == 1;
        return sure.then_some((found, next));
    }
    // "Black Friday", "Cyber Monday" are feasts.
    if i > 0 && matches!(page.word(i - 1), "black" | "cyber") {
        found = Day { name: stem(page.word(i - 1)), ..Day::default() };
    }
    Some((found, next))
}

/// A day of the month, 1 to 31, with its ordinal ending.
fn number(page: &Page, i: usize) -> Option<(u8, usize)> {
    if !page.is_free(i) {
        return None;
    }
    let value: u8 = match page.kind(i)? {
        Kind::Digits => page.raw(i).parse().ok()?,
        Kind::Word if page.word(i) == "primo" => 1,
        Kind::Word if page.table.italian => u8::try_from(page.sense(i)?.number?).ok()?,
        _ => return None,
    };
    let ordinal = page.touches(i + 1)
        && (page.is_sign(i + 1, &['°', 'º']) || page.sense(i + 1).is_some_and(|s| s.ordinal));
    ((1..=31).contains(&value)).then_some((value, i + 1 + usize::from(ordinal)))
}

fn month(page: &Page, i: usize) -> Option<(u8, usize)> {
    let sense = page.sense(i).filter(|s| s.month != 0 && page.kind(i) == Some(Kind::Word))?;
    let dot = sense.short && page.is_sign(i + 1, &['.']) && page.touches(i + 1);
    Some((sense.month, i + 1 + usize::from(dot)))
}

/// "24 novembre", "24-26 novembre 2026", "the 24th of November".
fn day_month(page: &Page, i: usize) -> Option<(Day, usize)> {
    let start = i + usize::from(matches!(page.word(i), "the"));
    let (first, mut at) = number(page, start)?;
    let mut found = Day { day: first, ..Day::default() };
    if let Some((last, month, end)) = other_end(page, at) {
        (found.until, found.month) = (last, month);
        return Some(with_year(page, found, end));
    }
    at += usize::from(matches!(page.word(at), "of" | "di"));
    let (name, mut end) = month(page, at)?;
    found.month = name;
    // "dal 24 novembre al 6 gennaio", each with its year or the last one alone.
    let (dated, behind) = with_year(page, found, end);
    if let Some((last, other, after)) = other_end(page, behind)
        && !matches!(page.word(behind), "e" | "ed" | "and" | "o" | "or")
    {
        (found.until, found.until_month, end) = (last, other, after);
        let (whole, end) = with_year(page, found, end);
        let year = match (dated.year, whole.year) {
            (0, 0) => 0,
            (0, year) => year - i32::from(whole.wraps()),
            (year, _) => year,
        };
        return Some((Day { year, ..whole }, end));
    }
    Some((dated, behind))
}

/// "al 19 dicembre", "to Saturday 19 December": the last day of a range and its month.
fn other_end(page: &Page, i: usize) -> Option<(u8, u8, usize)> {
    let next = joined(page, i)?;
    let named = page.sense(next).is_some_and(|sense| sense.weekday != 0);
    let (last, after) = number(page, next + usize::from(named))?;
    let of = after + usize::from(matches!(page.word(after), "of" | "di"));
    let (month, end) = month(page, of)?;
    Some((last, month, end))
}

/// The token behind what joins two ends of a range of days.
fn joined(page: &Page, i: usize) -> Option<usize> {
    let sign = page.is_sign(i, &['-', '–', '—', '/']);
    let word = matches!(
        page.word(i),
        "al" | "a" | "to" | "e" | "and" | "ed" | "all" | "until" | "o" | "or" | "till" | "through"
    );
    let next = i + 1;
    let next = next + usize::from(matches!(page.word(next), "l" | "the" | "il"));
    (sign || word).then(|| next + usize::from(page.is_sign(next, &['\'', '’'])))
}

/// "November 24th, 2026", "Nov 24–26", "novembre 2026", a month alone.
fn month_day(page: &Page, i: usize) -> Option<(Day, usize)> {
    let (name, at) = month(page, i)?;
    let sense = page.sense(i)?;
    let mut found = Day { month: name, ..Day::default() };
    if !page.table.italian
        && let Some((first, mut end)) = number(page, at)
        && !page.is_sign(end, &['%', '€'])
        && !(page.is_sign(end, &[':']) && page.touches(end + 1))
        && !counts(page, end, false)
    {
        found.day = first;
        if let Some((last, other, after)) = month_end(page, end) {
            (found.until, found.until_month, end) = (last, other, after);
        }
        return Some(with_year(page, found, end));
    }
    let (dated, end) = with_year(page, found, at);
    if dated.year != 0 && !page.is_sign(at, &[',']) {
        return Some((dated, end));
    }
    // "may", "march", "set" are other words too.
    let verbal = matches!(page.word(i), "may" | "march" | "august")
        && (page.tokens[i].case == Case::Lower
            || i == 0
            || page.tokens[i - 1].sentence != page.tokens[i].sentence
            || page.word(i) == "may" && !page.has(i - 1, is::YEAR_LEAD));
    (!sense.short && !verbal).then_some((found, at))
}

/// "–26", "to January 3" behind the first day of a range; no month where it is the same one.
fn month_end(page: &Page, i: usize) -> Option<(u8, u8, usize)> {
    let next = joined(page, i)?;
    let sign = page.is_sign(i, &['-', '–', '—']);
    let named = month(page, next);
    let word = named.is_some() && matches!(page.word(i), "to" | "until" | "till" | "through");
    let (other, at) = named.unwrap_or((0, next));
    let (last, end) = number(page, at).filter(|_| sign || word)?;
    Some((last, other, end))
}

/// `24/11`, `24/11/2026`, `24.11.2026`, `2026-11-24`.
fn slashed(page: &Page, i: usize) -> Option<(Day, usize)> {
    if page.kind(i)? != Kind::Digits || !page.is_free(i) {
        return None;
    }
    let raw = page.raw(i);
    let full = |day: u8, month: u8, year: i32| {
        let year = if year < 100 { year + 2000 } else { year };
        let valid =
            (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..2200).contains(&year);
        valid.then_some(Day { year, month, day, ..Day::default() })
    };
    let parts: Vec<&str> = raw.split('.').collect();
    if let [day, month, year] = parts[..]
        && (year.len() == 4 || year.len() == 2 && month.len() == 2)
    {
        return Some((full(day.parse().ok()?, month.parse().ok()?, year.parse().ok()?)?, i + 1));
    }
    let part =
        |at: usize| (page.kind(at) == Some(Kind::Digits) && page.touches(at)).then(|| page.raw(at));
    let sign = |at: usize, c: char| page.is_sign(at, &[c]) && page.touches(at);
    for c in ['/', '-'] {
        if sign(i + 1, c)
            && let Some(second) = part(i + 2)
            && sign(i + 3, c)
            && let Some(third) = part(i + 4)
        {
            let day = if raw.len() == 4 {
                full(third.parse().ok()?, second.parse().ok()?, raw.parse().ok()?)
            } else if matches!(third.len(), 2 | 4) {
                full(raw.parse().ok()?, second.parse().ok()?, third.parse().ok()?)
            } else {
                None
            };
            return day.map(|day| (day, i + 5));
        }
    }
    // Two parts: a fraction, unless something says it is a day.
    let second = part(i + 2).filter(|_| sign(i + 1, '/'))?;
    let (day, month): (u8, u8) = (raw.parse().ok()?, second.parse().ok()?);
    let led = i > 0
        && (page.has(i - 1, is::DATE_LEAD | is::DETERMINER)
            || page.is_sign(i - 1, &['\'', '’'])
            || page.tokens[i - 1].sense.weekday != 0
            || page.has(i - 1, is::FROM | is::UP_TO));
    let likely = day > 12 || second.len() == 2;
    let whole = (day, month) != (24, 7) && (1..=31).contains(&day) && (1..=12).contains(&month);
    (whole && (led || likely)).then_some((Day { month, day, ..Day::default() }, i + 3))
}

/// "il 24", "dal 24 al 26", "the 24th": a day of a month that is not said.
fn led_day(page: &Page, i: usize) -> Option<(Day, usize)> {
    let word = page.word(i);
    let italian = page.table.italian;
    let fits = if italian {
        matches!(word, "il" | "al" | "dal" | "del" | "l" | "dall" | "all" | "dell")
    } else {
        word == "the"
    };
    if !fits {
        return None;
    }
    let at = i + 1 + usize::from(page.is_sign(i + 1, &['\'', '’']));
    if page.kind(at)? != Kind::Digits {
        return None;
    }
    if let Some(whole) = day_month(page, at) {
        return Some(whole);
    }
    let (day, mut end) = number(page, at)?;
    // In English only the ending makes it a day.
    if !italian && end == at + 1 {
        return None;
    }
    let mut found = Day { day, ..Day::default() };
    if let Some((last, after)) = joined(page, end).and_then(|next| number(page, next))
        && matches!(word, "dal" | "dall")
        && !matches!(page.word(end), "e" | "o")
    {
        (found.until, end) = (last, after);
        if let Some((month, after)) = month(page, end) {
            found.month = month;
            return Some(with_year(page, found, after));
        }
    }
    let glued = page.is_sign(end, &['%', '/', ':', '€'])
        || page.phrase(end).is_some()
        || page.has(end, is::PERCENT)
        || page.touches(end) && page.kind(end) == Some(Kind::Word);
    (!glued
        && !counts(page, end, false)
        && page.content(end).is_none_or(|_| same_line_end(page, end)))
    .then_some((found, end))
}

/// "questo weekend", "next week", "entro Natale".
fn named(page: &Page, i: usize) -> Option<(Day, usize)> {
    let this = match page.word(i) {
        "questo" | "questa" | "this" => "this",
        "prossimo" | "prossima" | "next" => "next",
        "scorso" | "scorsa" | "last" => "last",
        _ => "",
    };
    let mix = |of: &str| Some(Day { name: stem(this) ^ stem(of), near: true, ..Day::default() });
    if !this.is_empty() {
        let sense = page.sense(i + 1)?;
        if sense.weekend {
            return mix("weekend").map(|day| (day, i + 2));
        }
        if page.word(i + 1) == "fine" && page.word(i + 2) == "settimana" {
            return mix("weekend").map(|day| (day, i + 3));
        }
        if matches!(page.word(i + 1), "settimana" | "week" | "mese" | "month") && this != "last" {
            return mix(page.word(i + 1)).map(|day| (day, i + 2));
        }
        if sense.weekday != 0 {
            return weekday(page, i + 1);
        }
    }
    if matches!(page.word(i), "settimana" | "mese")
        && matches!(page.word(i + 1), "prossima" | "prossimo")
    {
        let name = stem("next") ^ stem(page.word(i));
        return Some((Day { name, near: true, ..Day::default() }, i + 2));
    }
    let sense = page.sense(i)?;
    if sense.feast {
        let led = (1..=2).any(|back| {
            i.checked_sub(back).is_some_and(|at| {
                matches!(
                    page.word(at),
                    "entro" | "until" | "by" | "before" | "fino" | "prima" | "a" | "at" | "on"
                )
            })
        });
        return led.then_some((Day { name: stem(page.word(i)), ..Day::default() }, i + 1));
    }
    None
}
