//! `palinsesto move POST WHEN`: another day or time for a post, or for one of its
//! channels; into the ideas and out of them.

use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, json, week::joined};
use crate::domain::{
    Change, ChangeSet, Entry, FieldEdit, FieldValue, IDEAS, Label, Post, Week, When, moved_path,
};
use crate::i18n::Words;
use crate::text::reveal_line;
use chrono::{Datelike as _, NaiveDateTime};
use clap::{Arg, ArgAction, ArgMatches, Command};

pub const VERB: Verb = Verb { name: "move", command, run };

fn command(words: &Words) -> Command {
    let when = Arg::new("when")
        .value_name(words.cli_value_when())
        .num_args(1..)
        .required_unless_present("ideas")
        .conflicts_with("ideas")
        .help(words.cli_arg_move_when());
    let channel = Arg::new("channel")
        .long("channel")
        .value_name(words.cli_value_channel())
        .conflicts_with("ideas")
        .help(words.cli_arg_move_channel());
    let all = Arg::new("all")
        .long("all")
        .action(ArgAction::SetTrue)
        .conflicts_with_all(["channel", "ideas"])
        .help(words.cli_arg_move_all());
    let ideas =
        Arg::new(IDEAS).long(IDEAS).action(ArgAction::SetTrue).help(words.cli_arg_move_ideas());
    Command::new("move").about(words.cli_move()).args([post_arg(words), when, channel, all, ideas])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    let old = &entry.post;
    let mut new = old.clone();
    let phrase = joined(args, "when");
    if args.get_flag(IDEAS) {
        new.when = None;
        new.variants.values_mut().for_each(|variant| variant.when = None);
    } else if let Some(channel) = args.get_one::<String>("channel") {
        if !old.channels.contains(channel) {
            let words = &session.words;
            let sentence = words.cli_not_on_channel(reveal_line(channel));
            let channels = old.channels.join(", ");
            return Err(Stop::said(sentence, words.next_one_of(reveal_line(&channels))));
        }
        let when = target(session, &opened, &phrase, old.when_for(channel))?;
        new.variants.entry(channel.clone()).or_default().when = Some(when);
    } else {
        let when = target(session, &opened, &phrase, old.when)?;
        new.when = Some(when);
        if args.get_flag("all") {
            carry_along(&mut new, old, when, session, &opened)?;
        }
    }
    let change = change(&entry, &new, &opened);
    let path = match &change {
        Change::Edit { to: Some(to), .. } => to.clone(),
        _ => entry.path.clone(),
    };
    opened.apply(session, &ChangeSet::one(Label::Move, change))?;
    // The file went along: its old place must not look like a second post of the same id.
    opened.shelf.remove(&entry.path);
    let Some(moved) = opened.load_path(&path) else { return Ok(Exit::Trouble) };
    if session.json {
        session.print_json(&json::one_post(&mut opened, &session.words, &moved))?;
        return Ok(Exit::Fine);
    }
    let done = session.words.label(&Label::Move);
    writeln!(session.out, "{done}: {}", reveal_line(path.as_str()))?;
    for placement in crate::domain::placements(&moved.post, opened.zone()) {
        let when = session.when(placement.when, opened.now);
        let names: Vec<String> =
            placement.channels.iter().map(|c| super::line::channel_name(&opened, c)).collect();
        writeln!(session.out, "{}: {when}  {}", session.words.cli_field_when(), names.join(", "))?;
    }
    Ok(Exit::Fine)
}

/// What the phrase means for something that stood at `old`: "+2w" counts from there, a
/// day keeps its time, a week keeps its weekday too.
fn target(
    session: &Session,
    opened: &Opened,
    phrase: &str,
    old: Option<When>,
) -> Result<When, Stop> {
    let (now, zone) = (opened.now, opened.zone());
    let Some(old) = old else { return session.moment_to_write(phrase, now) };
    if chrono::DateTime::parse_from_rfc3339(phrase).is_ok() {
        return session.moment_to_write(phrase, now);
    }
    let stood = old.wall(zone);
    let counted = phrase.starts_with(['+', '-']);
    let resolved = session.settled(phrase, if counted { stood } else { now.local() })?;
    let date = if resolved.whole_week {
        Week::of(resolved.date).days()[stood.weekday().num_days_from_monday() as usize]
    } else {
        resolved.date
    };
    let when = match (resolved.time, old.has_time()) {
        (Some(time), true) => old.moved_to(date.and_time(time), zone),
        (Some(time), false) => When::Local(date.and_time(time)),
        (None, _) => old.moved_to(date.and_time(stood.time()), zone),
    };
    session.not_past(when, now)?;
    session.real(when, now)
}

/// The channels with a time of their own keep their distance from the rest.
fn carry_along(
    new: &mut Post,
    old: &Post,
    when: When,
    session: &Session,
    opened: &Opened,
) -> Result<(), Stop> {
    let zone = opened.zone();
    let Some(before) = old.when else { return Ok(()) };
    let by = when.wall(zone) - before.wall(zone);
    for variant in new.variants.values_mut() {
        if let Some(own) = variant.when {
            let wall: NaiveDateTime = own.wall(zone) + by;
            variant.when = Some(session.real(own.moved_to(wall, zone), opened.now)?);
        }
    }
    Ok(())
}

fn change(entry: &Entry, new: &Post, opened: &Opened) -> Change {
    let value = |when: Option<When>| when.map(FieldValue::When);
    let mut edits = Vec::new();
    if new.when != entry.post.when {
        edits.push(FieldEdit::replace(&["when"], value(entry.post.when), value(new.when)));
    }
    for (channel, variant) in &new.variants {
        let old = entry.post.variants.get(channel).and_then(|variant| variant.when);
        if variant.when != old {
            let key = ["variants", channel.as_str(), "when"];
            edits.push(FieldEdit::replace(&key, value(old), value(variant.when)));
        }
    }
    let to = moved_path(&entry.path, new, opened.zone());
    Change::Edit { path: entry.path.clone(), to, edits }
}
