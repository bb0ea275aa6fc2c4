//! The history around the folder: branch, changes, author, a first history.
//!
//! Every call is the user's own `git` with everything that could run somebody else's
//! code switched off (`call.rs`), and ended when it does not answer (`crate::child`). Reads never
//! fail loudly: without git, or outside a repository, the answer is `None`. Never fetches,
//! pushes, or touches the content.

mod call;
mod history;
mod status;
#[cfg(test)]
mod tests;
mod versions;

pub use crate::child::Leash;
pub use call::Trouble;
pub use history::{Begun, Commit, begin, commit, init};
pub use status::{Status, status, status_on};
pub use versions::{Version, changed_since, file_at, versions};

use call::Git;
use std::path::Path;

/// Whether `root` is inside a work tree.
pub fn is_repo(root: &Path) -> bool {
    Git::reading(root).line(&["rev-parse", "--is-inside-work-tree"]).as_deref() == Ok("true")
}

/// The version of the user's git, such as `2.39.5`.
pub fn version() -> Result<String, Trouble> {
    let said = Git::reading(Path::new(".")).line(&["version"])?;
    Ok(said.strip_prefix("git version ").unwrap_or(&said).to_owned())
}

/// The full hash of the current commit; `None` before the first.
pub fn head(root: &Path) -> Option<String> {
    Git::reading(root).line(&["rev-parse", "--verify", "--quiet", "HEAD"]).ok()
}

/// Who git says is working here, as `Ada Neri <ada@example.org>`. Only what a person has
/// set counts: git's guess from the machine's name is no answer.
pub fn author(root: &Path) -> Option<String> {
    author_on(root, &Leash::default()).ok().flatten()
}

/// The same, for whoever may want to end it. Only that git did not answer is an error.
pub fn author_on(root: &Path, leash: &Leash) -> Result<Option<String>, Trouble> {
    let git = Git::reading_on(root, leash).with("user.useConfigOnly", "true");
    let ident = match git.line(&["var", "GIT_AUTHOR_IDENT"]) {
        Err(silent @ Trouble::Silent { .. }) => return Err(silent),
        ident => ident.unwrap_or_default(),
    };
    // `Ada Neri <ada@example.org> 1764000000 +0100`
    let end = ident.rfind('>');
    Ok(end.and_then(|end| ident.get(..=end)).map(str::to_owned))
}
