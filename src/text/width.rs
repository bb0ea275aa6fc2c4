//! How many terminal cells a text takes, and cutting it to fit.
//!
//! Owns the arithmetic of cells: always grapheme by grapheme, because the width of a
//! string as a whole joins letters that a terminal draws apart. It measures text as it
//! stands: what may hold hostile characters passes `reveal` first.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// The mark that stands for what was cut away; one cell.
pub const ELLIPSIS: &str = "…";

/// What a reader takes for single characters.
pub fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    grapheme_indices(text).map(|(_, grapheme)| grapheme)
}

/// Graphemes with the byte offset each begins at. Counting, wrapping and revealing ask for
/// every one of a long text at every key, hence the short way.
pub fn grapheme_indices(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let first = *bytes.get(start)?;
        // What follows could only join this letter if it were not ASCII.
        if is_plain(first) && bytes.get(start + 1).is_none_or(u8::is_ascii) {
            at += 1;
        } else {
            let rest = &text[start..];
            let mut chars = rest.chars();
            let alone = chars.next().filter(|c| joins_nothing(*c));
            let next = chars.next().is_none_or(|c| c.is_ascii() || joins_nothing(c));
            at += match alone.filter(|_| next) {
                Some(letter) => letter.len_utf8(),
                None => rest.graphemes(true).next()?.len(),
            };
        }
        Some((start, &text[start..at]))
    })
}

/// Accented letters, the punctuation of European languages, the lines of boxes: between
/// two of these a grapheme always ends, and each takes one cell.
fn joins_nothing(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{ab}' | '\u{bb}' | '\u{c0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
        | '\u{20a0}'..='\u{20bf}' | '\u{2500}'..='\u{257f}')
}

/// A printable ASCII character: one cell, one of everything.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// Graphemes with their byte offset and the cells `measure` gives each.
pub(super) fn cells(
    text: &str,
    measure: fn(&str) -> usize,
) -> impl Iterator<Item = (usize, &str, usize)> {
    grapheme_indices(text).map(move |(at, grapheme)| {
        let plain = matches!(grapheme.as_bytes(), [byte] if is_plain(*byte));
        (at, grapheme, if plain { 1 } else { measure(grapheme) })
    })
}

/// A stretch of a text that was measured at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it ends, in bytes.
    pub end: usize,
    pub size: usize,
    /// Every byte of it is a character of one; else it is one character, or counts as one.
    pub plain: bool,
}

/// The whole text in pieces: graphemes as `measure` finds them, and stretches of printable
/// ASCII, which is one for every measure there is.
pub fn pieces(text: &str, measure: impl Fn(&str) -> usize) -> impl Iterator<Item = Piece> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let run = rest.iter().position(|byte| !is_plain(*byte)).unwrap_or(rest.len());
        // What follows may join the last letter where it is not ASCII.
        let joined = rest.get(run).is_some_and(|byte| !byte.is_ascii());
        let run = run - usize::from(joined && run > 0);
        if run > 0 {
            at += run;
            return Some(Piece { end: at, size: run, plain: true });
        }
        let grapheme = graphemes(&text[at..]).next()?;
        at += grapheme.len();
        Some(Piece { end: at, size: measure(grapheme), plain: false })
    })
}

/// Whether every character is a grapheme of one cell: most of what is drawn.
pub fn is_even(text: &str) -> bool {
    text.chars().all(joins_nothing)
}

/// Terminal cells of a text on one line. Line feeds take none.
pub fn width(text: &str) -> usize {
    if is_even(text) {
        return text.chars().count();
    }
    graphemes(text).map(grapheme_width).sum()
}

pub(super) fn grapheme_width(grapheme: &str) -> usize {
    if matches!(grapheme, "\n" | "\r\n") { 0 } else { grapheme.width() }
}

/// The text in at most `cells` cells; when something had to go, the last cell is `…`.
pub fn cut(text: &str, cells: usize) -> String {
    if text.len() <= cells && text.is_ascii() || width(text) <= cells {
        return text.to_owned();
    }
    if cells == 0 {
        return String::new();
    }
    let mut kept = take(text, cells - 1).to_owned();
    kept.push_str(ELLIPSIS);
    kept
}

