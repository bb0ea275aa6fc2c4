//! Prices, percentages and counts, with what they count and how they are bounded.
//!
//! Owns where a figure begins and ends in a text. Days and hours have been taken by then.

use super::numerals::{digits, italian_thousands};
use super::page::{Kind, Page};
use super::read::Found;
use super::tables::{Phrase, is};
use super::value::{Bound, Figure, Unit, Value, stem};
use crate::domain::ClaimKind;
use std::ops::Range;

/// A figure as it was read, before its unit: its value and the token behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub value: f64,
    pub next: usize,
    /// "una dozzina", "due milioni": what is counted may follow a "di".
    round: bool,
}

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
    let read = phone(page, i).or_else(|| figure(page, i))?;
    Some(keep(page, found, read))
}

fn keep(page: &mut Page, found: &mut Vec<Found>, read: (ClaimKind, Range<usize>, Figure)) -> usize {
    let (kind, tokens, figure) = read;
    let span = page.span(tokens.clone());
    // What is counted is still a word of the sentence; the figure is not.
    let taken = if matches!(figure.unit, Unit::Counted(_)) && tokens.len() > 1 {
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
            s.unit.is_none() && s.multiplier.is_none() && s.currency.is_none() && !s.ordinal
        }) && page.word(i + 1) != "x"
    };
    numbered || keycap || glued || behind
}

/// One figure in digits or words.
pub(super) fn numeral(page: &Page, i: usize, money: bool) -> Option<Read> {
    let italian = page.table.italian;
    let mut read = match page.kind(i)? {
        Kind::Digits => {
            let mut raw = page.raw(i).to_owned();
            let mut next = i + 1;
            let group = |at: usize| page.kind(at) == Some(Kind::Digits) && page.raw(at).len() == 3;
            while raw.len() <= 3 && next == i + 1 && group(next) && one_space(page, next)
                || next > i + 1 && group(next) && one_space(page, next)
            {
                raw.push_str(page.raw(next));
                next += 1;
            }
            Read { value: digits(&raw, italian, money)?, next, round: false }
        }
        Kind::Sign('½') => Read { value: 0.5, next: i + 1, round: false },
        Kind::Word => in_words(page, i)?,
        _ => return None,
    };
    // "20mila", "3 milioni", "two hundred thousand".
    while let Some(times) = page.sense(read.next).and_then(|sense| sense.multiplier) {
        if !page.is_free(read.next) || (page.word(read.next) == "k" && !page.touches(read.next)) {
            break;
        }
        read = Read { value: read.value * times as f64, next: read.next + 1, round: true };
    }
    Some(read)
}

fn one_space(page: &Page, i: usize) -> bool {
    let gap = &page.text[page.tokens[i - 1].end..page.tokens[i].start];
    let mut chars = gap.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_whitespace())
}

fn in_words(page: &Page, i: usize) -> Option<Read> {
    let sense = page.sense(i)?;
    if page.table.italian {
        let small = |word: &str| match word {
            "un" | "uno" => Some(1),
            _ => page.table.sense(word).number,
        };
        if let Some(count) = sense.collective {
            let some = page.word(i) != "ventina";
            return some.then_some(Read { value: count.into(), next: i + 1, round: true });
        }
        if page.word(i) == "sei" && page.sense(i + 1).is_none_or(|s| s.not_six)
            || page.word(i) == "sei" && page.kind(i + 1) != Some(Kind::Word)
        {
            return None;
        }
        let value = match sense.number {
            Some(number) => Some(f64::from(number)),
            None => italian_thousands(page.word(i), small),
        }?;
        return Some(Read { value, next: i + 1, round: false });
    }
    english_words(page, i)
}

/// "three hundred and fifty", "twenty-five", "a dozen".
fn english_words(page: &Page, i: usize) -> Option<Read> {
    let number = |at: usize| page.sense(at).filter(|_| page.is_free(at)).and_then(|s| s.number);
    let starts = page.has(i, is::DETERMINER) && matches!(page.word(i), "a") || number(i).is_some();
    if let Some(count) = page.sense(i)?.collective {
        return Some(Read { value: count.into(), next: i + 1, round: true });
    }
    if !starts {
        return None;
    }
    let (mut total, mut part, mut next) = (0.0, None, i);
    let mut round = false;
    if number(i).is_none() {
        // "a hundred", "a thousand": the article counts only before them.
        page.sense(i + 1)?.multiplier.filter(|times| *times >= 100)?;
        if page.word(i + 1) == "k" {
            return None;
        }
        (part, next) = (Some(1.0), i + 1);
    }
    loop {
        let ten = number(next).filter(|n| *n >= 20);
        let one =
            |at: usize| number(at).filter(|n| *n < 10).or((page.word(at) == "one").then_some(1));
        if let (Some(ten), true) = (ten, page.is_sign(next + 1, &['-'])) {
            let unit = one(next + 2)?;
            part = Some(part.unwrap_or(0.0) + f64::from(ten + unit));
            next += 3;
        } else if let Some(n) = number(next) {
            part = Some(part.unwrap_or(0.0) + f64::from(n));
            next += 1;
        } else if let (Some(times), Some(so_far)) =
            (page.sense(next).and_then(|s| s.multiplier), part)
            && page.word(next) != "k"
        {
            round = true;
            let value = so_far * times as f64;
            if times == 100 {
                part = Some(value);
            } else {
                total += value;
                part = None;
            }
            next += 1;
        } else if round && page.word(next) == "and" && number(next + 1).is_some() {
            next += 1;
            continue;
        } else {
            break;
        }
        if !round && page.sense(next).and_then(|s| s.multiplier).is_none() {
            break;
        }
    }
    let value = total + part.unwrap_or(0.0);
    (next > i && value > 0.0).then_some(Read { value, next, round })
}

