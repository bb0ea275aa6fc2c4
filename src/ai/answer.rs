//! An answer being collected: preview to the sink, cap on its size, how it ended.
//!
//! The same for every source that streams, whatever carries the words.

use super::clean::{Cleaned, Cleaner};
use super::{Ended, Piece, Written};
use crate::domain::{Failure, ModelText, Unusable};

/// No post is this long; a source that writes more has lost its way.
const MOST_TEXT: usize = 64 * 1024;

pub(super) struct Answer<'a> {
    cleaner: Cleaner,
    sink: &'a mut dyn FnMut(Piece),
    thinking: bool,
}

impl<'a> Answer<'a> {
    pub fn new(sink: &'a mut dyn FnMut(Piece)) -> Self {
        Self { cleaner: Cleaner::default(), sink, thinking: false }
    }

    /// Takes the next words; fails when there are too many of them.
    pub fn push(&mut self, words: &str) -> Result<(), Failure> {
        if self.cleaner.len() + words.len() > MOST_TEXT {
            return Err(Failure::AiTooMuch { limit_bytes: MOST_TEXT as u64 });
        }
        let shown = self.cleaner.push(words);
        self.show(shown);
        Ok(())
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
        let rest = self.cleaner.rest();
        self.show(rest);
        let cleaned = self.cleaner.finish();
        if cleaned.text.is_empty() {
            match ended {
                Ended::Stopped => (),
                Ended::Broken(failure) => return Err(failure),
                Ended::Complete | Ended::Cut => {
                    return Err(Failure::AiUnusable { why: Unusable::Empty });
                }
            }
        }
        let Cleaned { text, hashtags } = cleaned;
        Ok(Written { text: ModelText::new(text), hashtags, ended })
    }

    fn show(&mut self, words: String) {
        if !words.is_empty() {
            (self.sink)(Piece::Text(words));
        }
    }
}
