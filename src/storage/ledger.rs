//! The ledger of approvals on the disk: in the state directory, which never travels with
//! the folder. What a line says, and whether it is believed, is the gate's.

use super::store::{Disk, Like, Lock, Refusal, Store};
use super::unique;
use crate::domain::{ContentHash, Failure, Gap, Id, LedgerFault, RelPath};
use crate::gate::{Act, Covered, Ledger, LedgerKey, heirs};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

const ROOM: &str = "ledger";
/// What each approval covers, by its hash.
const COVERED: &str = "ledger/covered";
/// Where ledgers go that are not as they were written.
const ASIDE: &str = "ledger/set-aside";
const ACTS: &str = "ledger/acts.jsonl";
/// What the last line vouches with: a line cut off the end is missed.
const HEAD: &str = "ledger/head";
const KEY: &str = "ledger/key";
const LOCK: &str = "ledger/lock";

/// More bytes than a life of approvals makes.
const MOST: u64 = 1 << 30;

/// How often and how long apart a ledger that another window writes to is tried again.
const TRIES: usize = 500;
const APART: Duration = Duration::from_millis(20);

pub struct LedgerFile {
    state: Arc<dyn Store>,
    /// The state directory, as a person finds it.
    place: PathBuf,
}

/// How the ledger, its head and its key looked; any change of one of them changes it.
pub type LedgerStamp = [Option<(u64, SystemTime)>; 3];

/// What became of a ledger that was set aside.
#[derive(Debug, Clone)]
pub struct Aside {
    /// The folder it is in now.
    pub place: PathBuf,
    /// What the new ledger begins with.
    pub ledger: Ledger,
}

impl LedgerFile {
    /// In a state directory, as [`super::state_dir`] makes it.
    pub fn open(state: &Path) -> Result<Self, Failure> {
        let name = RelPath::outside(state.to_string_lossy());
        let disk = Disk::open(state).map_err(|refusal| refusal.failure(&name))?;
        Ok(Self { place: state.to_owned(), ..Self::over(Arc::new(disk.up_to(MOST))) })
    }

    /// In any store.
    pub fn over(state: Arc<dyn Store>) -> Self {
        Self { state, place: PathBuf::new() }
    }

    /// What was decided on this machine; an empty one where nothing was. What cannot be read
    /// vouches for nothing.
    pub fn read(&self) -> Ledger {
        self.read_with(&self.lines())
    }

    fn read_with(&self, acts: &Result<Vec<u8>, Refusal>) -> Ledger {
        let head = self.head();
        let ledger = match (acts, self.key()) {
            (Err(_), _) => Ledger::unsound(Gap::Line(1)),
            (Ok(acts), Some(key)) => Ledger::read(acts, head.as_deref(), &key),
            (Ok(acts), None) if acts.is_empty() && head.is_none() => Ledger::default(),
            (Ok(_), None) => Ledger::unsound(Gap::Key),
        };
        let shown = |path: &str| self.place.join(path).to_string_lossy().into_owned();
        ledger.at(&shown(ACTS), &shown(KEY))
    }

    /// The file of the ledger, as a person finds it.
    pub fn path(&self) -> PathBuf {
        self.place.join(ACTS)
    }

