//! Every version of a post that was read to be shown, written or pushed aside, by content
//! hash, in the state directory. A name here always stands for a whole, durable file.
//!
//! Not packed: a post is smaller than the block a file system gives it. What is thrown
//! away, and when, is said in `retention`.

use super::store::{Like, Refusal, Store};
use crate::domain::{ContentHash, RelPath};
use std::collections::BTreeSet;
use std::time::Duration;

/// One seen again is as young as a new one; to say so once a day is enough.
const DAY: Duration = Duration::from_hours(24);

/// Longer than any disk takes to make a name durable.
const JUST_NOW: Duration = Duration::from_mins(5);

pub struct Objects<'a> {
    pub state: &'a dyn Store,
}

impl Objects<'_> {
    fn path(hash: ContentHash) -> RelPath {
        let hex = hash.to_string();
        RelPath::new(format!("objects/{}/{}", &hex[..2], &hex[2..]))
    }

    /// Durable when this returns.
    pub fn keep(&self, bytes: &[u8]) -> Result<ContentHash, Refusal> {
        let hash = ContentHash::of(bytes);
        let path = Self::path(hash);
        if !self.renew(hash) {
            self.place(hash, bytes)?;
        } else if self.state.look(&path)?.age > JUST_NOW {
            return Ok(hash);
        }
        // Also of one that stands there already: whoever put it there a moment ago may not
        // have come to this yet.
        self.state.sync_folder(path.parent())?;
        Ok(hash)
    }

    /// The same for many, which wait for their names together: they spare the disk as many
    /// syncs as there are versions.
    pub fn keep_all(&self, versions: &[Vec<u8>]) -> Result<(), Refusal> {
        let mut folders = BTreeSet::new();
        for bytes in versions {
            let hash = ContentHash::of(bytes);
            if !self.renew(hash) {
                self.place(hash, bytes)?;
                folders.insert(Self::path(hash).parent().to_owned());
            }
        }
        folders.iter().try_for_each(|folder| self.state.sync_folder(folder))
    }

    /// Its bytes are durable when this returns, its name is not.
    fn place(&self, hash: ContentHash, bytes: &[u8]) -> Result<(), Refusal> {
        let path = Self::path(hash);
        self.state.make_folder(path.parent())?;
        let temporary = RelPath::new(format!("{path}.{}", super::unique()));
        self.state.create(&temporary, bytes, Like::Private)?;
        let put = self.put(hash, &temporary);
        if put.is_err() {
            let _ = self.state.remove(&temporary);
        }
        put
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
