//! Where the folder stands: branch, changed files, commits ahead and behind.
//!
//! Reads `git status --porcelain=v2 -z --branch` and nothing else.

use super::call::Git;
use super::{Leash, Trouble};
use std::path::Path;

/// What the header says about git.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Status {
    /// `None` on a detached HEAD. Untrusted text: reveal it.
    pub branch: Option<String>,
    /// Files of the content folder that differ from the last commit, new ones included.
    pub changed: usize,
    /// Commits the upstream does not have; 0 without an upstream.
    pub ahead: usize,
    /// Commits only the upstream has.
    pub behind: usize,
}

/// `None` outside a repository, without git, or where git refuses (another owner).
pub fn status(root: &Path) -> Option<Status> {
    status_on(root, &Leash::default()).ok()
}

/// The same, for whoever may want to end it, with the reason why there is no answer.
pub fn status_on(root: &Path, leash: &Leash) -> Result<Status, Trouble> {
    let answer = Git::reading_on(root, leash).answer(&[
        "status",
        "--porcelain=v2",
        "-z",
        "--branch",
        "--untracked-files=all",
        // A submodule's own config is not ours to have read.
        "--ignore-submodules=all",
        "--",
        ".",
    ])?;
    Ok(parse(&answer))
}

fn parse(answer: &[u8]) -> Status {
    let mut status = Status::default();
    let mut records = answer.split(|&byte| byte == 0);
    while let Some(record) = records.next() {
        match record.first() {
            Some(b'#') => header(&String::from_utf8_lossy(record), &mut status),
            // A rename is followed by the path it had before.
            Some(b'2') => {
                status.changed += 1;
                records.next();
            }
            Some(b'1' | b'u' | b'?') => status.changed += 1,
            _ => {}
        }
    }
    status
}

fn header(line: &str, status: &mut Status) {
    if let Some(name) = line.strip_prefix("# branch.head ") {
        status.branch = (name != "(detached)").then(|| name.to_owned());
    } else if let Some(counts) = line.strip_prefix("# branch.ab ") {
        let mut counts = counts.split(' ').map(|n| n[1.min(n.len())..].parse().unwrap_or(0));
        status.ahead = counts.next().unwrap_or(0);
        status.behind = counts.next().unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rename_counts_once_and_its_old_path_not_at_all() {
        let answer = b"# branch.oid 0123\0# branch.head main\0# branch.upstream origin/main\0\
            # branch.ab +2 -1\x001 .M N... 100644 100644 100644 1 1 voice.toml\0\
            2 R. N... 100644 100644 100644 1 1 R100 posts/b.toml\0# branch.head bait\0\
            ? ideas/nuova idea.toml\0";
        let expected = Status { branch: Some("main".into()), changed: 3, ahead: 2, behind: 1 };
        assert_eq!(parse(answer), expected);
    }

    #[test]
    fn a_detached_head_has_no_branch() {
        assert_eq!(parse(b"# branch.oid 01\0# branch.head (detached)\0"), Status::default());
    }
}
