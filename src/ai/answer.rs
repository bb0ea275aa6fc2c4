//! An answer being collected: preview to the sink, cap on its size, how it ended.
//!
//! The same for every source that streams, whatever carries the words. Reasoning goes no
//! further than this file.

use super::clean::{self, Cleaned, Cleaner};
use super::shape::{Found, Shape};
use super::thoughts::Thoughts;
use super::{Ended, Piece, Written};
use crate::domain::{Extras, Failure, Form, ModelText, Unusable};

/// No post is this long; a source that writes more has lost its way.
const MOST_TEXT: usize = 64 * 1024;

pub(super) struct Answer<'a> {
    thoughts: Thoughts,
    /// Where the post was asked for in JSON.
    shape: Option<Shape>,
    cleaner: Cleaner,
    sink: &'a mut dyn FnMut(Piece),
    thinking: bool,
}

impl<'a> Answer<'a> {
    /// An answer in plain text.
    pub fn new(sink: &'a mut dyn FnMut(Piece)) -> Self {
        Self::in_form(Form::Text, sink)
    }

    pub fn in_form(form: Form, sink: &'a mut dyn FnMut(Piece)) -> Self {
        Self {
            thoughts: Thoughts::default(),
            shape: (form != Form::Text).then(Shape::default),
            cleaner: Cleaner::default(),
            sink,
            thinking: false,
        }
    }

    /// Takes the next words; fails when there are too many of them.
    pub fn push(&mut self, words: &str) -> Result<(), Failure> {
        let left = self.thoughts.push(words);
        if left.forget {
            self.shape = self.shape.take().map(|_| Shape::default());
            self.cleaner = Cleaner::default();
        }
        if left.forget || self.thoughts.is_inside() {
            self.thinking();
        }
        self.take(&left.words)
    }

    /// The source is reasoning; said once.
    pub fn thinking(&mut self) {
        if !std::mem::replace(&mut self.thinking, true) {
            (self.sink)(Piece::Thinking);
        }
    }

    /// What came, and how it ended. An end without a word is a failure, unless the
    /// person asked for it.
    pub fn end(mut self, ended: Ended) -> Result<Written, Failure> {
        let held = self.thoughts.rest();
        let ended = match self.take(&held) {
            Ok(()) => ended,
            Err(failure) => Ended::Broken(failure),
        };
        let undecided = self.shape.as_mut().map(Shape::rest).unwrap_or_default();
        let mut shown = self.cleaner.push(&undecided);
        shown += &self.cleaner.rest();
        self.show(shown);
        let found = self.shape.as_ref().map_or(Found::Plain, Shape::found);
        let mut extras = Extras::default();
        let Cleaned { text, hashtags } = match &found {
            Found::Plain => self.cleaner.finish(),
            Found::Post { post, .. } => {
                let mut cleaned = match post.messages() {
                    messages if messages.len() > 1 => clean::clean_messages(&messages),
                    messages => clean::clean(&messages.concat()),
                };
                cleaned.hashtags.extend(post.hashtags.iter().cloned());
                let mut seen = std::collections::BTreeSet::new();
                cleaned.hashtags.retain(|tag| seen.insert(tag.to_lowercase()));
                let some = |words: String| (!words.is_empty()).then(|| ModelText::new(words));
                extras = Extras {
                    headline: some(clean::clean_line(&post.headline)),
                    first_comment: some(clean::clean_beside(&post.first_comment)),
                };
                cleaned
            }
            Found::Other => Cleaned { text: String::new(), hashtags: Vec::new() },
        };
        // JSON that was never closed was cut, whatever the server calls it.
        let ended = match (ended, &found) {
            (Ended::Complete, Found::Post { whole: false, .. }) => Ended::Cut,
            (ended, _) => ended,
        };
        if text.is_empty() {
            let why = match ended {
                Ended::Stopped => None,
                Ended::Broken(failure) => return Err(failure),
                Ended::Cut => Some(Unusable::NoRoom),
                Ended::Complete if found == Found::Other => Some(Unusable::WrongShape),
                Ended::Complete => Some(Unusable::Empty),
            };
            if let Some(why) = why {
                return Err(Failure::AiUnusable { why });
            }
        }
        Ok(Written { text: ModelText::new(text), hashtags, extras, ended })
    }

    fn take(&mut self, words: &str) -> Result<(), Failure> {
        let taken = self.shape.as_ref().map_or(self.cleaner.len(), Shape::len);
        if taken + words.len() > MOST_TEXT {
            return Err(Failure::AiTooMuch { limit_bytes: MOST_TEXT as u64 });
        }
        let words = match &mut self.shape {
            Some(shape) => shape.push(words),
            None => words.to_owned(),
        };
        let shown = self.cleaner.push(&words);
        self.show(shown);
        Ok(())
    }

    fn show(&mut self, words: String) {
        if !words.is_empty() {
            (self.sink)(Piece::Text(words));
        }
    }
}
