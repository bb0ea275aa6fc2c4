//! The trash: a post leaves the folder together with its suggestions, into the state
//! directory, and comes back byte for byte.

use super::hand::{Applied, Hand};
use super::read::read_post;
use super::store::{Like, Refusal};
use super::swap::temporary;
use super::unique;
use crate::domain::{ContentHash, Failure, Id, RelPath};

/// Where a file of the folder lies in the trash, and the suggestions that went with it.
fn slot(path: &RelPath) -> RelPath {
    RelPath::new(format!("trash/{path}"))
}

fn companions(path: &RelPath) -> String {
    format!("trash/{path}.drafts")
}

/// The post of a suggestion file; `None` for a post's own file.
fn suggested_for(path: &RelPath) -> Option<Id> {
    Id::parse(path.as_str().strip_prefix("drafts/")?.split('/').next()?).ok()
}

impl Hand {
    pub(super) fn trash(&mut self, path: &RelPath, applied: &mut Applied) -> Result<(), Failure> {
        if let Some(post) = suggested_for(path) {
            self.take_out(path, &slot(path))?;
            applied.suggestions.push(post);
            return Ok(());
        }
        let held = self.read(path)?;
        let broken = |_| Failure::Broken { path: path.clone() };
        let entry = read_post(path, &held.bytes, self.zone).map_err(broken)?;
        let drafts = format!("drafts/{}", entry.post.id);
        let names = match self.content.list(&drafts) {
            Err(Refusal::Missing) => Vec::new(),
            names => names.map_err(|refusal| refusal.failure(path))?,
        };
        let with = |name: &str| {
            (
                RelPath::new(format!("{drafts}/{name}")),
                RelPath::new(format!("{}/{name}", companions(path))),
            )
        };
        let drafts_of =
            names.iter().map(|name| &name.name).filter(|name| name.strip_suffix(".toml").is_some());
        let moves: Vec<(RelPath, RelPath)> = std::iter::once((path.clone(), slot(path)))
            .chain(drafts_of.map(|name| with(name)))
            .collect();
        for (index, (from, to)) in moves.iter().enumerate() {
            if let Err(failure) = self.take_out(from, to) {
                // All of them or none: what went already comes back.
                for (from, to) in &moves[..index] {
                    let _ = self.state.read(to).map(|held| self.bring_back(from, &held.bytes));
                }
                return Err(failure);
            }
        }
        applied.removed.push(path.clone());
        if moves.len() > 1 {
            self.content.remove_empty_folder(&drafts);
            applied.suggestions.push(entry.post.id);
        }
        Ok(())
    }

    pub(super) fn restore(&mut self, path: &RelPath, applied: &mut Applied) -> Result<(), Failure> {
        let slot = slot(path);
        let held = self.state.read(&slot).map_err(|refusal| refusal.failure(path))?;
        if let Some(post) = suggested_for(path) {
            self.bring_back(path, &held.bytes)?;
            applied.suggestions.push(post);
        } else {
            let broken = |_| Failure::Broken { path: path.clone() };
            let id = read_post(path, &held.bytes, self.zone).map_err(broken)?.post.id;
            // The post comes last: seen again, it is whole.
            let folder = companions(path);
            let names = match self.state.list(&folder) {
                Err(Refusal::Missing) => Vec::new(),
                names => names.map_err(|refusal| refusal.failure(path))?,
            };
            for name in names {
                let from = RelPath::new(format!("{folder}/{}", name.name));
                let held = self.state.read(&from).map_err(|refusal| refusal.failure(path))?;
                let to = RelPath::new(format!("drafts/{id}/{}", name.name));
                self.bring_back(&to, &held.bytes)?;
                let _ = self.state.remove(&from);
                if !applied.suggestions.contains(&id) {
                    applied.suggestions.push(id.clone());
                }
            }
            self.bring_back(path, &held.bytes)?;
            applied.put(self.entry(path)?);
        }
        // It is in the folder again; a left-over in the trash would only be offered twice.
        let _ = self.state.remove(&slot);
        Ok(())
    }

    /// A restore that a crash cut short may be repeated.
    fn bring_back(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Failure> {
        match self.create(path, bytes) {
            Err(Failure::AlreadyThere { .. })
                if self.read(path).is_ok_and(|held| held.bytes == bytes) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    /// Copies first, then takes the file out of sight, then looks at what was taken.
    fn take_out(&mut self, path: &RelPath, slot: &RelPath) -> Result<(), Failure> {
        let failure = |refusal: Refusal| refusal.failure(path);
        let held = self.read(path)?;
        if !held.plain {
            return Err(Failure::NotOurs { path: path.clone() });
        }
        self.keep_in_trash(slot, &held.bytes).map_err(failure)?;
        let hidden = temporary(path);
        self.content.rename_new(path, &hidden).map_err(failure)?;
        let taken = self.content.read(&hidden).map_err(failure)?.bytes;
        if ContentHash::of(&taken) != ContentHash::of(&held.bytes) {
            // Somebody wrote in the last instant: that version is the one to throw away.
            self.keep_in_trash(slot, &taken).map_err(failure)?;
        }
        self.content.remove(&hidden).map_err(failure)?;
        self.content.sync_folder(path.parent()).map_err(failure)
    }

    fn keep_in_trash(&self, slot: &RelPath, bytes: &[u8]) -> Result<(), Refusal> {
        self.objects().keep(bytes)?;
        self.state.make_folder(slot.parent())?;
        let temporary = RelPath::new(format!("{slot}.{}", unique()));
        self.state.create(&temporary, bytes, Like::Private)?;
        self.state.replace(&temporary, slot)?;
        self.state.sync_folder(slot.parent())
    }
}
