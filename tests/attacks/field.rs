//! A folder in which Ada has approved two posts on this machine, through the doors the
//! program itself uses; what an attacker may do to it, and what is then read. Never writes
//! the ledger by hand before the attack begins.

use crate::yes::{decided, vouched};
use chrono::{DateTime, Utc};
use palinsesto::domain::{
    Consent, Entry, Id, Moment, NotAnAct, Post, RelPath, Seen, Shelf, Stage, Workspace,
};
use palinsesto::gate::{ApproveAct, Block, Covered};
use palinsesto::runtime::{Notary, checked};
use palinsesto::storage::{Folder, Hand, state_dir, state_path};
use palinsesto::vocab::Input;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub use crate::yes::{ADA, id_of, press, seen};

pub const BRAND: &str = "palinsesto.toml";
/// Approved.
pub const LANA: &str = "posts/2026/W48/lana.k3f9q7ab.toml";
pub const LANA_ID: &str = "k3f9q7ab";
/// Approved as well.
pub const TELAIO: &str = "posts/2026/W48/telaio.m4n5p6q7.toml";
pub const TELAIO_ID: &str = "m4n5p6q7";
/// Nobody has approved this one.
pub const FERMO: &str = "posts/2026/W48/fermo.p6q7r8s9.toml";
pub const FERMO_ID: &str = "p6q7r8s9";
pub const PICTURE: &str = "media/lana.jpg";
pub const OTHER_PICTURE: &str = "media/telaio.jpg";

const FILES: &[(&str, &str)] = &[
    (
        BRAND,
        r#"format = 1
id = "b7m2x9qe"

[brand]
name = "Bottega Aurora"
timezone = "Europe/Rome"
languages = ["it", "en"]

[channels.ig]
network = "instagram"
account = "@bottega.aurora"
slots = ["mon wed fri 12:30"]

[channels.bs]
network = "bluesky"
account = "aurora.example.org"

[channels.li]
network = "linkedin"
account = "Bottega Aurora"
"#,
    ),
    (
        LANA,
        r#"# Scritto da Ada, con la sua calma
id = "k3f9q7ab"
title = "La lana torna"
when = 2026-11-25T12:30:00
channels = ["ig", "bs"]
lang = "it"
link = "https://example.org/inverno"
hashtags = ["lana", "inverno"]
text = """
La lana torna a casa, perché è casa sua.
Chi passa la può toccare.
"""

[variants.bs]
text = "La lana torna."

[[media]]
path = "media/lana.jpg"
alt = "Gomitoli di lana grezza"
source = "camera"
"#,
    ),
    (
        TELAIO,
        r#"id = "m4n5p6q7"
title = "Chi tesse"
when = 2026-11-26T09:00:00
channels = ["ig"]
lang = "it"
text = "Ogni sciarpa porta il nome di chi l'ha tessuta."
"#,
    ),
    (
        FERMO,
        r#"id = "p6q7r8s9"
title = "Il quaderno verde"
when = 2026-11-27T09:00:00
channels = ["ig"]
lang = "it"
text = "Nel quaderno verde stanno le prove di colore."
"#,
    ),
    (PICTURE, "una fotografia di lana"),
    (OTHER_PICTURE, "una fotografia di un telaio"),
    (
        "drafts/k3f9q7ab/4t8w2zqc.toml",
        r#"post = "k3f9q7ab"
id = "4t8w2zqc"
at = 2026-11-22T10:12:00Z
text = "La lana è tornata."

[brief]
topic = "lana"

[source]
provider = "composer"
model = "1"
"#,
    ),
];

pub struct Field {
    pub home: TempDir,
    pub root: PathBuf,
    /// The window that was open all the while.
    pub window: Notary,
    /// Everything that goes out of a post, as it was when Ada said yes to it.
    honest: BTreeMap<Id, Vec<String>>,
    pub at: DateTime<Utc>,
}

impl Field {
    /// Ada has approved the wool and the loom.
    pub fn new() -> Self {
        let mut field = Self::untouched();
        field.approve(LANA_ID);
        field.approve(TELAIO_ID);
        field
    }

    /// Nobody has approved anything yet.
    pub fn untouched() -> Self {
        let home = TempDir::new().expect("a folder");
        let root = home.path().join("bottega");
        let at = "2026-11-22T10:15:00Z".parse().expect("a time");
        let mut field = Self { home, root, window: vouched(None), honest: BTreeMap::new(), at };
        for (path, text) in FILES {
            field.write(path, text);
        }
        field.reopen();
        field
    }

