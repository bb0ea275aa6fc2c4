//! What is wrong in the folder, by path: a file is one problem. Forgotten folder by folder,
//! as it is told anew.

use crate::domain::{IDEAS, NOTES, Problem, RelPath};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub(super) struct Problems(BTreeMap<RelPath, Problem>);

impl Problems {
    pub fn put(&mut self, problem: Problem) {
        self.0.insert(problem.path.clone(), problem);
    }

    pub fn remove(&mut self, path: &RelPath) {
        self.0.remove(path);
    }

    /// What needs somebody.
    pub fn faults(&self) -> impl Iterator<Item = &Problem> {
        self.0.values().filter(|problem| !problem.kind.is_note())
    }

    /// What is only worth knowing.
    pub fn notes(&self) -> impl Iterator<Item = &Problem> {
        self.0.values().filter(|problem| problem.kind.is_note())
    }

    /// Whatever was told of a folder: of its files, of itself, of what stood in its way.
    pub fn forget_folder(&mut self, folder: &str) {
        let above = |path: &RelPath| {
            folder.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('/'))
        };
        let stale = |path: &RelPath, problem: &Problem| {
            path.parent() == folder
                || path.as_str() == folder
                || above(path) && !problem.kind.is_note()
        };
        self.0.retain(|path, problem| !stale(path, problem));
    }

    /// What is wrong with the brand: its own file, voice, facts, prompts.
    pub fn forget_brand(&mut self) {
        let of_posts = |path: &RelPath| ["posts", IDEAS, "drafts", NOTES].contains(&path.top());
        self.0.retain(|path, _| of_posts(path));
    }
}
