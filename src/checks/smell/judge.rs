//! From single findings to a judgement: which kinds, how strong, and what speaks against it.
//!
//! Owns the sum. One finding is a hint; two kinds that are strong enough together are a
//! smell, unless the text carries signs of a hand that outweigh them.

use super::Whiff;
use crate::domain::SmellKind;
use std::collections::BTreeMap;

/// What the kinds of a text without any sign of a hand must add up to.
const ENOUGH: u8 = 5;
/// More than strong: the same kind over and over.
const MOST: u8 = 4;

/// Which findings are told, and whether they are a smell.
///
/// A text that does not smell keeps the findings of one kind, the strongest: a hint. What is
/// weak is told only in a text that smells.
pub fn judge(mut found: Vec<Whiff>, signs: u8) -> (Vec<Whiff>, bool) {
    let kinds = kinds(&found);
    let sum: u8 = kinds.values().sum();
    let smells = kinds.len() >= 2 && sum >= ENOUGH + signs;
    if !smells {
        let strongest = kinds.iter().max_by_key(|(_, strength)| **strength).map(|(kind, _)| *kind);
        found.retain(|whiff| whiff.strength > 1 && Some(whiff.marker.kind()) == strongest);
    }
    (found, smells)
}

/// How strong each kind is. Weak findings make no kind.
fn kinds(found: &[Whiff]) -> BTreeMap<SmellKind, u8> {
    let mut kinds: BTreeMap<SmellKind, Vec<&Whiff>> = BTreeMap::new();
    for whiff in found.iter().filter(|whiff| whiff.strength > 1) {
        let same = kinds.entry(whiff.marker.kind()).or_default();
        // A word said twice is one habit.
        if !same.iter().any(|other| other.quote.eq_ignore_ascii_case(&whiff.quote)) {
            same.push(whiff);
        }
    }
    let strength = |same: Vec<&Whiff>| {
        let strongest = same.iter().map(|whiff| whiff.strength).max().unwrap_or_default();
        let more = u8::from(same.len() >= 2) + u8::from(same.len() >= 4);
        (strongest + more).min(MOST).min(if same.len() >= 3 { MOST } else { 3 })
    };
    kinds.into_iter().map(|(kind, same)| (kind, strength(same))).collect()
}
