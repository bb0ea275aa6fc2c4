//! The brand's own published posts as examples for a model: which of them are closest to
//! what is asked.
//!
//! Knows how alike, never how well received: no figures about that exist.

use super::closeness::{close, same_language};
use crate::domain::{ChannelKey, Id, Lang, Post};
use crate::text::{TextLanguage, without_numbers};
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Posts that are kept in mind; beyond twice as many the oldest give way.
const MOST: usize = 2_000;
/// What a shared word of weight is worth, and from how many on more say no more.
const WORD: usize = 3;
const MOST_WORDS: usize = 3;
/// The same tone was asked for, as far as is known.
const TONE: usize = 3;
/// It went out on the same channel.
const CHANNEL: usize = 2;
/// It is known to be in the language, and not only for lack of a better guess.
const KNOWN_LANGUAGE: usize = 1;

/// The published posts of a brand, as far as they can be examples.
#[derive(Debug, Clone, Default)]
pub struct Past {
    posts: HashMap<Id, Own>,
}

#[derive(Debug, Clone)]
struct Own {
    text: String,
    /// What it says otherwise on a channel.
    others: BTreeMap<ChannelKey, String>,
    channels: Vec<ChannelKey>,
    lang: Option<Lang>,
    newest: Option<DateTime<Utc>>,
    /// Tones of the suggestions that its words came from.
    tones: BTreeSet<String>,
}

/// What the examples should be like.
#[derive(Debug, Clone, Copy)]
pub struct Like<'a> {
    pub topic: &'a str,
    /// What a person has written already; a post of the same words is no example.
    pub human: &'a str,
    pub channel: Option<&'a str>,
    pub lang: &'a str,
    pub tone: Option<&'a str>,
}

impl Past {
    /// Takes in a post, or what has become of it. `tones` are of suggestions that it took
    /// words from; those known before stay.
    pub fn learn(&mut self, post: &Post, tones: impl IntoIterator<Item = String>) {
        if post.published.is_empty() {
            self.posts.remove(&post.id);
            return;
        }
        let own = post.variants.iter();
        let own = own.filter_map(|(key, own)| {
            Some((key.clone(), without_numbers(own.text.as_deref()?).into_owned()))
        });
        let mut known = Own {
            text: without_numbers(post.lead_text()).into_owned(),
            others: own.collect(),
            channels: post.published.keys().cloned().collect(),
            lang: post.lang.clone().or_else(|| guessed(post.lead_text())),
            newest: post.published.values().map(|out| out.at).max(),
            tones: tones.into_iter().collect(),
        };
        if let Some(before) = self.posts.remove(&post.id) {
            known.tones.extend(before.tones);
        }
        self.posts.insert(post.id.clone(), known);
        if self.posts.len() > 2 * MOST {
            self.forget();
        }
    }

    /// The texts closest to what is asked, the newest first among equals.
    pub fn nearest(&self, like: &Like, most: usize) -> Vec<String> {
        let mut found: Vec<_> = self
            .posts
            .iter()
            .filter(|(_, own)| own.lang.as_deref().is_none_or(|l| same_language(l, like.lang)))
            .map(|(id, own)| (own, own.text_for(like.channel), id))
            .filter(|(_, text, _)| !text.trim().is_empty() && text.trim() != like.human.trim())
            .map(|(own, text, id)| (Reverse(own.score(text, like)), Reverse(own.newest), id, text))
            .collect();
        found.sort();
        found.into_iter().take(most).map(|(_, _, _, text)| text.to_owned()).collect()
    }

    /// The texts that went out last, on any channel.
    pub fn latest(&self, most: usize) -> Vec<String> {
        let mut posts: Vec<_> = self.posts.iter().collect();
        posts.sort_unstable_by_key(|(id, own)| (Reverse(own.newest), *id));
        let texts = posts.into_iter().take(most);
        texts
            .flat_map(|(_, own)| std::iter::once(&own.text).chain(own.others.values()))
            .cloned()
            .collect()
    }

    fn forget(&mut self) {
        let mut days: Vec<_> = self.posts.values().map(|own| own.newest).collect();
        days.sort_unstable_by_key(|day| Reverse(*day));
        let last = days.get(MOST - 1).copied().flatten();
        self.posts.retain(|_, own| own.newest > last);
    }
}

impl Own {
    fn text_for(&self, channel: Option<&str>) -> &str {
        channel.and_then(|key| self.others.get(key)).unwrap_or(&self.text)
    }

    fn score(&self, text: &str, like: &Like) -> usize {
        let words = close(text, like.topic).min(MOST_WORDS) * WORD;
        let channel = like.channel.is_some_and(|key| self.channels.iter().any(|own| own == key));
        let tone = like.tone.is_some_and(|tone| self.tones.contains(tone));
        words
            + usize::from(channel) * CHANNEL
            + usize::from(tone) * TONE
            + usize::from(self.lang.is_some()) * KNOWN_LANGUAGE
    }
}

