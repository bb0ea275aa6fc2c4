//! Prices, percentages and counts, with what they count and how they are bounded.
//!
//! Owns where a figure begins and ends in a text. Days and hours have been taken by then.

use super::amount::numeral;
use super::bounds::{bound, lowers, range};
use super::page::{Kind, Page};
use super::read::Found;
use super::tables::{Phrase, is};
use super::units::{behind, counted, currency, labelled};
use super::unsaid::{and_a_half, centimetres, each, single, unsaid};
use super::value::{Bound, Figure, Unit, Value};
use super::whole::{fraction, free, half_price, phone, share};
use crate::domain::ClaimKind;
use std::ops::Range;

pub(super) fn find(page: &mut Page, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        let next = if page.is_free(i) { at(page, i, found) } else { None };
        i = next.unwrap_or(i + 1).max(i + 1);
    }
}

fn at(page: &mut Page, i: usize, found: &mut Vec<Found>) -> Option<usize> {
    // "siamo in due" counts nothing, "in due giorni" does.
    if let Some((Phrase::Idiom, length)) = page.phrase(i)
        && page.sense(i + length).is_none_or(|sense| sense.unit.is_none())
    {
        page.take(i..i + length);
        return Some(i + length);
    }
    if let Some(read) = free(page, i).or_else(|| half_price(page, i)) {
        return Some(keep(page, found, read));
    }
    if skipped(page, i) {
        return Some(i + 1);
    }
    let read = phone(page, i)
        .or_else(|| share(page, i))
        .or_else(|| measured(page, i))
        .or_else(|| fraction(page, i))
        .or_else(|| single(page, i).map(|(one, end)| (ClaimKind::Number, i..end, one)))
        .or_else(|| each(page, i).map(|(one, end)| (ClaimKind::Number, i..end, one)))
        .or_else(|| figure(page, i))?;
    Some(keep(page, found, read))
}

fn keep(page: &mut Page, found: &mut Vec<Found>, read: (ClaimKind, Range<usize>, Figure)) -> usize {
    let (kind, tokens, figure) = read;
    let span = page.span(tokens.clone());
    // What is counted is still a word of the sentence; the figure is not.
    let noun = page.kind(tokens.end - 1) == Some(Kind::Word) && tokens.len() > 1;
    let taken = if matches!(figure.unit, Unit::Counted(_)) && noun {
        tokens.start..tokens.end - 1
    } else {
        tokens.clone()
    };
    page.take(taken);
    let end = tokens.end;
    found.push(Found { kind, span, tokens, value: Value::Figure(figure) });
    end
}

/// Signs of an enumeration, parts of a name ("B12", "3D"): no figures.
fn skipped(page: &Page, i: usize) -> bool {
    if page.kind(i) != Some(Kind::Digits) {
        return false;
    }
    let starts_line = i == 0 || page.kind(i - 1) == Some(Kind::Break);
    let numbered = starts_line && page.is_sign(i + 1, &['.', ')']) && !page.touches(i + 2);
    let keycap = page.is_sign(i + 1, &['\u{fe0f}', '\u{20e3}']);
    let glued = page.touches(i)
        && (page.kind(i - 1) == Some(Kind::Word)
            && page.sense(i - 1).is_some_and(|s| s.currency.is_none())
            && page.word(i - 1) != "x"
            || page.is_sign(i - 1, &['#', '_']));
    let behind = page.touches(i + 1) && page.kind(i + 1) == Some(Kind::Word) && {
        let sense = page.sense(i + 1);
        sense.is_some_and(|s| {
            let counts = s.unit.is_some() || s.multiplier.is_some() || s.ordinal;
            !counts && s.currency.is_none() && !s.has(is::CENT)
        }) && !matches!(page.word(i + 1), "x" | "s")
    };
    numbered || keycap || glued || behind
}

fn measured(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let (low, unit, next) = unsaid(page, i)?;
    let bound = bound(page, i, next, unit);
    Some((ClaimKind::Number, i..next, Figure { low, high: None, unit, bound }))
}

fn figure(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let before = currency(page, i);
    let start = i + usize::from(before.is_some());
    let read = numeral(page, start, before.is_some())?;
    let mut unit = before.map(|money| (Unit::Money(money), read.next));
    let mut low = read;
    let mut high = None;
    if unit.is_none() {
        unit = behind(page, &read);
    }
    let mut next = unit.map_or(read.next, |(_, next)| next);
    if let Some((upper, after)) = range(page, i, next) {
        let at = after + usize::from(currency(page, after).is_some());
        let other = currency(page, after).map(|money| (Unit::Money(money), upper.next));
        let other = other.or_else(|| behind(page, &upper));
        // "15 € - 2 kg" is no range.
        let agree = match (unit, other) {
            (Some((a, _)), Some((b, _))) => a == b,
            _ => true,
        };
        if agree && (upper.value >= read.value || unit.is_none()) && at < upper.next {
            high = Some(upper.value);
            next = other.map_or(upper.next, |(_, next)| next);
            unit = other.or(unit).map(|(unit, _)| (unit, next));
            low.round = upper.round;
        }
    }
    let unit = match unit.map(|(unit, _)| unit) {
        Some(Unit::Money(money)) => {
            // In digits a price may have been read as decimal: "1.200 €" in English.
            if let (None, Some(again)) = (high, numeral(page, start, true)) {
                low.value = again.value;
            }
            let cents = page.has(next - 1, is::CENT);
            low.value *= if cents { 0.01 } else { 1.0 };
            Unit::Money(money)
        }
        Some(Unit::Percent { .. }) => Unit::Percent { off: lowers(page, i, next) },
        Some(unit) => unit,
        None => Unit::Bare,
    };
    let (unit, mut next) = match unit {
        Unit::Bare => counted(page, low, next),
        unit => (unit, next),
    };
    let (start, unit) = match unit {
        Unit::Bare => labelled(page, i, next).unwrap_or((i, unit)),
        unit => (i, unit),
    };
    // "gratis sopra i 150".
    let unit = if unit == Unit::Bare && frees(page, i) { Unit::Money("") } else { unit };
    if let (Unit::Measure(of), None) = (unit, high) {
        let (more, after) = centimetres(page, next, of).unwrap_or_else(|| and_a_half(page, next));
        (low.value, next) = (low.value + more, after);
    }
    let kind = match unit {
        Unit::Money(_) => ClaimKind::Price,
        Unit::Percent { .. } => ClaimKind::Percentage,
        _ => ClaimKind::Number,
    };
    let bound = if high.is_some() { Bound::Exactly } else { bound(page, i, next, unit) };
    Some((kind, start..next, Figure { low: low.value, high, unit, bound }))
}

/// What is free goes with a price, with or without its currency.
fn frees(page: &Page, i: usize) -> bool {
    let from = i.saturating_sub(4);
    let bounded = (i.saturating_sub(2)..i).any(|at| page.has(at, is::ABOVE));
    bounded && (from..i).any(|at| page.has(at, is::FREE))
}
