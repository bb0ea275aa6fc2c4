//! Trying a source out: does it answer, how soon, how fast.
//!
//! A trial is a real suggestion about nothing in particular; nobody keeps it.

#![expect(clippy::disallowed_methods, reason = "a trial measures how long a source takes")]

use super::{Ask, Piece, Source, Stop, Written};
use crate::domain::{Brief, Failure, Lang, Voice};
use std::time::{Duration, Instant};

/// What a trial has shown.
#[derive(Debug)]
pub struct Trial {
    /// From the request to the first word; `None` where none came.
    pub first: Option<Duration>,
    /// To the end, good or bad.
    pub total: Duration,
    /// The model was heard reasoning.
    pub thought: bool,
    pub outcome: Result<Written, Failure>,
}

/// Asks `source` once.
pub fn trial(source: &dyn Source, ask: &Ask, stop: &Stop) -> Trial {
    let (begin, mut first, mut thought) = (Instant::now(), None, false);
    let mut sink = |piece| match piece {
        Piece::Thinking => thought = true,
        Piece::Text(_) => {
            first.get_or_insert_with(|| begin.elapsed());
        }
    };
    let outcome = source.write(ask, &mut sink, stop);
    let total = begin.elapsed();
    Trial { first, total, thought, outcome }
}

/// A small ask that tells nothing about any brand. `topic` and `instruction` are in the
/// language of the person.
pub fn trial_ask(lang: Lang, topic: String, instruction: String) -> Ask {
    let instruction = Some(instruction);
    Ask {
        brief: Brief { topic: topic.clone(), instruction, ..Brief::default() },
        lang,
        brand: "Palinsesto".to_owned(),
        voice: Voice::default(),
        tone: None,
        audience: None,
        facts: vec![topic.as_str().into()],
        rewrites: Vec::new(),
        notes: None,
        sheet: None,
        target: None,
        past: Vec::new(),
        said: Vec::new(),
        rejected: Vec::new(),
        human: String::new(),
        link: None,
        number: 2,
        seed: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ai::Composer;

    #[test]
    fn the_composer_passes_its_trial_at_once() {
        let ask = trial_ask("it".into(), "la lana torna in bottega".into(), "breve".into());
        let trial = trial(&Composer, &ask, &Stop::new());
        assert!(!trial.outcome.expect("a text").text.shown().is_empty());
        assert!(trial.first.is_some_and(|first| first <= trial.total) && !trial.thought);
    }
}
