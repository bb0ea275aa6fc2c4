//! What the editor remembers: the texts of one post, or the list of texts that a session
//! left unsaved.

use super::claim::Note;
use super::complete::Completion;
use super::noticed::Remembered;
use super::recovered::Rescue;
use super::tab::Tab;
use crate::domain::{ChangeSet, ChannelKey, Id, Post, RelPath};
use crate::features::{Ctx, gone_out};
use crate::text::Buffer;
use crate::text::buffer::Found;
use crate::vocab::{Effect, Recovered};
use chrono::{DateTime, Utc};

#[derive(Debug, Clone)]
pub enum State {
    Writing(Box<Writing>),
    Rescue(Rescue),
}

/// A post being written.
#[derive(Debug, Clone)]
pub struct Writing {
    pub post: Id,
    pub path: RelPath,
    /// The common text first, then the post's channels.
    pub tabs: Vec<Tab>,
    pub active: usize,
    /// Over the whole screen rather than in the inspector.
    pub full: bool,
    pub search: Option<Search>,
    pub note: Option<Note>,
    pub completion: Option<Completion>,
    pub clash: Option<Clash>,
    /// What was cut or copied here last.
    pub clipboard: String,
    /// `$EDITOR` is open on the active text.
    pub outside: bool,
    /// Saves on their way to the disk.
    pub sent: Vec<ChangeSet>,
    /// Closes as soon as the last save is durable.
    pub leaving: bool,
    /// What the checks noticed in the active text as it stood last.
    pub remembered: Remembered,
    /// The last save came to nothing, and nothing was typed since: asked again, it is left
    /// to the journal.
    pub refused: bool,
    /// Left as soon as the journal has answered for what could not be saved.
    pub parting: bool,
    /// Asked whether what was typed here is dropped; any other key is a no.
    pub dropping: bool,
}

/// The line that finds.
#[derive(Debug, Clone)]
pub struct Search {
    pub line: Buffer,
    pub found: Option<Found>,
}

/// Two texts that could not become one: a person chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Index of the tab.
    pub tab: usize,
    /// What stands on disk.
    pub theirs: Option<String>,
    pub choice: Choice,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    Both,
}

impl Choice {
    pub const ALL: [Self; 3] = [Self::Mine, Self::Theirs, Self::Both];
}

impl State {
    /// The editor on a post. `None` where its file is not there to be read.
    pub fn open(post: &Id, channel: Option<&ChannelKey>, ctx: &Ctx) -> Option<(Self, Vec<Effect>)> {
        let entry = ctx.shelf.get(post)?;
        let tabs = tabs(&entry.post, channel);
        let active = tabs.iter().position(|tab| tab.channel.as_ref() == channel).unwrap_or(0);
        let writing = Writing {
            post: post.clone(),
            path: entry.path.clone(),
            tabs,
            active,
            full: false,
            search: None,
            note: None,
            completion: None,
            clash: None,
            clipboard: String::new(),
            outside: false,
            sent: Vec::new(),
            leaving: false,
            remembered: Remembered::default(),
            refused: false,
            parting: false,
            dropping: false,
        };
        Some((Self::Writing(Box::new(writing)), gone_out(&entry.post).into_iter().collect()))
    }

    /// The list of texts that a session left unsaved.
    pub fn recovered(texts: Vec<Recovered>) -> Self {
        Self::Rescue(Rescue::new(texts))
    }

    /// What would be lost with the room, were it not in the journal.
    pub fn unsaved(&self, at: DateTime<Utc>) -> Vec<Recovered> {
        match self {
            Self::Rescue(rescue) => rescue.texts.clone(),
            Self::Writing(writing) => {
                // What is on its way to the file is not there yet.
                let sent = !writing.sent.is_empty();
                let tabs = writing.tabs.iter();
                tabs.filter(|tab| tab.is_dirty() || sent && tab.is_other())
                    .map(|tab| Recovered {
                        key: tab.key(&writing.post),
                        text: tab.text().to_owned(),
                        at,
                    })
                    .collect()
            }
        }
    }

    /// The post being written.
    pub fn post(&self) -> Option<&Id> {
        match self {
            Self::Writing(writing) => Some(&writing.post),
            Self::Rescue(_) => None,
        }
    }

    /// Wants the whole screen.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Writing(writing) => writing.full,
            Self::Rescue(_) => true,
        }
    }
}

impl Writing {
    pub fn tab(&self) -> &Tab {
        &self.tabs[self.active]
    }

    pub fn tab_mut(&mut self) -> &mut Tab {
        &mut self.tabs[self.active]
    }

    /// Every channel of the post says something of its own.
    pub fn is_common_unsent(&self) -> bool {
        self.tabs.len() > 1 && self.tabs[1..].iter().all(Tab::says_own)
    }

    /// Another text of the post. A channel without its own shows the common one as it is
    /// here and now.
    pub fn go_to(&mut self, active: usize) {
        let common = self.tabs[0].text().to_owned();
        self.active = active.min(self.tabs.len() - 1);
        let tab = self.tab_mut();
        if !tab.is_own() {
            tab.put(&common);
        }
        self.completion = None;
    }

    /// A tab for every channel that the post has by now, in its order. One that is open, or
    /// has words, stays.
    pub fn take_channels(&mut self, post: &Post) {
        let here = self.tab().channel.clone();
        let kept = |tab: &Tab| {
            let there = tab.channel.as_ref().is_none_or(|key| post.channels.contains(key));
            there || tab.is_own() || tab.channel == here
        };
        let mut old: Vec<Tab> = std::mem::take(&mut self.tabs);
        old.retain(kept);
        let mut tabs = Vec::with_capacity(old.len());
        for wanted in std::iter::once(None).chain(post.channels.iter().cloned().map(Some)) {
            let known = old.iter().position(|tab| tab.channel == wanted);
            tabs.push(known.map_or_else(|| Tab::new(post, wanted), |at| old.remove(at)));
        }
        tabs.append(&mut old);
        self.active = tabs.iter().position(|tab| tab.channel == here).unwrap_or(0);
        self.tabs = tabs;
    }

    /// The post as it would be with everything that is typed here.
    pub fn post_now(&self, ctx: &Ctx) -> Option<Post> {
        let mut post = ctx.shelf.get(&self.post)?.post.clone();
        for tab in &self.tabs {
            match &tab.channel {
                None => tab.text().clone_into(&mut post.text),
                Some(channel) if tab.is_own() => {
                    let own = (!tab.text().is_empty()).then(|| tab.text().to_owned());
                    post.variants.entry(channel.clone()).or_default().text = own;
                }
                Some(_) => {}
            }
        }
        Some(post)
    }
}

fn tabs(post: &Post, asked: Option<&ChannelKey>) -> Vec<Tab> {
    let mut channels = post.channels.clone();
    channels.extend(asked.filter(|asked| !post.channels.contains(asked)).cloned());
    let own = post.variants.iter().filter(|(_, variant)| variant.text.is_some());
    let others: Vec<ChannelKey> =
        own.map(|(key, _)| key.clone()).filter(|key| !channels.contains(key)).collect();
    channels.extend(others);
    let channels = channels.into_iter().map(Some);
    std::iter::once(None).chain(channels).map(|channel| Tab::new(post, channel)).collect()
}
