//! From single findings to a judgement: which kinds, how strong, and what speaks against it.
//!
//! Owns the sum. One finding is a hint; two kinds that are strong enough together are a
//! smell, unless the text carries signs of a hand that outweigh them.

use super::Whiff;
use crate::domain::{SmellKind, SmellMarker};
use std::collections::{BTreeMap, BTreeSet};

/// What the kinds of a text without any sign of a hand must add up to.
const ENOUGH: u8 = 4;
/// What a single kind must be to be worth a remark in a text without any sign of a hand.
const WORTH: u8 = 2;
/// More than strong: the same kind over and over.
const MOST: u8 = 4;
/// So many different weak words are together as much as one useful finding, twice as many
/// as a strong one.
const MANY_WEAK: usize = 3;
/// So many different weak habits are more than one kind.
const PLENTY: usize = 5;
/// In fewer words no habit can be told from chance.
const LONG: usize = 28;

/// Which findings are told, and whether they are a smell.
///
/// A text that does not smell keeps the findings of one kind, the strongest: a hint, unless
/// signs of a hand outweigh it. What is weak is told only in a text that smells.
pub fn judge(found: Vec<Whiff>, signs: u8, words: usize) -> (Vec<Whiff>, bool) {
    let habits = if words < LONG { 0 } else { habits(&found) };
    let kinds = kinds(&found, habits);
    let sum: u8 = kinds.values().sum();
    // Want of detail and pleasant words are what any notice of a shop is made of: to be a
    // smell, something must have been said that could have been said otherwise.
    let of_form = |whiff: &Whiff| match whiff.marker {
        SmellMarker::NoDetail => true,
        // All of the mould is more than a habit of layout.
        SmellMarker::Mould => whiff.strength < 3,
        _ => false,
    };
    let said = |whiff: &Whiff| whiff.strength > 1 && !of_form(whiff);
    let said = habits >= PLENTY || found.iter().any(said);
    let apart = kinds.len() >= 2 || habits >= PLENTY;
    let smells = apart && sum >= ENOUGH + signs && said;
    if smells { (found, true) } else { (hints(found, signs), false) }
}

/// What is told of a text that does not smell.
fn hints(mut found: Vec<Whiff>, signs: u8) -> Vec<Whiff> {
    let count = |marker| found.iter().filter(|whiff| whiff.marker == marker).count();
    // A dash, or «non è X, è Y», is anybody's where it stands once.
    let anybodys = [SmellMarker::Contrast, SmellMarker::EmDash].map(|m| (m, count(m) == 1));
    let once = |whiff: &Whiff| whiff.strength < 3 && anybodys.contains(&(whiff.marker, true));
    found.retain(|whiff| whiff.marker != SmellMarker::Mould && !once(whiff));
    let kinds = kinds(&found, 0);
    let strongest = kinds.iter().max_by_key(|(_, strength)| **strength);
    // A hand that shows outweighs a single remark, too.
    let strongest = strongest.filter(|(_, strength)| **strength >= WORTH + signs);
    let strongest = strongest.map(|(kind, _)| *kind);
    found.retain(|whiff| whiff.strength > 1 && Some(whiff.marker.kind()) == strongest);
    found
}

/// How many different weak habits a text has, words aside.
fn habits(found: &[Whiff]) -> usize {
    let weak = found.iter().filter(|w| w.strength == 1 && w.marker.kind() != SmellKind::Word);
    weak.map(|whiff| whiff.marker).collect::<BTreeSet<_>>().len()
}

/// How strong each kind is. Weak findings make no kind, except where there are many: words,
/// and habits that come together.
fn kinds(found: &[Whiff], habits: usize) -> BTreeMap<SmellKind, u8> {
    let mut kinds: BTreeMap<SmellKind, Vec<&Whiff>> = BTreeMap::new();
    let mut weak: Vec<&Whiff> = Vec::new();
    for whiff in found {
        let is_word = whiff.marker.kind() == SmellKind::Word;
        let same = match whiff.strength {
            1 if is_word => &mut weak,
            1 => continue,
            _ => kinds.entry(whiff.marker.kind()).or_default(),
        };
        // A word said twice is one habit.
        if !same.iter().any(|other| other.quote.eq_ignore_ascii_case(&whiff.quote)) {
            same.push(whiff);
        }
    }
    let mut kinds: BTreeMap<SmellKind, u8> =
        kinds.into_iter().map(|(kind, same)| (kind, strength(&same))).collect();
    if weak.len() >= MANY_WEAK {
        let together = if weak.len() >= MANY_WEAK * 2 { 3 } else { 2 };
        let strength = kinds.entry(SmellKind::Word).or_insert(together);
        *strength = together.max(*strength);
    }
    if habits >= 2 {
        kinds.insert(SmellKind::Manner, habits.min(PLENTY - 1) as u8);
    }
    kinds
}

fn strength(same: &[&Whiff]) -> u8 {
    let strongest = same.iter().map(|whiff| whiff.strength).max().unwrap_or_default();
    match same.len() {
        0 | 1 => strongest,
        2 => (strongest + 1).min(3),
        _ => (strongest + 1).min(MOST),
    }
}
