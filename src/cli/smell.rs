//! `palinsesto smell [--text-lang it|en] FILE…|-`: what in a text smells of machine.
//!
//! Works on any text, in a content folder or outside; inside one the brand's `voice.toml`
//! says which words are its own.

use super::count::read;
use super::given::Given;
use super::{Exit, Session, Stop, Verb, json};
use crate::checks::{self, Smell};
use crate::domain::Voice;
use crate::i18n::Words;
use crate::text::{TextLanguage, reveal_line};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "smell", command, run };

fn command(words: &Words) -> Command {
    let files = Arg::new("files")
        .value_name(words.cli_value_file())
        .required(true)
        .num_args(1..)
        .help(words.cli_arg_smell_files());
    let language = Arg::new("text-lang")
        .long("text-lang")
        .value_name("it|en")
        .value_parser(["it", "en"])
        .hide_possible_values(true)
        .help(words.cli_arg_text_lang());
    Command::new("smell").about(words.cli_smell()).args([files, language])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    // A folder that cannot be read is no reason not to read a text.
    let brand = session.open_folder().ok().and_then(|folder| folder.workspace().ok());
    let (voice, usual) = brand.map_or((Voice::default(), None), |(workspace, _)| {
        let usual = TextLanguage::from_tag(workspace.first_language());
        (workspace.voice, usual)
    });
    let said = args.get_one::<String>("text-lang").and_then(|tag| TextLanguage::from_tag(tag));
    let mut exit = Exit::Fine;
    for file in args.get_many::<String>("files").unwrap_or_default() {
        let given = match read(session, file) {
            Ok(raw) => Given::new(raw),
            Err(stop) => {
                stop.tell(session);
                exit = Exit::Trouble;
                continue;
            }
        };
        let language = said.or_else(|| TextLanguage::guess(&given.text)).or(usual);
        let language = language.unwrap_or(TextLanguage::English);
        let smell = checks::smell(&given.text, language, &voice.smell);
        if smell.smells && exit == Exit::Fine {
            exit = Exit::Found;
        }
        if session.json {
            let row = row(&session.words, file, language, (&given, &smell));
            writeln!(session.out, "{}", json::written(&row.to_string()))?;
        } else {
            tell(session, file, &given.text, &smell)?;
        }
    }
    Ok(exit)
}

fn row(
    words: &Words,
    file: &str,
    language: TextLanguage,
    (given, smell): (&Given, &Smell),
) -> Value {
    let finding = |whiff: &checks::Whiff| {
        let span = given.bytes(&whiff.span);
        json!({
            "span": { "start": span.start, "end": span.end },
            "kind": whiff.marker.kind().code(),
            "marker": whiff.marker.code(),
            "strength": whiff.strength,
            "quote": given.quote(&whiff.span),
            "reason": words.smell_reason(whiff.marker, &whiff.quote),
            "instead": words.smell_instead(whiff.marker, &whiff.quote, whiff.instead.as_deref()),
        })
    };
    json!({
        "format": json::FORMAT,
        "path": file,
        "lang": language.tag(),
        "smells": smell.smells,
        "findings": smell.whiffs.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn tell(session: &mut Session, file: &str, text: &str, smell: &Smell) -> Result<(), Stop> {
    let path = reveal_line(file).into_owned();
    for whiff in &smell.whiffs {
        let before = &text[..whiff.span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let words = &session.words;
        let reason = words.smell_reason(whiff.marker, &whiff.quote);
        let instead = words.smell_instead(whiff.marker, &whiff.quote, whiff.instead.as_deref());
        writeln!(session.out, "{path}:{line}:{column}: {}", reveal_line(&reason))?;
        writeln!(session.out, "    {}", reveal_line(&instead))?;
    }
    let words = &session.words;
    let said = match (smell.smells, smell.whiffs.len()) {
        (true, _) => words.cli_smell_smells(path, smell.whiffs.len() as u64, smell.kinds() as u64),
        (false, 0) => words.cli_smell_none(path),
        (false, hints) => words.cli_smell_hints(path, hints as u64),
    };
    session.remark(&said)
}
