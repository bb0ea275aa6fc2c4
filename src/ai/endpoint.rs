//! A model behind HTTP, in any dialect: one request, one answer, streamed or whole.
//!
//! Never repeats a call that may have cost something. Only a server that refuses the
//! form of the answer before a word of it is asked again, in a plainer form. The key
//! goes into its header and nowhere else.

use super::answer::Answer;
use super::field;
use super::http::{self, Arrival, Call, Head, Request};
use super::job::{Next, Patience};
use super::refusal::Refusal;
use super::stream::{Stream, not_an_answer, said};
use super::wire::{self, Order, Wire};
use super::{Ask, Ended, Piece, Prompt, Source, SourceInfo, Stop, Written, prompts};
use crate::domain::{Dialect, Failure, Form, Layer, LayerKind, Remarks, Unusable};
use secrecy::{ExposeSecret as _, SecretString};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// Tokens of one suggestion where the profile names no number.
const MOST_TOKENS: u32 = 1_500;
/// What is read of a whole (unstreamed) answer, or of an error, in bytes.
const MOST_WHOLE: usize = 1024 * 1024;
/// Bytes of an answer that are read between two looks at the stop.
const AT_ONCE: usize = 512;
/// How long the formal end of a finished answer is waited for.
const GRACE: Duration = Duration::from_secs(1);

/// One profile of the user's settings, with its key already fetched.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The profile's name, to say which one lacks a key.
    pub profile: String,
    pub dialect: Dialect,
    /// What the dialect's path is put behind; a query is kept and never shown.
    pub base_url: String,
    pub model: String,
    pub key: Option<SecretString>,
    pub max_tokens: Option<u32>,
    pub temperature: Option<f64>,
    pub form: Agreed,
    pub patience: Patience,
}

/// The form of answer that a server takes, learnt from its refusals. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Agreed(Arc<AtomicU8>);

impl Agreed {
    pub fn new(form: Form) -> Self {
        let agreed = Self::default();
        agreed.set(form);
        agreed
    }

    pub fn form(&self) -> Form {
        Form::ALL[usize::from(self.0.load(Ordering::Relaxed)) % Form::ALL.len()]
    }

    fn set(&self, form: Form) {
        self.0.store(form as u8, Ordering::Relaxed);
    }
}

/// Why a call brought nothing.
enum Miss {
    /// The server does not know this form of answer, perhaps.
    Form(Failure),
    Failure(Failure),
}

impl From<Failure> for Miss {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl Source for Endpoint {
    fn describe(&self) -> SourceInfo {
        SourceInfo {
            provider: self.dialect.code().to_owned(),
            model: self.model.clone(),
            host: Some(self.host()),
            is_ai: true,
        }
    }

    fn prompt(&self, ask: &Ask) -> Prompt {
        self.prompt_in(ask, self.form())
    }

    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure> {
        let mut form = self.form();
        loop {
            match self.write_in(ask, form, sink, stop) {
                Ok(written) => {
                    self.form.set(form);
                    return Ok(written);
                }
                Err(Miss::Failure(failure)) => return Err(failure),
                Err(Miss::Form(failure)) => {
                    let plainer = self.wire().forms().iter().find(|other| **other > form);
                    form = *plainer.ok_or(failure)?;
                }
            }
        }
    }
}

impl Endpoint {
    fn wire(&self) -> &'static dyn Wire {
        wire::wire(self.dialect)
    }

    fn host(&self) -> String {
        http::host(&self.base_url).unwrap_or_default()
    }

    fn most_tokens(&self) -> u32 {
        self.max_tokens.unwrap_or(MOST_TOKENS)
    }

    /// The strictest form that neither the server nor the dialect lacks.
    fn form(&self) -> Form {
        let agreed = self.form.form();
        let known = self.wire().forms().iter().find(|form| **form >= agreed);
        known.copied().unwrap_or(Form::Text)
    }

    fn prompt_in(&self, ask: &Ask, form: Form) -> Prompt {
        let words = prompts::words_in(ask, form);
        let (host, fields) = (self.host(), field::fields(ask));
        let body = |system: &str, user: &str| {
            let order = Order {
                model: &self.model,
                system,
                user,
                max_tokens: self.most_tokens(),
                temperature: self.temperature,
                form,
                fields: &fields,
                host: &host,
            };
            self.wire().body(&order).to_string()
        };
        // What the request says besides the words is shown too.
        let envelope = Layer::new(LayerKind::Envelope, body("…", "…"));
        Prompt {
            to: self.describe(),
            template: words.template,
            sent: body(&words.system, &words.user),
            system: words.system,
            user: words.user,
            layers: words.layers.into_iter().chain([envelope]).collect(),
            remarks: Remarks::default(),
        }
    }

    fn url(&self) -> String {
        let (base, query) = self.base_url.split_once('?').unwrap_or((&self.base_url, ""));
        let path = self.wire().path(&self.model);
        let mark = match (query.is_empty(), path.contains('?')) {
            (true, _) => "",
            (false, false) => "?",
            (false, true) => "&",
        };
        format!("{}/{path}{mark}{query}", self.wire().base(base))
    }

    fn request(&self, body: String) -> Request {
        let mut headers = vec![
            ("content-type", "application/json".to_owned()),
            ("accept", "text/event-stream, application/x-ndjson, application/json".to_owned()),
        ];
        headers.extend(self.wire().head().iter().map(|(name, value)| (*name, (*value).to_owned())));
        headers.extend(self.key.as_ref().map(|key| self.wire().key(key.expose_secret())));
        Request { url: self.url(), headers, body: Some(body) }
    }

