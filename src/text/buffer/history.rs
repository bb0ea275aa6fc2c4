//! Undo and redo of one text.
//!
//! Owns the steps and when two edits are one step: typed letters join until the next
//! word begins, deleted ones likewise, and never across a movement of the cursor.

use super::span::{Span, SpanId, Splice, lost, moved, restore};

/// Cursor and the other end of the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Caret {
    pub cursor: usize,
    pub anchor: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Typed,
    ErasedBack,
    ErasedForward,
    /// Stands alone.
    Whole,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub kind: Kind,
    pub at: usize,
    pub removed: String,
    pub inserted: String,
    pub before: Caret,
    pub after: Caret,
    /// Spans that going back cannot compute.
    pub lost: Vec<Span>,
}

impl Step {
    pub fn splice(&self) -> Splice {
        Splice { at: self.at, removed: self.removed.len(), inserted: self.inserted.len() }
    }

    /// Whether `next` goes on with the same word.
    fn takes(&self, next: &Self) -> bool {
        let goes_on = |before: Option<char>, after: Option<char>| match (before, after) {
            (Some(before), Some(after)) => !before.is_whitespace() || after.is_whitespace(),
            _ => true,
        };
        self.kind == next.kind
            && match self.kind {
                Kind::Typed => {
                    next.removed.is_empty()
                        && next.at == self.at + self.inserted.len()
                        && goes_on(self.inserted.chars().next_back(), next.inserted.chars().next())
                }
                Kind::ErasedBack => {
                    next.at + next.removed.len() == self.at
                        && goes_on(next.removed.chars().next_back(), self.removed.chars().next())
                }
                Kind::ErasedForward => {
                    next.at == self.at
                        && goes_on(self.removed.chars().next_back(), next.removed.chars().next())
                }
                Kind::Whole => false,
            }
    }

    fn take(&mut self, next: Self) {
        // What this step left alone is carried back over it.
        let mut earlier = moved(&next.lost, self.splice().inverse());
        earlier.retain(|span| !self.lost.iter().any(|known| known.id == span.id));
        restore(&mut self.lost, &earlier);
        match self.kind {
            Kind::ErasedBack => {
                self.at = next.at;
                self.removed.insert_str(0, &next.removed);
            }
            _ => self.removed.push_str(&next.removed),
        }
        self.inserted.push_str(&next.inserted);
        self.after = next.after;
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// Whether the last step may still take another edit.
    open: bool,
}

impl History {
    /// Ends the current group: what comes next is a step of its own.
    pub fn close(&mut self) {
        self.open = false;
    }

    pub fn record(&mut self, step: Step) {
        self.undone.clear();
        let open = std::mem::replace(&mut self.open, step.kind != Kind::Whole);
        match self.done.last_mut() {
            Some(last) if open && last.takes(&step) => last.take(step),
            _ => self.done.push(step),
        }
    }

    /// The step to take back; it becomes one that can be done again.
    pub fn undo(&mut self) -> Option<Step> {
        self.close();
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step)
    }

    /// The step to do again. What it loses is told anew, the spans may be others by now.
    pub fn redo(&mut self, spans: &[Span]) -> Option<Step> {
        self.close();
        let mut step = self.undone.pop()?;
        step.lost = lost(spans, step.splice());
        self.done.push(step.clone());
        Some(step)
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Spans taken away by their maker do not come back.
    pub fn forget(&mut self, gone: impl Fn(SpanId) -> bool) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            step.lost.retain(|span| !gone(span.id));
        }
    }
}
