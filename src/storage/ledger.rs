//! The ledger of approvals on the disk: in the state directory, which never travels with
//! the folder. What a line says, and whether it is believed, is the gate's.

use super::store::{Disk, Like, Refusal, Store};
use super::unique;
use crate::domain::{ContentHash, Failure, RelPath};
use crate::gate::{Act, Covered, Ledger, LedgerKey};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

const ROOM: &str = "ledger";
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
}

impl LedgerFile {
    /// In a state directory, as [`super::state_dir`] makes it.
    pub fn open(state: &Path) -> Result<Self, Failure> {
        let name = RelPath::outside(state.to_string_lossy());
        let disk = Disk::open(state).map_err(|refusal| refusal.failure(&name))?;
        Ok(Self::over(Arc::new(disk.up_to(MOST))))
    }

    /// In any store.
    pub fn over(state: Arc<dyn Store>) -> Self {
        Self { state }
    }

    /// What was decided on this machine; an empty one where nothing was. What cannot be read
    /// vouches for nothing.
    pub fn read(&self) -> Ledger {
        let Some(key) = self.key() else { return Ledger::default() };
        let acts = self.bytes(ACTS).unwrap_or_default();
        let head = self.bytes(HEAD).and_then(|bytes| String::from_utf8(bytes).ok());
        Ledger::read(&acts, head.as_deref(), &key)
    }

    /// Adds a line. It is durable when this returns, and only then may anybody be told of it.
    pub fn add(&self, act: &Act) -> Result<Ledger, Failure> {
        let add = || {
            self.state.make_folder(ROOM)?;
            let _lock = self.lock()?;
            let key = self.key().map_or_else(|| self.make_key(), Ok)?;
            let acts = self.bytes(ACTS).unwrap_or_default();
            let head = self.bytes(HEAD).and_then(|bytes| String::from_utf8(bytes).ok());
            let ledger = Ledger::read(&acts, head.as_deref(), &key);
            let Some(written) = ledger.sealed(act, &key) else { return Ok(None) };
            if acts.last().is_some_and(|last| *last != b'\n') {
                // A kill cut the last line short before anybody was told of it.
                let whole = acts.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
                self.put(ACTS, &[&acts[..whole], written.line.as_bytes()].concat())?;
            } else {
                self.state.append(&RelPath::new(ACTS), written.line.as_bytes())?;
                self.state.sync_folder(ROOM)?;
            }
            self.put(HEAD, written.head.as_bytes())?;
            Ok(Some(self.read()))
        };
        let path = RelPath::outside(ACTS);
        let added: Result<Option<Ledger>, Refusal> = add();
        added.map_err(|refusal| refusal.failure(&path))?.ok_or(Failure::LedgerTouched)
    }

    /// What the last change of it is known by; it changes with every line.
    pub fn stamp(&self) -> Option<(u64, SystemTime)> {
        let look = self.state.look(&RelPath::new(ACTS)).ok()?;
        Some((look.bytes, look.changed))
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
    fn lock(&self) -> Result<Option<super::store::Lock>, Refusal> {
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
    RelPath::new(format!("{ROOM}/covered/{hash}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::gate::Deed;

    fn act(by: &str) -> Act {
        Act {
            deed: Deed::Revoke,
            post: Id::parse("k3f9q7ab").expect("an id"),
            hash: ContentHash::of(by.as_bytes()),
            by: by.to_owned(),
            at: "2026-11-22T10:15:00Z".parse().expect("a time"),
            circumstances: None,
        }
    }

    #[test]
    fn what_was_added_is_read_by_whoever_opens_it_next() {
        let state = tempfile::tempdir().expect("a directory");
        let open = || LedgerFile::open(state.path()).expect("a ledger");
        assert!(open().read().acts().is_empty());
        open().add(&act("Ada")).expect("added");
        open().add(&act("Bea")).expect("added");
        let ledger = open().read();
        let by: Vec<_> = ledger.acts().iter().map(|act| act.by.as_str()).collect();
        assert_eq!((by, ledger.fault()), (vec!["Ada", "Bea"], None));
        use std::os::unix::fs::PermissionsExt;
        let mode = state.path().join(KEY).metadata().expect("a key").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_line_that_a_kill_cut_short_is_written_over_and_a_touched_one_is_not() {
        let state = tempfile::tempdir().expect("a directory");
        let ledger = LedgerFile::open(state.path()).expect("a ledger");
        ledger.add(&act("Ada")).expect("added");
        let file = state.path().join(ACTS);
        let mut bytes = std::fs::read(&file).expect("lines");
        bytes.extend(b"{\"act\":\"appr");
        std::fs::write(&file, &bytes).expect("written");
        let read = ledger.add(&act("Bea")).expect("added");
        assert_eq!((read.acts().len(), read.fault()), (2, None));
        let text = std::fs::read_to_string(&file).expect("lines").replace("Ada", "Eva");
        std::fs::write(&file, text).expect("written");
        assert_eq!(ledger.add(&act("Cleo")).err(), Some(Failure::LedgerTouched));
        assert!(ledger.read().fault().is_some());
    }

    #[test]
    fn two_windows_that_decide_at_once_lose_no_line() {
        let state = tempfile::tempdir().expect("a directory");
        let names = ["Ada", "Bea", "Cleo", "Dora"];
        std::thread::scope(|scope| {
            for name in names {
                let path = state.path();
                scope.spawn(move || {
                    let ledger = LedgerFile::open(path).expect("a ledger");
                    (0..5).for_each(|_| drop(ledger.add(&act(name)).expect("added")));
                });
            }
        });
        let ledger = LedgerFile::open(state.path()).expect("a ledger").read();
        assert_eq!((ledger.acts().len(), ledger.fault()), (20, None));
    }
}
