//! Every version that a save has read, written or pushed aside, by content hash, in the
//! state directory. A name here always stands for a whole, durable file.

use super::store::{Like, Refusal, Store};
use crate::domain::{ContentHash, RelPath};

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
        if self.has(hash) {
            return Ok(hash);
        }
        let path = Self::path(hash);
        self.state.make_folder(path.parent())?;
        let temporary = RelPath::new(format!("{path}.{}", super::unique()));
        self.state.create(&temporary, bytes, Like::Private)?;
        match self.state.rename_new(&temporary, &path) {
            Ok(()) => self.state.sync_folder(path.parent())?,
            // Kept by another instance between the look and now.
            Err(Refusal::Exists) => self.state.remove(&temporary)?,
            Err(refusal) => return Err(refusal),
        }
        Ok(hash)
    }

    pub fn has(&self, hash: ContentHash) -> bool {
        self.get(hash).is_some()
    }

    pub fn get(&self, hash: ContentHash) -> Option<Vec<u8>> {
        let held = self.state.read(&Self::path(hash)).ok()?;
        (ContentHash::of(&held.bytes) == hash).then_some(held.bytes)
    }
}
