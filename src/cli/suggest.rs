//! `palinsesto suggest POST`: suggestions for a post, kept under `drafts/` for a person
//! to decide about. Never touches the post.

use super::ai::named;
use super::round::Round;
use super::start::ids;
use super::stream::Stopper;
use super::suggested::{as_json, lacked, show_prompt};
use super::{Exit, Opened, Session, Stop, Verb, json, show};
use crate::ai::Source;
use crate::domain::{Brief, Entry, Named, Suggestion, Task, rewrites};
use crate::i18n::Words;
use crate::runtime::{COMPOSER, Known, Profiles, Sources};
use crate::text::reveal_line;
use crate::vocab::{Job, SuggestionAsk};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "suggest", command, run };

/// How many where nobody says.
const USUAL: usize = 3;

fn command(words: &Words) -> Command {
    let option = |id: &'static str, value: String, help: String| {
        Arg::new(id).long(id).value_name(value).help(help)
    };
    let flag = |id: &'static str, help: String| {
        Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
    };
    // Their words are those of files and settings, the same in every language.
    let task = |task: Task| format!("{} ({})", task.code(), named(words, task));
    let tasks = Task::ALL.map(task).join(", ");
    Command::new("suggest").about(words.cli_suggest()).args([
        show::post_arg(words),
        option("topic", words.cli_value_text(), words.cli_arg_topic()),
        option("tone", words.cli_value_key(), words.cli_arg_tone()),
        option("audience", words.cli_value_key(), words.cli_arg_audience()),
        option("channel", words.cli_value_channel(), words.cli_arg_suggest_channel()),
        option("language", "it|en".to_owned(), words.cli_arg_language()),
        option("instruction", words.cli_value_text(), words.cli_arg_instruction()),
        option("number", "N".to_owned(), words.cli_arg_suggest_number(USUAL as u64))
            .short('n')
            .value_parser(value_parser!(u64).range(1..=12)),
        option("profile", words.cli_value_key(), words.cli_arg_profile()),
        option("task", words.cli_value_task(), words.cli_arg_task(tasks))
            .value_parser(Task::ALL.map(Task::code))
            .hide_possible_values(true),
        flag("notes", words.cli_arg_notes()),
        flag("new-post", words.cli_arg_new_post()),
        flag("prompt", words.cli_arg_prompt()),
        flag("dry-run", words.cli_arg_dry_run()),
    ])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = show::post(session, &mut opened, args)?;
    let wanted = wanted(args, session, &mut opened, &entry)?;
    can_be_asked(args, session, &wanted.brief)?;
    let stopper = Stopper::listen()?;
    let source = match source(args, session, &opened, &wanted.profile, &stopper) {
        Err(_) if stopper.code().is_some() => return stopped(session, &stopper, None),
        opened => opened?,
    };
    opened.load_all();
    if args.get_one::<String>("topic").is_none() && entry.post.title.trim().is_empty() {
        let topic = reveal_line(&wanted.brief.topic).into_owned();
        session.remark(&session.words.cli_suggest_first_line(topic))?;
    }
    let ask = known(&mut opened).ask(&wanted, opened.now.utc);
    if args.get_flag("prompt") {
        return show_prompt(session, &source.prompt(&ask));
    }
    let round = Round {
        source: source.as_ref(),
        ask,
        wanted: &wanted,
        opened: &opened,
        stopper: &stopper,
        entry: &entry,
        keeps: !args.get_flag("dry-run"),
    };
    let mut made = Vec::new();
    let ended = round.write(session, &mut made);
    told(session, &round, &made, ended)
}

/// What only a person can add has to be there before anybody is asked.
fn can_be_asked(args: &ArgMatches, session: &Session, brief: &Brief) -> Result<(), Stop> {
    let words = &session.words;
    if brief.new_post.is_some() && brief.task != Task::Translate {
        return Err(Stop::said(words.cli_new_post_of_what(), words.cli_next_new_post()));
    }
    let said = args.get_one::<String>("topic").is_some_and(|topic| !topic.trim().is_empty());
    if brief.task == Task::Reply && !said {
        return Err(Stop::said(words.cli_reply_to_what(), words.cli_next_reply()));
    }
    Ok(())
}

/// Who writes. What would be sent is shown to whoever has no key, or does not want it asked
/// for yet.
fn source(
    args: &ArgMatches,
    session: &Session,
    opened: &Opened,
    profile: &str,
    stopper: &Stopper,
) -> Result<Arc<dyn Source>, Stop> {
    let settings = session.settings.config.clone();
    // What was typed has to exist; what the folder asks for may be unknown on this machine.
    let typed = args.get_one::<String>("profile").is_some();
    let preferred = opened.workspace.ai_profile.clone().filter(|_| !typed);
    let profiles = Profiles::new(settings, preferred);
    let source = if args.get_flag("prompt") {
        profiles.to_be_read(profile)
    } else {
        profiles.open(profile, &stopper.cancel)
    };
    Ok(source?)
}

