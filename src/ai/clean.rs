//! Takes the wrapping off an answer: preface, fence, quotation marks, bold.
//!
//! It only ever removes. Words that may belong to the post stay, even when they look
//! like chat: a person can see them, and nobody can see what is gone.

use crate::text::{at_once, tag_line, thread};
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::LazyLock;

/// After so many bytes a first line is no preface.
const LONGEST_PREFACE: usize = 160;

/// The words of `assets/prompts/wrapping.toml`.
#[derive(Debug, Default, Deserialize)]
struct Wrapping {
    polite: Vec<String>,
    openers: Vec<String>,
    answer: Vec<String>,
    farewells: Vec<String>,
}

/// The file is part of the program, and the tests below read it.
static WRAPPING: LazyLock<Wrapping> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/prompts/wrapping.toml")).unwrap_or_default()
});

/// What is left of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cleaned {
    pub text: String,
    /// From the last line, without `#`.
    pub hashtags: Vec<String>,
}

/// Lets words through while they stream, holding back a start that may be wrapping.
#[derive(Debug, Default)]
pub(super) struct Cleaner {
    raw: String,
    /// Bytes of `raw` already handed on or skipped; `None` while the start is in doubt.
    passed: Option<usize>,
}

impl Cleaner {
    /// Takes the next words and gives back what can be shown now.
    pub fn push(&mut self, words: &str) -> String {
        self.raw.push_str(words);
        let from = match self.passed {
            Some(from) => from,
            None => match start(&self.raw, false) {
                Some(from) => from,
                None => return String::new(),
            },
        };
        self.passed = Some(self.raw.len());
        self.raw[from..].to_owned()
    }

    /// Bytes taken so far.
    pub fn len(&self) -> usize {
        self.raw.len()
    }

    /// What is still held back because the answer ended early.
    pub fn rest(&mut self) -> String {
        if self.passed.is_some() {
            return String::new();
        }
        let from = start(&self.raw, true).unwrap_or(self.raw.len());
        self.passed = Some(self.raw.len());
        self.raw[from..].to_owned()
    }

    pub fn finish(&self) -> Cleaned {
        clean(&self.raw)
    }
}

/// Where the post begins in an answer, or `None` while that is not known yet.
fn start(raw: &str, at_end: bool) -> Option<usize> {
    let skip = |text: &str| raw.len() - text.trim_start().len();
    let mut text = raw.trim_start();
    if text.is_empty() && !at_end {
        return None;
    }
    loop {
        let Some(end) = text.find('\n') else {
            let known = at_end || text.len() > LONGEST_PREFACE || !may_become_preface(text);
            return known.then(|| skip(text));
        };
        let line = text[..end].trim();
        if !is_preface(line) && !line.starts_with("```") {
            return Some(skip(text));
        }
        text = text[end..].trim_start();
        if text.is_empty() && !at_end {
            return None;
        }
    }
}

/// The post inside an answer. A form feed is no break between messages here.
pub(super) fn clean(raw: &str) -> Cleaned {
    let raw = at_once(raw);
    let raw = unix_lines(&raw);
    let from = start(&raw, true).unwrap_or(raw.len());
    let mut text = raw[from..].trim().to_owned();
    if let Some(inside) = text.strip_suffix("```") {
        text = inside.trim_end().to_owned();
    }
    text = without_farewell(&text);
    text = unquoted(&text).to_owned();
    text = plain(&text);
    let (text, hashtags) = split_hashtags(&text);
    Cleaned { text: text.trim().to_owned(), hashtags }
}

