//! Ollama's own dialect: one JSON object a line, the last with `done`.

use super::{Finish, Heard, Order, Wire, set, text};
use crate::ai::field::schema;
use crate::domain::Form;
use serde_json::{Value, json};

pub(super) struct Ollama;

impl Wire for Ollama {
    fn path(&self, _: &str) -> String {
        "api/chat".to_owned()
    }

    fn body(&self, order: &Order) -> Value {
        let mut options = json!({ "num_predict": order.max_tokens });
        set(&mut options, "temperature", order.temperature);
        let mut body = order.conversation();
        body["options"] = options;
        set(
            &mut body,
            "format",
            match order.form {
                Form::Schema => Some(schema(order.fields)),
                Form::Json => Some(json!("json")),
                Form::Text => None,
            },
        );
        body
    }

    fn event(&self, event: &Value) -> Heard {
        let message = &event["message"];
        let over = event["done"] == true;
        let finish = || match text(&event["done_reason"]) {
            "length" => Finish::Cut,
            _ => Finish::Whole,
        };
        Heard {
            known: message.is_object() || over,
            words: text(&message["content"]).to_owned(),
            thinking: !text(&message["thinking"]).is_empty(),
            finish: over.then(finish),
            over,
            ..Heard::default()
        }
    }

    fn is_lines(&self) -> bool {
        true
    }

    /// The other dialects have taught people to write `/v1`.
    fn base<'a>(&self, address: &'a str) -> &'a str {
        let address = address.trim_end_matches('/');
        ["/v1", "/api"].iter().find_map(|end| address.strip_suffix(end)).unwrap_or(address)
    }
}
