//! `facts/*.toml`: the claims the brand stands behind, with source and expiry.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Fact, FactPlace, Problem, RelPath};
use chrono_tz::Tz;

/// Each `[[fact]]` needs `id` and `text`.
pub fn read_facts(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Vec<Fact>, Problem> {
    Ok(read_placed_facts(path, bytes, zone)?.into_iter().map(|(fact, _)| fact).collect())
}

/// The same, each with where its text stands.
pub fn read_placed_facts(
    path: &RelPath,
    bytes: &[u8],
    zone: Tz,
) -> Result<Vec<(Fact, FactPlace)>, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let mut facts = Vec::new();
    for mut fields in fields.tables("fact")? {
        let (id, text) = (fields.string("id")?, fields.text("text")?);
        let at = source.place(fields.offset("text"));
        let fact = Fact {
            id: fields.required("id", id)?,
            text: fields.required("text", text)?,
            source: fields.string("source")?,
            expires: fields.day("expires")?,
        };
        let place = FactPlace::new(&fact, path.clone(), at);
        facts.push((fact, place));
    }
    Ok(facts)
}
