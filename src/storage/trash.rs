//! The trash: a post leaves the folder together with its suggestions and notes, into the
//! state directory, and comes back byte for byte.
//!
//! The post goes last and comes back last, so that where it stands says which of the two
//! holds; a slip in the trash lets the next start bring what is beside it to where it is.

use super::claim::Claim;
use super::hand::{Applied, Hand};
use super::read::read_post;
use super::store::{Like, Refusal, Store};
use super::swap::temporary;
use super::unique;
use crate::domain::{ContentHash, Failure, Id, NOTES, RelPath};

/// What stands beside a post and goes where it goes, in a folder named after its id.
const BESIDE: [&str; 2] = ["drafts", NOTES];

/// What the slip of a post on its way is called.
const MOVING: &str = ".moving";

/// Where a post is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Folder,
    Trash,
}

/// Where a file of the folder lies in the trash, and what went with it.
fn slot(path: &RelPath) -> RelPath {
    RelPath::new(format!("trash/{path}"))
}

fn companions(path: &RelPath, kind: &str) -> String {
    format!("trash/{path}.{kind}")
}

/// The post of a file that stands beside it; `None` for a post's own file.
fn beside_of(path: &RelPath) -> Option<Id> {
    let (kind, rest) = path.as_str().split_once('/')?;
    BESIDE.contains(&kind).then(|| Id::parse(rest.split('/').next()?).ok())?
}

impl Hand {
    pub(super) fn trash(&mut self, path: &RelPath, applied: &mut Applied) -> Result<(), Failure> {
        if let Some(post) = beside_of(path) {
            self.take_out(path, &slot(path))?;
            applied.beside.push(post);
            return Ok(());
        }
        let held = self.read(path)?;
        let broken = |_| Failure::Broken { path: path.clone() };
        let post = read_post(path, &held.bytes, self.zone).map_err(broken)?.post.id;
        let moved = self.moving(path, &post, Place::Trash, |hand| {
            let moved = hand.take_companions_out(path, &post)?;
            hand.take_out(path, &slot(path))?;
            Ok(moved)
        })?;
        applied.removed.push(path.clone());
        if moved {
            applied.beside.push(post);
        }
        Ok(())
    }

    pub(super) fn restore(&mut self, path: &RelPath, applied: &mut Applied) -> Result<(), Failure> {
        let slot = slot(path);
        let held = self.state.read(&slot).map_err(|refusal| refusal.failure(path))?;
        if let Some(post) = beside_of(path) {
            self.bring_back(path, &held.bytes)?;
            applied.beside.push(post);
        } else {
            let broken = |_| Failure::Broken { path: path.clone() };
            let entry = read_post(path, &held.bytes, self.zone).map_err(broken)?;
            let post = entry.post.id.clone();
            if self.read(path).is_ok_and(|other| other.bytes != held.bytes) {
                return Err(Failure::AlreadyThere { path: path.clone() });
            }
            let moved = self.moving(path, &post, Place::Folder, |hand| {
                let moved = hand.bring_companions_back(path, &post)?;
                hand.bring_back(path, &held.bytes)?;
                hand.forget(path);
                Ok(moved)
            })?;
            if moved {
                applied.beside.push(post);
            }
            applied.put(entry);
        }
        let _ = self.state.remove(&slot);
        Ok(())
    }

    /// Moves a post and what stands beside it: all of it, or, where that fails or is cut
    /// short, none but for a moment. Whether there was anything beside it.
    fn moving(
        &mut self,
        path: &RelPath,
        post: &Id,
        to: Place,
        work: impl FnOnce(&mut Self) -> Result<bool, Failure>,
    ) -> Result<bool, Failure> {
        let note = RelPath::new(format!("trash/{}{MOVING}", unique()));
        let bytes = format!("{post} {path}");
        let made = Claim::make(&self.state, note, bytes.as_bytes());
        let claim = made.map_err(|refusal| refusal.failure(path))?;
        let noted = self.state.sync_folder("trash").map_err(|refusal| refusal.failure(path));
        let mut done = noted.and_then(|()| work(self));
        if let Err(failure) = &done {
            match self.gather(path, post) {
                Err(_) => {
                    claim.leave();
                    return done;
                }
                // Only the last of it had failed, and now has not.
                Ok(at) if at == to && !matches!(failure, Failure::AlreadyThere { .. }) => {
                    done = Ok(true);
                }
                Ok(_) => {}
            }
        }
        drop(claim);
        let _ = self.state.sync_folder("trash");
        done
    }

    /// Ends what a kill or a power cut left half moved to the trash or out of it. May be cut
    /// short itself. Returns the posts it was about.
    pub fn end_moves(&mut self) -> Vec<(RelPath, Id)> {
        let mut ended = Vec::new();
        for name in self.state.list("trash").unwrap_or_default() {
            let note = RelPath::new(format!("trash/{}", name.name));
            if name.is_folder || !name.name.ends_with(MOVING) {
                continue;
            }
            // Held: another instance is at it right now.
            let Some(claim) = Claim::inherit(&self.state, note.clone()) else { continue };
            let Some((post, path)) = self.said(&note) else {
                claim.leave();
                continue;
            };
            if self.gather(&path, &post).is_err() {
                claim.leave();
                continue;
            }
            ended.push((path, post));
        }
        ended
    }

    fn said(&self, note: &RelPath) -> Option<(Id, RelPath)> {
        let said = String::from_utf8(self.state.read(note).ok()?.bytes).ok()?;
        let (post, path) = said.split_once(' ')?;
        Some((Id::parse(post).ok()?, RelPath::new(path)))
    }

