//! Whose text goes to the clipboard: what would go out on that channel, hashtags and all,
//! message by message where it is a thread.

use super::rows::{self, Rows};
use crate::domain::{ChannelKey, Message, Post};
use crate::features::{Ctx, Outcome};
use crate::text::graphemes;
use crate::vocab::{Action, Effect, Notice, Why};

#[derive(Debug, Clone, PartialEq)]
pub struct CopyText {
    pub choices: Vec<Copyable>,
    pub selected: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copyable {
    pub channel: ChannelKey,
    pub text: String,
    /// Of a thread, where it goes out as one.
    pub message: Option<Message>,
    /// As a reader counts them.
    pub characters: usize,
    /// The channel says something of its own.
    pub own: bool,
    /// The link of the post, which goes beside the text there.
    pub without: Option<String>,
}

impl CopyText {
    pub fn new(post: &Post, ctx: &Ctx) -> Result<Self, Why> {
        if post.channels.is_empty() {
            return Err(Why::NoChannels);
        }
        let choice = |channel: &ChannelKey| {
            let own = post.variants.get(channel).is_some_and(|variant| variant.text.is_some());
            let without = post.link_beside(channel).map(str::to_owned);
            let channel = channel.clone();
            let sent = post.sent(&channel, ctx.networks.has_threads(ctx.workspace, &channel));
            sent.into_iter().map(move |(message, text)| {
                let characters = graphemes(&text).count();
                let (channel, without) = (channel.clone(), without.clone());
                Copyable { channel, text, message, characters, own, without }
            })
        };
        let choices: Vec<Copyable> = post.channels.iter().flat_map(choice).collect();
        if choices.iter().all(|choice| choice.text.trim().is_empty()) {
            return Err(Why::NoText);
        }
        Ok(Self { choices, selected: 0 })
    }

    pub fn update(&mut self, action: &Action) -> Outcome {
        match rows::act(&mut self.selected, self.choices.len(), action) {
            Rows::Chosen(row) => self.copy(row),
            Rows::Moved => Outcome::done(),
            Rows::Ignored => Outcome::Ignored,
        }
    }

    fn copy(&self, at: usize) -> Outcome {
        let Some(choice) = self.choices.get(at) else { return Outcome::done() };
        if choice.text.trim().is_empty() {
            return Outcome::Disabled(Why::NoText);
        }
        let copy = Effect::CopyToClipboard(choice.text.clone());
        let left = choice.without.clone().map(|link| Effect::Say(Notice::LinkNotIn(link)));
        Outcome::Handled(left.into_iter().chain([copy, Effect::Close]).collect())
    }
}
