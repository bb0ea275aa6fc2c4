//! A thread: a text of several messages, each counted by itself. Owns where one message
//! ends and the next begins; what a network allows is for `checks`.

/// The line that a model puts between two messages.
const RULE: &str = "---";

/// The messages of a thread's text: its paragraphs.
pub fn messages(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|message| !message.is_empty()).collect()
}

/// A model's answer as a thread's text: a paragraph for each message. Where it put rules
/// between messages, blank lines inside one are closed up; where it put none, its
/// paragraphs are the messages.
pub fn as_thread(text: &str) -> String {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() >= RULE.len() && line.chars().all(|c| c == '-')
    };
    let ruled = text.lines().any(is_rule);
    let mut messages: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        let ends = if ruled { is_rule(line) } else { line.is_empty() };
        if ends {
            messages.push(Vec::new());
        } else if let Some(message) = messages.last_mut().filter(|_| !line.is_empty()) {
            message.push(line);
        }
    }
    let messages = messages.iter().filter(|message| !message.is_empty());
    messages.map(|message| message.join("\n")).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_between_messages_make_paragraphs_and_close_up_what_is_inside_one() {
        let answer = "Uno.\n\nAncora uno.\n---\nDue.\n\n-----\n\nTre.";
        assert_eq!(as_thread(answer), "Uno.\nAncora uno.\n\nDue.\n\nTre.");
        assert_eq!(messages(&as_thread(answer)), ["Uno.\nAncora uno.", "Due.", "Tre."]);
    }

    #[test]
    fn without_rules_the_paragraphs_are_the_messages_and_nothing_is_lost() {
        assert_eq!(as_thread("Uno.\n\n\nDue - con calma.\n"), "Uno.\n\nDue - con calma.");
        assert_eq!(messages(""), Vec::<&str>::new());
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for text in ["a\n\nb", "a\n---\n\n---\nb", "---\na\n---", "a"] {
            let kept: Vec<String> = words(text).into_iter().filter(|w| w != RULE).collect();
            assert_eq!(words(&as_thread(text)), kept, "{text:?}");
        }
    }
}
