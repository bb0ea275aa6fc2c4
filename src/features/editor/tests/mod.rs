mod long;
mod stories;
mod views;

use super::*;
use crate::domain::{
    Change, ChangeSet, Entry, Evidence, Failure, FieldEdit, FieldValue, JournalKey, Post, RelPath,
};
use crate::features::fixture::Bottega;
use crate::features::{Ctx, Outcome, Pane};
use crate::i18n::Language;
use crate::text::{Edit, Motion};
use crate::vocab::{Action, Effect, Event, Recovered, Scope, Why};

pub struct Story {
    pub world: Bottega,
    pub state: State,
    pub effects: Vec<Effect>,
    pub room: Pane,
}

pub fn launch_with(text: &str) -> Post {
    Post { text: text.into(), ..Bottega::launch() }
}

impl Story {
    pub fn on(text: &str) -> Self {
        Self::of(launch_with(text), None)
    }

    pub fn of(post: Post, channel: Option<&str>) -> Self {
        let mut world = Bottega::new(Language::Italian).with(post);
        world.networks = crate::checks::networks().clone();
        let channel = channel.map(str::to_owned);
        let id = crate::features::fixture::id("k3f9q7ab");
        let (state, effects) =
            State::open(&id, channel.as_ref(), &world.ctx()).expect("the post is there");
        Self { world, state, effects, room: Pane { width: 100, height: 24 } }
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        let ctx = Ctx { pane: self.room, ..self.world.ctx() };
        match update(&mut self.state, &action, &ctx) {
            Outcome::Handled(effects) => self.effects = effects,
            outcome => panic!("{action:?}: {outcome:?}"),
        }
        self
    }

    pub fn write(&mut self, text: &str) -> &mut Self {
        for letter in crate::text::graphemes(text) {
            self.act(Action::Write(Edit::Type(letter.to_owned())));
        }
        self
    }

    pub fn go(&mut self, motion: Motion) -> &mut Self {
        self.act(Action::Go { motion, select: false })
    }

    pub fn hear(&mut self, event: &Event) -> &mut Self {
        let ctx = Ctx { pane: self.room, ..self.world.ctx() };
        self.effects = on_event(&mut self.state, event, &ctx);
        self
    }

    pub fn writing(&self) -> &Writing {
        match &self.state {
            State::Writing(writing) => writing,
            State::Rescue(_) => panic!("the list is open"),
        }
    }

    pub fn text(&self) -> &str {
        self.writing().tab().text()
    }

    /// Another program writes the post's text.
    pub fn elsewhere(&mut self, change: impl Fn(&mut Post)) -> &mut Self {
        let id = &self.writing().post.clone();
        let entry = self.world.shelf.get(id).expect("the post").clone();
        let mut post = entry.post.clone();
        change(&mut post);
        self.world.shelf.put(Entry { post, ..(*entry).clone() });
        let folder = "posts/2026/W48".into();
        self.hear(&Event::FolderRead { folder, entries: vec![], problems: vec![] })
    }

    /// The one change set that is being handed over.
    pub fn set(&self) -> ChangeSet {
        let sets: Vec<&ChangeSet> = self
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Apply(set) => Some(set),
                _ => None,
            })
            .collect();
        assert_eq!(sets.len(), 1, "{:?}", self.effects);
        sets[0].clone()
    }

    /// Storage has written the set.
    pub fn durable(&mut self, set: &ChangeSet) -> &mut Self {
        for change in &set.changes {
            let Change::Edit { path, edits, .. } = change else { panic!("{change:?}") };
            let entry = self.world.shelf.at(path).expect("the file").clone();
            let mut post = entry.post.clone();
            for edit in edits {
                let FieldEdit::Replace { key, to, .. } = edit else { panic!("{edit:?}") };
                let text = match to {
                    Some(FieldValue::Text(text)) => Some(text.clone()),
                    None => None,
                    other => panic!("{other:?}"),
                };
                match key.as_slice() {
                    [field] if field == "text" => post.text = text.unwrap_or_default(),
                    [_, channel, _] => {
                        post.variants.entry(channel.clone()).or_default().text = text;
                    }
                    other => panic!("{other:?}"),
                }
            }
            self.world.shelf.put(Entry { post, ..(*entry).clone() });
        }
        self.hear(&Event::Applied { set: set.clone(), entries: vec![], removed: vec![] })
    }
}

pub fn key(channel: Option<&str>) -> JournalKey {
    JournalKey {
        post: crate::features::fixture::id("k3f9q7ab"),
        channel: channel.map(str::to_owned),
        session: None,
    }
}

pub fn text_edit(set: &ChangeSet) -> (Vec<String>, Option<String>, Option<String>) {
    let Change::Edit { edits, .. } = &set.changes[0] else { panic!("{set:?}") };
    let FieldEdit::Replace { key, from, to } = &edits[0] else { panic!("{set:?}") };
    let text = |value: &Option<FieldValue>| match value {
        Some(FieldValue::Text(text)) => Some(text.clone()),
        _ => None,
    };
    (key.clone(), text(from), text(to))
}
