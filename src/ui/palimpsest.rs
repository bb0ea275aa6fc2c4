//! A text that two hands wrote: the machine's words under, the hand's words over them.
//!
//! Owns how that looks as spans, and how a change is marked word by word. Who wrote what
//! comes from whoever asks.

use super::{Role, Span, Typed, typed};
use crate::domain::{Hand, Traced};
use crate::text::{BREAK, Piece, diff_words, reveal};
use std::ops::Range;

/// The bytes `range` of a text whose sentences were traced.
pub fn palimpsest(text: &str, range: Range<usize>, traced: &[Traced]) -> Vec<Span> {
    let mut roles: Vec<(Range<usize>, Role)> = Vec::new();
    for sentence in traced {
        if sentence.hand == Hand::Edited {
            roles.push((sentence.range.clone(), Role::Hand));
        }
        roles.extend(sentence.kept.iter().map(|kept| (kept.clone(), Role::Machine)));
    }
    typed(text, range, Role::Text, &Typed { roles, ..Typed::default() })
}

/// The way from one text to another: what would go in brackets and struck out, what would
/// come in braces.
pub fn difference(old: &str, new: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for piece in diff_words(old, new) {
        match piece {
            Piece::Same(text) => spans.push(Span::new(broken(text), Role::Text)),
            Piece::Removed(text) => spans.extend(bracketed("[-", text, "-]", Role::Rejected)),
            Piece::Added(text) => spans.extend(bracketed("{+", text, "+}", Role::Accepted)),
        }
    }
    spans
}

/// Marked without the space around it, so that rows break where the text does.
fn bracketed(open: &str, text: &str, close: &str, role: Role) -> [Span; 3] {
    // A break is a change like any other, though it is space.
    let space = |c: char| c != BREAK && c.is_whitespace();
    let words = text.trim_matches(space);
    let from = text.len() - text.trim_start_matches(space).len();
    let (before, after) = (&text[..from], &text[from + words.len()..]);
    let marked =
        if words.is_empty() { String::new() } else { format!("{open}{}{close}", broken(words)) };
    [Span::new(before, Role::Text), Span::new(marked, role), Span::new(after, Role::Text)]
}

/// Revealed, with every message of a thread on lines of its own.
fn broken(text: &str) -> String {
    reveal(text).replace('␌', "␌\n")
}
