//! Names of people, places and things, and what stands between quotation marks.
//!
//! Owns which capitals make a name. At the beginning of a sentence a capital says nothing
//! by itself: the word must be a known name or stand with a capital elsewhere.

use super::page::{Case, Kind, Page};
use super::read::Found;
use super::tables::is;
use super::value::{Stem, Value, stem};
use crate::domain::ClaimKind;
use std::collections::HashSet;
use std::ops::Range;

/// How the brand's facts write their words.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// In names.
    pub proper: HashSet<Stem>,
    /// In lower case.
    pub plain: HashSet<Stem>,
}

pub(super) fn find(page: &Page, known: &Known, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        let Some(tokens) = name(page, i, known) else {
            i += 1;
            continue;
        };
        i = tokens.end;
        let span = page.span(tokens.clone());
        found.push(Found { kind: ClaimKind::Name, span, tokens, value: Value::Words });
    }
    quotations(page, found);
}

/// A capital that may be part of a name.
fn capital(page: &Page, i: usize) -> bool {
    let Some(token) = page.tokens.get(i) else { return false };
    let sense = token.sense;
    if token.kind != Kind::Word || token.taken || sense.has(is::PLAIN) && !sense.has(is::PLACE) {
        return false;
    }
    let word = match token.case {
        Case::Lower => return false,
        Case::Upper => {
            let length = token.end - token.start;
            let alone = ![i.wrapping_sub(1), i + 1].iter().any(|&at| {
                page.tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.case == Case::Upper)
            });
            (2..=6).contains(&length) && alone && !sense.has(is::GENERIC | is::FREE)
        }
        Case::Capital => true,
    };
    word && (!sense.has(is::STOP | is::VERB | is::DETERMINER) || sense.has(is::GIVEN))
        && sense.weekday == 0
        && (sense.month == 0 || sense.short)
        && !sense.feast
        && sense.days.is_none()
}

/// The token begins a sentence, a line or a quotation.
fn begins(page: &Page, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    match page.tokens[before].kind {
        Kind::Break => true,
        Kind::Sign(c) => {
            page.tokens[before].sentence != page.tokens[i].sentence
                || matches!(
                    c,
                    ':' | '«'
                        | '“'
                        | '"'
                        | '('
                        | '-'
                        | '•'
                        | '*'
                        | '¡'
                        | '¿'
                        | '‘'
                        | '–'
                        | '—'
                        | '>'
                )
                || !c.is_ascii() && !matches!(c, '’' | '€' | '£')
        }
        _ => page.tokens[before].sentence != page.tokens[i].sentence,
    }
}

fn name(page: &Page, i: usize, known: &Known) -> Option<Range<usize>> {
    // "via del Gelso" begins in lower case.
    let place = page.has(i, is::PLACE) && page.kind(i) == Some(Kind::Word) && page.is_free(i);
    let small = place && page.tokens[i].case == Case::Lower && {
        let mut at = i + 1;
        while page.has(at, is::NAME_LINK) && at < i + 3 {
            at += 1 + usize::from(page.is_sign(at + 1, &['\'', '’']));
        }
        page.tokens.get(at).is_some_and(|t| t.case == Case::Capital) && page.table.italian
    };
    if !small && !capital(page, i) {
        return None;
    }
    let end = run(page, i);
    let mut start = i;
    if !small && begins(page, i) {
        let sense = page.tokens[i].sense;
        let word = stem(page.word(i));
        // "Cono piccolo 2,80 €" of a shop that won a "Cono d'Argento", "Massimo 12 persone".
        let plain = end == i + 1
            && (known.plain.contains(&word)
                || sense.has(is::UP_TO) && figure_follows(page, i)
                || is_choice(page, i));
        let named = !plain && (sense.has(is::GIVEN) || known.proper.contains(&word));
        if !(named || elsewhere(page, i) || place && end > i + 1) {
            // The first word only begins the sentence.
            start = i + 1;
            while start < end && !capital(page, start) {
                start += 1;
            }
            if start >= end {
                return None;
            }
        }
    }
    // "A.N., B.S.": initials alone say no name.
    let word = |at: usize| page.kind(at) == Some(Kind::Word) && page.raw(at).chars().count() > 1;
    if !(start..end).any(word) {
        return None;
    }
    (!is_heading(page, i) || page.has(start, is::GIVEN)).then_some(start..end)
}