    /// Brings what stands beside a post to where the post is, and says where that is.
    fn gather(&mut self, path: &RelPath, post: &Id) -> Result<Place, Failure> {
        let is_trashed = self.state.is_file(&slot(path)) && !self.content.is_file(path);
        // A name that a kill left hidden is in the trash already, or back.
        for kind in BESIDE {
            self.sweep(&format!("{kind}/{post}"));
        }
        if is_trashed {
            self.take_companions_out(path, post)?;
            return Ok(Place::Trash);
        }
        self.bring_companions_back(path, post)?;
        match self.content.sync_folder(path.parent()) {
            Ok(()) | Err(Refusal::Missing) => {}
            Err(refusal) => return Err(refusal.failure(path)),
        }
        self.forget(path);
        Ok(Place::Folder)
    }

    /// Whether there were any.
    fn take_companions_out(&mut self, path: &RelPath, post: &Id) -> Result<bool, Failure> {
        let mut any = false;
        for kind in BESIDE {
            let folder = format!("{kind}/{post}");
            let names = match self.content.list(&folder) {
                Err(Refusal::Missing) => Vec::new(),
                names => names.map_err(|refusal| refusal.failure(path))?,
            };
            let mut some = false;
            for name in names.iter().filter(|name| name.name.strip_suffix(".toml").is_some()) {
                let slot = RelPath::new(format!("{}/{}", companions(path, kind), name.name));
                self.take_out(&RelPath::new(format!("{folder}/{}", name.name)), &slot)?;
                some = true;
            }
            if some {
                self.content.remove_empty_folder(&folder);
            }
            any |= some;
        }
        Ok(any)
    }

    /// Whether there are any. What somebody put there meanwhile stays: the version in the
    /// trash is kept among the others.
    fn bring_companions_back(&mut self, path: &RelPath, post: &Id) -> Result<bool, Failure> {
        let all = self.companions_of(path).map_err(|refusal| refusal.failure(path))?;
        for (kind, from) in &all {
            let held = self.state.read(from).map_err(|refusal| refusal.failure(path))?;
            let to = RelPath::new(format!("{kind}/{post}/{}", from.file_name()));
            match self.bring_back(&to, &held.bytes) {
                Ok(()) | Err(Failure::AlreadyThere { .. }) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(!all.is_empty())
    }

    /// What went to the trash with a post, each with the folder it belongs in.
    fn companions_of(&self, path: &RelPath) -> Result<Vec<(&'static str, RelPath)>, Refusal> {
        let mut found = Vec::new();
        for kind in BESIDE {
            let folder = companions(path, kind);
            let names = match self.state.list(&folder) {
                Err(Refusal::Missing) => Vec::new(),
                names => names?,
            };
            let whole = names.iter().filter(|name| name.name.strip_suffix(".toml").is_some());
            found.extend(whole.map(|name| (kind, RelPath::new(format!("{folder}/{}", name.name)))));
        }
        Ok(found)
    }

    /// They are in the folder again; a left-over in the trash would come back once more.
    fn forget(&self, path: &RelPath) {
        for (_, name) in self.companions_of(path).unwrap_or_default() {
            let _ = self.state.remove(&name);
        }
        for kind in BESIDE {
            let _ = self.state.sync_folder(&companions(path, kind));
        }
        let slot = slot(path);
        let bytes = |store: &dyn Store, path| store.read(path).ok().map(|held| held.bytes);
        if bytes(&*self.state, &slot) == bytes(&*self.content, path) {
            let _ = self.state.remove(&slot);
        }
    }

    /// One that is there already, byte for byte, is back.
    fn bring_back(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Failure> {
        match self.create(path, bytes) {
            Err(Failure::AlreadyThere { .. })
                if self.read(path).is_ok_and(|held| held.bytes == bytes) =>
            {
                let synced = self.content.sync_folder(path.parent());
                synced.map_err(|refusal| refusal.failure(path))
            }
            done => done,
        }
    }

    /// Copies first, then takes the file out of sight, then looks at what was taken. What
    /// cannot be taken out whole is put back in sight.
    fn take_out(&mut self, path: &RelPath, slot: &RelPath) -> Result<(), Failure> {
        let failure = |refusal: Refusal| refusal.failure(path);
        let held = self.read(path)?;
        if !held.plain {
            return Err(Failure::NotOurs { path: path.clone() });
        }
        self.keep_in_trash(slot, &held.bytes).map_err(failure)?;
        let hidden = temporary(path);
        self.content.rename_new(path, &hidden).map_err(failure)?;
        let done = self.let_go(path, slot, &hidden, &held.bytes);
        if done.is_err() {
            if self.content.rename_new(&hidden, path).is_err() {
                let copy = self.state.read(slot).map_or(held.bytes, |copy| copy.bytes);
                let _ = self.bring_back(path, &copy);
            }
            let _ = self.content.sync_folder(path.parent());
        }
        done.map_err(failure)
    }

    fn let_go(
        &self,
        path: &RelPath,
        slot: &RelPath,
        hidden: &RelPath,
        expected: &[u8],
    ) -> Result<(), Refusal> {
        let taken = self.content.read(hidden)?.bytes;
        if ContentHash::of(&taken) != ContentHash::of(expected) {
            // Somebody wrote in the last instant: that version is the one to throw away.
            self.keep_in_trash(slot, &taken)?;
        }
        self.content.remove(hidden)?;
        self.content.sync_folder(path.parent())
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
