//! Words that come back after somebody has rejected them.

use crate::domain::{Fate, Judged};
use crate::text::{fold, similarity, word_count};
use std::collections::HashSet;

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
    let said = fold(words);
    let said: HashSet<&str> = said.split(apart).filter(|word| !word.is_empty()).collect();
    judged
        .into_iter()
        .filter(|one| matches!(one.fate, Fate::Rejected { .. }) && !one.hashtags)
        // Few words in common cannot make two sentences alike, and are counted at once;
        // a little less is asked, since words are cut otherwise there.
        .filter(|one| {
            let other = fold(&one.words);
            let other: Vec<&str> = other.split(apart).filter(|word| !word.is_empty()).collect();
            let common = other.iter().filter(|word| said.contains(**word)).count();
            other.len() >= TELLING
                && 2.0 * common as f32 >= ALIKE * (other.len() + said.len()) as f32 * 0.8
        })
        .map(|one| (similarity(&one.words, words), one))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.at.cmp(&b.1.at)))
        .map(|(_, one)| one)
}

fn apart(c: char) -> bool {
    !c.is_alphanumeric()
}
