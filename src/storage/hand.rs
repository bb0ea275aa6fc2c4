//! The one hand that writes: applies change sets to the content folder, each change
//! durable before the next, merging with whoever else wrote meanwhile.

use super::approving::is_of_approval;
use super::objects::Objects;
use super::read::{read_facts, read_freezes, read_note, read_post, read_suggestion, read_voice};
use super::rebase::{Overlap, rebase};
use super::splice::splice;
use super::steps::Steps;
use super::store::{Disk, Held, Like, Refusal, Store, obstacle};
use super::swap::{Late, Swapped, swap, swap_back, temporary};
use super::write::{decision_rows, note_file, post_file, suggestion_file};
use crate::domain::{
    Change, ChangeSet, Decision, Entry, FREEZES, Fact, Failure, FieldEdit, FieldValue, Id, Label,
    Learned, NOTES, RelPath, Suggestion, VOICE,
};
use chrono_tz::Tz;
use std::path::Path;
use std::sync::Arc;

/// How often a save is tried again when another writer is faster each time.
const TRIES: usize = 32;

/// What a change set did to the folder, for those who hold a picture of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Applied {
    /// Posts that were made or changed, as they are now.
    pub entries: Vec<Entry>,
    /// Files that are not there any more: moved, or in the trash.
    pub removed: Vec<RelPath>,
    /// Posts whose suggestions or notes changed.
    pub beside: Vec<Id>,
}

pub struct Hand {
    pub(super) content: Arc<dyn Store>,
    pub(super) state: Arc<dyn Store>,
    pub(super) zone: Tz,
    pub(super) late: Vec<Late>,
    /// What was edited last, to give back the very bytes.
    steps: Steps,
}

impl Hand {
    /// A hand on the folder at `root`, keeping what it must in the state directory.
    pub fn open(root: &Path, state: &Path, zone: Tz) -> Result<Self, Failure> {
        let open = |path: &Path| {
            let name = RelPath::new(path.to_string_lossy());
            Disk::open(path).map_err(|refusal| refusal.failure(&name))
        };
        Ok(Self::over(Arc::new(open(root)?), Arc::new(open(state)?), zone))
    }

    /// A hand on any two stores.
    pub fn over(content: Arc<dyn Store>, state: Arc<dyn Store>, zone: Tz) -> Self {
        Self { content, state, zone, late: Vec::new(), steps: Steps::default() }
    }

    /// Applies all changes in order. When one cannot be made, those before it are taken
    /// back and the folder is as it was, other people's changes included.
    pub fn apply(&mut self, set: &ChangeSet) -> Result<Applied, Failure> {
        self.settle_late();
        self.end_moves();
        let mut applied = Applied::default();
        for (index, change) in set.changes.iter().enumerate() {
            if let Err(failure) = self.change(change, &mut applied) {
                let done =
                    ChangeSet { label: set.label.clone(), changes: set.changes[..index].to_vec() };
                for back in done.inverse().changes {
                    // The failure that stopped us is the one to tell; what was written is kept.
                    let _ = self.change(&back, &mut Applied::default());
                }
                return Err(self.in_the_way(failure));
            }
        }
        Ok(applied)
    }

    /// Names what stands where a folder has to be, not what was to be written below it.
    fn in_the_way(&self, failure: Failure) -> Failure {
        let Failure::NotAFolder { path } = failure else { return failure };
        match obstacle(&*self.content, path.parent()) {
            Some(path) => Failure::NotAFolder { path },
            // Not in the folder, then: beside what is kept of it.
            None => Failure::Io { path, reason: std::io::ErrorKind::NotADirectory.to_string() },
        }
    }

