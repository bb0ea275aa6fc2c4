//! Superlatives and comparisons: "la più morbida", "freschissimo", "better than", "the only".
//!
//! Owns which words raise one thing above others. It takes no word away from the finders
//! behind it.

use super::page::{Case, Kind, Page};
use super::read::Found;
use super::tables::{Phrase, is};
use super::value::{Stem, Value, stem};
use crate::domain::ClaimKind;
use std::ops::Range;

pub(super) fn find(page: &Page, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        if !page.is_free(i) || !matches!(page.kind(i), Some(Kind::Word | Kind::Sign('#'))) {
            i += 1;
            continue;
        }
        match at(page, i) {
            Some(Ok((kind, tokens, quality))) => {
                i = tokens.end;
                let span = page.span(tokens.clone());
                found.push(Found { kind, span, tokens, value: Value::Quality(quality) });
            }
            Some(Err(end)) => i = end,
            None => i += 1,
        }
    }
}

type Degree = (ClaimKind, Range<usize>, Stem);

/// A degree, or the end of a phrase that only looks like one.
fn at(page: &Page, i: usize) -> Option<Result<Degree, usize>> {
    match page.phrase(i) {
        Some((Phrase::NotSuperlative, length)) => return Some(Err(i + length)),
        Some((Phrase::Superlative, length)) => {
            return Some(Ok((ClaimKind::Superlative, i..i + length, whole(page, i..i + length))));
        }
        // "il migliore della città" is above all.
        Some((Phrase::Comparison, _)) if lead(page, i) < i && page.has(i, is::SUPERLATIVE) => {
            let tokens = lead(page, i)..i + 1;
            return Some(Ok((ClaimKind::Superlative, tokens, stem(page.word(i)))));
        }
        Some((Phrase::Comparison, length)) => {
            return Some(Ok((ClaimKind::Comparison, i..i + length, whole(page, i..i + length))));
        }
        _ => {}
    }
    if page.is_sign(i, &['#']) {
        let first = page.raw(i + 1) == "1" && page.touches(i + 1);
        return first.then(|| Ok((ClaimKind::Superlative, i..i + 2, stem("one"))));
    }
    single(page, i).or_else(|| most(page, i)).or_else(|| first(page, i)).map(Ok)
}

fn whole(page: &Page, tokens: Range<usize>) -> Stem {
    tokens.fold(0, |all: Stem, i| all.rotate_left(7) ^ stem(page.word(i)))
}

fn lead(page: &Page, i: usize) -> usize {
    let led =
        i > 0 && page.has(i - 1, is::SUPERLATIVE_LEAD) && page.kind(i - 1) == Some(Kind::Word);
    i - usize::from(led)
}

/// One word that says it all: "unica", "freschissimo", "finest", "softer".
fn single(page: &Page, i: usize) -> Option<Degree> {
    let (word, sense) = (page.word(i), page.sense(i)?);
    if sense.has(is::NOT_SUPERLATIVE) {
        return None;
    }
    if sense.has(is::SUPERLATIVE) {
        // "migliore di" is a comparison, "best before" a label.
        return Some((ClaimKind::Superlative, lead(page, i)..i + 1, stem(word)));
    }
    if page.table.italian {
        let root = word.get(..word.len().checked_sub(6)?)?;
        let ending = &word[root.len()..];
        let absolute =
            matches!(ending, "issimo" | "issima" | "issimi" | "issime") && root.len() > 2;
        return absolute.then(|| (ClaimKind::Superlative, i..i + 1, stem(root)));
    }
    if sense.has(is::QUALITY) {
        return Some((ClaimKind::Comparison, i..i + 1, stem(word)));
    }
    let regular = word.len() > 5
        && word.ends_with("est")
        && lead(page, i) < i
        // "The Tempest" is a title.
        && page.tokens[i].case != Case::Capital
        && !sense.has(is::GIVEN | is::STOP);
    regular.then(|| (ClaimKind::Superlative, lead(page, i)..i + 1, stem(&word[..word.len() - 3])))
}

/// "il più morbido", "più caldo di", "the most comfortable", "more durable than".
fn most(page: &Page, i: usize) -> Option<Degree> {
    let italian = page.table.italian;
    let comparing = !italian && matches!(page.word(i), "more" | "less" | "fewer");
    if !page.has(i, is::MOST) && !comparing {
        return None;
    }
    let next = page.sense(i + 1)?;
    if page.kind(i + 1) != Some(Kind::Word)
        || next.has(is::NOT_QUALITY | is::VERB)
        || next.number.is_some()
    {
        return None;
    }
    let quality = stem(page.word(i + 1));
    let clause = page.tokens[i].clause;
    let than = (i + 2..i + 6)
        .take_while(|&at| page.tokens.get(at).is_some_and(|t| t.clause == clause))
        .find(|&at| page.has(at, is::THAN) && (at == i + 2 || page.word(at) != "di"));
    let degree = |kind, start| Some((kind, start..i + 2, quality));
    if comparing {
        return than.and_then(|_| degree(ClaimKind::Comparison, i));
    }
    let led =
        i > 0 && page.has(i - 1, is::SUPERLATIVE_LEAD) && page.kind(i - 1) == Some(Kind::Word);
    if led && !(italian && page.has(i - 1, is::BETWEEN)) {
        return degree(ClaimKind::Superlative, i - 1);
    }
    if !italian {
        return None;
    }
    // "la lana più morbida" stands above all, "una lana più morbida" above one.
    let definite = i > 1
        && page.content(i - 1).is_some()
        && (page.has(i - 2, is::SUPERLATIVE_LEAD) || i > 2 && page.is_sign(i - 2, &['\'', '’']));
    // "il lettore di CSV più veloce che ci sia", whatever stands between.
    let of_all = page.word(i + 2) == "che"
        && (matches!(page.word(i + 3), "ci" | "si" | "io" | "tu" | "abbia" | "abbiate")
            || page.word(i + 3).starts_with("esist"));
    if of_all {
        return degree(ClaimKind::Superlative, i);
    }
    let other = than.is_some_and(|at| matches!(page.word(at), "che" | "rispetto"));
    if definite && !other && (next.has(is::QUALITY) || than.is_some()) {
        return degree(ClaimKind::Superlative, i);
    }
    let adjective = next.has(is::QUALITY) || than == Some(i + 2) && page.content(i + 1).is_some();
    if adjective { degree(ClaimKind::Comparison, i) } else { None }
}

/// "il primo negozio in Italia": being first or alone somewhere.
fn first(page: &Page, i: usize) -> Option<Degree> {
    if !page.has(i, is::FIRST) || page.word(i + 1) == "di" {
        return None;
    }
    let clause = page.tokens[i].clause;
    let place = (i + 1..i + 8)
        .take_while(|&at| page.tokens.get(at).is_some_and(|t| t.clause == clause))
        .any(|at| page.has(at, is::FIRST_PLACE));
    place.then(|| (ClaimKind::Superlative, lead(page, i)..i + 1, stem(page.word(i))))
}
