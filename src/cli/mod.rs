//! The command line: one verb, one small file. Everything the screen can read and plan
//! can be read and planned here.
//!
//! Owns arguments, exit codes and what is printed. The rules of the business are
//! elsewhere: a verb asks `storage`, `checks` and `domain`, and words the answer.

mod ai;
mod approval;
mod approve;
mod args;
mod check;
mod claims;
mod completions;
mod config;
mod consent;
mod count;
pub mod demo;
mod doctor;
mod due;
mod error;
mod freeze;
mod given;
mod hashtags;
pub mod init;
mod json;
mod keys;
mod learned;
mod left;
mod line;
mod list;
mod look;
mod man;
mod named;
mod new;
mod next;
mod note;
mod notes;
mod opened;
mod origin;
mod paper;
pub mod place;
mod round;
mod schema;
mod search;
mod session;
mod settings;
mod sheet;
mod shift;
mod show;
mod smell;
mod start;
mod stop;
mod stream;
mod suggest;
mod suggested;
mod tui;
mod verdict;
mod verify;
mod voice;
mod week;
mod when;

pub use opened::Opened;
pub use session::{Session, Streams};
pub use settings::Settings;
pub use stop::{Exit, Stop};

use crate::i18n::Words;
use crate::runtime::crash;
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
    origin::VERB,
    new::VERB,
    shift::VERB,
    next::VERB,
    due::VERB,
    search::VERB,
    suggest::VERB,
    notes::VERB,
    note::VERB,
    approval::VERB,
    approve::VERB,
    approve::REVOKE,
    verify::VERB,
    freeze::VERB,
    freeze::THAW,
    check::VERB,
    claims::VERB,
    count::VERB,
    smell::VERB,
    hashtags::VERB,
    voice::VERB,
    schema::VERB,
    keys::VERB,
    config::VERB,
    ai::VERB,
    doctor::VERB,
    start::INIT,
    start::DEMO,
    completions::VERB,
    man::VERB,
];

/// Runs the program as called with `args` (the first is its own name).
pub fn run(args: Vec<OsString>, streams: Streams) -> Exit {
    let settings = Settings::load();
    let words = Words::new(settings.language(&args)).without_screen();
    // Also where the rest of the line cannot be understood.
    let as_json = args.iter().any(|arg| arg == "--json");
    let called = |verb: &&Verb| args.iter().skip(1).any(|arg| arg == verb.name);
    let verb = VERBS.iter().find(called).map(|verb| verb.name);
    let matches = match args::command(&words, VERBS).try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return error::tell(&error, &words, verb, as_json, streams),
    };
    let mut session = Session::new(words, &matches, settings, streams);
    let run = || match matches.subcommand() {
        None => tui::run(&mut session),
        Some((name, matches)) => match VERBS.iter().find(|verb| verb.name == name) {
            Some(verb) => (verb.run)(matches, &mut session),
            None => Ok(Exit::Trouble),
        },
    };
    let done = crash::caught(run).unwrap_or_else(|| Err(Stop::crashed()));
    let flushed = session.out.flush().map_err(Stop::from);
    done.and_then(|exit| flushed.map(|()| exit)).unwrap_or_else(|stop| stop.tell(&mut session))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in [Language::Italian, Language::English] {
            args::command(&Words::new(language), VERBS).debug_assert();
        }
    }

    #[test]
    fn every_line_of_the_help_is_a_sentence_in_the_mood_of_the_others() {
        for language in [Language::Italian, Language::English] {
            let command = args::command(&Words::new(language), VERBS);
            for verb in command.get_subcommands() {
                let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
                let first = about.split(' ').next().unwrap_or_default();
                let mood = match language {
                    // «Mostra», «Dice»: what it does; “Show”: what it is told to do.
                    Language::Italian => first.ends_with(['a', 'e']),
                    Language::English => !first.ends_with('s'),
                };
                assert!(mood, "{about}");
                let helps = verb.get_arguments().filter_map(|arg| arg.get_help());
                for said in helps.map(ToString::to_string).chain([about]) {
                    assert!(!said.starts_with(char::is_lowercase), "{said}");
                    assert!(!said.contains('`'), "{said}");
                }
            }
        }
    }
}
