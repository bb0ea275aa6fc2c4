//! Where a text stops fitting what a network takes.

use crate::domain::Unit;
use crate::text::width::grapheme_indices;

/// The byte up to which `text` stays within `max`, at a grapheme boundary.
pub fn fits(unit: Unit, text: &str, max: usize) -> usize {
    if matches!(unit, Unit::XWeighted | Unit::Mastodon) {
        return fits_with_links(unit, text, max);
    }
    let mut used = 0;
    let mut parts = grapheme_indices(text);
    let over = parts.find(|(_, grapheme)| {
        used += unit.count(grapheme);
        used > max
    });
    over.map_or(text.len(), |(at, _)| at)
}

/// Where a link counts as one thing, whatever its length, nothing adds up by graphemes.
fn fits_with_links(unit: Unit, text: &str, max: usize) -> usize {
    let ends: Vec<usize> =
        grapheme_indices(text).map(|(at, grapheme)| at + grapheme.len()).collect();
    // A link grows in one step, so counts never fall as a text grows by much more than
    // a grapheme: the last cut that fits is close enough to mark the rest.
    let fitting = ends.partition_point(|&end| unit.count(&text[..end]) <= max);
    fitting.checked_sub(1).map_or(0, |last| ends[last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_stands_before_the_first_grapheme_that_is_too_much() {
        for (unit, text, max, rest) in [
            (Unit::Graphemes, "lana 👨‍👩‍👧‍👦 rossa", 6, " rossa"),
            (Unit::Bytes, "perché no", 6, "é no"),
            (Unit::Utf16, "🧶🧶🧶", 5, "🧶"),
            (Unit::XWeighted, "su https://example.org/lana qui", 26, " qui"),
            (Unit::Threads, "lana", 9, ""),
            (Unit::Chars, "lana", 0, "lana"),
        ] {
            assert_eq!(&text[fits(unit, text, max)..], rest, "{unit:?} {text}");
        }
    }
}
