//! A text as words and what stands between them, read in one pass.
//!
//! Owns the cut into words as the patterns see them: small letters, apostrophes and hyphens
//! are spaces, addresses are left out, and what stood between two words is remembered.

use std::ops::Range;

/// What stands between two words: several may stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gap(u8);

impl Gap {
    pub const COMMA: Self = Self(1);
    pub const STOP: Self = Self(2);
    pub const QUESTION: Self = Self(4);
    pub const COLON: Self = Self(8);
    pub const DASH: Self = Self(16);
    pub const LINE: Self = Self(32);
    /// Begin or end of the text.
    pub const EDGE: Self = Self(64);
    /// A blank line.
    pub const PARAGRAPH: Self = Self(128);

    /// What ends a sentence.
    pub const ENDS: Self =
        Self(Self::STOP.0 | Self::QUESTION.0 | Self::COLON.0 | Self::LINE.0 | Self::EDGE.0);
    /// What ends a sentence, a colon aside.
    pub const SENTENCE: Self = Self(Self::STOP.0 | Self::QUESTION.0 | Self::LINE.0 | Self::EDGE.0);
    /// Anything but a space.
    pub const BREAK: Self = Self(Self::ENDS.0 | Self::COMMA.0 | Self::DASH.0);

    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub fn add(&mut self, mark: Self) {
        self.0 |= mark.0;
    }
}

/// What a word is besides its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Word,
    /// Has a digit in it.
    Number,
    Hashtag,
    Mention,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Bytes of the small letters.
    small: Range<usize>,
    /// What stands before it.
    pub before: Gap,
    pub sort: Sort,
    pub capital: bool,
}

/// The words of a text.
pub struct Words<'a> {
    pub text: &'a str,
    small: String,
    all: Vec<Word>,
    /// What stands behind the last one.
    end: Gap,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut words = Self {
            text,
            small: String::with_capacity(text.len() + 8),
            all: Vec::with_capacity(text.len() / 5),
            end: Gap::EDGE,
        };
        words.read();
        words
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn get(&self, at: usize) -> Option<&Word> {
        self.all.get(at)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Word> {
        self.all.iter()
    }

    /// A word in small letters; empty behind the last one.
    pub fn small(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| &self.small[word.small.clone()])
    }

    /// What stands before the word at `at`; behind the last one, the end.
    pub fn before(&self, at: usize) -> Gap {
        self.all.get(at).map_or(self.end, |word| word.before)
    }

    fn read(&mut self) {
        let text = self.text;
        let mut gap = Gap::EDGE;
        let mut sort = Sort::Word;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let after = at + c.len_utf8();
            if is_letter(c) {
                let end = at + word_length(&text[at..]);
                if let Some(address) = address(&text[at..]) {
                    at += address;
                    continue;
                }
                self.push(at..end, gap, sort);
                (gap, sort, at) = (Gap::default(), Sort::Word, end);
                continue;
            }
            let next = text[after..].chars().next();
            let open = next.is_none_or(|next| !next.is_alphanumeric());
            match c {
                '#' | '＃' => sort = Sort::Hashtag,
                '@' => sort = Sort::Mention,
                ',' | ';' | '(' | ')' => gap.add(Gap::COMMA),
                '.' if !open => {}
                '.' | '!' | '…' => gap.add(Gap::STOP),
                // A list is no row of little sentences.
                '•' => gap.add(Gap::LINE),
                '?' => gap.add(Gap::QUESTION),
                ':' => gap.add(Gap::COLON),
                '—' => gap.add(Gap::DASH),
                '–' | '-' if open && text[..at].ends_with(' ') => gap.add(Gap::DASH),
                '\n' => {
                    let twice = gap.has(Gap::LINE);
                    gap.add(if twice { Gap::PARAGRAPH } else { Gap::LINE });
                }
                _ => {}
            }
            if c.is_whitespace() {
                sort = Sort::Word;
            }
            at = after;
        }
        self.end = gap;
        self.end.add(Gap::EDGE);
    }

    fn push(&mut self, span: Range<usize>, before: Gap, sort: Sort) {
        let word = &self.text[span.clone()];
        let start = self.small.len();
        if word.is_ascii() {
            self.small.push_str(word);
            self.small[start..].make_ascii_lowercase();
        } else {
            self.small.extend(word.chars().flat_map(char::to_lowercase));
        }
        let number = sort == Sort::Word && word.bytes().any(|byte| byte.is_ascii_digit());
        let sort = if number { Sort::Number } else { sort };
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let small = start..self.small.len();
        self.all.push(Word { span, small, before, sort, capital });
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '°'
}

/// Bytes of the word that begins a text; `3,50`, `9.30` and `18:30` are one.
fn word_length(text: &str) -> usize {
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let inside =
            matches!(c, '.' | ',' | ':') && before.is_ascii_digit() && next.is_ascii_digit();
        let accent = unicode_normalization::char::is_combining_mark(c);
        if !is_letter(c) && !inside && !accent {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Bytes of the address that begins a text, if one does: its words are nobody's.
fn address(text: &str) -> Option<usize> {
    let starts = ["http://", "https://", "www."];
    let is_address = starts.iter().any(|start| {
        text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    });
    is_address.then(|| text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_words_and_what_stands_between() {
        let text = "L’ORA è 18:30, «qui»: http://example.org/lana\n\n#Lana state-of-the-art? Sì";
        let words = Words::of(text);
        let small: Vec<&str> = (0..words.len()).map(|at| words.small(at)).collect();
        assert_eq!(
            small,
            ["l", "ora", "è", "18:30", "qui", "lana", "state", "of", "the", "art", "sì"]
        );
        assert!(words.before(0).has(Gap::EDGE) && words.before(11).has(Gap::EDGE));
        assert!(words.before(4).has(Gap::COMMA) && !words.before(4).has(Gap::ENDS));
        assert!(words.before(5).has(Gap::COLON) && words.before(5).has(Gap::PARAGRAPH));
        assert!(!words.before(7).has(Gap::BREAK));
        assert!(words.before(10).has(Gap::QUESTION));
        let sorts: Vec<Sort> = words.iter().map(|word| word.sort).collect();
        assert_eq!((sorts[3], sorts[5], sorts[6]), (Sort::Number, Sort::Hashtag, Sort::Word));
        assert_eq!(&text[words.get(5).expect("a hashtag").span.clone()], "Lana");
    }
}
