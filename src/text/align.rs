//! Which sentence of one text became which of another.
//!
//! Owns the pairing of sentences, for showing a rewrite beside its source and for saying
//! where a sentence comes from.

use super::diff::{hunks, similarity};
use super::sentence::sentences;
use std::ops::Range;

/// Less in common than this, and a sentence is another sentence rather than an edit.
const SAME_SENTENCE: f32 = 0.5;

/// A sentence and its counterpart, as byte ranges of the old and of the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aligned {
    /// Equal but for the space around it.
    Same {
        old: Range<usize>,
        new: Range<usize>,
    },
    Changed {
        old: Range<usize>,
        new: Range<usize>,
    },
    Removed {
        old: Range<usize>,
    },
    Added {
        new: Range<usize>,
    },
}

/// The sentences of both texts in order, each exactly once. A sentence that changed its
/// place is removed here and added there.
pub fn align(old: &str, new: &str) -> Vec<Aligned> {
    let (old_ranges, new_ranges) = (sentences(old), sentences(new));
    let old_words: Vec<&str> = old_ranges.iter().map(|range| old[range.clone()].trim()).collect();
    let new_words: Vec<&str> = new_ranges.iter().map(|range| new[range.clone()].trim()).collect();
    let mut aligned = Vec::new();
    let mut at = (0, 0);
    let same = |aligned: &mut Vec<Aligned>, until: usize, at: (usize, usize)| {
        let pairs = old_ranges[at.0..until].iter().zip(&new_ranges[at.1..]);
        aligned
            .extend(pairs.map(|(old, new)| Aligned::Same { old: old.clone(), new: new.clone() }));
    };
    for hunk in hunks(&old_words, &new_words) {
        same(&mut aligned, hunk.old_start, at);
        let mut next = hunk.new_start;
        for index in hunk.old_start..hunk.old_end {
            let alike =
                |other: &usize| similarity(old_words[index], new_words[*other]) >= SAME_SENTENCE;
            let old = old_ranges[index].clone();
            match (next..hunk.new_end).find(alike) {
                Some(partner) => {
                    aligned.extend(new_ranges[next..partner].iter().cloned().map(added));
                    aligned.push(Aligned::Changed { old, new: new_ranges[partner].clone() });
                    next = partner + 1;
                }
                None => aligned.push(Aligned::Removed { old }),
            }
        }
        aligned.extend(new_ranges[next..hunk.new_end].iter().cloned().map(added));
        at = (hunk.old_end, hunk.new_end);
    }
    same(&mut aligned, old_ranges.len(), at);
    aligned
}

fn added(new: Range<usize>) -> Aligned {
    Aligned::Added { new }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `=`, `~`, `-`, `+` and the words.
    fn shown(old: &str, new: &str) -> Vec<String> {
        let line = |sign: char, text: &str| format!("{sign} {}", text.trim());
        align(old, new)
            .into_iter()
            .map(|aligned| match aligned {
                Aligned::Same { new: range, .. } => line('=', &new[range]),
                Aligned::Changed { new: range, .. } => line('~', &new[range]),
                Aligned::Removed { old: range } => line('-', &old[range]),
                Aligned::Added { new: range } => line('+', &new[range]),
            })
            .collect()
    }

    #[test]
    fn sentences_find_their_counterparts() {
        let old = "La lana torna a casa. Da lunedì in bottega. Non solo calda, ma anche bella.";
        let new = "La lana torna a casa. Ciao!\nDa martedì in bottega. Chi viene?";
        assert_eq!(
            shown(old, new),
            [
                "= La lana torna a casa.",
                "+ Ciao!",
                "~ Da martedì in bottega.",
                "- Non solo calda, ma anche bella.",
                "+ Chi viene?",
            ]
        );
        assert_eq!(shown("Uno. Due.", "Uno.\n\nDue."), ["= Uno.", "= Due."]);
        assert_eq!(shown("", "Uno."), ["+ Uno."]);
    }

    proptest! {
        #[test]
        fn every_sentence_is_aligned_once(
            old in "(Uno\\. |Due tre\\. |Due quattro\\.\n|Cinque! ){0,8}",
            new in "(Uno\\. |Due tre\\. |Due quattro\\.\n|Cinque! ){0,8}",
        ) {
            let (mut olds, mut news) = (Vec::new(), Vec::new());
            for aligned in align(&old, &new) {
                match aligned {
                    Aligned::Same { old, new } | Aligned::Changed { old, new } => {
                        olds.push(old);
                        news.push(new);
                    }
                    Aligned::Removed { old } => olds.push(old),
                    Aligned::Added { new } => news.push(new),
                }
            }
            prop_assert_eq!(olds, sentences(&old));
            prop_assert_eq!(news, sentences(&new));
        }
    }
}