    /// The program ends and starts again.
    pub fn reopen(&mut self) {
        self.window = self.another_window();
    }

    pub fn another_window(&self) -> Notary {
        vouched(Some(&self.state()))
    }

    pub fn state_home(&self) -> PathBuf {
        self.home.path().join(".local/state/palinsesto")
    }

    /// Made where it is not there yet.
    pub fn state(&self) -> PathBuf {
        let id = Id::parse("b7m2x9qe").expect("an id");
        state_dir(&self.state_home(), &id, &self.root).expect("a state directory")
    }

    pub fn open(&self) -> (Folder, Workspace) {
        let folder = Folder::open(&self.root).expect("the folder opens");
        let (workspace, _) = folder.workspace().expect("a brand");
        (folder, workspace)
    }

    pub fn hand(&self) -> Hand {
        Hand::open(&self.root, &self.state(), chrono_tz::Europe::Rome).expect("a hand")
    }

    /// A post as its file says it now.
    pub fn entry(&self, id: &str) -> Entry {
        let (folder, workspace) = self.open();
        let path = folder.locate(&id_of(id), workspace.zone).expect("the post is there");
        folder.load_post(&path, workspace.zone).expect("a file").expect("a post")
    }

    /// Whether there is anything in it that could be approved.
    pub fn has_ground(&self, id: &str) -> bool {
        let (folder, workspace) = self.open();
        let Some(path) = folder.locate(&id_of(id), workspace.zone) else { return false };
        let Some(Ok(entry)) = folder.load_post(&path, workspace.zone) else { return false };
        self.window.covered(&entry.post, &workspace, &folder).is_ok()
    }

    pub fn covered(&self, id: &str) -> Covered {
        let (folder, workspace) = self.open();
        self.window.covered(&self.entry(id).post, &workspace, &folder).expect("covered")
    }

    /// Ada reads a post to its end and presses a key.
    pub fn approve(&mut self, id: &str) {
        let (path, block) = self.decide(id);
        self.hand().approve(&path, &block).expect("written");
    }

    /// The same, up to the moment when the ledger has it and the file has not.
    pub fn decide(&mut self, id: &str) -> (RelPath, Block) {
        let (entry, covered) = (self.entry(id), self.covered(id));
        let block = decided(&self.window, id, &covered, self.at);
        let (folder, workspace) = self.open();
        let honest = outgoing(&entry.post, &workspace, folder.root()).expect("it goes out");
        self.honest.entry(entry.post.id).or_default().push(honest);
        self.at += chrono::TimeDelta::minutes(1);
        (entry.path, block)
    }

    /// What an act would be that somebody else wants to have made of an input.
    pub fn tried(&self, id: &str, input: &Input, seen: impl FnOnce(&mut Seen)) -> NotAnAct {
        let mut shown = crate::yes::seen(id, self.covered(id).hash());
        seen(&mut shown);
        ApproveAct::of(input, &shown, 1_000).map(drop).expect_err("no act")
    }

    /// Ada takes back what she said, and the file loses its block.
    pub fn revoke(&mut self, id: &str) {
        let entry = self.entry(id);
        self.window.withdraw(&entry.post, ADA, self.at).expect("written down");
        self.honest.remove(&entry.post.id);
        self.hand().unapprove(&entry.path).expect("written");
    }

    /// What whoever opens the folder now is told of a post. Whatever counts as approved goes
    /// out exactly as Ada saw it when she said yes.
    #[track_caller]
    pub fn verdict(&self, id: &str) -> String {
        self.verdict_of(id, None)
    }

    /// The same as the window says that was open all the while.
    #[track_caller]
    pub fn verdict_in_window(&self, id: &str) -> String {
        self.verdict_of(id, Some(&self.window))
    }

