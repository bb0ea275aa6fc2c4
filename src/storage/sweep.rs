//! What an interrupted save leaves behind: hidden files. Those whose bytes are known go;
//! unknown bytes stay where they are and are reported. May be interrupted and repeated.

use super::hand::{Hand, merged};
use super::listing::TEMPORARY;
use super::swap::{Late, Swapped, swap};
use crate::domain::{ContentHash, RelPath};

impl Hand {
    /// Looks once more at the files that were swapped out. What somebody wrote into one of
    /// them after the swap is kept, and where the file still says what we wrote, our edits
    /// are made again on that late version. Called before every change set; call it when
    /// the program has been quiet for a moment, and at the end.
    ///
    /// Returns the files somebody wrote into too late.
    pub fn settle_late(&mut self) -> Vec<RelPath> {
        let mut written = Vec::new();
        for late in std::mem::take(&mut self.late) {
            let Ok(held) = self.content.read(&late.temporary) else { continue };
            if ContentHash::of(&held.bytes) != late.hash {
                if self.objects().keep(&held.bytes).is_err() {
                    self.late.push(late);
                    continue;
                }
                self.take_in(&late, &held.bytes);
                written.push(late.path);
            }
            let _ = self.content.remove(&late.temporary);
        }
        written
    }

    fn take_in(&mut self, late: &Late, theirs: &[u8]) {
        let Ok(current) = self.read(&late.path) else { return };
        if ContentHash::of(&current.bytes) != late.ours {
            return;
        }
        let Ok(new) = merged(&late.path, theirs, &late.edits, self.zone) else { return };
        match swap(&*self.content, &self.objects(), &late.path, &current, &new) {
            Ok(Swapped::Clean(again)) => {
                self.late.push(Late { edits: late.edits.clone(), ..again });
            }
            // A third writer, and the last one: theirs stands, as if it had come before we
            // looked.
            Ok(Swapped::Met(again, _)) => self.put_back(again),
            Err(_) => {}
        }
    }

    /// Clears the hidden files of processes that are gone from one folder. Returns those
    /// whose bytes nobody knows, and leaves them.
    pub fn sweep(&mut self, folder: &str) -> Vec<RelPath> {
        let mut strays = Vec::new();
        for name in self.content.list(folder).unwrap_or_default() {
            let path = RelPath::new(format!("{folder}/{}", name.name));
            let ours = self.late.iter().any(|late| late.temporary == path);
            let Some(rest) = name.name.strip_prefix(TEMPORARY) else { continue };
            if ours || is_alive(rest) {
                continue;
            }
            match self.content.read(&path) {
                Ok(held) if self.objects().has(ContentHash::of(&held.bytes)) => {
                    let _ = self.content.remove(&path);
                }
                _ => strays.push(path),
            }
        }
        strays
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.settle_late();
        // What that has swapped out itself.
        self.settle_late();
    }
}

/// Whether another process that is still running made this name.
fn is_alive(name: &str) -> bool {
    let process = name.split('-').next().and_then(|id| id.parse().ok());
    let Some(process) = process.and_then(rustix::process::Pid::from_raw) else { return false };
    let own = rustix::process::getpid() == process;
    !own && rustix::process::test_kill_process(process).is_ok()
}
