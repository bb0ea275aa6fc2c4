//! What the origin remembers: whose words, which of its texts, which row.

use crate::checks::{Told, ledger};
use crate::domain::{ChannelKey, Id, Post, TracedText};
use crate::features::Ctx;
use crate::vocab::Effect;

#[derive(Debug, Clone)]
pub struct State {
    pub post: Id,
    /// 0 is the common text, then those that channels have of their own, then the headlines
    /// and first comments that a machine had a part in.
    pub tab: usize,
    /// The row under the cursor, from 0: the sentences, then what is to be told of AI.
    pub row: usize,
}

impl State {
    /// On a post; on the text of a channel where that has one of its own.
    pub fn open(post: &Post, channel: Option<&ChannelKey>) -> (Self, Vec<Effect>) {
        let own = post.texts().position(|(of, _)| of.is_some() && of == channel);
        let state = Self { post: post.id.clone(), tab: own.unwrap_or(0), row: 0 };
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

    /// What is to be told of AI in all of the post; nothing until its suggestions have been
    /// read, since before that nothing is known.
    pub fn ledger<'a>(&self, ctx: &Ctx<'a>) -> Vec<Told<'a>> {
        let post = ctx.shelf.get(&self.post).map(|entry| &entry.post);
        let Some(post) = post.filter(|post| ctx.shelf.knows_origin(post)) else {
            return Vec::new();
        };
        let disclosure = post.disclosure(|origin| ctx.shelf.suggestion(origin));
        ledger(post, &disclosure, ctx.workspace, ctx.networks)
    }

    /// How many sentences are in sight; a text without words has none.
    pub fn sentences(&self, ctx: &Ctx) -> usize {
        let text = self.text(ctx).filter(|text| !text.text.trim().is_empty());
        text.map_or(0, |text| text.traced.len())
    }
}
