//! Hashtags, mentions and links, for colouring and for the checks.
//!
//! Owns the common ground of the networks: what all of them would take for one. What a
//! single network does with it is for the checks to say.

use super::link::links;
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    Hashtag,
    Mention,
    Link,
}

/// What a hashtag or a mention begins with.
const SIGNS: [char; 4] = ['#', '＃', '@', '＠'];

/// A part of a text that a network makes clickable, as bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    pub kind: EntityKind,
    pub range: Range<usize>,
}

/// Every hashtag, mention and link, in order, none overlapping another.
pub fn entities(text: &str) -> Vec<Entity> {
    let links = links(text).into_iter().map(|link| (link.range.start, Some(link.range.end)));
    let signs = text.match_indices(SIGNS).map(|(at, _)| (at, None));
    let mut starts: Vec<_> = links.chain(signs).collect();
    starts.sort_unstable_by_key(|(at, _)| *at);
    let mut found: Vec<Entity> = Vec::new();
    for (at, link) in starts {
        // The server of a mention was taken for a link.
        if found.last().is_some_and(|before| at < before.range.end) {
            continue;
        }
        let before = text[..at].chars().next_back();
        let next = match link {
            Some(end) => Some((EntityKind::Link, end)),
            None if starts_entity(before) => entity(&text[at..]).map(|(kind, n)| (kind, at + n)),
            None => None,
        };
        found.extend(next.map(|(kind, end)| Entity { kind, range: at..end }));
    }
    found
}

/// The hashtags of a text with their `#`, in order, repeated ones too.
pub fn hashtags(text: &str) -> Vec<&str> {
    let is_hashtag = |entity: &Entity| entity.kind == EntityKind::Hashtag;
    entities(text).into_iter().filter(is_hashtag).map(|entity| &text[entity.range]).collect()
}

fn starts_entity(before: Option<char>) -> bool {
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '&' | '/' | '#' | '@'))
}

/// Kind and length in bytes of what a sign begins.
fn entity(text: &str) -> Option<(EntityKind, usize)> {
    let sign = text.chars().next()?;
    let rest = &text[sign.len_utf8()..];
    let (kind, length) = match sign {
        '#' | '＃' => (EntityKind::Hashtag, hashtag(rest)?),
        _ => (EntityKind::Mention, mention(rest)?),
    };
    Some((kind, sign.len_utf8() + length))
}

/// Letters, digits and underscores, not digits alone.
fn hashtag(rest: &str) -> Option<usize> {
    let is_part = |c: char| {
        c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
    };
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    rest[..length].chars().any(char::is_alphabetic).then_some(length)
}

/// `name`, `name.with.dots`, `name@server`.
fn mention(rest: &str) -> Option<usize> {
    let name = handle(rest)?;
    let server = rest[name..]
        .strip_prefix('@')
        .and_then(handle)
        .filter(|&length| rest[name + 1..name + 1 + length].contains('.'));
    Some(name + server.map_or(0, |length| length + 1))
}

fn handle(rest: &str) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    let length = rest[..length].trim_end_matches(['.', '-']).len();
    (length > 0 && !rest.starts_with(['.', '-'])).then_some(length)
}

/// Hashtags as one line, as they are shown and taken.
pub fn tag_line(tags: &[String]) -> String {
    let tags: Vec<String> =
        tags.iter().map(|tag| format!("#{}", tag.trim_start_matches('#'))).collect();
    tags.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashtags_mentions_and_links_are_told_apart() {
        use EntityKind::{Hashtag, Link, Mention};
        let text = "Con @bottega.aurora. #lana, #caffè26 #2026 a#b &#39; (#seta_rossa) \
                    @ada@example.org e @ada.example.org https://example.org/#top, ada@example.org #";
        let found: Vec<_> =
            entities(text).into_iter().map(|entity| (entity.kind, &text[entity.range])).collect();
        assert_eq!(
            found,
            [
                (Mention, "@bottega.aurora"),
                (Hashtag, "#lana"),
                (Hashtag, "#caffè26"),
                (Hashtag, "#seta_rossa"),
                (Mention, "@ada@example.org"),
                (Mention, "@ada.example.org"),
                (Link, "https://example.org/#top"),
            ]
        );
        assert_eq!(hashtags(text), ["#lana", "#caffè26", "#seta_rossa"]);
    }

    #[test]
    fn a_hashtag_keeps_its_combining_accents() {
        assert_eq!(hashtags("#caffe\u{300}!"), ["#caffe\u{300}"]);
    }

    #[test]
    fn entities_never_overlap() {
        for text in ["@example.org/#a", "#a#b@c.it", "@a@b.it@c.it", "example.it/@ada #x"] {
            let found = entities(text);
            assert!(
                found.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start),
                "{text}: {found:?}"
            );
        }
    }
}
