//! New files as text: a post, a suggestion or a note in the documented order of keys.
//! The only place where the words of a machine are taken out to be stored.

use super::splice::{Style, dotted, render};
use crate::domain::{
    Decision, Extras, FieldValue, Note, Post, Published, Suggestion, Task, Variant,
};
use crate::text::messages;

type Row = (String, FieldValue);

/// The text of a new post file. Empty values are left out, `text` never is.
pub fn post_file(post: &Post) -> String {
    // Taken apart, so that a new field is not forgotten here.
    let Post {
        id,
        title,
        when,
        channels,
        pillar,
        campaign,
        labels,
        lang,
        visibility,
        link,
        notes,
        text,
        hashtags,
        headline,
        first_comment,
        ai,
        variants,
        media,
        origin,
        ticks,
        // Given to the bytes of one file: a new one has none.
        approval: _,
        published,
    } = post;
    let mut rows = vec![string("id", id.as_str())];
    rows.extend(some("title", title));
    rows.extend(when.map(|when| ("when".to_owned(), FieldValue::When(when))));
    rows.push(list("channels", channels));
    for (key, value) in [
        ("pillar", pillar),
        ("campaign", campaign),
        ("lang", lang),
        ("visibility", visibility),
        ("link", link),
        ("headline", headline),
    ] {
        rows.extend(value.as_deref().map(|value| string(key, value)));
    }
    rows.extend((!labels.is_empty()).then(|| list("labels", labels)));
    rows.extend(notes.as_deref().map(|notes| prose("notes", notes)));
    rows.extend(thread(text));
    rows.extend((!hashtags.is_empty()).then(|| list("hashtags", hashtags)));
    rows.extend(first_comment.as_deref().map(|text| prose("first_comment", text)));
    rows.extend(ai.map(|ai| string("ai", ai.code())));
    let mut file = lines(&rows);
    for (channel, variant) in variants {
        let path = ["variants".to_owned(), channel.clone()];
        file += &section(&format!("[{}]", dotted(&path)), &variant_rows(variant));
    }
    if let FieldValue::Tables(media) = FieldValue::media(media) {
        for rows in &media {
            file += &section("[[media]]", rows);
        }
    }
    for origin in origin {
        file += &section("[[origin]]", &rows_of(FieldValue::origin(origin)));
    }
    for tick in ticks {
        file += &section("[[claim]]", &rows_of(FieldValue::tick(tick)));
    }
    for (channel, published) in published {
        file += &published_section(channel, published);
    }
    file
}

fn published_section(channel: &str, published: &Published) -> String {
    let path = ["published".to_owned(), channel.to_owned()];
    section(&format!("[{}]", dotted(&path)), &rows_of(FieldValue::published(published)))
}

fn variant_rows(variant: &Variant) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(variant.when.map(|when| ("when".to_owned(), FieldValue::When(when))));
    rows.extend(variant.visibility.as_deref().map(|who| string("visibility", who)));
    rows.extend(variant.headline.as_deref().map(|text| string("headline", text)));
    rows.extend(variant.text.as_deref().into_iter().flat_map(thread));
    rows.extend(variant.first_comment.as_deref().map(|text| prose("first_comment", text)));
    rows
}

