//! What a story looks at besides the screen: the files of the folder, and git.

pub use crate::repository::{committed, git_with};
use std::path::Path;

/// Every file below a folder, relative to `root`.
pub fn walk(folder: &Path, root: &Path, out: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, root, out);
        } else {
            let inside = path.strip_prefix(root).expect("inside the folder");
            out.push(inside.to_string_lossy().into_owned());
        }
    }
}
