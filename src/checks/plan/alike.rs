//! Captions that are nearly the same, on a channel that both go out on.
//!
//! Only posts of the same weeks are compared, and of them only those that share one of the
//! few numbers that stand for a text: two texts that are nearly the same nearly always do.

use super::caption::{Captions, likeness};
use super::outings::Outing;
use super::{BEHIND, Row, Told, neighbour};
use crate::domain::{Caption, Channel, FindingKind, Severity};
use std::collections::{HashMap, HashSet};

/// From so many hundredths on two texts are nearly the same: one word in ten is another.
const ALIKE: usize = 70;
/// Threes of words under which a text is too short to be like another by more than chance.
const FEWEST: usize = 8;
/// Numbers that stand for a text: the smallest ones, whatever the text is about.
const MARKS: usize = 8;

struct Said<'a> {
    outing: &'a Outing<'a>,
    caption: &'a Caption,
    channel: &'a Channel,
}

/// Told of each with the one that is most like it.
pub(super) fn nearly_same(rows: &[Row], captions: &Captions, told: &mut Told) {
    let mut said: Vec<Said> = Vec::new();
    let mut best: HashMap<usize, (usize, usize)> = HashMap::new();
    for row in rows {
        let begin = said.len();
        said.extend(of_row(row, captions));
        for (one, two, percent) in pairs(&said[begin..]) {
            for (own, other) in [(one, two), (two, one)] {
                let known = best.entry(begin + own).or_insert((begin + other, percent));
                if known.1 < percent {
                    *known = (begin + other, percent);
                }
            }
        }
    }
    let mut best: Vec<_> = best.into_iter().collect();
    // The same texts on several channels are told of once, by the likest.
    best.sort_by_key(|(own, (_, percent))| (std::cmp::Reverse(*percent), *own));
    let mut done = HashSet::new();
    for (own, (other, percent)) in best {
        let own = &said[own];
        if own.outing.out || !done.insert(&own.outing.entry.path) {
            continue;
        }
        let kind = FindingKind::NearlySame { other: neighbour(said[other].outing), percent };
        told.tell(own.outing, own.channel, kind, Severity::Warns);
    }
}

/// What goes out on a channel and is long enough.
fn of_row<'a>(row: &'a Row<'a>, captions: &'a Captions) -> impl Iterator<Item = Said<'a>> {
    row.outings.iter().filter_map(|outing| {
        let (_, of_post) = captions.get(&outing.entry.path)?;
        let caption = of_post.iter().find(|caption| caption.channels.contains(&row.channel.key))?;
        (caption.print.len() >= FEWEST).then_some(Said { outing, caption, channel: row.channel })
    })
}

/// The places of two texts of a channel that are nearly the same, and how much. They come in
/// time order, so that what is too old stands in front.
fn pairs(said: &[Said]) -> Vec<(usize, usize, usize)> {
    let mut marked: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, one) in said.iter().enumerate() {
        let mut near: Vec<usize> = Vec::new();
        for mark in one.caption.print.iter().take(MARKS) {
            let same = marked.entry(*mark).or_default();
            let old = |other: &usize| one.outing.wall - said[*other].outing.wall > BEHIND;
            let gone = same.iter().take_while(|other| old(other)).count();
            same.drain(..gone);
            near.extend_from_slice(same);
            same.push(at);
        }
        near.sort_unstable();
        near.dedup();
        for other in near {
            let two = &said[other];
            if one.outing.is_of(two.outing) || one.outing.out && two.outing.out {
                continue;
            }
            let percent = likeness(&one.caption.print, &two.caption.print);
            if percent >= ALIKE {
                found.push((other, at, percent));
            }
        }
    }
    found
}
