//! A model behind a chat endpoint in `OpenAI`'s dialect: theirs, Ollama, llama.cpp, LM Studio.
//!
//! Sends one request and reads one answer, streamed or whole. Never retries: a call may
//! cost money. The key goes into the header and nowhere else.

use super::answer::Answer;
use super::http::{self, Arrival, Call, Head, Request};
use super::job::{Next, Patience};
use super::openai_stream::{Stream, said, words_of};
use super::{Ask, Ended, Piece, Prompt, Source, SourceInfo, Stop, Written, prompts, refusal};
use crate::domain::{Failure, Unusable};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use std::ops::ControlFlow;
use std::time::Duration;

/// Tokens of one suggestion where the profile names no number.
const MOST_TOKENS: u32 = 1_500;
/// What is read of a whole (unstreamed) answer, or of an error, in bytes.
const MOST_WHOLE: usize = 1024 * 1024;
/// How long the formal end of a finished answer is waited for.
const GRACE: Duration = Duration::from_secs(1);

/// One profile of the user's settings, with its key already fetched.
#[derive(Debug, Clone)]
pub struct OpenAi {
    /// The profile's name, to say which one lacks a key.
    pub profile: String,
    /// Up to and with `/v1`; a query is kept and never shown.
    pub base_url: String,
    pub model: String,
    pub key: Option<SecretString>,
    pub max_tokens: Option<u32>,
    pub temperature: Option<f64>,
    pub patience: Patience,
}

impl Source for OpenAi {
    fn describe(&self) -> SourceInfo {
        SourceInfo {
            provider: "openai".to_owned(),
            model: self.model.clone(),
            host: Some(self.host()),
            is_ai: true,
        }
    }

    fn prompt(&self, ask: &Ask) -> Prompt {
        let words = prompts::words(ask);
        let mut body = json!({
            "model": self.model,
            "messages": [
                { "role": "system", "content": words.system },
                { "role": "user", "content": words.user },
            ],
            "stream": true,
        });
        // The company's own newer models refuse the name every other server knows.
        let own = self.host() == "api.openai.com";
        let most = if own { "max_completion_tokens" } else { "max_tokens" };
        body[most] = json!(self.max_tokens.unwrap_or(MOST_TOKENS));
        if let Some(temperature) = self.temperature {
            body["temperature"] = json!(temperature);
        }
        Prompt {
            to: self.describe(),
            template: words.template,
            system: words.system,
            user: words.user,
            sent: body.to_string(),
        }
    }

    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure> {
        let mut headers = vec![
            ("content-type", "application/json".to_owned()),
            ("accept", "text/event-stream".to_owned()),
        ];
        if let Some(key) = &self.key {
            headers.push(("authorization", format!("Bearer {}", key.expose_secret())));
        }
        let body = Some(self.prompt(ask).sent);
        let request = Request { url: self.url("chat/completions"), headers, body };
        let mut call = http::start(request, self.patience, stop)?;
        let mut answer = Answer::new(sink);
        let ended = match self.listen(&mut call, &mut answer) {
            Ok(ended) => ended,
            Err(failure) => Ended::Broken(self.without_key(failure)),
        };
        answer.end(ended)
    }
}

impl OpenAi {
    fn host(&self) -> String {
        http::host(&self.base_url).unwrap_or_default()
    }

