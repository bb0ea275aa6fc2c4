//! Threads: which message of how many, how their own numbers are told, and how a model's
//! answer marks where one message ends and the next begins. How messages stand in one text
//! is in `text::message`, and what a network allows is for `checks`.

use crate::text::{at_once, is_thread, messages, thread};
use std::fmt;
use std::ops::Range;

/// The line that a model puts between two messages.
const RULE: &str = "---";

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

/// What goes out of a text, in order: the messages of a thread where the network has
/// threads, else one text with blank lines between.
pub fn sent(text: &str, threads: bool) -> Vec<(Option<Message>, String)> {
    if !threads || !is_thread(text) {
        return vec![(None, at_once(text).into_owned())];
    }
    let messages = messages(text);
    let all = Message::all(messages.len()).map(Some);
    all.zip(messages.into_iter().map(str::to_owned)).collect()
}

/// The number a message carries, such as `2/3` at its beginning or its end, and where it
/// stands with the space that parts it from the words.
pub fn numbering(message: &str) -> Option<(Message, Range<usize>)> {
    let words = message.trim();
    let start = message.len() - message.trim_start().len();
    let last = words.rfind(char::is_whitespace).map_or(0, |at| at + 1);
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

/// The first message of a thread whose number is missing or wrong, where others have one.
pub fn misnumbered(text: &str) -> Option<Message> {
    let messages = messages(text);
    let found: Vec<Option<Message>> =
        messages.iter().map(|message| numbering(message).map(|(own, _)| own)).collect();
    let right = |(own, is): (&Option<Message>, Message)| *own == Some(is);
    // One fraction alone may be anything; two of one thread, or a right one, are numbers.
    let told = found.iter().flatten().filter(|own| found.iter().flatten().any(|o| o.of == own.of));
    let numbered = found.iter().zip(Message::all(found.len())).any(right) || told.count() > 1;
    let mut all = found.iter().zip(Message::all(found.len()));
    all.find(|one| numbered && found.len() > 1 && !right(*one)).map(|(_, is)| is)
}

/// The text with a number at the end of every message; without them where all are right.
pub fn renumbered(text: &str) -> String {
    if !is_thread(text) {
        return text.to_owned();
    }
    let messages = messages(text);
    let bare: Vec<String> = messages
        .iter()
        .map(|message| match numbering(message) {
            Some((_, range)) => format!("{}{}", &message[..range.start], &message[range.end..]),
            None => (*message).to_owned(),
        })
        .collect();
    let numbered = |(message, own): (&&str, Message)| {
        numbering(message).is_some_and(|(found, _)| found == own)
    };
    if messages.iter().zip(Message::all(messages.len())).all(numbered) {
        return thread(&bare);
    }
    let with = |(message, own): (&String, Message)| format!("{} {own}", message.trim_end());
    thread(&bare.iter().zip(Message::all(bare.len())).map(with).collect::<Vec<_>>())
}

/// A model's answer as a thread's text. Where it put rules between messages, what stands
/// between two of them is one message; where it put none, its paragraphs are the messages.
pub fn as_thread(text: &str) -> String {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() >= RULE.len() && line.chars().all(|c| c == '-')
    };
    let text = at_once(text);
    let ruled = text.lines().any(is_rule);
    let mut messages = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        let ends = if ruled { is_rule(line) } else { line.is_empty() };
        if ends {
            messages.push(String::new());
        } else if let Some(message) = messages.last_mut() {
            message.push_str(line);
            message.push('\n');
        }
    }
    let messages: Vec<&str> = messages.iter().map(|message| message.trim()).collect();
    thread(&messages.into_iter().filter(|message| !message.is_empty()).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn messages_are_numbered_numbered_anew_and_bare_again() {
        let text = "Uno.\u{c}Due. 2/2\u{c}3/9 Tre.";
        let numbered = "Uno. 1/3\u{c}Due. 2/3\u{c}Tre. 3/3";
        assert_eq!(renumbered(text), numbered);
        assert_eq!(renumbered(numbered), "Uno.\u{c}Due.\u{c}Tre.");
        assert_eq!(renumbered("Solo uno."), "Solo uno.");
    }

    #[test]
    fn half_a_numbering_is_noticed_and_a_fraction_alone_is_not() {
        let wrong = |text: &str| misnumbered(text).map(|message| message.number);
        assert_eq!(wrong("Uno. 1/3\u{c}Due.\u{c}Tre. 3/3"), Some(2));
        assert_eq!(wrong("Uno. 1/2\u{c}Due. 2/2\u{c}Tre."), Some(1));
        assert_eq!(wrong("Uno. 1/2\u{c}Due. 2/2"), None);
        assert_eq!(wrong("Uno.\u{c}Si chiude alle 10/12\u{c}Tre."), None);
        assert_eq!(wrong("La lana. 1/2"), None);
    }

    #[test]
    fn between_two_rules_stands_one_message_with_its_blank_lines() {
        let answer = "Uno.\n\nAncora uno.\n---\nDue.\n\n-----\n\nTre.";
        assert_eq!(messages(&as_thread(answer)), ["Uno.\n\nAncora uno.", "Due.", "Tre."]);
    }

    #[test]
    fn without_rules_the_paragraphs_are_the_messages_and_nothing_is_lost() {
        let text = as_thread("Uno.\n\n\nDue - con calma.\nSenza fretta.\n");
        assert_eq!(messages(&text), ["Uno.", "Due - con calma.\nSenza fretta."]);
        assert_eq!(as_thread(""), "");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for text in ["a\n\nb", "a\n---\n\n---\nb", "---\na\n---", "a", "a\u{c}b"] {
            let kept: Vec<String> = words(text).into_iter().filter(|w| w != RULE).collect();
            assert_eq!(words(&as_thread(text)), kept, "{text:?}");
        }
    }
}
