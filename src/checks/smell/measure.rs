//! What is smelt by counting words: triads, hashtags, want of detail.
//!
//! Owns what a pattern cannot say because it needs to compare or to count.

use super::Whiff;
use super::rules::{Rules, Triad};
use super::words::{Gap, Sort, Words};
use crate::domain::SmellMarker;
use std::ops::Range;

/// Fewer words need no detail.
const LONG: usize = 60;
/// So many hashtags that fit any brand.
const GENERIC: usize = 3;

pub fn find(words: &Words, rules: &Rules, found: &mut Vec<Whiff>) {
    triads(words, &rules.triad, found);
    hashtags(words, rules, found);
    no_detail(words, rules, found);
}

fn whiff(words: &Words, marker: SmellMarker, strength: u8, range: Range<usize>) -> Option<Whiff> {
    let span = super::span(words, range)?;
    let quote = words.text[span.clone()].to_owned();
    Some(Whiff { marker, span, quote, instead: None, strength })
}

/// `passion, dedication and creativity`: three words between commas, abstract ones.
fn triads(words: &Words, triad: &Triad, found: &mut Vec<Whiff>) {
    let joined = |at: usize| {
        let gap = words.before(at);
        gap.has(Gap::COMMA) && !gap.has(Gap::ENDS)
    };
    let mut at = 0;
    while at + 3 < words.len() {
        // `a, b and c`, `a, b, and c`, `a, b, c`; each may carry an article or two.
        let Some(end) = third(words, triad, at, &joined) else {
            at += 1;
            continue;
        };
        found.extend(whiff(words, SmellMarker::Triad, 2, at..end));
        at = end;
    }
}

/// Where a triad that begins at the word `at` ends.
fn third(words: &Words, triad: &Triad, at: usize, joined: &dyn Fn(usize) -> bool) -> Option<usize> {
    let second = at + 1;
    if !joined(second) {
        return None;
    }
    let is_and = |at: usize| triad.and.iter().any(|and| and == words.small(at));
    let third = (second + 1..second + 3).find(|&third| joined(third) || is_and(third))?;
    let second_last = third - 1;
    let third = third + usize::from(is_and(third));
    // A list goes on: four are a list, not a gesture.
    let next = third + 1;
    if joined(next) && words.small(next).len() > 2 || is_and(next) {
        return None;
    }
    if at > 0 && joined(at) && !words.before(at).has(Gap::ENDS) {
        return None;
    }
    let abstracts =
        [at, second_last, third].into_iter().filter(|&at| is_abstract(words, triad, at));
    let plain = [at, second_last, third].into_iter().all(|at| {
        words.get(at).is_some_and(|word| {
            word.sort == Sort::Word && (!word.capital || words.before(at).has(Gap::ENDS))
        })
    });
    (plain && abstracts.count() >= 2).then_some(next)
}

fn is_abstract(words: &Words, triad: &Triad, at: usize) -> bool {
    let word = words.small(at);
    let ends = || word.len() > 5 && triad.endings.iter().any(|end| word.ends_with(end.as_str()));
    triad.words.contains(word) || (!triad.not.contains(word) && ends())
}

/// One finding over all of them.
fn hashtags(words: &Words, rules: &Rules, found: &mut Vec<Whiff>) {
    let generic: Vec<usize> = (0..words.len())
        .filter(|&at| words.get(at).is_some_and(|word| word.sort == Sort::Hashtag))
        .filter(|&at| rules.hashtags.contains(words.small(at)))
        .collect();
    if let (GENERIC.., Some(first), Some(last)) = (generic.len(), generic.first(), generic.last()) {
        let found_here = whiff(words, SmellMarker::GenericHashtags, 2, *first..last + 1);
        found.extend(found_here);
    }
}

/// No figure, no name, no day, nobody who speaks of themselves, in sixty words and more.
fn no_detail(words: &Words, rules: &Rules, found: &mut Vec<Whiff>) {
    let is_plain = |at: usize| words.get(at).is_some_and(|word| word.sort == Sort::Word);
    let said = (0..words.len()).filter(|&at| is_plain(at)).count();
    let detail = |at: usize| {
        let Some(word) = words.get(at) else { return false };
        // A capital at the beginning of a sentence says nothing, nor does the English I.
        let named = word.capital && !words.before(at).has(Gap::ENDS) && word.span.len() > 1;
        let small = words.small(at);
        let told = rules.signs.when.contains(small) || rules.signs.person.contains(small);
        word.sort == Sort::Number || word.sort == Sort::Mention || (is_plain(at) && (named || told))
    };
    let quotes = words.text.contains(['«', '“', '"']);
    if said >= LONG && !quotes && !(0..words.len()).any(detail) {
        found.extend(whiff(words, SmellMarker::NoDetail, 2, 0..words.len()));
    }
}
