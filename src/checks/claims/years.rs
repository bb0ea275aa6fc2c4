//! Years, eras and centuries: "dal 1987", "inverno 2026/27", "410 a.C.", "XII secolo".
//!
//! Owns how a year is written in either language, and when a number of four digits is one.

use super::page::{Case, Kind, Page};
use super::tables::is;
use super::value::{Day, stem};

/// "XII secolo", "the 12th century": known by its name.
pub(super) fn century(page: &Page, i: usize) -> Option<(Day, usize)> {
    let (number, at) = match page.kind(i)? {
        Kind::Digits => (page.raw(i).parse().ok()?, i + 2),
        Kind::Word if page.tokens[i].case != Case::Lower => (roman(page.raw(i))?, i + 1),
        _ => return None,
    };
    let named = matches!(page.word(at), "secolo" | "century") && (1..=30).contains(&number);
    let name = stem("secolo").rotate_left(number);
    named.then_some((Day { name, ..Day::default() }, at + 1))
}

fn roman(word: &str) -> Option<u32> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let smaller = |i: usize| digits.get(i + 1).is_some_and(|next| *next > digits[i]);
    let (less, more): (Vec<usize>, Vec<usize>) = (0..digits.len()).partition(|&i| smaller(i));
    let sum = |at: Vec<usize>| at.into_iter().map(|i| digits[i]).sum::<u32>();
    sum(more).checked_sub(sum(less))
}

fn four_digits(page: &Page, i: usize) -> Option<(i32, usize)> {
    let raw = page.raw(i);
    if page.kind(i)? != Kind::Digits || raw.len() != 4 || !page.is_free(i) {
        return None;
    }
    let year: i32 = raw.parse().ok()?;
    (1000..=2199).contains(&year).then_some((year, i + 1))
}

pub(super) fn with_year(page: &Page, mut day: Day, i: usize) -> (Day, usize) {
    let at = i + usize::from(page.is_sign(i, &[',']));
    match four_digits(page, at) {
        Some((year, end)) => {
            day.year = year;
            (day, end)
        }
        None => (day, i),
    }
}

/// "nel 1987", "since 1987", "inverno 2026/27", "2026", "410 a.C.".
pub(super) fn year(page: &Page, i: usize) -> Option<(Day, usize)> {
    if let Some((year, end)) = year_of_era(page, i) {
        return Some((Day { year, ..Day::default() }, end));
    }
    let (year, end) = four_digits(page, i)?;
    let before =
        |back: usize, flags: u64| i.checked_sub(back).is_some_and(|at| page.has(at, flags));
    let led = before(1, is::YEAR_LEAD)
        || before(1, is::DETERMINER) && before(2, is::YEAR_LEAD)
        || i > 1 && page.is_sign(i - 1, &['\'', '’']) && before(2, is::YEAR_LEAD | is::DATE_LEAD);
    // "the 1931 loom": a thing of that year; "the 2000 visitors" are counted.
    let thing = !page.table.italian
        && before(1, is::DETERMINER)
        && page.content(end).is_some()
        && !page.is_plural(end);
    let alone = (1900..2100).contains(&year) && (page.content(end).is_none() || thing);
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

/// "410 a.C.", "AD 79": years before Christ are negative.
fn year_of_era(page: &Page, i: usize) -> Option<(i32, usize)> {
    let before = page.word(i) == "ad" && page.tokens[i].case == Case::Upper;
    let at = i + usize::from(before);
    let raw = page.raw(at);
    if page.kind(at)? != Kind::Digits || raw.len() > 4 || !page.is_free(at) {
        return None;
    }
    let year: i32 = raw.parse().ok()?;
    match era(page, at + 1) {
        Some((sign, end)) => Some((sign * year, end)),
        None => before.then_some((year, at + 1)),
    }
}

/// Which way the years of an era are counted, and the token behind it.
fn era(page: &Page, i: usize) -> Option<(i32, usize)> {
    let sign = |first: &str| if matches!(first, "a" | "b" | "avanti" | "before") { -1 } else { 1 };
    let raw = page.raw(i);
    match (page.word(i), page.word(i + 1)) {
        (first @ ("avanti" | "dopo"), "cristo") | (first @ ("before" | "after"), "christ") => {
            return Some((sign(first), i + 2));
        }
        _ if matches!(raw, "BC" | "BCE" | "aC") => return Some((-1, i + 1)),
        _ if matches!(raw, "AD" | "CE" | "dC") => return Some((1, i + 1)),
        _ => {}
    }
    // "a.C.", "B.C.": the last full stop may be the sentence's.
    let christ = page.is_sign(i + 1, &['.']) && page.touches(i + 1) && page.word(i + 2) == "c";
    let known = christ && matches!(page.word(i), "a" | "b" | "d") && page.touches(i + 2);
    let dot = page.is_sign(i + 3, &['.']) && page.touches(i + 3);
    known.then(|| (sign(page.word(i)), i + 3 + usize::from(dot)))
}
