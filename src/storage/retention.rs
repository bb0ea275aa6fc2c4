//! How long a version is kept after it was last seen, and a report of a crash after it was
//! written: thirty days whatever happens, ninety where there is room.
//!
//! Throws away nothing but these; may be cut short anywhere and be repeated.

use super::objects::Objects;
use super::state_dir::REPORTS;
use super::store::{Like, Look, Refusal, Store};
use super::unique;
use crate::domain::{ContentHash, RelPath};
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);
/// The least a file takes on a disk.
const BLOCK: u64 = 4096;
/// When it was last done.
const MARK: &str = "objects/.pruned";

/// What the versions of a folder, or the reports, may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Whatever the space: what was seen since stays.
    pub least: Duration,
    /// What nobody has seen for so long goes.
    pub most: Duration,
    /// Past this the oldest go first, down to those of `least`.
    pub bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { least: 30 * DAY, most: 90 * DAY, bytes: 256 << 20 }
    }
}

impl Limits {
    /// What reports may take: a hundred of them is more than anybody sends.
    pub fn of_reports() -> Self {
        Self { bytes: 2 << 20, ..Self::default() }
    }
}

struct Kept {
    path: RelPath,
    bytes: u64,
    age: Duration,
}

impl Kept {
    fn new(path: RelPath, look: Look) -> Self {
        Self { path, bytes: look.bytes.next_multiple_of(BLOCK).max(BLOCK), age: look.age }
    }
}

/// The oldest first, as far as the limits say.
fn thin(mut kept: Vec<Kept>, limits: Limits, throw_away: impl Fn(&RelPath) -> bool) {
    kept.sort_by_key(|kept| std::cmp::Reverse(kept.age));
    let mut bytes: u64 = kept.iter().map(|kept| kept.bytes).sum();
    for old in kept {
        let too_old = old.age > limits.most;
        let too_many = bytes > limits.bytes && old.age > limits.least;
        if (too_old || too_many) && throw_away(&old.path) {
            bytes -= old.bytes;
        }
    }
}

/// Throws away reports of crashes below a state home; what does not go today goes tomorrow.
pub fn prune_reports(home: &dyn Store, limits: Limits) {
    let names = home.list(REPORTS).unwrap_or_default();
    let paths = names.iter().map(|name| RelPath::new(format!("{REPORTS}/{}", name.name)));
    let kept = paths.filter_map(|path| Some(Kept::new(path.clone(), home.look(&path).ok()?)));
    thin(kept.collect(), limits, |path| home.remove(path).is_ok());
}

impl Objects<'_> {
    /// Throws away what the limits allow, at most once a day.
    pub fn prune(&self, limits: Limits) -> Result<(), Refusal> {
        let mark = RelPath::new(MARK);
        match self.state.look(&mark) {
            Ok(look) if look.age < DAY => return Ok(()),
            Ok(_) => self.state.touch(&mark)?,
            Err(_) => self.state.create(&mark, b"", Like::Private)?,
        }
        thin(self.all(), limits, |path| self.throw_away(path, limits.least));
        Ok(())
    }

    fn all(&self) -> Vec<Kept> {
        let mut kept = Vec::new();
        for byte in 0..=u8::MAX {
            let folder = format!("objects/{byte:02x}");
            for name in self.state.list(&folder).unwrap_or_default() {
                let path = RelPath::new(format!("{folder}/{}", name.name));
                let Ok(look) = self.state.look(&path) else { continue };
                if name.name.contains('.') {
                    if look.age > DAY {
                        self.clear_up(&path);
                    }
                    continue;
                }
                kept.push(Kept::new(path, look));
            }
        }
        kept
    }

    /// Another instance may see this version right now: it goes out of sight first, is
    /// looked at once more, and comes back if somebody touched it meanwhile.
    fn throw_away(&self, path: &RelPath, least: Duration) -> bool {
        let aside = RelPath::new(format!("{path}.{}", unique()));
        if self.state.rename_new(path, &aside).is_err() {
            return false;
        }
        if self.state.look(&aside).is_ok_and(|look| look.age > least) {
            return self.state.remove(&aside).is_ok();
        }
        self.bring_back(&aside, path);
        false
    }

    /// What a crash left half done: half a version goes, a whole one is one again.
    fn clear_up(&self, path: &RelPath) {
        let name = path.as_str().split('.').next().unwrap_or_default();
        let Ok(held) = self.state.read(path) else { return };
        let hash = ContentHash::of(&held.bytes).to_string();
        if name == format!("objects/{}/{}", &hash[..2], &hash[2..]) {
            self.bring_back(path, &RelPath::new(name));
        } else {
            let _ = self.state.remove(path);
        }
    }

    fn bring_back(&self, from: &RelPath, to: &RelPath) {
        if let Err(Refusal::Exists) = self.state.rename_new(from, to) {
            let _ = self.state.remove(from);
        }
    }
}
