//! Swap and look: a new version takes the place of an old one by an atomic exchange, and
//! what came out is looked at. If it is not what was read, another hand was faster, and
//! its version is kept and handed back, never overwritten unseen.

use super::listing::TEMPORARY;
use super::objects::Objects;
use super::store::{Held, Like, Refusal, Store};
use super::unique;
use crate::domain::{ContentHash, Failure, FieldEdit, RelPath};

/// A file that was swapped out. Whoever still has it open may yet write into it, so it is
/// looked at once more before its last name goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Late {
    pub temporary: RelPath,
    pub path: RelPath,
    /// What it held when it came out, and what took its place.
    pub hash: ContentHash,
    pub ours: ContentHash,
    /// What was changed, to be made again on what a late writer leaves.
    pub edits: Vec<FieldEdit>,
}

pub enum Swapped {
    /// The version that was read came out.
    Clean(Late),
    /// Another version came out. It is kept, and the new one stands at the path.
    Met(Late, Vec<u8>),
}

/// Puts `new` in the place of `base` at `path`. Durable when it returns.
pub fn swap(
    content: &dyn Store,
    objects: &Objects,
    path: &RelPath,
    base: &Held,
    new: &[u8],
) -> Result<Swapped, Failure> {
    let failure = |refusal: Refusal| refusal.failure(path);
    if !base.plain {
        return Err(Failure::NotOurs { path: path.clone() });
    }
    let expected = objects.keep(&base.bytes).map_err(failure)?;
    let ours = objects.keep(new).map_err(failure)?;
    let temporary = temporary(path);
    content.create(&temporary, new, Like::File(path)).map_err(failure)?;
    let out = match exchange(content, &temporary, path) {
        Ok(out) => out,
        Err(refusal) => {
            let _ = content.remove(&temporary);
            return Err(failure(refusal));
        }
    };
    let found = content.read(&out);
    content.sync_folder(path.parent()).map_err(failure)?;
    let bytes = match found {
        Ok(held) => held.bytes,
        // Somebody cleaned up the hidden file meanwhile: it was what we had read, or theirs
        // to remove.
        Err(Refusal::Missing) => base.bytes.clone(),
        Err(refusal) => return Err(failure(refusal)),
    };
    let hash = objects.keep(&bytes).map_err(failure)?;
    let late = Late { temporary: out, path: path.clone(), hash, ours, edits: Vec::new() };
    Ok(if hash == expected { Swapped::Clean(late) } else { Swapped::Met(late, bytes) })
}

/// The name under which the old version can be looked at afterwards.
fn exchange(content: &dyn Store, new: &RelPath, path: &RelPath) -> Result<RelPath, Refusal> {
    match content.exchange(new, path) {
        Ok(()) => Ok(new.clone()),
        Err(Refusal::Unsupported) => {
            // Give the old version a second name, so that a plain rename cannot lose it.
            let keep = temporary(path);
            content.link(path, &keep)?;
            if let Err(refusal) = content.replace(new, path) {
                let _ = content.remove(&keep);
                return Err(refusal);
            }
            Ok(keep)
        }
        Err(refusal) => Err(refusal),
    }
}

/// A hidden name beside `path`, with the process that made it.
pub fn temporary(path: &RelPath) -> RelPath {
    RelPath::new(format!("{}/{TEMPORARY}{}", path.parent(), unique()))
}
