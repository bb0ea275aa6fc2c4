//! Earlier versions of a file, and what differs from another commit. Reads only.

use super::Trouble;
use super::call::Git;
use crate::domain::RelPath;
use std::path::Path;

/// So many versions of one file are looked through.
const MOST: &str = "200";

/// One commit that changed a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub commit: String,
    /// `Ada Neri <ada@example.org>`.
    pub by: String,
    /// The day it was made, as `2026-11-22`.
    pub day: String,
    pub subject: String,
}

/// The paths below `folders` that are not as they are in a commit, also where nobody has
/// committed them yet. An error where there is no such commit.
pub fn changed_since(root: &Path, base: &str, folders: &[&str]) -> Result<Vec<RelPath>, Trouble> {
    let git = Git::reading(root);
    let commit = format!("{base}^{{commit}}");
    let commit = git.line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    let list = |arguments: &[&str]| -> Result<Vec<RelPath>, Trouble> {
        let arguments = [arguments, &["--"], folders].concat();
        let names = git.answer(&arguments)?;
        let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(|name| RelPath::new(String::from_utf8_lossy(name))).collect())
    };
    let mut paths = list(&["diff", "--name-only", "--no-renames", "--relative", "-z", &commit])?;
    paths.extend(list(&["ls-files", "--others", "--exclude-standard", "-z"])?);
    Ok(paths)
}

/// The commits that changed a file, newest first; the file may have had another name before.
pub fn versions(root: &Path, path: &RelPath) -> Result<Vec<(Version, RelPath)>, Trouble> {
    let format = "--format=%x01%H%x00%aN <%aE>%x00%as%x00%s%x00";
    let arguments =
        ["log", "--follow", "--name-only", "--relative", "-z", "-n", MOST, format, "--"];
    let said = Git::reading(root).answer(&[&arguments[..], &[path.as_str()]].concat())?;
    let said = String::from_utf8_lossy(&said).into_owned();
    let version = |record: &str| {
        let mut parts = record.split('\0').map(|part| part.trim_matches('\n').to_owned());
        let (commit, by, day) = (parts.next()?, parts.next()?, parts.next()?);
        let subject = parts.next()?;
        let named = parts.find(|part| !part.is_empty()).map(RelPath::new);
        let path = named.unwrap_or_else(|| path.clone());
        Some((Version { commit, by, day, subject }, path))
    };
    Ok(said.split('\u{1}').filter_map(version).collect())
}

/// What a file held in a commit; `None` where it was not there.
pub fn file_at(root: &Path, commit: &str, path: &RelPath) -> Option<Vec<u8>> {
    let object = format!("{commit}:./{path}");
    Git::reading(root).answer(&["show", "--no-textconv", "--end-of-options", &object]).ok()
}
