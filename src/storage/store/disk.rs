//! The real disk, through one directory handle. Paths are resolved by the kernel beneath
//! that handle (`openat2`); where it cannot — an older Linux, any other system — step by
//! step and without following links.

use super::{Held, Like, Lock, Look, Name, Refusal, Store, attributes};
use crate::document::MAX_BYTES;
use crate::domain::{ContentHash, RelPath};
use rustix::fs::{self, AtFlags, FileType, Mode, OFlags, RawMode, RenameFlags};
use rustix::fs::{Timespec, Timestamps, UTIME_NOW};
use rustix::io::Errno;
use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Nobody else's.
const PRIVATE: RawMode = 0o600;
/// Everybody's, as far as the umask lets them.
const CONTENT: RawMode = 0o666;

/// A handle that is good for looking and for nothing else.
#[cfg(target_os = "linux")]
const LOOK: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const LOOK: OFlags = OFlags::NONBLOCK.union(OFlags::NOCTTY);

/// Which links on the way are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    Inside,
    None,
}

pub struct Disk {
    root: OwnedFd,
    /// The largest file that is read, in bytes.
    most: u64,
}

type Result<T> = std::result::Result<T, Refusal>;

impl Disk {
    /// A handle on an existing directory.
    pub fn open(path: &Path) -> Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = fs::open(path, flags, Mode::empty())?;
        Ok(Self { root, most: MAX_BYTES })
    }

    /// The same handle, for larger files than those of a content folder.
    pub fn up_to(self, bytes: u64) -> Self {
        Self { most: bytes, ..self }
    }

    fn open_at(&self, path: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd> {
        let path = if path.is_empty() { "." } else { path };
        let plain = OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        self.resolve(path, flags | plain, mode, Links::Inside)
    }

    /// A handle on whatever stands there, without opening it for anything.
    fn look_at(&self, path: &RelPath) -> Result<OwnedFd> {
        self.resolve(path.as_str(), LOOK | OFlags::CLOEXEC, Mode::empty(), Links::Inside)
    }

    #[cfg(target_os = "linux")]
    fn resolve(&self, path: &str, flags: OFlags, mode: Mode, links: Links) -> Result<OwnedFd> {
        use rustix::fs::ResolveFlags;
        let links = match links {
            Links::Inside => ResolveFlags::NO_MAGICLINKS,
            Links::None => ResolveFlags::NO_SYMLINKS,
        };
        // EAGAIN: the kernel saw a rename somewhere above while it walked. Ask again.
        for _ in 0..16 {
            match fs::openat2(&self.root, path, flags, mode, ResolveFlags::BENEATH | links) {
                Err(Errno::AGAIN) => {}
                Err(Errno::NOSYS | Errno::PERM) => return self.walk(path, flags, mode),
                found => return Ok(found?),
            }
        }
        Err(Errno::AGAIN.into())
    }

    #[cfg(not(target_os = "linux"))]
    fn resolve(&self, path: &str, flags: OFlags, mode: Mode, _: Links) -> Result<OwnedFd> {
        self.walk(path, flags, mode)
    }

    fn walk(&self, path: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd> {
        let mut at = self.root.try_clone().map_err(|error| other(&error))?;
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            let last = parts.peek().is_none();
            let step = if last { flags } else { OFlags::RDONLY | OFlags::DIRECTORY };
            let step = step | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            at = fs::openat(&at, part, step, if last { mode } else { Mode::empty() })?;
        }
        Ok(at)
    }

    /// The folder of a path, and the name in it: what renames and links work on.
    fn parent(&self, path: &RelPath) -> Result<OwnedFd> {
        self.open_at(path.parent(), OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())
    }

    fn rename(&self, from: &RelPath, to: &RelPath, flags: RenameFlags) -> Result<()> {
        let (from_dir, to_dir) = (self.parent(from)?, self.parent(to)?);
        fs::renameat_with(&from_dir, from.file_name(), &to_dir, to.file_name(), flags).map_err(
            |error| match error {
                Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => Refusal::Unsupported,
                error => error.into(),
            },
        )
    }
}