    fn change(&mut self, change: &Change, applied: &mut Applied) -> Result<(), Failure> {
        match change {
            Change::Create { path, post } => {
                let file = post_file(post);
                self.create(path, file.as_bytes())?;
                applied.put(self.entry_of(path, file.as_bytes())?);
            }
            Change::Edit { path, edits, .. } if edits.iter().any(is_of_approval) => {
                return Err(Failure::NotOurs { path: path.clone() });
            }
            Change::Edit { path, to, edits } => {
                self.edit_post(path, to.as_ref(), edits, applied)?;
            }
            Change::Suggest(suggestion) => {
                self.create(&suggestion.path(), suggestion_file(suggestion).as_bytes())?;
                applied.beside.push(suggestion.post.clone());
            }
            Change::Note(note) => {
                self.create(&note.path(), note_file(note).as_bytes())?;
                applied.beside.push(note.post.clone());
            }
            Change::Decide { post, suggestion, add, remove } => {
                self.decide(&Suggestion::path_of(post, suggestion), add, remove)?;
                applied.beside.push(post.clone());
            }
            Change::Facts { path, add, remove } => self.facts(path, add, remove)?,
            Change::Learn { add, remove } => self.learn(add, remove)?,
            Change::Freeze { add, remove } => self.freeze(add, remove)?,
            Change::Trash { path } => self.trash(path, applied)?,
            Change::Restore { path } => self.restore(path, applied)?,
        }
        Ok(())
    }

