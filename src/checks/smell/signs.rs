//! What speaks for a hand: figures, somebody who tells what happened to them and when,
//! loose words, dots, shouting.
//!
//! Owns the credit, at most two. It is given for what models leave out, not for care.

use super::rules::Rules;
use crate::text::words::{Gap, Sort, Words};

const MOST: u8 = 2;

/// How much more a text must smell before it is said to.
pub fn signs(words: &Words, rules: &Rules) -> u8 {
    let signs = &rules.signs;
    let (mut figures, mut person, mut when, mut loose, mut shouted) = (0, false, false, false, 0);
    for (at, word) in words.iter().enumerate() {
        let small = words.small(at);
        match word.sort {
            Sort::Number => figures += 1,
            Sort::Hashtag | Sort::Mention => continue,
            Sort::Word => {}
        }
        person |= signs.person.contains(small);
        when |= signs.when.contains(small);
        loose |= signs.loose.contains(small);
        let letters = &words.text[word.span.clone()];
        shouted += usize::from(letters.len() > 3 && letters.chars().all(char::is_uppercase));
    }
    let text = words.text;
    let careless = ["!!", "??", "?!", "...", "…", "; "].iter().any(|mark| text.contains(mark));
    let small_start = words.get(0).is_some_and(|first| {
        !first.capital && first.sort == Sort::Word && first.before.has(Gap::EDGE)
    });
    let credits = [figures >= 2, person && when, loose, careless || shouted >= 2 || small_start];
    (credits.into_iter().filter(|credit| *credit).count() as u8).min(MOST)
}
