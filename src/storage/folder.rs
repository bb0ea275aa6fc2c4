//! Reading the content folder: the brand, one week, the ideas, the suggestions of a post,
//! its notes, or everything. Opens only what it is asked for, and never writes.

use super::keeper::Keeper;
use super::listing::{Listed, classify, is_expected};
use super::read::{
    PROMPTS, read_note, read_placed_facts, read_post, read_prompt, read_suggestion, read_voice,
};
use super::read::{read_workspace, unknown_networks};
use super::store::{Disk, Name, Refusal, Store, obstacle};
use crate::domain::{Entry, IDEAS, Id, NOTES, Networks, Note, Problem, ProblemKind};
use crate::domain::{RelPath, Suggestion, Week, Workspace};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The file that makes a folder a content folder.
pub const BRAND_FILE: &str = "palinsesto.toml";

/// Takes one folder's posts and problems, and says whether to go on.
pub type TakeFolder<'a> = &'a mut dyn FnMut(&str, Vec<Entry>, Vec<Problem>) -> bool;

/// What is below `posts/` beside the weeks and their posts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strays {
    /// Folders that are no week's and hold files that look like posts.
    pub folders: Vec<String>,
    /// Folders whose name is neither a year nor a week of it, and files that are no posts.
    pub others: Vec<RelPath>,
    /// Files where a year or a week has to be, and links that lead there to no folder.
    pub problems: Vec<Problem>,
}

const POSTS: &str = "posts";

/// A handle for reading; cheap to clone, and good for any thread.
#[derive(Clone)]
pub struct Folder {
    pub(super) store: Arc<dyn Store>,
    root: PathBuf,
    keeper: Option<Keeper>,
    /// What a brand speaks that says no language.
    spoken: Option<String>,
}

impl Folder {
    /// The nearest folder with a `palinsesto.toml`, from `start` upwards.
    pub fn find(start: &Path) -> Option<PathBuf> {
        let start = std::path::absolute(start).ok()?;
        let found = start.ancestors().find(|folder| folder.join(BRAND_FILE).is_file());
        found.map(Path::to_owned)
    }

    /// A handle on `root`, which need not be a content folder yet.
    pub fn open(root: &Path) -> Result<Self, Problem> {
        let disk = Disk::open(root)
            .map_err(|refusal| refusal.problem(&RelPath::outside(root.to_string_lossy())))?;
        Ok(Self { store: Arc::new(disk), root: root.to_owned(), keeper: None, spoken: None })
    }

    /// The same folder, of a person whose screen speaks this language.
    pub fn spoken(self, language: &str) -> Self {
        Self { spoken: Some(language.to_owned()), ..self }
    }

    /// The same folder, every version of a file read from it being kept: for what a person
    /// gets to see.
    pub fn kept_by(self, keeper: Keeper) -> Self {
        Self { keeper: Some(keeper), ..self }
    }

    /// The same folder, for reading it all: a search of the archive is no sight of it.
    pub fn unkept(&self) -> Self {
        Self { keeper: None, ..self.clone() }
    }

    /// Returns when what was read so far is kept, or when that takes too long.
    pub fn settle_kept(&self, at_most: Duration) {
        if let Some(keeper) = &self.keeper {
            keeper.finish(at_most);
        }
    }