    /// A new file, or none at all: the name appears when the bytes are on the disk.
    pub(super) fn create(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Failure> {
        let make = || {
            self.objects().keep(bytes)?;
            self.content.make_folder(path.parent())?;
            let temporary = temporary(path);
            self.content.create(&temporary, bytes, Like::Content)?;
            if let Err(refusal) = self.content.rename_new(&temporary, path) {
                let _ = self.content.remove(&temporary);
                return Err(refusal);
            }
            let synced = self.content.sync_folder(path.parent());
            if synced.is_err() {
                self.unmake(path, &temporary, bytes);
            }
            synced
        };
        make().map_err(|refusal: Refusal| refusal.failure(path))
    }

    /// What could not be made durable is not left there to look as if it were; what somebody
    /// has put in its place meanwhile is.
    fn unmake(&self, path: &RelPath, hidden: &RelPath, bytes: &[u8]) {
        if self.content.rename_new(path, hidden).is_err() {
            return;
        }
        let _ = match self.content.read(hidden) {
            Ok(held) if held.bytes == bytes => self.content.remove(hidden),
            _ => self.content.rename_new(hidden, path),
        };
    }

    fn edit_post(
        &mut self,
        path: &RelPath,
        to: Option<&RelPath>,
        edits: &[FieldEdit],
        applied: &mut Applied,
    ) -> Result<(), Failure> {
        let to = to.filter(|to| *to != path);
        if let Some(to) = to.filter(|to| self.content.is_file(to)) {
            return Err(Failure::AlreadyThere { path: to.clone() });
        }
        // A file that cannot be read is not moved either.
        self.entry(path)?;
        let bytes = self.edit(path, edits)?;
        let Some(to) = to else {
            applied.put(self.entry_of(path, &bytes)?);
            return Ok(());
        };
        if let Err(failure) = self.rename(path, to) {
            let edit = Change::Edit { path: path.clone(), to: None, edits: edits.to_vec() };
            for back in ChangeSet::one(Label::Move, edit).inverse().changes {
                let _ = self.change(&back, &mut Applied::default());
            }
            return Err(failure);
        }
        applied.removed.push(path.clone());
        applied.put(self.entry_of(to, &bytes)?);
        Ok(())
    }

    /// Edits a file as it is now, merging with what others wrote since it was seen. What it
    /// says then.
    pub(super) fn edit(&mut self, path: &RelPath, edits: &[FieldEdit]) -> Result<Vec<u8>, Failure> {
        let mut met = None;
        let edited = self.merge_into(path, edits, &mut met);
        match (&edited, met) {
            // Ours is in their place for a moment.
            (Err(_), Some(late)) => self.put_back(late),
            (_, met) => self.late.extend(met),
        }
        edited
    }

    /// `met` is another writer's version that ours has displaced and does not hold yet.
    fn merge_into(
        &mut self,
        path: &RelPath,
        edits: &[FieldEdit],
        met: &mut Option<Late>,
    ) -> Result<Vec<u8>, Failure> {
        let mut base = self.read(path)?;
        if edits.is_empty() {
            return Ok(base.bytes);
        }
        // What the edits are made on: the file, or the version another writer put there.
        let mut theirs = base.bytes.clone();
        for _ in 0..TRIES {
            let back = self.steps.back(&theirs, edits).map(<[u8]>::to_vec);
            let new = back.map_or_else(|| merged(path, &theirs, edits, self.zone), Ok)?;
            if new == base.bytes {
                // Said before, perhaps by a save that a kill cut short: durable only now.
                let synced = self.content.sync_folder(path.parent());
                return synced.map(|()| new).map_err(|refusal| refusal.failure(path));
            }
            let made = |late| Late { edits: edits.to_vec(), ..late };
            match swap(&*self.content, &self.objects(), path, &base, &new)? {
                Swapped::Clean(late) => {
                    self.late.push(made(late));
                    self.steps.made(edits, theirs, &new);
                    return Ok(new);
                }
                Swapped::Met(late, other) => {
                    self.late.extend(met.replace(made(late)));
                    base = Held { bytes: new, ..base };
                    theirs = other;
                }
            }
        }
        Err(Failure::Io {
            path: path.clone(),
            reason: std::io::ErrorKind::ResourceBusy.to_string(),
        })
    }

    /// Another writer's version goes back to where ours displaced it; a third one that
    /// appears meanwhile wins over both, and both are kept.
    pub(super) fn put_back(&mut self, late: Late) {
        let back = swap_back(&*self.content, &late.temporary, &late.path, late.ours);
        self.late.push(match back {
            // Ours has come out, and may have been opened by whoever writes in place.
            Ok(temporary) => {
                let edits = Vec::new();
                Late { temporary, hash: late.ours, ours: late.hash, edits, ..late }
            }
            Err(_) => late,
        });
    }

    fn decide(
        &mut self,
        path: &RelPath,
        add: &[Decision],
        remove: &[Decision],
    ) -> Result<(), Failure> {
        let key = || vec!["decision".to_owned()];
        let table = |decision: &Decision| FieldValue::Table(decision_rows(decision));
        let removed = remove.iter().map(|d| FieldEdit::Remove { key: key(), item: table(d) });
        let added = add.iter().map(|d| FieldEdit::Add { key: key(), item: table(d) });
        let edits: Vec<FieldEdit> = removed.chain(added).collect();
        match self.edit(path, &edits) {
            // The post carries the decision; a suggestion that is gone is not a problem.
            Err(Failure::Gone { .. }) => Ok(()),
            done => done.map(drop),
        }
    }

    fn facts(&mut self, path: &RelPath, add: &[Fact], remove: &[Fact]) -> Result<(), Failure> {
        self.still_as_made(path, remove)?;
        let key = || vec!["fact".to_owned()];
        let removed =
            remove.iter().map(|f| FieldEdit::Remove { key: key(), item: FieldValue::fact(f) });
        let added = add.iter().map(|f| FieldEdit::Add { key: key(), item: FieldValue::fact(f) });
        let edits: Vec<FieldEdit> = removed.chain(added).collect();
        self.edit_or_make(path, &edits, !add.is_empty())
    }

    /// A fact that somebody wrote over since is theirs: it is not taken away with ours.
    fn still_as_made(&self, path: &RelPath, remove: &[Fact]) -> Result<(), Failure> {
        if remove.is_empty() {
            return Ok(());
        }
        let held = self.read(path)?;
        let facts = read_facts(path, &held.bytes, self.zone);
        let facts = facts.map_err(|_| Failure::Broken { path: path.clone() })?;
        let rewritten = |ours: &&Fact| {
            let theirs = facts.iter().find(|fact| fact.id == ours.id);
            theirs.filter(|theirs| theirs != ours).map(|theirs| theirs.text.clone())
        };
        match remove.iter().find_map(|ours| Some((rewritten(&ours)?, ours.text.clone()))) {
            Some((theirs, ours)) => {
                let key = vec!["fact".to_owned()];
                Err(Failure::Conflict { path: path.clone(), key, theirs, ours })
            }
            None => Ok(()),
        }
    }

    fn learn(&mut self, add: &[Learned], remove: &[Learned]) -> Result<(), Failure> {
        let key = || vec!["learned".to_owned()];
        let removed = remove.iter().map(FieldValue::learned_name);
        let removed = removed.map(|item| FieldEdit::Remove { key: key(), item });
        let added = add.iter().map(FieldValue::learned);
        let added = added.map(|item| FieldEdit::Add { key: key(), item });
        let edits: Vec<FieldEdit> = removed.chain(added).collect();
        self.edit_or_make(&RelPath::new(VOICE), &edits, !add.is_empty())
    }

    /// Edits a file that is made first, where it is not there and `make` says so.
    pub(super) fn edit_or_make(
        &mut self,
        path: &RelPath,
        edits: &[FieldEdit],
        make: bool,
    ) -> Result<(), Failure> {
        match self.edit(path, edits) {
            Err(Failure::Gone { .. }) if make => {
                self.create(path, b"")?;
                self.edit(path, edits).map(drop)
            }
            done => done.map(drop),
        }
    }

    /// Never over an existing file; whatever stands at `from` by now goes along.
    pub(super) fn rename(&self, from: &RelPath, to: &RelPath) -> Result<(), Failure> {
        self.content.make_folder(to.parent()).map_err(|refusal| refusal.failure(to))?;
        match self.content.rename_new(from, to) {
            Err(Refusal::Exists) => return Err(Failure::AlreadyThere { path: to.clone() }),
            done => done.map_err(|refusal| refusal.failure(from))?,
        }
        // The new name first: a power cut may leave two names, never none.
        let sync = |path: &RelPath| {
            self.content.sync_folder(path.parent()).map_err(|refusal| refusal.failure(path))
        };
        let synced = sync(to).and_then(|()| sync(from));
        if synced.is_err() && self.content.rename_new(to, from).is_ok() {
            let _ = sync(from).and_then(|()| sync(to));
        }
        synced
    }

    /// What is read is kept at once: it may be shown, or written over, a moment later.
    pub(super) fn read(&self, path: &RelPath) -> Result<Held, Failure> {
        let held = self.content.read(path).map_err(|refusal| refusal.failure(path))?;
        // Where it cannot be kept, nothing will take its place either: the swap insists.
        let _ = self.objects().keep(&held.bytes);
        Ok(held)
    }

    pub(super) fn entry(&self, path: &RelPath) -> Result<Entry, Failure> {
        self.entry_of(path, &self.read(path)?.bytes)
    }

    fn entry_of(&self, path: &RelPath, bytes: &[u8]) -> Result<Entry, Failure> {
        let broken = |_| Failure::Broken { path: path.clone() };
        read_post(path, bytes, self.zone).map_err(broken)
    }

    pub(super) fn objects(&self) -> Objects<'_> {
        Objects { state: &*self.state }
    }
}

