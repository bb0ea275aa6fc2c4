//! One text of the post in the editor: the common one, or what one channel says instead.

use super::layout::Geometry;
use crate::domain::{ChannelKey, FieldEdit, FieldPath, FieldValue, Id, JournalKey, Memo, Post};
use crate::text::buffer::Layout;
use crate::text::{Buffer, Edit, Merge, merge3};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Tab {
    /// `None` for the common text.
    pub channel: Option<ChannelKey>,
    pub buffer: Buffer,
    /// The text as it is on disk, or on its way there; `None` where the channel has none of
    /// its own and shows the common one.
    pub stored: Option<String>,
    /// A channel's tab is its own from the first key.
    pub touched: bool,
    /// As it was on disk when it was opened, or as others have written it since.
    pub opened: Option<String>,
    /// First row in sight.
    pub scroll: usize,
    /// The text as it was folded last.
    folded: Memo<(String, Geometry), Arc<Layout>>,
}

impl Tab {
    pub fn new(post: &Post, channel: Option<ChannelKey>) -> Self {
        let stored = stored(post, channel.as_deref());
        let text = stored.clone().unwrap_or_else(|| post.text.clone());
        let opened = stored.clone();
        Self {
            channel,
            buffer: Buffer::new(text),
            stored,
            touched: false,
            opened,
            scroll: 0,
            folded: Memo::default(),
        }
    }

    pub fn text(&self) -> &str {
        self.buffer.text()
    }

    /// The text folded for a pane: drawing, moving and the mouse ask for it at every key.
    pub fn layout(&self, pane: Geometry) -> Arc<Layout> {
        let question = (self.text().to_owned(), pane);
        self.folded.after(question, |_, last| {
            Arc::new(match last {
                Some(((old, before), layout)) if *before == pane => layout.after(old, &self.buffer),
                _ => self.buffer.layout(pane.cells.into(), pane.rows.into()),
            })
        })
    }

    pub fn key(&self, post: &Id) -> JournalKey {
        JournalKey { post: post.clone(), channel: self.channel.clone(), session: None }
    }

    /// There is something to save.
    pub fn is_dirty(&self) -> bool {
        match &self.stored {
            Some(stored) => stored != self.text(),
            None => self.touched && !self.text().is_empty(),
        }
    }

    /// The channel says something of its own, on disk or here.
    pub fn is_own(&self) -> bool {
        self.stored.is_some() || self.touched
    }

    /// The channel goes on saying something of its own once this is saved.
    pub fn says_own(&self) -> bool {
        self.is_own() && !self.text().is_empty()
    }

    /// The edit that saves it. A channel's own text that was emptied is given up: the
    /// channel says the common one again.
    pub fn edit(&self) -> FieldEdit {
        let value = |text: &str| FieldValue::Text(text.to_owned());
        let from = self.stored.as_deref().map(value);
        let given_up = self.channel.is_some() && self.text().is_empty();
        let to = (!given_up).then(|| value(self.text()));
        FieldEdit::Replace { key: self.field(), from, to }
    }

    /// Where the text stands in its file.
    pub fn field(&self) -> FieldPath {
        let field = match &self.channel {
            None => &["text"][..],
            Some(channel) => &["variants", channel, "text"],
        };
        field.iter().map(|&part| part.to_owned()).collect()
    }

    /// What is stored once [`Tab::edit`] is durable.
    pub fn after_saving(&self) -> Option<String> {
        let own = self.channel.is_none() || !self.text().is_empty();
        own.then(|| self.text().to_owned())
    }

    /// The text on disk is another one now. Says whether both can stand in one text; where
    /// they cannot, nothing is changed here.
    pub fn follow(&mut self, post: &Post) -> bool {
        let theirs = stored(post, self.channel.as_deref());
        if theirs == self.stored && self.is_own() {
            return true;
        }
        let new = theirs.clone().unwrap_or_else(|| post.text.clone());
        self.opened.clone_from(&theirs);
        if !self.is_dirty() {
            self.put(&new);
            self.stored = theirs;
            return true;
        }
        let base = self.stored.clone().unwrap_or_default();
        match merge3(&base, self.text(), &new) {
            Merge::Clean(both) if theirs.is_some() => {
                self.put(&both);
                self.stored = theirs;
                true
            }
            // The channel's own text was given up elsewhere; here it is being written.
            _ if theirs.is_none() => {
                self.stored = None;
                true
            }
            Merge::Clean(_) | Merge::Overlap => false,
        }
    }

    /// Puts a whole text in as one step of undo, touching only what differs, so that the
    /// cursor stays on its words.
    pub fn put(&mut self, text: &str) {
        let old = self.text();
        if old == text {
            return;
        }
        let head: usize = old
            .chars()
            .zip(text.chars())
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum();
        let tail: usize = old[head..]
            .chars()
            .rev()
            .zip(text[head..].chars().rev())
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum();
        let (from, to) = (old.len() - tail, text.len() - tail);
        let cursor = self.buffer.cursor();
        self.buffer.replace(head..from, &text[head..to]);
        let moved = if cursor <= head {
            cursor
        } else if cursor >= from {
            cursor - from + to
        } else {
            to
        };
        self.buffer.move_to(moved, false);
    }

    /// Says something else than when it was opened.
    pub fn is_other(&self) -> bool {
        match &self.opened {
            Some(opened) => opened != self.text(),
            None => self.is_own() && !self.text().is_empty(),
        }
    }

    /// Back to what it said when it was opened, as one step of undo.
    pub fn revert(&mut self, common: &str) {
        match self.opened.clone() {
            Some(opened) => self.put(&opened),
            // A text of its own that was saved meanwhile is given up again.
            None if self.stored.is_some() => self.put(""),
            None => {
                self.put(common);
                self.touched = false;
            }
        }
    }

    pub fn apply(&mut self, edit: Edit) -> bool {
        let changed = self.buffer.apply(edit);
        self.touched |= changed;
        changed
    }
}

fn stored(post: &Post, channel: Option<&str>) -> Option<String> {
    match channel {
        None => Some(post.text.clone()),
        Some(channel) => post.variants.get(channel).and_then(|variant| variant.text.clone()),
    }
}
