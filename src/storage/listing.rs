//! Which names in a folder are posts, which are another program's left-overs, and which
//! are nobody's business.

use super::store::Name;
use crate::domain::{Problem, ProblemKind, RelPath, Week};
use std::path::Path;

/// What our own unfinished writes are called; never a post, kept out of git.
pub const TEMPORARY: &str = ".palinsesto-";

pub enum Listed {
    Post(RelPath),
    Foreign(Problem),
    /// Where a year or a week has to be, and no folder.
    NoFolder(RelPath),
    /// A file that is no post.
    Other(RelPath),
    /// A folder, a link, a hidden file, or one of our own.
    Ignored,
}

pub fn classify(folder: &str, found: &Name) -> Listed {
    let name = found.name.as_str();
    let path = RelPath::new(format!("{folder}/{name}"));
    if name.starts_with(TEMPORARY) {
        Listed::Ignored
    } else if is_expected(path.as_str()) && !found.is_folder {
        Listed::NoFolder(path)
    } else if name.contains(".toml") && is_foreign_copy(name) {
        Listed::Foreign(Problem::whole(path, ProblemKind::ForeignCopy))
    } else if name.starts_with('.') {
        Listed::Ignored
    } else if Path::new(name).extension().is_some_and(|kind| kind == "toml") {
        Listed::Post(path)
    } else if found.is_folder || found.is_link {
        Listed::Ignored
    } else {
        Listed::Other(path)
    }
}

/// A year below `posts/`, or one of its weeks.
pub fn is_expected(folder: &str) -> bool {
    let year = folder.strip_prefix("posts/").unwrap_or_default();
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    is_year || Week::from_folder(folder).is_some()
}

/// Copies that sync tools, merge tools and editors leave beside a file.
fn is_foreign_copy(name: &str) -> bool {
    const MARKS: [&str; 4] = [".sync-conflict-", "conflicted copy", "copia in conflitto", "_conf("];
    const ENDS: [&str; 7] = [".orig", ".rej", "~", ".bak", ".swp", ".swo", ".bck"];
    MARKS.iter().any(|mark| name.contains(mark))
        || ENDS.iter().any(|end| name.ends_with(end))
        || name.starts_with(".#")
        || name.starts_with('#')
}
