//! Every version of a post that was read to be shown, written or pushed aside, by content
//! hash, in the state directory. A name here always stands for a whole, durable file.
//!
//! Not packed: a post is smaller than the block a file system gives it. What is thrown
//! away, and when, is said in `retention`.

use super::store::{Like, Refusal, Store};
use crate::domain::{ContentHash, RelPath};
use std::time::Duration;

/// One seen again is as young as a new one; to say so once a day is enough.
const DAY: Duration = Duration::from_hours(24);

pub struct Objects<'a> {
    pub state: &'a dyn Store,
}

impl Objects<'_> {
    fn path(hash: ContentHash) -> RelPath {
        let hex = hash.to_string();
        RelPath::new(format!("objects/{}/{}", &hex[..2], &hex[2..]))
    }

    fn temporary(path: &RelPath) -> RelPath {
        RelPath::new(format!("{path}.{}", super::unique()))
    }

    /// Durable when this returns.
    pub fn keep(&self, bytes: &[u8]) -> Result<ContentHash, Refusal> {
        let hash = ContentHash::of(bytes);
        if self.renew(hash) {
            return Ok(hash);
        }
        let path = Self::path(hash);
        self.state.make_folder(path.parent())?;
        let temporary = Self::temporary(&path);
        self.state.create(&temporary, bytes, Like::Private)?;
        self.put(hash, &temporary)?;
        self.state.sync_folder(path.parent())?;
        Ok(hash)
    }

    /// The same for many, which wait for the disk together.
    pub fn keep_all(&self, versions: &[Vec<u8>]) -> Result<(), Refusal> {
        let mut made = Vec::new();
        let kept = self.keep_together(versions, &mut made);
        if kept.is_err() {
            for (_, temporary) in made {
                let _ = self.state.remove(&temporary);
            }
        }
        kept
    }

    fn keep_together(
        &self,
        versions: &[Vec<u8>],
        made: &mut Vec<(ContentHash, RelPath)>,
    ) -> Result<(), Refusal> {
        for bytes in versions {
            let hash = ContentHash::of(bytes);
            if self.renew(hash) {
                continue;
            }
            let path = Self::path(hash);
            self.state.make_folder(path.parent())?;
            let temporary = Self::temporary(&path);
            self.state.create_unsynced(&temporary, bytes)?;
            made.push((hash, temporary));
        }
        if made.is_empty() {
            return Ok(());
        }
        // The bytes before the names that promise them.
        self.state.sync_everything()?;
        for (hash, temporary) in made {
            self.put(*hash, temporary)?;
        }
        self.state.sync_everything()
    }

    fn put(&self, hash: ContentHash, temporary: &RelPath) -> Result<(), Refusal> {
        let path = Self::path(hash);
        match self.state.rename_new(temporary, &path) {
            // Kept by another instance between the look and now.
            Err(Refusal::Exists) if self.has(hash) => self.state.remove(temporary),
            // Something else stands under its name: a disk that has gone bad.
            Err(Refusal::Exists) => self.state.replace(temporary, &path),
            done => done,
        }
    }

    /// Whether it is here, and will be for as long as if it had just been kept.
    fn renew(&self, hash: ContentHash) -> bool {
        let path = Self::path(hash);
        let is_young = || match self.state.look(&path) {
            Ok(look) if look.age < DAY => true,
            // Gone in this very moment: it is made again.
            Ok(_) => self.state.touch(&path).is_ok(),
            Err(_) => false,
        };
        is_young() && self.has(hash)
    }

    pub fn has(&self, hash: ContentHash) -> bool {
        self.get(hash).is_some()
    }

    pub fn get(&self, hash: ContentHash) -> Option<Vec<u8>> {
        let held = self.state.read(&Self::path(hash)).ok()?;
        (ContentHash::of(&held.bytes) == hash).then_some(held.bytes)
    }
}
