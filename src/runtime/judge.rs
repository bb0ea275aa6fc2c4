//! The judge of signatures: what the settings ask of approvals in one folder, what
//! `ssh-keygen` said of each signature, and the key that signs here.
//!
//! Runs a program for a signature it has not seen yet: not before a frame that somebody
//! waits for. Says what is to be thought of a signature; whether it is enough is the gate's.

use super::keys::at_home;
use crate::child::Leash;
use crate::config::Approvals;
use crate::domain::{ContentHash, Id, Trust, Unheld, Unjudged, Unsigned};
use crate::gate::{Covered, Signature};
use crate::signing::{Keygen, Listed, is_touched, listed};
use chrono::DateTime;
use chrono_tz::Tz;
use std::collections::HashMap;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How the list of who may approve looked: inode, bytes, and when it was last touched.
type Stamp = (u64, u64, i64, i64);

/// What the answer to one signature rests on: the covered bytes, the armour, the list.
type Asked = (ContentHash, ContentHash, Stamp);

pub struct Judge {
    trust: Trust,
    signers: Option<PathBuf>,
    key: Option<PathBuf>,
    /// What of the settings cannot be used.
    slip: Option<Unjudged>,
    /// The content folder: neither list nor key may stand in it.
    root: PathBuf,
    keygen: Keygen,
    known: Mutex<HashMap<Asked, Signature>>,
}

impl Judge {
    /// For the folder `id` at `root`. What is run ends with the leash.
    pub fn new(approvals: &Approvals, id: &Id, root: &Path, leash: &Leash) -> Self {
        let rules = approvals.of(Some(id));
        Self {
            trust: rules.trust,
            signers: rules.allowed_signers.as_deref().map(at_home),
            key: rules.key.as_deref().map(at_home),
            slip: rules.slip,
            root: root.to_owned(),
            keygen: Keygen::new(std::env::vars_os()).on(leash),
            known: Mutex::default(),
        }
    }

    /// What an approval has to rest on: everything, where what was asked for is not known.
    pub fn wanted(&self) -> Trust {
        match self.refused() {
            Some(_) => Trust::Touched,
            None => self.trust,
        }
    }

    /// Why nothing can be judged, whatever a post carries.
    pub fn refused(&self) -> Option<Unjudged> {
        if let Some(slip) = &self.slip {
            return Some(slip.clone());
        }
        let list = self.signers.as_deref().filter(|list| self.is_inside(list))?;
        Some(Unjudged::SignersInside { path: shown(list) })
    }

    /// The list of who may approve, where the settings name one.
    pub fn signers(&self) -> Option<&Path> {
        self.signers.as_deref()
    }

    /// Who is on it at a moment, in the time zone of this machine.
    pub fn listed(&self, now: DateTime<Tz>) -> Option<Listed> {
        listed(self.signers.as_deref()?, now)
    }

    /// The key that signs here, where the settings name one.
    pub fn key(&self) -> Option<&Path> {
        self.key.as_deref()
    }

    /// Where `ssh-keygen` is.
    pub fn program(&self) -> Option<PathBuf> {
        self.keygen.program()
    }

    /// Somebody has to touch a key before this machine signs.
    pub fn waits_for_touch(&self) -> bool {
        self.key.as_deref().is_some_and(is_touched)
    }

    /// What is to be thought of a signature; at a glance, only what was seen before.
    pub fn signature(&self, covered: &Covered, armour: Option<&str>, glance: bool) -> Signature {
        if let Some(why) = self.refused() {
            return Signature::Unjudged(why);
        }
        let (Some(list), Some(armour)) = (&self.signers, armour) else { return Signature::None };
        let Some(stamp) = stamp(list) else {
            return Signature::Unjudged(Unjudged::NoSigners { path: shown(list) });
        };
        let asked = (covered.hash(), ContentHash::of(armour.as_bytes()), stamp);
        if let Some(known) = self.known(|known| known.get(&asked).cloned()) {
            return known;
        }
        if glance {
            return Signature::Unjudged(Unjudged::NotYet);
        }
        let signature = self.keygen.verify(covered.bytes(), armour, list);
        self.known(|known| known.insert(asked, signature.clone()));
        signature
    }

    /// A signature for whoever says yes here; `None` where nobody asks for one. One that
    /// would not be enough is an error: nothing is approved by it.
    pub fn sign(&self, covered: &Covered) -> Result<Option<String>, Unsigned> {
        if let Some(why) = self.refused() {
            return Err(Unsigned::Unjudged(why));
        }
        let wanted = self.wanted();
        let Some(key) = &self.key else {
            return if wanted > Trust::Ledger { Err(Unsigned::NoKey) } else { Ok(None) };
        };
        if let Some(why) = self.key_refused() {
            return Err(why);
        }
        let name = || shown(key);
        let armour = self.keygen.sign(covered.bytes(), key)?;
        let Some(list) = &self.signers else { return Ok(Some(armour)) };
        match self.signature(covered, Some(&armour), false) {
            Signature::Good { touched: false, .. } if wanted == Trust::Touched => {
                Err(Unsigned::NotTouched { key: name() })
            }
            Signature::Good { .. } => Ok(Some(armour)),
            Signature::Unjudged(why) => Err(Unsigned::Unjudged(why)),
            Signature::Bad(Unheld::Expired) => {
                Err(Unsigned::Expired { key: name(), list: shown(list) })
            }
            Signature::Bad(_) | Signature::None => {
                Err(Unsigned::NotASigner { key: name(), list: shown(list) })
            }
        }
    }

    /// Why the key that is set signs nothing here, as far as that shows without trying.
    pub fn key_refused(&self) -> Option<Unsigned> {
        let key = self.key.as_deref()?;
        let name = || shown(key);
        if self.is_inside(key) {
            return Some(Unsigned::KeyInside { key: name() });
        }
        if !key.metadata().is_ok_and(|meta| meta.is_file()) {
            return Some(Unsigned::NoSuchKey { key: name() });
        }
        // Where the settings cannot be used, nobody knows that they want one.
        let wanted = self.refused().is_none() && self.trust == Trust::Touched;
        let untouched = wanted && !is_touched(key);
        untouched.then(|| Unsigned::NotTouched { key: name() })
    }

    /// Wherever its links lead.
    fn is_inside(&self, path: &Path) -> bool {
        match (path.canonicalize(), self.root.canonicalize()) {
            (Ok(path), Ok(root)) => path.starts_with(root),
            _ => path.starts_with(&self.root),
        }
    }

    fn known<T>(&self, ask: impl FnOnce(&mut HashMap<Asked, Signature>) -> T) -> T {
        ask(&mut self.known.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn stamp(list: &Path) -> Option<Stamp> {
    let meta = list.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some((meta.ino(), meta.len(), meta.ctime(), meta.ctime_nsec()))
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
