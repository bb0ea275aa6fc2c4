//! `palinsesto note POST [TEXT]`: says something about a post: asks for a review, wants a
//! change, remarks, answers, settles. Writes one new file under `notes/`.

use super::show::{known_channel, post, post_arg};
use super::start::ids;
use super::{Exit, Opened, Session, Stop, Verb, json, notes, week::joined};
use crate::domain::{Change, ChangeSet, ChannelKey, Entry, Id, Label, Note, NoteKind, Review};
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, Command};

pub const VERB: Verb = Verb { name: "note", command, run };

fn command(words: &Words) -> Command {
    let option = |id: &'static str, value: String, help: String| {
        Arg::new(id).long(id).value_name(value).help(help)
    };
    let text = Arg::new("text")
        .value_name(words.cli_value_text())
        .num_args(0..)
        .help(words.cli_arg_note_text());
    let kinds = NoteKind::ALL.map(|kind| words.note_kind(kind)).join(", ");
    let value = |kind: NoteKind| PossibleValue::new(words.note_kind(kind)).alias(kind.code());
    let kind = option("kind", words.cli_value_kind(), words.cli_arg_note_kind(kinds))
        .value_parser(NoteKind::ALL.map(value))
        .ignore_case(true)
        .hide_possible_values(true);
    Command::new("note").about(words.cli_note()).args([
        post_arg(words),
        text,
        kind,
        option("to", words.cli_value_whom(), words.cli_arg_note_to()),
        option("quote", words.cli_value_words(), words.cli_arg_note_quote()),
        option("channel", words.cli_value_channel(), words.cli_arg_note_channel()),
        option("reply-to", words.cli_value_note(), words.cli_arg_note_reply_to()),
    ])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    let review = opened.review(&entry.post.id);
    let note = note(args, session, &opened, &entry, &review)?;
    let label = Label::Note(note.kind);
    opened.apply(session, &ChangeSet::one(label, Change::Note(Box::new(note.clone()))))?;
    if session.json {
        let review = opened.review(&entry.post.id);
        let mut value = notes::as_json(&review, &entry);
        value["format"] = json::FORMAT.into();
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    let path = reveal_line(note.path().as_str()).into_owned();
    writeln!(session.out, "{}", session.words.cli_note_written(path))?;
    if note.by.is_empty() {
        let said = session.words.notice_unsigned();
        session.remark(&said)?;
    }
    Ok(Exit::Fine)
}

fn note(
    args: &ArgMatches,
    session: &Session,
    opened: &Opened,
    entry: &Entry,
    review: &Review,
) -> Result<Note, Stop> {
    let words = &session.words;
    let one = |id: &str| args.get_one::<String>(id).cloned().filter(|said| !said.trim().is_empty());
    let about = one("reply-to").map(|id| answered(&id, review, words)).transpose()?;
    let named = |name: &str| {
        let is = |kind: &NoteKind| kind.code() == name || words.note_kind(*kind) == name;
        NoteKind::ALL.into_iter().find(is)
    };
    let said = one("kind").and_then(|name| named(&name.to_lowercase()));
    let usual = if about.is_some() { NoteKind::Reply } else { NoteKind::Remark };
    let kind = said.unwrap_or(usual);
    if kind.is_answer() != about.is_some() {
        return Err(Stop::said(
            words.cli_note_about(),
            words.cli_note_next(entry.post.id.as_str()),
        ));
    }
    let text = joined(args, "text").trim().to_owned();
    if kind.needs_text() && text.is_empty() {
        return Err(Stop::said(words.review_mute(), words.cli_next_help("palinsesto note")));
    }
    let channel = one("channel");
    if let Some(key) = &channel {
        known_channel(session, opened, key)?;
        goes_out_on(key, entry, words)?;
    }
    let note = Note {
        id: ids()?.fresh(),
        post: entry.post.id.clone(),
        at: opened.now.utc,
        by: session.by(opened),
        kind,
        to: one("to"),
        about,
        channel,
        quote: one("quote"),
        text,
    };
    if note.is_outdated(&entry.post) {
        let quote = words.drafts_quote(reveal_line(note.quoted().unwrap_or_default()).into_owned());
        let next = words.cli_note_word_for_word();
        return Err(Stop::said(words.cli_note_not_there(quote), next));
    }
    Ok(note)
}

/// On a channel it does not go out on, a post has no text to speak of.
fn goes_out_on(key: &ChannelKey, entry: &Entry, words: &Words) -> Result<(), Stop> {
    let post = &entry.post;
    if post.channels.contains(key) || post.variants.contains_key(key) {
        return Ok(());
    }
    let sentence = words.cli_not_on_channel(reveal_line(key));
    let next = match post.channels.join(", ") {
        none if none.is_empty() => words.cli_note_no_channels(),
        channels => words.next_one_of(reveal_line(&channels)),
    };
    Err(Stop::said(sentence, next))
}

/// The note that an id names.
fn answered(id: &str, review: &Review, words: &Words) -> Result<Id, Stop> {
    let found = review.notes().find(|note| note.id.as_str() == id).map(|note| note.id.clone());
    found.ok_or_else(|| {
        Stop::said(words.cli_no_such_note(reveal_line(id)), words.cli_note_next_notes())
    })
}
