//! A text against the rules that were learned and accepted.

use super::traits::against;
use crate::domain::{FindingKind, Learned, Lesson, Severity};
use std::ops::Range;

/// Every place where a text goes against a learned rule, once a rule and place. A rule of
/// a kind that nobody knows, and one that was refused, are let be.
pub fn broken(text: &str, learned: &[Learned]) -> Vec<(FindingKind, Severity, Range<usize>)> {
    let in_force = learned.iter().filter(|rule| !rule.refused);
    in_force
        .filter_map(|rule| Some((rule, rule.lesson()?)))
        .flat_map(|(rule, lesson)| {
            let kind = FindingKind::AgainstLearned {
                rule: rule.rule.clone(),
                size: rule.size(),
                since: rule.since,
                instead: match &lesson {
                    Lesson::Replace { to, .. } => Some(to.clone()),
                    _ => None,
                },
            };
            let mut spans = against(&lesson, text);
            // Too many is one thing to say, not one for each that is too much.
            if let (Lesson::Hashtags(_), Some(first), Some(last)) =
                (&lesson, spans.first(), spans.last())
            {
                spans = std::iter::once(first.start..last.end).collect();
            }
            spans.into_iter().map(move |span| (kind.clone(), Severity::Informs, span))
        })
        .collect()
}
