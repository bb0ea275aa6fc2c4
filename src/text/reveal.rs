//! Making the invisible visible: the one way for foreign text to reach a screen.
//!
//! Owns which characters a person could not see, or a terminal would obey, and the
//! marks they are shown as. It works grapheme by grapheme and loses nothing:
//! `unreveal(reveal(text))` is the text again, so that two texts which differ look
//! different. It must never drop a character.

use super::emoji::{ZERO_WIDTH_JOINER, is_keycap_base, is_modifier, is_pictograph};
use super::message::BREAK;
use super::width::{cells, grapheme_indices, width};
use std::{borrow::Cow, fmt::Write, ops::Range};
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// Marks stacked on one letter that are shown; the rest of a longer pile is spelled out.
const MARKS_SHOWN: usize = 5;

const OPEN: char = '⟨';
const CLOSE: char = '⟩';

/// The text as it may be shown. Controls become their pictures (`␛`), everything else
/// unseen its number (`⟨U+202E⟩`); line feeds stay. Joiners and selectors that shape an
/// emoji stay. Literal pictures and brackets are spelled out too, or the marks would lie.
pub fn reveal(text: &str) -> Cow<'_, str> {
    shown(text, LineFeed::Stays)
}

/// As [`reveal`], for what is shown on one line: a line feed becomes `␊`.
pub fn reveal_line(text: &str) -> Cow<'_, str> {
    shown(text, LineFeed::Marked)
}

/// Terminal cells of a text as [`reveal`] shows it.
pub fn shown_width(text: &str) -> usize {
    cells(text, shown_grapheme_width).map(|(_, _, cells)| cells).sum()
}

/// Terminal cells of one grapheme as [`reveal`] shows it.
pub(super) fn shown_grapheme_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !is_unseen(c) && !is_ambiguous(c) && c.width() > Some(0) => {
            c.width().unwrap_or_default()
        }
        _ => width(&reveal(grapheme)),
    }
}

/// The text that was revealed.
pub fn unreveal(shown: &str) -> String {
    let mut text = String::with_capacity(shown.len());
    let mut rest = shown;
    while let Some(c) = rest.chars().next() {
        if let Some((spelled, length)) = spelled(rest) {
            text.push(spelled);
            rest = &rest[length..];
        } else {
            text.push(pictured(c).unwrap_or(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    text
}

/// Where the text holds what a person could not see; byte ranges, neighbours joined. Breaks
/// between messages are drawn as such.
pub fn invisibles(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if is_plain(text) {
        return found;
    }
    for_each_char(text, |at, c, how| {
        if how != Shown::Unseen || c == '\n' || c == BREAK {
            return;
        }
        match found.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    });
    found
}

#[derive(Clone, Copy, PartialEq)]
enum LineFeed {
    Stays,
    Marked,
}

#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Itself,
    /// A visible character that would be taken for one of our marks.
    Ambiguous,
    Unseen,
}

fn shown(text: &str, line_feed: LineFeed) -> Cow<'_, str> {
    if is_plain(text) && (line_feed == LineFeed::Stays || !text.contains('\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for_each_char(text, |_, c, how| {
        if how == Shown::Itself || (c == '\n' && line_feed == LineFeed::Stays) {
            out.push(c);
        } else if let Some(picture) = picture(c) {
            out.push(picture);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "{OPEN}U+{:04X}{CLOSE}", u32::from(c));
        }
    });
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Every character is seen as itself, whatever stands beside it.
fn is_plain(text: &str) -> bool {
    let from = text.bytes().position(|byte| !matches!(byte, b' '..=b'~' | b'\n'));
    from.is_none_or(|from| text[from..].chars().all(is_seen))
}

fn is_seen(c: char) -> bool {
    match c {
        ' '..='~' | '\n' | '\u{c0}'..='\u{2ff}' => true,
        // What takes a cell of its own cannot be lost, and nothing hides behind it.
        _ => !is_unseen(c) && !is_ambiguous(c) && c.width() > Some(0) && !is_combining_mark(c),
    }
}

fn for_each_char(text: &str, mut visit: impl FnMut(usize, char, Shown)) {
    for (start, grapheme) in grapheme_indices(text) {
        if let [letter @ b' '..=b'~'] = grapheme.as_bytes() {
            visit(start, char::from(*letter), Shown::Itself);
            continue;
        }
        // What takes no cell would not be drawn at all.
        let lost = grapheme != "\n" && width(grapheme) == 0;
        let mut previous = None;
        let mut marks = 0;
        let mut broken = false;
        for (at, c) in grapheme.char_indices() {
            let after = &grapheme[at + c.len_utf8()..];
            marks = if is_combining_mark(c) { marks + 1 } else { 0 };
            let weightless = c.width() == Some(0);
            let unseen = lost
                || (is_unseen(c) && !shapes_emoji(previous, c, after))
                // Nothing may lean on nothing, nor on the closing bracket of a mark.
                || (weightless && (broken || previous.is_none()))
                || marks > MARKS_SHOWN;
            broken |= unseen;
            let how = if unseen {
                Shown::Unseen
            } else if is_ambiguous(c) {
                Shown::Ambiguous
            } else {
                Shown::Itself
            };
            visit(start + at, c, how);
            previous = Some(c);
        }
    }
}

/// A selector behind an emoji or in a keycap, a joiner between two emoji.
fn shapes_emoji(previous: Option<char>, c: char, after: &str) -> bool {
    let Some(previous) = previous else { return false };
    match c {
        '\u{fe0e}' | '\u{fe0f}' => {
            is_pictograph(previous) || (is_keycap_base(previous) && after.starts_with('\u{20e3}'))
        }
        ZERO_WIDTH_JOINER => {
            (is_pictograph(previous) || is_modifier(previous) || previous == '\u{fe0f}')
                && after.chars().next().is_some_and(is_pictograph)
        }
        _ => false,
    }
}

/// What a mark of ours may begin with.
fn is_ambiguous(c: char) -> bool {
    matches!(c, OPEN | '\u{2400}'..='\u{2421}')
}

/// Controls, format characters, default-ignorables, separators that are not spaces,
/// blank letters, noncharacters, and private use (which every font draws differently).
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}'
        | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
        | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..)
        || u32::from(c) & 0xfffe == 0xfffe
}

/// The picture of a C0 control or DEL.
fn picture(c: char) -> Option<char> {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('␡'),
        _ => None,
    }
}

fn pictured(c: char) -> Option<char> {
    match c {
        '\u{2400}'..='\u{241f}' => char::from_u32(u32::from(c) - 0x2400),
        '␡' => Some('\u{7f}'),
        _ => None,
    }
}

/// The character a mark such as `⟨U+202E⟩` at the start of a text spells, and the
/// mark's length in bytes.
fn spelled(shown: &str) -> Option<(char, usize)> {
    let digits = shown.strip_prefix(OPEN)?.strip_prefix("U+")?;
    let end = digits.find(CLOSE).filter(|end| (4..=6).contains(end))?;
    let c = char::from_u32(u32::from_str_radix(&digits[..end], 16).ok()?)?;
    Some((c, shown.len() - digits.len() + end + CLOSE.len_utf8()))
}

#[cfg(test)]
mod tests;
