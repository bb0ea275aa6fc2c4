//! Which rules the decisions show.
//!
//! A rule needs at least [`NEEDED`] cases from three suggestions, four in five of one mind.
//! Where a hand mostly rejects, it must reject these at least twice as often as the rest:
//! someone who takes one sentence in ten has said nothing about question marks.

use super::traits::{against, has};
use crate::domain::{Case, Fate, Judged, Learned, Lesson, Proposal, Reason};
use crate::text::words::{Sort, Words};
use crate::text::{Piece, diff_words, hashtags, word_count};
use std::collections::{BTreeMap, BTreeSet};

/// So many decisions make a rule.
pub const NEEDED: usize = 4;
/// From so many suggestions.
const SUGGESTIONS: usize = 3;
/// Words of a phrase that is replaced, and of what replaces it.
const PHRASE: usize = 3;
/// Letters of a word that is worth a rule.
const LETTERS: usize = 4;
/// How likely chance alone may be.
const CHANCE: f64 = 0.001;
/// A hand has shortened a sentence that is under so many hundredths of it.
const SHORTENED: usize = 85;

/// Words that a phrase is known without, at either end.
const SMALL: &[&str] = &[
    "il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una", "di", "a", "da", "in", "con",
    "su", "per", "e", "o", "che", "del", "dello", "della", "dei", "degli", "delle", "dell", "al",
    "allo", "alla", "ai", "agli", "alle", "all", "dal", "dallo", "dalla", "dai", "dagli", "dalle",
    "dall", "nel", "nello", "nella", "nei", "negli", "nelle", "nell", "sul", "sullo", "sulla",
    "sui", "sugli", "sulle", "sull", "questo", "questa", "the", "an", "of", "to", "at", "on",
    "for", "and", "or", "this", "that", "with", "from", "our", "your", "its",
];

/// What is shown and not known yet, the best founded first. The order of `judged` does not
/// matter; `known` are the rules that were answered, either way.
pub fn proposals(judged: &[Judged], known: &[Learned]) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    found.extend(marks(judged));
    found.extend(fewer_hashtags(judged));
    let replaced = replacements(judged);
    found.extend(words_left_out(judged, &replaced));
    found.extend(replaced);
    found.extend(shorter(judged));
    let answered: Vec<Lesson> = known.iter().filter_map(Learned::lesson).collect();
    found.retain(|proposal| !answered.iter().any(|known| is_same(known, &proposal.lesson)));
    for proposal in &mut found {
        proposal.cases.sort_by(|a, b| {
            let (a, b) = (&a.judged, &b.judged);
            (b.at, &a.suggestion, &a.words).cmp(&(a.at, &b.suggestion, &b.words))
        });
    }
    found.sort_by(|a, b| {
        (b.agreeing(), a.cases.len(), &a.lesson).cmp(&(a.agreeing(), b.cases.len(), &b.lesson))
    });
    found
}

/// Of a limit there is one, whatever its figure.
fn is_same(known: &Lesson, lesson: &Lesson) -> bool {
    let is_limit = matches!(lesson, Lesson::Hashtags(_) | Lesson::Shorter(_));
    known == lesson || is_limit && known.code() == lesson.code()
}

fn is_shown(cases: &[Case]) -> bool {
    let agreeing = cases.iter().filter(|case| case.agrees).count();
    let from: BTreeSet<_> = cases.iter().map(|case| &case.judged.suggestion).collect();
    cases.len() >= NEEDED && agreeing * 5 >= cases.len() * 4 && from.len() >= SUGGESTIONS
}

fn proposal(lesson: Lesson, cases: Vec<Case>) -> Option<Proposal> {
    is_shown(&cases).then_some(Proposal { lesson, cases })
}

fn case(judged: &Judged, agrees: bool) -> Case {
    Case { judged: judged.clone(), agrees }
}

/// Marks and habits that a hand takes out, or for which it leaves the sentence.
fn marks(judged: &[Judged]) -> Vec<Proposal> {
    let lessons =
        [Lesson::NoClosingQuestion, Lesson::NoExclamation, Lesson::NoEmoji, Lesson::NoDash];
    // Somebody who says that it is not true has not judged how it is said; and who leaves
    // a whole suggestion has judged no sentence of it.
    let telling = |one: &&Judged| {
        let mute = |reason: Option<Reason>, others: bool| reason == Some(Reason::False) || !others;
        let fate = &one.fate;
        !one.hashtags
            && !matches!(fate, Fate::Rejected { reason, others_taken, .. } if mute(*reason, *others_taken))
    };
    let told: Vec<&Judged> = judged.iter().filter(telling).collect();
    let of = |lesson: Lesson| {
        let asked = |one: &&Judged| lesson != Lesson::NoClosingQuestion || one.last;
        let (mut cases, mut others) = (Vec::new(), Vec::new());
        for one in &told {
            if !asked(one) || against(&lesson, &one.words).is_empty() {
                others.push(*one);
                continue;
            }
            let agrees = one.stands().is_none_or(|hand| against(&lesson, hand).is_empty());
            cases.push(case(one, agrees));
        }
        let is_left = |one: &Judged| matches!(one.fate, Fate::Rejected { .. });
        let left = cases.iter().filter(|case| is_left(&case.judged)).count();
        let rewritten = cases.iter().filter(|case| case.agrees).count() - left;
        let left_of_others = others.iter().filter(|one| is_left(one)).count();
        // Twice as often, without dividing.
        let stands_out =
            !others.is_empty() && left * others.len() >= 2 * left_of_others * cases.len();
        (rewritten >= left || stands_out).then(|| proposal(lesson.clone(), cases)).flatten()
    };
    lessons.into_iter().filter_map(of).collect()
}

