//! Figures that are what they are as a whole: "gratis", "half price", "nine out of ten", a
//! telephone number.
//!
//! Owns only such turns; what has a figure and a unit of its own is `figures`'.

use super::amount::numeral;
use super::bounds::bound;
use super::page::{Kind, Page};
use super::tables::is;
use super::value::{Bound, Figure, Unit};
use crate::domain::ClaimKind;
use std::ops::Range;

/// "gratis", "free shipping": a price of nothing.
pub(super) fn free(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    if !page.has(i, is::FREE) {
        return None;
    }
    let near = |at: usize| page.has(at, is::FREE_NEAR);
    let italian = page.table.italian;
    let hyphened = i > 0 && page.is_sign(i - 1, &['-']) || page.is_sign(i + 1, &['-']);
    let beside = near(i + 1) || near(i + 2) || (i > 0 && near(i - 1)) || (i > 1 && near(i - 2));
    let whole =
        i > 0 && matches!(page.word(i - 1), "for" | "go" | "goes") || page.word(i + 1) == "of";
    let willing = page.word(i + 1) == "to" || page.word(i + 1) == "from";
    // "Free samples", "the eye test is free", "entry: free".
    let first = i == 0 || page.tokens[i - 1].sentence != page.tokens[i].sentence;
    let promised = first && page.content(i + 1).is_some() && page.is_plural(i + 1);
    let ends = page.tokens.get(i + 1).is_none_or(|t| t.sentence != page.tokens[i].sentence)
        || page.is_sign(i + 1, &['.', ',', ';', '!']);
    let of_it = i > 1 && matches!(page.word(i - 1), "is" | "are") && page.word(i - 2) != "we";
    let alone = ends && (of_it || i > 0 && page.is_sign(i - 1, &[':']));
    if !italian && (hyphened || willing || !(beside || whole || promised || alone)) {
        return None;
    }
    // "gratis sopra i 150 €": the bounded price is the claim.
    if (i + 1..i + 4).any(|at| page.has(at, is::ABOVE | is::BELOW | is::FROM)) {
        return None;
    }
    let figure = Figure { low: 0.0, high: None, unit: Unit::Money(""), bound: Bound::Exactly };
    Some((ClaimKind::Price, i..i + 1, figure))
}

pub(super) fn half_price(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let half = matches!((page.word(i), page.word(i + 1)), ("meta", "prezzo") | ("half", "price"));
    let hyphened =
        page.word(i) == "half" && page.is_sign(i + 1, &['-']) && page.word(i + 2) == "price";
    let end = if hyphened { i + 3 } else { i + 2 };
    let figure =
        Figure { low: 50.0, high: None, unit: Unit::Percent { off: true }, bound: Bound::Exactly };
    (half || hyphened).then_some((ClaimKind::Percentage, i..end, figure))
}

/// "metà dei posti", "half of the places"; "a metà dei lavori" says when.
fn half_of(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let when = i > 0 && matches!(page.word(i - 1), "a" | "at" | "by");
    let noun = match (page.word(i), page.word(i + 1)) {
        ("meta", "dei" | "degli" | "delle") => i + 2,
        ("half", "of") if matches!(page.word(i + 2), "the" | "our" | "all" | "these") => i + 3,
        ("half", "the" | "our") => i + 2,
        _ => return None,
    };
    page.content(noun).filter(|_| !when && page.is_plural(noun))?;
    let unit = Unit::Percent { off: false };
    let figure = Figure { low: 50.0, high: None, unit, bound: Bound::Exactly };
    Some((ClaimKind::Number, i..noun + 1, figure))
}

/// Figures that follow one another as in a telephone number.
pub(super) fn phone(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let plus = page.is_sign(i, &['+']);
    let mut at = i + usize::from(plus);
    let (mut all, mut groups) = (String::new(), 0);
    while page.kind(at) == Some(Kind::Digits) && !page.raw(at).contains(',') {
        all.extend(page.raw(at).chars().filter(char::is_ascii_digit));
        groups += 1;
        at += 1;
        if page.is_sign(at, &['-', '/']) && page.kind(at + 1) == Some(Kind::Digits) {
            at += 1;
        }
    }
    let phone = all.len() >= 8
        && (plus || groups > 1 || all.starts_with(['0', '3']) && !page.raw(i).contains('.'));
    let grouped =
        !plus && numeral(page, i, false).is_some_and(|read| read.next == at && groups > 1);
    if !phone || grouped {
        return None;
    }
    let figure =
        Figure { low: all.parse().ok()?, high: None, unit: Unit::Phone, bound: Bound::Exactly };
    Some((ClaimKind::Number, i..at, figure))
}

/// "nine out of ten", "nove clienti su dieci", "one in three": a part of all, in hundredths.
pub(super) fn share(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let italian = page.table.italian;
    let (part, mut at) = match page.word(i) {
        "one" | "un" | "uno" | "una" => (1.0, i + 1),
        _ => numeral(page, i, false).map(|read| (read.value, read.next))?,
    };
    // What is counted may stand between: "nove clienti su dieci".
    let joins = |at: usize| match page.word(at) {
        "su" | "ogni" => italian.then_some(at + 1),
        "out" if page.word(at + 1) == "of" => Some(at + 2),
        "in" => (!italian).then_some(at + 1),
        _ => None,
    };
    let between = page.kind(at) == Some(Kind::Word) && joins(at).is_none();
    at += usize::from(between && (italian || page.word(at + 1) == "out"));
    let whole = numeral(page, joins(at)?, false)?;
    // "two in ten minutes", "24 ore su 24".
    let measured = page.sense(whole.next).is_some_and(|sense| {
        sense.currency.is_some()
            || sense.unit.is_some_and(|unit| !matches!(unit, "person" | "client"))
    });
    if measured || part <= 0.0 || part >= whole.value || whole.value > 1000.0 {
        return None;
    }
    let low = part * 100.0 / whole.value;
    let unit = Unit::Percent { off: false };
    let figure = Figure { low, high: None, unit, bound: bound(page, i, whole.next, unit) };
    Some((ClaimKind::Number, i..whole.next, figure))
}

/// "un terzo dei soci", "two thirds of us": a part of all, in hundredths.
pub(super) fn fraction(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    if let Some(half) = half_of(page, i) {
        return Some(half);
    }
    let (part, at) = match page.word(i) {
        "a" | "one" | "un" => (1.0, i + 1),
        _ => numeral(page, i, false).map(|read| (read.value, read.next))?,
    };
    let at = at + usize::from(page.is_sign(at, &['-']) && page.touches(at));
    let whole = match page.word(at) {
        "terzo" | "terzi" | "third" | "thirds" => 3.0,
        "quarto" | "quarti" | "quarter" | "quarters" => 4.0,
        "quinto" | "quinti" | "fifth" | "fifths" => 5.0,
        "decimo" | "decimi" | "tenth" | "tenths" => 10.0,
        _ => return None,
    };
    let of = ["di", "del", "della", "dello", "dell", "dei", "degli", "delle", "of"];
    if part >= whole || !of.contains(&page.word(at + 1)) {
        return None;
    }
    let unit = Unit::Percent { off: false };
    let bound = bound(page, i, at + 1, unit);
    let figure = Figure { low: part * 100.0 / whole, high: None, unit, bound };
    Some((ClaimKind::Number, i..at + 1, figure))
}
