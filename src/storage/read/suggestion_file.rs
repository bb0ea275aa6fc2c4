//! A suggestion file of `drafts/POST-ID/`: what a machine proposed and what a person
//! decided about it. Its name is its id, so that anyone can drop one in.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{
    Angle, Brief, Decision, Extras, Fragment, Hook, Id, Lack, LeftOut, Length, ModelText, Omission,
    Problem, ProblemKind, Reason, RelPath, Remarks, Suggestion, SuggestionSource, Task, Verdict,
    as_thread,
};
use crate::text::{is_thread, thread};
use chrono_tz::Tz;

/// Needs `text` and `at`; the post is the folder's when the file does not name it.
pub fn read_suggestion(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Suggestion, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let context = Context { source: &source, zone };
    let mut fields = Fields::root(context, &tree);
    let id = id_of(&source, path.file_name().trim_end_matches(".toml"))?;
    let folder = path.parent().rsplit('/').next().unwrap_or_default();
    let post = match fields.id("post")? {
        Some(post) if Id::parse(folder).is_ok_and(|folder| folder != post) => {
            return Err(fields.bad("post", ProblemKind::ForAnother { post: post.to_string() }));
        }
        Some(post) => post,
        None => id_of(&source, folder)?,
    };
    let (at, brief) = (fields.instant("at")?, brief(&mut fields)?);
    let text = text(&mut fields, brief.task)?;
    let (made_by, ended) = provider(&mut fields)?;
    // Files of before there was a reason.
    let unsaid = fields.bool("fragment")?.unwrap_or(false).then_some(Fragment::Broken);
    Ok(Suggestion {
        id,
        post,
        at: fields.required("at", at)?,
        brief,
        source: made_by,
        text: ModelText::new(fields.required("text", text)?),
        hashtags: fields.strings("hashtags")?,
        extras: Extras {
            headline: fields.string("headline")?.map(ModelText::new),
            first_comment: fields.text("first_comment")?.map(ModelText::new),
        },
        fragment: ended.or(unsaid),
        decisions: decisions(&mut fields)?,
    })
}

/// The first message and those that follow it, as in a post. Who drops a file in may list
/// all messages under `parts` alone, or beside a `text` of them all; an older thread has
/// its messages as paragraphs.
fn text(fields: &mut Fields, task: Task) -> Result<Option<String>, Problem> {
    let (text, parts) = (fields.text("text")?, fields.texts("parts")?);
    let all = |parts: &&Vec<String>| text.as_ref().is_none_or(|text| *text == parts.join("\n\n"));
    let listed = parts.as_ref().filter(|parts| !parts.is_empty()).filter(all);
    if let Some(parts) = listed.filter(|parts| !parts.iter().any(|part| is_thread(part))) {
        return Ok(Some(thread(parts)));
    }
    let text = fields.thread("text")?;
    let old = task == Task::Thread && parts.is_none();
    Ok(text.map(|text| if old { as_thread(&text) } else { text }))
}

fn id_of(source: &Source, name: &str) -> Result<Id, Problem> {
    Id::parse(name).map_err(|_| source.problem(0, ProblemKind::BadId { found: name.to_owned() }))
}

fn brief(fields: &mut Fields) -> Result<Brief, Problem> {
    let Some(mut fields) = fields.table("brief")? else { return Ok(Brief::default()) };
    Ok(Brief {
        task: fields.code("task", Task::from_code, &Task::ALL.map(Task::code))?.unwrap_or_default(),
        topic: fields.text("topic")?.unwrap_or_default(),
        tone: fields.string("tone")?,
        audience: fields.string("audience")?,
        channel: fields.string("channel")?,
        lang: fields.string("lang")?,
        instruction: fields.text("instruction")?,
        angle: fields.code("angle", Angle::from_code, &Angle::ALL.map(Angle::code))?,
        hook: fields.code("hook", Hook::from_code, &Hook::ALL.map(Hook::code))?,
        length: fields.code("length", Length::from_code, &Length::ALL.map(Length::code))?,
        notes: fields.bool("notes")?.unwrap_or(false),
        new_post: fields.id("new_post")?,
    })
}

/// Who wrote it, and why it ended where that was before its end.
fn provider(fields: &mut Fields) -> Result<(SuggestionSource, Option<Fragment>), Problem> {
    let Some(mut fields) = fields.table("source")? else {
        return Ok((SuggestionSource::default(), None));
    };
    let ended = fields.code("ended", Fragment::from_code, &Fragment::ALL.map(Fragment::code))?;
    let source = SuggestionSource {
        provider: fields.string("provider")?.unwrap_or_default(),
        model: fields.string("model")?.unwrap_or_default(),
        prompt: fields.string("prompt")?,
        post_hash: fields.string("post_hash")?,
        remarks: remarks(&mut fields)?,
    };
    Ok((source, ended))
}

/// What this version does not know the code of goes unsaid.
fn remarks(fields: &mut Fields) -> Result<Remarks, Problem> {
    let lacks = fields.strings("missing")?;
    let mut left_out = Vec::new();
    for mut fields in fields.tables("left_out")? {
        let why = fields.string("why")?.as_deref().and_then(Omission::from_code);
        let text = fields.text("text")?;
        left_out.extend(why.zip(text).map(|(why, text)| LeftOut { text, why }));
    }
    Ok(Remarks { lacks: lacks.iter().filter_map(|code| Lack::from_code(code)).collect(), left_out })
}

fn decisions(fields: &mut Fields) -> Result<Vec<Decision>, Problem> {
    let mut decisions = Vec::new();
    for mut fields in fields.tables("decision")? {
        let verdict =
            fields.code("verdict", Verdict::from_code, &Verdict::ALL.map(Verdict::code))?;
        let at = fields.instant("at")?;
        let (reason, words) = reason(fields.string("reason")?);
        decisions.push(Decision {
            sentence: index(fields.number("sentence")?),
            clause: index(fields.number("clause")?),
            hash: fields.string("hash")?.unwrap_or_default(),
            verdict: fields.required("verdict", verdict)?,
            reason,
            words,
            by: fields.string("by")?.unwrap_or_default(),
            at: fields.required("at", at)?,
        });
    }
    Ok(decisions)
}

/// One of the known reasons by its code; anything else is a person's own words.
fn reason(said: Option<String>) -> (Option<Reason>, Option<String>) {
    let Some(said) = said.filter(|said| !said.trim().is_empty()) else { return (None, None) };
    match Reason::from_code(said.trim()) {
        Some(reason) => (Some(reason), None),
        None => (Some(Reason::Other), Some(said.split_whitespace().collect::<Vec<_>>().join(" "))),
    }
}

fn index(number: Option<f64>) -> Option<usize> {
    number.filter(|index| *index >= 0.0).map(|index| index as usize)
}
