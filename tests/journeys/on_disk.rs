//! What a story looks at besides the screen: the files of the folder, and git.

use std::path::Path;
use std::process::Command;

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

pub fn git(folder: &Path, args: &[&str]) -> String {
    git_with(folder, &folder.join(".git/index"), args)
}

/// The same with an index of its own.
pub fn git_with(folder: &Path, index: &Path, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=Ada Neri", "-c", "user.email=ada@example.org"])
        .args(args)
        .current_dir(folder)
        .env("GIT_INDEX_FILE", index)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
