//! Threads: what goes out of one, how it is numbered, and how a model's answer marks where
//! one message ends and the next begins. How messages stand in one text is in
//! `text::message`, how their numbers are told in `text::numbering`, and what a network
//! allows is for `checks`.

use super::{ChannelKey, Post};
use crate::text::{
    Message, at_once, is_thread, messages, numbering, numbers, thread, without_numbers,
};

/// The line that a model puts between two messages.
const RULE: &str = "---";

/// A title behind the mark of a post that goes out as so many messages, or its ASCII twin:
/// `≡3 La lana torna`.
pub fn threaded(title: String, messages: Option<usize>, ascii: bool) -> String {
    let sign = if ascii { "=" } else { "≡" };
    match messages {
        Some(messages) => format!("{sign}{messages} {title}"),
        None => title,
    }
}

impl Post {
    /// One of its texts is more than one message, on whatever channel.
    pub fn is_in_parts(&self) -> bool {
        let own = self.variants.values().filter_map(|variant| variant.text.as_ref());
        own.chain([&self.text]).any(|text| is_thread(text))
    }

    /// How many messages go out on one of these channels, at most; `None` where it is one
    /// text on each. Without a channel, as the text stands.
    pub fn thread_on(
        &self,
        channels: &[ChannelKey],
        has_threads: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        // Nearly all posts are one message on every channel.
        if !self.is_in_parts() {
            return None;
        }
        let here = channels.iter().filter(|key| has_threads(key)).map(|key| self.text_for(key));
        let bare = channels.is_empty().then(|| self.lead_text());
        let most = here.chain(bare).map(|text| messages(text).len()).max()?;
        (most > 1).then_some(most)
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

/// The first message of a thread whose number is missing or wrong, where others have one.
pub fn misnumbered(text: &str) -> Option<Message> {
    let messages = messages(text);
    let found: Vec<Option<Message>> =
        messages.iter().map(|message| numbering(message).map(|(own, _)| own)).collect();
    let mut all = found.iter().zip(Message::all(found.len()));
    let first = all.find(|(own, is)| **own != Some(*is)).map(|(_, is)| is);
    first.filter(|_| !numbers(text).is_empty())
}

/// Every message of a thread carries its own number.
pub fn is_numbered(text: &str) -> bool {
    let messages = messages(text);
    let own = |(message, own): (&&str, Message)| {
        numbering(message).is_some_and(|(found, _)| found == own)
    };
    messages.len() > 1 && messages.iter().zip(Message::all(messages.len())).all(own)
}

/// The text with a number at the end of every message; without them where all are right.
pub fn renumbered(text: &str) -> String {
    if is_numbered(text) {
        return without_numbers(text).into_owned();
    }
    if !is_thread(text) {
        return text.to_owned();
    }
    let bare: Vec<String> = messages(text)
        .into_iter()
        .map(|message| match numbering(message) {
            Some((_, range)) => format!("{}{}", &message[..range.start], &message[range.end..]),
            None => message.to_owned(),
        })
        .collect();
    let with = |(message, own): (&String, Message)| format!("{} {own}", message.trim_end());
    thread(&bare.iter().zip(Message::all(bare.len())).map(with).collect::<Vec<_>>())
}

/// The text with a number on every message, as those of `model` carry theirs: at the same
/// end, in the same brackets, on a line of its own or not, above the hashtags or behind.
pub fn numbered_like(text: &str, model: &str) -> String {
    let model = messages(model);
    let first = numbering(model[0]).map(|(own, range)| (own, range, model[0]));
    let Some((own, range, first)) = first.filter(|_| is_thread(text)) else {
        return text.to_owned();
    };
    let figure = own.to_string();
    let (open, close) = first[range.clone()].trim().split_once(&figure).unwrap_or_default();
    let at_head = first[..range.start].trim().is_empty();
    let own_line = if at_head {
        first[range.end..].starts_with('\n')
    } else {
        first[..range.start].ends_with('\n')
    };
    let gap = if own_line { "\n" } else { " " };
    let behind = |message: &&str| {
        numbering(message).is_some_and(|(_, range)| message[range.end..].trim().is_empty())
    };
    let above_tags = !model.iter().all(behind);
    let with = |(message, own): (&str, Message)| {
        let number = format!("{open}{own}{close}");
        if at_head {
            let words = if own_line { message.trim_start_matches('\n') } else { message };
            return format!("{number}{gap}{words}");
        }
        let tags = message.trim_end().rfind('\n').filter(|at| {
            above_tags && message[*at..].split_whitespace().all(|word| word.starts_with('#'))
        });
        let (prose, tags) = message.split_at(tags.unwrap_or(message.len()));
        let words = prose.trim_end();
        let rest = &prose[words.len()..];
        let rest = if own_line { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
        format!("{words}{gap}{number}{rest}{tags}")
    };
    let all = messages(text);
    let of = all.len();
    thread(&all.into_iter().zip(Message::all(of)).map(with).collect::<Vec<_>>())
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
    fn a_post_is_a_thread_where_its_messages_go_out_one_by_one() {
        let mut post = Post::new(crate::domain::Ids::from_seed(1).fresh(), "");
        post.text = "Uno.\u{c}Due.\u{c}Tre.".into();
        let own = crate::domain::Variant { text: Some("Uno solo.".into()), ..Default::default() };
        post.variants.insert("x".into(), own);
        let on = |keys: &[&str]| {
            let keys: Vec<ChannelKey> = keys.iter().map(|key| (*key).into()).collect();
            post.thread_on(&keys, |key| key != "ig")
        };
        assert_eq!((on(&["ig"]), on(&["x"]), on(&["ig", "bs"])), (None, None, Some(3)));
        assert_eq!(on(&[]), Some(3));
        let titled = |ascii| threaded("Filo".into(), Some(3), ascii);
        assert_eq!((titled(false), titled(true)), ("≡3 Filo".into(), "=3 Filo".into()));
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
    fn numbers_stand_again_as_a_hand_wrote_them() {
        for text in [
            "Uno. 1/2\u{c}Due. 2/2",
            "Uno. 1/2\n\u{c}Due.\n#lana 2/2",
            "1/2 Uno.\u{c}2/2 Due.",
            "(1/2)\nUno.\u{c}(2/2)\nDue.",
            "Uno.\n[1/2]\u{c}Due.\n[2/2]",
            "Uno. (1/2)\u{c}Due. (2/2)\n#lana",
        ] {
            assert!(is_numbered(text), "{text:?}");
            assert_eq!(numbered_like(&without_numbers(text), text), text, "{text:?}");
        }
        let more = "Uno.\u{c}Due.\u{c}Tre.\n#lana";
        let like = |model: &str| numbered_like(more, model).replace('\u{c}', "␌");
        assert_eq!(like("A. (1/2)\u{c}B. (2/2)\n#b"), "Uno. (1/3)␌Due. (2/3)␌Tre. (3/3)\n#lana");
        assert_eq!(like("1/2 A.\u{c}2/2 B."), "1/3 Uno.␌2/3 Due.␌3/3 Tre.\n#lana");
        assert_eq!(numbered_like("Uno.", "A. 1/2\u{c}B. 2/2"), "Uno.");
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
