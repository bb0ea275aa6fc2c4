//! The messages of a thread, in one text.
//!
//! Owns the character that stands between two messages, and the ways from one text to
//! its messages and back. A network that has no threads takes them as one text, with
//! blank lines between.

use std::borrow::Cow;
use std::ops::Range;

/// Stands between two messages: a form feed, which no text that is published holds. Files
/// never do: they list the messages.
pub const BREAK: char = '\u{c}';

/// Stands there where the messages go out as one.
const BLANK: &str = "\n\n";

/// The messages in order, at least one, exactly as they are.
pub fn messages(text: &str) -> Vec<&str> {
    text.split(BREAK).collect()
}

/// As bytes of the text, without the breaks.
pub fn message_ranges(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let range = |message: &str| {
        let start = at;
        at += message.len() + BREAK.len_utf8();
        start..start + message.len()
    };
    text.split(BREAK).map(range).collect()
}

/// One text of messages; the way back from [`messages`].
pub fn thread<S: AsRef<str>>(messages: &[S]) -> String {
    let messages: Vec<&str> = messages.iter().map(AsRef::as_ref).collect();
    messages.join("\u{c}")
}

/// More than one message.
pub fn is_thread(text: &str) -> bool {
    memchr::memchr(BREAK as u8, text.as_bytes()).is_some()
}

/// The lines of all messages, without what ends them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', BREAK])
}

/// The number from 0 of the message a byte stands in.
pub fn message_at(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| is_break(**byte)).count()
}

/// The messages as one text, with blank lines between: for networks without threads, for
/// the clipboard, and for whatever comes from outside with breaks of its own.
pub fn at_once(text: &str) -> Cow<'_, str> {
    if is_thread(text) { Cow::Owned(text.replace(BREAK, BLANK)) } else { Cow::Borrowed(text) }
}

/// Where a byte of [`at_once`] stands in the text itself.
pub fn from_at_once(text: &str, at: usize) -> usize {
    let mut left = at;
    for (here, byte) in text.bytes().enumerate() {
        let size = if is_break(byte) { BLANK.len() } else { 1 };
        if left < size {
            return here;
        }
        left -= size;
    }
    text.len()
}

/// For a program that edits plain text: a line with a form feed alone between two messages.
pub fn as_pages(text: &str) -> String {
    text.replace(BREAK, "\n\u{c}\n")
}

/// The way back from [`as_pages`].
pub fn from_pages(text: &str) -> String {
    let last = text.split(BREAK).count() - 1;
    let page = |(at, page): (usize, &str)| {
        let page = if at > 0 { page.strip_prefix('\n').unwrap_or(page) } else { page };
        let page = if at < last { page.strip_suffix('\n').unwrap_or(page) } else { page };
        page.to_owned()
    };
    thread(&text.split(BREAK).enumerate().map(page).collect::<Vec<_>>())
}

fn is_break(byte: u8) -> bool {
    byte == BREAK as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_one_message_until_it_is_broken() {
        assert_eq!(messages(""), [""]);
        assert_eq!(messages("Uno.\n\nAncora uno."), ["Uno.\n\nAncora uno."]);
        assert_eq!(messages("Uno.\u{c}Due.\u{c}"), ["Uno.", "Due.", ""]);
        assert_eq!(at_once("Uno.\u{c}Due."), "Uno.\n\nDue.");
        assert_eq!((message_at("a\u{c}b", 1), message_at("a\u{c}b", 2)), (0, 1));
    }

    proptest! {
        #[test]
        fn messages_put_together_are_the_text_and_taken_apart_the_messages(
            list in proptest::collection::vec("[a-zè\n🧶 .]{0,6}", 1..5)
        ) {
            let text = thread(&list);
            prop_assert_eq!(messages(&text), list.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!(thread(&messages(&text)), text.clone());
            prop_assert_eq!(&from_pages(&as_pages(&text)), &text);
            let ranges = message_ranges(&text);
            prop_assert_eq!(ranges.iter().map(|r| &text[r.clone()]).collect::<Vec<_>>(), messages(&text));
            for (number, range) in ranges.into_iter().enumerate() {
                prop_assert_eq!(message_at(&text, range.end), number);
            }
        }

        #[test]
        fn a_place_in_the_one_text_is_found_again(text in "[aè\u{c}\n]{0,12}") {
            let once = at_once(&text);
            for (at, letter) in once.char_indices().filter(|(_, c)| *c != '\n') {
                let here = from_at_once(&text, at);
                prop_assert_eq!(text[here..].chars().next(), Some(letter));
            }
            prop_assert_eq!(from_at_once(&text, once.len()), text.len());
        }
    }
}
