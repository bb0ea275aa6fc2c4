//! The JSON schema of a post file, for editors that complete and check TOML by schema.
//! It stands in `assets/schema/post.json`; a test holds it to what the reader knows.

use serde_json::Value;

const SCHEMA: &str = include_str!("../../assets/schema/post.json");

/// Draft 2020-12. Unknown keys are allowed, as they are kept.
pub fn schema() -> Value {
    // A test parses it, so a file that is not JSON never gets this far.
    serde_json::from_str(SCHEMA).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::schema;
    use crate::domain::{FindingKind, MediumSource, RelPath};
    use chrono_tz::Europe::Rome;

    /// Every top-level key of the schema is read without being called unknown.
    #[test]
    fn the_schema_and_the_reader_know_the_same_keys() {
        let schema = schema();
        let properties = schema["properties"].as_object().expect("properties");
        let path = RelPath::new("ideas/a.toml");
        for key in properties.keys().filter(|key| *key != "id") {
            let kind = properties[key]["type"].as_str().expect("a type");
            let value = match kind {
                "array" => "[]",
                "object" => "{}",
                _ if key == "when" => "2026-11-24",
                _ => "\"x\"",
            };
            let file = format!("id = \"k3f9q7ab\"\n{key} = {value}\n");
            let entry = super::super::read_post(&path, file.as_bytes(), Rome).expect(key);
            let unknown = entry
                .findings
                .iter()
                .any(|finding| matches!(finding.kind, FindingKind::UnknownKey { .. }));
            assert!(!unknown, "{key}");
        }
    }

    #[test]
    fn the_schema_allows_the_sources_of_pictures_that_the_reader_does() {
        let sources = &schema()["properties"]["media"]["items"]["properties"]["source"]["enum"];
        assert_eq!(*sources, serde_json::json!(MediumSource::ALL.map(MediumSource::code)));
    }
}
