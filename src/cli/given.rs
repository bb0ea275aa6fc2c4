//! A text as a verb was given it: its own bytes, the canonical text the checks read, and the
//! way back from a span of the one to a span of the other.
//!
//! Owns that arithmetic. It reads no file and judges nothing.

use super::count::text_of;
use std::ops::Range;

pub struct Given {
    raw: String,
    /// What the checks read: no byte order mark, line feeds only, no final one.
    pub text: String,
    mark: usize,
    /// Where in `text` the line feeds stand that had a carriage return before them.
    returns: Vec<usize>,
}

impl Given {
    pub fn new(raw: String) -> Self {
        let body = raw.strip_prefix('\u{feff}').unwrap_or(&raw);
        let returns = body.match_indices("\r\n").enumerate().map(|(nth, (at, _))| at - nth);
        Self {
            text: text_of(&raw).into_owned(),
            mark: raw.len() - body.len(),
            returns: returns.collect(),
            raw,
        }
    }

    /// The bytes of the file that are this span of the text.
    pub fn bytes(&self, span: &Range<usize>) -> Range<usize> {
        self.byte(span.start)..self.byte(span.end)
    }

    /// What stands in the file at this span of the text, line ends as they are there.
    pub fn quote(&self, span: &Range<usize>) -> &str {
        self.raw.get(self.bytes(span)).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> usize {
        at + self.mark + self.returns.partition_point(|&feed| feed < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_of_the_text_is_found_again_in_the_files_own_bytes() {
        for raw in [
            "a\nbé\n\nc d\n",
            "\u{feff}a\nbé\n\nc d",
            "a\r\nbé\r\n\r\nc d\r\n",
            "\u{feff}a\r\nbé\n\r\nc d\r\n\r\n",
        ] {
            let given = Given::new(raw.into());
            let ends: Vec<usize> =
                given.text.char_indices().map(|(at, _)| at).chain([given.text.len()]).collect();
            for (nth, &start) in ends.iter().enumerate() {
                for &end in &ends[nth..] {
                    let quote = given.quote(&(start..end));
                    assert_eq!(quote.replace("\r\n", "\n"), given.text[start..end], "{raw:?}");
                    assert!(!quote.starts_with('\u{feff}'), "{raw:?}");
                }
            }
        }
    }

    #[test]
    fn a_carriage_return_alone_is_a_character_like_any_other() {
        let given = Given::new("a\rb\r\nc".into());
        assert_eq!((given.text.as_str(), given.bytes(&(4..5))), ("a\rb\nc", 5..6));
    }
}
