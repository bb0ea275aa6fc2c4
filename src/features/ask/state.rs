//! Which question is open, and how each is opened.

use super::{Asked, CopyText, FilterForm, FreezeWhy, GoToDate, Helps, MarkPublished, NoteForm};
use crate::domain::{ChannelKey, Entry, Filter, Freeze};
use crate::features::Ctx;
use crate::vocab::{Left, NewNote, Question, Why};

#[derive(Debug, Clone, PartialEq)]
pub enum State {
    Date(GoToDate),
    Filter(FilterForm),
    Published(MarkPublished),
    CopyText(CopyText),
    Helps(Box<Helps>),
    Note(Box<NoteForm>),
    Question(Asked),
    Why(Box<FreezeWhy>),
}

impl State {
    pub fn go_to_date() -> Self {
        Self::Date(GoToDate::default())
    }

    /// Over the filter in force.
    pub fn filter(now: &Filter, ctx: &Ctx) -> Self {
        Self::Filter(FilterForm::new(now, ctx))
    }

    /// Refused where every channel has gone out, or there is none.
    pub fn mark_published(entry: &Entry, ctx: &Ctx) -> Result<Self, Why> {
        MarkPublished::new(entry, ctx).map(Self::Published)
    }

    /// Refused where there is nothing to copy, or no channel to copy it for.
    pub fn copy_text(entry: &Entry, ctx: &Ctx) -> Result<Self, Why> {
        CopyText::new(&entry.post, ctx).map(Self::CopyText)
    }

    /// What can be asked about a post's text, the one of `channel` first.
    /// What was left of one that came to nothing is there again.
    pub fn helps(
        entry: &Entry,
        channel: Option<&ChannelKey>,
        left: Option<Box<Left>>,
        ctx: &Ctx,
    ) -> Self {
        let helps = Helps::new(entry, channel, ctx);
        Self::Helps(Box::new(match left {
            Some(left) => helps.with(*left),
            None => helps,
        }))
    }

    /// The words of a note, and whom it is for; what was `left` of it is there again.
    pub fn note(new: NewNote, left: Option<NoteForm>, ctx: &Ctx) -> Self {
        let form = NoteForm::new(new, ctx);
        Self::Note(Box::new(match left {
            Some(left) => form.with(left),
            None => form,
        }))
    }

    /// Why something is held back.
    pub fn freeze_why(freeze: Freeze, posts: usize) -> Self {
        Self::Why(Box::new(FreezeWhy::new(freeze, posts)))
    }

    pub fn question(question: Question) -> Self {
        Self::Question(Asked { question, selected: 0 })
    }
}
