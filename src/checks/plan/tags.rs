//! The same hashtags on two posts of a channel that follow each other.
//!
//! The brand's own hashtags are meant to come back, and do not count.

use super::caption::Captions;
use super::outings::Outing;
use super::{BESIDE, Row, Told, neighbour};
use crate::domain::{FindingKind, Severity, Voice};
use crate::text::fold::fold;

/// Two hashtags may well be those of the matter.
const FEWEST: usize = 3;

/// Told of each that has not gone out, once, with the post before it or else the one after.
pub(super) fn same_hashtags(row: &Row, captions: &Captions, told: &mut Told) {
    let own = own_tags(&told.workspace.voice);
    let tags = |outing: &Outing| -> Vec<&str> {
        let of_post = captions.get(&outing.entry.path).map(|(_, captions)| captions);
        let mut all = of_post.into_iter().flat_map(|captions| captions.iter());
        let caption = all.find(|caption| caption.channels.contains(&row.channel.key));
        let tags = caption.into_iter().flat_map(|caption| &caption.tags);
        tags.map(String::as_str).filter(|tag| !own.iter().any(|own| own == tag)).collect()
    };
    for pair in row.outings.windows(2) {
        let [one, two] = pair else { continue };
        let count = tags(one).len();
        if count < FEWEST || one.is_of(two) || tags(one) != tags(two) {
            continue;
        }
        if two.date() - one.date() > BESIDE {
            continue;
        }
        for (outing, other) in [(two, one), (one, two)].into_iter().filter(|(own, _)| !own.out) {
            let said = |kind: &FindingKind| {
                matches!(kind, FindingKind::SameHashtags { .. } | FindingKind::NearlySame { .. })
            };
            if told.of(outing.entry).iter().any(|known| said(&known.kind)) {
                continue;
            }
            let channel = told.name(row.channel);
            let kind = FindingKind::SameHashtags { channel, other: neighbour(other), count };
            told.tell(outing, row.channel, kind, Severity::Informs);
        }
    }
}

fn own_tags(voice: &Voice) -> Vec<String> {
    voice.hashtags.iter().map(|tag| fold(tag.trim_start_matches('#'))).collect()
}
