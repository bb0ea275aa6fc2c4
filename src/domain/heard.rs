//! What can be heard in one text of how it is written: lengths, emoji, hashtags, whom it
//! speaks to, how it opens, whether it ends with a question.
//!
//! Owns the counting, with where it stands. What a brand's texts have in common is for
//! `habits.rs`, what strays from it for the checks.

use super::{Address, Habit, Opening};
use crate::text::emoji::is_emoji;
use crate::text::width::grapheme_indices;
use crate::text::words::{Gap, Sort, Words};
use crate::text::{hashtags, sentences};
use std::ops::Range;

/// A count, and the bytes of the text it was taken over.
pub type Counted = (usize, Range<usize>);

/// Every sentence's length, and the counts of the whole text, with where they stand.
pub fn counted(text: &str) -> Vec<(Habit, Counted)> {
    let mut found = Vec::new();
    for range in sentences(text) {
        let said = text[range.clone()].trim();
        // A line of hashtags, an address or a greeting is no sentence to measure.
        let words = said.split_whitespace().filter(|w| !w.starts_with(['#', '@'])).count();
        if words >= 3 {
            let end = range.start + text[range.clone()].trim_end().len();
            found.push((Habit::SentenceWords, (words, range.start..end)));
        }
    }
    let emoji: Vec<Range<usize>> = grapheme_indices(text)
        .filter(|(_, grapheme)| !grapheme.is_ascii() && is_emoji(grapheme))
        .map(|(at, grapheme)| at..at + grapheme.len())
        .collect();
    found.push((Habit::Emoji, spanned(&emoji)));
    let start = text.as_ptr() as usize;
    let tags: Vec<Range<usize>> = hashtags(text)
        .into_iter()
        .map(|tag| tag.as_ptr() as usize - start..tag.as_ptr() as usize - start + tag.len())
        .collect();
    found.push((Habit::Hashtags, spanned(&tags)));
    let marks: Vec<Range<usize>> = text.match_indices('!').map(|(at, _)| at..at + 1).collect();
    found.push((Habit::Exclamations, spanned(&marks)));
    found
}

fn spanned(all: &[Range<usize>]) -> Counted {
    let span = all.first().map_or(0, |first| first.start)..all.last().map_or(0, |last| last.end);
    (all.len(), span)
}

/// Whom a text speaks to, by its pronouns, and the first of them. Where it mixes, nobody
/// can say.
pub fn address(words: &Words) -> Option<(Address, Range<usize>)> {
    let mut first: Option<(Address, Range<usize>)> = None;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.sort == Sort::Word) {
        let inside = at > 0 && !words.before(at).has(Gap::ENDS);
        let said = match words.small(at) {
            "tu" | "ti" | "te" | "tuo" | "tua" | "tuoi" | "tue" => Address::Tu,
            "voi" | "vi" | "vostro" | "vostra" | "vostri" | "vostre" => Address::Voi,
            "lei" | "suo" | "sua" | "suoi" | "sue" if word.capital && inside => Address::Lei,
            _ => continue,
        };
        match &first {
            None => first = Some((said, word.span.clone())),
            Some((other, _)) if *other != said => return None,
            Some(_) => {}
        }
    }
    first
}

/// The question a text ends with, its hashtags aside.
pub fn closing_question(text: &str) -> Option<Range<usize>> {
    let last = sentences(text).into_iter().rfind(|range| is_said(&text[range.clone()]))?;
    let said = text[last.clone()].trim_end();
    let bare =
        said.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?' && c != '.' && c != '!');
    bare.ends_with('?').then(|| last.start..last.start + bare.len())
}

/// The last thing said, a question or not.
pub fn closing(text: &str) -> Option<Range<usize>> {
    let last = sentences(text).into_iter().rfind(|range| is_said(&text[range.clone()]))?;
    Some(last.start..last.start + text[last.clone()].trim_end().len())
}

fn is_said(sentence: &str) -> bool {
    let mut words = sentence.split_whitespace();
    words.any(|word| !word.starts_with(['#', '@']) && word.chars().any(char::is_alphanumeric))
}

/// With what a text opens, and where that stands; `None` for an empty one.
pub fn opening(text: &str) -> Option<(Opening, Range<usize>)> {
    let start = text.len() - text.trim_start().len();
    let (_, first) = grapheme_indices(&text[start..]).next()?;
    let word = start..start + text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
    if !first.is_ascii() && is_emoji(first) {
        return Some((Opening::Emoji, start..start + first.len()));
    }
    if first.starts_with(['#', '@']) {
        return Some((Opening::Tag, word));
    }
    if first.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((Opening::Figure, word));
    }
    let sentence = sentences(text).into_iter().find(|range| is_said(&text[range.clone()]));
    let asks = sentence.filter(|range| text[range.clone()].trim_end().ends_with('?'));
    if let Some(range) = asks {
        return Some((Opening::Question, range.start..range.start + text[range].trim_end().len()));
    }
    Some((Opening::Words, word))
}

/// The word a text begins with, in small letters; a hashtag, a mention or a figure is none.
pub fn first_word<'a>(words: &'a Words) -> Option<(&'a str, Range<usize>)> {
    let first = words.get(0).filter(|word| word.sort == Sort::Word)?;
    Some((words.small(0), first.span.clone()))
}