    pub(super) fn keep(&self, versions: Vec<Vec<u8>>) {
        if let Some(keeper) = &self.keeper {
            keeper.keep(versions);
        }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The brand with its voice, facts and prompts. A fault in one of them comes back beside
    /// it and leaves that part empty; only a fault in `palinsesto.toml` itself is an error.
    pub fn workspace(&self) -> Result<(Workspace, Vec<Problem>), Problem> {
        let path = RelPath::new(BRAND_FILE);
        let brand = self.bytes(&path)?;
        self.keep(vec![brand.clone()]);
        let (mut workspace, mut problems) = read_workspace(&path, &brand)?;
        if let Some(spoken) = &self.spoken {
            workspace = workspace.speaking(spoken);
        }
        let voice = RelPath::new("voice.toml");
        match self.store.read(&voice) {
            Ok(held) => {
                match read_voice(&voice, &held.bytes) {
                    Ok((voice, faults)) => {
                        workspace.voice = voice;
                        problems.extend(faults);
                    }
                    Err(problem) => problems.push(problem),
                }
                self.keep(vec![held.bytes]);
            }
            Err(Refusal::Missing) => {}
            Err(refusal) => problems.push(refusal.problem(&voice)),
        }
        problems.extend(self.freezes(&mut workspace));
        let zone = workspace.zone;
        let read = |path: &RelPath, bytes: &[u8]| read_placed_facts(path, bytes, zone);
        let (files, mut faults) = self.each("facts", read);
        for (facts, own) in files {
            let (facts, places): (Vec<_>, Vec<_>) = facts.into_iter().unzip();
            workspace.facts.extend(facts);
            workspace.fact_places.extend(places);
            faults.extend(own);
        }
        let harmless = |kind: &ProblemKind| {
            matches!(kind, ProblemKind::ForeignCopy | ProblemKind::Misspelt { .. })
        };
        workspace.facts_unread = faults.iter().any(|fault| !harmless(&fault.kind));
        problems.extend(faults);
        for fact in &workspace.facts {
            workspace.voice.smell.learn_things(&fact.text);
        }
        let mut languages: Vec<&str> = workspace.languages.iter().map(String::as_str).collect();
        languages.extend(
            ["it", "en"].iter().filter(|own| !workspace.languages.iter().any(|l| l == *own)),
        );
        for lang in languages {
            let (sheets, faults) = self.each(&format!("{PROMPTS}/{lang}"), read_prompt);
            workspace.prompts.extend(sheets);
            problems.extend(faults);
        }
        // One file in the way of every language is told once.
        problems.dedup();
        Ok((workspace, problems))
    }

    /// Keeps the brand's files as they are now, for one that was read before there was
    /// anybody to keep it.
    pub fn keep_brand(&self) {
        let _ = self.workspace();
    }

    /// The same, and every channel on a network that is not among the known ones.
    pub fn workspace_on(&self, known: &Networks) -> Result<(Workspace, Vec<Problem>), Problem> {
        let (workspace, mut problems) = self.workspace()?;
        let path = RelPath::new(BRAND_FILE);
        let bytes = self.bytes(&path).unwrap_or_default();
        problems.extend(unknown_networks(&path, &bytes, known));
        Ok((workspace, problems))
    }

    /// Every post of one folder (`posts/2026/W48`, `ideas`), by name, and the files there
    /// that cannot be used or are none. A folder that is not there is empty.
    pub fn load_folder(&self, folder: &str, zone: Tz) -> (Vec<Entry>, Vec<Problem>) {
        let (names, problem) = self.names(folder);
        let read = self.read_names(folder, &names, |path, bytes| read_post(path, bytes, zone));
        read.of_posts(folder, problem)
    }

    /// As [`Folder::load_folder`], for who waits: half of the files are read on a second
    /// thread. `finish` is done to each post where it was read.
    pub fn load_folder_now(
        &self,
        folder: &str,
        zone: Tz,
        finish: impl Fn(Entry) -> Entry + Sync,
    ) -> (Vec<Entry>, Vec<Problem>) {
        let read = |path: &RelPath, bytes: &[u8]| read_post(path, bytes, zone).map(&finish);
        let (names, problem) = self.names(folder);
        let (first, second) = names.split_at(names.len() / 2);
        let whole = std::thread::scope(|scope| {
            let second = scope.spawn(|| self.read_names(folder, second, read));
            let first = self.read_names(folder, first, read);
            first.and(second.join().unwrap_or_else(|panic| resume_unwind(panic)))
        });
        whole.of_posts(folder, problem)
    }

    /// One post again, after it changed. `None` when it is not there any more.
    pub fn load_post(&self, path: &RelPath, zone: Tz) -> Option<Result<Entry, Problem>> {
        match self.store.read(path) {
            Err(Refusal::Missing) => None,
            Err(refusal) => Some(Err(refusal.problem(path))),
            Ok(held) => {
                let read = read_post(path, &held.bytes, zone);
                self.keep(vec![held.bytes]);
                Some(read)
            }
        }
    }

    /// The posts that may have suggestions, by listing `drafts/` once.
    pub fn suggested(&self) -> BTreeSet<Id> {
        let names = self.store.list("drafts").unwrap_or_default();
        names.iter().filter_map(|name| Id::parse(&name.name).ok()).collect()
    }

    /// The suggestions made for one post, by reading `drafts/POST-ID/` alone.
    pub fn suggestions(&self, post: &Id, zone: Tz) -> (Vec<Suggestion>, Vec<Problem>) {
        self.each(&format!("drafts/{post}"), |path, bytes| read_suggestion(path, bytes, zone))
    }

    /// The posts that may have notes, by listing `notes/` once.
    pub fn noted(&self) -> BTreeSet<Id> {
        self.note_folders().iter().filter_map(|name| Id::parse(name).ok()).collect()
    }

    /// The folders of `notes/`, by name.
    pub(super) fn note_folders(&self) -> Vec<String> {
        let names = self.store.list(NOTES).unwrap_or_default().into_iter();
        let folders = names.filter(|name| name.is_folder && !name.name.starts_with('.'));
        folders.map(|name| name.name).collect()
    }

    /// What was said about one post, by reading `notes/POST-ID/` alone.
    pub fn notes(&self, post: &Id, zone: Tz) -> (Vec<Note>, Vec<Problem>) {
        self.each(&format!("{NOTES}/{post}"), |path, bytes| read_note(path, bytes, zone))
    }

    /// The weeks that have a folder, in time order.
    pub fn week_folders(&self) -> Vec<Week> {
        let years = self.store.list("posts").unwrap_or_default();
        let of_year = |year: &str| {
            let weeks = self.store.list(&format!("posts/{year}")).unwrap_or_default();
            let folder = |week: &str| Week::from_folder(&format!("posts/{year}/{week}"));
            weeks.iter().filter_map(|week| folder(&week.name)).collect::<Vec<_>>()
        };
        let mut found: Vec<Week> = years.iter().flat_map(|year| of_year(&year.name)).collect();
        found.sort_unstable();
        found
    }

    /// Every folder of posts: the ideas, the weeks from the newest back, then whatever else
    /// below `posts/` holds files that look like posts.
    pub fn folders(&self) -> Vec<String> {
        let weeks = self.week_folders().into_iter().rev().map(Week::folder);
        std::iter::once(IDEAS.to_owned())
            .chain(weeks)
            .chain(self.strays(|_| true).folders)
            .collect()
    }

    /// What stands below `posts/` and in no week's folder, or is no post. Opens no file, and
    /// of the weeks lists those that `inside` names: each of them costs as much as its posts
    /// are many. Links to folders are not followed.
    pub fn strays(&self, inside: impl Fn(Week) -> bool) -> Strays {
        self.strays_from(vec![POSTS.to_owned()], inside)
    }

    fn strays_from(&self, mut open: Vec<String>, inside: impl Fn(Week) -> bool) -> Strays {
        let mut strays = Strays::default();
        while let Some(folder) = open.pop() {
            let is_week = Week::from_folder(&folder).is_some();
            let mut posts = false;
            let (names, problem) = self.names(&folder);
            strays.problems.extend(problem);
            for name in names {
                let path = format!("{folder}/{}", name.name);
                if name.name.starts_with('.') {
                    continue;
                }
                if name.is_folder {
                    if !is_expected(&path) {
                        strays.others.push(RelPath::new(&path));
                    }
                    if Week::from_folder(&path).is_none_or(&inside) {
                        open.push(path);
                    }
                    continue;
                }
                match classify(&folder, &name) {
                    Listed::Ignored => {}
                    Listed::Other(path) => strays.others.push(path),
                    Listed::NoFolder(path) => strays.problems.extend(self.no_folder(path, &name)),
                    Listed::Post(_) | Listed::Foreign(_) => posts = true,
                }
            }
            if posts && !is_week {
                strays.folders.push(folder);
            }
        }
        strays.folders.sort_unstable();
        strays.others.sort_unstable();
        strays
    }

    /// What is wrong with a year or a week that is not a plain folder, where something is.
    fn no_folder(&self, path: RelPath, name: &Name) -> Option<Problem> {
        match self.store.list(path.as_str()) {
            Ok(_) => None,
            Err(Refusal::Missing) if name.is_link => Some(Refusal::Link.problem(&path)),
            Err(Refusal::Missing) => None,
            Err(refusal) => Some(refusal.problem(&path)),
        }
    }

    /// The whole archive, one folder at a time in the order of [`Folder::folders`], until
    /// `take` answers `false`. For a thread of its own.
    pub fn load_all(&self, zone: Tz, take: TakeFolder) {
        let unkept = self.unkept();
        // What stands in a week besides its posts is seen as they are listed.
        let mut open = vec![POSTS.to_owned()];
        let mut load = |folder: &str, open: &mut Vec<String>| {
            let (names, problem) = unkept.names(folder);
            if Week::from_folder(folder).is_some() {
                let folders = names.iter().filter(|name| name.is_folder);
                let seen = folders.filter(|name| !name.name.starts_with('.'));
                open.extend(seen.map(|name| format!("{folder}/{}", name.name)));
            }
            let read =
                unkept.read_names(folder, &names, |path, bytes| read_post(path, bytes, zone));
            let (entries, problems) = read.of_posts(folder, problem);
            take(folder, entries, problems)
        };
        let weeks = self.week_folders().into_iter().rev().map(Week::folder);
        for folder in std::iter::once(IDEAS.to_owned()).chain(weeks) {
            if !load(&folder, &mut open) {
                return;
            }
        }
        for folder in self.strays_from(open, |_| false).folders {
            if !load(&folder, &mut Vec::new()) {
                return;
            }
        }
    }

    /// The file of a post: by its name first, by what the files say where a hand renamed it.
    pub fn locate(&self, id: &Id, zone: Tz) -> Option<RelPath> {
        let ending = format!("{id}.toml");
        for folder in self.folders() {
            let names = self.store.list(&folder).unwrap_or_default();
            for entry in names.iter().filter(|entry| entry.name.ends_with(&ending)) {
                let path = RelPath::new(format!("{folder}/{}", entry.name));
                let loaded = self.unkept().load_post(&path, zone);
                if loaded.is_some_and(|read| read.is_ok_and(|entry| entry.post.id == *id)) {
                    return Some(path);
                }
            }
        }
        let mut found = None;
        self.load_all(zone, &mut |_, entries, _| {
            found = entries.into_iter().find(|entry| entry.post.id == *id).map(|entry| entry.path);
            found.is_none()
        });
        found
    }

    /// The bytes of a file of the folder.
    pub fn bytes(&self, path: &RelPath) -> Result<Vec<u8>, Problem> {
        self.store.read(path).map(|held| held.bytes).map_err(|refusal| refusal.problem(path))
    }

    pub(super) fn each<T>(
        &self,
        folder: &str,
        read: impl Fn(&RelPath, &[u8]) -> Result<T, Problem>,
    ) -> (Vec<T>, Vec<Problem>) {
        let (names, problem) = self.names(folder);
        let read = self.read_names(folder, &names, read);
        (read.found, problem.into_iter().chain(read.problems).collect())
    }

    /// What stands in a folder, by name; the problem where it cannot be listed.
    fn names(&self, folder: &str) -> (Vec<Name>, Option<Problem>) {
        match self.store.list(folder) {
            Ok(mut names) => {
                names.sort_unstable_by(|a, b| a.name.cmp(&b.name));
                (names, None)
            }
            Err(Refusal::Missing) => (Vec::new(), None),
            Err(refusal) => (Vec::new(), Some(self.unlisted(folder, refusal))),
        }
    }

    /// Why a folder cannot be listed; a file that stands in its way is named.
    fn unlisted(&self, folder: &str, refusal: Refusal) -> Problem {
        let there = obstacle(&*self.store, folder);
        refusal.problem(&there.unwrap_or_else(|| RelPath::new(folder)))
    }

    fn read_names<T>(
        &self,
        folder: &str,
        names: &[Name],
        read: impl Fn(&RelPath, &[u8]) -> Result<T, Problem>,
    ) -> Read<T> {
        let (mut all, mut versions) = (Read::default(), Vec::new());
        for name in names {
            match classify(folder, name) {
                Listed::Ignored => {}
                Listed::Other(path) => all.others.push(path.file_name().to_owned()),
                Listed::NoFolder(path) => all.problems.extend(self.no_folder(path, name)),
                Listed::Foreign(problem) => all.problems.push(problem),
                Listed::Post(path) => match self.store.read(&path) {
                    Err(Refusal::Missing) if name.is_link => {
                        all.problems.push(Refusal::Link.problem(&path));
                    }
                    // Deleted between the listing and now.
                    Err(Refusal::Missing) => {}
                    Err(refusal) => all.problems.push(refusal.problem(&path)),
                    Ok(held) => {
                        match read(&path, &held.bytes) {
                            Ok(item) => all.found.push(item),
                            Err(problem) => all.problems.push(problem),
                        }
                        versions.push(held.bytes);
                    }
                },
            }
        }
        self.keep(versions);
        all
    }
}

/// What the files of a folder came to.
struct Read<T> {
    found: Vec<T>,
    problems: Vec<Problem>,
    /// The names of files that are not ours.
    others: Vec<String>,
}

impl<T> Default for Read<T> {
    fn default() -> Self {
        Self { found: Vec::new(), problems: Vec::new(), others: Vec::new() }
    }
}

impl<T> Read<T> {
    fn and(mut self, more: Self) -> Self {
        self.found.extend(more.found);
        self.problems.extend(more.problems);
        self.others.extend(more.others);
        self
    }

    /// In a folder of posts it is told, too, what is none.
    fn of_posts(self, folder: &str, unlisted: Option<Problem>) -> (Vec<T>, Vec<Problem>) {
        let others = (!self.others.is_empty()).then_some(self.others);
        let note = others
            .map(|names| Problem::whole(RelPath::new(folder), ProblemKind::NotPosts { names }));
        (self.found, unlisted.into_iter().chain(self.problems).chain(note).collect())
    }
}
