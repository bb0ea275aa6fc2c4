//! That a program has this folder open, and whether another one has too. Says nothing of
//! what they do: every file has its own care for that.

use super::claim::Claim;
use super::store::{Disk, Refusal, Store};
use super::unique;
use crate::domain::{Failure, RelPath};
use std::path::Path;
use std::sync::Arc;

/// Where each says so, below the state directory.
pub(super) const WINDOWS: &str = "windows";

/// Dropping it says that the folder is closed.
pub struct Presence {
    _claim: Claim,
    /// Another program had the folder open when this one opened it.
    pub others: bool,
}

impl Presence {
    /// In a state directory, as [`super::state_dir`] makes it.
    pub fn enter(state: &Path) -> Result<Self, Failure> {
        let name = RelPath::new(state.to_string_lossy());
        let failure = |refusal: Refusal| refusal.failure(&name);
        let state: Arc<dyn Store> = Arc::new(Disk::open(state).map_err(failure)?);
        state.make_folder(WINDOWS).map_err(failure)?;
        let others = others(&*state);
        let own = RelPath::new(format!("{WINDOWS}/{}", unique()));
        let claim = Claim::make(&state, own, b"").map_err(failure)?;
        Ok(Self { _claim: claim, others })
    }
}

/// Names that a kill left behind are free, and cleared away.
fn others(state: &dyn Store) -> bool {
    let mut living = false;
    for name in state.list(WINDOWS).unwrap_or_default() {
        let path = RelPath::new(format!("{WINDOWS}/{}", name.name));
        match state.lock(&path) {
            Ok(None) => living = true,
            Ok(Some(_)) => {
                let _ = state.remove(&path);
            }
            // Without locks nobody can tell: better nothing said than something wrong.
            Err(_) => {}
        }
    }
    living
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_window_knows_of_the_first_and_the_third_of_nobody_when_both_are_closed() {
        let state = tempfile::tempdir().expect("a directory");
        let enter = || Presence::enter(state.path()).expect("a presence");
        let one = enter();
        assert!(!one.others);
        let two = enter();
        assert!(two.others);
        drop((one, two));
        // One that was killed leaves its name, and nobody holds it.
        std::fs::write(state.path().join("windows/1-killed"), b"").expect("written");
        assert!(!enter().others);
        let left = std::fs::read_dir(state.path().join(WINDOWS)).expect("a folder").count();
        assert_eq!(left, 0);
    }
}
