//! `palinsesto list`: posts and ideas, one a line, narrowed by what they are.

use super::line::{marked_title, strip, thread_on, title};
use super::{Exit, Opened, Session, Stop, Verb, json, opened::flags};
use crate::domain::{Because, Entry, Errand, Flag, Stage, Week};
use crate::i18n::Words;
use crate::text::{pad, reveal_line};
use chrono::NaiveDate;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "list", command, run };

fn command(words: &Words) -> Command {
    let option = |id: &'static str, value: String, help: String| {
        Arg::new(id).long(id).value_name(value).help(help)
    };
    let flag = |id: &'static str, help: String| {
        Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
    };
    Command::new("list").about(words.cli_list()).args([
        option("from", words.cli_value_day(), words.cli_arg_from()),
        option("to", words.cli_value_day(), words.cli_arg_to()),
        option("stage", words.cli_value_stage(), words.cli_arg_stage(stage_names(words)))
            .value_parser(Stage::ALL.map(|s| PossibleValue::new(words.stage(s)).alias(s.code())))
            .ignore_case(true)
            .hide_possible_values(true),
        option("channel", words.cli_value_channel(), words.cli_arg_only_channel()),
        option("pillar", words.cli_value_key(), words.cli_arg_only_pillar()),
        option("campaign", words.cli_value_key(), words.cli_arg_only_campaign()),
        option("label", words.cli_value_key(), words.cli_arg_only_label()),
        flag("needs-me", words.cli_arg_needs_me()),
        flag("in-review", words.cli_arg_in_review()),
    ])
}

fn stage_names(words: &Words) -> String {
    Stage::ALL.map(|stage| words.stage(stage)).join(", ")
}

/// By its code, or as the screen calls it.
fn stage_named(name: &str, words: &Words) -> Option<Stage> {
    let name = name.to_lowercase();
    Stage::ALL.into_iter().find(|stage| stage.code() == name || words.stage(*stage) == name)
}

/// What the posts are narrowed to.
struct Filter {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    stage: Option<Stage>,
    channel: Option<String>,
    pillar: Option<String>,
    campaign: Option<String>,
    label: Option<String>,
    in_review: bool,
    /// Whom it has to wait for.
    needs: Option<String>,
}

impl Filter {
    fn new(args: &ArgMatches, session: &mut Session, opened: &Opened) -> Result<Self, Stop> {
        let mut day = |id: &str| match args.get_one::<String>(id) {
            Some(text) => session.day_to_look_at(text, opened.now).map(|r| Some(r.date)),
            None => Ok(None),
        };
        let (from, to) = (day("from")?, day("to")?);
        let text = |id: &str| args.get_one::<String>(id).cloned();
        Ok(Self {
            from,
            to,
            stage: text("stage").and_then(|name| stage_named(&name, &session.words)),
            channel: text("channel"),
            pillar: text("pillar"),
            campaign: text("campaign"),
            label: text("label"),
            in_review: args.get_flag("in-review"),
            needs: args.get_flag("needs-me").then(|| session.by(opened)),
        })
    }

    fn keeps(&self, entry: &Entry, opened: &Opened) -> bool {
        let post = &entry.post;
        let same = |asked: &Option<String>, has: &Option<String>| asked.is_none() || asked == has;
        let among = |asked: &Option<String>, has: &[String]| {
            asked.as_ref().is_none_or(|asked| has.contains(asked))
        };
        let date = post.when.map(|when| when.date(opened.zone()));
        self.from.is_none_or(|from| date.is_some_and(|date| date >= from))
            && self.to.is_none_or(|to| date.is_some_and(|date| date <= to))
            && self.stage.is_none_or(|stage| opened.shelf.stage(entry) == stage)
            && among(&self.channel, &post.channels)
            && among(&self.label, &post.labels)
            && same(&self.pillar, &post.pillar)
            && same(&self.campaign, &post.campaign)
            && (!self.in_review || opened.shelf.review(&post.id).is_open())
    }
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let filter = Filter::new(args, session, &opened)?;
    match (filter.from, filter.to, filter.stage) {
        (_, _, Some(Stage::Idea)) => opened.load_ideas(),
        // Only the weeks asked for are read.
        (Some(from), Some(to), _) => opened.load_weeks(Week::of(from), Week::of(to)),
        _ => opened.load_all(),
    }
    let mine = filter.needs.as_deref().map(|me| opened.errands(me));
    let waits = |entry: &Entry| {
        mine.as_ref().is_none_or(|mine| mine.iter().any(|errand| errand.path == entry.path))
    };
    let wanted = |entry: &&Arc<Entry>| filter.keeps(entry, &opened) && waits(entry);
    let mut entries: Vec<Arc<Entry>> = opened.shelf.entries().filter(wanted).cloned().collect();
    let zone = opened.zone();
    entries.sort_by_key(|entry| {
        let wall = entry.post.when.map(|when| when.wall(zone));
        (wall.is_none(), wall, entry.path.clone())
    });
    let reasons = mine.unwrap_or_default();
    if session.json {
        let words = &session.words;
        let post = |entry: &Arc<Entry>| {
            let mut post = json::post(&mut opened, words, entry);
            if args.get_flag("needs-me") {
                post["needs"] = of(&reasons, entry).map(|one| reason(words, one)).collect();
            }
            post
        };
        let posts: Vec<_> = entries.iter().map(post).collect();
        session.print_json(&json!({ "format": json::FORMAT, "posts": posts }))?;
        return Ok(Exit::Fine);
    }
    print(session, &mut opened, &entries, &reasons)?;
    let broken = opened.shelf.problems().count() as u64;
    if broken > 0 {
        let said = session.words.cli_some_problems(broken);
        session.remark(&said)?;
    }
    Ok(Exit::Fine)
}

