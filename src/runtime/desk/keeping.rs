//! What the clerk has outside the folder: the directory for it, and what earlier sessions
//! left there. It never decides what becomes of a text.

use super::Desk;
use crate::domain::{Failure, Id};
use crate::storage::{self, BESIDE, Hand, Presence};
use crate::vocab::{Event, Recovered};
use std::collections::BTreeSet;
use std::path::PathBuf;

impl Desk {
    /// The state directory may have come back since it was last asked for.
    fn state(&mut self) -> Result<PathBuf, Failure> {
        let state = storage::state_dir(&self.state_home, &self.workspace.id, self.folder.root())?;
        Ok(self.state.insert(state).clone())
    }

    /// Hears of the ledger from now on, and of where it will be.
    pub(in crate::runtime) fn watch_ledger(&mut self) {
        let ledger = self.notary.ledger_path();
        if let (Some(watch), Some(ledger)) = (&mut self.watch, ledger) {
            let above: Vec<_> = ledger.ancestors().skip(1).take(2).collect();
            watch.hear_beside(&above);
        }
    }

    /// Another hand may have been at the ledger: what it vouches for is told anew.
    pub(super) fn look_at_ledger(&mut self) {
        let stamp = self.notary.stamp();
        if std::mem::replace(&mut self.ledger, stamp) != stamp {
            self.tell_of_ledger();
            for folder in self.sight.folders.clone() {
                self.read_folder(&folder);
            }
        }
    }

    /// Whether the ledger is as it was written, where that is news.
    pub(in crate::runtime) fn tell_of_ledger(&mut self) {
        let fault = self.notary.ledger().fault().cloned();
        if fault != self.ledger_fault {
            self.ledger_fault.clone_from(&fault);
            self.outbox.send(Event::LedgerRead(fault));
        }
    }

    /// From the watcher: folders, or the ledger beside them.
    pub(super) fn hear(&mut self, mut folders: Vec<String>) {
        let all = folders.len();
        folders.retain(|folder| folder != BESIDE);
        if folders.len() < all {
            self.watch_ledger();
            self.look_at_ledger();
        }
        if !folders.is_empty() {
            self.reread(Some(&folders));
        }
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

    /// What the last session was in the middle of: moves to the trash.
    pub(super) fn recover(&mut self) {
        // The brand was read before there was anybody to keep what was read.
        self.folder.keep_brand();
        if !self.brand_strays().is_empty() {
            self.read_brand();
        }
        for (path, post) in self.hand.as_mut().map(Hand::end_moves).unwrap_or_default() {
            self.read_folder(path.parent());
            self.read_beside(&post);
        }
        // Where it could not be made at the start it is tried once more.
        let state = self.state.clone().map_or_else(|| self.state(), Ok);
        self.presence = state.ok().and_then(|state| Presence::enter(&state).ok());
        if self.presence.as_ref().is_some_and(|presence| presence.others) {
            self.outbox.send(Event::OpenElsewhere);
        }
    }

    /// Before the texts that were left the folders of their posts, so that each can be put in
    /// its place.
    pub(super) fn put_in_place(&mut self, left: Vec<storage::Recovered>) {
        let posts: BTreeSet<&Id> = left.iter().map(|left| &left.key.post).collect();
        let found = posts.into_iter().filter_map(|id| self.folder.locate(id, self.workspace.zone));
        let folders: BTreeSet<String> = found.map(|path| path.parent().to_owned()).collect();
        for folder in folders.difference(&self.sight.folders.clone()) {
            self.read_folder(folder);
        }
        let found = left.into_iter();
        let found =
            found.map(|left| Recovered { key: left.key, text: left.text, at: left.at.into() });
        self.outbox.send(Event::Recovered(found.collect()));
    }
}
