//! `palinsesto notes POST`: what was said about a post, point by point, with the ids that
//! `palinsesto note --reply-to` takes.

use super::line::{channel_name, title};
use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::domain::{Entry, NOTES, Note, NoteKind, Point, Problem, Review};
use crate::i18n::Words;
use crate::text::reveal_line;
use chrono::{DateTime, Utc};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "notes", command, run };

fn command(words: &Words) -> Command {
    Command::new("notes").about(words.cli_notes()).arg(post_arg(words))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    let review = opened.review(&entry.post.id);
    if session.json {
        let mut value = as_json(&review, &entry);
        value["format"] = json!(json::FORMAT);
        let slips = slips(&opened, &entry);
        let problems = opened.shelf.problems().chain(&slips);
        value["problems"] = problems.map(|p| json::problem(&session.words, p)).collect();
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    writeln!(session.out, "{} ({})", title(&entry), entry.post.id)?;
    let said = session.words.review_state(&review);
    let said = if said.is_empty() { session.words.review_nothing() } else { said.join(" · ") };
    writeln!(session.out, "{}", reveal_line(&said))?;
    for point in &review.points {
        writeln!(session.out)?;
        tell(session, &opened, point, &entry)?;
    }
    broken(session, &opened, &slips(&opened, &entry))
}

/// What is wrong with notes that can be read.
fn slips(opened: &Opened, entry: &Entry) -> Vec<Problem> {
    opened.folder.note_slips(&entry.post.id, opened.zone())
}

/// The notes that cannot be read, or that say something odd, each with its place.
fn broken(session: &mut Session, opened: &Opened, slips: &[Problem]) -> Result<Exit, Stop> {
    let mut exit = Exit::Fine;
    let unread = opened.shelf.problems().filter(|problem| problem.path.top() == NOTES);
    for problem in unread.chain(slips) {
        let told = session.words.problem(&problem.kind);
        let (path, line, column) = (&problem.path, problem.line, problem.column);
        let said = format!("{path}:{line}:{column}: {} · {}", told.sentence, told.next);
        writeln!(session.out, "\n{}", reveal_line(&said))?;
        exit = Exit::Found;
    }
    Ok(exit)
}

fn tell(session: &mut Session, opened: &Opened, point: &Point, entry: &Entry) -> Result<(), Stop> {
    let note = &point.note;
    let mark = match (point.settled(), note.kind.holds()) {
        (Some(_), _) => "✓ ",
        (None, true) => "◇ ",
        (None, false) => "",
    };
    let mark = if session.plain { "" } else { mark };
    let words = &session.words;
    let mut head = words.note_said(note);
    if let Some(channel) = &note.channel {
        // Of a post with texts of its own it says which one is meant.
        head = format!("{head}, {}", words.cli_note_on(channel_name(opened, channel)));
    }
    let at = moment(session, opened, note.at);
    let mut lines = vec![format!("{}  {mark}{head}, {at}", note.id)];
    if let Some(quote) = note.quoted() {
        let quote = words.drafts_quote(reveal_line(quote).into_owned());
        let gone = note.is_outdated(&entry.post);
        lines.push(format!("  {}", if gone { words.review_gone(quote) } else { quote }));
    }
    lines.extend(note.text.lines().map(|line| format!("  {line}")));
    for answer in &point.answers {
        let at = moment(session, opened, answer.at);
        let (id, arrow) = (&answer.id, if session.plain { "" } else { "↳ " });
        lines.push(format!("  {id}  {arrow}{}, {at}", words.note_said(answer)));
        lines.extend(answer.text.lines().map(|line| format!("    {line}")));
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(())
}

fn moment(session: &Session, opened: &Opened, at: DateTime<Utc>) -> String {
    session.words.moment(at.with_timezone(&opened.zone()).naive_local())
}

/// A review as data: every note, point by point.
pub fn as_json(review: &Review, entry: &Entry) -> Value {
    let notes = review.points.iter().flat_map(|point| {
        point.notes().map(|note| {
            let mut row = row(note, entry);
            row["point"] = json!(point.note.id.as_str());
            row["open"] = json!(note.id == point.note.id && point.is_open());
            row
        })
    });
    json!({
        "post": entry.post.id.as_str(),
        "in_review": review.is_open(),
        "notes": notes.collect::<Vec<_>>(),
    })
}

fn row(note: &Note, entry: &Entry) -> Value {
    json!({
        "id": note.id.as_str(),
        "at": note.at.to_rfc3339(),
        "by": note.by,
        "kind": NoteKind::code(note.kind),
        "to": note.to,
        "about": note.about.as_ref().map(crate::domain::Id::as_str),
        "channel": note.channel,
        "quote": note.quote,
        "outdated": note.is_outdated(&entry.post),
        "text": note.text,
    })
}
