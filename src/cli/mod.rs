//! The command line: one verb, one small file. Everything the screen can read and plan
//! can be read and planned here.
//!
//! Owns arguments, exit codes and what is printed. The rules of the business are
//! elsewhere: a verb asks `storage`, `checks` and `domain`, and words the answer.

mod args;
mod check;
mod completions;
mod count;
pub mod demo;
mod due;
mod error;
pub mod init;
mod json;
mod line;
mod list;
mod man;
mod next;
mod opened;
pub mod place;
mod search;
mod session;
mod show;
mod start;
mod stop;
mod tui;
mod week;
mod when;

pub use opened::Opened;
pub use session::{Session, Streams};
pub use stop::{Exit, Stop};

use crate::i18n::{Language, Words};
use clap::{ArgMatches, Command};
use std::ffi::OsString;

/// One verb: its row in `palinsesto --help` and what it does.
pub struct Verb {
    pub name: &'static str,
    pub command: fn(&Words) -> Command,
    pub run: fn(&ArgMatches, &mut Session) -> Result<Exit, Stop>,
}

/// In the order of the help.
const VERBS: &[Verb] = &[
    week::VERB,
    list::VERB,
    show::VERB,
    next::VERB,
    due::VERB,
    search::VERB,
    check::VERB,
    count::VERB,
    start::INIT,
    start::DEMO,
    completions::VERB,
    man::VERB,
];

/// Runs the program as called with `args` (the first is its own name).
pub fn run(args: Vec<OsString>, streams: Streams) -> Exit {
    let words = Words::new(language(&args));
    let matches = match args::command(&words, VERBS).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return error::tell(&error, &words, streams),
    };
    let mut session = Session::new(words, &matches, streams);
    let done = match matches.subcommand() {
        None => tui::run(&mut session),
        Some((name, matches)) => match VERBS.iter().find(|verb| verb.name == name) {
            Some(verb) => (verb.run)(matches, &mut session),
            None => Ok(Exit::Trouble),
        },
    };
    let flushed = session.out.flush().map_err(Stop::from);
    done.and_then(|exit| flushed.map(|()| exit)).unwrap_or_else(|stop| stop.tell(&mut session))
}

/// `--lang` decides, then the machine's own language; English where it speaks neither.
///
/// Read before anything is parsed, because the help and the errors need it.
fn language(args: &[OsString]) -> Language {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    let mut asked = None;
    while let Some(arg) = args.next() {
        match arg {
            "--" => break,
            "--lang" => asked = args.next().map(str::to_owned),
            _ => asked = arg.strip_prefix("--lang=").map(str::to_owned).or(asked),
        }
    }
    asked
        .as_deref()
        .and_then(Language::from_tag)
        .or_else(|| Language::from_tag(&sys_locale::get_locale()?))
        .unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_language_asked_for_wins_wherever_it_stands() {
        assert_eq!(language(&args("palinsesto --lang it week")), Language::Italian);
        assert_eq!(language(&args("palinsesto week --lang=en")), Language::English);
        assert_eq!(language(&args("palinsesto week --lang=it --lang=en")), Language::English);
    }

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in [Language::Italian, Language::English] {
            args::command(&Words::new(language), VERBS).debug_assert();
        }
    }
}