    fn write_in(
        &self,
        ask: &Ask,
        form: Form,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Miss> {
        let request = self.request(self.prompt_in(ask, form).sent);
        let mut call = http::start(request, self.patience, stop)?;
        let mut answer = Answer::in_form(form, sink);
        let ended = match self.listen(&mut call, &mut answer) {
            Ok(ended) => ended,
            Err(Miss::Failure(failure)) => Ended::Broken(self.without_key(failure)),
            Err(Miss::Form(failure)) => return Err(Miss::Form(self.without_key(failure))),
        };
        answer.end(ended).map_err(Miss::Failure)
    }

    fn listen(&self, call: &mut Call, answer: &mut Answer) -> Result<Ended, Miss> {
        let head = match call.inbox.next() {
            Next::Item(Arrival::Head(head)) => head,
            Next::Item(Arrival::Failed(failure)) => return Err(failure.into()),
            Next::Item(_) => return Err(Failure::AiBroken { host: self.host() }.into()),
            other => return Ok(ended_early(other)?),
        };
        if !(200..300).contains(&head.status) {
            return match whole(call, Vec::new())? {
                ControlFlow::Continue(body) => Err(self.refused(&head, &body)),
                ControlFlow::Break(ended) => Ok(ended),
            };
        }
        let is_lines = self.wire().is_lines();
        let named = |kind: &str| head.content_type.contains(kind);
        // What the type leaves open, the first bytes decide.
        let mut first = Vec::new();
        let mut streamed = named("event-stream") || named("ndjson") || (named("json") && is_lines);
        if !streamed && !named("json") {
            match call.inbox.next() {
                Next::Item(Arrival::Bytes(bytes)) => first = bytes,
                Next::Item(Arrival::Failed(failure)) => return Err(failure.into()),
                Next::Item(_) => return Err(Failure::AiUnusable { why: Unusable::Empty }.into()),
                other => return Ok(ended_early(other)?),
            }
            let start = first.trim_ascii_start();
            let is_json = start.starts_with(b"{") || start.starts_with(b"[");
            streamed = [&b"data:"[..], b":", b"event:"].iter().any(|mark| start.starts_with(mark))
                || (is_json && is_lines);
            if !streamed && !is_json {
                return Err(not_an_answer().into());
            }
        }
        let ended = if streamed {
            self.streamed(call, answer, &first)
        } else {
            self.at_once(call, answer, first)
        };
        Ok(ended?)
    }

    fn streamed(&self, call: &mut Call, to: &mut Answer, first: &[u8]) -> Result<Ended, Failure> {
        let mut stream = Stream::new(self.wire());
        if !taken(call, &mut stream, first, to)? {
            return Ok(Ended::Stopped);
        }
        while !stream.done {
            if stream.finish.is_some() {
                call.inbox.end_within(GRACE);
            }
            match call.inbox.next() {
                Next::Item(Arrival::Bytes(bytes)) => {
                    if !taken(call, &mut stream, &bytes, to)? {
                        return Ok(Ended::Stopped);
                    }
                }
                Next::Item(Arrival::End) => {
                    stream.close(to)?;
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
        stream.ended(self.most_tokens())?.ok_or_else(|| Failure::AiBroken { host: self.host() })
    }

    fn at_once(&self, call: &mut Call, to: &mut Answer, first: Vec<u8>) -> Result<Ended, Failure> {
        let body = match whole(call, first)? {
            ControlFlow::Continue(body) => body,
            ControlFlow::Break(ended) => return Ok(ended),
        };
        let mut stream = Stream::new(self.wire());
        stream.whole(&body, to)?;
        Ok(stream.ended(self.most_tokens())?.unwrap_or(Ended::Complete))
    }

    fn refused(&self, head: &Head, body: &[u8]) -> Miss {
        let answer = Refusal::read(head, body);
        match answer.failure(&self.host(), &self.model) {
            // Nothing was refused: there was nothing to refuse.
            Failure::AiRefusedKey { .. } if self.key.is_none() => {
                Miss::Failure(Failure::AiNoKey { profile: self.profile.clone() })
            }
            failure @ Failure::AiServer { .. } if answer.may_mean_the_form() => Miss::Form(failure),
            failure => Miss::Failure(failure),
        }
    }

    /// A server's own words without the key, should it repeat it.
    fn without_key(&self, failure: Failure) -> Failure {
        let key = self.key.as_ref().map_or("", |key| key.expose_secret());
        let hide = |words: String| hidden(words, key);
        match failure {
            Failure::AiServer { status, message } => {
                Failure::AiServer { status, message: hide(message) }
            }
            Failure::AiUnusable { why: Unusable::Said(message) } => said(&hide(message)),
            failure => failure,
        }
    }
}

/// `words` without the key, whole or cut off at their end.
fn hidden(words: String, key: &str) -> String {
    if key.is_empty() {
        return words;
    }
    let words = words.replace(key, "•••");
    let mut starts = (4..key.len()).rev().filter_map(|length| key.get(..length));
    let cut = starts.find_map(|start| words.strip_suffix(start));
    cut.map_or_else(|| words.clone(), |rest| format!("{rest}•••"))
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

/// Reads what has arrived, a little at a time: a stop is not kept waiting by the rest.
/// `false` once it was stopped.
fn taken(call: &Call, stream: &mut Stream, bytes: &[u8], to: &mut Answer) -> Result<bool, Failure> {
    for part in bytes.chunks(AT_ONCE) {
        if call.inbox.is_stopped() {
            return Ok(false);
        }
        stream.take(part, to)?;
    }
    Ok(true)
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
#[cfg(test)]
mod tls_tests;
