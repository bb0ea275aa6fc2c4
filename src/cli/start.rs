//! `palinsesto demo` and `palinsesto init` as verbs: their arguments, and what opens after.

use super::place::Outcome;
use super::{Exit, Session, Stop, Verb, demo, init, tui};
use crate::domain::Ids;
use crate::i18n::Words;
use chrono_tz::Tz;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

pub const INIT: Verb = Verb { name: "init", command: init_command, run: run_init };
pub const DEMO: Verb = Verb { name: "demo", command: demo_command, run: run_demo };

fn demo_command(words: &Words) -> Command {
    let dir = Arg::new("where")
        .value_name(words.cli_value_folder())
        .value_parser(value_parser!(PathBuf))
        .help(words.cli_arg_demo_dir(demo::USUAL_PLACE));
    let no_open = Arg::new("no-open")
        .long("no-open")
        .action(ArgAction::SetTrue)
        .help(words.cli_arg_no_open());
    Command::new("demo").about(words.cli_demo()).args([dir, no_open])
}

fn run_demo(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    session.no_json()?;
    let given = args.get_one::<PathBuf>("where").cloned();
    let dir = session.path(&given.unwrap_or_else(|| PathBuf::from(demo::USUAL_PLACE)));
    let now = session.now(machine_zone())?;
    let done = demo::run(&dir, now, &session.words, session.out)?;
    open(session, args, done)
}

/// Goes on to the screen, where it was not told to stop.
fn open(session: &mut Session, args: &ArgMatches, done: Outcome) -> Result<Exit, Stop> {
    match done {
        Outcome::Refused => Ok(Exit::Trouble),
        Outcome::Ready(_) if args.get_flag("no-open") => Ok(Exit::Fine),
        Outcome::Ready(dir) => {
            session.out.flush()?;
            session.dir = dir;
            tui::run(session)
        }
    }
}

fn init_command(words: &Words) -> Command {
    let dir = Arg::new("where")
        .value_name(words.cli_value_folder())
        .value_parser(value_parser!(PathBuf))
        .help(words.cli_arg_init_dir());
    let yes = Arg::new("yes").long("yes").action(ArgAction::SetTrue).help(words.cli_arg_yes());
    Command::new("init").about(words.cli_init()).args([dir, yes])
}

fn run_init(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    session.no_json()?;
    let given = args.get_one::<PathBuf>("where").cloned();
    let dir = session.path(&given.unwrap_or_else(|| PathBuf::from(".")));
    let zone = iana_time_zone::get_timezone().ok();
    let now = session.now(machine_zone())?;
    let asked = init::Init {
        dir: &dir,
        yes: args.get_flag("yes"),
        zone: zone.as_deref(),
        at: now.utc.with_timezone(&now.zone).fixed_offset(),
        words: &session.words,
    };
    let input = &mut std::io::stdin().lock();
    match init::run(&asked, &mut ids()?, input, session.out)? {
        Outcome::Ready(_) => Ok(Exit::Fine),
        Outcome::Refused => Ok(Exit::Trouble),
    }
}

/// Fresh ids for this run.
pub fn ids() -> Result<Ids, Stop> {
    let seed = getrandom::u64().map_err(|error| std::io::Error::other(error.to_string()))?;
    Ok(Ids::from_seed(seed))
}

/// Where the machine believes it is; UTC where it does not say.
pub fn machine_zone() -> Tz {
    iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
}