impl Applied {
    pub(super) fn put(&mut self, entry: Entry) {
        self.removed.retain(|path| *path != entry.path);
        self.entries.retain(|old| old.path != entry.path);
        self.entries.push(entry);
    }
}

/// The bytes that say what both the file and the edits mean.
pub(super) fn merged(
    path: &RelPath,
    file: &[u8],
    edits: &[FieldEdit],
    zone: Tz,
) -> Result<Vec<u8>, Failure> {
    let readable = |bytes: &[u8]| is_readable(path, bytes, zone);
    let broken = || Failure::Broken { path: path.clone() };
    if !readable(file) {
        return Err(broken());
    }
    let text = str::from_utf8(file).map_err(|_| broken())?;
    let table = text.trim_start_matches('\u{FEFF}').parse().map_err(|_| broken())?;
    let conflict =
        |Overlap { key, theirs, ours }| Failure::Conflict { path: path.clone(), key, theirs, ours };
    let edits = rebase(&table, edits).map_err(conflict)?;
    let new = splice(file, &edits).filter(|new| readable(new));
    new.ok_or_else(|| Failure::NotFaithful { path: path.clone() })
}

/// Whether it says what a file in this place has to say.
fn is_readable(path: &RelPath, bytes: &[u8], zone: Tz) -> bool {
    match path.top() {
        "drafts" => read_suggestion(path, bytes, zone).is_ok(),
        NOTES => read_note(path, bytes, zone).is_ok(),
        "facts" => read_facts(path, bytes, zone).is_ok(),
        VOICE => read_voice(path, bytes).is_ok(),
        // Whichever channels there are: a wrong one can still be taken out.
        FREEZES => read_freezes(path, bytes, zone, &[]).is_ok(),
        _ => read_post(path, bytes, zone).is_ok(),
    }
}
