//! Where a profile's key comes from: a variable, a file of one's own, a program.
//!
//! Asked for only when something is to be written, never to list who could. The key
//! leaves in a type that cannot be printed.
//!
//! There is no keyring library here: every keyring has a program that prints what it
//! holds (`secret-tool`, `security`, `pass`, `op`), and `key_command` runs it.

#![expect(clippy::disallowed_methods, reason = "a key is read from the variable a profile names")]

use crate::ai::{self, Program, Stop};
use crate::config::ModelProfile;
use crate::domain::{Failure, KeyFault};
use crate::storage::Folder;
use rustix::fs::{Mode, OFlags};
use secrecy::SecretString;
use std::fs::File;
use std::io::Read as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// A file longer than this holds no key, in bytes.
const LONGEST: u64 = 16 * 1024;

/// The key of a profile; none where it names no place to look.
pub fn find(name: &str, own: &ModelProfile, stop: &Stop) -> Result<Option<SecretString>, Failure> {
    let variable = own.key_env.as_deref().and_then(|variable| std::env::var(variable).ok());
    if let Some(value) = variable.as_deref().map(str::trim).filter(|value| !value.is_empty()) {
        return Ok(Some(value.into()));
    }
    if let Some(path) = &own.key_file {
        return from_file(&at_home(path)).map(Some);
    }
    if !own.key_command.is_empty() {
        let program = Program::trusted(own.key_command.clone(), std::env::vars_os());
        return ai::key_from(&program, stop).map(Some);
    }
    match own.key_env {
        Some(_) => Err(Failure::AiNoKey { profile: name.to_owned() }),
        None => Ok(None),
    }
}

/// `~/` is the user's home.
pub(super) fn at_home(path: &Path) -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// The first line of a file that only its owner can read and that is in no content folder.
fn from_file(path: &Path) -> Result<SecretString, Failure> {
    let refused = |why| Failure::AiKeyFile { path: path.to_string_lossy().into_owned(), why };
    let unreadable =
        |error: std::io::Error| refused(KeyFault::Unreadable(error.kind().to_string()));
    // A pipe would wait for a writer.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
    let file =
        rustix::fs::open(path, flags, Mode::empty()).map_err(|error| unreadable(error.into()))?;
    // Of the file that is open: its name may mean another one by now.
    let file = File::from(file);
    let meta = file.metadata().map_err(unreadable)?;
    if !meta.is_file() {
        return Err(unreadable(std::io::ErrorKind::InvalidInput.into()));
    }
    if meta.mode() & 0o077 != 0 {
        return Err(refused(KeyFault::OpenToOthers));
    }
    let whole = std::fs::canonicalize(path).map_err(unreadable)?;
    if whole.parent().and_then(Folder::find).is_some() {
        return Err(refused(KeyFault::InFolder));
    }
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(unreadable)?;
    match text.lines().next().map(str::trim) {
        Some(key) if !key.is_empty() => Ok(key.into()),
        _ => Err(refused(KeyFault::Empty)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret as _;
    use std::os::unix::fs::PermissionsExt as _;

    fn file(dir: &Path, text: &str, mode: u32) -> PathBuf {
        let path = dir.join("chiave");
        std::fs::write(&path, text).expect("a file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("a mode");
        path
    }

    fn fault(path: &Path) -> KeyFault {
        match from_file(path) {
            Err(Failure::AiKeyFile { why, .. }) => why,
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn a_key_file_is_read_when_it_is_nobody_elses() {
        let dir = tempfile::tempdir().expect("a folder");
        for mode in [0o600, 0o400] {
            let path = file(dir.path(), " sk-prova \naltro\n", mode);
            assert_eq!(from_file(&path).expect("a key").expose_secret(), "sk-prova");
            std::fs::remove_file(path).expect("to remove it");
        }
        for mode in [0o640, 0o604, 0o644, 0o610] {
            assert_eq!(fault(&file(dir.path(), "sk-prova", mode)), KeyFault::OpenToOthers);
        }
    }

    #[test]
    fn what_is_no_key_file_is_refused_by_reason() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(fault(&file(dir.path(), "\n", 0o600)), KeyFault::Empty);
        assert!(matches!(fault(&dir.path().join("altrove")), KeyFault::Unreadable(_)));
        assert!(matches!(fault(dir.path()), KeyFault::Unreadable(_)));
        let pipe = dir.path().join("tubo");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, Mode::RUSR, 0)
            .expect("a pipe");
        assert!(matches!(fault(&pipe), KeyFault::Unreadable(_)));
        std::fs::write(dir.path().join("palinsesto.toml"), "").expect("a brand");
        assert_eq!(fault(&file(dir.path(), "sk-prova", 0o600)), KeyFault::InFolder);
    }
}
