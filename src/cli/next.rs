//! `palinsesto next [N]`: what goes out next, from now on.

use super::week::{print_card, problems};
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::domain::{Placed, Placement, Stage, Week};
use crate::i18n::Words;
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "next", command, run };

/// How many where nobody says.
const USUAL: u64 = 5;

fn command(words: &Words) -> Command {
    let count = Arg::new("count")
        .value_name("N")
        .value_parser(value_parser!(u64).range(1..=1000))
        .help(words.cli_arg_next_count());
    Command::new("next").about(words.cli_next()).arg(count)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let wanted = *args.get_one::<u64>("count").unwrap_or(&USUAL) as usize;
    let today = opened.now.today();
    opened.load_weeks(Week::of(today), last_week(&opened, Week::of(today)));
    let now = opened.now;
    let ahead = |placement: &Placement| match placement.instant {
        Some(instant) => instant >= now.utc,
        None => placement.wall.date() >= today,
    };
    let mut cards = cards(&opened, today, NaiveDate::MAX, ahead);
    cards.truncate(wanted);
    let nothing = session.words.cli_next_nothing();
    print(session, &mut opened, &cards, &nothing)
}

/// The last week that has a folder.
fn last_week(opened: &Opened, this: Week) -> Week {
    opened.folder.week_folders().last().copied().map_or(this, |last| last.max(this))
}

/// The cards of a stretch of days that have not gone out and that `wanted` keeps.
pub fn cards(
    opened: &Opened,
    first: NaiveDate,
    last: NaiveDate,
    wanted: impl Fn(&Placement) -> bool,
) -> Vec<Arc<Placed>> {
    let mut found = opened.shelf.between(first, last, opened.zone());
    found.retain(|card| card.stage != Stage::Published && wanted(&card.placement));
    found
}

/// The cards as lines or JSON; `nothing` is said where there are none.
pub fn print(
    session: &mut Session,
    opened: &mut Opened,
    cards: &[Arc<Placed>],
    nothing: &str,
) -> Result<Exit, Stop> {
    if session.json {
        let words = &session.words;
        let placements: Vec<_> =
            cards.iter().map(|card| json::placed(opened, words, card)).collect();
        let problems = opened.shelf.problems();
        let problems: Vec<_> = problems.map(|problem| json::problem(words, problem)).collect();
        let value =
            json!({ "format": json::FORMAT, "placements": placements, "problems": problems });
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    if cards.is_empty() {
        writeln!(session.out, "{nothing}")?;
    }
    let mut day = None;
    for card in cards {
        let date = card.placement.wall.date();
        if !session.plain && day.replace(date) != Some(date) {
            writeln!(session.out, "{}", session.words.day_month(date))?;
        }
        print_card(session, opened, card)?;
    }
    problems(session, opened)?;
    Ok(Exit::Fine)
}
