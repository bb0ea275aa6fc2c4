//! Habits of any trade and any word: generalities, from–to, refrains, the way a text opens
//! and closes, how often it names its reader.
//!
//! Owns what is counted over the sentences of a text; the words it counts are data. Nearly
//! all of it is weak: people have each of these habits, models have most of them at once.

use super::Whiff;
use super::measure::whiff;
use super::rules::Habits;
use crate::domain::SmellMarker;
use crate::text::fold;
use crate::text::words::{Gap, Sort, Words};
use std::collections::BTreeSet;
use std::ops::Range;

/// A text of fewer words has no shares.
const SHARED: usize = 28;
/// An opening or a closing stands in so many sentences or more.
const SENTENCES: usize = 3;

pub fn find(words: &Words, habits: &Habits, things: &BTreeSet<String>, found: &mut Vec<Whiff>) {
    let sentences = sentences(words);
    universals(words, &sentences, (habits, things), found);
    ranges(words, habits, found);
    refrains(words, &sentences, found);
    opening(words, habits, &sentences, found);
    closing(words, habits, &sentences, found);
    reasons(words, habits, &sentences, found);
    shares(words, habits, found);
}

/// The sentences and lines, those of hashtags alone aside.
fn sentences(words: &Words) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in 1..=words.len() {
        if words.before(at).has(Gap::SENTENCE) {
            let said = |at| words.get(at).is_some_and(|word| word.sort != Sort::Hashtag);
            if (start..at).any(said) {
                all.push(start..at);
            }
            start = at;
        }
    }
    all
}

/// `every`, `each`, `moments`, «ogni», «insieme»: two different ones, or three. A sentence
/// with a figure, a name or a thing of the brand's trade holds for nobody else.
fn universals(
    words: &Words,
    sentences: &[Range<usize>],
    (habits, things): (&Habits, &BTreeSet<String>),
    found: &mut Vec<Whiff>,
) {
    let is_detail = |at: usize| {
        words.get(at).is_some_and(|word| {
            let small = words.small(at);
            let named = word.capital && !words.before(at).has(Gap::ENDS) && small.len() > 1;
            word.sort == Sort::Number
                || word.sort == Sort::Word
                    && (named || habits.numbers.contains(small) || things.contains(&*fold(small)))
        })
    };
    let is_of_something = |at: usize| {
        let mut own = sentences.iter().filter(|sentence| sentence.contains(&at));
        own.any(|sentence| {
            sentence
                .clone()
                .any(|other| is_detail(other) && !habits.universal.contains(words.small(other)))
        })
    };
    let stands: Vec<usize> = (0..words.len())
        .filter(|&at| words.get(at).is_some_and(|word| word.sort == Sort::Word))
        .filter(|&at| habits.universal.contains(words.small(at)))
        // “Each and every one” is one.
        .filter(|&at| at < 2 || !habits.universal.contains(words.small(at - 2)))
        .filter(|&at| !is_of_something(at))
        .collect();
    let different: BTreeSet<&str> = stands.iter().map(|&at| words.small(at)).collect();
    if different.len() < 2 && stands.len() < 3 {
        return;
    }
    for (nth, at) in stands.into_iter().enumerate() {
        let strength = if nth == 0 { 2 } else { 1 };
        found.extend(whiff(words, SmellMarker::Universal, strength, at..at + 1));
    }
}

/// `from family walks to ridge climbs`, «dalla raccolta alla bottiglia»: neither hours nor
/// places.
fn ranges(words: &Words, habits: &Habits, found: &mut Vec<Whiff>) {
    const FAR: usize = 6;
    let said = |at: usize| {
        words.get(at).is_some_and(|word| word.sort == Sort::Word && !word.capital)
            && !habits.numbers.contains(words.small(at))
            && !habits.here.contains(words.small(at))
    };
    for at in 0..words.len() {
        if !habits.from.contains(words.small(at)) {
            continue;
        }
        let to = (at + 2..at + 2 + FAR)
            .take_while(|&to| !words.before(to).has(Gap::BREAK))
            .find(|&to| habits.to.contains(words.small(to)));
        let Some(to) = to else { continue };
        let goes_on = !words.before(to + 1).has(Gap::BREAK);
        if goes_on && (at + 1..=to + 1).all(said) {
            found.extend(whiff(words, SmellMarker::Range, 2, at..to + 2));
        }
    }
}

