//! The wire formats: how an ask is put to a server, and what its events say.
//!
//! Each file knows one dialect and nothing of connections, keys or time. What they have
//! in common is in `stream` and `endpoint`.

mod anthropic;
mod chat;
mod gemini;
mod ollama;
mod responses;

use super::field::Field;
use crate::domain::{Dialect, Form};
use serde_json::{Value, json};

/// One dialect.
pub(super) trait Wire: Sync {
    /// Behind the base address; it may carry a query of its own.
    fn path(&self, model: &str) -> String;

    /// The header that carries a key: the one most servers know, where nothing else is said.
    fn key(&self, key: &str) -> (&'static str, String) {
        ("authorization", format!("Bearer {key}"))
    }

    /// What else the head must say.
    fn head(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// The forms it knows to ask for, the strictest first; the last is plain text.
    fn forms(&self) -> &'static [Form] {
        &Form::ALL
    }

    fn body(&self, order: &Order) -> Value;

    /// What one event of a stream says.
    fn event(&self, event: &Value) -> Heard;

    /// What an answer in one body says.
    fn whole(&self, body: &Value) -> Heard {
        self.event(body)
    }

    /// One JSON object a line, instead of server-sent events.
    fn is_lines(&self) -> bool {
        false
    }

    /// A base address as people write it, without what the path will add.
    fn base<'a>(&self, address: &'a str) -> &'a str {
        address.trim_end_matches('/')
    }
}

pub(super) fn wire(dialect: Dialect) -> &'static dyn Wire {
    match dialect {
        Dialect::OpenAi => &chat::Chat,
        Dialect::Responses => &responses::Responses,
        Dialect::Anthropic => &anthropic::Anthropic,
        Dialect::Ollama => &ollama::Ollama,
        Dialect::Gemini => &gemini::Gemini,
    }
}

/// What a server is asked, whatever its dialect.
pub(super) struct Order<'a> {
    pub model: &'a str,
    pub system: &'a str,
    pub user: &'a str,
    pub max_tokens: u32,
    pub temperature: Option<f64>,
    pub form: Form,
    /// What an answer in JSON holds.
    pub fields: &'a [Field],
    /// `host` or `host:port`; some hosts want their own words.
    pub host: &'a str,
}

impl Order<'_> {
    /// The body of those who take the standing instructions as the first of the messages.
    fn conversation(&self) -> Value {
        json!({
            "model": self.model,
            "messages": [
                { "role": "system", "content": self.system },
                { "role": "user", "content": self.user },
            ],
            "stream": true,
        })
    }
}

/// What an event says. The default says nothing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// It belongs to an answer of this dialect.
    pub known: bool,
    pub words: String,
    /// The model reasons; its reasoning goes no further than the wire.
    pub thinking: bool,
    /// The model declines, in these words.
    pub refusal: String,
    pub finish: Option<Finish>,
    /// Tokens written in all, where the end of the answer is known to hide that they were
    /// used up.
    pub spent: Option<u64>,
    /// The formal end.
    pub over: bool,
}

/// Why a model ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Finish {
    Whole,
    /// The length allowed was used up.
    Cut,
    /// The server stopped it, for a reason it names with a word.
    Withheld(String),
}

/// A text that is not there is empty.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Sets `key` where there is a value to set.
fn set(body: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        body[key] = value.into();
    }
}

#[cfg(test)]
mod tests;
