//! Content folders with a history of their own, for the stories that look at `git diff`.

use std::path::Path;
use std::process::Command;

/// Writes the files into `folder` and commits them.
pub fn committed(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    git(folder, &["init", "-q", "-b", "main"]);
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", "Inizio"]);
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
