//! The numbers that messages of a thread carry, such as `2/3` at their beginning or end:
//! which message of how many, and where a number stands.
//!
//! They go out and are counted with the words, and they say nothing: whoever reads what a
//! text says takes it [`unnumbered`].

use super::message::{is_thread, message_ranges};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// One of the messages of a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Message {
    /// From 1.
    pub number: usize,
    pub of: usize,
}

impl Message {
    /// All of a text, in order.
    pub fn all(of: usize) -> impl Iterator<Item = Self> {
        (1..=of).map(move |number| Self { number, of })
    }
}

/// `2/3`, as messages are numbered everywhere.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

/// The number a message carries, such as `2/3` at its beginning or its end, or above a last
/// line of hashtags, and where it stands with the space that parts it from the words.
pub fn numbering(message: &str) -> Option<(Message, Range<usize>)> {
    at_an_end(message).or_else(|| {
        let (prose, tags) = message.trim_end().rsplit_once('\n')?;
        let tagged = !tags.trim().is_empty() && tags.split_whitespace().all(|w| w.starts_with('#'));
        tagged.then(|| at_an_end(prose)).flatten()
    })
}

fn at_an_end(message: &str) -> Option<(Message, Range<usize>)> {
    let words = message.trim();
    let start = message.len() - message.trim_start().len();
    // A space may be several bytes: text of a model holds what nobody would type.
    let space = words.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let last = space.map_or(0, |(at, c)| at + c.len_utf8());
    let first = words.find(char::is_whitespace).unwrap_or(words.len());
    let end = start + words.len();
    let before = message[..start + last].trim_end_matches(' ').len();
    let after = start + words[first..].find(|c| c != ' ').map_or(words.len(), |at| first + at);
    fraction(&words[last..])
        .map(|message| (message, before..end))
        .or_else(|| fraction(&words[..first]).map(|message| (message, start..after)))
}

/// `2/3` or `(2/3)`, of figures small enough for a thread.
fn fraction(word: &str) -> Option<Message> {
    let word = word.strip_prefix(['(', '[']).map_or(word, |w| w.trim_end_matches([')', ']']));
    let (number, of) = word.split_once('/')?;
    let figure = |text: &str| {
        let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<usize>().ok().filter(|_| plain)
    };
    let (number, of) = (figure(number)?, figure(of)?);
    (number >= 1 && number <= of && of > 1).then_some(Message { number, of })
}

/// Where the numbers of a thread stand in its text, in order. One fraction alone may be
/// anything; two of one thread, or a right one, are numbers.
pub fn numbers(text: &str) -> Vec<Range<usize>> {
    if !is_thread(text) {
        return Vec::new();
    }
    let ranges = message_ranges(text);
    let all = ranges.iter().zip(Message::all(ranges.len()));
    let found: Vec<(bool, Message, Range<usize>)> = all
        .filter_map(|(range, is)| {
            let (own, at) = numbering(&text[range.clone()])?;
            Some((own == is, own, range.start + at.start..range.start + at.end))
        })
        .collect();
    let of = |of: usize| found.iter().filter(|(_, own, _)| own.of == of).count();
    let told = found.iter().filter(|(right, own, _)| *right || of(own.of) > 1);
    told.map(|(_, _, range)| range.clone()).collect()
}

/// A text as its words are read: blanks where the numbers of a thread stand, every other
/// byte in its place.
pub fn unnumbered(text: &str) -> Cow<'_, str> {
    let numbers = numbers(text);
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut blank = text.to_owned();
    for range in numbers {
        blank.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    Cow::Owned(blank)
}

/// The text without the numbers of its messages.
pub fn without_numbers(text: &str) -> Cow<'_, str> {
    let numbers = numbers(text);
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bare = text.to_owned();
    for range in numbers.into_iter().rev() {
        bare.replace_range(range, "");
    }
    Cow::Owned(bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_of_several_bytes_part_words_too() {
        assert_eq!(numbering("Wool is back.\u{2029}Published."), None);
        assert!(numbering("Wool is back.\u{2029}2/3").is_some());
        assert!(numbering("2/3\u{3000}Wool is back.").is_some());
    }

    #[test]
    fn a_number_is_told_at_either_end_of_a_message() {
        let own = |text: &str| {
            numbering(text).map(|(own, range)| {
                (own.to_string(), format!("{}{}", &text[..range.start], &text[range.end..]))
            })
        };
        let some = |number: &str, rest: &str| Some((number.to_owned(), rest.to_owned()));
        assert_eq!(own("La lana torna. 1/3"), some("1/3", "La lana torna."));
        assert_eq!(own("(2/3) Da lunedì."), some("2/3", "Da lunedì."));
        assert_eq!(own("Uno.\n1/2"), some("1/2", "Uno.\n"));
        for none in ["Il 24/11", "3/2", "1/1", "1/2 metri di lana 3", "", "uno/due", "0/4"] {
            let found = own(none).map(|(own, _)| own);
            assert_eq!(found, (none == "1/2 metri di lana 3").then(|| "1/2".to_owned()), "{none}");
        }
        assert_eq!(own("Tre. 3/3\n#lana #casa"), some("3/3", "Tre.\n#lana #casa"));
        assert_eq!(own("Costa 1/3\ndi prima"), None);
    }

    #[test]
    fn the_numbers_of_a_thread_are_told_from_its_fractions() {
        let bare = |text: &str| without_numbers(&text.replace('␌', "\u{c}")).replace('\u{c}', "␌");
        assert_eq!(bare("Uno. 1/3␌2/3 Due.␌Tre. (3/3)\n#lana"), "Uno.␌Due.␌Tre.\n#lana");
        assert_eq!(bare("Uno.␌Un filo 4/8␌Tre."), "Uno.␌Un filo 4/8␌Tre.");
        assert_eq!(bare("Uno. 1/9␌Due. 2/9␌Tre."), "Uno.␌Due.␌Tre.");
        assert_eq!(bare("Uno. 1/4␌Due. 3/8␌Tre."), "Uno. 1/4␌Due. 3/8␌Tre.");
        assert_eq!(bare("Uno solo. 1/3"), "Uno solo. 1/3");
    }

    proptest! {
        #[test]
        fn unnumbered_every_byte_stays_in_its_place(
            text in "([aè\u{c}\n #]|1/3|2/3|\\(2/2\\)){0,12}"
        ) {
            let blank = unnumbered(&text);
            prop_assert_eq!(blank.len(), text.len());
            let numbers = numbers(&text);
            for (at, c) in text.char_indices() {
                let inside = numbers.iter().any(|range| range.contains(&at));
                prop_assert_eq!(blank[at..].chars().next(), Some(if inside { ' ' } else { c }));
            }
        }
    }
}
