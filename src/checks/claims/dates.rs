//! Days, months, years and hours: "lunedì 24", "24/11", "Nov 24th", "dalle 9 alle 18".
//!
//! Owns where they begin and end in a text; it runs before the figures.

use super::page::{Case, Kind, Page};
use super::read::Found;
use super::tables::is;
use super::value::{Bound, Day, Hour, Value, stem};
use crate::domain::ClaimKind;

pub(super) fn find(page: &mut Page, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        if !page.is_free(i) {
            i += 1;
            continue;
        }
        let read = hour(page, i)
            .map(|(hour, end)| (Value::Hour(hour), end))
            .or_else(|| day(page, i).map(|(day, end)| (Value::Day(day), end)));
        let Some((value, end)) = read else {
            i += 1;
            continue;
        };
        // A lead word ("alle", "the") is part of the phrase, not of the claim.
        let mut start = i;
        while start + 1 < end && lead_only(page, start) {
            start += 1;
        }
        page.take(i..end);
        found.push(Found {
            kind: ClaimKind::Date,
            span: page.span(start..end),
            tokens: start..end,
            value,
        });
        i = end;
    }
}

fn lead_only(page: &Page, i: usize) -> bool {
    let sense = page.tokens[i].sense;
    page.kind(i) == Some(Kind::Word)
        && sense.has(is::STOP | is::CLOCK | is::DATE_LEAD | is::YEAR_LEAD)
        && sense.month == 0
        && sense.weekday == 0
        && sense.days.is_none()
        && sense.number.is_none()
        && !matches!(page.word(i), "questo" | "questa" | "this" | "next" | "prossimo" | "prossima")
        || page.is_sign(i, &['\'', '’'])
}

// ---- hours ----

/// `18:30`, `9.30`, `6pm`, `18h`: minutes, the token behind, and how sure it is an hour.
#[derive(Clone, Copy)]
struct Time {
    minutes: u16,
    next: usize,
    sure: bool,
    half: bool,
}

fn time(page: &Page, i: usize, led: bool) -> Option<Time> {
    match page.word(i) {
        "mezzogiorno" | "noon" | "midday" => {
            return Some(Time { minutes: 720, next: i + 1, sure: true, half: false });
        }
        "mezzanotte" | "midnight" => {
            return Some(Time { minutes: 0, next: i + 1, sure: true, half: false });
        }
        _ => {}
    }
    if !page.is_free(i) || (page.touches(i) && page.kind(i - 1) == Some(Kind::Word)) {
        return None;
    }
    let raw = page.raw(i);
    let (mut hours, mut minutes, mut next, mut sure);
    (minutes, next, sure) = (0u16, i + 1, false);
    match page.kind(i)? {
        Kind::Digits => {
            if let Some((h, m)) = raw.split_once('.') {
                if m.len() != 2 || !(led || ampm(page, i + 1).is_some()) {
                    return None;
                }
                (hours, minutes) = (h.parse().ok()?, m.parse().ok()?);
                sure = led;
            } else {
                hours = raw.parse().ok()?;
                let colon =
                    page.is_sign(i + 1, &[':']) && page.touches(i + 1) && page.touches(i + 2);
                let h = page.word(i + 1) == "h" && page.touches(i + 1);
                if colon && page.kind(i + 2) == Some(Kind::Digits) && page.raw(i + 2).len() == 2 {
                    minutes = page.raw(i + 2).parse().ok()?;
                    (next, sure) = (i + 3, true);
                } else if h && page.kind(i + 2) == Some(Kind::Digits) && page.touches(i + 2) {
                    minutes = page.raw(i + 2).parse().ok()?;
                    (next, sure) = (i + 3, true);
                } else if h && hours > 6 && led {
                    (next, sure) = (i + 2, true);
                }
            }
        }
        Kind::Word if led => {
            let number = page.sense(i)?.number.filter(|n| (2..=24).contains(n))?;
            hours = number as u16;
        }
        _ => return None,
    }
    if hours > 24 || minutes > 59 {
        return None;
    }
    let mut half = !page.table.italian && hours <= 12;
    if let Some((pm, end)) = ampm(page, next) {
        if hours > 12 {
            return None;
        }
        hours = hours % 12 + if pm { 12 } else { 0 };
        (next, sure, half) = (end, true, false);
    } else if matches!(page.word(next), "o'clock") {
        sure = true;
    } else if page.word(next) == "o"
        && page.is_sign(next + 1, &['\'', '’'])
        && page.word(next + 2) == "clock"
    {
        (next, sure) = (next + 3, true);
    }
    Some(Time { minutes: hours * 60 + minutes, next, sure, half })
}

/// "pm", "p.m.": whether it is the second half, and the token behind.
fn ampm(page: &Page, i: usize) -> Option<(bool, usize)> {
    match page.word(i) {
        "am" => Some((false, i + 1)),
        "pm" => Some((true, i + 1)),
        letter @ ("a" | "p")
            if page.is_sign(i + 1, &['.']) && page.word(i + 2) == "m" && page.touches(i + 2) =>
        {
            let dot = page.is_sign(i + 3, &['.']) && page.touches(i + 3);
            Some((letter == "p", i + 3 + usize::from(dot)))
        }
        _ => None,
    }
}

