mod beside;
mod kept;
mod matrix;
mod noticed;
mod sentences;
mod shapes;
mod stories;
mod views;

use super::*;
use crate::domain::{
    Brief, Change, ChangeSet, Channel, ContentHash, Entry, Fact, FieldEdit, FieldValue, Id, Ids,
    ModelText, Named, Networks, Now, Post, RelPath, Shelf, Suggestion, SuggestionSource, Voice,
    When, Workspace,
};
use crate::features::{Ctx, Outcome, Pane as Room};
use crate::vocab::{Action, Effect, Event, Slot, SourceInfo, StreamEnd};
use chrono::{DateTime, NaiveDate, Utc};

/// A small bottega with one post, and a storage that always says yes.
pub struct World {
    pub workspace: Workspace,
    pub shelf: Shelf,
    pub networks: Networks,
    pub ids: Ids,
    pub room: Room,
    pub keeping: crate::vocab::Keeping,
}

pub const BY: &str = "Ada Neri <ada@example.org>";

pub fn now() -> DateTime<Utc> {
    "2026-11-22T10:12:00Z".parse().expect("an instant")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

impl World {
    pub fn new() -> Self {
        let ids = Ids::from_seed(11);
        let named = |key: &str| Named { key: key.into(), description: String::new() };
        let channel = |key: &str, network: &str, slots| Channel {
            key: key.into(),
            network: network.into(),
            account: None,
            short: None,
            limit: None,
            slots,
        };
        let slot = crate::domain::Slot {
            day: chrono::Weekday::Thu,
            time: "08:45:00".parse().expect("a time"),
        };
        let voice = Voice {
            tones: vec![named("caldo"), named("ironico"), named("asciutto")],
            audiences: vec![named("clienti"), named("25–34")],
            ..Voice::default()
        };
        let workspace = Workspace {
            languages: vec!["it".into(), "en".into()],
            channels: vec![
                channel("ig", "instagram", vec![]),
                channel("linkedin", "linkedin", vec![slot]),
            ],
            voice,
            ..Workspace::new(ids.fresh(), "Bottega Aurora", chrono_tz::Europe::Rome)
        };
        Self {
            workspace,
            shelf: Shelf::default(),
            networks: crate::checks::networks().clone(),
            ids,
            room: Room { width: 120, height: 30 },
            keeping: crate::vocab::Keeping::default(),
        }
    }

    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            workspace: &self.workspace,
            shelf: &self.shelf,
            networks: &self.networks,
            now: Now { utc: now(), zone: self.workspace.zone },
            ids: &self.ids,
            by: BY,
            keeping: &self.keeping,
            pane: self.room,
        }
    }

    /// A post of this week with a text, on the shelf.
    pub fn post(&mut self, text: &str) -> Id {
        let mut post = Post::new(self.ids.fresh(), "Lancio collezione invernale");
        post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a time")));
        post.channels = vec!["ig".into()];
        post.text = text.into();
        let id = post.id.clone();
        self.put(RelPath::new(format!("posts/2026/W48/lancio.{id}.toml")), post);
        id
    }

    pub fn put(&mut self, path: RelPath, post: Post) {
        let hash = ContentHash::of(post.text.as_bytes());
        self.shelf.put(Entry::new(path, hash, post));
    }

    pub fn suggestion(&mut self, post: &Id, text: &str, hashtags: &[&str]) -> Id {
        let id = self.ids.fresh();
        let made_for = self.shelf.get(post).map_or("", |entry| entry.post.text.as_str());
        let suggestion = Suggestion {
            id: id.clone(),
            post: post.clone(),
            at: now(),
            brief: Brief {
                topic: "lana".into(),
                tone: Some("ironico".into()),
                audience: Some("clienti".into()),
                channel: Some("ig".into()),
                ..Brief::default()
            },
            source: SuggestionSource {
                provider: "openai".into(),
                model: "llama3.2".into(),
                prompt: None,
                post_hash: Some(ContentHash::of(made_for.as_bytes()).to_string()),
                ..SuggestionSource::default()
            },
            text: ModelText::new(text),
            hashtags: hashtags.iter().map(|&tag| tag.to_owned()).collect(),
            extras: crate::domain::Extras::default(),
            fragment: None,
            decisions: Vec::new(),
        };
        let mut all: Vec<Suggestion> =
            self.shelf.suggestions(post).iter().map(|s| (**s).clone()).collect();
        all.push(suggestion);
        self.shelf.set_suggestions(post.clone(), all);
        id
    }

    pub fn text(&self, post: &Id) -> &str {
        &self.shelf.get(post).expect("the post").post.text
    }

    /// What storage does, for the fields this room touches; the shelf follows.
    pub fn carry_out(&mut self, set: &ChangeSet) {
        for change in &set.changes {
            match change {
                Change::Create { path, post } => self.put(path.clone(), (**post).clone()),
                Change::Edit { path, to, edits } => {
                    let mut post = self.shelf.at(path).expect("the file").post.clone();
                    for edit in edits {
                        self::edit(&mut post, edit);
                    }
                    self.shelf.remove(path);
                    self.put(to.clone().unwrap_or_else(|| path.clone()), post);
                }
                Change::Trash { path } => self.shelf.remove(path),
                _ => {}
            }
        }
        self.shelf.follow(set);
    }
}

