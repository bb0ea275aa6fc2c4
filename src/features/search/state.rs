//! What a search remembers: the words, what was found so far, what is chosen.

use crate::domain::Hit;
use crate::text::Buffer;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub line: Buffer,
    /// The number of the last question; answers to earlier ones are dropped.
    pub asked: u64,
    pub hits: Vec<Hit>,
    /// The whole archive was looked at.
    pub complete: bool,
    /// Index in `hits`.
    pub selected: usize,
}

impl State {
    /// What is looked for: nothing while only spaces were typed.
    pub fn query(&self) -> Option<&str> {
        Some(self.line.text().trim()).filter(|query| !query.is_empty())
    }

    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.selected)
    }

    pub fn step(&mut self, rows: isize) {
        let last = self.hits.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
    }

    /// Takes what was found; the choice stays on its post while it is still there.
    pub fn take(&mut self, hits: Vec<Hit>, complete: bool) {
        let chosen = self.hit().map(|hit| hit.path.clone());
        self.selected = chosen
            .and_then(|path| hits.iter().position(|hit| hit.path == path))
            .unwrap_or_default();
        self.hits = hits;
        self.complete = complete;
    }
}