fn hour(page: &Page, i: usize) -> Option<(Hour, usize)> {
    let word = page.word(i);
    let led = page.kind(i) == Some(Kind::Word) && page.has(i, is::CLOCK)
        || matches!(
            word,
            "from"
                | "until"
                | "till"
                | "by"
                | "tra"
                | "fra"
                | "between"
                | "le"
                | "before"
                | "after"
        );
    let strong = matches!(word, "alle" | "dalle" | "ore" | "h" | "at");
    let mut start = i + usize::from(led);
    if strong && matches!(page.word(start), "ore" | "h") {
        start += 1;
    }
    start += usize::from(led && page.is_sign(start, &['.', '\'', '’']));
    start += usize::from(led && page.word(start) == "le");
    // After a weekday bare figures are hours: "lun-ven 9-18".
    let after_day =
        i > 0 && (i.saturating_sub(2)..i).any(|at| page.sense(at).is_some_and(|s| s.weekday != 0));
    let first = time(page, start, led || after_day)?;
    let sep = page.is_sign(first.next, &['-', '–', '—', '/']);
    let joined = sep
        || matches!(page.word(first.next), "alle" | "to" | "till" | "until" | "all")
        || matches!((word, page.word(first.next)), ("tra" | "fra" | "between", "e" | "and"));
    if joined {
        let mut second = first.next + 1;
        second += usize::from(matches!(page.word(second), "le" | "ore"));
        second += usize::from(page.is_sign(second, &['\'', '’']));
        if let Some(last) = time(page, second, true)
            && (first.sure || last.sure || strong || after_day || word == "from" && opens(page, i))
            && !counts(page, last.next, last.sure)
        {
            let (mut from, mut to) = (first.minutes, last.minutes);
            // "9-6pm", "from 9 to 6".
            if last.sure
                && !last.half
                && first.half
                && from + 720 <= to
                && !page.table.italian
                && from < 420
            {
                from += 720;
            }
            if to <= from && to <= 720 {
                to += 720;
            }
            let half = first.half && last.half;
            return Some((Hour { from, to: Some(to), bound: Bound::Exactly, half }, last.next));
        }
    }
    let sure = first.sure
        && (led
            || first.next > start + 1
            || page.table.italian
            || ampm(page, first.next - 1).is_some());
    let plausible =
        strong && !counts(page, first.next, false) && (page.table.italian || first.minutes <= 720);
    if !(sure || plausible) || page.is_sign(first.next, &['%', '€', '$', '£']) {
        return None;
    }
    // "al massimo alle 9"? The lead says which end it is.
    let bound = match word {
        "dalle" | "from" | "dall" | "after" => Bound::From,
        "until" | "till" | "by" | "before" => Bound::UpTo,
        _ if i > 0 && matches!(page.word(i - 1), "fino" | "entro" | "until") => Bound::UpTo,
        _ => Bound::Exactly,
    };
    Some((
        Hour { from: first.minutes, to: None, bound, half: first.half && !page.table.italian },
        first.next,
    ))
}

/// The sentence is about being open.
fn opens(page: &Page, i: usize) -> bool {
    let sentence = page.tokens[i].sentence;
    (0..page.tokens.len()).any(|at| {
        page.tokens[at].sentence == sentence
            && (page.word(at).starts_with("open")
                || page.word(at).starts_with("hour") && at < i
                || page.tokens[at].sense.weekday != 0)
    })
}

/// What follows is counted: "alle 46 pecore" is no hour.
fn counts(page: &Page, i: usize, sure: bool) -> bool {
    let Some(sense) = page.sense(i) else { return false };
    // "at 12 Mill Lane".
    let street = !page.table.italian && page.tokens[i].case == Case::Capital;
    if sure {
        return false;
    }
    sense.unit.is_some()
        || sense.multiplier.is_some()
        || sense.currency.is_some()
        || page.is_sign(i, &['%', '€', '$', '£'])
        || (page.content(i).is_some()
            && sense.weekday == 0
            && sense.month == 0
            && (page.tokens[i].case == Case::Lower || street)
            && !same_line_end(page, i))
}

fn same_line_end(page: &Page, i: usize) -> bool {
    page.tokens[i].clause != page.tokens[i - 1].clause
}

// ---- days ----

