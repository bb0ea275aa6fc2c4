//! Searching without minding accents and capitals.
//!
//! Owns what counts as the same letter for a search, and the way back from a folded
//! text to the bytes of the original.

use super::width::{after, before, is_boundary};
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without accents; curly quotes become straight ones.
pub fn fold(text: &str) -> String {
    text.nfd().flat_map(fold_char).collect()
}

/// Where `needle` first stands in `haystack`, folded, as bytes of `haystack` that begin
/// and end between graphemes. An empty needle stands nowhere.
pub fn find_folded(haystack: &str, needle: &str) -> Option<Range<usize>> {
    Folded::new(haystack).find(&fold(needle), 0)
}

/// Every place where `needle` stands in `haystack`, none overlapping another.
pub fn find_all_folded(haystack: &str, needle: &str) -> Vec<Range<usize>> {
    let folded = Folded::new(haystack);
    let needle = fold(needle);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(range) = folded.find(&needle, from) {
        from = range.end;
        found.push(range);
    }
    found
}

/// A folded text that remembers where each of its bytes came from.
struct Folded<'a> {
    original: &'a str,
    text: String,
    /// For each byte of `text`, the offset of its character in `original`; ascending.
    from: Vec<usize>,
}

impl<'a> Folded<'a> {
    fn new(original: &'a str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut from = Vec::with_capacity(original.len());
        for (at, c) in original.char_indices() {
            if c.is_ascii() {
                text.push(c.to_ascii_lowercase());
                from.push(at);
                continue;
            }
            for folded in c.nfd().flat_map(fold_char) {
                text.push(folded);
                from.resize(text.len(), at);
            }
        }
        Self { original, text, from }
    }

    /// The first place of a folded needle at or after byte `from` of the original.
    fn find(&self, needle: &str, from: usize) -> Option<Range<usize>> {
        if needle.is_empty() {
            return None;
        }
        let mut skip = self.from.partition_point(|&origin| origin < from);
        loop {
            let start = skip + self.text.get(skip..)?.find(needle)?;
            let range = self.whole(start, start + needle.len());
            if range.start >= from {
                return Some(range);
            }
            skip = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }

    /// The graphemes of the original that bytes of the folded text came from.
    fn whole(&self, start: usize, end: usize) -> Range<usize> {
        let boundary_before = |at| {
            if is_boundary(self.original, at) { at } else { before(self.original, at) }
        };
        boundary_before(self.from[start])..after(self.original, self.from[end - 1])
    }
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    let lower = (!is_combining_mark(c)).then(|| c.to_lowercase()).into_iter().flatten();
    lower.filter(|&c| !is_combining_mark(c)).map(|c| match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        'ς' => 'σ',
        _ => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_capitals_and_curly_quotes_do_not_matter() {
        assert_eq!(fold("PERCHÉ l’Èra “così” İ"), "perche l'era \"cosi\" i");
        assert_eq!(fold("perche\u{301}"), fold("Perché"));
    }

    #[test]
    fn what_is_found_is_told_in_bytes_of_the_original() {
        for (haystack, needle, found) in [
            ("È così, perché sì", "COSI", Some("così")),
            ("perche\u{301} no", "perché", Some("perche\u{301}")),
            ("perche\u{301} no", "perche", Some("perche\u{301}")),
            ("l’inverno", "l'inv", Some("l’inv")),
            ("la 👨‍👩‍👧‍👦 qui", "👩", Some("👨‍👩‍👧‍👦")),
            ("lana", "seta", None),
            ("lana", "", None),
        ] {
            let range = find_folded(haystack, needle);
            assert_eq!(range.map(|range| &haystack[range]), found);
        }
        assert_eq!(find_all_folded("Là, la e LÀ", "la"), [0..3, 5..7, 10..13]);
    }

    proptest! {
        #[test]
        fn every_piece_of_a_text_is_found_in_it(text in "[aàÀe\u{301}’👩🏽\u{200d} ]{1,12}", cut in 0usize..12) {
            let start = text.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(0);
            let needle = &text[start..];
            let found = find_folded(&text, needle);
            prop_assert_eq!(found.is_some(), !fold(needle).is_empty());
            for range in find_all_folded(&text, needle) {
                prop_assert!(is_boundary(&text, range.start) && is_boundary(&text, range.end));
                prop_assert!(fold(&text[range]).contains(&fold(needle)));
            }
        }
    }
}
