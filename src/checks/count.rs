//! From a network's unit to the function that counts it, and where a text stops fitting.

use crate::domain::Unit;
use crate::text::{self, width::grapheme_indices};

/// The length of `text` as a network of this unit counts it.
pub fn count(unit: Unit, text: &str) -> usize {
    match unit {
        Unit::XWeighted | Unit::Graphemes | Unit::Mastodon | Unit::Threads => {
            text::graphemes(text).count()
        }
        Unit::Utf16 => text.encode_utf16().count(),
        Unit::Chars => text.chars().count(),
        Unit::Bytes => text.len(),
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
