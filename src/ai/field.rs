//! What an answer in JSON is to hold: the fields of a post that its task and its network
//! have a use for.
//!
//! Owns their names and kinds. What is said of them stands in `assets/prompts`, how they
//! are read in `shape`.

use super::Ask;
use crate::domain::{Part, Task};
use serde_json::{Map, Value, json};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Headline,
    Text,
    /// The messages of a thread.
    Parts,
    Hashtags,
    FirstComment,
}

impl Field {
    /// As it stands in the object.
    pub fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Text => "text",
            Self::Parts => "parts",
            Self::Hashtags => "hashtags",
            Self::FirstComment => "first_comment",
        }
    }

    pub fn is_list(self) -> bool {
        matches!(self, Self::Parts | Self::Hashtags)
    }
}

/// What this ask has a use for, in the order in which it is read.
pub(super) fn fields(ask: &Ask) -> Vec<Field> {
    let wants = |part: Part| {
        let target = ask.target.as_ref().filter(|_| ask.brief.task == Task::Draft);
        target.is_some_and(|target| target.wants.contains(&part))
    };
    let text = if ask.is_thread() { Field::Parts } else { Field::Text };
    let headline = wants(Part::Headline).then_some(Field::Headline);
    let comment = wants(Part::FirstComment).then_some(Field::FirstComment);
    headline.into_iter().chain([text, Field::Hashtags]).chain(comment).collect()
}

/// An example of the object, for who is told its shape in words.
pub(super) fn example(fields: &[Field]) -> String {
    let one = |field: &Field| {
        let value = if field.is_list() { "[\"…\"]" } else { "\"…\"" };
        format!("\"{}\": {value}", field.key())
    };
    format!("{{{}}}", fields.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// The object as every dialect that knows schemas describes it.
pub(super) fn schema(fields: &[Field]) -> Value {
    let kind = |field: &Field| {
        if field.is_list() {
            json!({ "type": "array", "items": { "type": "string" } })
        } else {
            json!({ "type": "string" })
        }
    };
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.key().to_owned(), kind(field))).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": fields.iter().map(|field| field.key()).collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ai::Target;
    use crate::ai::fixture::test_ask;
    use crate::domain::Unit;

    #[test]
    fn an_answer_is_asked_for_what_the_network_and_the_task_have_a_use_for() {
        let mut ask = test_ask("it");
        let wanted = |ask: &Ask| example(&fields(ask));
        assert_eq!(wanted(&ask), r#"{"text": "…", "hashtags": ["…"]}"#);
        let (network, wants) = ("Instagram".to_owned(), vec![Part::FirstComment]);
        let mut target = Target { network, max: None, unit: Unit::Utf16, threads: true, wants };
        ask.target = Some(target.clone());
        assert_eq!(wanted(&ask), r#"{"text": "…", "hashtags": ["…"], "first_comment": "…"}"#);
        target.wants = vec![Part::Headline];
        ask.target = Some(target);
        assert_eq!(wanted(&ask), r#"{"headline": "…", "text": "…", "hashtags": ["…"]}"#);
        ask.brief.task = Task::Thread;
        assert_eq!(wanted(&ask), r#"{"parts": ["…"], "hashtags": ["…"]}"#);
        ask.brief.task = Task::Shorten;
        ask.human = "Uno.\u{c}Due.".into();
        assert_eq!(wanted(&ask), r#"{"parts": ["…"], "hashtags": ["…"]}"#);
        ask.brief.task = Task::Hooks;
        assert_eq!(wanted(&ask), r#"{"text": "…", "hashtags": ["…"]}"#);
        ask.brief.task = Task::Draft;
        ask.brief.instruction = Some("più corto".into());
        assert_eq!(wanted(&ask), r#"{"headline": "…", "parts": ["…"], "hashtags": ["…"]}"#);
    }

    #[test]
    fn a_schema_asks_for_every_field_and_no_other() {
        let schema = schema(&[Field::Headline, Field::Parts]);
        assert_eq!(schema["required"], json!(["headline", "parts"]));
        assert_eq!(schema["properties"]["parts"]["items"]["type"], "string");
        assert_eq!(schema["additionalProperties"], false);
    }
}
