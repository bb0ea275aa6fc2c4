//! A post in another language beside the one it was made from.
//!
//! Nothing in a file says "translation": the new post's words come from suggestions made for
//! the other one, as its `[[origin]]` says for ever, and the two say different languages.

use super::{Entry, Id, Lang, Medium, Post, Shelf, Variant};
use std::sync::Arc;

impl Post {
    /// The same message for another language, still without a word: same times, channels,
    /// pictures, campaign, pillar, labels, link and notes. The alternative texts of the
    /// pictures are in the other language and stay there.
    pub fn in_language(&self, id: Id, lang: Option<Lang>) -> Self {
        let sign = lang.as_deref().map(|lang| format!(" · {}", lang.to_uppercase()));
        let title = format!("{}{}", self.display_title(), sign.unwrap_or_default());
        let own_times = self.variants.iter().filter(|(_, own)| own.when.is_some());
        let times = own_times
            .map(|(key, own)| (key.clone(), Variant { when: own.when, ..Variant::default() }));
        let media = self.media.iter().map(|medium| Medium { alt: None, ..medium.clone() });
        Self {
            when: self.when,
            channels: self.channels.clone(),
            pillar: self.pillar.clone(),
            campaign: self.campaign.clone(),
            labels: self.labels.clone(),
            lang,
            link: self.link.clone(),
            notes: self.notes.clone(),
            variants: times.collect(),
            media: media.collect(),
            ..Self::new(id, title)
        }
    }

    /// The posts its words came from, besides itself.
    pub fn came_from(&self) -> impl Iterator<Item = &Id> {
        self.origin.iter().map(|origin| &origin.post).filter(|id| **id != self.id)
    }

    /// Its words came from that post's suggestions, in another language.
    pub fn is_translation_of(&self, other: &Self) -> bool {
        self.lang.is_some() && self.lang != other.lang && self.came_from().any(|id| *id == other.id)
    }
}

impl Shelf {
    /// The post in another language that a post's words came from, as far as it is known.
    pub fn translated_from(&self, post: &Post) -> Option<&Arc<Entry>> {
        let mut others = post.came_from().filter_map(|id| self.get(id));
        others.find(|entry| post.is_translation_of(&entry.post))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Approval, Ids, MediumSource, Origin, Published, Verdict, When};
    use chrono::DateTime;

    fn post(ids: &Ids) -> Post {
        let local = |text: &str| Some(When::Local(text.parse().expect("a time")));
        let mut post = Post::new(ids.fresh(), "Lancio");
        post.when = local("2026-11-24T18:30:00");
        post.channels = vec!["ig".into(), "li".into()];
        post.campaign = Some("inverno-26".into());
        post.lang = Some("it".into());
        post.text = "La lana torna a casa.".into();
        post.hashtags = vec!["lana".into()];
        post.approval = Some(Approval::default());
        let at = DateTime::UNIX_EPOCH;
        post.published.insert("ig".into(), Published { at, url: None });
        let own = Variant { text: Some("Altro.".into()), ..Variant::default() };
        post.variants.insert("ig".into(), own);
        let later = Variant { when: local("2026-11-25T08:45:00"), ..Variant::default() };
        post.variants.insert("li".into(), later);
        let alt = Some("Gomitoli su un banco".into());
        post.media =
            vec![Medium { alt, source: MediumSource::Camera, ..Medium::new("media/lana.jpg") }];
        post
    }

    #[test]
    fn a_translation_begins_with_all_that_has_no_language_and_no_word_of_the_other() {
        let ids = Ids::from_seed(1);
        let post = post(&ids);
        let new = post.in_language(ids.fresh(), Some("en".into()));
        assert_eq!(
            (new.when, &new.channels, &new.campaign),
            (post.when, &post.channels, &post.campaign)
        );
        assert_eq!((new.title.as_str(), new.lang.as_deref()), ("Lancio · EN", Some("en")));
        assert_eq!(new.when_for("li"), post.when_for("li"));
        assert_eq!(new.media[0].path, post.media[0].path);
        assert_eq!((&new.media[0].alt, new.media[0].source), (&None, MediumSource::Camera));
        assert!(new.texts().all(|(_, text)| text.is_empty()) && new.hashtags.is_empty());
        assert!(new.approval.is_none() && new.published.is_empty() && new.origin.is_empty());
    }

    #[test]
    fn a_translation_is_known_by_its_origin_and_its_language_and_a_copy_is_none() {
        let ids = Ids::from_seed(1);
        let post = post(&ids);
        let mut new = post.in_language(ids.fresh(), Some("en".into()));
        assert!(!new.is_translation_of(&post), "nothing came from there yet");
        let origin = Origin {
            post: post.id.clone(),
            suggestion: ids.fresh(),
            decision: Verdict::Accepted,
            at: DateTime::UNIX_EPOCH,
            by: "Ada".into(),
        };
        new.origin.push(origin);
        assert!(new.is_translation_of(&post) && !post.is_translation_of(&new));
        let copy = Post { lang: post.lang.clone(), ..new };
        assert!(!copy.is_translation_of(&post));
    }
}