/// The longest beginning of the text that fits `cells` cells, without a mark.
pub fn take(text: &str, cells: usize) -> &str {
    if is_even(text) {
        return text.char_indices().nth(cells).map_or(text, |(at, _)| &text[..at]);
    }
    let mut used = 0;
    for (at, grapheme) in grapheme_indices(text) {
        used += grapheme_width(grapheme);
        if used > cells {
            return &text[..at];
        }
    }
    text
}

/// As many whole words as `cells` hold; all of it where it fits. A first word that is too
/// long is cut where it must be.
pub fn first_words(text: &str, cells: usize) -> &str {
    if width(text) <= cells {
        return text;
    }
    let room = take(text, cells);
    let ends = text[room.len()..].starts_with(char::is_whitespace);
    let whole = if ends { Some(room.len()) } else { room.rfind(char::is_whitespace) };
    match whole.map(|end| text[..end].trim_end()) {
        Some(words) if !words.is_empty() => {
            words.trim_end_matches(|c: char| ",;:–—-(«\"".contains(c)).trim_end()
        }
        _ => room,
    }
}

/// The text in exactly `cells` cells: cut when longer, spaces behind when shorter.
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = cut(text, cells);
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// Whether a byte offset lies between two graphemes.
pub fn is_boundary(text: &str, at: usize) -> bool {
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

/// The grapheme boundary before a byte offset; 0 at the start.
pub fn before(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// The grapheme boundary after a byte offset; the length of the text at its end.
pub fn after(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_short_way_finds_the_same_graphemes(text in proptest::prelude::any::<String>(),
            mixed in "[a-zè’€«…ł─ \n\r👩\u{200d}🇮🇹日\u{301}\u{fe0f}1\u{20e3}]{0,40}") {
            for text in [text, mixed] {
                let found: Vec<_> = grapheme_indices(&text).collect();
                let whole: Vec<_> = text.grapheme_indices(true).collect();
                proptest::prop_assert_eq!(found, whole);
                let counted: usize = pieces(&text, |_| 1).map(|piece| piece.size).sum();
                proptest::prop_assert_eq!(counted, text.graphemes(true).count());
            }
        }
    }

    #[test]
    fn what_joins_nothing_takes_one_cell() {
        for letter in ('\0'..=char::MAX).filter(|c| joins_nothing(*c)) {
            assert_eq!(grapheme_width(&letter.to_string()), 1, "{letter:?}");
        }
    }

    #[test]
    fn cells_are_counted_grapheme_by_grapheme() {
        for (text, cells) in [
            ("lana", 4),
            ("perché", 6),
            ("perche\u{301}", 6),
            ("👨‍👩‍👧‍👦", 2),
            ("🇮🇹", 2),
            ("❤️", 2),
            ("日本", 4),
            ("سلام", 4),
            ("a\nb", 2),
            ("", 0),
        ] {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }

    #[test]
    fn a_cut_text_ends_in_an_ellipsis_inside_its_width() {
        assert_eq!(cut("Lancio collezione", 9), "Lancio c…");
        assert_eq!(cut("Lancio", 6), "Lancio");
        assert_eq!(cut("lana 👨‍👩‍👧‍👦 rossa", 7), "lana …");
        assert_eq!(cut("lana", 1), "…");
        assert_eq!(cut("lana", 0), "");
    }

    #[test]
    fn a_padded_text_fills_its_width_exactly() {
        for text in ["", "lana", "lana 👨‍👩‍👧‍👦 rossa", "日本日本日本"] {
            for cells in 0..12 {
                assert_eq!(width(&pad(text, cells)), cells, "{text:?} in {cells}");
            }
        }
    }

    #[test]
    fn a_step_goes_over_a_whole_grapheme() {
        let text = "a👨‍👩‍👧‍👦b";
        let family = text.len() - 1;
        assert_eq!(after(text, 1), family);
        assert_eq!(before(text, family), 1);
        assert!(is_boundary(text, family) && !is_boundary(text, 5) && !is_boundary(text, 2));
        assert_eq!((before(text, 0), after(text, text.len())), (0, text.len()));
    }
}
