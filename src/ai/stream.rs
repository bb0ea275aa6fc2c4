//! An answer of any dialect while it arrives: bytes to lines, lines to events.
//!
//! Skips nothing silently: an event that cannot be read ends the answer. What an event
//! says is the dialect's business.

use super::Ended;
use super::answer::Answer;
use super::refusal;
use super::sse::{self, Lines};
use super::wire::{Finish, Heard, Wire};
use crate::domain::{Failure, Unusable};
use serde_json::Value;

/// An answer being streamed.
pub(super) struct Stream {
    wire: &'static dyn Wire,
    lines: Lines,
    event: Event,
    refusal: String,
    /// At least one event was an answer's.
    pub began: bool,
    /// Why the model ended, once it has said so.
    pub finish: Option<Finish>,
    /// Tokens it has written, where it says.
    spent: Option<u64>,
    /// The formal end has come.
    pub done: bool,
}

impl Stream {
    pub fn new(wire: &'static dyn Wire) -> Self {
        Self {
            wire,
            lines: Lines::default(),
            event: Event::default(),
            refusal: String::new(),
            began: false,
            finish: None,
            spent: None,
            done: false,
        }
    }

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
        fits.map_err(|sse::TooLong| self.too_long())
    }

    /// Of a line that does not end: an event that says too much, or no event at all.
    fn too_long(&self) -> Failure {
        let line = self.lines.open();
        let event = if self.wire.is_lines() { Some(line) } else { sse::data(line) };
        if event.is_some_and(|event| event.starts_with(b"{")) {
            Failure::AiTooMuch { limit_bytes: sse::LONGEST_LINE as u64 }
        } else {
            not_an_answer()
        }
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
            let broken = std::mem::take(&mut self.event).has_begun();
            return if broken { Err(not_an_answer()) } else { Ok(()) };
        }
        let data = match sse::data(line) {
            Some(data) => data,
            None if self.wire.is_lines() => line,
            None => return Ok(()),
        };
        if data.trim_ascii() == b"[DONE]" {
            self.done = true;
            return Ok(());
        }
        // An object of its own cannot be the rest of the one before.
        if self.wire.is_lines() && data.starts_with(b"{") && self.event.has_begun() {
            return Err(not_an_answer());
        }
        match self.event.take(data)? {
            Some(event) => self.event(&event, answer),
            None => Ok(()),
        }
    }

    fn event(&mut self, event: &Value, answer: &mut Answer) -> Result<(), Failure> {
        if let Some(message) = refusal::message(event) {
            return Err(said(&message));
        }
        let heard = self.wire.event(event);
        self.heard(heard, answer)
    }

    /// An answer in one body: some servers do not stream whatever they are asked.
    pub fn whole(&mut self, body: &[u8], answer: &mut Answer) -> Result<(), Failure> {
        let body = json(body).ok_or_else(not_an_answer)?;
        if let Some(message) = refusal::message(&body) {
            return Err(said(&message));
        }
        let heard = self.wire.whole(&body);
        self.heard(heard, answer)?;
        self.done = true;
        Ok(())
    }

    fn heard(&mut self, heard: Heard, answer: &mut Answer) -> Result<(), Failure> {
        self.began |= heard.known;
        if heard.thinking {
            answer.thinking();
        }
        self.refusal += &heard.refusal;
        if heard.finish.is_some() {
            self.finish = heard.finish;
        }
        self.spent = heard.spent.or(self.spent);
        self.done |= heard.over;
        if heard.words.is_empty() { Ok(()) } else { answer.push(&heard.words) }
    }

    /// How it ended, as far as the server has said, when at most `most` tokens were asked
    /// for; `None` where it broke off.
    pub fn ended(&self, most: u32) -> Result<Option<Ended>, Failure> {
        if !self.began && !self.done {
            return Err(not_an_answer());
        }
        if !self.refusal.is_empty() {
            return Err(said(&self.refusal));
        }
        match &self.finish {
            Some(Finish::Cut) => Ok(Some(Ended::Cut)),
            Some(Finish::Withheld(reason)) => Err(said(reason)),
            None if !self.done => Ok(None),
            Some(Finish::Whole) if self.spent >= Some(most.into()) => Ok(Some(Ended::Cut)),
            _ if self.began => Ok(Some(Ended::Complete)),
            _ => Err(not_an_answer()),
        }
    }
}

/// An event whose JSON may go on in the next line.
#[derive(Default)]
struct Event {
    bytes: Vec<u8>,
    /// Objects and lists that are open.
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Event {
    fn has_begun(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Takes one more line; the event, where that was its last one. Each byte is looked at
    /// once and the whole is read when it is closed, however many lines it comes in.
    fn take(&mut self, line: &[u8]) -> Result<Option<Value>, Failure> {
        self.bytes.extend_from_slice(line);
        for byte in line {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = self.in_text,
                b'"' => self.in_text = !self.in_text,
                b'{' | b'[' if !self.in_text => self.depth += 1,
                b'}' | b']' if !self.in_text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        if self.bytes.len() > sse::LONGEST_LINE {
            return Err(Failure::AiTooMuch { limit_bytes: sse::LONGEST_LINE as u64 });
        }
        if self.depth > 0 || self.in_text || self.bytes.trim_ascii().is_empty() {
            self.bytes.push(b'\n');
            return Ok(None);
        }
        let whole = std::mem::take(self);
        json(&whole.bytes).map(Some).ok_or_else(not_an_answer)
    }
}

/// Bytes that are no UTF-8 become `U+FFFD`: one of them does not cost the whole answer.
pub(super) fn json(bytes: &[u8]) -> Option<Value> {
    match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text).ok(),
        Err(_) => serde_json::from_str(&String::from_utf8_lossy(bytes)).ok(),
    }
}

pub(super) fn not_an_answer() -> Failure {
    Failure::AiUnusable { why: Unusable::NotAnAnswer }
}

/// A source's own words about its failure.
pub(super) fn said(message: &str) -> Failure {
    Failure::AiUnusable { why: Unusable::Said(message.to_owned()) }
}
