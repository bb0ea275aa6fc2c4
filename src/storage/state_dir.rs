//! Where everything lives that belongs to a person and not to the folder: the journal of
//! unsaved text, the versions kept, the trash. Private, and outside the content folder.

use super::store::{Disk, Like, Refusal, Store};
use super::unique;
use crate::domain::{ContentHash, Failure, Id, RelPath};
use std::fs::DirBuilder;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// Where a program that was at fault says so, below the home of all folders.
pub const REPORTS: &str = "crashes";

/// `<home>/<folder id>-<hash of its path>/`, whether it is there or not. Two clones of one
/// folder do not share it.
pub fn state_path(home: &Path, id: &Id, root: &Path) -> PathBuf {
    let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let hash = ContentHash::of(real.as_os_str().as_bytes()).to_string();
    home.join(format!("{id}-{}", &hash[..12]))
}

/// [`state_path`] with what is kept inside, made with mode 0700 where it is not there yet.
pub fn state_dir(home: &Path, id: &Id, root: &Path) -> Result<PathBuf, Failure> {
    let path = state_path(home, id, root);
    for folder in ["journal", "objects", "trash"] {
        let folder = path.join(folder);
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&folder);
        made.map_err(|error| not_made(&folder, error))?;
    }
    Ok(path)
}

/// Why a folder outside the content could not be made; a file in its way is named.
pub(super) fn not_made(folder: &Path, error: std::io::Error) -> Failure {
    let named = |path: &Path| RelPath::outside(path.to_string_lossy());
    match folder.ancestors().find(|part| part.exists()).filter(|part| !part.is_dir()) {
        Some(file) => Failure::NotAFolder { path: named(file) },
        None => Refusal::from(error).failure(&named(folder)),
    }
}

/// Whether what belongs there can be written, without leaving anything behind: where it is
/// not there yet, in the nearest folder above it that is.
pub fn can_keep(state: &Path) -> Result<(), Failure> {
    let journal = state.join("journal");
    let there = journal.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    let place = RelPath::outside(there.to_string_lossy());
    let probe = RelPath::new(format!(".palinsesto-{}", unique()));
    let tried = Disk::open(there).and_then(|disk| {
        disk.create(&probe, b"palinsesto", Like::Private)?;
        disk.remove(&probe)
    });
    tried.map_err(|refusal| refusal.failure(&place))
}

/// `$XDG_STATE_HOME/palinsesto`, or where the system keeps such things.
pub fn state_home() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "palinsesto")?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_state_of_a_folder_is_private_and_its_own() {
        let home = tempfile::tempdir().expect("a directory");
        let id = Ids::from_seed(1).fresh();
        let one = state_dir(home.path(), &id, Path::new("/tmp/uno")).expect("a state directory");
        let two = state_dir(home.path(), &id, Path::new("/tmp/due")).expect("a state directory");
        assert_ne!(one, two);
        let mode = one.join("journal").metadata().expect("the journal").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
        assert_eq!(one.metadata().expect("the directory").permissions().mode() & 0o777, 0o700);
    }
}