/// The fewest hashtags that a hand nearly always cuts to.
fn fewer_hashtags(judged: &[Judged]) -> Option<Proposal> {
    let lines: Vec<(&Judged, usize, usize)> = judged
        .iter()
        .filter(|one| one.hashtags)
        .filter_map(|one| Some((one, hashtags(&one.words).len(), hashtags(one.stands()?).len())))
        .collect();
    (1..=10).find_map(|most| {
        let over = lines.iter().filter(|(_, proposed, _)| *proposed > most);
        let cases = over.map(|(one, _, kept)| case(one, *kept <= most)).collect();
        // A limit that nobody has ever reached would be a guess.
        let reached = lines.iter().any(|(_, proposed, kept)| *proposed > most && *kept == most);
        reached.then(|| proposal(Lesson::Hashtags(most), cases)).flatten()
    })
}

/// Sentences that a hand has taken, as they were or in its own words.
fn taken(judged: &[Judged]) -> impl Iterator<Item = (&Judged, &str)> {
    judged.iter().filter(|one| !one.hashtags).filter_map(|one| Some((one, one.stands()?)))
}

fn replacements(judged: &[Judged]) -> Vec<Proposal> {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (one, hand) in taken(judged) {
        for change in replaced(&one.words, hand) {
            *seen.entry(change).or_default() += 1;
        }
    }
    seen.retain(|_, times| *times * 5 >= NEEDED * 4);
    seen.into_keys()
        .filter_map(|(from, to)| {
            let with = taken(judged).filter(|(one, _)| has(&one.words, &from));
            let cases =
                with.map(|(one, hand)| case(one, !has(hand, &from) && has(hand, &to))).collect();
            proposal(Lesson::Replace { from, to }, cases)
        })
        .collect()
}

/// The phrases of one sentence that stand in the place of others, in small letters.
fn replaced(machine: &str, hand: &str) -> BTreeSet<(String, String)> {
    let pieces = diff_words(machine, hand);
    let pairs = pieces.windows(2).filter_map(|pair| match pair {
        [Piece::Removed(from), Piece::Added(to)] => Some((phrase(from)?, phrase(to)?)),
        _ => None,
    });
    let worth = |from: &str| from.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
    pairs.filter(|(from, to)| from != to && worth(from)).collect()
}

/// A few words without their small ones at either end; nothing where a figure, a mention or
/// a stop is among them.
fn phrase(piece: &str) -> Option<String> {
    let words = Words::of(piece);
    if words.iter().any(|word| word.sort != Sort::Word) {
        return None;
    }
    let small = |at: &usize| SMALL.contains(&words.small(*at));
    let first = (0..words.len()).find(|at| !small(at))?;
    let last = (0..words.len()).rfind(|at| !small(at))?;
    let all: Vec<&str> = (first..=last).map(|at| words.small(at)).collect();
    (all.len() <= PHRASE).then(|| all.join(" "))
}

/// Words that never stay, whatever comes in their place.
fn words_left_out(judged: &[Judged], replaced: &[Proposal]) -> Vec<Proposal> {
    let mut with: BTreeMap<String, Vec<Case>> = BTreeMap::new();
    let (mut all, mut gone) = (0usize, 0usize);
    for (one, hand) in taken(judged) {
        let (words, stays) = (worth_a_rule(&one.words), worth_a_rule(hand));
        for word in words {
            let agrees = !stays.contains(&word);
            all += 1;
            gone += usize::from(agrees);
            with.entry(word).or_default().push(case(one, agrees));
        }
    }
    let usually = gone as f64 / all.max(1) as f64;
    let is_replaced = |word: &str| {
        replaced
            .iter()
            .any(|found| matches!(&found.lesson, Lesson::Replace { from, .. } if has(from, word)))
    };
    with.into_iter()
        .filter(|(word, _)| !is_replaced(word))
        .filter_map(|(word, cases)| proposal(Lesson::Without(word), cases))
        .filter(|found| usually.powi(found.agreeing() as i32) <= CHANCE)
        .collect()
}

fn worth_a_rule(text: &str) -> BTreeSet<String> {
    let words = Words::of(text);
    let long = |word: &str| word.chars().count() >= LETTERS && !SMALL.contains(&word);
    let of = words.iter().enumerate().filter(|(_, word)| word.sort == Sort::Word);
    of.map(|(at, _)| words.small(at).to_owned()).filter(|word| long(word)).collect()
}

/// By how much a hand shortens what it writes over, to the nearest five hundredths.
fn shorter(judged: &[Judged]) -> Option<Proposal> {
    let mut shares = Vec::new();
    let mut cases = Vec::new();
    for one in judged.iter().filter(|one| !one.hashtags) {
        let Fate::Rewritten(hand) = &one.fate else { continue };
        let (machine, hand) = (word_count(&one.words), word_count(hand));
        if machine == 0 {
            continue;
        }
        let share = hand * 100 / machine;
        shares.push(share);
        cases.push(case(one, share <= SHORTENED));
    }
    shares.sort_unstable();
    let middle = shares.get(shares.len() / 2)?;
    let less = 100usize.saturating_sub(*middle);
    proposal(Lesson::Shorter((less + 2) / 5 * 5), cases)
}
