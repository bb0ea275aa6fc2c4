//! What a figure counts: money, per cent, a measure, a noun.
//!
//! Owns the words and signs that make a bare figure say something.

use super::amount::Amount;
use super::page::{Kind, Page};
use super::tables::{Phrase, is};
use super::value::{Unit, stem};

pub(super) fn currency(page: &Page, i: usize) -> Option<&'static str> {
    if !page.is_free(i) {
        return None;
    }
    match page.kind(i)? {
        Kind::Sign('€') => Some("EUR"),
        Kind::Sign('$') => Some("USD"),
        Kind::Sign('£') => Some("GBP"),
        Kind::Sign('¥') => Some("JPY"),
        Kind::Word => page.sense(i)?.currency,
        _ => None,
    }
}

/// A unit behind a figure, and the token behind it.
pub(super) fn behind(page: &Page, read: &Amount) -> Option<(Unit, usize)> {
    let mut at = read.next;
    if read.round && matches!(page.word(at), "di" | "d" | "of") {
        at += 1;
        at += usize::from(page.is_sign(at, &['\'', '’']));
    }
    if !page.is_free(at) {
        return None;
    }
    if let Some(money) = currency(page, at) {
        return Some((Unit::Money(money), at + 1));
    }
    if page.has(at, is::CENT) && (page.word(at) != "p" || page.touches(at)) {
        let pence = matches!(page.word(at), "p" | "pence");
        return Some((Unit::Money(if pence { "GBP" } else { "EUR" }), at + 1));
    }
    if page.is_sign(at, &['%']) || (page.has(at, is::PERCENT) && page.phrase(at).is_none()) {
        return Some((Unit::Percent { off: false }, at + 1));
    }
    if let Some((Phrase::Percent, length)) = page.phrase(at) {
        return Some((Unit::Percent { off: false }, at + length));
    }
    if page.is_sign(at, &['°', 'º']) {
        let scale = matches!(page.word(at + 1), "c" | "f") && page.touches(at + 1);
        return Some((Unit::Measure("deg"), at + 1 + usize::from(scale)));
    }
    // "five working days".
    let at = at + usize::from(page.has(at, is::MEASURED) && page.sense(at + 1)?.unit.is_some());
    // "una 3-day sale".
    let at = at + usize::from(page.is_sign(at, &['-']) && page.touches(at) && page.touches(at + 1));
    let unit = page.sense(at).filter(|_| page.is_free(at))?.unit?;
    Some((Unit::Measure(unit), at + 1))
}

/// The noun a bare figure counts, and the token behind it.
pub(super) fn counted(page: &Page, read: Amount, next: usize) -> (Unit, usize) {
    let ordinal = page.touches(next)
        && (page.sense(next).is_some_and(|s| s.ordinal) || page.is_sign(next, &['ª', 'º', '°']));
    // "under-14s", "the 60s".
    let plural = page.touches(next) && page.word(next) == "s";
    let ordinal = ordinal || plural;
    let mut at = next + usize::from(ordinal);
    if plural {
        return (Unit::Bare, at);
    }
    if read.round && matches!(page.word(at), "di" | "of" | "d") {
        at += 1;
        at += usize::from(page.is_sign(at, &['\'', '’']));
    }
    at += usize::from(page.is_sign(at, &['-']) && page.touches(at) && page.touches(at + 1));
    let same_clause = page.tokens.get(at).is_some_and(|t| t.clause == page.tokens[next - 1].clause);
    if !same_clause {
        return (Unit::Bare, next + usize::from(ordinal));
    }
    // "40 nuovi gomitoli": what says only that it is new does not count.
    let noun = if page.content(at).is_none()
        && page.has(at, is::GENERIC)
        && page.content(at + 1).is_some()
        && (!page.table.italian || page.is_plural(at + 1))
    {
        at + 1
    } else {
        at
    };
    // "fra l'una e le due mastica": a verb, not what is counted.
    let many = read.value >= 2.0 && !ordinal && page.table.italian;
    if many && page.kind(noun) == Some(Kind::Word) && !page.is_plural(noun) {
        return (Unit::Bare, next);
    }
    // "Twenty-two eight-year-olds".
    let aged = page.is_sign(noun + 1, &['-'])
        && page.is_sign(noun + 3, &['-'])
        && page.word(noun + 4) == "olds";
    if aged {
        return (Unit::Counted(stem("olds")), noun + 5);
    }
    let generic = page.has(noun, is::GENERIC) && page.is_free(noun);
    match page.content(noun).or_else(|| generic.then(|| stem(page.word(noun)))) {
        Some(stem) => (Unit::Counted(if ordinal { !stem } else { stem }), noun + 1),
        None => (Unit::Bare, next + usize::from(ordinal)),
    }
}

/// "Posti: 5", "i soci erano 73": what a bare figure at the end of a line counts stands before it, at the
/// token that is given with it.
pub(super) fn labelled(page: &Page, i: usize, next: usize) -> Option<(usize, Unit)> {
    let ends = matches!(page.kind(next), None | Some(Kind::Break | Kind::Sign(_)));
    let were = i > 0 && matches!(page.word(i - 1), "sono" | "erano" | "are" | "were");
    let at = i.checked_sub(2).filter(|_| ends && (were || page.is_sign(i - 1, &[':'])))?;
    let sense = page.sense(at).filter(|_| page.kind(at) == Some(Kind::Word) && page.is_free(at))?;
    let unit = sense.unit.map(Unit::Measure);
    unit.or_else(|| page.content(at).map(Unit::Counted)).map(|unit| (at, unit))
}
