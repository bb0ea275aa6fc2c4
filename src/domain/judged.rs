//! What became of the sentences of a post's suggestions: the decisions, read together with
//! the text as it stands, since what a hand wrote instead stands only there.
//!
//! A sentence that was taken and is no longer in the post says nothing: nobody knows why.

use super::{Fate, Hand, Judged, Post, Suggestion, Traced, Verdict, decision_on, trace};
use crate::text::{hashtags, sentences, unnumbered};
use std::borrow::Cow;

/// All that can be told, the oldest first. `post` is `None` where its file is gone.
pub fn judged<'a>(
    post: Option<&Post>,
    suggestions: impl IntoIterator<Item = &'a Suggestion>,
) -> Vec<Judged> {
    let suggestions: Vec<&Suggestion> = suggestions.into_iter().collect();
    // Most posts have none, and to follow where their sentences came from takes its time.
    if suggestions.is_empty() {
        return Vec::new();
    }
    let texts: Vec<(Cow<str>, Vec<Traced>)> = post
        .into_iter()
        .flat_map(|post| post.texts().map(move |(_, text)| (post, text)))
        .map(|(post, text)| {
            let find = |origin: &super::Origin| {
                suggestions.iter().copied().find(|found| found.id == origin.suggestion)
            };
            (unnumbered(text), trace(text, &post.origin, find))
        })
        .collect();
    let mut found: Vec<Judged> =
        suggestions.iter().flat_map(|suggestion| of_one(suggestion, &texts)).collect();
    found.sort_by(|a, b| (a.at, &a.suggestion).cmp(&(b.at, &b.suggestion)));
    found
}

fn of_one(suggestion: &Suggestion, texts: &[(Cow<str>, Vec<Traced>)]) -> Vec<Judged> {
    let hunks = suggestion.hunks();
    let count = sentences(suggestion.text.shown()).len();
    let others_taken =
        hunks.iter().any(|hunk| hunk.verdict.is_some_and(|v| v != Verdict::Rejected));
    // A clause is too little to say what is wrong with a sentence.
    let whole = hunks.iter().filter(|hunk| hunk.spot.clause.is_none());
    whole
        .filter_map(|hunk| {
            let decision = decision_on(&suggestion.decisions, hunk.spot)?;
            let fate = match decision.verdict {
                Verdict::Rejected => Fate::Rejected {
                    reason: decision.reason,
                    words: decision.words.clone(),
                    others_taken,
                },
                _ if hunk.hashtags => tags_of(&hunk.words, texts)?,
                _ => fate(suggestion, &hunk.words, texts)?,
            };
            Some(Judged {
                post: suggestion.post.clone(),
                suggestion: suggestion.id.clone(),
                words: hunk.words.clone(),
                fate,
                hashtags: hunk.hashtags,
                last: hunk.spot.sentence + 1 == count,
                at: decision.at,
            })
        })
        .collect()
}

fn fate(suggestion: &Suggestion, words: &str, texts: &[(Cow<str>, Vec<Traced>)]) -> Option<Fate> {
    texts.iter().find_map(|(text, traced)| {
        let mine = |traced: &&Traced| {
            let came = traced.came.as_ref();
            came.is_some_and(|came| came.suggestion == suggestion.id && came.words == words)
        };
        let found = traced.iter().find(mine)?;
        match found.hand {
            Hand::Machine => Some(Fate::Kept),
            Hand::Edited => Some(Fate::Rewritten(text[found.range.clone()].trim().to_owned())),
            Hand::Human | Hand::Unsure => None,
        }
    })
}

/// The hashtags of the text that has any of these.
fn tags_of(line: &str, texts: &[(Cow<str>, Vec<Traced>)]) -> Option<Fate> {
    let proposed = hashtags(line);
    let known = |tag: &&str| proposed.iter().any(|one| one.eq_ignore_ascii_case(tag));
    let standing = texts.iter().map(|(text, _)| hashtags(text)).find(|t| t.iter().any(known))?;
    let standing = standing.join(" ");
    Some(if standing == line { Fate::Kept } else { Fate::Rewritten(standing) })
}