fn guessed(text: &str) -> Option<Lang> {
    TextLanguage::guess(text).map(|language| language.tag().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Published};

    const LIKE: Like<'_> = Like {
        topic: "le sciarpe nuove",
        human: "",
        channel: Some("ig"),
        lang: "it",
        tone: Some("ironico"),
    };

    struct Shelf(Ids, Past);

    impl Shelf {
        fn add(&mut self, text: &str, day: &str, change: impl FnOnce(&mut Post)) -> Id {
            self.add_in(None, text, day, change)
        }

        fn add_in(
            &mut self,
            tone: Option<&str>,
            text: &str,
            day: &str,
            change: impl FnOnce(&mut Post),
        ) -> Id {
            let mut post = Post::new(self.0.fresh(), "Lana");
            post.text = text.into();
            let at = format!("{day}T11:00:00Z").parse().expect("an instant");
            post.published.insert("bs".into(), Published { at, url: None });
            change(&mut post);
            self.1.learn(&post, tone.map(str::to_owned));
            post.id
        }
    }

    fn shelf() -> Shelf {
        Shelf(Ids::from_seed(1), Past::default())
    }

    fn on_instagram(post: &mut Post) {
        let out = post.published.remove("bs").expect("a channel");
        post.published.insert("ig".into(), out);
    }

    #[test]
    fn the_topic_weighs_more_than_the_channel_and_the_newest_only_breaks_a_tie() {
        let mut shelf = shelf();
        shelf.add("Domani chiuso.", "2026-11-20", |_| ());
        shelf.add("Ieri chiuso.", "2026-11-19", |_| ());
        shelf.add("Un telaio di noce.", "2026-11-18", on_instagram);
        shelf.add("Ogni sciarpa ha un nome.", "2025-01-02", |_| ());
        let found = shelf.1.nearest(&LIKE, 4);
        assert_eq!(
            found,
            ["Ogni sciarpa ha un nome.", "Un telaio di noce.", "Domani chiuso.", "Ieri chiuso."]
        );
    }

    #[test]
    fn a_post_from_a_suggestion_in_the_same_tone_comes_before_a_newer_one() {
        let mut shelf = shelf();
        shelf.add("Domani chiuso.", "2026-11-20", |_| ());
        let id = shelf.add_in(Some("ironico"), "Il telaio russa.", "2026-01-01", |_| ());
        assert_eq!(shelf.1.nearest(&LIKE, 1), ["Il telaio russa."]);
        // Read again without its suggestions, it keeps what is known of its tone.
        let mut again = Post::new(id, "Lana");
        again.text = "Il telaio russa ancora.".into();
        let at = "2026-01-01T11:00:00Z".parse().expect("an instant");
        again.published.insert("bs".into(), Published { at, url: None });
        shelf.1.learn(&again, None);
        assert_eq!(shelf.1.nearest(&LIKE, 1), ["Il telaio russa ancora."]);
    }

    #[test]
    fn another_language_is_no_example_nor_is_the_text_itself_nor_what_is_not_out() {
        let mut shelf = shelf();
        shelf.add("Every scarf has a name.", "2026-11-20", |post| post.lang = Some("en".into()));
        shelf.add("Ogni sciarpa ha un nome.", "2026-11-20", |_| ());
        shelf.add("Sciarpe domani.", "2026-11-20", |post| post.published.clear());
        let like = Like { human: "Ogni sciarpa ha un nome.", ..LIKE };
        assert_eq!(shelf.1.nearest(&like, 9), Vec::<String>::new());
        shelf.add("The oldest loom of all is in the back room.", "2026-11-21", |_| ());
        let british = Like { topic: "a new scarf", lang: "en-GB", ..LIKE };
        let english = shelf.1.nearest(&british, 9);
        let first = "Every scarf has a name.";
        assert_eq!(english, [first, "The oldest loom of all is in the back room."]);
    }

    #[test]
    fn the_latest_are_the_newest_with_the_words_of_every_channel() {
        let mut shelf = shelf();
        shelf.add("Ieri.", "2026-11-19", |_| ());
        shelf.add("Oggi.", "2026-11-20", |post| {
            post.variants.entry("ig".into()).or_default().text =
                Some("Oggi, per chi guarda.".into());
        });
        assert_eq!(shelf.1.latest(1), ["Oggi.", "Oggi, per chi guarda."]);
    }

    #[test]
    fn a_channels_own_words_are_its_example() {
        let mut shelf = shelf();
        shelf.add("Per tutti.", "2026-11-20", |post| {
            post.variants.entry("ig".into()).or_default().text = Some("Per chi guarda.".into());
        });
        assert_eq!(shelf.1.nearest(&LIKE, 1), ["Per chi guarda."]);
    }

    #[test]
    fn an_endless_archive_keeps_its_newest() {
        let mut shelf = shelf();
        let first = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
        for (n, day) in first.iter_days().take(2 * MOST + 1).enumerate() {
            shelf.add(&format!("Giorno {n}."), &day.to_string(), |_| ());
        }
        assert!(shelf.1.posts.len() < MOST, "{}", shelf.1.posts.len());
        assert_eq!(shelf.1.nearest(&LIKE, 1), [format!("Giorno {}.", 2 * MOST)]);
    }
}
