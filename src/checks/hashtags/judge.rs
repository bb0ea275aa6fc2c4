//! What of the hashtags in a text is better left out: those that fit any brand, and those
//! the brand never uses.

use crate::checks::smell::rules::Rules;
use crate::domain::{Evidence, FindingKind, Severity, SmellMarker, Voice};
use crate::text::{EntityKind, TextLanguage, entities, fold};
use std::ops::Range;

/// Whether a hashtag would fit any brand and so says nothing of this one. What the brand
/// has on its own list it has chosen.
pub fn is_generic(tag: &str, voice: &Voice) -> bool {
    let bare = tag.trim_start_matches(['#', '＃']);
    let small = bare.to_lowercase();
    let own = voice.hashtags.iter().chain(&voice.smell.allow);
    let chosen = own.into_iter().any(|own| same(own, bare));
    let lists = [TextLanguage::Italian, TextLanguage::English];
    !chosen && lists.into_iter().any(|language| Rules::of(language).hashtags.contains(&small))
}

/// Whether the brand has said it never uses this one.
pub fn is_never(tag: &str, voice: &Voice) -> bool {
    voice.never_hashtags.iter().any(|never| same(never, tag))
}

pub fn same(one: &str, other: &str) -> bool {
    let bare = |tag: &str| fold(tag.trim_start_matches(['#', '＃']));
    bare(one) == bare(other)
}

/// The hashtags of a text that are advised against, as bytes of it, with why.
pub fn judged(text: &str, voice: &Voice) -> Vec<(Range<usize>, Evidence)> {
    let tags = entities(text).into_iter().filter(|entity| entity.kind == EntityKind::Hashtag);
    tags.filter_map(|tag| {
        let written = &text[tag.range.clone()];
        let why = if is_never(written, voice) {
            Evidence::Never
        } else if is_generic(written, voice) {
            Evidence::Generic
        } else {
            return None;
        };
        Some((tag.range, why))
    })
    .collect()
}

/// The same as findings. Where generic ones stand in a row the smell has spoken already
/// (`smelt`), and where the brand does not mind them nobody speaks.
pub fn findings(
    text: &str,
    voice: &Voice,
    smelt: bool,
) -> Vec<(FindingKind, Severity, Range<usize>)> {
    let silent = smelt || voice.smell.off.contains(&SmellMarker::GenericHashtags);
    let finding = |(span, why): (Range<usize>, Evidence)| {
        let tag = text[span.clone()].to_owned();
        match why {
            Evidence::Never => Some((FindingKind::NeverHashtag { tag }, Severity::Warns, span)),
            _ if silent => None,
            _ => Some((FindingKind::GenericHashtag { tag }, Severity::Informs, span)),
        }
    };
    judged(text, voice).into_iter().filter_map(finding).collect()
}
