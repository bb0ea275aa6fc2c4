//! Where a text stops fitting what a network takes.

use crate::domain::Unit;
use crate::text::{count, width::grapheme_indices};

/// The byte up to which `text` stays within `max`, at a grapheme boundary; never inside a
/// link that counts as one.
pub fn fits(unit: Unit, text: &str, max: usize) -> usize {
    match unit {
        Unit::XWeighted => last_within(count::x_pieces(text), max),
        Unit::Mastodon => last_within(count::mastodon_pieces(text), max),
        _ => {
            let parts = grapheme_indices(text);
            last_within(parts.map(|(at, part)| (at + part.len(), unit.count(part))), max)
        }
    }
}

/// The end of the last of `pieces` (end in bytes, size) up to which they fit together.
fn last_within(pieces: impl Iterator<Item = (usize, usize)>, max: usize) -> usize {
    let mut used = 0;
    let fitting = pieces.take_while(|(_, size)| {
        used += size;
        used <= max
    });
    fitting.last().map_or(0, |(end, _)| end)
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
            (Unit::XWeighted, "su example.org qui", 25, "example.org qui"),
            (Unit::Mastodon, "con @ada@example.org oggi", 8, " oggi"),
            (Unit::Threads, "lana", 9, ""),
            (Unit::Chars, "lana", 0, "lana"),
        ] {
            assert_eq!(&text[fits(unit, text, max)..], rest, "{unit:?} {text}");
        }
    }
}
