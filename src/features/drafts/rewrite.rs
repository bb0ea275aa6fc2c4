//! Writing over a sentence in place: a buffer whose machine words are marked, so that the
//! hand's words can be told from them, key by key, through undo.

use crate::domain::Id;
use crate::features::{Outcome, Pane};
use crate::text::buffer::{Inside, Layout, Span, SpanId};
use crate::text::{Buffer, Edit, Motion};
use crate::vocab::{Action, Effect, Target};
use std::ops::Range;

/// What the machine wrote and no hand has touched.
const MACHINE: SpanId = SpanId(0);

#[derive(Debug, Clone)]
pub struct Rewriting {
    pub suggestion: Id,
    /// From 0, in the suggestion.
    pub sentence: usize,
    pub original: String,
    pub buffer: Buffer,
}

impl Rewriting {
    pub fn new(suggestion: Id, sentence: usize, words: &str) -> Self {
        let mut buffer = Buffer::one_line(words);
        buffer.add_span(Span { id: MACHINE, range: 0..words.len(), inside: Inside::Tears });
        Self { suggestion, sentence, original: words.to_owned(), buffer }
    }

    /// The bytes that are still the machine's.
    pub fn machine(&self) -> Vec<Range<usize>> {
        self.buffer.spans().iter().map(|span| span.range.clone()).collect()
    }

    pub fn update(&mut self, action: &Action, pane: Pane) -> Outcome {
        type_into(&mut self.buffer, action, pane)
    }
}

/// Typing, moving and copying in a field. Cutting and copying go to the clipboard of the
/// terminal; what is pasted comes as an edit.
pub fn type_into(buffer: &mut Buffer, action: &Action, pane: Pane) -> Outcome {
    let motion = |buffer: &mut Buffer, motion: Motion, select: bool| {
        let layout = Layout::new(buffer, pane.width.max(8).into(), 1);
        buffer.motion(motion, select, &layout);
        Outcome::done()
    };
    let copied = |buffer: &Buffer| {
        let text = buffer.selected_text().map(str::to_owned);
        text.map_or_else(Vec::new, |text| vec![Effect::CopyToClipboard(text)])
    };
    match action {
        Action::Write(edit) => {
            buffer.apply(edit.clone());
            Outcome::done()
        }
        Action::Undo => {
            buffer.apply(Edit::Undo);
            Outcome::done()
        }
        Action::Redo => {
            buffer.apply(Edit::Redo);
            Outcome::done()
        }
        Action::Go { motion: to, select } => motion(buffer, *to, *select),
        Action::Left => motion(buffer, Motion::Left, false),
        Action::Right => motion(buffer, Motion::Right, false),
        Action::First => motion(buffer, Motion::Start, false),
        Action::Last => motion(buffer, Motion::End, false),
        Action::CopySelection => Outcome::Handled(copied(buffer)),
        Action::CutText => {
            let effects = copied(buffer);
            buffer.apply(Edit::DeleteSelection);
            Outcome::Handled(effects)
        }
        Action::Point(Target::Cell { .. }) => Outcome::done(),
        _ => Outcome::Ignored,
    }
}
