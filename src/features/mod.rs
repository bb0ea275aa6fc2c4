//! A room per thing a person does, with the same files in each: `state.rs` what it
//! remembers, `update.rs` what an action or an event does to it, `view.rs` how it looks,
//! `tests.rs`. Rooms do not know each other; the app carries words between them.

pub mod approve;
pub mod ask;
mod by_letter;
pub mod calendar;
pub mod choice;
pub mod drafts;
pub mod editor;
pub mod fields;
#[cfg(test)]
pub mod fixture;
pub mod help;
mod lengths_view;
mod line;
mod mark;
pub mod needs;
pub mod origin;
mod pointer;
pub mod review;
mod rows;
pub mod search;
mod told_view;
pub mod voice;
pub mod when;
mod when_view;

pub use by_letter::{Names, Typed};
pub use lengths_view::lengths;
pub use line::{click_line, edit_line, set_line};
pub use mark::{marks, underline, weight};
pub use pointer::{form_hit, picker_hit, row_hit};
pub use rows::row_after;
pub use told_view::{told, told_each};
pub use when_view::{complete_key, is_past, moment, when_fault, when_note, when_row};

use crate::domain::{Ids, Networks, Now, Post, RelPath, Shelf, Workspace, named_path};
use crate::i18n::Words;
use crate::text::{reveal_line, width};
use crate::ui::{FOOT_GAP, Hint, Theme};
use crate::vocab::{Action, Effect, Keeping, Notice, Why};

/// What a room may know while it updates: the world as it stands now.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub workspace: &'a Workspace,
    pub shelf: &'a Shelf,
    pub networks: &'a Networks,
    pub now: Now,
    pub ids: &'a Ids,
    /// Who decides: "Ada Neri <ada@example.org>".
    pub by: &'a str,
    /// Which typed texts the journal has answered for.
    pub keeping: &'a Keeping,
    /// Cells of the room's own pane, as the layout gave it.
    pub pane: Pane,
}

impl Ctx<'_> {
    /// Where a file goes with a save that gives its post the first words, and so a name;
    /// `None` where it has one, or another file stands there.
    pub fn named(&self, path: &RelPath, post: &Post) -> Option<RelPath> {
        let is_broken = |to: &RelPath| self.shelf.problems().any(|problem| problem.path == *to);
        let free = |to: &RelPath| self.shelf.at(to).is_none() && !is_broken(to);
        named_path(path, post).filter(free)
    }
}

/// What is said once when a post that has gone out is opened to be changed: its typos can
/// be mended here, but the networks keep what they have.
pub fn gone_out(post: &Post) -> Option<Effect> {
    (!post.published.is_empty()).then_some(Effect::Say(Notice::GoneOut))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pane {
    pub width: u16,
    pub height: u16,
}

/// What a view may know besides its own state.
#[derive(Clone, Copy)]
pub struct ViewCtx<'a> {
    pub ctx: Ctx<'a>,
    pub words: &'a Words,
    pub theme: &'a Theme,
    /// The keys that work here and now, in the footer's order.
    pub hints: &'a [Hint],
}

impl ViewCtx<'_> {
    /// The keys of a panel, in the words of the footer: there is one truth about them.
    pub fn foot(&self) -> String {
        let said = self.foot_hints().map(|hint| format!("{} {}", hint.keys, hint.label));
        said.collect::<Vec<_>>().join(FOOT_GAP)
    }

    fn foot_hints(&self) -> impl Iterator<Item = &Hint> {
        self.hints.iter().filter(|hint| {
            !matches!(
                hint.action,
                Action::Help | Action::Palette | Action::Search | Action::Complete
            )
        })
    }

    /// What the key asks for that stands so many cells into the words of [`Self::foot`].
    fn foot_at(&self, cell: usize) -> Option<&Action> {
        let mut from = 0;
        self.foot_hints().find_map(|hint| {
            let end = from + width(&hint.keys) + 1 + width(&hint.label);
            let here = (from..end).contains(&cell);
            from = end + width(FOOT_GAP);
            here.then_some(&hint.action)
        })
    }

    /// What a channel is called: its network, with the account where the brand has several
    /// on it; its key where nobody knows it.
    pub fn channel_name(&self, key: &str) -> String {
        let name = self.ctx.networks.channel_name(self.ctx.workspace, key);
        reveal_line(&name).into_owned()
    }

    /// The letters that stand on its cards, and its name: `IG Instagram`.
    pub fn channel_label(&self, key: &str) -> String {
        let name = self.channel_name(key);
        if name == key { name } else { format!("{} {name}", self.channel_short(key)) }
    }

    /// Everything a channel may be called where one types its name.
    pub fn channel_names(&self, key: &str) -> Vec<String> {
        vec![self.channel_label(key), key.to_owned()]
    }

    /// The account behind a channel, where the brand says it.
    pub fn account(&self, key: &str) -> Option<String> {
        let account = self.ctx.workspace.channel(key)?.account.as_deref()?;
        Some(reveal_line(account).into_owned())
    }

    /// The first key that does something here, as the footer has it; nothing where no key
    /// does.
    pub fn key_for(&self, action: &Action) -> String {
        let hint = self.hints.iter().find(|hint| hint.action == *action);
        hint.map(|hint| hint.keys.clone()).unwrap_or_default()
    }

    /// What a channel is called where there is little room: its own short name, its
    /// network's, or the first letters of its key.
    pub fn channel_short(&self, key: &str) -> String {
        let channel = self.ctx.workspace.channel(key);
        let network = channel.and_then(|channel| self.ctx.networks.get(&channel.network));
        let own = channel.and_then(|channel| channel.short.clone());
        let short = own
            .or_else(|| network.map(|network| network.short.clone()))
            .unwrap_or_else(|| key.chars().take(2).collect::<String>().to_uppercase());
        reveal_line(&short).into_owned()
    }
}

/// What became of an action.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Handled(Vec<Effect>),
    /// Not for this room: the next one is asked.
    Ignored,
    /// For this room, but not now: the person is told why.
    Disabled(Why),
}

impl Outcome {
    /// Handled, with nothing to carry out.
    pub fn done() -> Self {
        Self::Handled(Vec::new())
    }

    pub fn effect(effect: Effect) -> Self {
        Self::Handled(vec![effect])
    }
}
