//! What the origin remembers: whose words, which of its texts, which sentence.

use crate::domain::{ChannelKey, Id, Post, TracedText};
use crate::features::Ctx;
use crate::vocab::Effect;

#[derive(Debug, Clone)]
pub struct State {
    pub post: Id,
    /// 0 is the common text, then those that channels have of their own, then the headlines
    /// and first comments that a machine had a part in.
    pub tab: usize,
    /// The sentence under the cursor, from 0.
    pub sentence: usize,
}

impl State {
    /// On a post; on the text of a channel where that has one of its own.
    pub fn open(post: &Post, channel: Option<&ChannelKey>) -> (Self, Vec<Effect>) {
        let own = post.texts().position(|(of, _)| of.is_some() && of == channel);
        let state = Self { post: post.id.clone(), tab: own.unwrap_or(0), sentence: 0 };
        let of: Vec<Id> = post.suggested_for().into_iter().cloned().collect();
        let effects = if of.is_empty() { Vec::new() } else { vec![Effect::ReadSuggestions(of)] };
        (state, effects)
    }

    /// The text in sight. `None` where the post is gone.
    pub fn text<'a>(&self, ctx: &Ctx<'a>) -> Option<TracedText<'a>> {
        let mut all = self.texts(ctx);
        let at = if self.tab < all.len() { self.tab } else { 0 };
        (!all.is_empty()).then(|| all.swap_remove(at))
    }

    /// All that can be turned to, in the order of the tabs.
    pub fn texts<'a>(&self, ctx: &Ctx<'a>) -> Vec<TracedText<'a>> {
        let post = ctx.shelf.get(&self.post).map(|entry| &entry.post);
        post.map_or_else(Vec::new, |post| post.traced(|origin| ctx.shelf.suggestion(origin)))
    }
}
