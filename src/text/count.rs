//! How long a text is, as each network counts.
//!
//! Owns the arithmetic of the units; which network uses which, and its limits, are data
//! elsewhere. Sources and grades of the rules are in `assets/networks.toml`.

use super::emoji::is_emoji;
use super::hashtag::{EntityKind, entities};
use super::link::{host, links};
use super::width::{Piece, pieces as measured};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What a link counts on X and Mastodon, whatever its length.
const LINK: usize = 23;

/// X: after NFC, one for Latin and most alphabets, two for the rest, two for a whole
/// emoji, 23 for a link with or without scheme.
pub fn x_weighted(text: &str) -> usize {
    total(x_pieces(text))
}

/// What X counts, piece by piece.
pub fn x_pieces(text: &str) -> impl Iterator<Item = Piece> {
    fn weight(c: char) -> usize {
        match u32::from(c) {
            0..=0x10ff | 0x2000..=0x200d | 0x2010..=0x201f | 0x2032..=0x2037 => 1,
            _ => 2,
        }
    }
    let of_grapheme = |g: &str| if is_emoji(g) { 2 } else { g.nfc().map(weight).sum() };
    pieces(text, links(text).into_iter().map(|link| (link.range, LINK)).collect(), of_grapheme)
}

/// The pieces of a text as `of_grapheme` measures them, and its `whole` stretches, in
/// order, with the sizes they come with.
fn pieces(
    text: &str,
    whole: Vec<(Range<usize>, usize)>,
    of_grapheme: fn(&str) -> usize,
) -> impl Iterator<Item = Piece> {
    let between = move |from: usize, to: usize| {
        let pieces = measured(&text[from..to], of_grapheme);
        pieces.map(move |piece| Piece { end: from + piece.end, ..piece })
    };
    let last = whole.last().map_or(0, |(range, _)| range.end);
    let mut at = 0;
    let before = whole.into_iter().flat_map(move |(range, size)| {
        let from = std::mem::replace(&mut at, range.end);
        let one = Piece { end: range.end, size, plain: false };
        between(from, range.start).chain([one])
    });
    before.chain(between(last, text.len()))
}

fn total(pieces: impl Iterator<Item = Piece>) -> usize {
    pieces.map(|piece| piece.size).sum()
}

/// What a reader takes for single characters; Bluesky.
pub fn graphemes(text: &str) -> usize {
    total(measured(text, |_| 1))
}

/// Mastodon: graphemes, but 23 for a link with a scheme, and only the first half of
/// `@user@server`. A link of more than 2,048 characters, or to an impossible host, gets
/// no concession.
pub fn mastodon(text: &str) -> usize {
    total(mastodon_pieces(text))
}

/// What Mastodon counts, piece by piece.
pub fn mastodon_pieces(text: &str) -> impl Iterator<Item = Piece> {
    let whole = entities(text).into_iter().filter_map(|entity| {
        let part = &text[entity.range.clone()];
        let size = match entity.kind {
            EntityKind::Link if is_shortened(part) => LINK,
            EntityKind::Mention => graphemes(local_part(part)),
            _ => return None,
        };
        Some((entity.range, size))
    });
    pieces(text, whole.collect(), |_| 1)
}

fn is_shortened(link: &str) -> bool {
    let Some((_, rest)) = link.split_once("://") else { return false };
    let host = host(rest);
    let fits = host.len() <= 253 && host.split('.').all(|label| (1..=63).contains(&label.len()));
    fits && link.chars().count() <= 2048
}

/// `@user` of `@user@server`.
fn local_part(mention: &str) -> &str {
    match mention.match_indices('@').nth(1) {
        Some((second, _)) => &mention[..second],
        None => mention,
    }
}

/// Threads, read strictly: one a character, an emoji as many as its UTF-8 bytes.
pub fn threads(text: &str) -> usize {
    let of_grapheme = |g: &str| if is_emoji(g) { g.len() } else { g.chars().count() };
    total(measured(text, of_grapheme))
}

/// UTF-16 units; `TikTok`, Telegram, and the strict reading of Instagram.
pub fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Unicode scalars.
pub fn chars(text: &str) -> usize {
    text.chars().count()
}

/// UTF-8 bytes; `YouTube` descriptions, and Bluesky's second limit.
pub fn bytes(text: &str) -> usize {
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FAMILY: &str = "👨‍👩‍👧‍👦";

    #[test]
    fn each_network_counts_in_its_own_way() {
        // x, graphemes, mastodon, threads, utf-16, characters, bytes
        for (text, expected) in [
            ("", [0, 0, 0, 0, 0, 0, 0]),
            ("La lana torna a casa.", [21, 21, 21, 21, 21, 21, 21]),
            ("perché", [6, 6, 6, 6, 6, 6, 7]),
            ("perche\u{301}", [6, 6, 6, 7, 7, 7, 8]),
            ("«89 €»", [7, 6, 6, 6, 6, 6, 10]),
            ("così… – “sì”", [13, 12, 12, 12, 12, 12, 22]),
            (FAMILY, [2, 1, 1, 25, 11, 7, 25]),
            ("👍🏽", [2, 1, 1, 8, 4, 2, 8]),
            ("1️⃣", [2, 1, 1, 7, 3, 3, 7]),
            ("🇮🇹❤️", [4, 2, 2, 14, 6, 4, 14]),
            ("日本", [4, 2, 2, 2, 2, 2, 6]),
            ("https://example.org/una/pagina/molto/lunga", [23, 42, 23, 42, 42, 42, 42]),
            ("Vedi example.org.", [29, 17, 17, 17, 17, 17, 17]),
            ("ciao @ada@social.example.org!", [29, 29, 10, 29, 29, 29, 29]),
            ("ada@example.org", [15, 15, 15, 15, 15, 15, 15]),
        ] {
            let counts = [
                x_weighted(text),
                graphemes(text),
                mastodon(text),
                threads(text),
                utf16(text),
                chars(text),
                bytes(text),
            ];
            assert_eq!(counts, expected, "{text:?}");
        }
    }

    #[test]
    fn the_figures_of_x_hold_at_their_limit() {
        assert_eq!(x_weighted(&"a".repeat(280)), 280);
        assert_eq!(x_weighted(&"日".repeat(140)), 280);
        assert_eq!(x_weighted(&FAMILY.repeat(140)), 280);
        assert_eq!(x_weighted(&format!("{} https://example.org", "a".repeat(256))), 280);
    }

    #[test]
    fn mastodon_makes_no_concession_to_an_impossible_link() {
        let long = format!("https://example.org/{}", "a".repeat(2100));
        assert_eq!(mastodon(&long), 2120);
        let host = format!("https://{}.example.org", "a".repeat(64));
        assert_eq!(mastodon(&host), graphemes(&host));
    }

    proptest! {
        #[test]
        fn units_never_contradict_one_another(text in any::<String>()) {
            prop_assert!(graphemes(&text) <= chars(&text));
            prop_assert!(chars(&text) <= utf16(&text) && utf16(&text) <= bytes(&text));
            prop_assert!(threads(&text) >= chars(&text) && threads(&text) <= bytes(&text));
        }
    }
}
