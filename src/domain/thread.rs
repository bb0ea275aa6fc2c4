//! A model's answer as a thread. Owns how an answer marks where one message ends and the
//! next begins; how messages stand in one text is in `text::message`, and what a network
//! allows is for `checks`.

use crate::text::{at_once, thread};

/// The line that a model puts between two messages.
const RULE: &str = "---";

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
    use crate::text::messages;

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
