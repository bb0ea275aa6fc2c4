//! How well a file system can save: tried with two files that are taken away again.

use super::store::{Disk, Like, Refusal, Store};
use super::swap::temporary;
use crate::domain::RelPath;
use std::path::Path;

/// How a new version of a file takes the place of the old one, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// One atomic exchange: what was there is in hand, whoever wrote it.
    Exchange,
    /// The old version gets a second name before it is replaced.
    LinkKeepRename,
    /// Neither works, or nothing can be written: saving will fail and say so.
    None,
}

impl Tier {
    /// The word used in `doctor --json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exchange => "exchange",
            Self::LinkKeepRename => "link-keep-rename",
            Self::None => "none",
        }
    }
}

/// Tries it in the folder itself, since a mount decides; leaves nothing behind.
pub fn tier(root: &Path) -> Tier {
    Disk::open(root).map_or(Tier::None, |disk| try_out(&disk))
}

pub(super) fn try_out(store: &dyn Store) -> Tier {
    let nowhere = RelPath::new("");
    let [one, other, link] = [(); 3].map(|()| temporary(&nowhere));
    let made = [&one, &other].map(|path| store.create(path, b"", Like::Private));
    let tier = match made.into_iter().collect::<Result<Vec<()>, Refusal>>() {
        Err(_) => Tier::None,
        Ok(_) => match store.exchange(&one, &other) {
            Ok(()) => Tier::Exchange,
            Err(_) if store.link(&one, &link).is_ok() => Tier::LinkKeepRename,
            Err(_) => Tier::None,
        },
    };
    for path in [one, other, link] {
        // What is left of a killed probe is swept like any temporary file.
        let _ = store.remove(&path);
    }
    tier
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::store::sim::{Fault, Sim, World};
    use std::sync::{Arc, Mutex};

    fn tried(can_exchange: bool, fault: Fault) -> (Tier, usize) {
        let mut world = World::default();
        (world.can_exchange, world.fault) = (can_exchange, fault);
        let world = Arc::new(Mutex::new(world));
        let tier = try_out(&Sim { world: Arc::clone(&world), root: "content" });
        let left = world.lock().expect("no panic").files().len();
        (tier, left)
    }

    #[test]
    fn the_best_way_to_save_is_found_and_nothing_is_left_behind() {
        assert_eq!(tried(true, Fault::None), (Tier::Exchange, 0));
        assert_eq!(tried(false, Fault::None), (Tier::LinkKeepRename, 0));
        assert_eq!(tried(true, Fault::FailFrom(1, Refusal::ReadOnly)), (Tier::None, 0));
        let folder = tempfile::tempdir().expect("a folder");
        assert_ne!(tier(folder.path()), Tier::None);
        assert_eq!(folder.path().read_dir().expect("a folder").count(), 0);
    }
}
