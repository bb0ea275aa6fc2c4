//! A file of the state directory that says a process is at something, held for as long as
//! that process lives: who finds it free knows that nobody is at it any more.

use super::store::{Like, Lock, Refusal, Store};
use super::unique;
use crate::domain::RelPath;
use std::sync::Arc;

/// The file goes with it; after a kill or a power cut it stays, and is free.
pub struct Claim {
    state: Arc<dyn Store>,
    path: RelPath,
    /// `None` where the disk has no locks to give: what a process is at then looks like what
    /// it left, and is asked about once too often rather than never.
    _lock: Option<Lock>,
    stays: bool,
}

impl Claim {
    /// Nobody ever sees the file free or half written. Its name is durable only after
    /// [`Store::sync_folder`].
    pub fn make(state: &Arc<dyn Store>, path: RelPath, bytes: &[u8]) -> Result<Self, Refusal> {
        let temporary = RelPath::new(format!("{}/.{}", path.parent(), unique()));
        state.create(&temporary, bytes, Like::Private)?;
        let lock = state.lock(&temporary).unwrap_or_default();
        if let Err(refusal) = state.rename_new(&temporary, &path) {
            let _ = state.remove(&temporary);
            return Err(refusal);
        }
        Ok(Self { state: Arc::clone(state), path, _lock: lock, stays: false })
    }

    /// Takes over what a process left; `None` while it lives, or where there is nothing.
    pub fn inherit(state: &Arc<dyn Store>, path: RelPath) -> Option<Self> {
        let lock = match state.lock(&path) {
            Ok(None) | Err(Refusal::Missing) => return None,
            Ok(lock) => lock,
            Err(_) => None,
        };
        Some(Self { state: Arc::clone(state), path, _lock: lock, stays: false })
    }

    /// Lets go of it without saying that it is done: the next who looks takes it over.
    pub fn leave(mut self) {
        self.stays = true;
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if !self.stays {
            let _ = self.state.remove(&self.path);
        }
    }
}
