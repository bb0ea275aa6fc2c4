//! Chat completions: `OpenAI`, llama.cpp, Ollama, LM Studio, vLLM and most others.
//!
//! Reads tolerantly what servers really send.

use super::{Finish, Heard, Order, Wire, set, text};
use crate::ai::field::schema;
use crate::domain::Form;
use serde_json::{Value, json};

pub(super) struct Chat;

impl Wire for Chat {
    fn path(&self, _: &str) -> String {
        "chat/completions".to_owned()
    }

    fn body(&self, order: &Order) -> Value {
        let mut body = order.conversation();
        // The company's own newer models refuse the name every other server knows.
        let own = order.host == "api.openai.com";
        body[if own { "max_completion_tokens" } else { "max_tokens" }] = json!(order.max_tokens);
        set(&mut body, "temperature", order.temperature);
        set(
            &mut body,
            "response_format",
            match order.form {
                Form::Schema => Some(json!({
                    "type": "json_schema",
                    "json_schema": { "name": "post", "strict": true, "schema": schema(order.fields) },
                })),
                Form::Json => Some(json!({ "type": "json_object" })),
                Form::Text => None,
            },
        );
        body
    }

    fn event(&self, event: &Value) -> Heard {
        // The last event of many servers has no choice, only the bill.
        match event.pointer("/choices/0") {
            Some(choice) => heard(choice, &choice["delta"]),
            None => Heard::default(),
        }
    }

    fn whole(&self, body: &Value) -> Heard {
        match body.pointer("/choices/0") {
            Some(choice) => Heard { over: true, ..heard(choice, &choice["message"]) },
            None => Heard::default(),
        }
    }
}

fn heard(choice: &Value, said: &Value) -> Heard {
    let reasons = |name: &str| !text(&said[name]).is_empty();
    Heard {
        known: true,
        words: words_of(&said["content"]),
        thinking: reasons("reasoning_content") || reasons("reasoning"),
        refusal: text(&said["refusal"]).to_owned(),
        finish: choice["finish_reason"].as_str().map(|reason| match reason {
            "length" | "max_tokens" | "model_length" => Finish::Cut,
            "content_filter" | "error" => Finish::Withheld(reason.to_owned()),
            _ => Finish::Whole,
        }),
        spent: None,
        over: false,
    }
}

/// `content` is a string, or null, or a list of parts of which some are text.
fn words_of(content: &Value) -> String {
    match content {
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().map(|part| text(&part["text"])).collect(),
        _ => String::new(),
    }
}
