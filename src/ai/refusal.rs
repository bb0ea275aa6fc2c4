//! What an error answer means: statuses and the bodies of several dialects.
//!
//! A server's own words are passed on short and without the query of any address.

use super::http::Head;
use super::stream;
use crate::domain::Failure;
use serde_json::Value;

/// Nobody is asked to wait longer than this, in seconds.
const LONGEST_WAIT: u64 = 60;
const LONGEST_MESSAGE: usize = 300;

pub(super) struct Refusal {
    status: u16,
    retry_after: Option<u64>,
    message: String,
    /// Lower case: type, code and message together, to look for known words in.
    hay: String,
    context: Option<u64>,
}

impl Refusal {
    pub fn read(head: &Head, body: &[u8]) -> Self {
        let json = stream::json(body).or_else(|| event(body));
        // Google wraps the errors of a stream in a list.
        let json = json.map(|json| match json {
            Value::Array(list) => list.into_iter().next().unwrap_or_default(),
            json => json,
        });
        let message = match &json {
            Some(json) => message(json).unwrap_or_default(),
            None if head.content_type.contains("html") => String::new(),
            None => short(&String::from_utf8_lossy(body)),
        };
        let error = json.as_ref().map_or(&Value::Null, |json| &json["error"]);
        let named = [&error["type"], &error["code"], &error["status"], &error["details"]];
        let named = named.map(ToString::to_string).join(" ");
        let hay = format!("{named} {message}").to_lowercase();
        let context = error["n_ctx"].as_u64();
        Self { status: head.status, retry_after: head.retry_after, message, hay, context }
    }

    pub fn failure(&self, host: &str, model: &str) -> Failure {
        let about = |words: &[&str]| words.iter().any(|word| self.hay.contains(word));
        let busy =
            || Failure::AiBusy { wait_seconds: self.retry_after.map(|s| s.min(LONGEST_WAIT)) };
        match self.status {
            300..400 => Failure::AiRedirect { host: host.to_owned() },
            401 | 403 => Failure::AiRefusedKey { host: host.to_owned() },
            400 if about(&["api_key_invalid", "invalid_api_key", "api key"]) => {
                Failure::AiRefusedKey { host: host.to_owned() }
            }
            400..500
                if about(&[
                    "exceed_context_size",
                    "context_length_exceeded",
                    "context length",
                    "context size",
                    "context window",
                    "too long",
                    "of tokens",
                ]) =>
            {
                Failure::AiPromptTooLong { limit_tokens: self.context }
            }
            404 if about(&["model"]) => Failure::AiNoModel { model: model.to_owned() },
            400 if about(&["model_not_found", "invalid model", "unknown model"]) => {
                Failure::AiNoModel { model: model.to_owned() }
            }
            // Waiting does not fill an account.
            429 if about(&["insufficient_quota", "billing"]) => self.server(),
            429 => busy(),
            503 if self.retry_after.is_some() || about(&["loading", "overloaded"]) => busy(),
            529 => busy(),
            _ => self.server(),
        }
    }

    /// Whether the server may only dislike the form the answer was asked for in. A request
    /// that it turned down unread was not paid for; one that failed inside is only taken
    /// for this when the server says so.
    pub fn may_mean_the_form(&self) -> bool {
        let says_so = [
            "response_format",
            "response format",
            "json_schema",
            "json schema",
            "json_object",
            "structured output",
            "output_config",
            "responseschema",
            "response_schema",
            "responsemimetype",
            "text.format",
            "grammar",
            "requested parameters",
        ];
        match self.status {
            400 | 415 | 422 | 501 => true,
            404 | 500 => says_so.iter().any(|word| self.hay.contains(word)),
            _ => false,
        }
    }

    fn server(&self) -> Failure {
        Failure::AiServer { status: self.status, message: self.message.clone() }
    }
}

/// A proxy may frame an error as the event that its stream would have begun with.
fn event(body: &[u8]) -> Option<Value> {
    let data = |line: &[u8]| stream::json(line.strip_prefix(b"data:")?);
    body.split(|byte| *byte == b'\n').find_map(data)
}

/// The words of an error body: `{"error": {"message"}}`, `{"error": "…"}`, `{"message"}`,
/// `{"detail"}`; `None` when the body is no error.
pub(super) fn message(body: &Value) -> Option<String> {
    let error = &body["error"];
    let words = match error {
        Value::String(words) => Some(words.clone()),
        Value::Null => {
            ["message", "detail"].iter().find_map(|key| body[key].as_str().map(str::to_owned))
        }
        error => Some(error["message"].as_str().map_or_else(|| error.to_string(), str::to_owned)),
    };
    words.map(|words| short(&words))
}

/// On one line, without the query of any address, and not long.
fn short(words: &str) -> String {
    let words: Vec<&str> = words
        .split_whitespace()
        .map(
            |word| if word.contains("://") { word.split('?').next().unwrap_or(word) } else { word },
        )
        .collect();
    words.join(" ").chars().take(LONGEST_MESSAGE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: u16, retry_after: Option<u64>, body: &str) -> Failure {
        let head = Head { status, retry_after, ..Head::default() };
        Refusal::read(&head, body.as_bytes()).failure("host:1", "llama")
    }

    #[test]
    fn each_refusal_is_told_by_its_own_variant() {
        let server = |status, message: &str| Failure::AiServer { status, message: message.into() };
        let busy = |wait_seconds| Failure::AiBusy { wait_seconds };
        for (status, retry, body, failure) in [
            (302, None, "", Failure::AiRedirect { host: "host:1".into() }),
            (401, None, "{}", Failure::AiRefusedKey { host: "host:1".into() }),
            (403, None, "", Failure::AiRefusedKey { host: "host:1".into() }),
            (
                400,
                None,
                r#"{"error":{"type":"exceed_context_size_error","n_ctx":8192,"message":"x"}}"#,
                Failure::AiPromptTooLong { limit_tokens: Some(8192) },
            ),
            (
                404,
                None,
                r#"{"error":{"message":"model 'llama' not found"}}"#,
                Failure::AiNoModel { model: "llama".into() },
            ),
            (404, None, "404 page not found", server(404, "404 page not found")),
            (429, Some(7), "", busy(Some(7))),
            (429, Some(86_400), "", busy(Some(60))),
            (429, None, "", busy(None)),
            (
                429,
                None,
                r#"{"error":{"code":"insufficient_quota","message":"No"}}"#,
                server(429, "No"),
            ),
            (503, None, r#"{"error":{"message":"Loading model"}}"#, busy(None)),
            (500, None, r#"{"error":"boom"}"#, server(500, "boom")),
            (
                500,
                None,
                "data: {\"error\":{\"message\":\"boom\"}}\n\ndata: [DONE]\n",
                server(500, "boom"),
            ),
            (
                500,
                None,
                r#"{"detail":"see https://a.example.org/x?key=SEGRETO now"}"#,
                server(500, "see https://a.example.org/x now"),
            ),
        ] {
            assert_eq!(told(status, retry, body), failure, "{status} {body}");
        }
    }

    #[test]
    fn a_page_of_html_is_no_message() {
        let head = Head { status: 502, content_type: "text/html".into(), retry_after: None };
        let refusal = Refusal::read(&head, b"<html><body>Bad gateway</body></html>");
        assert_eq!(
            refusal.failure("h", "m"),
            Failure::AiServer { status: 502, message: String::new() }
        );
    }
}
