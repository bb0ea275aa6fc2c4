//! `palinsesto freeze` and `palinsesto thaw`: a channel, a campaign or everything is held
//! back, and let go; without a target `freeze` says what is held back.

use super::line::{channel_name, title};
use super::show::known_channel;
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::domain::{Change, ChangeSet, Freeze, Frozen, Label, Placed};
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

pub const VERB: Verb = Verb { name: "freeze", command, run };
pub const THAW: Verb = Verb { name: "thaw", command: thaw_command, run: thaw };

fn targets(words: &Words) -> [Arg; 3] {
    let target = |name: &'static str, value: String, help: String| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    [
        target("channel", words.cli_value_channel(), words.cli_arg_freeze_channel())
            .conflicts_with_all(["campaign", "all"]),
        target("campaign", words.cli_value_campaign(), words.cli_arg_freeze_campaign())
            .conflicts_with("all"),
        Arg::new("all").long("all").action(ArgAction::SetTrue).help(words.cli_arg_freeze_all()),
    ]
}

fn command(words: &Words) -> Command {
    let why = Arg::new("why")
        .long("why")
        .value_name(words.cli_value_text())
        .help(words.cli_arg_freeze_why());
    Command::new("freeze").about(words.cli_freeze()).args(targets(words)).arg(why)
}

fn thaw_command(words: &Words) -> Command {
    Command::new("thaw").about(words.cli_thaw()).args(targets(words))
}

fn target(args: &ArgMatches, session: &Session, opened: &Opened) -> Result<Option<Frozen>, Stop> {
    if let Some(key) = args.get_one::<String>("channel") {
        known_channel(session, opened, key)?;
        return Ok(Some(Frozen::Channel(key.clone())));
    }
    let campaign = args.get_one::<String>("campaign").cloned().map(Frozen::Campaign);
    Ok(campaign.or(args.get_flag("all").then_some(Frozen::All)))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let Some(what) = target(args, session, &opened)? else { return list(session, &opened) };
    if opened.workspace.freezes.of(&what).is_none() {
        let (since, by) = (opened.now.utc, session.by(&opened));
        let why = args.get_one::<String>("why").cloned();
        let freeze = Freeze { what: what.clone(), since, by, why };
        let change = Change::Freeze { add: vec![freeze], remove: Vec::new() };
        opened.apply(session, &ChangeSet::one(Label::Freeze, change))?;
    }
    opened.load_all();
    let held = opened.shelf.held_by(&what, opened.zone());
    if session.json {
        return tell(session, &held);
    }
    let said = session.words.freeze_done(name(session, &opened, &what), held.len() as u64);
    writeln!(session.out, "{said}")?;
    Ok(Exit::Fine)
}

fn thaw(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let what = target(args, session, &opened)?;
    let Some(freeze) = what.and_then(|what| opened.workspace.freezes.of(&what).cloned()) else {
        let words = &session.words;
        return Err(Stop::said(words.freeze_none_of_that(), words.freeze_next_list()));
    };
    opened.load_all();
    let held = opened.shelf.held_by(&freeze.what, opened.zone()).into_iter();
    let held: Vec<Placed> =
        held.filter(|card| freeze.kept(&card.placement, opened.now.utc)).collect();
    let change = Change::Freeze { add: Vec::new(), remove: vec![freeze.clone()] };
    opened.apply(session, &ChangeSet::one(Label::Thaw, change))?;
    if session.json {
        return tell(session, &held);
    }
    let words = &session.words;
    let said = words.freeze_thawed(name(session, &opened, &freeze.what), held.len() as u64);
    writeln!(session.out, "{said}")?;
    for card in held {
        let when = session.when(card.placement.when, opened.now);
        writeln!(session.out, "  {} · {} · {when}", card.entry.post.id, title(&card.entry))?;
    }
    Ok(Exit::Fine)
}

fn list(session: &mut Session, opened: &Opened) -> Result<Exit, Stop> {
    let freezes = &opened.workspace.freezes;
    if session.json {
        let rows = freezes.all.iter().map(|freeze| {
            let (kind, key) = match &freeze.what {
                Frozen::All => ("all", None),
                Frozen::Channel(key) => ("channel", Some(key)),
                Frozen::Campaign(name) => ("campaign", Some(name)),
            };
            json!({ "what": kind, "name": key, "since": freeze.since.to_rfc3339(),
                "by": freeze.by, "why": freeze.why })
        });
        let rows = rows.collect::<Vec<_>>();
        session.print_json(&json!({
            "format": json::FORMAT, "freezes": rows, "unread": freezes.unread(),
        }))?;
        return Ok(Exit::Fine);
    }
    let words = &session.words;
    if freezes.is_empty() {
        writeln!(session.out, "{}", words.freeze_nothing())?;
    }
    if freezes.unread() {
        writeln!(session.out, "{}", words.freeze_unread())?;
    }
    for freeze in &freezes.all {
        writeln!(session.out, "{}", line(session, opened, freeze))?;
    }
    Ok(Exit::Fine)
}

/// What is held back, by whom, since when and why.
pub fn line(session: &Session, opened: &Opened, freeze: &Freeze) -> String {
    let words = &session.words;
    let since = freeze.since.with_timezone(&opened.zone()).naive_local();
    let what = name(session, opened, &freeze.what);
    let line = words.freeze_since(what, words.person(&freeze.by), words.moment(since));
    match &freeze.why {
        Some(why) => format!("{line}: {}", reveal_line(why)),
        None => line,
    }
}

fn name(session: &Session, opened: &Opened, what: &Frozen) -> String {
    match what {
        Frozen::Channel(key) => channel_name(opened, key),
        other => session.words.frozen(other),
    }
}

fn tell(session: &mut Session, held: &[Placed]) -> Result<Exit, Stop> {
    let posts = held.iter().map(|card| {
        let when = card.placement.wall.to_string();
        json!({ "id": card.entry.post.id.as_str(), "when": when, "channels": card.placement.channels })
    });
    let posts = posts.collect::<Vec<_>>();
    session.print_json(&json!({ "format": json::FORMAT, "held": posts }))?;
    Ok(Exit::Fine)
}
