//! Anthropic's messages: blocks of content that begin, grow and end.
//!
//! Blocks of thinking are noticed and left where they are.

use super::{Finish, Heard, Order, Wire, set, text};
use crate::ai::field::schema;
use crate::domain::Form;
use serde_json::{Value, json};

pub(super) struct Anthropic;

impl Wire for Anthropic {
    fn path(&self, _: &str) -> String {
        "messages".to_owned()
    }

    fn key(&self, key: &str) -> (&'static str, String) {
        ("x-api-key", key.to_owned())
    }

    fn head(&self) -> &'static [(&'static str, &'static str)] {
        &[("anthropic-version", "2023-06-01")]
    }

    /// There is no JSON without a schema here.
    fn forms(&self) -> &'static [Form] {
        &[Form::Schema, Form::Text]
    }

    fn body(&self, order: &Order) -> Value {
        let mut body = json!({
            "model": order.model,
            "system": order.system,
            "messages": [{ "role": "user", "content": order.user }],
            "max_tokens": order.max_tokens,
            "stream": true,
        });
        set(&mut body, "temperature", order.temperature);
        let schema = (order.form == Form::Schema).then(
            || json!({ "format": { "type": "json_schema", "schema": schema(order.fields) } }),
        );
        set(&mut body, "output_config", schema);
        body
    }

    fn event(&self, event: &Value) -> Heard {
        let known = Heard { known: true, ..Heard::default() };
        let part = match text(&event["type"]) {
            "content_block_start" => &event["content_block"],
            "content_block_delta" => &event["delta"],
            "message_delta" => {
                return Heard { finish: finish(&event["delta"]["stop_reason"]), ..known };
            }
            "message_stop" => return Heard { over: true, ..known },
            "message_start" | "content_block_stop" | "ping" => return known,
            "message" => return self.whole(event),
            _ => return Heard::default(),
        };
        Heard { words: words(part), thinking: is_thinking(part), ..known }
    }

    fn whole(&self, body: &Value) -> Heard {
        let Some(blocks) = body["content"].as_array() else { return Heard::default() };
        Heard {
            known: true,
            words: blocks.iter().map(words).collect(),
            thinking: blocks.iter().any(is_thinking),
            finish: finish(&body["stop_reason"]),
            over: true,
            ..Heard::default()
        }
    }
}

fn words(part: &Value) -> String {
    match text(&part["type"]) {
        "text" | "text_delta" => text(&part["text"]).to_owned(),
        _ => String::new(),
    }
}

fn is_thinking(part: &Value) -> bool {
    text(&part["type"]).contains("thinking")
}

fn finish(reason: &Value) -> Option<Finish> {
    Some(match reason.as_str()? {
        "max_tokens" | "model_context_window_exceeded" => Finish::Cut,
        "refusal" => Finish::Withheld("refusal".to_owned()),
        _ => Finish::Whole,
    })
}
