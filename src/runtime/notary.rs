//! The notary: asks the gate about every post that carries an approval, and writes down
//! what a person decides. Knows the ledger, the judge of signatures and what pictures hold;
//! decides nothing itself.

use super::judge::Judge;
use crate::checks::networks;
use crate::domain::{
    Before, Consent, ContentHash, Entry, Failure, Post, Sheet, TakenBack, Uncovered, Workspace,
};
use crate::gate::{Act, ApproveAct, Block, Covered, Deed, Ledger, Question, Signature};
use crate::gate::{consent, covered, hash_of};
use crate::storage::{Aside, Folder, LedgerFile, LedgerStamp};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// How a file looked when it was read.
type Stamp = (u64, SystemTime);

/// Shared by everybody who reads posts.
#[derive(Clone)]
pub struct Notary {
    office: Arc<Mutex<Office>>,
    judge: Arc<Judge>,
    /// Somebody waits: no signature is looked at that was not seen before.
    glances: bool,
}

#[derive(Default)]
struct Office {
    file: Option<LedgerFile>,
    ledger: Arc<Ledger>,
    /// Of the files when the ledger was read; `None` where there is no place for one.
    stamp: Option<LedgerStamp>,
    /// It has been read, if only to find that there is none.
    read: bool,
    media: HashMap<String, (Stamp, ContentHash)>,
}

impl Notary {
    /// With the ledger of a state directory; without one only signatures vouch for anything.
    pub fn open(state: Option<&Path>, judge: Judge) -> Self {
        let file = state.and_then(|state| LedgerFile::open(state).ok());
        let office = Arc::new(Mutex::new(Office { file, ..Office::default() }));
        Self { office, judge: Arc::new(judge), glances: false }
    }

    /// The same with another ledger.
    pub fn at(&self, state: &Path) -> Self {
        let office = Office { file: LedgerFile::open(state).ok(), ..Office::default() };
        Self { office: Arc::new(Mutex::new(office)), ..self.clone() }
    }

    /// The same for a moment in which somebody waits for the answer.
    pub fn at_a_glance(&self) -> Self {
        Self { glances: true, ..self.clone() }
    }

    /// Who may sign, and what the settings ask for.
    pub fn judge(&self) -> &Judge {
        &self.judge
    }

    /// Whether a person stands behind a post as it is.
    pub fn consent(&self, post: &Post, workspace: &Workspace, folder: &Folder) -> Consent {
        let Some(block) = &post.approval else { return Consent::None };
        let mut office = self.office();
        let hashes: Vec<_> = post.media.iter().map(|m| office.medium(folder, &m.path)).collect();
        let covered = &covered(post, workspace, networks(), &hashes);
        let ledger = &*office.ledger();
        // Nobody else has to wait while a signature is looked at.
        drop(office);
        let armour = block.signature.as_deref();
        let signature = match covered {
            // One over other bytes has nothing to say.
            Ok(covered) if hash_of(block) == Some(covered.hash()) => {
                self.judge.signature(covered, armour, self.glances)
            }
            _ => Signature::None,
        };
        let (signature, wanted, zone) = (&signature, self.judge.wanted(), workspace.zone);
        consent(&Question { post, covered, ledger, signature, wanted, zone })
    }

    /// What a yes would cover, with every picture read anew.
    pub fn covered(
        &self,
        post: &Post,
        workspace: &Workspace,
        folder: &Folder,
    ) -> Result<Covered, Vec<Uncovered>> {
        let hashes: Vec<_> =
            post.media.iter().map(|medium| folder.medium_hash(&medium.path)).collect();
        covered(post, workspace, networks(), &hashes)
    }

    /// A post as it is laid before whoever is to say yes.
    pub fn sheet(&self, entry: Entry, workspace: &Workspace, folder: &Folder) -> Sheet {
        let covered = self.covered(&entry.post, workspace, folder);
        let mut office = self.office();
        let ledger = office.ledger();
        let last = ledger.last_approved(&entry.post.id).cloned();
        let before = last.map(|act| Before {
            taken_back: ledger
                .last(&act.post, act.hash)
                .filter(|said| said.deed == Deed::Revoke)
                .map(|said| TakenBack { by: said.by.clone(), at: said.at }),
            lines: office.kept(act.hash).map(|covered| covered.lines().to_vec()),
            by: act.by,
            at: act.at,
        });
        let lines = covered.as_ref().map(|covered| covered.lines().to_vec()).unwrap_or_default();
        let hash = covered.map(|covered| covered.hash());
        Sheet { entry: Arc::new(entry), hash, lines, before }
    }

