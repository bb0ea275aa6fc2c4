//! `OpenAI`'s responses: named events, one item of output after the other.
//!
//! Nothing is asked to be kept at the other end.

use super::{Finish, Heard, Order, Wire, set, text};
use crate::ai::field::schema;
use crate::domain::Form;
use serde_json::{Value, json};

pub(super) struct Responses;

impl Wire for Responses {
    fn path(&self, _: &str) -> String {
        "responses".to_owned()
    }

    fn body(&self, order: &Order) -> Value {
        let mut body = json!({
            "model": order.model,
            "instructions": order.system,
            "input": [{ "role": "user", "content": order.user }],
            "stream": true,
            "store": false,
            "max_output_tokens": order.max_tokens,
        });
        set(&mut body, "temperature", order.temperature);
        let format = match order.form {
            Form::Schema => Some(json!({
                "type": "json_schema", "name": "post", "strict": true, "schema": schema(order.fields),
            })),
            Form::Json => Some(json!({ "type": "json_object" })),
            Form::Text => None,
        };
        set(&mut body, "text", format.map(|format| json!({ "format": format })));
        body
    }

    fn event(&self, event: &Value) -> Heard {
        let kind = text(&event["type"]);
        let known = Heard { known: true, ..Heard::default() };
        match kind {
            "response.output_text.delta" => {
                Heard { words: text(&event["delta"]).to_owned(), ..known }
            }
            "response.refusal.delta" => {
                Heard { refusal: text(&event["delta"]).to_owned(), ..known }
            }
            "response.completed" | "response.incomplete" | "response.failed" => {
                let response = &event["response"];
                Heard {
                    finish: Some(finish(response)),
                    spent: spent(response),
                    over: true,
                    ..known
                }
            }
            _ if kind.contains("reasoning") || event["item"]["type"] == "reasoning" => {
                Heard { thinking: true, ..known }
            }
            _ => Heard { known: kind.starts_with("response."), ..Heard::default() },
        }
    }

    fn whole(&self, body: &Value) -> Heard {
        let Some(output) = body["output"].as_array() else { return Heard::default() };
        let parts = || output.iter().filter_map(|item| item["content"].as_array()).flatten();
        let said = |kind: &'static str, key: &'static str| -> String {
            parts().filter(|part| part["type"] == kind).map(|part| text(&part[key])).collect()
        };
        Heard {
            known: true,
            words: said("output_text", "text"),
            thinking: output.iter().any(|item| item["type"] == "reasoning"),
            refusal: said("refusal", "refusal"),
            finish: Some(finish(body)),
            spent: spent(body),
            over: true,
        }
    }
}

fn finish(response: &Value) -> Finish {
    match (text(&response["status"]), text(&response["incomplete_details"]["reason"])) {
        ("incomplete", "max_output_tokens" | "") => Finish::Cut,
        ("incomplete", reason) => Finish::Withheld(reason.to_owned()),
        ("failed", _) => {
            let message = text(&response["error"]["message"]);
            Finish::Withheld(if message.is_empty() { "failed" } else { message }.to_owned())
        }
        _ => Finish::Whole,
    }
}

/// llama.cpp calls an answer completed also where its length cut it.
fn spent(response: &Value) -> Option<u64> {
    response["usage"]["output_tokens"].as_u64()
}