fn day(page: &Page, i: usize) -> Option<(Day, usize)> {
    let (mut day, end) = bare_day(page, i)?;
    day.bound = frame(page, i);
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
    if sense.weekday != 0 && page.kind(i) == Some(Kind::Word) {
        return weekday(page, i);
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
        return Some((Day { weekday, ..Day::default() }, i + 1));
    }
    named(page, i)
        .or_else(|| slashed(page, i))
        .or_else(|| day_month(page, i))
        .or_else(|| month_day(page, i))
        .or_else(|| led_day(page, i))
        .or_else(|| year(page, i))
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
        && !page
            .is_sign(end, &[':', '.', '/', '-', '–'])
            .then(|| page.touches(end))
            .unwrap_or(false)
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

fn four_digits(page: &Page, i: usize) -> Option<(i32, usize)> {
    let raw = page.raw(i);
    if page.kind(i)? != Kind::Digits || raw.len() != 4 || !page.is_free(i) {
        return None;
    }
    let year: i32 = raw.parse().ok()?;
    (1000..=2199).contains(&year).then_some((year, i + 1))
}

fn with_year(page: &Page, mut day: Day, i: usize) -> (Day, usize) {
    let at = i + usize::from(page.is_sign(i, &[',']));
    match four_digits(page, at) {
        Some((year, end)) => {
            day.year = year;
            (day, end)
        }
        None => (day, i),
    }
}

/// "24 novembre", "24-26 novembre 2026", "the 24th of November".
fn day_month(page: &Page, i: usize) -> Option<(Day, usize)> {
    let start = i + usize::from(matches!(page.word(i), "the"));
    let (first, mut at) = number(page, start)?;
    let mut found = Day { day: first, ..Day::default() };
    if let Some((month, end)) = joined(page, at).and_then(|next| {
        let (last, after) = number(page, next)?;
        let of = after + usize::from(matches!(page.word(after), "of" | "di"));
        found.until = last;
        month(page, of)
    }) {
        found.month = month;
        return Some(with_year(page, found, end));
    }
    found.until = 0;
    at += usize::from(matches!(page.word(at), "of" | "di"));
    let (name, mut end) = month(page, at)?;
    found.month = name;
    // "dal 24 novembre al 6 gennaio"
    if let Some(next) = joined(page, end)
        && let Some((last, after)) = number(page, next)
        && let Some((other, after)) =
            month(page, after + usize::from(matches!(page.word(after), "of" | "di")))
        && !matches!(page.word(end), "e" | "ed" | "and" | "o" | "or")
    {
        (found.until, found.until_month, end) = (last, other, after);
    }
    Some(with_year(page, found, end))
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
        if let Some((last, after)) = joined(page, end).and_then(|next| number(page, next))
            && page.is_sign(end, &['-', '–', '—'])
        {
            (found.until, end) = (last, after);
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
        valid.then_some(Day { day, month, year, ..Day::default() })
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
    (whole && (led || likely)).then_some((Day { day, month, ..Day::default() }, i + 3))
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

/// "nel 1987", "since 1987", "inverno 2026/27", "2026".
fn year(page: &Page, i: usize) -> Option<(Day, usize)> {
    let (year, end) = four_digits(page, i)?;
    let before =
        |back: usize, flags: u64| i.checked_sub(back).is_some_and(|at| page.has(at, flags));
    let led = before(1, is::YEAR_LEAD)
        || before(1, is::DETERMINER) && before(2, is::YEAR_LEAD)
        || i > 1 && page.is_sign(i - 1, &['\'', '’']) && before(2, is::YEAR_LEAD | is::DATE_LEAD);
    let alone = (1900..2100).contains(&year) && page.content(end).is_none();
    let unit = page.is_sign(end, &['%', '€', '$', '£'])
        || page.sense(end).is_some_and(|s| s.unit.is_some() || s.currency.is_some())
        || (i > 0 && page.is_sign(i - 1, &['€', '$', '£', '+', '-']));
    if unit
        || !(led || alone)
        || (!led
            && (page.kind(end) == Some(Kind::Digits)
                || i > 0 && page.kind(i - 1) == Some(Kind::Digits)))
    {
        return None;
    }
    let pair = page.is_sign(end, &['/', '-', '–'])
        && page.touches(end)
        && page.kind(end + 1) == Some(Kind::Digits)
        && page.touches(end + 1)
        && matches!(page.raw(end + 1).len(), 2 | 4);
    Some((Day { year, ..Day::default() }, if pair { end + 2 } else { end }))
}

/// "questo weekend", "next week", "entro Natale".
fn named(page: &Page, i: usize) -> Option<(Day, usize)> {
    let this = match page.word(i) {
        "questo" | "questa" | "this" => "this",
        "prossimo" | "prossima" | "next" => "next",
        "scorso" | "scorsa" | "last" => "last",
        _ => "",
    };
    let mix = |of: &str| Some(Day { name: stem(this) ^ stem(of), ..Day::default() });
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
        return Some((Day { name: stem("next") ^ stem(page.word(i)), ..Day::default() }, i + 2));
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

#[cfg(test)]
mod tests {
    use super::super::page::Page;

    #[test]
    fn what_is_counted_is_no_hour() {
        let text = "La lana viene dalle 46 pecore di Elio, 24 ore su 24.";
        let mut page = Page::new(text, Some("it"));
        let mut found = Vec::new();
        super::find(&mut page, &mut found);
        let found: Vec<_> = found.iter().map(|claim| &text[claim.span.clone()]).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
