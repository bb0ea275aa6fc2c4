//! A text against the brand's own rules: its forbidden words, and those of its don'ts that
//! can be checked by looking.
//!
//! A don't is a sentence for people. Only three shapes are read: words in quotes or named as
//! words, and no exclamation marks, emoji or closing question. The rest is for the reader.

use crate::domain::heard::closing_question;
use crate::domain::{FindingKind, Severity, Voice};
use crate::text::emoji::is_emoji;
use crate::text::fold;
use crate::text::pattern::{Patterns, is_pattern};
use crate::text::width::grapheme_indices;
use crate::text::words::Words;
use std::ops::Range;

type Broken = (FindingKind, Severity, Range<usize>);

/// Every place where a text breaks a rule.
pub fn rules(text: &str, voice: &Voice) -> Vec<Broken> {
    let mut found = Vec::new();
    if voice.forbidden.is_empty() && voice.donts.is_empty() {
        return found;
    }
    let words = Words::of(text);
    for word in &voice.forbidden {
        // As the text has it: a pattern is no word.
        let kind = |span: &Range<usize>| FindingKind::ForbiddenWord {
            word: text.get(span.clone()).unwrap_or(word).to_owned(),
        };
        let here = stands(&words, word).into_iter();
        found.extend(here.map(|span| (kind(&span), Severity::Warns, span)));
    }
    for rule in &voice.donts {
        let kind = FindingKind::AgainstRule { rule: rule.clone() };
        let mut spans: Vec<Range<usize>> =
            named(rule).iter().flat_map(|word| stands(&words, word)).collect();
        spans.extend(looked_at(text, rule));
        found.extend(spans.into_iter().map(|span| (kind.clone(), Severity::Informs, span)));
    }
    found
}

/// Where a word or a phrase stands, whatever its capitals: as a pattern where it is written
/// as one, as signs where it has no letters.
pub fn stands(words: &Words, phrase: &str) -> Vec<Range<usize>> {
    let mut patterns = Patterns::default();
    let known = if is_pattern(phrase) {
        // One that cannot be read is told where it was written.
        if patterns.add(&phrase.to_lowercase()).is_err() {
            return Vec::new();
        }
        true
    } else {
        patterns.add_words(phrase).is_some()
    };
    let signs = phrase.trim();
    if !known && !signs.is_empty() {
        let marks = words.text.match_indices(signs);
        return marks.map(|(at, mark)| at..at + mark.len()).collect();
    }
    let found = patterns.find(words).into_iter().filter_map(|stand| {
        let last = stand.words.end.checked_sub(1)?;
        Some(words.get(stand.words.start)?.span.start..words.get(last)?.span.end)
    });
    found.collect()
}

/// The words a rule names: between quotes, or after "the words", «le parole».
fn named(rule: &str) -> Vec<String> {
    const LONGEST: usize = 4;
    let mut found = Vec::new();
    for (open, close) in [('«', '»'), ('“', '”'), ('"', '"')] {
        let mut rest = rule;
        while let Some((_, after)) = rest.split_once(open) {
            let Some((quoted, behind)) = after.split_once(close) else { break };
            if (1..=LONGEST).contains(&quoted.split_whitespace().count()) {
                found.push(quoted.to_owned());
            }
            rest = behind;
        }
    }
    for start in ["the words ", "le parole ", "parole come ", "words like "] {
        if let Some((_, list)) = rule.split_once(start) {
            let list = list.split(['.', ';', ':']).next().unwrap_or_default();
            let is_joint = |word: &&str| !matches!(*word, "or" | "and" | "o" | "e" | "né" | "nor");
            let letters = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            found.extend(list.split_whitespace().filter(is_joint).map(letters));
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

/// What a rule of a known shape speaks against, where it stands.
fn looked_at(text: &str, rule: &str) -> Vec<Range<usize>> {
    let rule = fold(rule);
    let has = |any: &[&str]| any.iter().any(|part| rule.contains(part));
    if has(&["esclamativ", "exclamation"]) {
        return text.match_indices('!').map(|(at, mark)| at..at + mark.len()).collect();
    }
    if has(&["emoji", "faccine"]) && !has(&["solo", "only", "more than", "piu di", "oltre"]) {
        let emoji = grapheme_indices(text).filter(|(_, grapheme)| is_emoji(grapheme));
        return emoji.map(|(at, grapheme)| at..at + grapheme.len()).collect();
    }
    let ends =
        has(&["domanda", "question"]) && has(&["chiud", "fondo", "fine", "final", "end", "clos"]);
    ends.then(|| closing_question(text)).flatten().into_iter().collect()
}
