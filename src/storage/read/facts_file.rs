//! `facts/*.toml`: the claims the brand stands behind, with source and expiry.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Fact, Problem, RelPath};
use chrono_tz::Tz;

/// Each `[[fact]]` needs `id` and `text`.
pub fn read_facts(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Vec<Fact>, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let mut facts = Vec::new();
    for mut fields in fields.tables("fact")? {
        let (id, text) = (fields.string("id")?, fields.text("text")?);
        facts.push(Fact {
            id: fields.required("id", id)?,
            text: fields.required("text", text)?,
            source: fields.string("source")?,
            expires: fields.day("expires")?,
        });
    }
    Ok(facts)
}
