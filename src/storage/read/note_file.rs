//! A note file of `notes/POST-ID/`: what one person said about a post. Its name is its id,
//! so that two people who each add one never write the same file.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Id, Note, NoteKind, Problem, ProblemKind, RelPath};
use chrono_tz::Tz;

/// A note with what its file is told about.
pub struct Noted {
    pub note: Note,
    /// Keys that say nothing.
    pub slips: Vec<Problem>,
    /// Line and column of what it answers.
    pub about: (usize, usize),
}

pub fn read_note(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Note, Problem> {
    read_noted(path, bytes, zone).map(|noted| noted.note)
}

/// Needs `at` and `kind`, an answer what it is `about`, and words unless it asks or settles;
/// the post is the folder's when the file does not name it.
pub fn read_noted(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Noted, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let named = |name: &str| {
        Id::parse(name)
            .map_err(|_| source.problem(0, ProblemKind::BadId { found: name.to_owned() }))
    };
    let id = named(path.file_name().trim_end_matches(".toml"))?;
    let folder = path.parent().rsplit('/').next().unwrap_or_default();
    let post = match fields.id("post")? {
        Some(post) if Id::parse(folder).is_ok_and(|folder| folder != post) => {
            return Err(fields.bad("post", ProblemKind::ForAnother { post: post.to_string() }));
        }
        Some(post) => post,
        None => named(folder)?,
    };
    let at = fields.instant("at")?;
    let kind = fields.code("kind", NoteKind::from_code, &NoteKind::ALL.map(NoteKind::code))?;
    let kind = fields.required("kind", kind)?;
    let about = fields.id("about")?;
    let text = fields.text("text")?.filter(|text| !text.trim().is_empty());
    if kind.is_answer() && about.is_none() {
        return Err(fields.missing("about"));
    }
    if kind.needs_text() && text.is_none() {
        return Err(fields.missing("text"));
    }
    let note = Note {
        id,
        post,
        at: fields.required("at", at)?,
        by: fields.string("by")?.unwrap_or_default(),
        kind,
        to: fields.string("to")?,
        // Of what is no answer it says nothing.
        about: about.filter(|_| kind.is_answer()),
        channel: fields.string("channel")?,
        quote: fields.text("quote")?,
        text: text.unwrap_or_default(),
    };
    let about = source.place(fields.offset("about"));
    let allowed = || fields.known().iter().map(|&key| key.to_owned()).collect();
    let slip = |(key, at): (&str, usize)| {
        fields.problem(at, ProblemKind::UnknownKey { key: key.to_owned(), allowed: allowed() })
    };
    let slips = fields.strangers().map(slip).collect();
    Ok(Noted { note, slips, about })
}