    fn url(&self, path: &str) -> String {
        let (base, query) = self.base_url.split_once('?').unwrap_or((&self.base_url, ""));
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}/{path}{mark}{query}", base.trim_end_matches('/'))
    }

    fn listen(&self, call: &mut Call, answer: &mut Answer) -> Result<Ended, Failure> {
        let head = match call.inbox.next() {
            Next::Item(Arrival::Head(head)) => head,
            Next::Item(Arrival::Failed(failure)) => return Err(failure),
            Next::Item(_) => return Err(Failure::AiBroken { host: self.host() }),
            other => return ended_early(other),
        };
        if !(200..300).contains(&head.status) {
            let body = match whole(call, Vec::new())? {
                ControlFlow::Continue(body) => body,
                ControlFlow::Break(ended) => return Ok(ended),
            };
            return Err(self.refused(&head, &body));
        }
        // What the type leaves open, the first bytes decide.
        let (mut first, mut streamed) = (Vec::new(), head.content_type.contains("event-stream"));
        if !streamed && !head.content_type.contains("json") {
            match call.inbox.next() {
                Next::Item(Arrival::Bytes(bytes)) => first = bytes,
                Next::Item(Arrival::Failed(failure)) => return Err(failure),
                Next::Item(_) => return Err(Failure::AiUnusable { why: Unusable::Empty }),
                other => return ended_early(other),
            }
            let start = first.trim_ascii_start();
            streamed = [&b"data:"[..], b":", b"event:"].iter().any(|mark| start.starts_with(mark));
            if !streamed && !start.starts_with(b"{") {
                return Err(Failure::AiUnusable { why: Unusable::NotAnAnswer });
            }
        }
        if streamed { self.streamed(call, answer, &first) } else { at_once(call, answer, first) }
    }

    fn streamed(
        &self,
        call: &mut Call,
        answer: &mut Answer,
        first: &[u8],
    ) -> Result<Ended, Failure> {
        let mut stream = Stream::default();
        stream.take(first, answer)?;
        while !stream.done {
            if stream.finish.is_some() {
                call.inbox.end_within(GRACE);
            }
            match call.inbox.next() {
                Next::Item(Arrival::Bytes(bytes)) => stream.take(&bytes, answer)?,
                Next::Item(Arrival::End) => {
                    stream.close(answer)?;
                    break;
                }
                Next::Stopped => return Ok(Ended::Stopped),
                // After its last word an answer is whole, however the line ends.
                _ if stream.finish.is_some() => break,
                Next::Item(Arrival::Failed(failure)) => return Err(failure),
                Next::Item(Arrival::Head(_)) => (),
                other => return ended_early(other),
            }
        }
        match stream.finish.as_deref() {
            Some("length") => Ok(Ended::Cut),
            Some("content_filter") => Err(said("content_filter")),
            None if !stream.done => Err(if stream.began {
                Failure::AiBroken { host: self.host() }
            } else {
                Failure::AiUnusable { why: Unusable::NotAnAnswer }
            }),
            _ => Ok(Ended::Complete),
        }
    }

    fn refused(&self, head: &Head, body: &[u8]) -> Failure {
        let answer = refusal::Refusal::read(head, body);
        match answer.failure(&self.host(), &self.model) {
            // Nothing was refused: there was nothing to refuse.
            Failure::AiRefusedKey { .. } if self.key.is_none() => {
                Failure::AiNoKey { profile: self.profile.clone() }
            }
            failure => failure,
        }
    }

    /// A server's own words without the key, should it repeat it.
    fn without_key(&self, failure: Failure) -> Failure {
        let key = self.key.as_ref().map_or("", |key| key.expose_secret());
        let hide =
            |words: String| if key.is_empty() { words } else { words.replace(key, "•••") };
        match failure {
            Failure::AiServer { status, message } => {
                Failure::AiServer { status, message: hide(message) }
            }
            Failure::AiUnusable { why: Unusable::Said(message) } => said(&hide(message)),
            failure => failure,
        }
    }
}

/// An answer in one JSON body: some servers do not stream whatever they are asked.
fn at_once(call: &mut Call, answer: &mut Answer, first: Vec<u8>) -> Result<Ended, Failure> {
    let body = match whole(call, first)? {
        ControlFlow::Continue(body) => body,
        ControlFlow::Break(ended) => return Ok(ended),
    };
    let not_an_answer = || Failure::AiUnusable { why: Unusable::NotAnAnswer };
    let body: Value = serde_json::from_slice(&body).map_err(|_| not_an_answer())?;
    if let Some(message) = refusal::message(&body) {
        return Err(said(&message));
    }
    let choice = body.pointer("/choices/0").ok_or_else(not_an_answer)?;
    answer.push(&words_of(&choice["message"]["content"]))?;
    Ok(if choice["finish_reason"] == "length" { Ended::Cut } else { Ended::Complete })
}

/// The rest of a body, or how the wait for it ended.
fn whole(call: &mut Call, mut body: Vec<u8>) -> Result<ControlFlow<Ended, Vec<u8>>, Failure> {
    loop {
        match call.inbox.next() {
            Next::Item(Arrival::Bytes(bytes)) => body.extend(bytes),
            Next::Item(Arrival::End) => return Ok(ControlFlow::Continue(body)),
            Next::Item(Arrival::Failed(failure)) => return Err(failure),
            Next::Item(Arrival::Head(_)) => (),
            other => return ended_early(other).map(ControlFlow::Break),
        }
        if body.len() > MOST_WHOLE {
            return Err(Failure::AiTooMuch { limit_bytes: MOST_WHOLE as u64 });
        }
    }
}

/// What a wait that brought no letter means.
fn ended_early(next: Next<Arrival>) -> Result<Ended, Failure> {
    match next {
        Next::Silent(seconds) => Err(Failure::AiSilent { seconds }),
        Next::Late(seconds) => Err(Failure::AiTooSlow { seconds }),
        Next::Stopped | Next::Item(_) => Ok(Ended::Stopped),
    }
}

#[cfg(test)]
mod tests;