    /// Adds a line. It is durable when this returns, and only then may anybody be told of it.
    pub fn add(&self, act: &Act) -> Result<Ledger, Failure> {
        let add = || {
            self.state.make_folder(ROOM)?;
            let _lock = self.lock()?;
            let acts = self.lines();
            let ledger = self.read_with(&acts);
            // A key of its own begins a ledger, and never hides that one is gone.
            let key = match (ledger.fault(), self.key()) {
                (Some(_), _) => return Ok(Err(ledger)),
                (None, Some(key)) => key,
                (None, None) => self.make_key()?,
            };
            let Some(written) = ledger.sealed(act, &key) else { return Ok(Err(ledger)) };
            if let Some(mac) = ledger.head().filter(|mac| self.head().as_deref() != Some(*mac)) {
                // A kill came before the last line was told of: two lines ahead of its head it
                // would pass for touched.
                self.put(HEAD, mac.as_bytes())?;
            }
            let acts = acts?;
            if acts.last().is_some_and(|last| *last != b'\n') {
                // A kill cut the last line short before anybody was told of it.
                let whole = acts.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                self.put(ACTS, &[&acts[..whole], written.line.as_bytes()].concat())?;
            } else {
                self.state.append(&RelPath::new(ACTS), written.line.as_bytes())?;
                self.state.sync_folder(ROOM)?;
            }
            self.put(HEAD, written.head.as_bytes())?;
            Ok(Ok(self.read()))
        };
        let path = RelPath::outside(ACTS);
        let added: Result<Result<Ledger, Ledger>, Refusal> = add();
        added.map_err(|refusal| refusal.failure(&path))?.map_err(|unsound| touched(&unsound))
    }

    /// Sets a ledger aside that is not as it was written, and begins a new one with another
    /// key, so that nothing of the old one fits into it. Of the old one a copy stays as it is.
    /// `None` of a sound one. It can be cut short anywhere and done again: in between, nothing
    /// is approved.
    pub fn set_aside(&self, by: &str, at: DateTime<Utc>) -> Result<Option<Aside>, Failure> {
        let set = || {
            self.state.make_folder(ROOM)?;
            let _lock = self.lock()?;
            let acts = self.lines();
            let old = self.read_with(&acts);
            if old.fault().is_none() {
                return Ok(None);
            }
            let acts = acts?;
            let begun = heirs(&old, &acts, self.kept()?, (by, at));
            let place = self.copied(at)?;
            let key = self.make_key()?;
            let written = Ledger::written(&begun, &key).ok_or(Refusal::Unsupported)?;
            self.put(ACTS, written.line.as_bytes())?;
            match written.head.as_str() {
                "" => self.state.remove(&RelPath::new(HEAD)).or_else(not_there)?,
                head => self.put(HEAD, head.as_bytes())?,
            }
            self.state.sync_folder(ROOM)?;
            Ok(Some(Aside { place: self.place.join(place), ledger: self.read() }))
        };
        let path = RelPath::outside(self.path().to_string_lossy());
        set().map_err(|refusal: Refusal| refusal.failure(&path))
    }

