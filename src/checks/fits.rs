//! Where a text stops fitting what a network takes.

use crate::domain::Unit;
use crate::text::count;
use crate::text::width::{Piece, pieces};

/// The byte up to which `text` stays within `max`, at a grapheme boundary; never inside a
/// link that counts as one.
pub fn fits(unit: Unit, text: &str, max: usize) -> usize {
    match unit {
        Unit::XWeighted => last_within(count::x_pieces(text), max),
        Unit::Mastodon => last_within(count::mastodon_pieces(text), max),
        _ => last_within(pieces(text, |grapheme| unit.count(grapheme)), max),
    }
}

/// Up to where `pieces` fit together.
fn last_within(pieces: impl Iterator<Item = Piece>, max: usize) -> usize {
    let (mut left, mut end) = (max, 0);
    for piece in pieces {
        if piece.size > left {
            return if piece.plain { end + left } else { end };
        }
        left -= piece.size;
        end = piece.end;
    }
    end
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
