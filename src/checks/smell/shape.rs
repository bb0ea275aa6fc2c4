//! What is smelt by the look of a text: dashes, signs of markdown, emoji at the head of
//! lines, capitals, sentences of one length.
//!
//! Owns what goes by characters and lines, not by words.

use super::Whiff;
use crate::domain::SmellMarker as Marker;
use crate::text::emoji::is_emoji;
use crate::text::width::grapheme_indices;
use crate::text::{TextLanguage, graphemes, sentences};
use std::ops::Range;

/// Emoji that open a line of times, places and prices: those lines say something.
const SIGNPOSTS: [&str; 24] = [
    "📍", "📞", "☎️", "📅", "🗓️", "🗓", "🕐", "🕑", "🕒", "🕓", "🕔", "🕕", "🕖", "🕗", "🕘", "🕙",
    "⏰", "🕰️", "💶", "💰", "🎟️", "🎟", "📧", "✉️",
];
const SPARKLES: [&str; 4] = ["✨", "🚀", "💫", "🌟"];
/// So many lines make a list.
const LINES: usize = 3;

pub fn find(text: &str, language: TextLanguage, found: &mut Vec<Whiff>) {
    let mut add = |marker, strength, span: Range<usize>| {
        let quote = text[span.clone()].to_owned();
        found.push(Whiff { marker, span, quote, instead: None, strength });
    };
    dashes(text, &mut add);
    markdown(text, &mut add);
    if !text.is_ascii() {
        bullets(text, &mut add);
        sparkles(text, &mut add);
        trailing(text, &mut add);
        quotes(text, &mut add);
    }
    title(text, language, &mut add);
    even(text, &mut add);
}

type Add<'a> = dyn FnMut(Marker, u8, Range<usize>) + 'a;

/// A long dash between words. At the head of a line it opens speech or a list.
fn dashes(text: &str, add: &mut Add) {
    for (at, dash) in text.match_indices('—') {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        let behind = &text[at + dash.len()..];
        let ends_line =
            behind.trim_start_matches(' ').starts_with('\n') || behind.trim().is_empty();
        // Also where a signature or a heading hangs on it.
        if line.trim().is_empty() || ends_line || behind.starts_with('—') || line.ends_with('—')
        {
            continue;
        }
        add(Marker::EmDash, 2, at..at + dash.len());
    }
}

/// What no network renders: `**bold**`, `## head`.
fn markdown(text: &str, add: &mut Add) {
    let mut bold = text.match_indices("**").map(|(at, _)| at);
    while let (Some(open), Some(close)) = (bold.next(), bold.next()) {
        let inner = &text[open + 2..close];
        if !inner.is_empty() && !inner.contains('\n') && inner.trim() == inner {
            add(Marker::Markdown, 3, open..close + 2);
        }
    }
    for (at, line) in lines(text) {
        let signs = line.len() - line.trim_start_matches('#').len();
        if (2..=4).contains(&signs) && line[signs..].starts_with(' ') {
            add(Marker::Markdown, 3, at..at + signs);
        }
    }
}

/// Lines in a row that begin with an emoji and give neither figure nor place.
fn bullets(text: &str, add: &mut Add) {
    let mut run: Vec<(Range<usize>, bool)> = Vec::new();
    let mut close = |run: &mut Vec<(Range<usize>, bool)>| {
        if run.len() >= LINES {
            let headed = run.iter().filter(|(_, head)| *head).count();
            let strength = if headed >= LINES { 3 } else { 2 };
            if let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) {
                add(Marker::EmojiBullets, strength, first.start..last.end);
            }
        }
        run.clear();
    };
    for (at, line) in lines(text) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        let Some(emoji) = graphemes(trimmed).next().filter(|g| is_emoji(g)) else {
            close(&mut run);
            continue;
        };
        let said = trimmed[emoji.len()..].trim();
        let concrete = SIGNPOSTS.contains(&emoji)
            || said.chars().any(|c| c.is_ascii_digit() || matches!(c, '@' | '€' | '$'))
            || said.contains("http");
        if !concrete && said.split_whitespace().count() >= 3 {
            let head = said.find(':').is_some_and(|colon| colon < 40 && said.len() > colon + 12);
            run.push((at..at + line.len(), head));
        }
    }
    close(&mut run);
}

fn sparkles(text: &str, add: &mut Add) {
    for sparkle in SPARKLES {
        if let Some(at) = text.find(sparkle) {
            add(Marker::Sparkle, 1, at..at + sparkle.len());
        }
    }
}

/// `Salute! 🍷`: one emoji behind a sentence that has its stop, where a paragraph or another
/// sentence follows.
fn trailing(text: &str, add: &mut Add) {
    for (at, emoji) in grapheme_indices(text).filter(|(_, grapheme)| is_emoji(grapheme)) {
        let stopped = text[..at].trim_end_matches(' ').ends_with(['.', '!', '?']);
        let rest = &text[at + emoji.len()..];
        let next = rest.trim_start().chars().next();
        let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let ends = rest.trim_start_matches([' ', '\r']).starts_with('\n')
            || next.is_none_or(|next| next == '#' || next.is_uppercase());
        if stopped && apart && ends {
            add(Marker::TrailingEmoji, 1, at..at + emoji.len());
            return;
        }
    }
}

/// Straight and curly ones in one text.
fn quotes(text: &str, add: &mut Add) {
    if text.contains('"')
        && let Some(at) = text.find(['“', '”'])
    {
        add(Marker::MixedQuotes, 1, at..at + '“'.len_utf8());
    }
}

/// A first line With a Capital On Every Word.
fn title(text: &str, language: TextLanguage, add: &mut Add) {
    let Some((at, line)) = lines(text).find(|(_, line)| !line.trim().is_empty()) else { return };
    let longer = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let words: Vec<&str> = line.split_whitespace().filter(longer).collect();
    let capital = |word: &&&str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let body = text[at + line.len()..].trim();
    let all = words.iter().filter(capital).count() == words.len();
    if words.len() >= 4 && all && line.contains(':') && body.len() > line.len() {
        let strength = if language == TextLanguage::Italian { 2 } else { 1 };
        add(Marker::TitleCase, strength, at..at + line.len());
    }
}

/// Seven sentences or more, all of about one length: fewer often are by chance.
fn even(text: &str, add: &mut Add) {
    const FEW: usize = 7;
    const EVEN: f64 = 0.3;
    let is_said = |range: &Range<usize>| text[range.clone()].split_whitespace().count() >= 3;
    let all: Vec<Range<usize>> = sentences(text).into_iter().filter(is_said).collect();
    if all.len() < FEW {
        return;
    }
    let lengths: Vec<f64> =
        all.iter().map(|range| text[range.clone()].split_whitespace().count() as f64).collect();
    let mean = lengths.iter().sum::<f64>() / lengths.len() as f64;
    let spread = lengths.iter().map(|n| (n - mean).powi(2)).sum::<f64>() / lengths.len() as f64;
    if spread.sqrt() / mean < EVEN
        && let (Some(first), Some(last)) = (all.first(), all.last())
    {
        let end = first.start + text[first.start..last.end].trim_end().len();
        add(Marker::EvenSentences, 1, first.start..end);
    }
}

/// The lines of a text with the byte each begins at.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches('\n'))
    })
}
