//! What all posts of a folder say together: what their hashtags are used for, and how the
//! published ones are written.
//!
//! Owns the counts of the whole archive, read once in the background, and how they follow
//! the posts that change afterwards.

use super::{Habits, Post, Stage, TagUse};
use crate::text::TextLanguage;
use std::sync::Arc;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Archive {
    pub tags: TagUse,
    pub voices: Voices,
}

/// The habits of each language, shared with those who look while they change.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Voices {
    italian: Arc<Habits>,
    english: Arc<Habits>,
    /// The language of a text that shows none.
    first: Option<TextLanguage>,
}

impl Archive {
    /// `first`: the tag of the brand's first language.
    pub fn new(first: &str) -> Self {
        let voices = Voices { first: TextLanguage::from_tag(first), ..Voices::default() };
        Self { tags: TagUse::default(), voices }
    }

    pub fn add(&mut self, post: &Post) {
        self.tags.add(post);
        self.voices.count(post, Habits::add);
    }

    /// Takes out a post that was counted.
    pub fn take(&mut self, post: &Post) {
        self.tags.take(post);
        self.voices.count(post, Habits::take);
    }
}

impl Voices {
    pub fn of<'a>(first: &str, posts: impl IntoIterator<Item = &'a Post>) -> Self {
        let mut voices = Self { first: TextLanguage::from_tag(first), ..Self::default() };
        posts.into_iter().for_each(|post| voices.count(post, Habits::add));
        voices
    }

    pub fn habits(&self, language: TextLanguage) -> &Arc<Habits> {
        match language {
            TextLanguage::Italian => &self.italian,
            TextLanguage::English => &self.english,
        }
    }

    /// The text that went out, once, in the language it is in.
    fn count(&mut self, post: &Post, step: impl Fn(&mut Habits, &str)) {
        if Stage::of_post(post) != Stage::Published {
            return;
        }
        let channel = post.published.keys().next().map_or("", String::as_str);
        let text = post.outgoing(channel);
        let language = match post.lang.as_deref() {
            Some(tag) => TextLanguage::from_tag(tag),
            None => TextLanguage::guess(&text).or(self.first),
        };
        let habits = match language {
            Some(TextLanguage::Italian) => &mut self.italian,
            Some(TextLanguage::English) => &mut self.english,
            None => return,
        };
        if !text.trim().is_empty() {
            step(Arc::make_mut(habits), &text);
        }
    }
}
