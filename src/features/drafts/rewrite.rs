//! Writing over a sentence in place: a buffer whose machine words are marked, so that the
//! hand's words can be told from them, key by key, through undo.

use crate::domain::{Id, Spot, blanks};
use crate::features::Outcome;
use crate::features::line::{edit_line, set_line};
use crate::text::Buffer;
use crate::text::buffer::{Inside, Span, SpanId};
use crate::vocab::Action;
use std::ops::Range;

/// What the machine wrote and no hand has touched.
const MACHINE: SpanId = SpanId(0);

#[derive(Debug, Clone)]
pub struct Rewriting {
    pub suggestion: Id,
    pub spot: Spot,
    pub original: String,
    pub buffer: Buffer,
    /// `Esc` was pressed over changed words: it asks what becomes of them.
    pub leaving: bool,
}

impl Rewriting {
    pub fn new(suggestion: Id, spot: Spot, words: &str) -> Self {
        let mut buffer = Buffer::one_line(words);
        buffer.add_span(Span { id: MACHINE, range: 0..words.len(), inside: Inside::Tears });
        if let Some(blank) = blanks(words).next() {
            // What is typed takes its place.
            buffer.move_to(blank.start, false);
            buffer.move_to(blank.end, true);
        }
        Self { suggestion, spot, original: words.to_owned(), buffer, leaving: false }
    }

    /// The same with other words in it by now, as one step of its undo.
    pub fn over(suggestion: Id, spot: Spot, original: &str, words: &str) -> Self {
        let mut over = Self::new(suggestion, spot, original);
        set_line(&mut over.buffer, words);
        over
    }

    /// The bytes that are still the machine's.
    pub fn machine(&self) -> Vec<Range<usize>> {
        self.buffer.spans().iter().map(|span| span.range.clone()).collect()
    }

    pub fn is_changed(&self) -> bool {
        self.buffer.text() != self.original
    }

    /// Any key that writes goes on with it.
    pub fn update(&mut self, action: &Action) -> Outcome {
        self.leaving = false;
        typed(&mut self.buffer, action)
    }
}

/// What an action does to a line of this room.
pub fn typed(line: &mut Buffer, action: &Action) -> Outcome {
    edit_line(line, action).map_or(Outcome::Ignored, Outcome::Handled)
}
