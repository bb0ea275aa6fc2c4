//! What is smelt by counting words: triads, hashtags, want of detail.
//!
//! Owns what a pattern cannot say because it needs to compare or to count.

use super::Whiff;
use super::rules::{Rules, Tail, Triad};
use crate::domain::SmellMarker;
use crate::text::words::{Gap, Sort, Words};
use std::ops::Range;

/// Fewer words need no detail.
const LONG: usize = 28;
/// So many hashtags that fit any brand.
const GENERIC: usize = 3;

pub fn find(words: &Words, rules: &Rules, found: &mut Vec<Whiff>) {
    triads(words, rules, found);
    tails(words, &rules.tail, found);
    echoes(words, found);
    anaphora(words, found);
    fragments(words, found);
    hashtags(words, rules, found);
    no_detail(words, rules, found);
}

pub(super) fn whiff(
    words: &Words,
    marker: SmellMarker,
    strength: u8,
    range: Range<usize>,
) -> Option<Whiff> {
    let span = super::span(words, range)?;
    let quote = words.text[span.clone()].to_owned();
    Some(Whiff { marker, span, quote, instead: None, strength })
}

/// `passion, dedication and creativity`: three parts between commas, abstract ones. Of the
/// other threes one counts only in company.
fn triads(words: &Words, rules: &Rules, found: &mut Vec<Whiff>) {
    let (triad, numbers) = (&rules.triad, &rules.habit.numbers);
    let mut at = 0;
    let (mut plain, mut alike) = (Vec::new(), 0);
    while at + 3 < words.len() {
        let Some((end, sort)) = third(words, triad, at) else {
            at += 1;
            continue;
        };
        match sort {
            Three::Abstract => found.extend(whiff(words, SmellMarker::Triad, 2, at..end)),
            Three::Joined { even } if !(at..end).any(|at| numbers.contains(words.small(at))) => {
                plain.push(at..end);
                alike += usize::from(even);
            }
            Three::Joined { .. } | Three::Listed => {}
        }
        at = end;
    }
    let strength = if alike >= 2 { 2 } else { 1 };
    let threes = plain.into_iter().filter_map(|at| whiff(words, SmellMarker::Threes, strength, at));
    found.extend(threes);
}

/// What three parts in a row are.
enum Three {
    /// Two of them or more say nothing that can be touched.
    Abstract,
    /// Things, with an “and” before the last. Even where the second is no longer than a
    /// name with its article: a clause between commas is no gesture.
    Joined { even: bool },
    /// Things between commas: any list.
    Listed,
}

fn is_joined(words: &Words, at: usize) -> bool {
    let gap = words.before(at);
    gap.has(Gap::COMMA) && !gap.has(Gap::ENDS)
}

/// Where a triad that begins with the word `at` ends: `a, b and c`, `a, b, and c`,
/// `a, b, c`, with an article or an adjective on each.
fn third(words: &Words, triad: &Triad, at: usize) -> Option<(usize, Three)> {
    const PART: usize = 5;
    const EVEN: usize = 3;
    let is_and = |at: usize| triad.and.iter().any(|and| and == words.small(at));
    let starts_list = at == 0 || !is_joined(words, at);
    let second = at + 1;
    if !is_joined(words, second) || !starts_list {
        return None;
    }
    let turn = (second + 1..=second + PART)
        .take_while(|&at| !words.before(at).has(Gap::ENDS))
        .find(|&at| is_joined(words, at) || is_and(at))?;
    let third = turn + usize::from(is_and(turn));
    let end = (third + 1..=third + PART)
        .find(|&at| words.before(at).has(Gap::BREAK) || words.get(at).is_none())
        .unwrap_or(third + 2);
    // A list goes on: four are a list, not a gesture.
    if is_joined(words, end) || is_and(end) {
        return None;
    }
    let part = |range: Range<usize>| {
        let plain = range.clone().all(|at| {
            words.get(at).is_some_and(|word| {
                word.sort == Sort::Word && (!word.capital || words.before(at).has(Gap::ENDS))
            })
        });
        plain.then(|| range.clone().any(|at| is_abstract(words, triad, at)))
    };
    let abstracts = [part(at..second)?, part(second..turn)?, part(third..end)?];
    let sort = match abstracts.into_iter().filter(|is| *is).count() {
        2.. => Three::Abstract,
        _ if third > turn => Three::Joined { even: turn - second <= EVEN },
        _ => Three::Listed,
    };
    Some((end, sort))
}

fn is_abstract(words: &Words, triad: &Triad, at: usize) -> bool {
    let word = words.small(at);
    let ends = || word.len() > 5 && triad.endings.iter().any(|end| word.ends_with(end.as_str()));
    triad.words.contains(word) || (!triad.not.contains(word) && ends())
}

