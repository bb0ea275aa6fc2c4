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
    match looked_at(content, objects, path, &out, base) {
        Ok((hash, met)) => {
            let late = Late { temporary: out, path: path.clone(), hash, ours, edits: Vec::new() };
            Ok(if hash == expected { Swapped::Clean(late) } else { Swapped::Met(late, met) })
        }
        Err(refusal) => {
            // What will not be called saved does not stay in its place either.
            if let Ok(again) = swap_back(content, &out, path, ours) {
                let _ = content.remove(&again);
            }
            Err(failure(refusal))
        }
    }
}

/// What came out, kept; durable when it returns, and so is what took its place.
fn looked_at(
    content: &dyn Store,
    objects: &Objects,
    path: &RelPath,
    out: &RelPath,
    base: &Held,
) -> Result<(ContentHash, Vec<u8>), Refusal> {
    let bytes = match content.read(out) {
        Ok(held) => held.bytes,
        // Somebody cleaned up the hidden file meanwhile: it was what we had read, or theirs
        // to remove.
        Err(Refusal::Missing) => base.bytes.clone(),
        Err(refusal) => return Err(refusal),
    };
    content.sync_folder(path.parent())?;
    Ok((objects.keep(&bytes)?, bytes))
}

/// What came out goes back to `path`, without a byte being written anew, and ours comes out:
/// the name it has then. A third version that stood there by now stays, and what had come
/// out stays hidden beside it.
pub fn swap_back(
    content: &dyn Store,
    out: &RelPath,
    path: &RelPath,
    ours: ContentHash,
) -> Result<RelPath, Refusal> {
    let again = exchange(content, out, path)?;
    let is_third = match content.read(&again) {
        Ok(held) => ContentHash::of(&held.bytes) != ours,
        Err(refusal) => matches!(refusal, Refusal::NotAFile | Refusal::TooLarge { .. }),
    };
    let again = if is_third { exchange(content, &again, path)? } else { again };
    content.sync_folder(path.parent())?;
    if is_third { Err(Refusal::Exists) } else { Ok(again) }
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
