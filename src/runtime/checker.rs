//! A post as it comes from the folder, and what the checks notice about it.

use super::Notary;
use crate::checks::{self, CheckContext};
use crate::domain::{
    Entry, Finding, Flag, Note, Now, Post, Problem, Review, Stage, Suggestion, Workspace,
};
use crate::storage::Folder;
use chrono_tz::Tz;

/// Adds to a post what the checks notice.
#[derive(Clone)]
pub struct Checker {
    pub folder: Folder,
    pub workspace: Workspace,
    pub notary: Notary,
}

impl Checker {
    /// For a moment in which somebody waits.
    pub fn at_a_glance(mut self) -> Self {
        self.notary = self.notary.at_a_glance();
        self
    }

    pub fn check(&self, entry: Entry) -> Entry {
        checked(entry, &self.folder, &self.workspace, &self.notary)
    }

    /// As how many messages a post goes out, where it is more than one text.
    pub fn thread(&self, post: &Post) -> Option<usize> {
        let has_threads = |key: &str| checks::networks().has_threads(&self.workspace, key);
        post.thread_on(&post.channels, has_threads)
    }

    /// What a post is that is in no memory, and what wins over that, without its claims.
    pub fn standing(&self, entry: Entry, now: Now) -> (Stage, Option<Flag>) {
        let stage = Stage::of_post(&entry.post);
        if !stage.is_ahead() {
            return (stage, self.flag(entry, stage, now));
        }
        let entry = self.check(entry);
        let in_review = open_notes(&self.folder, &entry.post, now.zone).is_some();
        let stage = stage.said_of(&entry.consent, in_review);
        if self.workspace.freezes.hold(&entry.post, &entry.post.channels) {
            return (stage, Some(Flag::Frozen));
        }
        (stage, self.flag(entry, stage, now))
    }

    fn flag(&self, entry: Entry, stage: Stage, now: Now) -> Option<Flag> {
        if stage == Stage::Published {
            return None;
        }
        let entry = if stage.is_ahead() { entry } else { self.check(entry) };
        let needs = entry.findings.iter().any(Finding::needs_person);
        let late = Stage::is_late(&entry.post, now);
        let (suggestions, _) = self.folder.suggestions(&entry.post.id, now.zone);
        let waiting = suggestions.iter().any(Suggestion::is_waiting);
        Flag::of(stage, needs, late, waiting).into_iter().next()
    }
}

/// What was said about a post that has not gone out, where something of it is not settled.
pub fn open_notes(folder: &Folder, post: &Post, zone: Tz) -> Option<(Vec<Note>, Vec<Problem>)> {
    if Stage::of_post(post) == Stage::Published {
        return None;
    }
    let (notes, problems) = folder.notes(&post.id, zone);
    Review::of(notes.iter().cloned()).is_open().then_some((notes, problems))
}

/// A post with what the checks and the gate say of it.
pub fn checked(mut entry: Entry, folder: &Folder, workspace: &Workspace, notary: &Notary) -> Entry {
    let exists = |path: &str| folder.has_media(path);
    let networks = checks::networks();
    let context = CheckContext { workspace, networks, exists: &exists, voices: None };
    entry.findings.extend(checks::post(&entry.post, &context));
    entry.consent = notary.consent(&entry.post, workspace, folder);
    entry.findings.extend(entry.consent.finding());
    // Whole weeks are held like this, with one finding each or none.
    entry.findings.shrink_to_fit();
    entry
}
