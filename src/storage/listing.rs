//! Which names in a folder are posts, which are another program's left-overs, and which
//! are nobody's business.

use crate::domain::{Problem, ProblemKind, RelPath};

/// What our own unfinished writes are called; never a post, kept out of git.
pub const TEMPORARY: &str = ".palinsesto-";

pub enum Listed {
    Post(RelPath),
    Foreign(Problem),
    Ignored,
}

pub fn classify(folder: &str, name: &str) -> Listed {
    let path = RelPath::new(format!("{folder}/{name}"));
    if name.starts_with(TEMPORARY) || !name.contains(".toml") {
        Listed::Ignored
    } else if is_foreign_copy(name) {
        Listed::Foreign(Problem::whole(path, ProblemKind::ForeignCopy))
    } else if name.strip_suffix(".toml").is_some() && !name.starts_with('.') {
        Listed::Post(path)
    } else {
        Listed::Ignored
    }
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
