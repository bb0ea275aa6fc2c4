//! What a brand's own posts say about hashtags and mentions: how often, in which pillar and
//! campaign, beside which others, with which words.
//!
//! Owns the counting, bounded whatever the archive holds, so that a hundred thousand posts
//! fit in a few megabytes. What is to be made of the counts is for the checks to say.

use super::{Post, Stage};
use crate::text::{EntityKind, entities, fold};
use memchr::memchr3;
use std::collections::{BTreeMap, BTreeSet};

/// Different hashtags (or mentions) that are counted; beyond them those seen once give way.
const MOST_TAGS: usize = 2_000;
/// Words counted beside one hashtag; beyond them those seen once give way.
const MOST_WORDS: usize = 96;
/// Shorter words say little about a topic.
const SHORTEST: usize = 4;
/// The beginning of a word that stands for its forms: `sciarpa` and `sciarpe`.
const ENDINGS: [char; 5] = ['a', 'e', 'i', 'o', 's'];
const COMMON: [&str; 60] = [
    "alla", "alle", "anche", "ancora", "avete", "come", "cosa", "dalla", "dalle", "degli", "della",
    "delle", "dello", "dopo", "dove", "essere", "fino", "hanno", "loro", "molto", "nella", "nelle",
    "nostra", "nostri", "nostro", "ogni", "oggi", "perche", "pero", "piu", "prima", "quando",
    "quella", "quello", "questa", "questo", "sempre", "senza", "siamo", "solo", "sono", "sulla",
    "tutte", "tutti", "about", "been", "from", "have", "here", "just", "more", "that", "their",
    "there", "they", "this", "what", "when", "with", "your",
];

/// Counts over published posts, and over those that are planned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TagUse {
    /// Published posts that were counted.
    pub posts: usize,
    /// Published posts of each pillar.
    pub pillars: BTreeMap<String, usize>,
    pub campaigns: BTreeMap<String, usize>,
    /// By the folded word with its sign.
    pub hashtags: BTreeMap<String, Used>,
    pub mentions: BTreeMap<String, Used>,
}

/// What is known of one hashtag or mention. All but `planned` counts published posts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Used {
    /// As it was written the first time, with its sign.
    pub written: String,
    pub published: usize,
    pub planned: usize,
    pub pillars: BTreeMap<String, usize>,
    pub campaigns: BTreeMap<String, usize>,
    /// In which languages, where the posts say theirs.
    pub langs: BTreeMap<String, usize>,
    /// Other hashtags, folded, in the same posts.
    pub beside: BTreeMap<String, usize>,
    /// The beginnings of words, see [`topics`], in the same posts.
    pub words: BTreeMap<String, usize>,
}

impl TagUse {
    pub fn of<'a>(posts: impl IntoIterator<Item = &'a Post>) -> Self {
        let mut counted = Self::default();
        posts.into_iter().for_each(|post| counted.add(post));
        counted
    }

    /// Takes in one more post; ideas count for nothing.
    pub fn add(&mut self, post: &Post) {
        let published = match Stage::of_post(post) {
            Stage::Idea => return,
            stage => stage == Stage::Published,
        };
        if published {
            self.posts += 1;
            count(&mut self.pillars, post.pillar.as_ref());
            count(&mut self.campaigns, post.campaign.as_ref());
        }
        let said = Said::of(post);
        if said.hashtags.is_empty() && said.mentions.is_empty() {
            return;
        }
        // Words matter only where there is something they could speak for.
        let topics = if published { said.topics() } else { BTreeSet::new() };
        let others: Vec<&String> = said.hashtags.keys().collect();
        for (tag, written) in &said.hashtags {
            let used = entry(&mut self.hashtags, tag, written);
            used.take(post, published);
            if published {
                for other in others.iter().filter(|other| **other != tag) {
                    count(&mut used.beside, Some(*other));
                }
                for topic in &topics {
                    count(&mut used.words, Some(topic));
                }
                spare(&mut used.words, MOST_WORDS, |times| *times > 1);
                spare(&mut used.beside, MOST_WORDS, |times| *times > 1);
            }
        }
        for (mention, written) in &said.mentions {
            entry(&mut self.mentions, mention, written).take(post, published);
        }
    }

    /// Takes out a post that was counted. What gave way since then is not missed.
    pub fn take(&mut self, post: &Post) {
        let published = match Stage::of_post(post) {
            Stage::Idea => return,
            stage => stage == Stage::Published,
        };
        if published {
            self.posts = self.posts.saturating_sub(1);
            discount(&mut self.pillars, post.pillar.as_ref());
            discount(&mut self.campaigns, post.campaign.as_ref());
        }
        let said = Said::of(post);
        let topics = if published { said.topics() } else { BTreeSet::new() };
        for tag in said.hashtags.keys() {
            let Some(used) = self.hashtags.get_mut(tag) else { continue };
            used.give(post, published);
            for other in said.hashtags.keys().filter(|other| published && *other != tag) {
                discount(&mut used.beside, Some(other));
            }
            for topic in &topics {
                discount(&mut used.words, Some(topic));
            }
        }
        for mention in said.mentions.keys() {
            if let Some(used) = self.mentions.get_mut(mention) {
                used.give(post, published);
            }
        }
        for all in [&mut self.hashtags, &mut self.mentions] {
            all.retain(|_, used| used.published + used.planned > 0);
        }
    }
}

