//! A text to be read as it goes out: revealed, with what networks make links of in a hue of
//! its own. Says nothing about it.

use super::{Role, Span};
use crate::text::{hashtag, reveal};
use std::ops::Range;

/// Revealed, with hashtags, mentions and links in their own hue.
pub fn prose(source: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut from = 0;
    for entity in hashtag::entities(source) {
        spans.push(Span::new(reveal(&source[from..entity.range.start]), Role::Text));
        spans.push(Span::new(reveal(&source[entity.range.clone()]), Role::Tag));
        from = entity.range.end;
    }
    spans.push(Span::new(reveal(&source[from..]), Role::Text));
    spans.retain(|span| !span.text.is_empty());
    spans
}

/// The same with the look of some bytes of it, the later ones over the earlier. Not a letter is
/// shown otherwise for that: where a mark would begin or end within one, there is none.
pub fn prose_marked(source: &str, marks: &[(Range<usize>, Role)]) -> Vec<Span> {
    let plain = prose(source);
    if marks.is_empty() {
        return plain;
    }
    let tags = hashtag::entities(source).into_iter().map(|entity| (entity.range, Role::Tag));
    let roles: Vec<(Range<usize>, Role)> = tags.chain(marks.iter().cloned()).collect();
    let mut edges: Vec<usize> =
        roles.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    edges.extend([0, source.len()]);
    edges.retain(|edge| source.is_char_boundary(*edge));
    edges.sort_unstable();
    edges.dedup();
    let pieces = edges.windows(2).map(|edge| {
        let over = roles.iter().rev().find(|(r, _)| r.start <= edge[0] && edge[1] <= r.end);
        let role = over.map_or(Role::Text, |(_, role)| *role);
        Span::new(reveal(&source[edge[0]..edge[1]]), role)
    });
    let marked: Vec<Span> = pieces.collect();
    let words = |spans: &[Span]| spans.iter().map(|span| &*span.text).collect::<String>();
    if words(&marked) == words(&plain) { marked } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(spans: &[Span]) -> Vec<(&str, Role)> {
        spans.iter().map(|span| (span.text.as_str(), span.role)).collect()
    }

    #[test]
    fn what_was_noticed_is_marked_over_what_a_network_makes_a_link_of() {
        let source = "Da 89 € con #lana";
        let marks = [(3..9, Role::Noticed), (3..5, Role::MarkedSpan), (14..20, Role::Noticed)];
        assert_eq!(
            said(&prose_marked(source, &marks)),
            [
                ("Da ", Role::Text),
                ("89", Role::MarkedSpan),
                (" €", Role::Noticed),
                (" con ", Role::Text),
                ("#lana", Role::Noticed)
            ]
        );
        assert_eq!(prose_marked(source, &[]), prose(source));
    }

    #[test]
    fn a_mark_within_a_letter_changes_nothing_of_what_is_shown() {
        let family = "La 👨\u{200d}👩\u{200d}👧 tesse\u{202e}";
        let whole = prose(family);
        for start in 0..family.len() {
            for end in start..=family.len() + 2 {
                let marked = prose_marked(family, &[(start..end, Role::Noticed)]);
                let words = |spans: &[Span]| spans.iter().map(|s| &*s.text).collect::<String>();
                assert_eq!(words(&marked), words(&whole), "{start}..{end}");
            }
        }
    }
}
