//! What a view says, sorted by what makes it worth saying: arriving somewhere, standing
//! on something else, a line that is new, a word that was typed. Plain data; whoever
//! speaks remembers what was said before.

use crate::text::width::{grapheme_indices, width};
use crate::ui::{InputView, Role, Span};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Where one is: said on arriving, and when it changes.
    pub place: String,
    /// It lies over the room's own view: leaving it is coming back, not arriving.
    pub over: bool,
    /// What is there: said on arriving.
    pub lines: Vec<String>,
    /// Lines that appear later are news.
    pub live: bool,
    /// What is selected: said when it changes.
    pub here: Vec<String>,
    /// How things stand: said when one of them changes.
    pub notes: Vec<String>,
    pub typing: Option<Typing>,
}

/// A text with a cursor in it, revealed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typing {
    pub label: String,
    pub text: String,
    /// Byte offset in `text`.
    pub cursor: usize,
    /// Bytes of `text`.
    pub selection: Range<usize>,
    /// Said while the text is empty.
    pub placeholder: String,
}

impl Said {
    pub fn at(place: impl Into<String>) -> Self {
        Self { place: place.into(), ..Self::default() }
    }

    /// Everything, as one would hear it on arriving.
    pub fn all(&self) -> Vec<String> {
        let place = [&self.place].into_iter().filter(|place| !place.is_empty());
        let typed = self.typing.iter().flat_map(|typing| typing.text.lines());
        let mut all: Vec<String> = place.chain(&self.lines).cloned().collect();
        all.extend(typed.map(str::to_owned));
        all.extend(self.here.iter().chain(&self.notes).cloned());
        all
    }
}

impl Typing {
    /// `None` where the line has not the focus.
    pub fn in_input(label: &str, input: &InputView) -> Option<Self> {
        let cursor = input.cursor?;
        let selection = input.selection.clone().unwrap_or_default();
        Some(Self {
            label: label.to_owned(),
            cursor: byte_at(&input.text, cursor),
            selection: byte_at(&input.text, selection.start)..byte_at(&input.text, selection.end),
            text: input.text.clone(),
            placeholder: input.placeholder.clone(),
        })
    }

    /// `None` where no cursor stands among the spans.
    pub fn in_spans(label: &str, spans: &[Span]) -> Option<Self> {
        let mut typing = Self { label: label.to_owned(), ..Self::default() };
        let mut found = false;
        for (i, span) in spans.iter().enumerate() {
            let at = typing.text.len();
            let behind = i + 1 == spans.len() && span.text == " ";
            match span.role {
                Role::Cursor => {
                    (typing.cursor, found) = (at, true);
                    // The cell behind the end is no part of the text.
                    if behind {
                        break;
                    }
                }
                Role::Selection if typing.selection.is_empty() => {
                    typing.selection = at..at + span.text.len();
                }
                Role::Selection => typing.selection.end = at + span.text.len(),
                _ => {}
            }
            typing.text.push_str(&span.text);
        }
        found.then_some(typing)
    }
}

fn byte_at(text: &str, cells: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in grapheme_indices(text) {
        if used >= cells {
            return at;
        }
        used += width(grapheme);
    }
    text.len()
}
