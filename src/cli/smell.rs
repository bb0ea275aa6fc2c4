//! `palinsesto smell [--text-lang it|en] FILE|ID…|-`: what in a text smells of machine.
//!
//! Works on any text, in a content folder or outside; inside one the brand's `voice.toml`
//! says which words are its own, and a post, named by its path or its id, is read as one:
//! all that it sends, text by text.

use super::count::read;
use super::given::Given;
use super::{Exit, Opened, Session, Stop, Verb, json, named};
use crate::checks::{self, PostSmell, Smell, language_of};
use crate::domain::{Post, SmellTuning, Workspace};
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

#[expect(clippy::unnecessary_wraps, reason = "as every verb is called")]
fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    // A folder that cannot be read is no reason not to read a text.
    let mut brand = session.open().ok();
    let said = args.get_one::<String>("text-lang").and_then(|tag| TextLanguage::from_tag(tag));
    let mut exit = Exit::Fine;
    for file in args.get_many::<String>("files").unwrap_or_default() {
        match one(session, brand.as_mut(), file, said) {
            Ok(true) if exit == Exit::Fine => exit = Exit::Found,
            Ok(_) => {}
            Err(stop) => {
                stop.tell(session);
                exit = Exit::Trouble;
            }
        }
    }
    Ok(exit)
}

/// Says what one argument smells of, and whether it does.
fn one(
    session: &mut Session,
    mut brand: Option<&mut Opened>,
    file: &str,
    said: Option<TextLanguage>,
) -> Result<bool, Stop> {
    let post = match &mut brand {
        Some(opened) => named::post(session, opened, file)?,
        None => None,
    };
    let workspace = brand.map(|opened| &opened.workspace);
    if let (Some(entry), Some(workspace)) = (post, workspace) {
        return of_post(session, (file, said), entry.post, workspace);
    }
    let given = Given::new(read(session, file)?);
    let usual = workspace.and_then(|brand| TextLanguage::from_tag(brand.first_language()));
    let language = said.or_else(|| TextLanguage::guess(&given.text)).or(usual);
    let language = language.unwrap_or(TextLanguage::English);
    let none = SmellTuning::default();
    let tuning = workspace.map_or(&none, |brand| &brand.voice.smell);
    let smell = checks::smell(&given.text, language, tuning);
    if session.json {
        let row = row(&session.words, file, Some(language), (&given, &smell));
        writeln!(session.out, "{}", json::written(&row.to_string()))?;
    } else {
        tell(session, file, &given.text, &smell)?;
    }
    Ok(smell.smells)
}

/// All that a post sends, text by text, those that have gone out too: it was asked for.
fn of_post(
    session: &mut Session,
    (file, said): (&str, Option<TextLanguage>),
    mut post: Post,
    workspace: &Workspace,
) -> Result<bool, Stop> {
    post.published.clear();
    let lang = post.lang.as_deref();
    let language = |text: &str| said.or_else(|| language_of(lang, text, workspace));
    let mut smells = false;
    for PostSmell { text, part, channel, medium, smell } in
        checks::smells_of_post(&post, language, &workspace.voice.smell)
    {
        let read_in = language(&text);
        smells |= smell.smells;
        if session.json {
            let given = Given::new(text.into_owned());
            let mut row = row(&session.words, file, read_in, (&given, &smell));
            row["post"] = json!(post.id.as_str());
            row["part"] = json!(part.code());
            row["channel"] = json!(channel);
            row["medium"] = json!(medium);
            writeln!(session.out, "{}", json::written(&row.to_string()))?;
        } else if read_in.is_some() {
            let place = named::place(session, file, (part, channel, medium));
            tell(session, &place, &text, &smell)?;
        } else {
            let place = reveal_line(file).into_owned();
            let lang = session.words.language_name(lang.unwrap_or_default());
            let told = session.words.cli_smell_other_language(place, lang);
            session.remark(&told)?;
            break;
        }
    }
    Ok(smells)
}

fn row(
    words: &Words,
    file: &str,
    language: Option<TextLanguage>,
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
        "lang": language.map(TextLanguage::tag),
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
