//! What clap found wrong with a command line, in the person's own language.

use super::{Exit, Streams, json};
use crate::i18n::{Told, Words};
use crate::text::reveal_line;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints help where it was asked for, and a sentence with the next step where it was not.
/// `verb` is the one that was called, where there is one.
pub fn tell(
    error: &clap::Error,
    words: &Words,
    verb: Option<&str>,
    as_json: bool,
    streams: Streams,
) -> Exit {
    let Streams { out, err, .. } = streams;
    // A closed pipe has nobody left to tell.
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = write!(out, "{error}").and_then(|()| out.flush());
        return Exit::Fine;
    }
    let (sentence, next) = sentence(error, words, verb);
    if as_json {
        let _ = writeln!(err, "{}", json::error("usage", &Told { sentence, next }));
        return Exit::Trouble;
    }
    let _ = writeln!(err, "palinsesto: {sentence}\n{next}");
    Exit::Trouble
}

fn sentence(error: &clap::Error, words: &Words, verb: Option<&str>) -> (String, String) {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => words.cli_error_unknown_argument(arg),
        ErrorKind::InvalidSubcommand => {
            words.cli_error_unknown_command(context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => words.cli_error_missing(named(&arg)),
        ErrorKind::InvalidValue if value.is_empty() => words.cli_error_no_value(arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.cli_error_bad_value(arg, value)
        }
        ErrorKind::ArgumentConflict => {
            words.cli_error_conflict(arg, context(error, ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues => words.cli_error_too_many(arg, value),
        ErrorKind::InvalidUtf8 => words.cli_error_not_utf8(),
        _ => words.cli_error_other(),
    };
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|meant| !meant.is_empty());
    let allowed = context(error, ContextKind::ValidValue);
    let next = match meant {
        Some(meant) => words.next_did_you_mean(meant),
        None if !allowed.is_empty() => words.next_one_of(allowed),
        None => words.cli_next_help(called(error, verb)),
    };
    (sentence, next)
}

/// `TITLE`, as help has it, for clap's `<TITLE>...`.
fn named(arg: &str) -> String {
    arg.replace("...", "").replace(['<', '>'], "")
}

/// `palinsesto show`: the command whose help says more, from the usage of the one at fault;
/// where that is not known, what was called.
fn called(error: &clap::Error, verb: Option<&str>) -> String {
    let usage = context(error, ContextKind::Usage);
    let words = usage.split_whitespace().skip_while(|word| *word != "palinsesto");
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let name: Vec<&str> = words.take_while(is_name).take(2).collect();
    match (name.as_slice(), verb) {
        ([] | [_], Some(verb)) => format!("palinsesto {verb}"),
        ([], None) => "palinsesto".to_owned(),
        _ => name.join(" "),
    }
}

/// What clap knows of one part of the error, ready to be shown.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    let text = match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        _ => String::new(),
    };
    reveal_line(&text).into_owned()
}