/// The text of a new suggestion file.
pub fn suggestion_file(suggestion: &Suggestion) -> String {
    let mut rows = vec![
        string("post", suggestion.post.as_str()),
        ("at".to_owned(), FieldValue::Instant(suggestion.at)),
    ];
    let mut file = lines(&rows);
    rows = thread(&suggestion.text.clone().into_stored());
    if rows.len() == 1 && suggestion.brief.task == Task::Thread {
        // Without the key its paragraphs would be read as messages.
        rows.push(("parts".to_owned(), FieldValue::Texts(Vec::new())));
    }
    rows.extend((!suggestion.hashtags.is_empty()).then(|| list("hashtags", &suggestion.hashtags)));
    let Extras { headline, first_comment } = suggestion.extras.clone();
    rows.extend(headline.map(|words| string("headline", &words.into_stored())));
    rows.extend(first_comment.map(|words| prose("first_comment", &words.into_stored())));
    file += &lines(&rows);
    let brief = &suggestion.brief;
    let mut rows = Vec::new();
    // What is usual goes without saying.
    rows.extend((brief.task != Task::Draft).then(|| string("task", brief.task.code())));
    rows.push(string("topic", &brief.topic));
    for (key, value) in [
        ("tone", &brief.tone),
        ("audience", &brief.audience),
        ("channel", &brief.channel),
        ("lang", &brief.lang),
        ("instruction", &brief.instruction),
    ] {
        rows.extend(value.as_deref().map(|value| string(key, value)));
    }
    rows.extend(brief.angle.map(|angle| string("angle", angle.code())));
    rows.extend(brief.hook.map(|hook| string("hook", hook.code())));
    rows.extend(brief.length.map(|length| string("length", length.code())));
    rows.extend(brief.new_post.as_ref().map(|id| string("new_post", id.as_str())));
    file += &section("[brief]", &rows);
    if brief.notes {
        file += "notes = true\n";
    }
    let source = &suggestion.source;
    let mut rows = vec![string("provider", &source.provider), string("model", &source.model)];
    rows.extend(source.prompt.as_deref().map(|prompt| string("prompt", prompt)));
    rows.extend(source.post_hash.as_deref().map(|hash| string("post_hash", hash)));
    rows.extend(suggestion.fragment.map(|fragment| string("ended", fragment.code())));
    let lacks: Vec<String> = source.remarks.lacks.iter().map(|l| l.code().to_owned()).collect();
    rows.extend((!lacks.is_empty()).then(|| list("missing", &lacks)));
    file += &section("[source]", &rows);
    for one in &source.remarks.left_out {
        let rows = [string("why", one.why.code()), string("text", &one.text)];
        file += &section("[[source.left_out]]", &rows);
    }
    for decision in &suggestion.decisions {
        let rows = decision_rows(decision);
        file += &section("[[decision]]", &rows);
    }
    file
}

/// The text of a new note file.
pub fn note_file(note: &Note) -> String {
    let mut rows =
        vec![string("post", note.post.as_str()), ("at".to_owned(), FieldValue::Instant(note.at))];
    rows.extend(some("by", &note.by));
    rows.push(string("kind", note.kind.code()));
    rows.extend(note.to.as_deref().map(|to| string("to", to)));
    rows.extend(note.about.as_ref().map(|about| string("about", about.as_str())));
    rows.extend(note.channel.as_deref().map(|channel| string("channel", channel)));
    rows.extend(note.quote.as_deref().map(|quote| one_or_more("quote", quote)));
    rows.extend((!note.text.is_empty()).then(|| one_or_more("text", &note.text)));
    lines(&rows)
}

/// One line as a line, several as prose.
fn one_or_more(key: &str, value: &str) -> Row {
    if value.contains('\n') { prose(key, value) } else { string(key, value) }
}

/// One `[[decision]]`.
pub fn decision_rows(decision: &Decision) -> Vec<Row> {
    let mut rows = Vec::new();
    let places = [("sentence", decision.sentence), ("clause", decision.clause)];
    for (key, index) in places {
        let index = index.and_then(|index| i64::try_from(index).ok());
        rows.extend(index.map(|index| (key.to_owned(), FieldValue::Number(index))));
    }
    rows.push(string("hash", &decision.hash));
    rows.push(string("verdict", decision.verdict.code()));
    let said = decision.words.as_deref().or(decision.reason.map(crate::domain::Reason::code));
    rows.extend(said.map(|said| string("reason", said)));
    rows.extend(some("by", &decision.by));
    rows.push(("at".to_owned(), FieldValue::Instant(decision.at)));
    rows
}

fn string(key: &str, value: &str) -> Row {
    (key.to_owned(), FieldValue::Str(value.to_owned()))
}

fn some(key: &str, value: &str) -> Option<Row> {
    (!value.is_empty()).then(|| string(key, value))
}

fn prose(key: &str, value: &str) -> Row {
    (key.to_owned(), FieldValue::Text(value.to_owned()))
}

/// The first message as `text`, those that follow as `parts`.
pub fn thread(text: &str) -> Vec<Row> {
    let mut messages = messages(text).into_iter();
    let mut rows = vec![prose("text", messages.next().unwrap_or_default())];
    let parts: Vec<String> = messages.map(str::to_owned).collect();
    rows.extend((!parts.is_empty()).then(|| ("parts".to_owned(), FieldValue::Texts(parts))));
    rows
}

fn list(key: &str, items: &[String]) -> Row {
    (key.to_owned(), FieldValue::List(items.to_vec()))
}

fn rows_of(value: FieldValue) -> Vec<Row> {
    if let FieldValue::Table(rows) = value { rows } else { Vec::new() }
}

fn section(header: &str, rows: &[Row]) -> String {
    format!("\n{header}\n{}", lines(rows))
}

fn lines(rows: &[Row]) -> String {
    let line = |(key, value): &Row| {
        format!("{} = {}\n", dotted(std::slice::from_ref(key)), render(value, Style::fresh("\n")))
    };
    rows.iter().map(line).collect()
}
