//! Google's content, streamed: whole parts in every event, some of them thoughts.

use super::{Finish, Heard, Order, Wire, set, text};
use crate::ai::field::Field;
use crate::domain::Form;
use serde_json::{Map, Value, json};

pub(super) struct Gemini;

impl Wire for Gemini {
    fn path(&self, model: &str) -> String {
        let model = model.trim_start_matches("models/");
        format!("models/{model}:streamGenerateContent?alt=sse")
    }

    fn key(&self, key: &str) -> (&'static str, String) {
        ("x-goog-api-key", key.to_owned())
    }

    fn body(&self, order: &Order) -> Value {
        let mut config = json!({ "maxOutputTokens": order.max_tokens });
        set(&mut config, "temperature", order.temperature);
        let is_json = order.form != Form::Text;
        set(&mut config, "responseMimeType", is_json.then_some("application/json"));
        // Its schemas have types of their own and know no further properties.
        let schema = (order.form == Form::Schema).then(|| {
            let kind = |field: &Field| {
                if field.is_list() {
                    json!({ "type": "ARRAY", "items": { "type": "STRING" } })
                } else {
                    json!({ "type": "STRING" })
                }
            };
            let all = order.fields.iter();
            let properties: Map<String, Value> =
                all.clone().map(|field| (field.key().to_owned(), kind(field))).collect();
            let keys: Vec<&str> = all.map(|field| field.key()).collect();
            json!({
                "type": "OBJECT",
                "properties": properties,
                "required": keys,
                "propertyOrdering": keys,
            })
        });
        set(&mut config, "responseSchema", schema);
        json!({
            "systemInstruction": { "parts": [{ "text": order.system }] },
            "contents": [{ "role": "user", "parts": [{ "text": order.user }] }],
            "generationConfig": config,
        })
    }

    fn event(&self, event: &Value) -> Heard {
        if let Some(reason) = event["promptFeedback"]["blockReason"].as_str() {
            let finish = Some(Finish::Withheld(reason.to_owned()));
            return Heard { known: true, finish, over: true, ..Heard::default() };
        }
        let Some(candidate) = event.pointer("/candidates/0") else {
            // The bill may come by itself.
            return Heard { known: event["usageMetadata"].is_object(), ..Heard::default() };
        };
        let parts = candidate["content"]["parts"].as_array().map_or(&[][..], Vec::as_slice);
        let is_thought = |part: &&Value| part["thought"] == true;
        Heard {
            known: true,
            words: parts.iter().filter(|p| !is_thought(p)).map(|p| text(&p["text"])).collect(),
            thinking: parts.iter().any(|part| is_thought(&part)),
            finish: candidate["finishReason"].as_str().and_then(finish),
            ..Heard::default()
        }
    }

    /// Without the query that asks for events, the chunks come as one list.
    fn whole(&self, body: &Value) -> Heard {
        let chunks = body.as_array().map_or(std::slice::from_ref(body), Vec::as_slice);
        let mut all = Heard { over: true, ..Heard::default() };
        for heard in chunks.iter().map(|chunk| self.event(chunk)) {
            all.known |= heard.known;
            all.words += &heard.words;
            all.thinking |= heard.thinking;
            all.finish = heard.finish.or(all.finish);
        }
        all
    }
}

fn finish(reason: &str) -> Option<Finish> {
    match reason {
        "STOP" => Some(Finish::Whole),
        "MAX_TOKENS" => Some(Finish::Cut),
        "FINISH_REASON_UNSPECIFIED" | "" => None,
        reason => Some(Finish::Withheld(reason.to_owned())),
    }
}
