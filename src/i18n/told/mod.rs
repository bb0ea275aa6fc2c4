//! What went wrong or was noticed, in words: a sentence and what to do next. Owns their
//! shape; each kind has a file of its own. Nothing here decides what is worth saying.

mod ai;
mod approval;
mod failure;
mod finding;
mod plan;
mod problem;
mod signature;

use super::Words;

/// A sentence and its next step. The step is empty where nothing can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub sentence: String,
    pub next: String,
}

pub(super) fn told(sentence: String, next: String) -> Told {
    Told { sentence, next }
}

impl Words {
    /// A next step that names a key, or what does the same without a screen.
    pub fn step(&self, on_screen: String, without: String) -> String {
        if self.no_screen { without } else { on_screen }
    }
}
