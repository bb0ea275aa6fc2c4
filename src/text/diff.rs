//! What differs between two texts, word by word.
//!
//! Owns the pieces a person sees side by side. They are slices of the two texts and put
//! both together again exactly.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Same(&'a str),
    Removed(&'a str),
    Added(&'a str),
}

impl<'a> Piece<'a> {
    pub fn text(self) -> &'a str {
        match self {
            Self::Same(text) | Self::Removed(text) | Self::Added(text) => text,
        }
    }
}

/// The way from `old` to `new` in words (UAX 29, so an emoji is whole). What is removed
/// stands before what is added in its place. Removed and same pieces make up `old`, same
/// and added ones `new`; neighbours of one kind are joined, and a lone space or comma
/// between two changes is part of the change.
pub fn diff_words<'a>(old: &'a str, new: &'a str) -> Vec<Piece<'a>> {
    let old_words: Vec<&str> = old.split_word_bounds().collect();
    let new_words: Vec<&str> = new.split_word_bounds().collect();
    let mut hunks = hunks(&old_words, &new_words);
    let is_light = |c: char| c.is_whitespace() || c.is_ascii_punctuation();
    hunks.dedup_by(|next, hunk| {
        let between = &old_words[hunk.old_end..next.old_start];
        let island = between.len() <= 2 && between.concat().chars().all(is_light);
        if island {
            hunk.old_end = next.old_end;
            hunk.new_end = next.new_end;
        }
        island
    });
    let at = |words: &[&str], index: usize| words[..index].iter().map(|word| word.len()).sum();
    let mut pieces = Vec::new();
    let (mut old_at, mut new_at): (usize, usize) = (0, 0);
    for hunk in hunks {
        let same = at(&new_words, hunk.new_start);
        let (old_end, new_end) = (at(&old_words, hunk.old_end), at(&new_words, hunk.new_end));
        let old_start = at(&old_words, hunk.old_start);
        pieces.push(Piece::Same(&new[new_at..same]));
        pieces.push(Piece::Removed(&old[old_start..old_end]));
        pieces.push(Piece::Added(&new[same..new_end]));
        (old_at, new_at) = (old_end, new_end);
    }
    debug_assert_eq!(old[old_at..], new[new_at..]);
    pieces.push(Piece::Same(&new[new_at..]));
    pieces.retain(|piece| !piece.text().is_empty());
    pieces
}

/// How much two texts share, 0 to 1, by words without spaces.
pub fn similarity(a: &str, b: &str) -> f32 {
    let words =
        |text: &'_ str| -> Vec<String> { text.unicode_words().map(str::to_lowercase).collect() };
    let (a, b) = (words(a), words(b));
    let total = a.len() + b.len();
    if total == 0 {
        return 1.0;
    }
    let changed: usize = hunks(&a, &b)
        .iter()
        .map(|hunk| hunk.old_end - hunk.old_start + hunk.new_end - hunk.new_start)
        .sum();
    (total - changed) as f32 / total as f32
}

/// The bytes of `new` that stand in `old` as well, word by word.
pub fn kept(old: &str, new: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut kept = Vec::new();
    for piece in diff_words(old, new) {
        let range = at..at + piece.text().len();
        match piece {
            Piece::Removed(_) => continue,
            Piece::Same(_) => kept.push(range.clone()),
            Piece::Added(_) => {}
        }
        at = range.end;
    }
    kept
}

/// How many words a text has; punctuation and emoji are none.
pub fn word_count(text: &str) -> usize {
    text.unicode_words().count()
}

/// A stretch of `old` that became a stretch of `new`; either may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hunk {
    pub old_start: usize,
    pub old_end: usize,
    pub new_start: usize,
    pub new_end: usize,
}

/// What differs between two sequences, in order.
pub(super) fn hunks<T: Eq + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match hunks.last_mut() {
            Some(last) if last.old_end == old.start && last.new_end == new.start => {
                last.old_end = old.end;
                last.new_end = new.end;
            }
            _ => hunks.push(Hunk {
                old_start: old.start,
                old_end: old.end,
                new_start: new.start,
                new_end: new.end,
            }),
        }
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::Piece::{Added, Removed, Same};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_diff_reads_by_words() {
        for (old, new, pieces) in [
            ("La lana torna.", "La lana torna.", vec![Same("La lana torna.")]),
            ("", "", vec![]),
            ("", "ciao", vec![Added("ciao")]),
            (
                "La lana torna a casa.",
                "La seta torna a casa!",
                vec![
                    Same("La "),
                    Removed("lana"),
                    Added("seta"),
                    Same(" torna a casa"),
                    Removed("."),
                    Added("!"),
                ],
            ),
            (
                "La lana grezza torna",
                "La seta fine torna",
                vec![Same("La "), Removed("lana grezza"), Added("seta fine"), Same(" torna")],
            ),
            ("ciao 👨‍👩‍👧‍👦", "ciao 👨‍👩‍👧", vec![Same("ciao "), Removed("👨‍👩‍👧‍👦"), Added("👨‍👩‍👧")]),
        ] {
            assert_eq!(diff_words(old, new), pieces);
        }
    }

    #[test]
    fn similarity_goes_from_nothing_to_all() {
        assert!(similarity("La lana torna", "la LANA torna!") > 0.99);
        assert!(similarity("La lana torna a casa", "La lana torna in bottega") > 0.5);
        assert!(similarity("La lana torna", "Vieni subito") < 0.01);
        assert!(similarity("", "🎉") > 0.99);
    }

    proptest! {
        #[test]
        fn a_diff_puts_both_texts_together_again(
            old in "([ab]|casa|[ ,.👩\u{200d}\u{301}\n]){0,20}",
            new in "([ab]|casa|[ ,.👩\u{200d}\u{301}\n]){0,20}",
        ) {
            let pieces = diff_words(&old, &new);
            let join = |skip: fn(&Piece) -> bool| -> String {
                pieces.iter().filter(|piece| !skip(piece)).map(|piece| piece.text()).collect()
            };
            prop_assert_eq!(join(|piece| matches!(piece, Added(_))), old.as_str());
            prop_assert_eq!(join(|piece| matches!(piece, Removed(_))), new.as_str());
            let same: Vec<&str> = pieces
                .iter()
                .filter(|piece| matches!(piece, Same(_)))
                .map(|piece| piece.text())
                .collect();
            let kept: Vec<&str> = kept(&old, &new).into_iter().map(|range| &new[range]).collect();
            prop_assert_eq!(kept, same);
        }
    }
}