    #[track_caller]
    fn verdict_of(&self, id: &str, window: Option<&Notary>) -> String {
        let folder = Folder::open(&self.root).expect("the folder opens");
        let Ok((workspace, _)) = folder.workspace() else { return "no brand".to_owned() };
        let fresh;
        let notary = if let Some(window) = window {
            window
        } else {
            let state = state_path(&self.state_home(), &workspace.id, folder.root());
            fresh = vouched(Some(&state));
            &fresh
        };
        let shelf = shelf(&folder, &workspace, notary);
        for entry in shelf.entries().filter(|entry| shelf.stage(entry) == Stage::Approved) {
            let goes_out = outgoing(&entry.post, &workspace, folder.root());
            let honest = self.honest.get(&entry.post.id).into_iter().flatten();
            assert!(
                goes_out.is_some() && honest.into_iter().any(|saw| Some(saw) == goes_out.as_ref()),
                "{} goes out as nobody approved it: {goes_out:?}",
                entry.path
            );
        }
        let id = id_of(id);
        let entries: Vec<_> = shelf.entries().filter(|entry| entry.post.id == id).collect();
        let Some(entry) = entries.first() else {
            let broken =
                shelf.problems().any(|problem| problem.path.as_str().contains(id.as_str()));
            return if broken { "broken" } else { "gone" }.to_owned();
        };
        let stages: Vec<Stage> = entries.iter().map(|entry| shelf.stage(entry)).collect();
        if entries.len() > 1 {
            assert!(!stages.contains(&Stage::Approved), "one of two files of one id is approved");
            return "twins".to_owned();
        }
        match (stages[0], &entry.consent) {
            (Stage::Approved, _) => "approved".to_owned(),
            (_, Consent::None) => "none".to_owned(),
            (stage, Consent::Given(_)) => format!("given, but {}", stage.code()),
            (_, Consent::Void { why, .. }) => why.code().to_owned(),
        }
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).expect("a text")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// Puts other words in the place of some that have to be there.
    #[track_caller]
    pub fn swap(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{from:?} is not in {text}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// The whole `[approval]` of a file: it stands last.
    pub fn block(&self, path: &str) -> String {
        let text = self.read(path);
        let at = text.find("[approval]").expect("a block");
        text[at..].to_owned()
    }

    /// A file without its `[approval]`.
    pub fn bare(&self, path: &str) -> String {
        let text = self.read(path);
        text[..text.find("[approval]").unwrap_or(text.len())].to_owned()
    }

    /// Another `[approval]` in the place of the one that is there.
    pub fn put_block(&self, path: &str, block: &str) {
        self.write(path, self.bare(path) + block);
    }

    /// A value of the `[approval]` of the wool.
    pub fn value(&self, key: &str) -> String {
        let block = self.block(LANA);
        let line = block.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
        line.expect("a value").trim_matches('"').to_owned()
    }
}

/// Every post, as the program reads them.
pub fn shelf(folder: &Folder, workspace: &Workspace, notary: &Notary) -> Shelf {
    let mut shelf = Shelf::default();
    for name in folder.folders() {
        let (entries, problems) = folder.load_folder(&name, workspace.zone);
        let entries = entries.into_iter().map(|entry| checked(entry, folder, workspace, notary));
        shelf.replace_folder(&name, entries.map(Into::into).collect(), problems);
    }
    shelf
}

/// Everything of a post that anybody else gets to see, with the very bytes of its pictures:
/// written down here once more, so that the gate is not asked about itself. `None` where
/// something of it cannot be sent.
pub fn outgoing(post: &Post, workspace: &Workspace, root: &Path) -> Option<String> {
    let mut channels: Vec<&String> = post.channels.iter().collect();
    channels.sort();
    channels.dedup();
    let mut all = vec![post.id.to_string(), workspace.zone.name().to_owned()];
    for key in channels {
        let channel = workspace.channel(key)?;
        let Moment::At(at) = post.when_for(key)?.moment(workspace.zone) else { return None };
        let threads = palinsesto::checks::networks().has_threads(workspace, key);
        let words = |word: Option<&str>| word.unwrap_or_default().to_owned();
        all.push(format!(
            "{:?}",
            (
                (key, &channel.network, words(channel.account.as_deref())),
                (at.to_utc(), words(post.lang.as_deref()), words(post.visibility_for(key))),
                post.sent(key, threads).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
                (words(post.headline_for(key)), words(post.first_comment_for(key))),
            )
        ));
    }
    all.push(format!("{:?}", (post.link.clone().unwrap_or_default(), post.ai)));
    for medium in &post.media {
        let bytes = std::fs::read(root.join(&medium.path)).ok()?;
        let alt = medium.alt.clone().unwrap_or_default();
        all.push(format!("{:?}", (bytes, alt, medium.source, medium.realistic)));
    }
    Some(all.join("\n"))
}
