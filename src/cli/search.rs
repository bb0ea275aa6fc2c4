//! `palinsesto search WORDS`: posts that hold all these words, whatever their accents
//! and case, with the words around the first match.

use super::line::thread_on;
use super::list::flags_of;
use super::{Exit, Session, Stop, Verb, json, week};
use crate::domain::{Flag, Hit, threaded};
use crate::i18n::Words;
use crate::storage::Archive;
use crate::text::{pad, reveal_line};
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

pub const VERB: Verb = Verb { name: "search", command, run };

/// How many where nobody says.
const USUAL: u64 = 50;

fn command(words: &Words) -> Command {
    let what = Arg::new("words")
        .value_name(words.cli_value_words())
        .num_args(1..)
        .required(true)
        .help(words.cli_arg_search_words());
    let limit = Arg::new("limit")
        .long("limit")
        .value_name("N")
        .value_parser(value_parser!(u64).range(1..=100_000))
        .help(words.cli_arg_search_limit(USUAL));
    Command::new("search").about(words.cli_search()).args([what, limit])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let (query, zone) = (week::joined(args, "words"), opened.zone());
    let limit = *args.get_one::<u64>("limit").unwrap_or(&USUAL) as usize;
    let mut archive = Archive::default();
    opened.folder.load_all(zone, &mut |name, entries, _| {
        archive.add(name, &entries);
        true
    });
    let found = archive.find(&query, limit, &opened.folder, opened.now);
    let mut hits = Vec::with_capacity(found.len());
    for (hit, _) in found {
        let Some(entry) = opened.load_path(&hit.path) else {
            hits.push(hit);
            continue;
        };
        let thread = thread_on(&opened, &entry, &entry.post.channels);
        let flag = flags_of(&mut opened, &entry).into_iter().next();
        let stage = opened.shelf.stage(&entry);
        hits.push(Hit { stage, flag, thread, ..hit });
    }
    if session.json {
        let hits: Vec<_> = hits.iter().map(as_json).collect();
        session.print_json(&json!({ "format": json::FORMAT, "hits": hits }))?;
        return Ok(Exit::Fine);
    }
    if hits.is_empty() {
        writeln!(session.out, "{}", session.words.cli_list_nothing())?;
    }
    for hit in &hits {
        let line = line(session, hit);
        writeln!(session.out, "{line}")?;
    }
    Ok(Exit::Fine)
}

fn as_json(hit: &Hit) -> serde_json::Value {
    json!({
        "id": hit.post.as_str(),
        "path": hit.path.as_str(),
        "title": hit.title,
        "when": hit.wall.map(|wall| wall.format("%Y-%m-%dT%H:%M:%S").to_string()),
        "stage": hit.stage.code(),
        "flag": hit.flag.map(Flag::code),
        "before": hit.before,
        "matched": hit.matched,
        "after": hit.after,
    })
}

fn line(session: &Session, hit: &Hit) -> String {
    let when = match hit.wall {
        Some(wall) => wall.format("%Y-%m-%d %H:%M").to_string(),
        None => session.words.stage(hit.stage),
    };
    let title = reveal_line(&hit.title).into_owned();
    let around = reveal_line(&format!("{}{}{}", hit.before, hit.matched, hit.after)).into_owned();
    if session.plain {
        let mut stage = session.words.stage(hit.stage);
        if let Some(flag) = hit.flag {
            stage = format!("{stage}, {}", session.words.flag(flag));
        }
        if let Some(of) = hit.thread {
            stage = format!("{stage}, {}", session.words.calendar_thread(of));
        }
        return format!("{title} ({}): {stage}, {when}: {around}", hit.post);
    }
    let mark = hit.flag.map_or(hit.stage.glyph(false), |flag| flag.glyph(false));
    let title = threaded(title, hit.thread, false);
    format!("{}  {}  {mark}  {title}\n    … {around} …", hit.post, pad(&when, 16))
}
