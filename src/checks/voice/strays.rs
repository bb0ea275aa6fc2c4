//! A text against the habits of the brand: where it leaves what its published posts did.
//!
//! Owns what counts as straying. It finds differences, not mistakes, and says with how many
//! posts: a person may stray on purpose.

use crate::domain::heard::{address, closing, closing_question, counted, first_word, opening};
use crate::domain::{Finding, FindingKind, Habits, Opening, Severity};
use crate::text::sentences;
use crate::text::words::Words;
use std::ops::Range;

/// Where a text leaves the habits, with the figures; nothing where there is no evidence.
pub fn strays(habits: &Habits, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if !habits.is_evidence() || text.trim().is_empty() {
        return found;
    }
    let mut add = |kind, span: Range<usize>| {
        let finding = Finding::of_file(kind, Severity::Informs);
        found.push(Finding { span: Some(span), ..finding });
    };
    let posts = habits.posts;
    for (habit, (here, span)) in counted(text) {
        let Some(usual) = habits.measure(habit) else { continue };
        let here = here as f64;
        // Further than ever, and not by one.
        if here > usual.most && here >= (usual.mean * 2.0).max(usual.mean + 2.0) {
            add(FindingKind::StraysFromVoice { habit, usual: usual.mean, here, posts }, span);
        }
    }
    let words = Words::of(text);
    if let (Some(usual), Some((here, span))) = (habits.address(), address(&words))
        && usual != here
    {
        add(FindingKind::OtherAddress { usual, here }, span);
    }
    if let Some((opening, span)) = opening(text).filter(|(opening, _)| *opening != Opening::Words) {
        let count = habits.openings.get(&opening).copied().unwrap_or_default();
        if seldom(count, posts) {
            add(FindingKind::OpensUnlikeVoice { opening, count, posts }, span);
        }
    }
    if let Some((word, count)) = habits.first_words().first().copied()
        && nearly_all(count, posts)
        && let Some((_, span)) = first_word(&words).filter(|(here, _)| *here != word)
    {
        let word = word.to_owned();
        add(FindingKind::OpensOtherwise { word, count, posts }, span);
    }
    let (asks, count) = (closing_question(text), habits.questions);
    match asks {
        Some(span) if seldom(count, posts) => {
            add(FindingKind::ClosesUnlikeVoice { asks: true, count, posts }, span);
        }
        // Whoever is at the first sentence has not closed yet.
        None if nearly_all(count, posts) && sentences(text).len() > 1 => {
            if let Some(span) = closing(text) {
                add(FindingKind::ClosesUnlikeVoice { asks: false, count, posts }, span);
            }
        }
        _ => {}
    }
    found
}

/// One post in twenty or fewer did it.
fn seldom(count: usize, posts: usize) -> bool {
    count * 20 <= posts
}

/// Nine in ten did it.
fn nearly_all(count: usize, posts: usize) -> bool {
    count * 10 >= posts * 9
}
