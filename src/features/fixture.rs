//! An invented brand for the tests of the rooms: Bottega Aurora, on Sunday 22 November
//! 2026 at 11:00 in Rome. Only for tests.

use super::{Ctx, Pane, ViewCtx};
use crate::domain::{
    Channel, ContentHash, Entry, Id, Ids, Networks, Now, Pillar, Post, Shelf, When, Workspace,
    file_path,
};
use crate::i18n::{Language, Words};
use crate::keymap::Keymap;
use crate::ui::{Colors, Theme};
use crate::vocab::Keeping;
use chrono_tz::Europe::Rome;

pub struct Bottega {
    pub workspace: Workspace,
    pub shelf: Shelf,
    pub networks: Networks,
    pub ids: Ids,
    pub now: Now,
    pub words: Words,
    pub theme: Theme,
    pub keeping: Keeping,
}

impl Bottega {
    pub fn new(language: Language) -> Self {
        let channel = |key: &str, network: &str| Channel {
            key: key.into(),
            network: network.into(),
            account: Some("@bottega.aurora".into()),
            short: None,
            limit: None,
            slots: Vec::new(),
        };
        let pillar = |key: &str, name: &str| Pillar {
            key: key.into(),
            name: name.into(),
            share: None,
            promotes: false,
        };
        let workspace = Workspace {
            languages: vec!["it".into(), "en".into()],
            country: Some("IT".into()),
            channels: vec![channel("ig", "instagram"), channel("linkedin", "linkedin")],
            pillars: vec![pillar("prodotto", "Prodotto"), pillar("persone", "Persone")],
            ..Workspace::new(id("b7m2x9qe"), "Bottega Aurora", Rome)
        };
        Self {
            workspace,
            shelf: Shelf::default(),
            networks: Networks::default(),
            ids: Ids::from_seed(48),
            now: Now { utc: "2026-11-22T10:00:00Z".parse().expect("an instant"), zone: Rome },
            words: words(language),
            theme: Theme::new(Colors::None, false, false),
            keeping: Keeping::default(),
        }
    }

    /// The launch of the winter collection: Tuesday 24 at 18:30, on both channels.
    pub fn launch() -> Post {
        let mut post = Post::new(id("k3f9q7ab"), "Lancio collezione invernale");
        post.when = Some(local("2026-11-24T18:30:00"));
        post.channels = vec!["ig".into(), "linkedin".into()];
        post.pillar = Some("prodotto".into());
        post.campaign = Some("inverno-26".into());
        post.lang = Some("it".into());
        post.text = "La lana torna a casa.".into();
        post
    }

    /// Puts a post on the shelf, where its file belongs.
    pub fn with(mut self, post: Post) -> Self {
        let path = file_path(&post, Rome);
        let hash = ContentHash::of(post.title.as_bytes());
        self.shelf.put(Entry::new(path, hash, post));
        self
    }

    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            workspace: &self.workspace,
            shelf: &self.shelf,
            networks: &self.networks,
            now: self.now,
            ids: &self.ids,
            by: "Ada Neri <ada@example.org>",
            keeping: &self.keeping,
            pane: Pane { width: 120, height: 36 },
        }
    }

    pub fn view(&self) -> ViewCtx<'_> {
        ViewCtx { ctx: self.ctx(), words: &self.words, theme: &self.theme, hints: &[] }
    }
}

/// The same picture in Italian and in English, one below the other: drawn by one test, looked
/// at in both.
pub fn in_both(draw: impl Fn(Language) -> String) -> String {
    let [italian, english] = [Language::Italian, Language::English].map(draw);
    format!("{}\n{}", italian.trim_end(), english)
}

/// The words with the keys of the program.
pub fn words(language: Language) -> Words {
    Words::new(language).with_keys(Keymap::builtin().named(), false)
}

pub fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// A wall time in the brand's zone.
pub fn local(text: &str) -> When {
    When::Local(text.parse().expect("a date and time"))
}
