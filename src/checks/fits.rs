//! Where a text stops fitting what a network takes.

use crate::domain::Unit;
use crate::text::width::grapheme_indices;

/// The byte up to which `text` stays within `max`, at a grapheme boundary.
pub fn fits(unit: Unit, text: &str, max: usize) -> usize {
    let ends: Vec<usize> =
        grapheme_indices(text).map(|(at, grapheme)| at + grapheme.len()).collect();
    // A link grows in one step, so counts never fall as a text grows by much more than
    // a grapheme: the last cut that fits is close enough to mark the rest.
    let fitting = ends.partition_point(|&end| unit.count(&text[..end]) <= max);
    fitting.checked_sub(1).map_or(0, |last| ends[last])
}
