//! What the clerk keeps outside the folder: texts nobody has saved, the directory for them,
//! and what the last session left there. It never decides what becomes of a text.

use super::Desk;
use crate::domain::{Failure, Id, JournalKey, RelPath};
use crate::storage::{self, Hand, Presence};
use crate::vocab::{Event, Recovered};
use std::collections::BTreeSet;
use std::path::PathBuf;

impl Desk {
    pub(super) fn keep(&mut self, key: JournalKey, text: String) {
        let kept = self.journal().and_then(|journal| journal.write(&key, &text));
        self.outbox.send(match kept {
            Ok(()) => Event::TextKept { key, text },
            Err(failure) => Event::NotKept(failure),
        });
    }

    /// The state directory may have come back since it was last asked for.
    fn state(&mut self) -> Result<PathBuf, Failure> {
        let state = storage::state_dir(&self.state_home, &self.workspace.id, self.folder.root())?;
        Ok(self.state.insert(state).clone())
    }

    fn journal(&mut self) -> Result<&mut storage::Journal, Failure> {
        if self.journal.is_none() {
            let state = self.state()?;
            self.journal = Some(storage::Journal::open(&state)?);
        }
        // It has just been put there where it was not.
        self.journal.as_mut().ok_or_else(|| Failure::Gone { path: RelPath::new("journal") })
    }

    /// What could not be opened at the start is tried again before it is refused.
    pub(super) fn hand(&mut self) -> Result<&mut Hand, Failure> {
        if self.hand.is_err() {
            let state = self.state();
            let open = |state: PathBuf| Hand::open(self.folder.root(), &state, self.workspace.zone);
            self.hand = state.and_then(open);
        }
        self.hand.as_mut().map_err(|failure| failure.clone())
    }

    /// What was typed and not saved is for the next session.
    pub(super) fn end(&mut self) {
        self.presence = None;
        if let Some(journal) = &mut self.journal {
            journal.end();
        }
    }

    pub(super) fn forget(&self, key: &JournalKey) {
        if let Some(journal) = &self.journal
            && let Err(failure) = journal.let_go(key)
        {
            self.outbox.send(Event::NotDone(failure));
        }
    }

    /// What the last session was in the middle of: moves to the trash, and texts. Before the
    /// texts the folders of their posts, so that each can be put in its place.
    pub(super) fn recover(&mut self) {
        // The brand was read before there was anybody to keep what was read.
        self.folder.keep_brand();
        if !self.brand_strays().is_empty() {
            self.read_brand();
        }
        for (path, post) in self.hand.as_mut().map(Hand::end_moves).unwrap_or_default() {
            self.read_folder(path.parent());
            self.read_suggestions(&post);
        }
        let ready = self.journal().and_then(storage::Journal::ready);
        if let Err(failure) = ready {
            self.outbox.send(Event::NotKept(failure));
        }
        let pending = self.journal.as_ref().map(storage::Journal::pending).unwrap_or_default();
        let (pending, unreadable) = pending;
        for failure in unreadable {
            self.outbox.send(Event::NotDone(failure));
        }
        let posts: BTreeSet<&Id> = pending.iter().map(|left| &left.key.post).collect();
        let found = posts.into_iter().filter_map(|id| self.folder.locate(id, self.workspace.zone));
        let folders: BTreeSet<String> = found.map(|path| path.parent().to_owned()).collect();
        for folder in folders.difference(&self.sight.folders.clone()) {
            self.read_folder(folder);
        }
        let found: Vec<Recovered> = pending
            .into_iter()
            .map(|left| Recovered { key: left.key, text: left.text, at: left.at.into() })
            .collect();
        if !found.is_empty() {
            self.outbox.send(Event::Recovered(found));
        }
        self.presence = self.state.as_deref().and_then(|state| Presence::enter(state).ok());
        if self.presence.as_ref().is_some_and(|presence| presence.others) {
            self.outbox.send(Event::OpenElsewhere);
        }
    }
}
