//! The built-in composer: drafts from the brand's own facts and voice, offline.
//!
//! It is no AI and says so: it chooses sentences of `assets/composer` and puts facts
//! between them. Figures, names, dates and links come from the ask or not at all: where
//! they are missing, it asks for them with a blank that a hand fills. One seed, one draft.

mod chance;
mod grammar;
mod matter;
mod phrases;
mod plan;
mod remarks;
mod tasks;

use super::{Ask, Ended, Piece, Prompt, Source, SourceInfo, Stop, Written};
use crate::domain::{Extras, Failure, ModelText, Unusable};

/// Raised when the sentences or the way they are chosen change.
const VERSION: &str = "6";

#[derive(Debug, Clone, Copy, Default)]
pub struct Composer;

impl Source for Composer {
    fn describe(&self) -> SourceInfo {
        SourceInfo {
            provider: "composer".to_owned(),
            model: format!("composer-{VERSION}"),
            host: None,
            is_ai: false,
        }
    }

    fn prompt(&self, ask: &Ask) -> Prompt {
        Prompt {
            to: self.describe(),
            template: format!("composer-{}@{VERSION}", phrases::of(&ask.lang).lang),
            system: String::new(),
            user: String::new(),
            sent: String::new(),
            layers: Vec::new(),
            remarks: tasks::draft(ask).map(|draft| draft.remarks).unwrap_or_default(),
        }
    }

    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure> {
        let plan::Draft { paragraphs, breaks, hashtags, .. } = tasks::draft(ask)?;
        let mut text = String::new();
        let mut ended = Ended::Complete;
        'writing: for (at, paragraph) in paragraphs.into_iter().enumerate() {
            let between = if breaks.contains(&at) { "\u{c}" } else { "\n\n" };
            let mut before = if text.is_empty() { "" } else { between };
            for sentence in paragraph {
                if stop.is_triggered() {
                    ended = Ended::Stopped;
                    break 'writing;
                }
                let words = format!("{before}{sentence}");
                text.push_str(&words);
                sink(Piece::Text(words));
                before = " ";
            }
        }
        if text.is_empty() && ended == Ended::Complete {
            return Err(Failure::AiUnusable { why: Unusable::Empty });
        }
        let whole = ended == Ended::Complete;
        let hashtags = if whole { hashtags } else { Vec::new() };
        let extras = if whole { tasks::extras(ask) } else { Extras::default() };
        Ok(Written { text: ModelText::new(text), hashtags, extras, ended })
    }
}

#[cfg(test)]
mod tests;
