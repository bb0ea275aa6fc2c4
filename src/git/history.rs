//! Making a repository and giving it commits, for a folder this program has just made.
//!
//! Author, committer and date are handed in; the user's signing, hooks, templates,
//! ignore lists and attributes play no part. Never for a folder that had a history.

use super::call::{Git, Trouble};
use crate::domain::RelPath;
use chrono::{DateTime, FixedOffset};
use std::path::Path;

/// One commit to make: exactly these paths, as they are on disk now.
#[derive(Debug, Clone, PartialEq)]
pub struct Commit<'a> {
    /// Author and committer, as `Ada Neri <ada@example.org>`.
    pub by: &'a str,
    pub at: DateTime<FixedOffset>,
    pub message: &'a str,
    pub paths: &'a [RelPath],
}

/// A repository with a `main` branch and nothing in it; harmless where one exists.
pub fn init(root: &Path) -> Result<(), Trouble> {
    init_with(&Git::fresh(root))
}

/// What became of the history of a new folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    Committed,
    /// It had a history before, or git does not know who is working here.
    LeftToPerson,
}

/// A repository whose first commit holds these paths, by whoever git says is working here.
pub fn begin(
    root: &Path,
    at: DateTime<FixedOffset>,
    message: &str,
    paths: &[RelPath],
) -> Result<Begun, Trouble> {
    init(root)?;
    let by = super::author(root).filter(|_| super::head(root).is_none());
    let Some(by) = by else { return Ok(Begun::LeftToPerson) };
    commit(root, &Commit { by: &by, at, message, paths })?;
    Ok(Begun::Committed)
}

pub fn commit(root: &Path, commit: &Commit) -> Result<(), Trouble> {
    commit_with(Git::fresh(root), commit)
}

pub(super) fn init_with(git: &Git) -> Result<(), Trouble> {
    git.run(&["init", "--quiet", "--initial-branch=main", "--template="], &[]).map(drop)
}

pub(super) fn commit_with(git: Git, commit: &Commit) -> Result<(), Trouble> {
    let at = commit.at.to_rfc3339();
    let (name, mail) = commit.by.split_once('<').unwrap_or((commit.by, ""));
    let (name, mail) = (name.trim(), mail.trim_end_matches('>'));
    let git = git
        .with("core.attributesFile", "/dev/null")
        .with("core.excludesFile", "/dev/null")
        .with("core.autocrlf", "false")
        .with_env("GIT_AUTHOR_NAME", name)
        .with_env("GIT_AUTHOR_EMAIL", mail)
        .with_env("GIT_AUTHOR_DATE", at.as_str())
        .with_env("GIT_COMMITTER_NAME", name)
        .with_env("GIT_COMMITTER_EMAIL", mail)
        .with_env("GIT_COMMITTER_DATE", at.as_str());
    let mut paths = Vec::new();
    for path in commit.paths {
        paths.extend_from_slice(path.as_str().as_bytes());
        paths.push(0);
    }
    let add = ["add", "--pathspec-from-file=-", "--pathspec-file-nul"];
    git.run(&add, &paths)?;
    let save = ["commit", "--quiet", "--no-verify", "--no-gpg-sign", "--file=-"];
    git.run(&save, commit.message.as_bytes()).map(drop)
}
