//! Where accepted words go. A draft goes into the human text; a shorter text or a
//! translation becomes one channel's own, in the place of what stood there, so that no
//! sentence stands beside its double; or a translation is the text of a post of its own. A
//! first comment and an alternative text go where they belong, in the place of the one there.

use super::caret::Caret;
use super::pane::{Pane, post_hash};
use super::state::State;
use crate::domain::{
    Brief, ChannelKey, Decision, FieldEdit, FieldValue, Hunk, Part, Post, SuggestionSource, Task,
    Verdict,
};
use crate::features::Ctx;
use crate::vocab::Effect;

/// Ways of one text are asked for in pairs, to choose from.
const WAYS: usize = 2;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// The common text, or what one channel says instead.
    Text(Option<ChannelKey>),
    /// The common one, or that of a channel which has something of its own.
    Headline(Option<ChannelKey>),
    FirstComment(Option<ChannelKey>),
    /// The alternative text of a picture, by its place.
    Alt(usize),
}

impl Landing {
    /// `own`: the channel whose text stands beside this suggestion already.
    pub fn of(pane: &Pane, own: Option<&ChannelKey>, post: &Post) -> Self {
        // A thread that was asked for where nothing stood is no second way to say it.
        let fresh = pane.source.post_hash.as_ref().is_none_or(|hash| *hash == post_hash(""));
        match pane.brief.task {
            _ if pane.brief.new_post.is_some() => Self::Text(None),
            Task::Thread if fresh => Self::Text(own.cloned()),
            task if task.says_again() => Self::Text(pane.brief.channel.as_ref().or(own).cloned()),
            Task::FirstComment => Self::FirstComment(variant(pane, post)),
            Task::AltText => picture(pane, post).map_or(Self::Text(own.cloned()), Self::Alt),
            _ => Self::Text(own.cloned()),
        }
    }

    /// The same, for a hunk that is not of the text.
    pub fn of_part(part: Part, text: &Self, pane: &Pane, post: &Post) -> Self {
        match part {
            Part::Headline => Self::Headline(variant(pane, post)),
            Part::FirstComment => Self::FirstComment(variant(pane, post)),
            Part::Text | Part::Alt => text.clone(),
        }
    }

    /// What stands there now; `None` where nothing does.
    pub fn old<'a>(&self, post: &'a Post) -> Option<&'a str> {
        match self {
            Self::Text(None) => Some(&post.text),
            Self::Text(Some(channel)) => {
                post.variants.get(channel).and_then(|own| own.text.as_deref())
            }
            Self::Headline(None) => post.headline.as_deref(),
            Self::Headline(Some(channel)) => post.variants.get(channel)?.headline.as_deref(),
            Self::FirstComment(None) => post.first_comment.as_deref(),
            Self::FirstComment(Some(channel)) => {
                post.variants.get(channel)?.first_comment.as_deref()
            }
            Self::Alt(at) => post.media.get(*at).and_then(|medium| medium.alt.as_deref()),
        }
    }

    /// Puts words there, and says which edit that is.
    pub fn put(&self, post: &mut Post, words: String) -> FieldEdit {
        let old = self.old(post).map(str::to_owned);
        match self {
            Self::Text(None) => {
                let edit = FieldEdit::replace(&["text"], old.map(text), Some(text(words.clone())));
                post.text = words;
                edit
            }
            Self::Text(Some(channel)) => {
                let key = ["variants", channel.as_str(), "text"];
                let edit = FieldEdit::replace(&key, old.map(text), Some(text(words.clone())));
                post.variants.entry(channel.clone()).or_default().text = Some(words);
                edit
            }
            Self::Headline(channel) => {
                let field = |words: String| FieldValue::Str(words);
                let to = Some(field(words.clone()));
                let edit =
                    FieldEdit::replace(&key(channel.as_ref(), "headline"), old.map(field), to);
                match channel {
                    None => post.headline = Some(words),
                    Some(channel) => {
                        post.variants.entry(channel.clone()).or_default().headline = Some(words);
                    }
                }
                edit
            }
            Self::FirstComment(channel) => {
                let to = Some(prose(words.clone()));
                let key = key(channel.as_ref(), "first_comment");
                let edit = FieldEdit::replace(&key, old.map(prose), to);
                match channel {
                    None => post.first_comment = Some(words),
                    Some(channel) => {
                        let own = post.variants.entry(channel.clone()).or_default();
                        own.first_comment = Some(words);
                    }
                }
                edit
            }
            Self::Alt(at) => {
                let from = Some(FieldValue::media(&post.media));
                if let Some(medium) = post.media.get_mut(*at) {
                    medium.alt = Some(words);
                }
                FieldEdit::replace(&["media"], from, Some(FieldValue::media(&post.media)))
            }
        }
    }

    /// The cursor of the human text counts here.
    pub fn has_cursor(&self, post: &Post) -> bool {
        matches!(self, Self::Text(_)) && self.old(post).is_some()
    }

    /// Hashtags have no place in what is read aloud of a picture.
    pub fn takes(&self, hunk: &Hunk) -> bool {
        !(hunk.hashtags && matches!(self, Self::Alt(_)))
    }
}

