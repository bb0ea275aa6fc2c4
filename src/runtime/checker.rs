//! A post as it comes from the folder, and what the checks notice about it.

use super::Notary;
use crate::checks::{self, CheckContext};
use crate::domain::{Entry, Finding, Flag, Now, Post, Stage, Suggestion, Workspace};
use crate::storage::Folder;

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

    /// What wins over the stage of a post that is in no memory, without its claims.
    pub fn flag(&self, entry: Entry, now: Now) -> Option<Flag> {
        let stage = Stage::of_post(&entry.post);
        if stage == Stage::Published {
            return None;
        }
        let entry = self.check(entry);
        let needs = entry.findings.iter().any(Finding::needs_person);
        let late = Stage::is_late(&entry.post, now);
        let (suggestions, _) = self.folder.suggestions(&entry.post.id, now.zone);
        let waiting = suggestions.iter().any(Suggestion::is_waiting);
        Flag::of(stage, needs, late, waiting).into_iter().next()
    }
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