    /// What was approved under a hash, where that was here.
    pub fn kept(&self, hash: ContentHash) -> Option<Covered> {
        self.office().kept(hash)
    }

    /// Everything decided on this machine.
    pub fn ledger(&self) -> Arc<Ledger> {
        self.office().ledger()
    }

    /// Writes an act down, and what it is about; durable when this returns.
    fn record(&self, act: &Act, covered: Option<&Covered>) -> Result<(), Failure> {
        let mut office = self.office();
        let Some(file) = &office.file else { return Err(Failure::NoLedger) };
        if let Some(covered) = covered {
            file.keep(covered)?;
        }
        let ledger = file.add(act)?;
        (office.stamp, office.read) = (Some(file.stamp()), true);
        office.ledger = Arc::new(ledger);
        Ok(())
    }

    /// How the ledger looks now; another answer means that somebody has written to it.
    pub fn stamp(&self) -> Option<LedgerStamp> {
        self.office().file.as_ref().map(LedgerFile::stamp)
    }

    /// Where the ledger is, where there is a place for one.
    pub fn ledger_path(&self) -> Option<PathBuf> {
        self.office().file.as_ref().map(LedgerFile::path)
    }

    /// Sets a ledger aside that is not as it was written; `None` of a sound one. What was
    /// approved by it is to be approved again.
    pub fn set_aside(&self, by: &str, at: DateTime<Utc>) -> Result<Option<Aside>, Failure> {
        let mut office = self.office();
        let Some(file) = &office.file else { return Err(Failure::NoLedger) };
        let aside = file.set_aside(by, at)?;
        office.read = false;
        Ok(aside)
    }

    /// Writes a yes down, if the post still says what was on the screen; what goes into its
    /// file. `covered` is of this very moment. Where a key signs, it signs first: a yes that
    /// could not be signed was never given.
    pub fn decide(
        &self,
        act: ApproveAct,
        covered: &Covered,
        by: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Block>, Failure> {
        let Some((act, block)) = act.over(covered, by, at) else { return Ok(None) };
        let armour = self.judge.sign(covered).map_err(Failure::Unsigned)?;
        self.record(&act, Some(covered))?;
        Ok(Some(armour.into_iter().fold(block, Block::signed)))
    }

    /// Writes down that the approval of a post is taken back: the one its file names, and
    /// every one given here that stands, or an earlier version put back would be approved
    /// still. Says whether there was any.
    pub fn withdraw(&self, post: &Post, by: &str, at: DateTime<Utc>) -> Result<bool, Failure> {
        let mut hashes = self.ledger().standing(&post.id);
        let named = post.approval.as_ref().and_then(hash_of);
        hashes.extend(named.filter(|named| !hashes.contains(named)));
        for hash in &hashes {
            let (by, post, hash) = (by.to_owned(), post.id.clone(), *hash);
            let act = Act { deed: Deed::Revoke, post, hash, by, at, circumstances: None };
            self.record(&act, None)?;
        }
        Ok(!hashes.is_empty())
    }

    fn office(&self) -> MutexGuard<'_, Office> {
        self.office.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Office {
    /// Read again where another window has added to it.
    fn ledger(&mut self) -> Arc<Ledger> {
        let stamp = self.file.as_ref().map(LedgerFile::stamp);
        if !self.read || self.stamp != stamp {
            self.ledger = Arc::new(self.file.as_ref().map(LedgerFile::read).unwrap_or_default());
            (self.stamp, self.read) = (stamp, true);
        }
        Arc::clone(&self.ledger)
    }

    /// For what is shown a picture is read once, until it is written again.
    fn medium(&mut self, folder: &Folder, path: &str) -> Option<ContentHash> {
        let stamp = folder.medium_stamp(path)?;
        if let Some((_, hash)) = self.media.get(path).filter(|(seen, _)| *seen == stamp) {
            return Some(*hash);
        }
        let hash = folder.medium_hash(path)?;
        self.media.insert(path.to_owned(), (stamp, hash));
        Some(hash)
    }

    fn kept(&self, hash: ContentHash) -> Option<Covered> {
        self.file.as_ref()?.covered(hash)
    }
}