impl Used {
    fn take(&mut self, post: &Post, published: bool) {
        if published {
            self.published += 1;
            count(&mut self.langs, post.lang.as_ref());
            count(&mut self.pillars, post.pillar.as_ref());
            count(&mut self.campaigns, post.campaign.as_ref());
        } else {
            self.planned += 1;
        }
    }

    fn give(&mut self, post: &Post, published: bool) {
        if published {
            self.published = self.published.saturating_sub(1);
            discount(&mut self.langs, post.lang.as_ref());
            discount(&mut self.pillars, post.pillar.as_ref());
            discount(&mut self.campaigns, post.campaign.as_ref());
        } else {
            self.planned = self.planned.saturating_sub(1);
        }
    }
}

fn discount(counts: &mut BTreeMap<String, usize>, key: Option<&String>) {
    let Some(key) = key else { return };
    match counts.get_mut(key) {
        Some(1) => drop(counts.remove(key)),
        Some(count) => *count -= 1,
        None => {}
    }
}

fn count(counts: &mut BTreeMap<String, usize>, key: Option<&String>) {
    if let Some(key) = key {
        *counts.entry(key.clone()).or_default() += 1;
    }
}

fn entry<'a>(all: &'a mut BTreeMap<String, Used>, tag: &str, written: &str) -> &'a mut Used {
    if !all.contains_key(tag) {
        spare(all, MOST_TAGS, |used| used.published + used.planned > 1);
    }
    let used = all.entry(tag.to_owned()).or_default();
    if used.written.is_empty() {
        written.clone_into(&mut used.written);
    }
    used
}

/// Lets go of what is seldom where there is too much.
fn spare<T>(all: &mut BTreeMap<String, T>, most: usize, often: impl Fn(&T) -> bool) {
    if all.len() >= 2 * most {
        all.retain(|_, value| often(value));
        while all.len() > 2 * most {
            all.pop_last();
        }
    }
}

/// What stands in all the texts of a post, each thing once.
#[derive(Default)]
struct Said<'a> {
    texts: Vec<&'a str>,
    /// Folded, and as written.
    hashtags: BTreeMap<String, String>,
    mentions: BTreeMap<String, String>,
}

impl<'a> Said<'a> {
    fn of(post: &'a Post) -> Self {
        let own = post.variants.values().flat_map(|own| [&own.text, &own.first_comment]);
        let own = own.filter_map(|text| text.as_deref());
        let comment = post.first_comment.as_deref();
        let texts: Vec<&str> =
            std::iter::once(post.text.as_str()).chain(comment).chain(own).collect();
        let mut said = Self { texts: texts.clone(), ..Self::default() };
        // Every text of an archive passes here: those without a sign are left out by the byte
        // it begins with.
        let wide = '＃'.encode_utf8(&mut [0; 4]).as_bytes()[0];
        let signs = |text: &&str| memchr3(b'#', b'@', wide, text.as_bytes()).is_some();
        for text in texts.into_iter().filter(signs) {
            for entity in entities(text) {
                let written = &text[entity.range];
                match entity.kind {
                    EntityKind::Hashtag => put(&mut said.hashtags, written),
                    EntityKind::Mention => put(&mut said.mentions, written),
                    EntityKind::Link => {}
                }
            }
        }
        for tag in &post.hashtags {
            put(&mut said.hashtags, &format!("#{}", tag.trim_start_matches('#')));
        }
        said
    }

