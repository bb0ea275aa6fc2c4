//! Words that come back after somebody has rejected them.

use crate::domain::{Fate, Judged};
use crate::text::{similarity, word_count};

/// So much in common, and it is the same idea in other words.
const ALIKE: f32 = 0.6;
/// Shorter sentences resemble anything.
const TELLING: usize = 4;

/// The rejected sentence that these words resemble most; the newer of two alike.
pub fn resembles<'a>(
    words: &str,
    judged: impl IntoIterator<Item = &'a Judged>,
) -> Option<&'a Judged> {
    if word_count(words) < TELLING {
        return None;
    }
    judged
        .into_iter()
        .filter(|one| matches!(one.fate, Fate::Rejected { .. }) && !one.hashtags)
        .filter(|one| word_count(&one.words) >= TELLING)
        .map(|one| (similarity(&one.words, words), one))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.at.cmp(&b.1.at)))
        .map(|(_, one)| one)
}
