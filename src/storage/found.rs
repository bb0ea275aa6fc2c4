//! The first files of a content folder that is being made: `init` and `demo`.
//!
//! Nobody else has seen such a folder yet, so there is nothing to merge with; still no
//! file that stands there is ever written over, except by [`renew`], which is for the
//! maker's own files of a moment ago.

use super::state_dir::not_made;
use super::store::{Disk, Like, Store};
use crate::domain::{Failure, RelPath};
use std::collections::BTreeSet;
use std::path::Path;

/// A file to be: its path in the folder and its bytes.
pub type Planned = (RelPath, Vec<u8>);

/// Makes `root` and writes `files` into it, in order, each durable before the next.
/// The first that exists already stops it.
pub fn found(root: &Path, files: &[Planned]) -> Result<(), Failure> {
    let place = RelPath::new(root.to_string_lossy());
    #[expect(clippy::disallowed_methods, reason = "the content folder is made by storage")]
    let made = std::fs::create_dir_all(root);
    made.map_err(|error| not_made(root, error))?;
    let disk = Disk::open(root).map_err(|refusal| refusal.failure(&place))?;
    let mut folders = BTreeSet::new();
    for (path, bytes) in files {
        if folders.insert(path.parent()) {
            disk.make_folder(path.parent()).map_err(|refusal| refusal.failure(path))?;
        }
        disk.create(path, bytes, Like::Content).map_err(|refusal| refusal.failure(path))?;
    }
    sync(&disk, folders)
}

/// New versions of files that [`found`] wrote.
pub fn renew(root: &Path, files: &[Planned]) -> Result<(), Failure> {
    let place = RelPath::new(root.to_string_lossy());
    let disk = Disk::open(root).map_err(|refusal| refusal.failure(&place))?;
    for (path, bytes) in files {
        let new = RelPath::new(format!("{}/.palinsesto-{}", path.parent(), path.file_name()));
        let done = disk.create(&new, bytes, Like::Content).and_then(|()| disk.replace(&new, path));
        done.map_err(|refusal| refusal.failure(path))?;
    }
    sync(&disk, files.iter().map(|(path, _)| path.parent()).collect())
}

fn sync(disk: &Disk, folders: BTreeSet<&str>) -> Result<(), Failure> {
    folders.into_iter().try_for_each(|folder| {
        disk.sync_folder(folder).map_err(|refusal| refusal.failure(&RelPath::new(folder)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(path: &str, text: &str) -> Planned {
        (RelPath::new(path), text.into())
    }

    #[test]
    fn what_stands_there_is_not_written_over() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let root = dir.path().join("nuova/cartella");
        found(&root, &[planned("ideas/a.toml", "mia")]).expect("a new folder");
        let again = found(&root, &[planned("ideas/a.toml", "tua")]);
        assert_eq!(again, Err(Failure::AlreadyThere { path: RelPath::new("ideas/a.toml") }));
        let text = std::fs::read_to_string(root.join("ideas/a.toml")).expect("a file");
        assert_eq!(text, "mia");
    }

    #[test]
    fn a_renewed_file_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        found(dir.path(), &[planned("a.toml", "prima")]).expect("a folder");
        renew(dir.path(), &[planned("a.toml", "dopo")]).expect("a new version");
        let names: Vec<_> = std::fs::read_dir(dir.path()).expect("a folder").collect();
        assert_eq!(names.len(), 1);
        assert_eq!(std::fs::read_to_string(dir.path().join("a.toml")).expect("a file"), "dopo");
    }
}
