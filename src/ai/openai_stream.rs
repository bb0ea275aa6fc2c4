//! The events of a streamed chat answer, and the shapes their words come in.
//!
//! Reads tolerantly what servers really send; skips nothing silently: an event that
//! cannot be read ends the answer.

use super::answer::Answer;
use super::refusal;
use super::sse::{self, Lines};
use crate::domain::{Failure, Unusable};
use serde_json::Value;

/// An answer being streamed.
#[derive(Default)]
pub(super) struct Stream {
    lines: Lines,
    /// An event whose JSON goes on in the next `data:` line.
    event: Vec<u8>,
    /// At least one event was an answer's.
    pub began: bool,
    /// Why the model ended, once it has said so.
    pub finish: Option<String>,
    /// The formal end has come.
    pub done: bool,
}

impl Stream {
    pub fn take(&mut self, bytes: &[u8], answer: &mut Answer) -> Result<(), Failure> {
        let mut lines = std::mem::take(&mut self.lines);
        let mut outcome = Ok(());
        let fits = lines.push(bytes, |line| {
            if outcome.is_ok() && !self.done {
                outcome = self.line(line, answer);
            }
        });
        self.lines = lines;
        outcome?;
        fits.map_err(|sse::TooLong| Failure::AiUnusable { why: Unusable::NotAnAnswer })
    }

    /// The connection has ended; the last line may be open.
    pub fn close(&mut self, answer: &mut Answer) -> Result<(), Failure> {
        let mut lines = std::mem::take(&mut self.lines);
        let mut outcome = Ok(());
        lines.finish(|line| outcome = self.line(line, answer));
        // An event that was cut in its middle adds nothing; the missing end is told.
        outcome
    }

    fn line(&mut self, line: &[u8], answer: &mut Answer) -> Result<(), Failure> {
        if line.is_empty() {
            let broken = !std::mem::take(&mut self.event).is_empty();
            return if broken {
                Err(Failure::AiUnusable { why: Unusable::NotAnAnswer })
            } else {
                Ok(())
            };
        }
        let Some(data) = sse::data(line) else { return Ok(()) };
        if data.trim_ascii() == b"[DONE]" {
            self.done = true;
            return Ok(());
        }
        self.event.extend_from_slice(data);
        if let Ok(event) = serde_json::from_slice::<Value>(&self.event) {
            self.event.clear();
            return self.event(&event, answer);
        }
        self.event.push(b'\n');
        Ok(())
    }

    fn event(&mut self, event: &Value, answer: &mut Answer) -> Result<(), Failure> {
        if let Some(message) = refusal::message(event) {
            return Err(said(&message));
        }
        // The last event of many servers has no choice, only the bill.
        let Some(choice) = event.pointer("/choices/0") else { return Ok(()) };
        self.began = true;
        let delta = &choice["delta"];
        let reasons = |name: &str| delta[name].as_str().is_some_and(|words| !words.is_empty());
        if reasons("reasoning_content") || reasons("reasoning") {
            answer.thinking();
        }
        let words = words_of(&delta["content"]);
        if !words.is_empty() {
            answer.push(&words)?;
        }
        if let Some(reason) = choice["finish_reason"].as_str() {
            self.finish = Some(reason.to_owned());
        }
        Ok(())
    }
}

/// `content` is a string, or null, or a list of parts of which some are text.
pub(super) fn words_of(content: &Value) -> String {
    match content {
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().filter_map(|part| part["text"].as_str()).collect(),
        _ => String::new(),
    }
}

/// A source's own words about its failure.
pub(super) fn said(message: &str) -> Failure {
    Failure::AiUnusable { why: Unusable::Said(message.to_owned()) }
}
