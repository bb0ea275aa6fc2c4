//! What a disk has to offer, shaped like a handle on one directory: every path is inside
//! it. The real one is `disk`; tests bring one that fails, crashes and races on demand.

mod attributes;
mod disk;
#[cfg(test)]
pub mod sim;

pub use disk::Disk;

use crate::domain::{ContentHash, Failure, Problem, ProblemKind, RelPath};
use std::time::{Duration, SystemTime};

/// The operations a careful save is made of. What a call has done is durable only where
/// it says so.
pub trait Store: Send + Sync {
    /// Refuses links out of the folder, what is not a regular file, and files over a limit,
    /// of a content folder [`crate::document::MAX_BYTES`], before reading them.
    fn read(&self, path: &RelPath) -> Result<Held, Refusal>;

    /// The hash of a file's bytes, of any size, under the same conditions.
    fn digest(&self, path: &RelPath) -> Result<ContentHash, Refusal> {
        Ok(ContentHash::of(&self.read(path)?.bytes))
    }

    /// Whether there is a regular file, of any size, without reading it.
    fn is_file(&self, path: &RelPath) -> bool;

    /// The names in a folder; the root is `""`. A folder that is not there is
    /// [`Refusal::Missing`].
    fn list(&self, folder: &str) -> Result<Vec<Name>, Refusal>;

    /// A new file whose bytes are on the disk when this returns. Its name is durable only
    /// after [`Store::sync_folder`].
    fn create(&self, path: &RelPath, bytes: &[u8], like: Like) -> Result<(), Refusal>;

    /// The size of a file, and when it was last written or touched.
    fn look(&self, path: &RelPath) -> Result<Look, Refusal>;

    /// A file counts as written now. Need not be durable.
    fn touch(&self, path: &RelPath) -> Result<(), Refusal>;

    /// Adds to the end of a file, made where it is not there, and syncs its bytes.
    fn append(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Refusal>;

    fn sync_folder(&self, folder: &str) -> Result<(), Refusal>;

    /// Swaps two files atomically; [`Refusal::Unsupported`] where the file system cannot.
    fn exchange(&self, a: &RelPath, b: &RelPath) -> Result<(), Refusal>;

    /// Renames without ever replacing.
    fn rename_new(&self, from: &RelPath, to: &RelPath) -> Result<(), Refusal>;

    /// Renames over whatever stands at `to`.
    fn replace(&self, from: &RelPath, to: &RelPath) -> Result<(), Refusal>;

    /// A second name for a file.
    fn link(&self, from: &RelPath, to: &RelPath) -> Result<(), Refusal>;

    fn remove(&self, path: &RelPath) -> Result<(), Refusal>;

    /// Makes a folder and those above it; one that is there already is fine.
    fn make_folder(&self, folder: &str) -> Result<(), Refusal>;

    /// Holds a file until the lock is dropped or the process ends, whatever ends it. `None`
    /// while another holds it; [`Refusal::Unsupported`] where the file system has no locks.
    fn lock(&self, path: &RelPath) -> Result<Option<Lock>, Refusal>;

    /// Removes a folder when it is empty; otherwise leaves it.
    fn remove_empty_folder(&self, folder: &str);
}

/// Holds a file for as long as it is there.
pub type Lock = Box<dyn Send>;

/// A file as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub bytes: Vec<u8>,
    /// One name of its own and no link on the way: a file that may be replaced.
    pub plain: bool,
}

/// Whose, and for whom, a new file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like<'a> {
    /// A new file of the content folder: the umask decides.
    Content,
    /// A new file of the state directory: for nobody else.
    Private,
    /// A new version of this file: its mode, its owner, its access list and its other
    /// extended attributes, as far as the file system has them and lets us.
    File(&'a RelPath),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub bytes: u64,
    pub written: SystemTime,
    /// When the disk last heard anything of the file. No program can set it back.
    pub changed: SystemTime,
    /// How long ago that is; zero where the clock has been set back since.
    pub age: Duration,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    pub is_folder: bool,
    pub is_link: bool,
}

/// Why the disk did not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Missing,
    Exists,
    /// A symbolic link that leads out, or in circles.
    Link,
    NotAFile,
    /// A part of the path that has to be a folder is something else.
    NotAFolder,
    TooLarge {
        bytes: u64,
    },
    Full,
    ReadOnly,
    Unsupported,
    Other {
        reason: String,
    },
}

impl Refusal {
    /// What it means for somebody who wanted to write `path`.
    pub fn failure(self, path: &RelPath) -> Failure {
        let path = path.clone();
        match self {
            Self::Missing => Failure::Gone { path },
            Self::Exists => Failure::AlreadyThere { path },
            Self::Link | Self::NotAFile => Failure::NotOurs { path },
            Self::NotAFolder => Failure::NotAFolder { path },
            Self::Full => Failure::DiskFull { path },
            Self::ReadOnly => Failure::ReadOnly { path },
            Self::TooLarge { .. } => Failure::Broken { path },
            Self::Unsupported => {
                Failure::Io { path, reason: std::io::ErrorKind::Other.to_string() }
            }
            Self::Other { reason } => Failure::Io { path, reason },
        }
    }

    /// What it means for somebody who wanted to read `path`.
    pub fn problem(self, path: &RelPath) -> Problem {
        use std::io::ErrorKind;
        let unreadable = |kind: ErrorKind| ProblemKind::Unreadable { reason: kind.to_string() };
        let kind = match self {
            Self::Link => ProblemKind::LinkOutside,
            Self::NotAFile => ProblemKind::NotAFile,
            Self::NotAFolder => ProblemKind::NotAFolder,
            Self::TooLarge { bytes } => {
                ProblemKind::TooLarge { bytes, limit: crate::document::MAX_BYTES }
            }
            Self::ReadOnly => ProblemKind::NotAllowed,
            Self::Other { reason } => ProblemKind::Unreadable { reason },
            Self::Missing => unreadable(ErrorKind::NotFound),
            Self::Full => unreadable(ErrorKind::StorageFull),
            Self::Exists | Self::Unsupported => unreadable(ErrorKind::Other),
        };
        Problem::whole(path.clone(), kind)
    }
}

/// What stands in the way of a folder: the first part of its path that is no folder itself.
pub fn obstacle(store: &dyn Store, folder: &str) -> Option<RelPath> {
    let parts = folder.match_indices('/').map(|(at, _)| &folder[..at]).chain([folder]);
    let blocked = |part: &&str| store.list(part) == Err(Refusal::NotAFolder);
    parts.into_iter().find(blocked).map(RelPath::new)
}
