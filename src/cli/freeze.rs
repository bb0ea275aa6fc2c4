//! `palinsesto freeze` and `palinsesto thaw`: a channel, a campaign or everything is held
//! back, and let go; without a target `freeze` says what is held back. Nothing is held back
//! or let go by a slip of the hand: what is not known is refused.

use super::line::title;
use super::show::known_channel;
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::checks::networks;
use crate::domain::{Change, ChangeSet, ChannelKey, Freeze, Frozen, Label, Placed};
use crate::i18n::Words;
use crate::text::{closest, reveal_line};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub const VERB: Verb = Verb { name: "freeze", command, run };
pub const THAW: Verb = Verb { name: "thaw", command: thaw_command, run: thaw };

fn targets(words: &Words, all: String) -> [Arg; 3] {
    let target = |name: &'static str, value: String, help: String| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    [
        target("channel", words.cli_value_channel(), words.cli_arg_freeze_channel())
            .conflicts_with_all(["campaign", "all"]),
        target("campaign", words.cli_value_campaign(), words.cli_arg_freeze_campaign())
            .conflicts_with("all"),
        Arg::new("all").long("all").action(ArgAction::SetTrue).help(all),
    ]
}

fn command(words: &Words) -> Command {
    let why = Arg::new("why")
        .long("why")
        .value_name(words.cli_value_text())
        .help(words.cli_arg_freeze_why());
    let targets = targets(words, words.cli_arg_freeze_all());
    Command::new("freeze").about(words.cli_freeze()).args(targets).arg(why)
}

fn thaw_command(words: &Words) -> Command {
    Command::new("thaw").about(words.cli_thaw()).args(targets(words, words.cli_arg_thaw_all()))
}

fn target(args: &ArgMatches, session: &Session, opened: &Opened) -> Result<Option<Frozen>, Stop> {
    if let Some(given) = args.get_one::<String>("channel") {
        return channel(session, opened, given).map(|key| Some(Frozen::Channel(key)));
    }
    let campaign = args.get_one::<String>("campaign").cloned().map(Frozen::Campaign);
    Ok(campaign.or(args.get_flag("all").then_some(Frozen::All)))
}

/// By its key, its account or the name that is shown. A key that only a freeze has can still
/// be let go.
fn channel(session: &Session, opened: &Opened, given: &str) -> Result<ChannelKey, Stop> {
    let workspace = &opened.workspace;
    let frozen = Frozen::Channel(given.to_owned());
    if workspace.channel(given).is_some() || workspace.freezes.of(&frozen).is_some() {
        return Ok(given.to_owned());
    }
    let wanted = given.to_lowercase();
    let is_named = |key: &str| {
        let channel = workspace.channel(key);
        let network = channel.and_then(|channel| networks().get(&channel.network));
        let names = [
            Some(networks().channel_name(workspace, key)),
            channel.and_then(|channel| channel.account.clone()),
            network.map(|network| network.name.clone()),
        ];
        names.into_iter().flatten().any(|name| name.to_lowercase() == wanted)
    };
    let keys = workspace.channels.iter().map(|channel| channel.key.as_str());
    let named: Vec<&str> = keys.filter(|key| is_named(key)).collect();
    match named.as_slice() {
        [one] => Ok((*one).to_owned()),
        [] => known_channel(session, opened, given).map(|()| given.to_owned()),
        several => {
            let words = &session.words;
            let sentence = words.freeze_which_channel(reveal_line(given));
            Err(Stop::said(sentence, words.next_one_of(reveal_line(&several.join(", ")))))
        }
    }
}

