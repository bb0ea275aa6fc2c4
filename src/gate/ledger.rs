//! The ledger: every yes and every withdrawal given on this machine, in order. A line is
//! only ever added, and each one vouches for those before it.
//!
//! Lines are JSON so that a person can read them. The last key of each is a MAC over the
//! line and over the MAC of the line before, so that none can be written, changed, dropped
//! or moved without the key, which never leaves the machine. Where one was, nothing is
//! believed any more: a withdrawal may be what is missing.

use crate::domain::{ContentHash, Gap, Id, LedgerFault};
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::HashMap;

/// Bytes of the key.
const KEY_LENGTH: usize = 32;

/// What a line begins its life with: the MAC before the first one.
const BEGINNING: &str = "palinsesto-ledger-1";

/// Made once on each machine for each folder, readable by nobody else.
#[derive(Clone)]
pub struct LedgerKey([u8; KEY_LENGTH]);

impl LedgerKey {
    /// `None` unless there are exactly 32 bytes.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    Approve,
    Revoke,
    /// It stood in a ledger that was not as it was written any more: neither yes nor no.
    SetAside,
}

/// With what care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// One key, with nothing left open.
    Key,
    /// The first characters of the hash were typed.
    Typed,
    /// As one of several in a row.
    Bulk,
}

/// What stood before the eyes of whoever said yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    pub how: How,
    /// Seconds the whole text stood on the screen.
    pub seconds: u32,
    /// Claims and other findings nobody had ticked.
    pub open: u32,
    /// Claims that had been ticked.
    pub ticked: u32,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub deed: Deed,
    pub post: Id,
    pub hash: ContentHash,
    pub by: String,
    pub at: DateTime<Utc>,
    /// Of an approval.
    pub circumstances: Option<Circumstances>,
}

/// As it stands in the file.
#[derive(Serialize, Deserialize)]
struct Line {
    act: Deed,
    post: String,
    hash: String,
    by: String,
    at: DateTime<Utc>,
    #[serde(flatten)]
    circumstances: Option<Circumstances>,
    mac: String,
}

/// What is to be added to the file, and what its head is then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub line: String,
    pub head: String,
}

#[derive(Debug, Clone, Default)]
pub struct Ledger {
    acts: Vec<Act>,
    /// The last act about these bytes of this post.
    last: HashMap<(Id, ContentHash), usize>,
    /// The MAC of the last line.
    head: Option<String>,
    fault: Option<LedgerFault>,
}

impl Ledger {
    /// Reads the file, and holds it against its head: the MAC of its last line, kept beside
    /// it. A kill between the two leaves one line more than the head knows, and a kill in the
    /// middle of a line an end without a line feed, which was never said to be written.
    pub fn read(bytes: &[u8], head: Option<&str>, key: &LedgerKey) -> Self {
        let mut ledger = Self::default();
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let mut before = None;
        for (index, bytes) in bytes[..whole].split_inclusive(|byte| *byte == b'\n').enumerate() {
            let Some((act, mac)) = ledger.line(bytes, key) else {
                return Self { fault: Some(fault(Gap::Line(index + 1))), ..ledger };
            };
            before = ledger.head.replace(mac);
            ledger.add(act);
        }
        let known = |mac: &Option<String>| mac.as_deref() == head;
        let one_behind = ledger.head.is_some() && known(&before);
        if !(known(&ledger.head) || one_behind) {
            let gap = match ledger.acts.len() {
                0 => Gap::Line(1),
                after => Gap::End { after },
            };
            ledger.fault = Some(fault(gap));
        }
        ledger
    }

    /// One of which nothing can be believed.
    pub fn unsound(gap: Gap) -> Self {
        Self { fault: Some(fault(gap)), ..Self::default() }
    }

    /// The same, with where its file and the key of it are, for what is said of a fault.
    pub fn at(mut self, acts: &str, key: &str) -> Self {
        if let Some(fault) = &mut self.fault {
            let path = if fault.gap == Gap::Key { key } else { acts };
            path.clone_into(&mut fault.path);
        }
        self
    }

    /// The MAC of the last line.
    pub fn head(&self) -> Option<&str> {
        self.head.as_deref()
    }

    fn line(&self, bytes: &[u8], key: &LedgerKey) -> Option<(Act, String)> {
        let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
        let line: Line = serde_json::from_str(text).ok()?;
        let act = Act {
            deed: line.act,
            post: Id::parse(&line.post).ok()?,
            hash: ContentHash::parse(&line.hash)?,
            by: line.by,
            at: line.at,
            circumstances: line.circumstances,
        };
        // Written again it has to be the same: nothing in a line goes unlooked at.
        let written = self.sealed(&act, key)?;
        (written.line.strip_suffix('\n') == Some(text)).then_some((act, written.head))
    }

    /// The line that says so, to be added to the file; `None` of a ledger with a fault.
    pub fn sealed(&self, act: &Act, key: &LedgerKey) -> Option<Written> {
        if self.fault.is_some() {
            return None;
        }
        let mut line = Line {
            act: act.deed,
            post: act.post.to_string(),
            hash: act.hash.to_string(),
            by: act.by.clone(),
            at: act.at,
            circumstances: act.circumstances,
            mac: self.head.clone().unwrap_or_else(|| BEGINNING.to_owned()),
        };
        let words = serde_json::to_string(&line).ok()?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.0).ok()?;
        mac.update(words.as_bytes());
        line.mac = ContentHash(mac.finalize().into_bytes().into()).to_string();
        let mut words = serde_json::to_string(&line).ok()?;
        words.push('\n');
        Some(Written { line: words, head: line.mac })
    }

    /// A whole file that says so, and nothing else; `None` only where nothing can be sealed.
    pub fn written(acts: &[Act], key: &LedgerKey) -> Option<Written> {
        let mut ledger = Self::default();
        let mut lines = String::new();
        for act in acts {
            let written = ledger.sealed(act, key)?;
            lines.push_str(&written.line);
            ledger.head = Some(written.head);
        }
        Some(Written { line: lines, head: ledger.head.unwrap_or_default() })
    }

    fn add(&mut self, act: Act) {
        self.last.insert((act.post.clone(), act.hash), self.acts.len());
        self.acts.push(act);
    }

    /// The last thing anybody said here of these bytes of this post.
    pub fn last(&self, post: &Id, hash: ContentHash) -> Option<&Act> {
        self.last.get(&(post.clone(), hash)).map(|at| &self.acts[*at])
    }

    /// What was approved last of a post, whatever it says by now.
    pub fn last_approved(&self, post: &Id) -> Option<&Act> {
        self.acts.iter().rev().find(|act| act.post == *post && act.deed == Deed::Approve)
    }

    /// Every version of a post that somebody approved here and nobody has taken back since.
    pub fn standing(&self, post: &Id) -> Vec<ContentHash> {
        let last = self.acts.iter().enumerate().filter(|(at, act)| {
            let key = (act.post.clone(), act.hash);
            act.post == *post && self.last.get(&key) == Some(at)
        });
        last.filter(|(_, act)| act.deed == Deed::Approve).map(|(_, act)| act.hash).collect()
    }

    /// In the order they happened.
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    pub fn fault(&self) -> Option<&LedgerFault> {
        self.fault.as_ref()
    }
}

fn fault(gap: Gap) -> LedgerFault {
    LedgerFault { path: String::new(), gap }
}
