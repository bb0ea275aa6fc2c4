//! `palinsesto due`: what should be out by now and is not marked as published. Ends with 1
//! where there is any, so that a script can ask.

use super::next::{cards, print};
use super::{Exit, Session, Stop, Verb};
use crate::domain::Week;
use crate::i18n::Words;
use clap::{Arg, ArgMatches, Command, value_parser};

pub const VERB: Verb = Verb { name: "due", command, run };

/// How far back to look where nobody says, in weeks.
const USUAL_WEEKS: u32 = 4;

fn command(words: &Words) -> Command {
    let weeks = Arg::new("weeks")
        .long("weeks")
        .value_name("N")
        .value_parser(value_parser!(u32).range(1..=520))
        .help(words.cli_arg_due_weeks());
    Command::new("due").about(words.cli_due()).arg(weeks)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let weeks = *args.get_one::<u32>("weeks").unwrap_or(&USUAL_WEEKS);
    let (now, this) = (opened.now, Week::of(opened.now.today()));
    let first = this.offset(-i64::from(weeks));
    opened.load_weeks(first, this);
    // A day whose time is to be set is late once it is over.
    let cards = cards(&opened, first.monday(), now.today(), |placement| match placement.instant {
        Some(instant) => instant <= now.utc,
        None => placement.wall.date() < now.today(),
    });
    let nothing = session.words.cli_due_nothing();
    print(session, &mut opened, &cards, &nothing)?;
    Ok(if cards.is_empty() { Exit::Fine } else { Exit::Found })
}
