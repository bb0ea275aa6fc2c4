//! Takes a model's reasoning out of its words, where a server leaves it in them.
//!
//! Knows the tags that open models write and the channels of the harmony format. Works
//! on words that may be split anywhere; what stands between the marks is never kept.

/// Reasoning between an opening and a closing mark.
const TAGS: [(&str, &str); 5] = [
    ("<think>", "</think>"),
    ("<thinking>", "</thinking>"),
    ("<thought>", "</thought>"),
    ("<reasoning>", "</reasoning>"),
    ("[THINK]", "[/THINK]"),
];
/// Harmony: a header, a channel's name in it, and then the message.
const START: &str = "<|start|>";
const CHANNEL: &str = "<|channel|>";
const MESSAGE: &str = "<|message|>";
/// Marks of turns, which are no words of anybody.
const ENDS: [&str; 6] =
    ["<|end|>", "<|return|>", "<|call|>", "<|im_end|>", "<|eot_id|>", "<|endoftext|>"];

#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum State {
    /// The model speaks to the reader.
    #[default]
    Open,
    /// Until this mark it does not.
    Until(&'static str),
    /// In a header; what it has said so far.
    Header(String),
    /// In a channel that is not for the reader.
    Aside,
}

/// What is left of some words.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Left {
    pub words: String,
    /// Everything before these words was reasoning as well: its beginning had no mark.
    pub forget: bool,
}

#[derive(Debug, Default)]
pub(super) struct Thoughts {
    state: State,
    /// The beginning of what may become a mark.
    held: String,
}

impl Thoughts {
    /// The model is reasoning now.
    pub fn is_inside(&self) -> bool {
        matches!(self.state, State::Until(_) | State::Aside)
    }

    pub fn push(&mut self, words: &str) -> Left {
        self.held.push_str(words);
        let mut left = Left::default();
        while let Some(at) = self.held.find(['<', '[']) {
            let before: String = self.held.drain(..at).collect();
            self.say(&before, &mut left);
            if let Some(mark) = marks().find(|mark| self.held.starts_with(mark)) {
                self.held.drain(..mark.len());
                self.turn(mark, &mut left);
            } else if marks().any(|mark| mark.starts_with(self.held.as_str())) {
                return left;
            } else {
                let sign: String = self.held.drain(..1).collect();
                self.say(&sign, &mut left);
            }
        }
        let rest = std::mem::take(&mut self.held);
        self.say(&rest, &mut left);
        left
    }

    /// What was held back for a mark that never came.
    pub fn rest(&mut self) -> String {
        let mut left = Left::default();
        let rest = std::mem::take(&mut self.held);
        self.say(&rest, &mut left);
        left.words
    }

    fn say(&mut self, words: &str, left: &mut Left) {
        match &mut self.state {
            State::Open => left.words.push_str(words),
            State::Header(header) => header.push_str(words),
            State::Until(_) | State::Aside => (),
        }
    }

    fn turn(&mut self, mark: &'static str, left: &mut Left) {
        let state = std::mem::take(&mut self.state);
        self.state = match state {
            State::Until(end) if mark != end => State::Until(end),
            State::Until(_) => State::Open,
            _ if mark == START => State::Header(String::new()),
            State::Header(said) if mark == CHANNEL => State::Header(said + " "),
            _ if mark == CHANNEL => State::Header(" ".to_owned()),
            State::Header(said) if mark == MESSAGE => {
                // A header without a channel is the answer's own.
                let channel = said.split_once(' ').map_or("", |(_, name)| name.trim_start());
                let aside = !channel.is_empty() && !channel.starts_with("final");
                if aside { State::Aside } else { State::Open }
            }
            _ if ENDS.contains(&mark) => State::Open,
            state @ (State::Header(_) | State::Aside) => state,
            State::Open => match TAGS.iter().find(|(open, _)| *open == mark) {
                Some((_, close)) => State::Until(close),
                None if mark == MESSAGE => State::Open,
                // An end without a beginning: a template had written that.
                None => {
                    *left = Left { words: String::new(), forget: true };
                    State::Open
                }
            },
        };
    }
}

fn marks() -> impl Iterator<Item = &'static str> {
    let tags = TAGS.into_iter().flat_map(|(open, close)| [open, close]);
    tags.chain([START, CHANNEL, MESSAGE]).chain(ENDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words left, whatever came before a `forget` left out.
    fn left(pieces: &[&str]) -> String {
        let (mut thoughts, mut all) = (Thoughts::default(), String::new());
        for piece in pieces {
            let left = thoughts.push(piece);
            if left.forget {
                all.clear();
            }
            all += &left.words;
        }
        all + &thoughts.rest()
    }

    #[test]
    fn reasoning_is_taken_out_wherever_the_words_are_split() {
        for raw in [
            "<think>SEGRETO: < 3 [x] </b></think>La lana <3 [torna] a casa.",
            "La lana <3 <thinking>SEGRETO</thinking>[torna] a casa.",
            "[THINK]SEGRETO <think> [/THINK]La lana <3 [torna] a casa.",
            "SEGRETO senza inizio</think>La lana <3 [torna] a casa.",
            "<|channel|>analysis<|message|>SEGRETO <think><|end|><|start|>assistant<|channel|>final\
             <|message|>La lana <3 [torna] a casa.<|return|>",
            "<|start|>assistant<|channel|>commentary to=x <|constrain|>json<|message|>SEGRETO<|call|>\
             <|start|>assistant<|channel|>final <|constrain|>json<|message|>La lana <3 [torna] a casa.",
            "<|start|>assistant<|message|>La lana <3 [torna] a casa.<|im_end|>",
        ] {
            assert_eq!(left(&[raw]), "La lana <3 [torna] a casa.", "{raw}");
            let letters: Vec<String> = raw.chars().map(String::from).collect();
            let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
            assert_eq!(left(&letters), "La lana <3 [torna] a casa.", "{raw}");
            for (cut, _) in raw.char_indices() {
                let pieces = [&raw[..cut], &raw[cut..]];
                assert_eq!(left(&pieces), "La lana <3 [torna] a casa.", "{raw} cut at {cut}");
            }
        }
    }

    #[test]
    fn reasoning_that_never_ends_leaves_nothing() {
        assert_eq!(left(&["<think>SEGRETO"]), "");
        assert_eq!(left(&["<|channel|>analysis<|message|>SEGRETO"]), "");
        assert_eq!(left(&["<|channel|>anal"]), "");
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        for raw in ["<thi", "a < b", "[1] fonte", "<3", "<|", "« <thinks> »"] {
            assert_eq!(left(&[raw]), raw);
        }
    }
}
