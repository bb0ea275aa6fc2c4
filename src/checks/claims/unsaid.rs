//! Figures that no figure says: "un'ora", "mezz'ora", "half an hour", "one kilo", "e mezza".
//!
//! Owns when an article or a half measures something. An article alone is mostly an article:
//! only measures that nobody uses as a figure of speech count.

use super::page::{Kind, Page};
use super::value::{Bound, Figure, Unit};

/// "un'ora e mezza": how much, of what, and the token behind.
pub(super) fn unsaid(page: &Page, i: usize) -> Option<(f64, Unit, usize)> {
    let lead = i.checked_sub(1);
    // "£20 an hour", "12 € al chilo", "tra un'ora".
    let rate = lead.is_some_and(|at| {
        !page.is_free(at)
            || page.kind(at) == Some(Kind::Digits)
            || page.is_sign(at, &['/'])
            || matches!(page.word(at), "tra" | "fra")
    });
    if rate {
        return None;
    }
    let (low, unit, next) = half(page, i).or_else(|| quarters(page, i)).or_else(|| one(page, i))?;
    // "un'ora fa": a time gone by.
    if matches!(page.word(next), "fa" | "ago") {
        return None;
    }
    let (more, next) = centimetres(page, next, unit).unwrap_or_else(|| and_a_half(page, next));
    Some((low + more, Unit::Measure(unit), next))
}

/// "un metro e dieci", "one metre ten": the centimetres behind metres, and the token behind.
pub(super) fn centimetres(page: &Page, i: usize, unit: &str) -> Option<(f64, usize)> {
    let at = i + usize::from(page.table.italian && page.word(i) == "e");
    let joined = unit == "m" && (at > i || !page.table.italian);
    let read = super::amount::numeral(page, at, false).filter(|_| joined)?;
    let alone = page.sense(read.next).is_none_or(|sense| sense.unit.is_none());
    (alone && (5.0..100.0).contains(&read.value)).then_some((read.value / 100.0, read.next))
}

/// "e mezza", "and a half" behind a measure: how much more, and the token behind.
pub(super) fn and_a_half(page: &Page, i: usize) -> (f64, usize) {
    match (page.word(i), page.word(i + 1), page.word(i + 2)) {
        ("e", "mezzo" | "mezza", _) => (0.5, i + 2),
        ("e", "un", "quarto") => (0.25, i + 3),
        ("and", "a", "half") => (0.5, i + 3),
        ("and", "a", "quarter") => (0.25, i + 3),
        _ => (0.0, i),
    }
}

/// "tre quarti d'ora", "a quarter of an hour".
fn quarters(page: &Page, i: usize) -> Option<Measured> {
    let count = match page.word(i) {
        "un" | "a" => 1.0,
        "tre" | "three" => 3.0,
        _ => return None,
    };
    let mut at = i + 1;
    at += usize::from(hyphen(page, at));
    if !matches!(page.word(at), "quarto" | "quarti" | "quarter" | "quarters") {
        return None;
    }
    at += 1;
    at += usize::from(matches!(page.word(at), "d" | "of"));
    at += usize::from(page.is_sign(at, &['\'', '’']) || matches!(page.word(at), "a" | "an"));
    let hour = page.sense(at)?.unit.filter(|unit| *unit == "h")?;
    Some((count / 4.0, hour, at + 1))
}

/// "ogni anno", "every month": once in each.
pub(super) fn each(page: &Page, i: usize) -> Option<(Figure, usize)> {
    let led = matches!(page.word(i), "ogni" | "every" | "each");
    let time = |unit: &&str| matches!(*unit, "d" | "w" | "month" | "year");
    let unit = page.sense(i + 1).filter(|_| led && page.is_free(i + 1))?.unit.filter(time)?;
    let unit = Unit::Measure(unit);
    Some((Figure { low: 1.0, high: None, unit, bound: Bound::Every }, i + 2))
}

/// "una sola lavatesta", "only one basin": one, and said to be.
pub(super) fn is_single(page: &Page, i: usize) -> bool {
    match page.word(i) {
        "un" | "una" => matches!(page.word(i + 1), "solo" | "sola"),
        "one" => i > 0 && matches!(page.word(i - 1), "only" | "just"),
        _ => false,
    }
}

pub(super) fn single(page: &Page, i: usize) -> Option<(Figure, usize)> {
    let noun = i + 1 + usize::from(page.table.italian);
    let counted = page.content(noun).filter(|_| is_single(page, i))?;
    let unit = page.sense(noun)?.unit.map_or(Unit::Counted(counted), Unit::Measure);
    Some((Figure { low: 1.0, high: None, unit, bound: Bound::Exactly }, noun + 1))
}

type Measured = (f64, &'static str, usize);

fn half(page: &Page, i: usize) -> Option<Measured> {
    let mut at = i + 1;
    match page.word(i) {
        "mezz" => at += usize::from(page.is_sign(at, &['\'', '’'])),
        "mezzo" | "mezza" => {}
        "half" => at += usize::from(matches!(page.word(at), "a" | "an") || hyphen(page, at)),
        _ => return None,
    }
    Some((0.5, page.sense(at)?.unit.filter(|unit| measures(unit))?, at + 1))
}

fn one(page: &Page, i: usize) -> Option<Measured> {
    let mut at = i + 1;
    at += usize::from(page.is_sign(at, &['\'', '’']) || hyphen(page, at));
    let unit = page.sense(at)?.unit?;
    let known = match page.word(i) {
        // "un anno di garanzia" measures, "un anno" alone tells a story.
        "un" | "una" => {
            let of = matches!(page.word(at + 1), "di" | "d");
            unit != "min" && measures(unit)
                || and_a_half(page, at + 1).0 > 0.0
                || lasts(page, i) && matches!(unit, "d" | "w" | "month" | "year")
                || centimetres(page, at + 1, unit).is_some()
                || of && matches!(unit, "d" | "w" | "month" | "year")
        }
        "a" | "an" if page.table.italian => false,
        "a" | "an" => {
            matches!(unit, "h" | "kg" | "l" | "acre")
                || and_a_half(page, at + 1).0 > 0.0
                || lasts(page, i) && matches!(unit, "w" | "month" | "year")
        }
        // "one day" tells a story too.
        "one" => {
            measures(unit)
                || centimetres(page, at + 1, unit).is_some()
                || matches!(unit, "w" | "month" | "year" | "night")
        }
        _ => false,
    };
    (known || hyphen(page, i + 1) && page.word(i) == "one").then_some((1.0, unit, at + 1))
}

/// "dura un anno", "lasts a year".
fn lasts(page: &Page, i: usize) -> bool {
    i > 0 && matches!(page.word(i - 1), "dura" | "durano" | "lasts" | "last" | "lasted")
}

fn measures(unit: &str) -> bool {
    matches!(unit, "h" | "min" | "kg" | "hg" | "l" | "km" | "mile" | "ha" | "acre")
}

fn hyphen(page: &Page, i: usize) -> bool {
    page.is_sign(i, &['-']) && page.touches(i) && page.touches(i + 1)
}
