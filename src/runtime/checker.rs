//! A post as it comes from the folder, and what the checks notice about it.

use crate::checks::{self, CheckContext};
use crate::domain::{Entry, Workspace};
use crate::storage::Folder;

/// Adds to a post what the checks notice.
#[derive(Clone)]
pub struct Checker {
    pub folder: Folder,
    pub workspace: Workspace,
}

impl Checker {
    pub fn check(&self, mut entry: Entry) -> Entry {
        let exists = |path: &str| self.folder.has_media(path);
        let networks = checks::networks();
        let context =
            CheckContext { workspace: &self.workspace, networks, exists: &exists, voices: None };
        entry.findings.extend(checks::post(&entry.post, &context));
        // Whole weeks are held like this, with one finding each or none.
        entry.findings.shrink_to_fit();
        entry
    }
}
