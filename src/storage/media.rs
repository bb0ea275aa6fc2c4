//! Pictures and videos: whether they are there, and what they hold. They are never written.

use super::Folder;
use crate::domain::{ContentHash, RelPath};
use std::time::SystemTime;

impl Folder {
    /// Whether a picture or video that a post names is there. Its size does not matter.
    pub fn has_media(&self, path: &str) -> bool {
        self.store.is_file(&RelPath::new(path))
    }

    /// Every file under `media/`, as a post names it, sorted. Links are not followed.
    pub fn media(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec!["media".to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in self.store.list(&folder).unwrap_or_default() {
                let path = format!("{folder}/{}", entry.name);
                if self.has_media(&path) {
                    found.push(path);
                } else if !entry.is_link {
                    folders.push(path);
                }
            }
        }
        found.sort();
        found
    }

    /// What a medium is known by until it is written again: its size in bytes, and when
    /// the disk last heard of it: a file as old as the one before it is another one all the
    /// same. `None` where it is not there.
    pub fn medium_stamp(&self, path: &str) -> Option<(u64, SystemTime)> {
        let look = self.store.look(&RelPath::new(path)).ok()?;
        Some((look.bytes, look.changed))
    }

    /// What a medium holds, read to its end whatever its size.
    pub fn medium_hash(&self, path: &str) -> Option<ContentHash> {
        self.store.digest(&RelPath::new(path)).ok()
    }
}
