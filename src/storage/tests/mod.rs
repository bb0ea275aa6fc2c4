//! The hand at work: what it does on a good day, when every single operation fails or is
//! the last one, and when somebody else writes at the same time.

mod facts;
mod faults;
mod folder;
mod hand;
mod histories;
mod kept;
mod races;
mod threads;

use super::Hand;
use super::store::sim::{Sim, World};
use crate::domain::{Change, ChangeSet, FieldEdit, FieldValue, Id, Label, RelPath};
use chrono_tz::Europe::Rome;
use std::sync::{Arc, Mutex};

const POST: &str = "posts/2026/W48/lancio.k3f9q7ab.toml";
const DRAFT: &str = "drafts/k3f9q7ab/4t8w2zqc.toml";
const NOTE: &str = "notes/k3f9q7ab/5t8w2zqc.toml";

const POST_FILE: &str = "# a mano\nid = \"k3f9q7ab\"\ntitle = \"Lancio\"\nwhen = 2026-11-24T18:30:00\nchannels = [\"ig\"]\ntext = \"\"\"\nLa lana torna a casa. Da lunedì in bottega.\n\"\"\"\n";
const DRAFT_FILE: &str =
    "post = \"k3f9q7ab\"\nat = 2026-11-22T10:00:00Z\ntext = \"La lana è tornata.\"\n";
const NOTE_FILE: &str = "post = \"k3f9q7ab\"\nat = 2026-11-22T10:12:00Z\nby = \"Bea Riva <bea@example.org>\"\nkind = \"change\"\nchannel = \"ig\"\nquote = \"La lana torna a casa.\"\ntext = \"Da quando? Manca il giorno.\"\n";
const TEXT: &str = "La lana torna a casa. Da lunedì in bottega.";

fn path(path: &str) -> RelPath {
    RelPath::new(path)
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

#[expect(clippy::unnecessary_wraps, reason = "as an edit takes it")]
fn text(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Text(text.to_owned()))
}

#[expect(clippy::unnecessary_wraps, reason = "as an edit takes it")]
fn word(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Str(text.to_owned()))
}

/// A set that edits the post of the fixtures, and perhaps moves it.
fn edit(to: Option<&str>, edits: Vec<FieldEdit>) -> ChangeSet {
    ChangeSet::one(Label::Text, Change::Edit { path: path(POST), to: to.map(path), edits })
}

fn retitled(title: &str) -> FieldEdit {
    FieldEdit::replace(&["title"], word("Lancio"), word(title))
}

fn rewritten(new: &str) -> FieldEdit {
    FieldEdit::replace(&["text"], text(TEXT), text(new))
}

/// A machine with the fixtures in its content folder.
fn world() -> Arc<Mutex<World>> {
    let mut world = World::default();
    world.put(&format!("content/{POST}"), POST_FILE.as_bytes());
    world.put(&format!("content/{DRAFT}"), DRAFT_FILE.as_bytes());
    Arc::new(Mutex::new(world))
}

fn hand(world: &Arc<Mutex<World>>) -> Hand {
    let store = |root| Arc::new(Sim { world: Arc::clone(world), root });
    Hand::over(store("content"), store("state"), Rome)
}

/// What stands in the content folder, hidden files aside.
fn content(world: &Arc<Mutex<World>>) -> std::collections::BTreeMap<String, String> {
    let files = world.lock().expect("no panic").files();
    let visible = |(path, bytes): (String, Vec<u8>)| {
        let inside = path.strip_prefix("content/")?.to_owned();
        let bytes = String::from_utf8(bytes).expect("UTF-8");
        (!inside.contains("/.palinsesto-")).then_some((inside, bytes))
    };
    files.into_iter().filter_map(visible).collect()
}