impl Store for Disk {
    fn read(&self, path: &RelPath) -> Result<Held> {
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
        let straight = self.resolve(path.as_str(), flags, Mode::empty(), Links::None);
        let (file, straight) = match straight {
            Err(Refusal::Link) => (self.open_at(path.as_str(), flags, Mode::empty())?, false),
            file => (file?, true),
        };
        let stat = fs::fstat(&file)?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return Err(Refusal::NotAFile);
        }
        let bytes = stat.st_size as u64;
        if bytes > self.most {
            return Err(Refusal::TooLarge { bytes });
        }
        let mut held = vec![0; bytes as usize + 1];
        let mut capped = File::from(file).take(self.most + 1);
        // One call that finds just what was promised and no more has seen the end.
        let read = capped.read(&mut held).map_err(|error| other(&error))?;
        held.truncate(read);
        if read as u64 != bytes {
            capped.read_to_end(&mut held).map_err(|error| other(&error))?;
        }
        if held.len() as u64 > self.most {
            return Err(Refusal::TooLarge { bytes: held.len() as u64 });
        }
        // No name at all: replaced between the opening and now, which the swap will notice.
        let plain = straight && stat.st_nlink <= 1;
        Ok(Held { bytes: held, plain })
    }

    fn digest(&self, path: &RelPath) -> Result<ContentHash> {
        let file = self.open_at(path.as_str(), OFlags::RDONLY, Mode::empty())?;
        let stat = fs::fstat(&file)?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return Err(Refusal::NotAFile);
        }
        ContentHash::of_all(File::from(file)).map_err(|error| other(&error))
    }

    fn is_file(&self, path: &RelPath) -> bool {
        let found = self.look_at(path);
        let stat = found.and_then(|file| Ok(fs::fstat(file)?));
        stat.is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::RegularFile)
    }

    fn list(&self, folder: &str) -> Result<Vec<Name>> {
        let handle = self.open_at(folder, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?;
        let mut names = Vec::new();
        for entry in fs::Dir::read_from(handle)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != "." && name != ".." {
                let kind = entry.file_type();
                let (is_folder, is_link) = (kind == FileType::Directory, kind == FileType::Symlink);
                names.push(Name { name, is_folder, is_link });
            }
        }
        Ok(names)
    }

    fn create(&self, path: &RelPath, bytes: &[u8], like: Like) -> Result<()> {
        let model = match like {
            Like::File(model) => {
                Some(self.open_at(model.as_str(), OFlags::RDONLY, Mode::empty())?)
            }
            Like::Content | Like::Private => None,
        };
        // What is to be as another file is shown to nobody before it is.
        let mode = Mode::from_raw_mode(if like == Like::Content { CONTENT } else { PRIVATE });
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW;
        let file = self.open_at(path.as_str(), flags, mode)?;
        let written = write_all(file, bytes, model);
        if written.is_err() {
            // Half a file under a new name helps nobody; the caller still has the bytes.
            let _ = self.remove(path);
        }
        written
    }

    fn look(&self, path: &RelPath) -> Result<Look> {
        let file = self.look_at(path)?;
        let stat = fs::fstat(&file)?;
        let time = |seconds: i64, nanos: u32| {
            UNIX_EPOCH + Duration::new(seconds.max(0).cast_unsigned(), nanos)
        };
        let written = time(stat.st_mtime, stat.st_mtime_nsec as u32);
        let changed = time(stat.st_ctime, stat.st_ctime_nsec as u32);
        #[expect(clippy::disallowed_methods, reason = "the age of a file is the disk's to tell")]
        let age = SystemTime::now().duration_since(written).unwrap_or_default();
        Ok(Look { bytes: stat.st_size.cast_unsigned(), written, changed, age })
    }

    fn touch(&self, path: &RelPath) -> Result<()> {
        let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
        let times = Timestamps { last_access: now, last_modification: now };
        let flags = AtFlags::SYMLINK_NOFOLLOW;
        Ok(fs::utimensat(self.parent(path)?, path.file_name(), &times, flags)?)
    }

    fn append(&self, path: &RelPath, bytes: &[u8]) -> Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::APPEND | OFlags::NOFOLLOW;
        let mode = Mode::from_raw_mode(PRIVATE);
        let mut file = File::from(self.open_at(path.as_str(), flags, mode)?);
        file.write_all(bytes).and_then(|()| file.sync_data()).map_err(|error| other(&error))
    }

    fn sync_folder(&self, folder: &str) -> Result<()> {
        let handle = self.open_at(folder, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty())?;
        Ok(fs::fsync(handle)?)
    }

    fn exchange(&self, a: &RelPath, b: &RelPath) -> Result<()> {
        self.rename(a, b, RenameFlags::EXCHANGE)
    }

    fn rename_new(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        match self.rename(from, to, RenameFlags::NOREPLACE) {
            // No such flag here: a link refuses an existing name just as well.
            Err(Refusal::Unsupported) => self.link(from, to).and_then(|()| self.remove(from)),
            done => done,
        }
    }

    fn replace(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        self.rename(from, to, RenameFlags::empty())
    }

    fn link(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        let (from_dir, to_dir) = (self.parent(from)?, self.parent(to)?);
        let flags = AtFlags::empty();
        Ok(fs::linkat(&from_dir, from.file_name(), &to_dir, to.file_name(), flags)?)
    }

    fn remove(&self, path: &RelPath) -> Result<()> {
        Ok(fs::unlinkat(self.parent(path)?, path.file_name(), AtFlags::empty())?)
    }

    fn make_folder(&self, folder: &str) -> Result<()> {
        let there =
            || self.open_at(folder, OFlags::RDONLY | OFlags::DIRECTORY, Mode::empty()).map(drop);
        match there() {
            // Above the root there is nothing to make it in.
            Err(Refusal::Missing) if !folder.is_empty() => {}
            done => return done,
        }
        let path = RelPath::new(folder);
        self.make_folder(path.parent())?;
        match fs::mkdirat(self.parent(&path)?, path.file_name(), Mode::from_raw_mode(0o777)) {
            Ok(()) => self.sync_folder(path.parent()),
            // Made by another meanwhile, or no folder at all.
            Err(Errno::EXIST) => there(),
            Err(error) => Err(error.into()),
        }
    }

    fn lock(&self, path: &RelPath) -> Result<Option<Lock>> {
        let file = File::from(self.open_at(path.as_str(), OFlags::RDWR, Mode::empty())?);
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(_)) => Err(Refusal::Unsupported),
        }
    }

    fn remove_empty_folder(&self, folder: &str) {
        let path = RelPath::new(folder);
        if let Ok(parent) = self.parent(&path) {
            let _ = fs::unlinkat(parent, path.file_name(), AtFlags::REMOVEDIR);
        }
    }
}