/// A campaign that no post has would hold back nothing, where somebody counts on it.
fn known_campaign(session: &Session, opened: &Opened, name: &str) -> Result<(), Stop> {
    let campaigns: BTreeSet<&str> =
        opened.shelf.entries().filter_map(|entry| entry.post.campaign.as_deref()).collect();
    if campaigns.contains(name) {
        return Ok(());
    }
    let words = &session.words;
    let next = match closest(name, campaigns.iter().copied()) {
        Some(meant) => words.next_did_you_mean(reveal_line(meant)),
        None if campaigns.is_empty() => words.freeze_no_campaigns(),
        None => {
            let all: Vec<&str> = campaigns.into_iter().collect();
            words.next_one_of(reveal_line(&all.join(", ")))
        }
    };
    Err(Stop::said(words.freeze_no_campaign(reveal_line(name)), next))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let why = args.get_one::<String>("why").filter(|why| !why.trim().is_empty()).cloned();
    let Some(what) = target(args, session, &opened)? else {
        if args.contains_id("why") {
            let words = &session.words;
            return Err(Stop::said(words.freeze_not_said(), words.freeze_name_it()));
        }
        opened.load_all();
        return list(session, &opened);
    };
    if opened.workspace.freezes.unread() {
        return unread(session, &opened);
    }
    opened.load_all();
    if let Frozen::Campaign(name) = &what {
        known_campaign(session, &opened, name)?;
    }
    let remove = opened.workspace.freezes.all_of(&what);
    let before = remove.first().cloned();
    let is_new = before.as_ref().is_none_or(|before| why.is_some() && before.why != why);
    if is_new {
        // Since when, and by whose hand, stays as it was: what it held back is told by that.
        let (since, by) = match &before {
            Some(before) => (before.since, before.by.clone()),
            None => (opened.now.utc, session.by(&opened)),
        };
        let posts = opened.shelf.posts_held_by(&what, opened.zone());
        let label = Label::Freeze { what: what.clone(), posts };
        let freeze = Freeze { what: what.clone(), since, by, why: why.clone() };
        let change = Change::Freeze { add: vec![freeze], remove };
        opened.apply(session, &ChangeSet::one(label, change))?;
    }
    let held = opened.shelf.held_by(&what, opened.zone());
    if session.json {
        return tell(session, &held);
    }
    let (words, posts) = (&session.words, posts(&held) as u64);
    let name = name(session, &opened, &what);
    let said = match &before {
        Some(before) => words.freeze_already(since(words, &opened, before), name, posts),
        None => words.freeze_done(name, posts),
    };
    writeln!(session.out, "{said}")?;
    if let (Some(_), Some(why), true) = (&before, &why, is_new) {
        writeln!(session.out, "{}", words.freeze_new_why(reveal_line(why)))?;
    }
    Ok(Exit::Fine)
}

fn thaw(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let what = target(args, session, &opened)?;
    let freezes = &opened.workspace.freezes;
    let freeze = what.as_ref().and_then(|what| freezes.of(what).cloned());
    let Some(freeze) = freeze else {
        if freezes.unread() {
            return unread(session, &opened);
        }
        let words = &session.words;
        let sentence = match &what {
            _ if freezes.is_empty() => words.freeze_nothing(),
            Some(what) => words.freeze_none_of_that(name(session, &opened, what)),
            None => words.freeze_thaw_not_said(),
        };
        let next = match freezes.all.iter().map(|freeze| &freeze.what).collect::<Vec<_>>() {
            all if all.is_empty() => words.freeze_name_it(),
            all => words
                .freeze_next_thaw(all.iter().map(|it| given(it)).collect::<Vec<_>>().join(" | ")),
        };
        return Err(Stop::said(sentence, next));
    };
    opened.load_all();
    let rest = opened.workspace.freezes.without(&freeze.what);
    let held = opened.shelf.held_by(&freeze.what, opened.zone());
    let (missed, ahead): (Vec<Placed>, Vec<Placed>) =
        held.into_iter().partition(|card| freeze.kept(&card.placement, opened.now.utc));
    let goes = |card: &Placed| !rest.hold(&card.entry.post, &card.placement.channels);
    let ahead: Vec<Placed> = ahead.into_iter().filter(goes).collect();
    let remove = opened.workspace.freezes.all_of(&freeze.what);
    let change = Change::Freeze { add: Vec::new(), remove };
    opened.apply(session, &ChangeSet::one(Label::Thaw(freeze.what.clone()), change))?;
    if session.json {
        return tell(session, &missed);
    }
    let words = &session.words;
    let thawed = name(session, &opened, &freeze.what);
    let said = words.freeze_thawed(thawed, posts(&ahead) as u64);
    writeln!(session.out, "{said}")?;
    writeln!(session.out, "{}", words.freeze_missed(posts(&missed) as u64))?;
    for card in missed {
        let when = session.when(card.placement.when, opened.now);
        writeln!(session.out, "  {} · {} · {when}", card.entry.post.id, title(&card.entry))?;
    }
    if !rest.all.is_empty() {
        let still = rest.all.iter().map(|freeze| name(session, &opened, &freeze.what));
        let still: Vec<String> = still.collect();
        writeln!(session.out, "{}", words.freeze_still(still.join(", ")))?;
    }
    Ok(Exit::Fine)
}

