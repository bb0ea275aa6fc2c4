//! Which posts are to be seen. Empty parts let everything through; the parts that are
//! set must all agree. Accents and capitals do not count in the text.

use super::{ChannelKey, Placement, Post, Stage};
use crate::text::find_folded;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Any of these channels.
    pub channels: Vec<ChannelKey>,
    /// Any of these pillars.
    pub pillars: Vec<String>,
    pub campaign: Option<String>,
    /// Any of these stages.
    pub stages: Vec<Stage>,
    /// Only what somebody has to look at; who asks knows what that is.
    pub needs_person: bool,
    /// Somewhere in the title, the text, the labels or the hashtags.
    pub text: String,
}

impl Filter {
    /// Lets everything through.
    pub fn is_empty(&self) -> bool {
        let Self { channels, pillars, campaign, stages, needs_person, text } = self;
        channels.is_empty()
            && pillars.is_empty()
            && campaign.is_none()
            && stages.is_empty()
            && !needs_person
            && text.is_empty()
    }

    /// A card: its own channels and its own stage count, not those of its post.
    pub fn matches_card(&self, post: &Post, card: &Placement, stage: Stage) -> bool {
        self.suits(post, &card.channels, stage)
    }

    pub fn matches(&self, post: &Post, stage: Stage) -> bool {
        self.suits(post, &post.channels, stage)
    }

    fn suits(&self, post: &Post, channels: &[ChannelKey], stage: Stage) -> bool {
        let one_of = |wanted: &[String], has: &dyn Fn(&String) -> bool| {
            wanted.is_empty() || wanted.iter().any(has)
        };
        one_of(&self.channels, &|key| channels.contains(key))
            && one_of(&self.pillars, &|key| post.pillar.as_ref() == Some(key))
            && (self.campaign.is_none() || self.campaign == post.campaign)
            && (self.stages.is_empty() || self.stages.contains(&stage))
            && self.says(post)
    }

    fn says(&self, post: &Post) -> bool {
        let needle = self.text.trim();
        let own = post.variants.values();
        let own = own.flat_map(|own| [&own.text, &own.headline, &own.first_comment]);
        let own = own.chain([&post.headline, &post.first_comment]).filter_map(Option::as_deref);
        let tags = post.labels.iter().chain(&post.hashtags).map(String::as_str);
        needle.is_empty()
            || [post.title.as_str(), post.text.as_str()]
                .into_iter()
                .chain(own)
                .chain(tags)
                .any(|text| find_folded(text, needle).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, When, placements};
    use chrono_tz::Europe::Rome;

    fn post() -> Post {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Perché la lana");
        post.channels = vec!["ig".into(), "linkedin".into()];
        post.pillar = Some("prodotto".into());
        post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a date")));
        post
    }

    #[test]
    fn an_empty_filter_lets_everything_through() {
        assert!(Filter::default().is_empty());
        assert!(Filter::default().matches(&post(), Stage::Planned));
    }

    #[test]
    fn the_parts_of_a_filter_must_all_agree_and_each_takes_any_of_its_own() {
        let mut filter = Filter { channels: vec!["fb".into(), "ig".into()], ..Filter::default() };
        assert!(filter.matches(&post(), Stage::Planned));
        filter.pillars = vec!["persone".into()];
        assert!(!filter.matches(&post(), Stage::Planned));
        filter.pillars.push("prodotto".into());
        filter.stages = vec![Stage::Planned];
        assert!(filter.matches(&post(), Stage::Planned));
        filter.campaign = Some("inverno-26".into());
        assert!(!filter.matches(&post(), Stage::Planned));
    }

    #[test]
    fn accents_and_capitals_do_not_count() {
        let filter = Filter { text: "PERCHE".into(), ..Filter::default() };
        assert!(filter.matches(&post(), Stage::Planned));
    }

    #[test]
    fn a_card_is_judged_by_its_own_channels() {
        let mut post = post();
        let when = When::Local("2026-11-25T08:45:00".parse().expect("a date"));
        post.variants.entry("linkedin".into()).or_default().when = Some(when);
        let filter = Filter { channels: vec!["linkedin".into()], ..Filter::default() };
        let seen: Vec<bool> = placements(&post, Rome)
            .iter()
            .map(|card| filter.matches_card(&post, card, Stage::Planned))
            .collect();
        assert_eq!(seen, [false, true]);
    }
}
