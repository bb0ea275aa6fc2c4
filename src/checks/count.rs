//! From a network's unit to the function that counts it, and where a text stops fitting.

use crate::domain::Unit;
use crate::text::{count, width::grapheme_indices};

/// The length of `text` as a network of this unit counts it.
pub fn count(unit: Unit, text: &str) -> usize {
    match unit {
        Unit::XWeighted => count::x_weighted(text),
        Unit::Graphemes => count::graphemes(text),
        Unit::Mastodon => count::mastodon(text),
        Unit::Threads => count::threads(text),
        Unit::Utf16 => count::utf16(text),
        Unit::Chars => count::chars(text),
        Unit::Bytes => count::bytes(text),
    }
}

/// The byte up to which `text` stays within `max`, at a grapheme boundary.
pub fn fits(unit: Unit, text: &str, max: usize) -> usize {
    let ends: Vec<usize> =
        grapheme_indices(text).map(|(at, grapheme)| at + grapheme.len()).collect();
    // A link grows in one step, so counts never fall as a text grows by much more than
    // a grapheme: the last cut that fits is close enough to mark the rest.
    let fitting = ends.partition_point(|&end| count(unit, &text[..end]) <= max);
    fitting.checked_sub(1).map_or(0, |last| ends[last])
}