/// The token behind the capitals that follow one another, links between them included.
fn run(page: &Page, i: usize) -> usize {
    let mut end = i + 1;
    loop {
        // "St Oswald's Church".
        if page.is_sign(end, &['\'', '’']) && page.word(end + 1) == "s" && capital(page, end + 2)
        {
            end += 3;
            continue;
        }
        let mut at = end;
        // "G. Verdi", "D'Angelo", "Anne-Marie", "Neri & Figli", "Elio's".
        if page.is_sign(at, &['.']) && page.tokens[at - 1].end - page.tokens[at - 1].start == 1
            || page.is_sign(at, &['\'', '’', '-']) && page.touches(at) && page.touches(at + 1)
            || page.is_sign(at, &['&'])
        {
            at += 1;
            if !capital(page, at) {
                return end;
            }
        }
        let mut links = 0;
        while links < 2
            && page.has(at, is::NAME_LINK)
            && page.is_free(at)
            && page.tokens[at].case == Case::Lower
            && at == end + links
        {
            // "Ada e Bruno" are two names.
            if matches!(page.word(at), "e" | "and" | "in" | "the") {
                return end;
            }
            links += 1;
            at += 1;
            at += usize::from(page.is_sign(at, &['\'', '’']));
        }
        if !capital(page, at) {
            return end;
        }
        end = at + 1;
    }
}

/// "Bianca o verde": a colour that is somebody's name too.
fn is_choice(page: &Page, i: usize) -> bool {
    let other =
        page.tokens.get(i + 2).is_some_and(|t| t.kind == Kind::Word && t.case == Case::Lower);
    matches!(page.word(i + 1), "o" | "or") && other
}

fn figure_follows(page: &Page, i: usize) -> bool {
    page.kind(i + 1) == Some(Kind::Digits) || page.sense(i + 1).is_some_and(|s| s.number.is_some())
}

fn elsewhere(page: &Page, i: usize) -> bool {
    let word = page.word(i);
    (0..page.tokens.len())
        .any(|at| at != i && page.word(at) == word && capital(page, at) && !begins(page, at))
}

/// Titles and shouting: most words of the sentence have a capital.
fn is_heading(page: &Page, i: usize) -> bool {
    let sentence = page.tokens[i].sentence;
    let first =
        page.tokens[..i].iter().rposition(|t| t.sentence != sentence).map_or(0, |at| at + 1);
    // The first word and the days have a capital anyway.
    let words = page.tokens[first..]
        .iter()
        .take_while(|t| t.sentence == sentence)
        .filter(|t| t.kind == Kind::Word && t.end - t.start > 3)
        .skip(1)
        .filter(|t| t.sense.weekday == 0 && t.sense.month == 0);
    let (mut all, mut capitals) = (0, 0);
    for token in words {
        all += 1;
        capitals += usize::from(token.case != Case::Lower);
    }
    all >= 4 && capitals * 4 > all * 3
}

fn quotations(page: &Page, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        let closing: &[char] = match page.kind(i) {
            Some(Kind::Sign('«')) => &['»'],
            Some(Kind::Sign('“' | '„')) => &['”', '“'],
            Some(Kind::Sign('"')) => &['"'],
            _ => {
                i += 1;
                continue;
            }
        };
        let inside = page.tokens[i + 1..].iter().take_while(|t| t.kind != Kind::Break).count();
        let close = (i + 1..=i + inside).find(|&at| page.is_sign(at, closing));
        let Some(close) = close else {
            i += 1;
            continue;
        };
        let words = page.tokens[i + 1..close]
            .iter()
            .filter(|t| matches!(t.kind, Kind::Word | Kind::Digits))
            .count();
        if words >= 3 {
            let tokens = i..close + 1;
            let span = page.span(tokens.clone());
            found.push(Found { kind: ClaimKind::Quotation, span, tokens, value: Value::Words });
        }
        i = close + 1;
    }
}
