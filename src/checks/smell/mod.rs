//! The smell of machine: words, phrases and habits that models have more often than people.
//!
//! Owns what is found and when it counts; what smells is data, in `assets/smell`. Pure and
//! offline. It never says who wrote a text: a finding is a reason to write a line better.

mod habit;
mod judge;
mod measure;
mod mould;
pub(in crate::checks) mod rules;
mod shape;
mod signs;
#[cfg(test)]
mod tests;

use crate::domain::{SmellMarker, SmellTuning};
use crate::text::pattern::Stand;
use crate::text::words::{Gap, Words};
use crate::text::{TextLanguage, find_folded, unnumbered};
use rules::Rules;
use std::collections::BTreeSet;
use std::ops::Range;

/// One thing that smells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whiff {
    pub marker: SmellMarker,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The words themselves.
    pub quote: String,
    /// What could stand there, in the language of the text.
    pub instead: Option<String>,
    /// 1 weak, 2 useful in company, 3 strong.
    pub strength: u8,
}

/// What a text smells of, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Smell {
    pub whiffs: Vec<Whiff>,
    /// At least two kinds, and enough of them. Otherwise what was found is a hint.
    pub smells: bool,
}

impl Smell {
    /// In how many ways it smells; 1 is a hint.
    pub fn kinds(&self) -> usize {
        let strong = self.whiffs.iter().filter(|whiff| whiff.strength > 1);
        let kinds = strong.map(|whiff| whiff.marker.kind()).collect::<BTreeSet<_>>().len();
        // Many weak words may have been the second.
        kinds.max(if self.smells { 2 } else { 0 })
    }
}

/// What a text smells of, as `tuning` lets it.
pub fn smell(text: &str, language: TextLanguage, tuning: &SmellTuning) -> Smell {
    let text = &*unnumbered(text);
    let (rules, words) = (Rules::of(language), Words::of(text));
    let mut found = by_pattern(&words, rules);
    measure::find(&words, rules, &mut found);
    habit::find(&words, &rules.habit, &tuning.things, &mut found);
    shape::find(text, language, &mut found);
    mould::find(text, &mut found);
    found.retain(|whiff| {
        let own = |word: &String| find_folded(&whiff.quote, word).is_some();
        !tuning.off.contains(&whiff.marker) && !tuning.allow.iter().any(own)
    });
    found.sort_by_key(|whiff| (whiff.span.start, std::cmp::Reverse(whiff.span.end)));
    let (whiffs, smells) = judge::judge(longest(found), signs::signs(&words, rules), words.len());
    Smell { whiffs, smells }
}

fn by_pattern(words: &Words, rules: &Rules) -> Vec<Whiff> {
    let stands = rules.patterns.find(words).into_iter();
    let whiff = |stand: Stand| {
        let meaning = rules.meaning(stand.pattern)?;
        // A name is a name: Serena, Bella.
        let first = words.get(stand.words.start)?;
        let name = first.capital && !first.before.has(Gap::ENDS);
        if name && stand.words.len() == 1 && meaning.strength == 1 {
            return None;
        }
        let span = span(words, stand.words)?;
        Some(Whiff {
            marker: meaning.marker,
            quote: words.text[span.clone()].to_owned(),
            span,
            instead: meaning.instead.clone(),
            strength: meaning.strength,
        })
    };
    stands.filter_map(whiff).collect()
}

/// The bytes of some words, with the question mark behind them.
fn span(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let last = range.end.checked_sub(1)?;
    let (start, end) = (words.get(range.start)?.span.start, words.get(last)?.span.end);
    let asks = words.before(range.end).has(Gap::QUESTION) && words.text[end..].starts_with('?');
    Some(start..end + usize::from(asks))
}

/// Of findings that lie one inside another, the one that says more.
fn longest(found: Vec<Whiff>) -> Vec<Whiff> {
    use SmellMarker as M;
    let mut kept: Vec<Whiff> = Vec::with_capacity(found.len());
    for whiff in found {
        let whole_text = |w: &Whiff| {
            matches!(w.marker, M::NoDetail | M::EvenSentences | M::Mould | M::LongWords)
        };
        let over = kept.iter().rposition(|other| {
            !whole_text(other) && !whole_text(&whiff) && whiff.span.start < other.span.end
        });
        match over {
            Some(at) if whiff.strength > kept[at].strength => kept[at] = whiff,
            Some(_) => {}
            None => kept.push(whiff),
        }
    }
    kept
}
