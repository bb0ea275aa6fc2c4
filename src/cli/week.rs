//! `palinsesto week [DAY]`: the plan of one week as the screen draws it, as sentences or
//! as data.

use super::line::{Card, channel_name, columns, sentence};
use super::{Exit, Opened, Session, Stop, Verb, json, paper};
use crate::checks::holidays;
use crate::domain::phrase;
use crate::domain::{Holiday, Now, Placed, PlanNotice, Week};
use crate::features::calendar::clocks;
use crate::i18n::{Language, Told, Words};
use crate::text::reveal_line;
use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "week", command, run };

fn command(words: &Words) -> Command {
    let day = Arg::new("day")
        .value_name(words.cli_value_day())
        .num_args(0..)
        .help(words.cli_arg_week_day());
    Command::new("week").about(words.cli_week()).arg(day)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let phrase = joined(args, "day");
    let date = match phrase.as_str() {
        "" => opened.now.today(),
        phrase => day(phrase, session, opened.now)?,
    };
    let week = Week::of(date);
    opened.load_plan(week);
    let cards = opened.shelf.week(week, opened.zone());
    if session.json {
        return as_json(session, &mut opened, week, &cards);
    }
    writeln!(session.out, "{}", title(session, &opened, week))?;
    if session.plain {
        let today = opened.now.today();
        if Week::of(today) == week {
            let today = session.words.day_long(today);
            writeln!(session.out, "{}", session.words.cli_today_is(today))?;
        }
        for day in week.days() {
            if let Some(clocks) = clocks(day, opened.zone(), &session.words) {
                writeln!(session.out, "{}: {clocks}", session.words.day_long(day))?;
            }
            if let Some(holiday) = holiday(&opened, day) {
                let feast = session.words.holiday(holiday);
                writeln!(session.out, "{}: {feast}", session.words.day_long(day))?;
            }
        }
        for card in &cards {
            print_card(session, &mut opened, card)?;
        }
        if cards.is_empty() && opened.shelf.problems().next().is_none() {
            writeln!(session.out, "{}", session.words.calendar_empty_paper())?;
        }
        for notice in opened.notices(week) {
            writeln!(session.out, "{}", lacking(session, &opened, &notice).sentence)?;
        }
    } else {
        for card in &cards {
            opened.suggestions(&card.placement.post);
        }
        writeln!(session.out, "\n{}", paper::week(session, &opened, week).trim_end_matches('\n'))?;
    }
    problems(session, &opened)?;
    Ok(Exit::Fine)
}

/// What the brand's country keeps on a day.
fn holiday(opened: &Opened, day: NaiveDate) -> Option<Holiday> {
    holidays().on(opened.workspace.country.as_deref(), day)
}

/// What a week lacks, with the names of its channels.
pub fn lacking(session: &Session, opened: &Opened, notice: &PlanNotice) -> Told {
    let told = session.words.plan_notice(notice, |key| channel_name(opened, key));
    Told { sentence: reveal_line(&told.sentence).into_owned(), next: told.next }
}

/// The day of a phrase; one that is no day may name a week: `week next`, `week 50`.
fn day(phrase: &str, session: &mut Session, now: Now) -> Result<NaiveDate, Stop> {
    // As the person would say it: the phrase is said back with its day.
    let word = match session.words.language() {
        Language::Italian => "settimana",
        Language::English => "week",
    };
    let week = format!("{word} {phrase}");
    let is_week = phrase::parse(phrase, now.local()).is_err()
        && phrase::parse(&week, now.local()).is_ok_and(|resolved| resolved.whole_week);
    let said = if is_week { &week } else { phrase };
    Ok(session.day_to_look_at(said, now)?.date)
}

/// The words of an argument that a phrase was given in.
pub fn joined(args: &ArgMatches, name: &str) -> String {
    let words: Vec<&str> =
        args.get_many::<String>(name).unwrap_or_default().map(String::as_str).collect();
    words.join(" ")
}

/// One card as a line: columns, or a sentence with `--plain`.
pub fn print_card(session: &mut Session, opened: &mut Opened, placed: &Placed) -> Result<(), Stop> {
    let Placed { placement, entry, .. } = placed;
    let waiting = opened.waiting(&entry.post.id);
    let findings = opened.findings(entry, Some(placement));
    let card = Card { placement, entry, findings: &findings, waiting };
    let line = if session.plain {
        sentence(session, opened, &card)
    } else {
        format!("  {}", columns(session, opened, &card))
    };
    writeln!(session.out, "{line}").map_err(Stop::from)
}

/// Files that could not be read: how many, and where to see them.
pub fn problems(session: &mut Session, opened: &Opened) -> Result<(), Stop> {
    let count = opened.shelf.problems().count();
    if count > 0 {
        writeln!(session.out, "\n{}", session.words.cli_some_problems(count as u64))?;
    }
    Ok(())
}

fn title(session: &Session, opened: &Opened, week: Week) -> String {
    let days = week.days();
    let words = &session.words;
    let brand = reveal_line(&opened.workspace.brand).into_owned();
    let title = words.cli_week_title(week.number, words.range(days[0], days[6]));
    format!("{brand} · {title} · {}", opened.zone().name())
}

fn as_json(
    session: &mut Session,
    opened: &mut Opened,
    week: Week,
    cards: &[Arc<Placed>],
) -> Result<Exit, Stop> {
    let days: Vec<_> = week
        .days()
        .into_iter()
        .map(|day| {
            let cards = cards.iter().filter(|card| card.placement.wall.date() == day);
            let placements: Vec<_> =
                cards.map(|card| json::placed(opened, &session.words, card)).collect();
            let holiday = holiday(opened, day).map(|holiday| {
                let message = session.words.holiday(holiday);
                json!({ "name": holiday.name.english, "instead": holiday.instead, "message": message })
            });
            json!({ "date": day.to_string(), "holiday": holiday, "placements": placements })
        })
        .collect();
    let notices = opened.notices(week);
    let notices: Vec<_> = notices
        .iter()
        .map(|notice| json::notice(notice, &lacking(session, opened, notice)))
        .collect();
    let problems: Vec<_> =
        opened.shelf.problems().map(|problem| json::problem(&session.words, problem)).collect();
    let value = json!({
        "format": json::FORMAT,
        "brand": opened.workspace.brand,
        "zone": opened.zone().name(),
        "week": week.to_string(),
        "from": week.days()[0].to_string(),
        "to": week.days()[6].to_string(),
        "now": opened.now.utc.with_timezone(&opened.zone()).to_rfc3339(),
        "days": days,
        "notices": notices,
        "problems": problems,
    });
    session.print_json(&value)?;
    Ok(Exit::Fine)
}
