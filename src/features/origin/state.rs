//! What the origin remembers: whose words, which of its texts, which sentence.

use crate::domain::{ChannelKey, Id, Post, Traced, trace};
use crate::features::Ctx;
use crate::vocab::Effect;

#[derive(Debug, Clone)]
pub struct State {
    pub post: Id,
    /// 0 is the common text, then those that channels have of their own.
    pub tab: usize,
    /// The sentence under the cursor, from 0.
    pub sentence: usize,
}

/// One of the texts of a post, traced.
pub struct Sheet<'a> {
    pub channel: Option<&'a ChannelKey>,
    pub text: &'a str,
    pub traced: Vec<Traced>,
}

impl State {
    /// On a post; on the text of a channel where that has one of its own.
    pub fn open(post: &Post, channel: Option<&ChannelKey>) -> (Self, Vec<Effect>) {
        let own = post.texts().position(|(of, _)| of.is_some() && of == channel);
        let state = Self { post: post.id.clone(), tab: own.unwrap_or(0), sentence: 0 };
        // A duplicate keeps the origin of what it was made from.
        let mut of: Vec<Id> = post.origin.iter().map(|origin| origin.post.clone()).collect();
        of.sort_unstable();
        of.dedup();
        let effects = if of.is_empty() { Vec::new() } else { vec![Effect::ReadSuggestions(of)] };
        (state, effects)
    }

    /// The text in sight. `None` where the post is gone.
    pub fn text<'a>(&self, ctx: &Ctx<'a>) -> Option<Sheet<'a>> {
        let post = &ctx.shelf.get(&self.post)?.post;
        let (channel, text) = post.texts().nth(self.tab).or_else(|| post.texts().next())?;
        let traced = trace(text, &post.origin, |origin| ctx.shelf.suggestion(origin));
        Some(Sheet { channel, text, traced })
    }
}