/// The picture a suggestion describes: the one that has its first words, else the first
/// without an alternative text, else the first.
fn picture(pane: &Pane, post: &Post) -> Option<usize> {
    let taken: Vec<String> = (pane.hunks().into_iter())
        .filter(|hunk| matches!(hunk.verdict, Some(Verdict::Accepted)))
        .map(|hunk| hunk.taken)
        .collect();
    let alt = |at: &usize| post.media[*at].alt.as_deref().unwrap_or_default();
    let mut all = 0..post.media.len();
    let begun = all.clone().find(|at| taken.iter().any(|words| alt(at).contains(words.as_str())));
    let bare = all.clone().find(|at| alt(at).trim().is_empty());
    begun.or(bare).or(all.next())
}

/// The brief's channel, where the post says something of its own there.
fn variant(pane: &Pane, post: &Post) -> Option<ChannelKey> {
    let channel = pane.brief.channel.as_ref()?;
    post.variants.contains_key(channel).then(|| channel.clone())
}

fn key<'a>(channel: Option<&'a ChannelKey>, field: &'a str) -> Vec<&'a str> {
    match channel {
        None => vec![field],
        Some(channel) => vec!["variants", channel, field],
    }
}

fn text(words: String) -> FieldValue {
    FieldValue::Text(words)
}

/// One line stays one line in the file.
fn prose(words: String) -> FieldValue {
    if words.contains('\n') { FieldValue::Text(words) } else { FieldValue::Str(words) }
}

fn is_taken(verdict: Option<Verdict>) -> bool {
    verdict.is_some_and(|verdict| verdict != Verdict::Rejected)
}

impl State {
    /// What the first words taken of a suggestion take the place of: it says all of that once
    /// more. What is taken of it afterwards joins the first.
    pub fn replaces(&self, pane: usize, post: &Post, ctx: &Ctx) -> Option<Landing> {
        let pane = self.panes.get(pane).filter(|pane| pane.brief.new_post.is_none())?;
        let landing = Landing::of(pane, self.channel(self.pane_of(&pane.id), post), post);
        landing.old(post).filter(|old| !old.trim().is_empty())?;
        let begun = match landing {
            // Each is one to choose, not a part of one: another takes the place of this one.
            Landing::FirstComment(_) | Landing::Alt(_) => {
                pane.hunks().iter().any(|hunk| landing.takes(hunk) && is_taken(hunk.verdict))
            }
            _ => !pane.brief.task.says_again() || self.said_again(pane, ctx),
        };
        (!begun).then_some(landing)
    }

    /// Something was taken of a suggestion, or of one that was made from the same text with
    /// it: sentences can be picked from both.
    fn said_again(&self, pane: &Pane, ctx: &Ctx) -> bool {
        let same = |brief: &Brief, source: &SuggestionSource| {
            brief.task.says_again()
                && brief.channel == pane.brief.channel
                && brief.new_post == pane.brief.new_post
                && source.post_hash == pane.source.post_hash
        };
        let taken = |decisions: &[Decision]| {
            decisions.iter().any(|decision| is_taken(Some(decision.verdict)))
        };
        let stored = ctx.shelf.suggestions(&self.post).iter();
        let mut stored = stored.filter(|s| self.pane_of(&s.id).is_none());
        stored.any(|s| same(&s.brief, &s.source) && taken(&s.decisions))
            || self
                .panes
                .iter()
                .any(|pane| same(&pane.brief, &pane.source) && taken(&pane.decisions))
    }

    /// A help with the text that is there, as one more suggestion or two.
    pub fn helped(&mut self, brief: Brief, ctx: &Ctx) -> Vec<Effect> {
        self.mode = super::state::Mode::Reading;
        self.asked_again(&brief);
        let profile = match &ctx.workspace.ai_profile {
            // The settings may give this task to somebody else.
            Some(_) => String::new(),
            None if self.looked => self.form.profile(),
            None => {
                self.wanted = Some(brief);
                return Vec::new();
            }
        };
        let count = match brief.task {
            Task::Shorten | Task::Tone | Task::Translate => WAYS,
            _ => 1,
        };
        // First lines go to the head.
        self.insert = (brief.task == Task::Hooks).then(Caret::head);
        self.ask(&brief, &profile, count, ctx)
    }
}
