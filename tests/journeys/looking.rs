//! What a story asserts: what the screen says, and what has become of the files.

use crate::on_disk::{git_with, walk};
use crate::stage::Stage;

impl Stage {
    /// The screen shows it.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        let screen = self.rows().join("\n");
        assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
        self
    }

    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        let screen = self.rows().join("\n");
        assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
        self
    }

    /// What `git diff` says of the folder, new files included, and nothing else.
    #[track_caller]
    pub fn diff(&self) -> String {
        // In an index of its own, where new files count and nothing is disturbed.
        let quiet = ["-c", "core.quotePath=false"];
        let index = self.home.path().join("index");
        let with_index = |args: &[&str]| git_with(&self.folder, &index, args);
        with_index(&["read-tree", "HEAD"]);
        with_index(&["add", "-A"]);
        let diff = ["diff", "--cached", "-M", "--no-color", "-U0"];
        with_index(&[&quiet[..], &diff[..]].concat())
    }

    /// Lines that `git diff` adds and takes away, without its headers.
    #[track_caller]
    pub fn changed(&self) -> Vec<String> {
        let is_header = |line: &&str| line.starts_with("+++ ") || line.starts_with("--- ");
        let diff = self.diff();
        let lines = diff.lines().filter(|line| line.starts_with(['+', '-']));
        lines.filter(|line| !is_header(line)).map(str::to_owned).collect()
    }

    #[track_caller]
    pub fn file(&self, path: &str) -> String {
        let text = std::fs::read_to_string(self.folder.join(path));
        text.unwrap_or_else(|error| panic!("{path}: {error}; {:?}", self.files("")))
    }

    /// The only file whose name holds `part`.
    #[track_caller]
    pub fn only(&self, part: &str) -> String {
        let found: Vec<String> =
            self.files("").into_iter().filter(|path| path.contains(part)).collect();
        let [path] = found.as_slice() else { panic!("{part}: {found:?}, {:?}", self.files("")) };
        path.clone()
    }

    /// Every file below a folder, relative to the content folder, sorted.
    pub fn files(&self, below: &str) -> Vec<String> {
        let mut found = Vec::new();
        walk(&self.folder.join(below), &self.folder, &mut found);
        // Kept for a moment after a save, in case somebody is still writing into them.
        found.retain(|path| !path.contains(".palinsesto-") && !path.starts_with(".git/"));
        found.sort();
        found
    }
}
