//! A place in a sentence that only a person can fill: whoever wrote the rest does not know
//! what stands there. Nothing with one in it goes into a text.

/// As it stands in a suggestion.
pub const BLANK: &str = "[…]";

/// Where the first one of a sentence stands, in bytes.
pub fn blank_at(words: &str) -> Option<usize> {
    words.find(BLANK)
}
