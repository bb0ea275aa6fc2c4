//! The editing buffer: a text, a cursor, a selection, spans and undo.
//!
//! Owns every change to a text being written. The cursor always stands between two
//! graphemes. It draws nothing, knows no key and no clock, and never changes text by
//! itself: what was put in comes out byte for byte.

mod history;
mod layout;
mod motion;
mod search;
mod span;
mod word;

pub use layout::{Layout, Place};
pub use motion::Click;
pub use search::{Find, Found};
pub use span::{Inside, Span, SpanId};

use super::Edit;
use super::message::{BREAK, at_once};
use super::width::{after, before, is_boundary};
use history::{Caret, History, Kind, Step};
use span::Splice;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Buffer {
    text: String,
    caret: Caret,
    /// The column that up and down keep to, in cells.
    goal: Option<usize>,
    spans: Vec<Span>,
    history: History,
    revision: u64,
    one_line: bool,
}

impl Buffer {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let caret = Caret { cursor: text.len(), anchor: None };
        Self { text, caret, ..Self::default() }
    }

    /// For a field of one line: line feeds that are typed or pasted become spaces.
    pub fn one_line(text: impl Into<String>) -> Self {
        Self { one_line: true, ..Self::new(text) }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn into_text(self) -> String {
        self.text
    }

    /// In bytes, between two graphemes.
    pub fn cursor(&self) -> usize {
        self.caret.cursor
    }

    /// What is selected, in bytes; never empty.
    pub fn selection(&self) -> Option<Range<usize>> {
        let (cursor, anchor) = (self.caret.cursor, self.caret.anchor?);
        (cursor != anchor).then(|| cursor.min(anchor)..cursor.max(anchor))
    }

    pub fn selected_text(&self) -> Option<&str> {
        self.selection().map(|range| &self.text[range])
    }

    /// Raised by every change of the text, undo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Selects a range, with the cursor at its end. Both ends go to a grapheme boundary.
    pub fn select(&mut self, range: Range<usize>) {
        self.move_to(range.start, false);
        self.move_to(range.end, true);
    }

    /// Puts the cursor at a byte offset, or at the next grapheme boundary.
    pub fn move_to(&mut self, at: usize, select: bool) {
        let anchor = select.then(|| self.caret.anchor.unwrap_or(self.caret.cursor));
        self.caret = Caret { cursor: boundary(&self.text, at), anchor };
        self.goal = None;
        self.history.close();
    }

    /// Carries out an edit; says whether the text is another one now.
    pub fn apply(&mut self, edit: Edit) -> bool {
        let revision = self.revision;
        let at = self.caret.cursor;
        match edit {
            Edit::Type(typed) => {
                let typed = self.clean(&typed);
                self.overwrite(&typed, Kind::Typed);
            }
            Edit::Paste(pasted) => {
                let pasted = self.clean(&pasted);
                self.overwrite(&pasted, Kind::Whole);
            }
            Edit::NewLine if self.one_line => {}
            Edit::NewLine => self.overwrite("\n", Kind::Whole),
            Edit::Break if self.one_line => {}
            Edit::Break => self.break_message(),
            Edit::DeleteBack => self.erase(before(&self.text, at)..at, Kind::ErasedBack),
            Edit::DeleteForward => self.erase(at..after(&self.text, at), Kind::ErasedForward),
            Edit::DeleteWordBack => self.erase(self.word_before(at), Kind::Whole),
            Edit::DeleteWordForward => self.erase(self.word_after(at), Kind::Whole),
            Edit::DeleteSelection => self.erase(at..at, Kind::Whole),
            Edit::Clear => {
                self.caret.anchor = None;
                self.erase(0..self.text.len(), Kind::Whole);
            }
            Edit::SelectAll => self.select(0..self.text.len()),
            Edit::SelectNone => self.move_to(at, false),
            Edit::Undo => self.undo(),
            Edit::Redo => self.redo(),
        }
        revision != self.revision
    }

    /// Replaces a range as one step of undo, with the cursor behind what was put in: for
    /// completions, accepted sentences and corrections. Nothing happens if the range does
    /// not lie in the text.
    pub fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.text.get(range.clone()).is_some() {
            self.splice(range, with, Kind::Whole);
        }
    }

    /// In order of their start.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Adds a span; one that is empty or not in the text is ignored.
    pub fn add_span(&mut self, span: Span) {
        if self.text.get(span.range.clone()).is_some() {
            self.spans.push(span);
            span::normalise(&mut self.spans);
        }
    }

    /// Takes spans away for good: undo does not bring them back.
    pub fn remove_spans(&mut self, gone: impl Fn(SpanId) -> bool) {
        self.spans.retain(|span| !gone(span.id));
        self.history.forget(gone);
    }

    /// The next message begins here; the space around goes, no message wants it.
    fn break_message(&mut self) {
        let Range { start, end } = self.selection().unwrap_or(self.caret.cursor..self.caret.cursor);
        let inside = |c: char| c != BREAK && c.is_whitespace();
        let (before, after) = (&self.text[..start], &self.text[end..]);
        let start = before.trim_end_matches(inside).len();
        let end = end + after.len() - after.trim_start_matches(inside).len();
        self.splice(start..end, "\u{c}", Kind::Whole);
    }

    fn overwrite(&mut self, with: &str, kind: Kind) {
        let range = self.selection().unwrap_or(self.caret.cursor..self.caret.cursor);
        if !(range.is_empty() && with.is_empty()) {
            self.splice(range, with, kind);
        }
    }

    /// Removes the selection, without one the given range.
    fn erase(&mut self, range: Range<usize>, kind: Kind) {
        let (range, kind) = match self.selection() {
            Some(selected) => (selected, Kind::Whole),
            None => (range, kind),
        };
        if !range.is_empty() {
            self.splice(range, "", kind);
        }
    }

    /// A line feed or a break goes alone: deleting by word does not reach into the line above.
    fn word_before(&self, at: usize) -> Range<usize> {
        let start = before(&self.text, at);
        if self.text[start..at].ends_with(['\n', BREAK]) {
            start..at
        } else {
            word::left(&self.text, at)..at
        }
    }

    fn word_after(&self, at: usize) -> Range<usize> {
        let end = after(&self.text, at);
        if self.text[at..end].ends_with(['\n', BREAK]) {
            at..end
        } else {
            at..word::right(&self.text, at)
        }
    }

    fn splice(&mut self, range: Range<usize>, with: &str, kind: Kind) {
        let splice = Splice { at: range.start, removed: range.len(), inserted: with.len() };
        let step_before = self.caret;
        let lost = span::lost(&self.spans, splice);
        let removed = self.text[range].to_owned();
        self.put(splice, with);
        let cursor = boundary(&self.text, splice.at + with.len());
        self.caret = Caret { cursor, anchor: None };
        self.history.record(Step {
            kind,
            at: splice.at,
            removed,
            inserted: with.to_owned(),
            before: step_before,
            after: self.caret,
            lost,
        });
    }

    fn undo(&mut self) {
        let Some(step) = self.history.undo() else { return };
        self.put(step.splice().inverse(), &step.removed);
        span::restore(&mut self.spans, &step.lost);
        self.caret = step.before;
    }

    fn redo(&mut self) {
        let Some(step) = self.history.redo(&self.spans) else { return };
        self.put(step.splice(), &step.inserted);
        self.caret = step.after;
    }

    fn put(&mut self, splice: Splice, with: &str) {
        self.text.replace_range(splice.at..splice.at + splice.removed, with);
        self.spans = span::moved(&self.spans, splice);
        self.goal = None;
        self.revision += 1;
    }

    /// Terminals send carriage returns, the clipboard of other systems both. Breaks between
    /// messages are made here and never come in from outside.
    fn clean(&self, text: &str) -> String {
        let text = at_once(text).replace("\r\n", "\n").replace('\r', "\n");
        if self.one_line { text.replace('\n', " ") } else { text }
    }
}

/// The position itself, or the next one between two graphemes.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    if is_boundary(text, at) { at } else { after(text, at) }
}

#[cfg(test)]
mod tests;