/// `It means … It means … It means …`.
fn refrains(words: &Words, sentences: &[Range<usize>], found: &mut Vec<Whiff>) {
    for three in sentences.windows(SENTENCES) {
        let first = words.small(three[0].start);
        let alike = three.iter().all(|one| one.len() > 1 && words.small(one.start) == first);
        let plain = words.get(three[0].start).is_some_and(|word| word.sort == Sort::Word);
        let ended = three[1..].iter().all(|one| words.before(one.start).has(Gap::STOP));
        if alike && plain && ended {
            let range = three[0].start..three[2].end;
            found.extend(whiff(words, SmellMarker::Refrain, 2, range));
            return;
        }
    }
}

/// A first sentence without a figure, a name, a day, and without anybody in it.
fn opening(words: &Words, habits: &Habits, all: &[Range<usize>], found: &mut Vec<Whiff>) {
    const LENGTH: std::ops::RangeInclusive<usize> = 4..=14;
    let Some(first) = all.first().filter(|_| all.len() >= 2) else { return };
    let general = first.clone().all(|at| {
        words.get(at).is_some_and(|word| {
            let small = words.small(at);
            let past = habits.past.iter().any(|end| small.len() > 4 && small.ends_with(&**end));
            word.sort == Sort::Word
                && (at == first.start || !word.capital)
                && !habits.here.contains(small)
                && !past
        })
    });
    if LENGTH.contains(&first.len()) && general {
        found.extend(whiff(words, SmellMarker::GeneralTruth, 1, first.clone()));
    }
}

/// The last sentence asks, or orders with an exclamation mark.
fn closing(words: &Words, habits: &Habits, all: &[Range<usize>], found: &mut Vec<Whiff>) {
    let Some(last) = all.last().filter(|_| all.len() >= SENTENCES) else { return };
    let asks = words.before(last.end).has(Gap::QUESTION);
    let end = last.end.checked_sub(1).and_then(|at| words.get(at)).map_or(0, |word| word.span.end);
    let calls = habits.call.contains(words.small(last.start))
        && words.text[end..].trim_start_matches(['"', '”', '»', ')']).starts_with('!');
    if asks {
        found.extend(whiff(words, SmellMarker::EngagementQuestion, 1, last.clone()));
    } else if calls {
        found.extend(whiff(words, SmellMarker::ClosingCall, 1, last.clone()));
    }
}

/// `Because good things take time.`: a reason on its own, that answers no question.
fn reasons(words: &Words, habits: &Habits, all: &[Range<usize>], found: &mut Vec<Whiff>) {
    for one in all.iter().skip(1) {
        let (before, behind) = (words.before(one.start), words.before(one.end));
        let alone = !before.has(Gap::QUESTION) && !behind.has(Gap::QUESTION);
        if alone && habits.because.contains(words.small(one.start)) && one.len() > 2 {
            found.extend(whiff(words, SmellMarker::Moral, 2, one.start..one.start + 3));
        }
    }
}

/// How many words name the reader, and how long they all are.
fn shares(words: &Words, habits: &Habits, found: &mut Vec<Whiff>) {
    let plain: Vec<usize> = (0..words.len())
        .filter(|&at| words.get(at).is_some_and(|word| word.sort != Sort::Hashtag))
        .collect();
    if plain.len() < SHARED {
        return;
    }
    let share = |count: usize| count as f64 / plain.len() as f64;
    let readers: Vec<usize> =
        plain.iter().copied().filter(|&at| habits.reader.contains(words.small(at))).collect();
    if let Some(&first) = readers.first().filter(|_| share(readers.len()) >= habits.readers) {
        found.extend(whiff(words, SmellMarker::ReaderPronouns, 1, first..first + 1));
    }
    let letters: usize = plain.iter().map(|&at| words.small(at).chars().count()).sum();
    if share(letters) >= habits.letters {
        found.extend(whiff(words, SmellMarker::LongWords, 1, 0..words.len()));
    }
}
