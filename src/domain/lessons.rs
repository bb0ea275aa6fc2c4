//! What a person's decisions about earlier suggestions teach the next one: how a hand
//! rewrote a machine's sentences. Looks at texts as they stand; stores nothing.

use super::{Part, Rewrite, Suggestion, Verdict};
use crate::text::{sentences, similarity, unnumbered};

/// Less in common than this, and nobody can tell what a sentence was made into.
const ALIKE: f32 = 0.35;

/// Each rewritten sentence of a suggestion beside what stands in `text` in its place. One
/// that is no longer there in any form teaches nothing.
pub fn rewrites(suggestion: &Suggestion, text: &str) -> Vec<Rewrite> {
    let text = &*unnumbered(text);
    let own: Vec<&str> = sentences(text).into_iter().map(|range| text[range].trim()).collect();
    let hunks = suggestion.hunks();
    let prose = hunks.iter().filter(|hunk| hunk.part == Part::Text && !hunk.hashtags);
    let rewritten = prose.filter(|hunk| hunk.verdict == Some(Verdict::Rewritten));
    let pair = |machine: &str| {
        let alike = own.iter().map(|hand| (similarity(machine, hand), *hand));
        let best = alike.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
        let told = best.0 >= ALIKE && best.1 != machine;
        told.then(|| Rewrite { machine: machine.to_owned(), hand: best.1.to_owned() })
    };
    rewritten.filter_map(|hunk| pair(hunk.words.trim())).collect()
}
