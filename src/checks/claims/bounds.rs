//! How far a figure goes: "oltre", "fino a", "from 3 to 5", "20% off".
//!
//! Owns the words round a figure that limit it, stretch it or take it off a price.

use super::amount::{Amount, numeral};
use super::page::{Kind, Page};
use super::tables::is;
use super::units::currency;
use super::value::{Bound, Unit};

/// "oltre", "fino a", "circa": what stands before a figure, or right behind it.
pub(super) fn bound(page: &Page, i: usize, next: usize, unit: Unit) -> Bound {
    // "under-26s" is said as "under 26" is.
    let joined = i > 1 && page.is_sign(i - 1, &['-']) && page.touches(i - 1) && page.touches(i);
    let i = if joined && page.has(i - 2, is::ABOVE | is::BELOW) { i - 1 } else { i };
    let word = |back: usize| i.checked_sub(back).map_or("", |at| page.word(at));
    let has = |back: usize, flag: u64| i.checked_sub(back).is_some_and(|at| page.has(at, flag));
    if matches!(word(1), "ogni" | "every") && matches!(unit, Unit::Measure(_)) {
        return Bound::Every;
    }
    let measured = !matches!(unit, Unit::Counted(_) | Unit::Bare);
    // An article between: "sopra i 150 €", "al di sotto dei 20".
    let article = has(1, is::DETERMINER) || matches!(word(1), "ai" | "dei" | "i");
    for back in if article { 1..=2 } else { 1..=1 } {
        let pair = (word(back + 1), word(back));
        match pair {
            ("piu", "di" | "dei" | "del") | ("more", "than") => return Bound::Above,
            ("meno", "di" | "dei" | "del") | ("less" | "fewer", "than") => return Bound::Below,
            ("fino", "a" | "al" | "ai" | "alle") | ("up", "to") | ("no" | "not", "more") => {
                return Bound::UpTo;
            }
            ("partire", _) | ("starting", "at") => return Bound::From,
            (_, "over" | "oltre" | "almeno" | "least" | "minimo" | "sopra" | "above") => {
                return Bound::Above;
            }
            (_, "sotto" | "under" | "below") => return Bound::Below,
            (_, "massimo" | "max" | "maximum" | "entro" | "within" | "most") => return Bound::UpTo,
            (_, "da") if is_size(unit) && back == 1 => return Bound::Size,
            (_, "da" | "from" | "dai" | "dal" | "dalle") if measured && back == 1 => {
                return Bound::From;
            }
            _ if has(back, is::ABOUT) => return Bound::About,
            _ => {}
        }
    }
    match (page.word(next), page.word(next + 1)) {
        ("al" | "at", "massimo" | "most") | ("max" | "maximum", _) => Bound::UpTo,
        ("in", "su") | ("and", "up") | ("or", "more") | ("o", "piu") => Bound::From,
        _ if page.is_sign(next, &['+']) && page.touches(next) => Bound::Above,
        _ => Bound::Exactly,
    }
}

/// The upper end of a range whose lower end stops before `next`, and where it begins.
pub(super) fn range(page: &Page, i: usize, next: usize) -> Option<(Amount, usize)> {
    let lead = |flags: u64| i > 0 && page.has(i - 1, flags) || i > 1 && page.has(i - 2, flags);
    let word = page.word(next);
    let to = match page.kind(next)? {
        Kind::Sign('-' | '–' | '—' | '/' | '×') => true,
        Kind::Word => match word {
            "a" | "ai" | "al" | "alle" => lead(is::FROM | is::BETWEEN),
            "e" | "and" | "ed" => lead(is::BETWEEN),
            "to" | "o" | "or" | "per" | "x" | "su" => true,
            "by" => page.kind(i) == Some(Kind::Digits),
            "in" => !page.table.italian && page.kind(i) == Some(Kind::Word),
            _ => false,
        },
        _ => false,
    };
    if !to || !page.is_free(next) {
        return None;
    }
    let start = next + 1;
    let skip = usize::from(currency(page, start).is_some());
    let read = numeral(page, start + skip, skip > 0)?;
    Some((read, start))
}

/// A percentage that a price is lowered by: "-20%", "sconto del 20%", "20% off".
pub(super) fn lowers(page: &Page, i: usize, next: usize) -> bool {
    let near = i.saturating_sub(4)..(next + 5).min(page.tokens.len());
    let off = |word: &str| {
        word == "off"
            || ["scont", "discount", "ribass", "sald", "promo"].iter().any(|w| word.starts_with(w))
    };
    i > 0 && page.is_sign(i - 1, &['-', '–', '−']) && !page.touches(i - 1)
        || near.into_iter().any(|at| off(page.word(at)))
}

/// What things are sold and told apart by.
fn is_size(unit: Unit) -> bool {
    const SIZES: [&str; 10] = ["kg", "hg", "g", "l", "cl", "ml", "km", "m", "cm", "mm"];
    matches!(unit, Unit::Measure(unit) if SIZES.contains(&unit))
}