/// "gratis", "free shipping": a price of nothing.
fn free(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    if !page.has(i, is::FREE) {
        return None;
    }
    let near = |at: usize| page.has(at, is::FREE_NEAR);
    let italian = page.table.italian;
    let hyphened = i > 0 && page.is_sign(i - 1, &['-']) || page.is_sign(i + 1, &['-']);
    let beside = near(i + 1) || near(i + 2) || (i > 0 && near(i - 1)) || (i > 1 && near(i - 2));
    let whole = i > 0 && page.word(i - 1) == "for" || page.word(i + 1) == "of";
    let willing = page.word(i + 1) == "to" || page.word(i + 1) == "from";
    if !italian && (hyphened || willing || !(beside || whole)) {
        return None;
    }
    // "gratis sopra i 150 €": the bounded price is the claim.
    if (i + 1..i + 4).any(|at| page.has(at, is::ABOVE | is::BELOW | is::FROM)) {
        return None;
    }
    let figure = Figure { low: 0.0, high: None, unit: Unit::Money(""), bound: Bound::Exactly };
    Some((ClaimKind::Price, i..i + 1, figure))
}

fn half_price(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
    let half = matches!((page.word(i), page.word(i + 1)), ("meta", "prezzo") | ("half", "price"));
    let hyphened =
        page.word(i) == "half" && page.is_sign(i + 1, &['-']) && page.word(i + 2) == "price";
    let end = if hyphened { i + 3 } else { i + 2 };
    let figure =
        Figure { low: 50.0, high: None, unit: Unit::Percent { off: true }, bound: Bound::Exactly };
    (half || hyphened).then_some((ClaimKind::Percentage, i..end, figure))
}

/// Figures that follow one another as in a telephone number.
fn phone(page: &Page, i: usize) -> Option<(ClaimKind, Range<usize>, Figure)> {
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
        Figure { low: all.parse().ok()?, high: None, unit: Unit::Bare, bound: Bound::Exactly };
    Some((ClaimKind::Number, i..at, figure))
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
            let cents = page.has(next.saturating_sub(1), is::CENT);
            low.value *= if cents { 0.01 } else { 1.0 };
            Unit::Money(money)
        }
        Some(Unit::Percent { .. }) => Unit::Percent { off: lowers(page, i, next) },
        Some(unit) => unit,
        None => Unit::Bare,
    };
    let (unit, next) = if unit == Unit::Bare { counted(page, low, next) } else { (unit, next) };
    let kind = match unit {
        Unit::Money(_) => ClaimKind::Price,
        Unit::Percent { .. } => ClaimKind::Percentage,
        _ => ClaimKind::Number,
    };
    let bound = if high.is_some() { Bound::Exactly } else { bound(page, i, next, unit) };
    Some((kind, i..next, Figure { low: low.value, high, unit, bound }))
}

/// A percentage that a price is lowered by: "-20%", "sconto del 20%", "20% off".
fn lowers(page: &Page, i: usize, next: usize) -> bool {
    let near = i.saturating_sub(4)..(next + 5).min(page.tokens.len());
    let off = |word: &str| {
        word == "off"
            || ["scont", "discount", "ribass", "sald", "promo"].iter().any(|w| word.starts_with(w))
    };
    i > 0 && page.is_sign(i - 1, &['-', '–', '−']) && !page.touches(i - 1)
        || near.into_iter().any(|at| off(page.word(at)))
}

fn currency(page: &Page, i: usize) -> Option<&'static str> {
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
fn behind(page: &Page, read: &Read) -> Option<(Unit, usize)> {
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
    if page.has(at, is::CENT) {
        return Some((Unit::Money("EUR"), at + 1));
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
    // "una 3-day sale".
    let at = at + usize::from(page.is_sign(at, &['-']) && page.touches(at) && page.touches(at + 1));
    let unit = page.sense(at).filter(|_| page.is_free(at))?.unit?;
    Some((Unit::Measure(unit), at + 1))
}

/// The upper end of a range whose lower end stops before `next`, and where it begins.
fn range(page: &Page, i: usize, next: usize) -> Option<(Read, usize)> {
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

/// The noun a bare figure counts, and the token behind it.
fn counted(page: &Page, read: Read, next: usize) -> (Unit, usize) {
    let ordinal = page.touches(next)
        && (page.sense(next).is_some_and(|s| s.ordinal) || page.is_sign(next, &['ª', 'º', '°']));
    let mut at = next + usize::from(ordinal);
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
    {
        at + 1
    } else {
        at
    };
    let generic = page.has(noun, is::GENERIC) && page.is_free(noun);
    match page.content(noun).or_else(|| generic.then(|| stem(page.word(noun)))) {
        Some(stem) => (Unit::Counted(if ordinal { !stem } else { stem }), noun + 1),
        None => (Unit::Bare, next + usize::from(ordinal)),
    }
}

/// "oltre", "fino a", "circa": what stands before a figure, or right behind it.
fn bound(page: &Page, i: usize, next: usize, unit: Unit) -> Bound {
    let word = |back: usize| i.checked_sub(back).map_or("", |at| page.word(at));
    let has = |back: usize, flag: u64| i.checked_sub(back).is_some_and(|at| page.has(at, flag));
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
