//! Signatures that were only glanced at, because somebody waited for the week they are in:
//! looked at one after the other while nobody waits for anything.
//!
//! Owns the queue. What is to be thought of a signature is the notary's to say.

use super::crew::{AtWork, Outbox};
use crate::domain::Entry;
use std::collections::BTreeSet;

#[derive(Default)]
pub struct Glances {
    due: Vec<Entry>,
    /// Folders to be told of when all have been looked at.
    folders: BTreeSet<String>,
    at_work: Option<AtWork>,
}

impl Glances {
    /// Posts of a folder with a signature nobody has looked at.
    pub fn add<'a>(
        &mut self,
        folder: &str,
        entries: impl Iterator<Item = &'a Entry>,
        outbox: &Outbox,
    ) {
        let before = self.due.len();
        self.due.extend(entries.cloned());
        if self.due.len() > before {
            self.folders.insert(folder.to_owned());
            self.at_work.get_or_insert_with(|| outbox.busy.start());
        }
    }

    /// The next to be looked at.
    pub fn next(&mut self) -> Option<Entry> {
        self.due.pop()
    }

    /// Once none is left: the folders they are in, to be read again.
    pub fn looked_at(&mut self) -> (BTreeSet<String>, Option<AtWork>) {
        (std::mem::take(&mut self.folders), self.at_work.take())
    }
}
