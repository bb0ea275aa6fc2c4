//! Where words begin and end, for moving, deleting and double-clicking.
//!
//! Owns what a step by word is: over the space, then over one word, one emoji or one run
//! of punctuation. Words never reach over a line feed or into another message, so only one line is
//! looked at.

use crate::text::emoji::is_emoji;
use crate::text::message::BREAK;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What no word reaches over; one byte each.
const ENDS: [char; 2] = ['\n', BREAK];

/// The end of the word at or after a position.
pub fn right(text: &str, at: usize) -> usize {
    let mut at = at;
    loop {
        let line = line(text, at);
        let ahead =
            units(&text[line.clone()]).map(|unit| unit.start + line.start..unit.end + line.start);
        if let Some(word) =
            ahead.filter(|unit| unit.end > at).find(|unit| !is_space(&text[unit.clone()]))
        {
            return word.end;
        }
        if line.end == text.len() {
            return text.len();
        }
        at = line.end + 1;
    }
}

/// The start of the word before a position.
pub fn left(text: &str, at: usize) -> usize {
    let mut at = at;
    loop {
        let line = line(text, at);
        let behind =
            units(&text[line.clone()]).map(|unit| unit.start + line.start..unit.end + line.start);
        let word = behind
            .take_while(|unit| unit.start < at)
            .filter(|unit| !is_space(&text[unit.clone()]))
            .last();
        if let Some(word) = word {
            return word.start;
        }
        if line.start == 0 {
            return 0;
        }
        at = line.start - 1;
    }
}

/// The word, space or run of punctuation at a position; at the end of a line the last
/// one of it.
pub fn around(text: &str, at: usize) -> Range<usize> {
    let line = line(text, at);
    let mut last = at..at;
    for unit in units(&text[line.clone()]) {
        last = unit.start + line.start..unit.end + line.start;
        if last.end > at {
            break;
        }
    }
    last
}

/// The line a position is in, without its line feed.
pub fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(ENDS).map_or(0, |feed| feed + 1);
    let end = text[at..].find(ENDS).map_or(text.len(), |feed| at + feed);
    start..end
}

/// The segments of a line (UAX 29), neighbouring punctuation joined.
fn units(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut segments = line.split_word_bound_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = segments.next()?;
        let mut end = start + first.len();
        while is_punctuation(first)
            && let Some((_, next)) = segments.next_if(|(_, next)| is_punctuation(next))
        {
            end += next.len();
        }
        Some(start..end)
    })
}

fn is_space(unit: &str) -> bool {
    unit.chars().all(char::is_whitespace)
}

fn is_punctuation(segment: &str) -> bool {
    !is_space(segment) && !is_emoji(segment) && !segment.contains(char::is_alphanumeric)
}
