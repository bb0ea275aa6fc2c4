//! `palinsesto origin ID|PATH`: where the words of a post come from, sentence by sentence, and
//! what is to be told of AI in it; also what `show` says of that. Reads the suggestions that
//! the post's origin names; writes nothing.

use super::line::{channel_name, title};
use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, json as data};
use crate::checks::{About, Asked, Told, ledger, networks, rules_read};
use crate::domain::{
    Ask, Asker, Came, Disclosure, Entry, Hand, Origin, Part, Post, Share, Suggestion, TextAi,
    Traced, TracedText,
};
use crate::i18n::Words;
use crate::text::{reveal, reveal_line};
use crate::ui::difference;
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "origin", command, run };

fn command(words: &Words) -> Command {
    Command::new("origin").about(words.cli_origin()).args([post_arg(words)])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    if session.json {
        let mut value = as_json(&mut opened, &entry.post);
        value["format"] = json!(data::FORMAT);
        value["id"] = json!(entry.post.id.as_str());
        value["path"] = json!(entry.path.as_str());
        value["title"] = json!(entry.post.display_title());
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    as_text(session, &mut opened, &entry)?;
    Ok(Exit::Fine)
}

fn as_text(session: &mut Session, opened: &mut Opened, entry: &Entry) -> Result<(), Stop> {
    let post = &entry.post;
    let named = named(opened, post);
    let words = &session.words;
    let share = post.share(|origin| find(&named, origin));
    let share = share.map_or_else(|| words.origin_none(), |share| words.share(share));
    let path = reveal_line(entry.path.as_str());
    writeln!(session.out, "{}\n{} · {path}\n{share}", title(entry), post.id)?;
    for text in post.traced(|origin| find(&named, origin)) {
        if text.text.trim().is_empty() {
            continue;
        }
        writeln!(session.out, "\n{}:", text_name(opened, &text, &session.words))?;
        for one in &text.traced {
            let told = told_sentence(&text, one, &named, session, opened);
            writeln!(session.out, "{told}")?;
        }
    }
    let disclosure = post.disclosure(|origin| find(&named, origin));
    let rows = ledger(post, &disclosure, &opened.workspace, networks());
    if !rows.is_empty() {
        writeln!(session.out, "\n{}:", session.words.disclosure_heading())?;
    }
    for row in &rows {
        for line in told_row(row, opened, post, &session.words) {
            writeln!(session.out, "{line}")?;
        }
    }
    Ok(())
}

fn text_name(opened: &Opened, text: &TracedText, words: &Words) -> String {
    let part = words.part(text.part);
    match text.channel {
        Some(key) => format!("{part}, {}", channel_name(opened, key)),
        None => part,
    }
}

/// `edited: Ha perso il [-treno-]{+tram+}.`, and who let it in.
fn told_sentence(
    text: &TracedText,
    one: &Traced,
    named: &[Arc<Suggestion>],
    session: &Session,
    opened: &Opened,
) -> String {
    let words = &session.words;
    let said = text.text[one.range.clone()].trim();
    let shown = match (&one.came, one.hand) {
        (Some(came), Hand::Edited) => {
            difference(&came.words, said).into_iter().map(|span| span.text).collect()
        }
        _ => reveal(said).into_owned(),
    };
    let line = format!("  {}: {shown}", words.hand(one.hand));
    let Some(came) = &one.came else { return line };
    format!("{line}\n    {}", from(came, named, words, opened))
}

/// By which model and when, and who took or rewrote it.
fn from(came: &Came, named: &[Arc<Suggestion>], words: &Words, opened: &Opened) -> String {
    let at = |at: chrono::DateTime<chrono::Utc>| {
        words.moment(at.with_timezone(&opened.zone()).naive_local())
    };
    let made =
        named.iter().find(|found| (&found.post, &found.id) == (&came.post, &came.suggestion));
    let made = made.map(|made| {
        let source = if made.source.is_composed() {
            words.cli_by_composer()
        } else if made.source.model.is_empty() {
            reveal_line(&made.source.provider).into_owned()
        } else {
            reveal_line(&made.source.model).into_owned()
        };
        words.origin_by(source, at(made.at))
    });
    let who = reveal_line(came.by.split(" <").next().unwrap_or(&came.by)).into_owned();
    let decided = match came.verdict {
        crate::domain::Verdict::Rewritten => words.origin_rewritten(who, at(came.at)),
        _ => words.origin_accepted(who, at(came.at)),
    };
    made.into_iter().chain([decided]).collect::<Vec<_>>().join(" · ")
}

/// A row of what is to be told, and what it rests on.
fn told_row(row: &Told, opened: &Opened, post: &Post, words: &Words) -> Vec<String> {
    let (label, said, more) = match row {
        Told::Text(text) => {
            let on = text.channels.iter().map(|key| channel_name(opened, key));
            let said = words.text_ai(text, &on.collect::<Vec<_>>().join(", "));
            (words.part(text.part), said, words.text_ai_told(text, post.ai))
        }
        Told::Medium(medium) => {
            let said = words.medium_ai(medium);
            (words.disclosure_medium(), said, words.medium_ai_told(medium))
        }
        Told::Asked(one) => {
            let label = match one.rule.asks {
                Ask::Mark => words.disclosure_mark(),
                Ask::Label | Ask::Review => words.disclosure_asked(),
            };
            let said = words.asked(one.rule, &one.by, one.sure);
            (label, said, words.rule_told(one.rule))
        }
        Told::Nothing => {
            let said = words.disclosure_nothing_asked(words.date(rules_read()));
            (words.disclosure_asked(), said, vec![words.disclosure_no_advice()])
        }
    };
    let more = more.into_iter().map(|line| format!("    {line}"));
    std::iter::once(format!("  {label}: {said}")).chain(more).collect()
}

/// What is to be told, as data.
fn disclosed(post: &Post, disclosure: &Disclosure, opened: &Opened) -> Value {
    let text = |text: &TextAi| {
        let found = text.sentences;
        json!({
            "part": text.part.code(),
            "channel": text.channel,
            "channels": text.channels,
            "ai": text.ai.code(),
            "derived": text.derived.code(),
            "sentences": {
                "machine": found.machine,
                "edited": found.edited,
                "composed": found.composed,
                "human": found.human,
                "unsure": found.unsure,
            },
        })
    };
    let media = post.media.iter().map(|medium| {
        json!({
            "path": medium.path,
            "source": medium.source.code(),
            "digital_source_type": medium.digital_source_type(),
            "realistic": medium.realistic,
        })
    });
    let rows = ledger(post, disclosure, &opened.workspace, networks());
    let asked = rows.into_iter().filter_map(|row| match row {
        Told::Asked(one) => Some(asked(&one)),
        _ => None,
    });
    json!({
        "ai": disclosure.ai().code(),
        "declared": disclosure.declared.map(crate::domain::Ai::code),
        "texts": disclosure.texts.iter().map(text).collect::<Vec<_>>(),
        "media": media.collect::<Vec<_>>(),
        "asked": asked.collect::<Vec<_>>(),
    })
}

fn asked(one: &Asked) -> Value {
    let by = one.by.iter().map(|by| match by {
        Asker::Eu => "EU",
        Asker::Network(name) => name,
    });
    let (medium, part, channel) = match &one.about {
        About::Medium(medium) => (Some(&medium.path), None, None),
        About::Text(text) => (None, Some(text.part), text.channel),
    };
    json!({
        "rule": one.rule.id.code(),
        "asks": one.rule.asks.code(),
        "by": by.collect::<Vec<_>>(),
        "medium": medium,
        "part": part.map(Part::code),
        "channel": channel,
        "sure": one.sure,
        "certain": one.rule.certain,
        "source": one.rule.source,
        "read": one.rule.read.to_string(),
    })
}

/// How many sentences stand as a machine wrote them, touched or not.
pub fn machine_sentences(opened: &mut Opened, post: &Post) -> usize {
    let named = named(opened, post);
    let texts = post.traced(|origin| find(&named, origin));
    let all = texts.iter().flat_map(|text| &text.traced);
    all.filter(|one| matches!(one.hand, Hand::Machine | Hand::Edited)).count()
}

/// What is to be known of a machine's part by whoever may approve: how much is its own, who
/// wants that said, and what a hand made of its sentences.
pub fn machine(session: &Session, opened: &mut Opened, post: &Post) -> Vec<String> {
    let words = &session.words;
    let named = named(opened, post);
    let share = post.share(|origin| find(&named, origin)).map(|share| words.share(share));
    let disclosure = post.disclosure(|origin| find(&named, origin));
    let rows = ledger(post, &disclosure, &opened.workspace, networks());
    let rows = rows.iter().filter_map(|row| match row {
        Told::Text(text) => {
            let on = text.channels.iter().map(|key| channel_name(opened, key));
            let said = words.text_ai(text, &on.collect::<Vec<_>>().join(", "));
            Some(format!("{}, {said}", words.part(text.part)))
        }
        Told::Asked(one) => Some(format!("! {}", words.asked(one.rule, &one.by, one.sure))),
        // It stands above, with its picture.
        Told::Medium(_) | Told::Nothing => None,
    });
    let mut lines: Vec<String> = share.into_iter().chain(rows).collect();
    for text in post.traced(|origin| find(&named, origin)) {
        let edited = text.traced.iter().filter(|one| one.hand == Hand::Edited);
        lines.extend(edited.filter_map(|one| {
            let said = text.text[one.range.clone()].trim();
            let spans = difference(&one.came.as_ref()?.words, said).into_iter();
            let shown: String = spans.map(|span| span.text).collect();
            Some(format!("{}: {shown}", words.hand(Hand::Edited)))
        }));
    }
    lines
}

/// `None` where no machine had a part.
pub fn share(opened: &mut Opened, post: &Post) -> Option<Share> {
    let named = named(opened, post);
    post.share(|origin| find(&named, origin))
}

/// `{words: {kept, rewritten, own, unsure}, texts: [{part, channel, sentences: […]}],
/// disclosure: {ai, declared, texts: […], media: […], asked: […]}}`.
pub fn as_json(opened: &mut Opened, post: &Post) -> Value {
    let named = named(opened, post);
    let texts = post.traced(|origin| find(&named, origin));
    let texts = texts.iter().map(|text| {
        let sentences: Vec<Value> =
            text.traced.iter().map(|one| sentence(text.text, one)).collect();
        json!({ "part": text.part.code(), "channel": text.channel, "sentences": sentences })
    });
    let share = post.share(|origin| find(&named, origin));
    let words = share.map(|share| {
        json!({
            "kept": share.kept,
            "rewritten": share.rewritten,
            "own": share.own,
            "unsure": share.unsure,
        })
    });
    let texts: Vec<Value> = texts.collect();
    let disclosure = post.disclosure(|origin| find(&named, origin));
    let disclosure = disclosed(post, &disclosure, opened);
    json!({ "words": words, "texts": texts, "disclosure": disclosure })
}

fn sentence(text: &str, one: &Traced) -> Value {
    let came = one.came.as_ref().map(|came| {
        json!({
            "draft": format!("{}/{}", came.post, came.suggestion),
            "text": came.words,
            "decision": came.verdict.code(),
            "by": came.by,
            "at": came.at.to_rfc3339(),
        })
    });
    let kept: Vec<&str> = one.kept.iter().map(|range| &text[range.clone()]).collect();
    json!({
        "text": text[one.range.clone()].trim(),
        "hand": one.hand.code(),
        "kept": kept,
        "from": came,
    })
}

/// The suggestions that are still in the folder.
fn named(opened: &mut Opened, post: &Post) -> Vec<Arc<Suggestion>> {
    post.suggested_for().into_iter().flat_map(|post| opened.suggestions(post)).collect()
}

fn find<'a>(named: &'a [Arc<Suggestion>], origin: &Origin) -> Option<&'a Suggestion> {
    origin.find_in(named.iter().map(|found| &**found))
}