    /// All that the ledger is, in a folder of its own; durable before anything is replaced.
    fn copied(&self, at: DateTime<Utc>) -> Result<String, Refusal> {
        let folder = format!("{ASIDE}/{}-{}", at.format("%Y-%m-%d"), unique());
        self.state.make_folder(&folder)?;
        for path in [ACTS, HEAD, KEY] {
            match self.state.read(&RelPath::new(path)) {
                Ok(held) => {
                    let name = path.trim_start_matches(ROOM);
                    let copy = RelPath::new(format!("{folder}{name}"));
                    self.state.create(&copy, &held.bytes, Like::Private)?;
                }
                Err(Refusal::Missing) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        for folder in [folder.as_str(), ASIDE, ROOM] {
            self.state.sync_folder(folder)?;
        }
        Ok(folder)
    }

    /// What was approved here, whatever the lines say of it by now.
    fn kept(&self) -> Result<Vec<(Id, ContentHash)>, Refusal> {
        let names = match self.state.list(COVERED) {
            Err(Refusal::Missing) => return Ok(Vec::new()),
            names => names?,
        };
        let hashes = names.iter().filter_map(|name| ContentHash::parse(&name.name));
        let post = |covered: &Covered| {
            let line = covered.lines().iter().find(|line| line.name == "post")?;
            Id::parse(&line.value).ok()
        };
        let of = |hash| Some((post(&self.covered(hash)?)?, hash));
        Ok(hashes.filter_map(of).collect())
    }

    /// What the last change of it is known by; it changes with every line.
    pub fn stamp(&self) -> LedgerStamp {
        [ACTS, HEAD, KEY].map(|path| {
            let look = self.state.look(&RelPath::new(path)).ok()?;
            Some((look.bytes, look.changed))
        })
    }

    /// Keeps what is about to be approved, so that a later change can be told.
    pub fn keep(&self, covered: &Covered) -> Result<(), Failure> {
        let path = place(covered.hash());
        let keep = || {
            self.state.make_folder(path.parent())?;
            if self.covered(covered.hash()).is_none() {
                self.put(path.as_str(), covered.bytes())?;
            }
            self.state.sync_folder(path.parent())
        };
        keep().map_err(|refusal: Refusal| refusal.failure(&RelPath::outside(path.as_str())))
    }

    /// What was approved under this hash, where it was here.
    pub fn covered(&self, hash: ContentHash) -> Option<Covered> {
        let bytes = self.bytes(place(hash).as_str())?;
        Covered::read(&bytes).filter(|covered| covered.hash() == hash)
    }

    fn lines(&self) -> Result<Vec<u8>, Refusal> {
        match self.state.read(&RelPath::new(ACTS)) {
            Err(Refusal::Missing) => Ok(Vec::new()),
            read => Ok(read?.bytes),
        }
    }

    fn head(&self) -> Option<String> {
        String::from_utf8(self.bytes(HEAD)?).ok()
    }

    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        self.state.read(&RelPath::new(path)).ok().map(|held| held.bytes)
    }

    fn key(&self) -> Option<LedgerKey> {
        LedgerKey::new(&self.bytes(KEY)?)
    }

    fn make_key(&self) -> Result<LedgerKey, Refusal> {
        let mut bytes = [0; 32];
        let unknown = |_| Refusal::Other { reason: std::io::ErrorKind::Other.to_string() };
        getrandom::fill(&mut bytes).map_err(unknown)?;
        self.put(KEY, &bytes)?;
        LedgerKey::new(&bytes).ok_or(Refusal::Unsupported)
    }

    /// A whole file in the place of another, durable with its name.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Refusal> {
        let temporary = RelPath::new(format!("{ROOM}/.{}", unique()));
        self.state.create(&temporary, bytes, Like::Private)?;
        let placed = self.state.replace(&temporary, &RelPath::new(path));
        if placed.is_err() {
            let _ = self.state.remove(&temporary);
        }
        placed?;
        self.state.sync_folder(ROOM)
    }

    /// `None` where the disk has no locks to give.
    fn lock(&self) -> Result<Option<Lock>, Refusal> {
        let path = RelPath::new(LOCK);
        match self.state.create(&path, b"", Like::Private) {
            Ok(()) | Err(Refusal::Exists) => {}
            Err(refusal) => return Err(refusal),
        }
        for _ in 0..TRIES {
            match self.state.lock(&path) {
                Ok(Some(lock)) => return Ok(Some(lock)),
                Ok(None) => std::thread::park_timeout(APART),
                Err(_) => return Ok(None),
            }
        }
        let reason = std::io::ErrorKind::ResourceBusy.to_string();
        Err(Refusal::Other { reason })
    }
}

/// Where the bytes of a hash are.
fn place(hash: ContentHash) -> RelPath {
    RelPath::new(format!("{COVERED}/{hash}"))
}

/// Why nothing is added to a ledger.
fn touched(ledger: &Ledger) -> Failure {
    let unknown = || LedgerFault { path: ACTS.to_owned(), gap: Gap::Line(1) };
    Failure::LedgerTouched(ledger.fault().cloned().unwrap_or_else(unknown))
}

fn not_there(refusal: Refusal) -> Result<(), Refusal> {
    if refusal == Refusal::Missing { Ok(()) } else { Err(refusal) }
}

#[cfg(test)]
mod tests;
