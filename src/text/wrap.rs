//! Folding a text into rows that fit a width.
//!
//! Owns where a row ends: at a line feed, else where a line may break (UAX 14), else
//! between graphemes. It measures what `reveal` will show. Every byte of the text is in
//! exactly one row; nothing is trimmed.

use super::reveal::{shown_cells, shown_width};
use super::width::is_boundary;
use std::ops::Range;
use unicode_linebreak::linebreaks;

/// The rows of a text in `cells` terminal cells (at least one), as byte ranges without
/// gaps. A row holds its line feed, and spaces at its end hang over the edge. After a
/// final line feed, and in an empty text, stands an empty row.
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let cells = cells.max(1);
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.strip_suffix('\n').unwrap_or(line);
        let last = fold_line(content, cells, |row| rows.push(start + row.start..start + row.end));
        rows.push(start + last..start + line.len());
        start += line.len();
    }
    if text.is_empty() || text.ends_with('\n') {
        rows.push(text.len()..text.len());
    }
    rows
}

/// Hands out every row but the last, whose start is returned.
fn fold_line(line: &str, cells: usize, mut row: impl FnMut(Range<usize>)) -> usize {
    // Most lines fit and never ask where they might break.
    let mut breaks = None;
    let mut start = 0;
    let mut column = 0;
    for (at, grapheme, size) in shown_cells(line) {
        let hangs = grapheme.chars().all(char::is_whitespace);
        while !hangs && column + size > cells && at > start {
            let breaks =
                breaks.get_or_insert_with(|| linebreaks(line).map(|(at, _)| at).peekable());
            let mut end = None;
            while let Some(next) = breaks.next_if(|&next| next <= at) {
                end = Some(next).filter(|&end| end > start && is_boundary(line, end)).or(end);
            }
            let end = end.unwrap_or(at);
            row(start..end);
            column = shown_width(&line[end..at]);
            start = end;
        }
        column += size;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reveal;
    use crate::text::width::{grapheme_indices, width};
    use proptest::prelude::*;

    fn rows(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_end_between_words_and_long_words_between_graphemes() {
        for (text, cells, expected) in [
            ("La lana torna a casa", 8, vec!["La lana ", "torna a ", "casa"]),
            ("La lana\n\ntorna\n", 20, vec!["La lana\n", "\n", "torna\n", ""]),
            ("", 5, vec![""]),
            ("lana", 4, vec!["lana"]),
            ("precipitevolissimevolmente", 10, vec!["precipitev", "olissimevo", "lmente"]),
            ("a precipitevolissimevole b", 10, vec!["a ", "precipitev", "olissimevo", "le b"]),
            ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 5, vec!["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
            ("due   spazi", 4, vec!["due   ", "spaz", "i"]),
            ("lana     ", 4, vec!["lana     "]),
            (
                "su https://example.org/una/pagina-lunga qui",
                20,
                vec!["su https://", "example.org/una/", "pagina-lunga qui"],
            ),
            ("89\u{a0}€ la lana", 6, vec!["89\u{a0}€ ", "la ", "lana"]),
            ("日本語", 4, vec!["日本", "語"]),
        ] {
            assert_eq!(rows(text, cells).concat(), text);
            assert_eq!(rows(text, cells), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_for_unseen_characters_are_measured() {
        assert_eq!(rows("a\u{202e}b", 9), ["a\u{202e}", "b"]);
    }

    proptest! {
        #[test]
        fn rows_cover_every_byte_once_and_fit(
            text in "([a-zè ]{1,9}|[ \n👩\u{200d}🇮日\u{301}\u{202e}/.:-]|https://example.org/){0,30}",
            cells in 1usize..20
        ) {
            let mut at = 0;
            for row in wrap(&text, cells) {
                prop_assert_eq!(row.start, at);
                prop_assert!(is_boundary(&text, row.start));
                let shown = reveal(text[row.clone()].trim_end()).into_owned();
                let single = text[row.clone()].trim_end().chars().count() <= 1
                    || grapheme_indices(text[row.clone()].trim_end()).count() == 1;
                prop_assert!(single || width(&shown) <= cells, "{:?} in {}", shown, cells);
                at = row.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