/// Why a post waits for somebody, the most pressing first.
fn of<'a>(errands: &'a [Errand], entry: &'a Entry) -> impl Iterator<Item = &'a Errand> {
    errands.iter().filter(|errand| errand.path == entry.path)
}

/// The reason in a word, and all that is known of it where there is more.
fn reason(words: &Words, errand: &Errand) -> Value {
    let because = &errand.because;
    let message = match because {
        Because::Voided { why, by } => Some(words.voided(why, by).sentence),
        because => because.finding().map(|finding| words.finding(&finding.kind).sentence),
    };
    json!({
        "code": because.code(),
        "reason": words.errand(because),
        "message": message,
        "note": because.note().map(|note| note.id.as_str()),
    })
}

/// Posts as lines, with the reasons for which they wait.
fn print(
    session: &mut Session,
    opened: &mut Opened,
    entries: &[Arc<Entry>],
    reasons: &[Errand],
) -> Result<(), Stop> {
    if entries.is_empty() {
        writeln!(session.out, "{}", session.words.cli_list_nothing())?;
    }
    for entry in entries {
        let line = if session.plain {
            plain(session, opened, entry)
        } else {
            columns(session, opened, entry)
        };
        let because = of(reasons, entry).map(|errand| session.words.errand(&errand.because));
        let parts: Vec<String> = std::iter::once(line).chain(because).collect();
        let between = if session.plain { ", " } else { " · " };
        writeln!(session.out, "{}", parts.join(between))?;
    }
    Ok(())
}

fn columns(session: &Session, opened: &mut Opened, entry: &Entry) -> String {
    let post = &entry.post;
    let when = match post.when {
        Some(when) if when.has_time() => {
            when.wall(opened.zone()).format("%Y-%m-%d %H:%M").to_string()
        }
        Some(when) => when.date(opened.zone()).to_string(),
        None => session.words.stage(Stage::Idea),
    };
    let mark = mark(opened, entry);
    let strip = pad(&strip(opened, &post.channels), 11);
    let title = marked_title(opened, entry, &post.channels);
    format!("{}  {}  {mark}  {strip}  {title}", post.id, pad(&when, 16))
}

/// What is said of a post besides its stage, most urgent first.
pub fn flags_of(opened: &mut Opened, entry: &Entry) -> Vec<Flag> {
    let (stage, waiting) = (opened.shelf.stage(entry), opened.waiting(&entry.post.id));
    let late = Stage::is_late(&entry.post, opened.now);
    let frozen = opened.is_frozen(&entry.post, &entry.post.channels);
    flags((stage, frozen), &opened.findings(entry, None), late, waiting)
}

/// The same mark as on the cards of the week.
pub fn mark(opened: &mut Opened, entry: &Entry) -> &'static str {
    let flag = flags_of(opened, entry).into_iter().next();
    flag.map_or(opened.shelf.stage(entry).glyph(false), |flag| flag.glyph(false))
}

fn plain(session: &Session, opened: &mut Opened, entry: &Entry) -> String {
    let post = &entry.post;
    let mut said = vec![session.words.stage(opened.shelf.stage(entry))];
    said.extend(flags_of(opened, entry).into_iter().map(|flag| session.words.flag(flag)));
    said.extend(post.when.map(|when| session.when(when, opened.now)));
    said.extend(post.channels.iter().map(|key| super::line::channel_name(opened, key)));
    said.extend(
        post.pillar
            .as_deref()
            .map(|key| reveal_line(opened.workspace.pillar_name(key)).into_owned()),
    );
    said.extend(
        thread_on(opened, entry, &post.channels).map(|of| session.words.calendar_thread(of)),
    );
    format!("{} ({}): {}", title(entry), post.id, said.join(", "))
}
