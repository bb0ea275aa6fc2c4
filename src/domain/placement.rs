//! One post on some channels at one instant: what a card on the grid is.

use super::{ChannelKey, Entry, Flag, Id, Post, Stage, When};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    pub post: Id,
    pub channels: Vec<ChannelKey>,
    pub when: When,
    /// Wall time in the brand's zone: where the card stands.
    pub wall: NaiveDateTime,
    /// `None` while the time is to be set, skipped or ambiguous.
    pub instant: Option<DateTime<Utc>>,
    /// The post has other placements too.
    pub split: bool,
}

/// A card on the grid with the file it comes from, and what is known of it whatever the hour.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub placement: Placement,
    pub entry: Arc<Entry>,
    pub stage: Stage,
    /// Something about its post needs a person, unless the card has gone out.
    pub blocked: bool,
    /// Suggestions for its post wait for a decision.
    pub waits: bool,
    /// One of its post's texts is more than one message.
    pub in_parts: bool,
}

impl Placed {
    /// Its time has passed and nobody has marked it as published.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.stage.is_ahead()
            && self.placement.when.has_time()
            && !self.placement.channels.is_empty()
            && self.placement.instant.is_some_and(|at| at < now)
    }

    /// What wins over its stage.
    pub fn flag(&self, now: DateTime<Utc>) -> Option<Flag> {
        let late = self.is_overdue(now);
        Flag::of(self.stage, self.blocked, late, self.waits).into_iter().next()
    }
}

/// The cards of a post, in time order. An idea has none. A post without channels
/// has one with an empty strip, so that it is never invisible.
pub fn placements(post: &Post, zone: Tz) -> Vec<Placement> {
    let mut found: Vec<Placement> = Vec::new();
    let mut place = |when: When, channel: Option<&ChannelKey>| {
        if let Some(same) = found.iter_mut().find(|p| p.when == when) {
            same.channels.extend(channel.cloned());
            return;
        }
        let instant = match when.moment(zone) {
            super::Moment::At(at) => Some(at.with_timezone(&Utc)),
            _ => None,
        };
        found.push(Placement {
            post: post.id.clone(),
            channels: channel.cloned().into_iter().collect(),
            when,
            wall: when.wall(zone),
            instant,
            split: false,
        });
    };
    for channel in &post.channels {
        if let Some(when) = post.when_for(channel) {
            place(when, Some(channel));
        }
    }
    if post.channels.is_empty()
        && let Some(when) = post.when
    {
        place(when, None);
    }
    let split = found.len() > 1;
    for placement in &mut found {
        placement.split = split;
    }
    found.sort_by_key(|p| (p.wall, p.when.has_time()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Variant};
    use chrono_tz::Europe::Rome;

    #[test]
    fn a_channel_with_its_own_time_gets_its_own_card() {
        let local = |text: &str| When::Local(text.parse().expect("a date and time"));
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Lancio");
        post.when = Some(local("2026-11-24T18:30:00"));
        post.channels = vec!["ig".into(), "fb".into(), "linkedin".into()];
        let later = Variant { when: Some(local("2026-11-25T08:45:00")), ..Variant::default() };
        post.variants.insert("linkedin".into(), later);
        let cards = placements(&post, Rome);
        assert_eq!(cards.len(), 2);
        assert_eq!(cards[0].channels, ["ig", "fb"]);
        assert_eq!(cards[1].channels, ["linkedin"]);
        assert!(cards.iter().all(|card| card.split));
    }
}