/// Why nobody knows what is held back: the place and the step.
fn unread(session: &mut Session, opened: &Opened) -> Result<Exit, Stop> {
    if let Some(first) = opened.workspace.freezes.faults.first().filter(|_| session.json) {
        let told = Stop::Problem(first.clone()).told(&session.words);
        writeln!(session.err, "{}", json::error(first.kind.code(), &told))?;
        return Ok(Exit::Found);
    }
    for line in faults(session, opened) {
        writeln!(session.err, "{line}")?;
    }
    Ok(Exit::Found)
}

/// What of the file cannot be understood, each with its place and its step, and what that
/// means; nothing where all of it can.
pub fn faults(session: &Session, opened: &Opened) -> Vec<String> {
    let faults = &opened.workspace.freezes.faults;
    let told = faults.iter().flat_map(|problem| {
        let told = Stop::Problem(problem.clone()).told(&session.words);
        [told.sentence, format!("    {}", told.next)]
    });
    let until = (!faults.is_empty()).then(|| session.words.freeze_until());
    told.chain(until).collect()
}

/// As it is given on the command line.
fn given(what: &Frozen) -> String {
    let quoted = |text: &str| reveal_line(&shell_words::quote(text)).into_owned();
    match what {
        Frozen::All => "--all".to_owned(),
        Frozen::Channel(key) => format!("--channel {}", quoted(key)),
        Frozen::Campaign(name) => format!("--campaign {}", quoted(name)),
    }
}

fn since(words: &Words, opened: &Opened, freeze: &Freeze) -> String {
    words.moment(freeze.since.with_timezone(&opened.zone()).naive_local())
}

/// A post of several cards is one post.
fn posts(cards: &[Placed]) -> usize {
    cards.iter().map(|card| &card.entry.post.id).collect::<BTreeSet<_>>().len()
}

fn list(session: &mut Session, opened: &Opened) -> Result<Exit, Stop> {
    let freezes = &opened.workspace.freezes;
    let exit = if freezes.unread() { Exit::Found } else { Exit::Fine };
    if session.json {
        let rows = freezes.all.iter().map(row).collect::<Vec<_>>();
        let problems = freezes.faults.iter().map(|it| json::problem(&session.words, it));
        let problems = problems.collect::<Vec<_>>();
        session.print_json(&json!({ "format": json::FORMAT, "freezes": rows,
            "unread": freezes.unread(), "problems": problems }))?;
        return Ok(exit);
    }
    let words = &session.words;
    if freezes.is_empty() {
        writeln!(session.out, "{}", words.freeze_nothing())?;
    }
    if !freezes.all.is_empty() {
        writeln!(session.out, "{}", words.freeze_there())?;
    }
    for freeze in &freezes.all {
        let posts = opened.shelf.posts_held_by(&freeze.what, opened.zone()) as u64;
        let name = name(session, opened, &freeze.what);
        let row = words.freeze_row(name, since(words, opened, freeze), posts);
        let by = words.frozen_by(&freeze.by, freeze.why.as_deref());
        let by = if by.is_empty() { by } else { format!(" · {by}") };
        writeln!(session.out, "  {row}{by}")?;
    }
    if freezes.unread() { unread(session, opened) } else { Ok(exit) }
}

/// One of them as data.
pub fn row(freeze: &Freeze) -> Value {
    let (kind, key) = match &freeze.what {
        Frozen::All => ("all", None),
        Frozen::Channel(key) => ("channel", Some(key)),
        Frozen::Campaign(name) => ("campaign", Some(name)),
    };
    json!({ "what": kind, "name": key, "since": freeze.since.to_rfc3339(),
        "by": freeze.by, "why": freeze.why })
}

/// What a post is held back with, since when, by whom and why.
pub fn line(session: &Session, opened: &Opened, freeze: &Freeze) -> String {
    let (words, what) = (&session.words, networks().named(&opened.workspace, &freeze.what));
    let line = words.frozen_line(&what, since(words, opened, freeze));
    match words.frozen_by(&freeze.by, freeze.why.as_deref()) {
        by if by.is_empty() => line,
        by => format!("{line} ({by})"),
    }
}

fn name(session: &Session, opened: &Opened, what: &Frozen) -> String {
    session.words.frozen(&networks().named(&opened.workspace, what))
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