/// What the folder knows, with its posts and what was suggested for them.
fn known(opened: &mut Opened) -> Known {
    let known = Known::new(opened.workspace.clone());
    let all: Vec<_> = opened.shelf.entries().cloned().collect();
    let suggested = opened.folder.suggested();
    for post in all.iter().map(|entry| &entry.post) {
        let some = suggested.contains(&post.id);
        let made = if some { opened.suggestions(&post.id) } else { Vec::new() };
        known.learn_post(post, made.iter().map(AsRef::as_ref));
    }
    known
}

/// What was made is said however it ended.
fn told(
    session: &mut Session,
    round: &Round,
    made: &[Suggestion],
    ended: Result<(), Stop>,
) -> Result<Exit, Stop> {
    if session.json && (ended.is_ok() || !made.is_empty()) {
        print_made(session, round.opened, made)?;
    }
    if round.stopper.code().is_some() {
        return stopped(session, round.stopper, made.last().filter(|_| round.keeps));
    }
    ended?;
    if let Some(last) = made.last().filter(|_| !session.json) {
        lacked(session, &last.source.remarks)?;
        if round.keeps {
            let remark = session.words.cli_suggested(round.entry.post.id.as_str());
            session.remark(&remark)?;
        }
    }
    Ok(Exit::Fine)
}

fn print_made(session: &mut Session, opened: &Opened, made: &[Suggestion]) -> Result<(), Stop> {
    let rows: Vec<_> = made.iter().map(|one| as_json(one, &opened.workspace)).collect();
    session.print_json(&json!({ "format": json::FORMAT, "suggestions": rows }))
}

/// After a signal; `last` is what was kept last in this run.
fn stopped(
    session: &mut Session,
    stopper: &Stopper,
    last: Option<&Suggestion>,
) -> Result<Exit, Stop> {
    let words = &session.words;
    let remark = match last {
        None => words.cli_stopped(),
        Some(last) if last.fragment.is_none() => words.cli_stopped_between(last.post.as_str()),
        Some(last) => words.cli_stopped_kept(last.post.as_str()),
    };
    session.remark(&format!("\n{remark}"))?;
    Ok(stopper.code().map_or(Exit::Fine, Exit::Ended))
}

/// A name that is none of the brand's; a brand that has named none takes any.
fn unknown<'a>(said: Option<&'a String>, own: &[Named]) -> Option<&'a str> {
    let said = said.map(String::as_str)?;
    let known = own.is_empty() || own.iter().any(|named| named.key == said);
    (!known && !said.trim().is_empty()).then_some(said)
}

fn refused(sentence: String, own: &[Named], words: &Words) -> Stop {
    let keys: Vec<&str> = own.iter().map(|named| named.key.as_str()).collect();
    Stop::said(sentence, words.next_one_of(reveal_line(&keys.join(", "))))
}

/// The brief: what was said, and the post where nothing was.
fn wanted(
    args: &ArgMatches,
    session: &Session,
    opened: &mut Opened,
    entry: &Entry,
) -> Result<SuggestionAsk, Stop> {
    let one = |id: &str| args.get_one::<String>(id).cloned();
    let post = &entry.post;
    if let Some(key) = args.get_one::<String>("channel") {
        show::known_channel(session, opened, key)?;
    }
    let voice = &opened.workspace.voice;
    let words = &session.words;
    if let Some(tone) = unknown(args.get_one("tone"), &voice.tones) {
        return Err(refused(words.cli_unknown_tone(reveal_line(tone)), &voice.tones, words));
    }
    if let Some(audience) = unknown(args.get_one("audience"), &voice.audiences) {
        let sentence = words.cli_unknown_audience(reveal_line(audience));
        return Err(refused(sentence, &voice.audiences, words));
    }
    let channel = one("channel").or_else(|| post.channels.first().cloned());
    let text = channel.as_deref().map_or(post.text.as_str(), |key| post.text_for(key));
    let of_folder = opened.workspace.ai_profile.as_deref();
    let task = one("task").and_then(|code| Task::from_code(&code)).unwrap_or_default();
    let usual = session.settings.config.profile_for(task, of_folder);
    let profile = one("profile").or(usual);
    Ok(SuggestionAsk {
        job: Job(0),
        profile: profile.unwrap_or_else(|| COMPOSER.to_owned()),
        human: Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
        link: post.link.clone(),
        campaign: post.campaign.clone(),
        pillar: post.pillar.clone(),
        day: post.when.map(|when| when.wall(opened.workspace.zone).date()),
        notes: post.notes.clone().filter(|_| args.get_flag("notes")),
        brief: Brief {
            task,
            topic: one("topic").unwrap_or_else(|| post.topic().to_owned()),
            tone: one("tone"),
            audience: one("audience"),
            lang: one("language").or_else(|| post.lang.clone()),
            instruction: one("instruction"),
            angle: None,
            hook: None,
            length: None,
            notes: args.get_flag("notes"),
            new_post: args
                .get_flag("new-post")
                .then(|| ids().map(|ids| ids.fresh()))
                .transpose()?,
            channel,
        },
        variation: 0,
        of: args.get_one::<u64>("number").map_or(USUAL, |number| *number as usize),
        rewrites: opened
            .suggestions(&post.id)
            .iter()
            .flat_map(|suggestion| rewrites(suggestion, text))
            .collect(),
        decided: opened.suggestions(&post.id).iter().map(|s| s.as_ref().clone()).collect(),
    })
}
