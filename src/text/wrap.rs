//! Folding a text into rows that fit a width.
//!
//! Owns where a row ends: at a line feed, else where a line may break (UAX 14) outside an
//! address, else between graphemes. Every byte of the text is in exactly one row; nothing
//! is trimmed.

use super::link::{Link, links};
use super::message::{BREAK, message_ranges};
use super::reveal::shown_grapheme_width;
use super::width::{cells, grapheme_width, is_boundary};
use std::ops::Range;
use unicode_linebreak::linebreaks;

/// Cells of the widest row of prose; longer ones are hard to read.
pub const MEASURE: u16 = 84;

/// The rows of a text in `room` terminal cells (at least one), as byte ranges without
/// gaps. A row holds its line feed, and spaces at its end hang over the edge. After a
/// final line feed, and in an empty text, stands an empty row. A break between messages
/// is a row of its own. Measures what `reveal` will show.
pub fn wrap(text: &str, room: usize) -> Vec<Range<usize>> {
    rows(text, room, shown_grapheme_width)
}

/// As [`wrap`], from the rows of an earlier text in the same room: only the lines that are
/// others now are folded.
pub fn rewrap(old: &str, rows: &[Range<usize>], text: &str, room: usize) -> Vec<Range<usize>> {
    let ends = |byte: &u8| matches!(*byte, b'\n') || *byte == BREAK as u8;
    let (was, is) = (old.as_bytes(), text.as_bytes());
    let head = same(was.chunks(STEP), is.chunks(STEP), |part| part.iter());
    let from = is[..head].iter().rposition(ends).map_or(0, |at| at + 1);
    let tail = same(was[from..].rchunks(STEP), is[from..].rchunks(STEP), |part| part.iter().rev());
    // Behind the first end of a line that both have at their end, all is as it was.
    let begins = text.len() - tail;
    let until = is[begins..].iter().position(ends).map(|at| begins + at + 1);
    let kept = rows.partition_point(|row| row.start < from);
    let mut found = rows[..kept].to_vec();
    let changed = wrap(&text[from..until.unwrap_or(text.len())], room);
    found.extend(changed.into_iter().map(|row| from + row.start..from + row.end));
    if let Some(until) = until {
        // The empty row behind the line that ends there is the beginning of what follows.
        found.pop();
        let was = until + old.len() - text.len();
        let rest = &rows[rows.partition_point(|row| row.start < was)..];
        found.extend(rest.iter().map(|row| until + row.start - was..until + row.end - was));
    }
    found
}

/// Compared at once: most of a text is as it was.
const STEP: usize = 64;

/// How many bytes are the same from one end on, which is that of the parts and of `each`.
fn same<'a, I: Iterator<Item = &'a u8>>(
    a: impl Iterator<Item = &'a [u8]>,
    b: impl Iterator<Item = &'a [u8]>,
    each: fn(&'a [u8]) -> I,
) -> usize {
    let mut count = 0;
    for (a, b) in a.zip(b) {
        if a != b {
            return count + each(a).zip(each(b)).take_while(|(a, b)| a == b).count();
        }
        count += a.len();
    }
    count
}

/// As [`wrap`], for a text that has been revealed.
pub fn wrap_revealed(text: &str, room: usize) -> Vec<Range<usize>> {
    rows(text, room, grapheme_width)
}

fn rows(text: &str, room: usize, measure: fn(&str) -> usize) -> Vec<Range<usize>> {
    let room = room.max(1);
    let mut rows = Vec::new();
    for message in message_ranges(text) {
        if message.start > 0 {
            rows.push(message.start - BREAK.len_utf8()..message.start);
        }
        let mut start = message.start;
        for line in text[message.clone()].split_inclusive('\n') {
            let content = line.strip_suffix('\n').unwrap_or(line);
            let fold = Fold { line: content, room, measure };
            let last = fold.rows(|row| rows.push(start + row.start..start + row.end));
            rows.push(start + last..start + line.len());
            start += line.len();
        }
        if message.is_empty() || text[message].ends_with('\n') {
            rows.push(start..start);
        }
    }
    rows
}

/// One line on its way into rows.
struct Fold<'a> {
    line: &'a str,
    room: usize,
    /// Terminal cells of a grapheme.
    measure: fn(&str) -> usize,
}

