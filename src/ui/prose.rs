//! A text to be read as it goes out: revealed, with what networks make links of in a hue of
//! its own. Says nothing about it.

use super::{Role, Span};
use crate::text::{hashtag, reveal};

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