    fn topics(&self) -> BTreeSet<String> {
        self.texts.iter().flat_map(|text| topics(text)).map(|(topic, _)| topic).collect()
    }
}

fn put(all: &mut BTreeMap<String, String>, written: &str) {
    all.entry(fold(written)).or_insert_with(|| written.to_owned());
}

/// The words that say what a text is about: the folded beginning that stands for all forms
/// of a word, and the word as it is written. Hashtags, mentions and links are not words.
pub fn topics(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut from = 0;
    let marked = entities(text).into_iter().map(|entity| entity.range);
    for range in marked.chain(std::iter::once(text.len()..text.len())) {
        for word in text[from..range.start].split(|c: char| !c.is_alphabetic()) {
            let folded = fold(word);
            let plain = folded.chars().count() < SHORTEST || COMMON.contains(&folded.as_str());
            let topic = folded.trim_end_matches(ENDINGS);
            if !plain && topic.len() >= SHORTEST - 1 {
                found.entry(topic.to_owned()).or_insert_with(|| word.to_owned());
            }
        }
        from = range.end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Published, When};

    fn post(text: &str, published: bool) -> Post {
        let mut post = Post::new(Id::parse("k3f9q7ab").expect("an id"), "Lana");
        post.when = Some(When::Local("2026-11-02T12:00:00".parse().expect("a time")));
        post.channels = vec!["ig".into()];
        post.pillar = Some("prodotto".into());
        post.text = text.into();
        if published {
            let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
            post.published.insert("ig".into(), Published { at, url: None });
        }
        post
    }

    #[test]
    fn a_hashtag_is_counted_once_a_post_however_it_is_written() {
        let mut first = post("Sciarpe nuove #Lana #lana @marta.tinge", true);
        first.hashtags = vec!["LANA".into(), "telaio".into()];
        let counted = TagUse::of([&first, &post("Due sciarpe #lana", true), &post("#lana", false)]);
        let lana = &counted.hashtags["#lana"];
        assert_eq!((lana.published, lana.planned, lana.written.as_str()), (2, 1, "#Lana"));
        assert_eq!((counted.posts, counted.pillars["prodotto"]), (2, 2));
        assert_eq!(lana.beside["#telaio"], 1);
        assert_eq!(lana.words["sciarp"], 2, "{:?}", lana.words);
        assert_eq!(counted.mentions["@marta.tinge"].published, 1);
    }

    #[test]
    fn a_post_taken_out_leaves_no_trace() {
        let (one, two) = (post("Sciarpe #lana #telaio @ada", true), post("Lana #lana", false));
        let mut counted = TagUse::of([&one, &two]);
        counted.take(&one);
        // As it was written first stays.
        assert_eq!(counted, TagUse::of([&two]));
        counted.take(&two);
        assert_eq!(counted, TagUse::default());
    }

    #[test]
    fn ideas_count_for_nothing() {
        let mut idea = post("#lana", false);
        idea.when = None;
        assert_eq!(TagUse::of([&idea]), TagUse::default());
    }

    #[test]
    fn an_archive_of_endless_hashtags_stays_small() {
        let mut counted = TagUse::default();
        for at in 0..(3 * MOST_TAGS) {
            counted
                .add(&post(&format!("Parola {} #sempre #tag{at}x", "lana".repeat(at % 3)), true));
        }
        assert!(counted.hashtags.len() <= 2 * MOST_TAGS, "{}", counted.hashtags.len());
        assert_eq!(counted.hashtags["#sempre"].published, 3 * MOST_TAGS);
        assert!(counted.hashtags["#sempre"].beside.len() <= 2 * MOST_WORDS);
    }

    #[test]
    fn topics_are_words_without_their_endings_and_without_what_is_clickable() {
        let found = topics("Le sciarpe della bottega: lana #lanabuona, https://example.org/telaio");
        let found: Vec<_> = found.keys().map(String::as_str).collect();
        assert_eq!(found, ["botteg", "lan", "sciarp"]);
    }
}