impl Fold<'_> {
    /// Hands out every row but the last, whose start is returned.
    fn rows(&self, row: impl FnMut(Range<usize>)) -> usize {
        if is_prose(self.line) { self.rows_of_prose(row) } else { self.rows_of_any(row) }
    }

    /// A character is a cell, and a row ends behind spaces.
    fn rows_of_prose(&self, mut row: impl FnMut(Range<usize>)) -> usize {
        // Byte and column where the row begins, and where a word last began.
        let (mut start, mut word) = ((0, 0), (0, 0));
        let mut after_space = false;
        for (column, (at, c)) in self.line.char_indices().enumerate() {
            if c == ' ' {
                after_space = true;
                continue;
            }
            if after_space {
                word = (at, column);
            }
            after_space = false;
            while column - start.1 >= self.room && at > start.0 {
                let end = if word.0 > start.0 { word } else { (at, column) };
                row(start.0..end.0);
                start = end;
            }
        }
        start.0
    }

    fn rows_of_any(&self, mut row: impl FnMut(Range<usize>)) -> usize {
        // Most lines fit and never ask where they might break.
        let mut breaks = None;
        let mut start = 0;
        let mut column = 0;
        for (at, grapheme, size) in cells(self.line, self.measure) {
            let hangs = grapheme.chars().all(char::is_whitespace);
            while !hangs && column + size > self.room && at > start {
                let breaks = breaks.get_or_insert_with(|| self.breaks().into_iter().peekable());
                let mut end = None;
                while let Some(next) = breaks.next_if(|&next| next <= at) {
                    end = Some(next).filter(|&next| next > start).or(end);
                }
                let end = end.unwrap_or(at);
                row(start..end);
                column = self.width(&self.line[end..at]);
                start = end;
            }
            column += size;
        }
        start
    }

    fn width(&self, text: &str) -> usize {
        cells(text, self.measure).map(|(_, _, size)| size).sum()
    }

    /// Where the line may break. An address that fits a row stays whole; a longer one
    /// breaks anywhere but in its scheme, so that its parts can be told for what they are.
    fn breaks(&self) -> Vec<usize> {
        let links = links(self.line);
        let holds = |at: usize| links.iter().any(|link| self.holds(link, at));
        let breaks = linebreaks(self.line).map(|(at, _)| at);
        breaks.filter(|&at| is_boundary(self.line, at) && !holds(at)).collect()
    }

    fn holds(&self, link: &Link, at: usize) -> bool {
        let Range { start, end } = link.range;
        let address = &self.line[start..end];
        let whole = if self.width(address) <= self.room {
            end
        } else {
            start + address.find("://").map_or(0, |scheme| scheme + "://".len())
        };
        (start + 1..end.min(whole + 1)).contains(&at)
    }
}

/// Letters, digits, and marks that end a word: such a line breaks behind its spaces and
/// holds no address. Most lines are like this, and the rules for all others are dear.
fn is_prose(line: &str) -> bool {
    let mut chars = line.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let fits = match c {
            ',' | '.' | ';' | ':' | '!' | '?' => {
                before.is_alphanumeric() && chars.peek().is_none_or(|next| *next == ' ')
            }
            ' ' => true,
            '×' | '÷' => false,
            'À'..='ɏ' => true,
            _ => c.is_ascii_alphanumeric(),
        };
        if !fits {
            return false;
        }
        before = c;
    }
    true
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
                vec!["su ", "https://example.org/", "una/pagina-lunga qui"],
            ),
            (
                "vedi https://example.org/lana oggi",
                24,
                vec!["vedi ", "https://example.org/lana ", "oggi"],
            ),
            ("su example.org/lana-cotta", 18, vec!["su example.org/", "lana-cotta"]),
            ("89\u{a0}€ la lana", 6, vec!["89\u{a0}€ ", "la ", "lana"]),
            ("日本語", 4, vec!["日本", "語"]),
            ("Uno.\u{c}Due.\n\u{c}", 9, vec!["Uno.", "\u{c}", "Due.\n", "", "\u{c}", ""]),
        ] {
            assert_eq!(rows(text, cells).concat(), text);
            assert_eq!(rows(text, cells), expected, "{text:?}");
        }
    }

    #[test]
    fn a_revealed_text_is_measured_as_it_stands() {
        assert_eq!(wrap_revealed("a ⟨U+202E⟩ b", 11), [0..15, 15..16]);
        assert_ne!(wrap("a ⟨U+202E⟩ b", 11), [0..15, 15..16]);
    }

    #[test]
    fn marks_for_unseen_characters_are_measured() {
        assert_eq!(rows("a\u{202e}b", 9), ["a\u{202e}", "b"]);
    }

    proptest! {
        #[test]
        fn prose_ends_its_rows_where_any_text_does(
            text in "([a-zA-Z0-9àèòÀœčß]{1,9}[,.;:!?]?|[ ]|[,.;:!?×’-]){0,12}",
            room in 1usize..24
        ) {
            let fold = Fold { line: &text, room, measure: shown_grapheme_width };
            let (mut short, mut long) = (Vec::new(), Vec::new());
            let ends = (
                fold.rows_of_prose(|row| short.push(row)),
                fold.rows_of_any(|row| long.push(row)),
            );
            if is_prose(&text) {
                prop_assert!(links(&text).is_empty());
                prop_assert_eq!(ends.0, ends.1);
                prop_assert_eq!(short, long);
            }
        }

        #[test]
        fn rows_found_from_earlier_ones_are_those_found_afresh(
            head in "([a-zè ]{1,9}|[ \n\u{c}\r👩日\u{301}.-]){0,9}",
            out in "([a-zè ]{1,9}|[ \n\u{c}\r👩日\u{301}.-]){0,4}",
            put in "([a-zè ]{1,9}|[ \n\u{c}\r👩日\u{301}.-]){0,4}",
            tail in "([a-zè ]{1,9}|[ \n\u{c}\r👩日\u{301}.-]){0,9}",
            room in 1usize..20,
        ) {
            let (old, new) = (format!("{head}{out}{tail}"), format!("{head}{put}{tail}"));
            prop_assert_eq!(rewrap(&old, &wrap(&old, room), &new, room), wrap(&new, room));
        }

        #[test]
        fn rows_cover_every_byte_once_and_fit(
            text in "([a-zè ]{1,9}|[ \n\u{c}👩\u{200d}🇮日\u{301}\u{202e}/.:-]|https://example.org/){0,30}",
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
