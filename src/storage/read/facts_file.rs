//! `facts/*.toml`: the claims the brand stands behind, with source and expiry.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Fact, FactPlace, Problem, ProblemKind, RelPath};
use chrono_tz::Tz;

/// Facts with their places, and what is wrong with others.
pub type Placed = (Vec<(Fact, FactPlace)>, Vec<Problem>);

/// Each `[[fact]]` needs `id` and `text`. One that cannot be read is the error.
pub fn read_facts(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Vec<Fact>, Problem> {
    let (facts, mut problems) = read_placed_facts(path, bytes, zone)?;
    let slip = |problem: &Problem| matches!(problem.kind, ProblemKind::Misspelt { .. });
    problems.retain(|problem| !slip(problem));
    problems.into_iter().next().map_or(Ok(()), Err)?;
    Ok(facts.into_iter().map(|(fact, _)| fact).collect())
}

/// The same, each with where its text stands. One that cannot be read comes back as a problem
/// and costs only itself.
pub fn read_placed_facts(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Placed, Problem> {
    let whole = |problem| unread(problem, true);
    let source = Source::new(path, bytes).map_err(whole)?;
    let tree = parse(&source).map_err(whole)?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let (mut facts, mut problems) = (Vec::new(), Vec::new());
    for mut fields in fields.tables("fact").map_err(whole)? {
        match fact(&mut fields) {
            Ok(fact) => {
                let at = source.place(fields.offset("text"));
                let place = FactPlace::new(&fact, path.clone(), at);
                facts.push((fact, place));
            }
            Err(problem) => problems.push(unread(problem, false)),
        }
        problems.extend(fields.misspelt());
    }
    problems.extend(fields.misspelt());
    Ok((facts, problems))
}

fn fact(fields: &mut Fields) -> Result<Fact, Problem> {
    let (id, text) = (fields.string("id")?, fields.text("text")?);
    let (source, expires) = (fields.string("source"), fields.day("expires"));
    Ok(Fact {
        id: fields.required("id", id)?,
        text: fields.required("text", text)?,
        source: source?,
        expires: expires?,
    })
}

fn unread(problem: Problem, whole: bool) -> Problem {
    let because = Box::new(problem.kind);
    Problem { kind: ProblemKind::FactsUnread { whole, because }, ..problem }
}