/// A piece that stands beside the post's text, such as its first comment: cleaned, and its
/// hashtags left where they are.
pub(super) fn clean_beside(raw: &str) -> String {
    let Cleaned { text, hashtags } = clean(raw);
    let pieces = [text, tag_line(&hashtags)];
    pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A title: one line, whatever came.
pub(super) fn clean_line(raw: &str) -> String {
    clean_beside(raw).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The messages of a thread, each without its wrapping; the hashtags of the last one are
/// those of the post.
pub(super) fn clean_messages(raw: &[String]) -> Cleaned {
    let (last, before) = match raw.split_last() {
        Some((last, before)) => (clean(last), before),
        None => (Cleaned { text: String::new(), hashtags: Vec::new() }, raw),
    };
    let mut messages: Vec<String> = before.iter().map(|message| clean_beside(message)).collect();
    messages.push(last.text);
    messages.retain(|message| !message.is_empty());
    Cleaned { text: thread(&messages), hashtags: last.hashtags }
}

fn unix_lines(raw: &str) -> Cow<'_, str> {
    if raw.contains('\r') {
        Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(raw)
    }
}

/// A line that talks about the answer: "Ecco una bozza per Instagram:", "Sure!", "Post 1:".
fn is_preface(line: &str) -> bool {
    if line.len() > LONGEST_PREFACE {
        return false;
    }
    let bare = line.trim_matches(|c: char| "*#_`\"“”«» ".contains(c)).to_lowercase();
    let has = |list: &[String], word: &str| list.iter().any(|known| known == word);
    if has(&WRAPPING.polite, &bare) {
        return true;
    }
    let Some(said) = bare.strip_suffix(':') else { return false };
    let words: Vec<&str> = said.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let about = |word: &&str| has(&WRAPPING.answer, word);
    let opens = words.first().is_some_and(|first| has(&WRAPPING.openers, first));
    let label = words.len() <= 2
        && words.first().is_some_and(about)
        && words.get(1).is_none_or(|second| second.parse::<u32>().is_ok());
    label || (opens && words.iter().any(about))
}

/// Whether the beginning of a line may still turn out to talk about the answer: its first
/// word is not whole yet, or is one that such lines begin with.
fn may_become_preface(beginning: &str) -> bool {
    if beginning.starts_with('`') {
        return true;
    }
    let bare = beginning.trim_start_matches(|c: char| "*#_`\"“”«» ".contains(c)).to_lowercase();
    let end = bare.find(|c: char| !c.is_alphanumeric() && c != '\'');
    let Some(first) = end.map(|end| &bare[..end]) else { return true };
    let begins = |list: &[String]| {
        list.iter().any(|known| known.trim_end_matches(|c: char| !c.is_alphanumeric()) == first)
    };
    let polite = WRAPPING.polite.iter().any(|known| known.starts_with(first));
    polite || begins(&WRAPPING.openers) || begins(&WRAPPING.answer)
}

/// The last paragraph, where it is addressed to the person who asked.
fn without_farewell(text: &str) -> String {
    if let Some((before, last)) = text.rsplit_once("\n\n") {
        let last = last.trim().to_lowercase().replace('’', "'");
        if WRAPPING.farewells.iter().any(|farewell| last.starts_with(farewell.as_str())) {
            return before.trim_end().to_owned();
        }
    }
    text.to_owned()
}

/// Takes one pair of quotation marks off a text that stands wholly inside it.
fn unquoted(text: &str) -> &str {
    for (open, close) in [('"', '"'), ('“', '”'), ('«', '»')] {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inside) = inside
            && !inside.contains([open, close])
        {
            return inside.trim();
        }
    }
    text
}

/// Markdown's bold marks and headings: social networks print them as they are.
fn plain(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let heading = line.trim_start_matches('#');
            let depth = line.len() - heading.len();
            let line = match heading.strip_prefix(' ') {
                Some(title) if (1..=6).contains(&depth) => title,
                _ => line,
            };
            let pairs = line.matches("**").count();
            if pairs > 0 && pairs % 2 == 0 { line.replace("**", "") } else { line.to_owned() }
        })
        .collect();
    lines.join("\n")
}

/// The hashtags of a last line that holds nothing else.
fn split_hashtags(text: &str) -> (String, Vec<String>) {
    let (before, last) = text.rsplit_once('\n').unwrap_or(("", text));
    let words: Vec<&str> = last.split([' ', '\t', ',']).filter(|word| !word.is_empty()).collect();
    let tag = |word: &&str| {
        word.strip_prefix('#').is_some_and(|tag| {
            tag.chars().all(|c| c.is_alphanumeric() || c == '_') && !tag.is_empty()
        })
    };
    if words.is_empty() || !words.iter().all(tag) {
        return (text.to_owned(), Vec::new());
    }
    let tags = words.iter().map(|word| word.trim_start_matches('#').to_owned()).collect();
    (before.to_owned(), tags)
}

#[cfg(test)]
mod tests;
