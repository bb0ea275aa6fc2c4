//! `palinsesto count [--network N] FILE|-`: how long a text is as each network counts it.

use super::args::networks_asked;
use super::session::shown;
use super::{Exit, Session, Stop, Verb, json};
use crate::checks::{Count, counts_of_text, networks};
use crate::domain::Failure;
use crate::i18n::Words;
use crate::text::{canonical, from_pages, pad, reveal_line};
use clap::{Arg, ArgMatches, Command};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

pub const VERB: Verb = Verb { name: "count", command, run };

/// More than any network takes, by far.
const LIMIT_BYTES: u64 = 1 << 20;

fn command(words: &Words) -> Command {
    let file = Arg::new("file")
        .value_name(words.cli_value_file())
        .required(true)
        .help(words.cli_arg_count_file());
    Command::new("count").about(words.cli_count()).args([networks_asked(words), file])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let file = args.get_one::<String>("file").map_or("-", String::as_str);
    // Pages of a file are messages.
    let text = from_pages(&text_of(&read(session, file)?));
    let asked: Vec<&String> = args.get_many("network").unwrap_or_default().collect();
    let counts: Vec<Count> = networks()
        .all
        .iter()
        .filter(|network| asked.is_empty() || asked.contains(&&network.key))
        .flat_map(|network| {
            let counts = counts_of_text(&text, network);
            // The unit that binds first, its messages in order.
            let fullest = |of: &Count| {
                let same = counts.iter().filter(|count| count.unit == of.unit);
                same.map(|count| count.count * 1000 / count.limit.max(1)).max()
            };
            let keys: Vec<_> = counts.iter().map(|count| Reverse(fullest(count))).collect();
            let mut order: Vec<usize> = (0..counts.len()).collect();
            order.sort_by_key(|at| keys[*at]);
            let counts: Vec<Count> = order.into_iter().map(|at| counts[at].clone()).collect();
            counts
        })
        .collect();
    let over = counts.iter().any(|count| count.over > 0);
    if session.json {
        let rows = counts.iter().map(json::count).collect();
        session.print_json(&rows)?;
    } else {
        for count in &counts {
            writeln!(session.out, "{}", line(session, count))?;
        }
    }
    Ok(if over { Exit::Found } else { Exit::Fine })
}

/// As in a post, without the mark that some programs begin a file with.
pub fn text_of(file: &str) -> Cow<'_, str> {
    canonical(file.strip_prefix('\u{feff}').unwrap_or(file))
}

pub fn read(session: &Session, file: &str) -> Result<String, Stop> {
    let path = session.path(Path::new(file));
    let name = if file == "-" { "-".to_owned() } else { shown(&path) };
    let failure = |reason: String| {
        let reason = reveal_line(&reason).into_owned();
        Stop::Failure(Failure::FileNotReadable { path: name.clone(), reason })
    };
    let mut bytes = Vec::new();
    let done = if file == "-" {
        std::io::stdin().lock().take(LIMIT_BYTES + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(&path).and_then(|f| f.take(LIMIT_BYTES + 1).read_to_end(&mut bytes))
    };
    done.map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            let words = &session.words;
            Stop::said(words.cli_no_such_file(name.as_str()), words.cli_next_file())
        }
        kind => failure(kind.to_string()),
    })?;
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(failure(session.words.problem_too_large(">1024", LIMIT_BYTES / 1024)));
    }
    String::from_utf8(bytes).map_err(|_| failure(session.words.problem_not_utf8()))
}

fn line(session: &Session, count: &Count) -> String {
    let words = &session.words;
    let name = networks().get(&count.network).map_or(count.network.as_str(), |n| &n.name);
    let numbers = format!("{}/{}", words.number(count.count), words.number(count.limit));
    let over = match count.over {
        0 => String::new(),
        over => format!("  ✗ {}", words.cli_over(words.number(over))),
    };
    let fold = count
        .fold
        .filter(|_| !session.plain)
        .map_or_else(String::new, |fold| format!("  {}", words.cli_fold(words.number(fold))));
    let name = count.message.map_or_else(|| name.to_owned(), |message| format!("{name} {message}"));
    let (name, numbers, unit) = (pad(&name, 16), pad(&numbers, 13), words.unit(count.unit));
    let line = format!("{name}  {numbers}  {unit}{over}{fold}");
    line.trim_end().to_owned()
}