fn edit(post: &mut Post, edit: &FieldEdit) {
    match edit {
        FieldEdit::Replace { key, from, to } => match (key[0].as_str(), to) {
            ("text", Some(FieldValue::Text(text))) => {
                assert_eq!(
                    *from,
                    Some(FieldValue::Text(post.text.clone())),
                    "an edit built on sand"
                );
                post.text.clone_from(text);
            }
            ("variants", to) => {
                let own = post.variants.entry(key[1].clone()).or_default();
                let words = to.as_ref().map(words);
                match key[2].as_str() {
                    "text" => own.text = words,
                    "headline" => own.headline = words,
                    _ => own.first_comment = words,
                }
            }
            ("headline", to) => post.headline = to.as_ref().map(words),
            ("first_comment", to) => post.first_comment = to.as_ref().map(words),
            ("when", to) => {
                post.when = match to {
                    Some(FieldValue::When(when)) => Some(*when),
                    _ => None,
                }
            }
            other => panic!("not an edit of this room: {other:?}"),
        },
        FieldEdit::Add { key, item: FieldValue::Table(rows) } if key[0] == "origin" => {
            post.origin.push(origin(rows));
        }
        FieldEdit::Remove { key, item: FieldValue::Table(rows) } if key[0] == "origin" => {
            let gone = origin(rows);
            post.origin.retain(|origin| *origin != gone);
        }
        other => panic!("not an edit of this room: {other:?}"),
    }
}

fn words(value: &FieldValue) -> String {
    match value {
        FieldValue::Text(words) | FieldValue::Str(words) => words.clone(),
        other => panic!("no words: {other:?}"),
    }
}

fn origin(rows: &[(String, FieldValue)]) -> crate::domain::Origin {
    let text = |name: &str| match rows.iter().find(|(key, _)| key == name) {
        Some((_, FieldValue::Str(text))) => text.clone(),
        other => panic!("{name}: {other:?}"),
    };
    let draft = text("draft");
    let (post, suggestion) = draft.split_once('/').expect("post/suggestion");
    crate::domain::Origin {
        post: Id::parse(post).expect("an id"),
        suggestion: Id::parse(suggestion).expect("an id"),
        decision: crate::domain::Verdict::from_code(&text("decision")).expect("a verdict"),
        at: now(),
        by: text("by"),
    }
}

/// The room in the world: actions in, effects out, change sets carried out at once.
pub struct Story {
    pub world: World,
    pub state: State,
    pub effects: Vec<Effect>,
    /// What the app keeps for undo.
    pub done: Vec<ChangeSet>,
}

impl Story {
    pub fn open(world: World, post: Option<&Id>, slot: Option<Slot>) -> Self {
        let (state, effects) = State::open(post.cloned(), slot, &world.ctx());
        Self { world, state, effects, done: Vec::new() }
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        let outcome = update(&mut self.state, &action, &self.world.ctx());
        let Outcome::Handled(effects) = outcome else { panic!("{action:?}: {outcome:?}") };
        self.effects.clone_from(&effects);
        for effect in effects {
            self.carry_out(effect);
        }
        self
    }

    /// The same, without the storage answering.
    pub fn only(&mut self, action: Action) -> Vec<Effect> {
        match update(&mut self.state, &action, &self.world.ctx()) {
            Outcome::Handled(effects) => effects,
            outcome => panic!("{action:?}: {outcome:?}"),
        }
    }

    pub fn refused(&mut self, action: Action) -> crate::vocab::Why {
        match update(&mut self.state, &action, &self.world.ctx()) {
            Outcome::Disabled(why) => why,
            outcome => panic!("{action:?}: {outcome:?}"),
        }
    }

    pub fn hear(&mut self, event: Event) -> &mut Self {
        let effects = on_event(&mut self.state, &event, &self.world.ctx());
        self.effects.clone_from(&effects);
        for effect in effects {
            self.carry_out(effect);
        }
        self
    }

    pub fn carry_out(&mut self, effect: Effect) {
        if let Effect::Apply(set) = effect {
            self.done.push(set.clone());
            self.apply(&set);
        }
    }

    pub fn apply(&mut self, set: &ChangeSet) {
        self.world.carry_out(set);
        let event = Event::Applied { set: set.clone(), entries: vec![], removed: vec![] };
        on_event(&mut self.state, &event, &self.world.ctx());
    }

    /// What the app does with `u`.
    pub fn undo(&mut self) -> &mut Self {
        let set = self.done.pop().expect("something to undo").inverse();
        self.apply(&set);
        self
    }

    pub fn write(&mut self, text: &str) -> &mut Self {
        self.act(Action::Write(crate::text::Edit::Type(text.into())))
    }

    pub fn stream(&mut self, pane: usize, text: &str, end: StreamEnd) -> &mut Self {
        let job = self.state.panes[pane].job();
        self.hear(Event::SuggestionGrew { job, piece: ModelText::new(text) });
        self.hear(Event::SuggestionEnded {
            job,
            end,
            text: ModelText::new(text),
            hashtags: vec!["lana".into()],
            extras: crate::domain::Extras::default(),
            source: SuggestionSource {
                provider: "composer".into(),
                model: "1".into(),
                ..SuggestionSource::default()
            },
        })
    }
}

pub fn composer() -> SourceInfo {
    SourceInfo {
        profile: "composer".into(),
        provider: "composer".into(),
        model: "1".into(),
        host: None,
        is_ai: false,
        reachable: Some(true),
    }
}

pub fn ollama() -> SourceInfo {
    SourceInfo {
        profile: "ollama".into(),
        provider: "openai".into(),
        model: "llama3.2".into(),
        host: Some("127.0.0.1:11434".into()),
        is_ai: true,
        reachable: Some(true),
    }
}