/// `…, giving you confidence`, «…, offrendo consigli»: after a comma that has a clause
/// before it, with something behind it.
fn tails(words: &Words, tail: &Tail, found: &mut Vec<Whiff>) {
    const CLAUSE: usize = 5;
    let mut start = 0;
    for at in 1..words.len() {
        let gap = words.before(at);
        if gap.has(Gap::ENDS) {
            start = at;
        }
        let small = words.small(at);
        let hangs = is_joined(words, at) && at - start >= CLAUSE;
        let ends =
            || small.len() > 4 && tail.endings.iter().any(|end| small.ends_with(end.as_str()));
        let goes_on = (at + 1..=at + 2).all(|next| !words.before(next).has(Gap::BREAK));
        if hangs && goes_on && ends() && !tail.not.contains(small) {
            found.extend(whiff(words, SmellMarker::Tail, 2, at..at + 2));
        }
    }
}

/// `You can't rush it. You can't force it.`: two short sentences that begin alike.
fn anaphora(words: &Words, found: &mut Vec<Whiff>) {
    const SHORT: usize = 8;
    let starts: Vec<usize> =
        (0..=words.len()).filter(|&at| words.before(at).has(Gap::ENDS)).collect();
    for three in starts.windows(3) {
        let (first, second, end) = (three[0], three[1], three[2]);
        let short = second - first <= SHORT && end - second <= SHORT && end - second > 2;
        let alike = (0..2).all(|i| words.small(first + i) == words.small(second + i));
        let letters = |at: usize| words.get(at).is_some_and(|word| word.sort == Sort::Word);
        let stops = words.before(second).has(Gap::STOP) && words.before(end).has(Gap::STOP);
        if short && alike && stops && second - first > 2 && letters(first) && letters(first + 1) {
            found.extend(whiff(words, SmellMarker::Staccato, 2, first..end));
        }
    }
}

/// `doesn't happen here. It happens there`, «non serve questo: serve quello»: a verb denied
/// so that it can be said again.
fn echoes(words: &Words, found: &mut Vec<Whiff>) {
    const FAR: usize = 14;
    for at in 1..words.len() {
        let english = words.small(at) == "t" && words.small(at - 1).ends_with('n');
        let denied = if english {
            at + 1
        } else if words.small(at) == "non" {
            // «non ti serve», «non si misura»: the pronoun is not the verb.
            at + 1 + usize::from(words.small(at + 1).len() == 2 && words.small(at + 1) != "è")
        } else {
            continue;
        };
        let verb = words.small(denied);
        if verb.chars().count() < 4 || words.before(denied).has(Gap::BREAK) {
            continue;
        }
        let stem = if english { verb } else { verb.trim_end_matches(['e', 'a', 'o', 'i']) };
        let again = (denied + 2..(denied + FAR).min(words.len())).find(|&here| {
            let begins =
                (here.saturating_sub(2)..=here).any(|from| words.before(from).has(Gap::BREAK));
            begins
                && words.small(here).starts_with(stem)
                && words.small(here - 1) != "non"
                && words.small(here - 1) != "t"
        });
        if let Some(again) = again {
            let from = at - usize::from(english);
            let strength = if english { 3 } else { 2 };
            found.extend(whiff(words, SmellMarker::Contrast, strength, from..again + 1));
        }
    }
}

/// `A shared smile. A kind word. A helping hand.`: three short sentences in a row without
/// a figure in them.
fn fragments(words: &Words, found: &mut Vec<Whiff>) {
    const SHORT: usize = 4;
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for at in 1..=words.len() {
        let gap = words.before(at);
        if !gap.has(Gap::ENDS) {
            continue;
        }
        let plain = (start..at).all(|at| words.get(at).is_some_and(|word| word.sort == Sort::Word));
        let short = at - start <= SHORT && plain && gap.has(Gap::STOP);
        let apart = words.before(start).has(Gap::PARAGRAPH) && !row.is_empty();
        if !short || apart {
            close_row(words, &mut row, found);
        }
        if short {
            row.push(start..at);
        }
        start = at;
    }
    close_row(words, &mut row, found);
}

fn close_row(words: &Words, row: &mut Vec<Range<usize>>, found: &mut Vec<Whiff>) {
    let said: usize = row.iter().map(ExactSizeIterator::len).sum();
    if let (3.., Some(first), Some(last)) = (row.len(), row.first(), row.last())
        && said >= 6
    {
        found.extend(whiff(words, SmellMarker::Staccato, 2, first.start..last.end));
    }
    row.clear();
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
        let counted = rules.habit.numbers.contains(small);
        word.sort == Sort::Number
            || word.sort == Sort::Mention
            || (is_plain(at) && (named || told || counted))
    };
    let quotes = words.text.contains(['«', '“', '"']);
    if said >= LONG && !quotes && !(0..words.len()).any(detail) {
        found.extend(whiff(words, SmellMarker::NoDetail, 2, 0..words.len()));
    }
}