fn write_all(file: OwnedFd, bytes: &[u8], model: Option<OwnedFd>) -> Result<()> {
    if let Some(model) = model {
        attributes::copy(model.as_fd(), file.as_fd())?;
    }
    let mut file = File::from(file);
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| other(&error))
}

fn other(error: &std::io::Error) -> Refusal {
    match error.raw_os_error().map(Errno::from_raw_os_error) {
        Some(errno) => errno.into(),
        None => Refusal::Other { reason: error.kind().to_string() },
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        other(&error)
    }
}

impl From<Errno> for Refusal {
    fn from(error: Errno) -> Self {
        match error {
            Errno::NOENT | Errno::STALE => Self::Missing,
            Errno::EXIST => Self::Exists,
            Errno::XDEV | Errno::LOOP => Self::Link,
            Errno::ISDIR | Errno::NXIO => Self::NotAFile,
            Errno::NOTDIR => Self::NotAFolder,
            Errno::NOSPC | Errno::DQUOT => Self::Full,
            Errno::ROFS | Errno::ACCESS | Errno::PERM => Self::ReadOnly,
            error => Self::Other { reason: std::io::Error::from(error).kind().to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_that_cannot_be_opened_any_more_is_refused_and_not_looked_for_above_itself() {
        let file = tempfile::tempfile().expect("a file");
        let disk = Disk { root: file.into(), most: MAX_BYTES };
        assert_eq!(disk.make_folder("objects/ab"), Err(Refusal::NotAFolder));
        assert_eq!(disk.make_folder(""), Err(Refusal::NotAFolder));
    }
}
