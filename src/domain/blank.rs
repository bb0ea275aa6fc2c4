//! A place in a sentence that only a person can fill: whoever wrote the rest does not know
//! what stands there. Nothing with one in it goes into a text by a key.

use std::ops::Range;

/// As it stands in a suggestion.
pub const BLANK: &str = "[…]";

/// As a keyboard has it.
const TYPED: &str = "[...]";

/// Where they stand, in bytes.
pub fn blanks(words: &str) -> impl Iterator<Item = Range<usize>> {
    words.match_indices('[').filter_map(|(at, _)| {
        let mark = [BLANK, TYPED].into_iter().find(|mark| words[at..].starts_with(mark))?;
        Some(at..at + mark.len())
    })
}

/// There is one.
pub fn has_blank(words: &str) -> bool {
    blanks(words).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_is_found_however_its_dots_are_written() {
        let text = "Apriamo il […] alle [...]: [link] e […";
        let found: Vec<_> = blanks(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["[…]", "[...]"]);
        assert!(!has_blank("Nessuno… qui [1]."));
    }
}
