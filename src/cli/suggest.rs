//! `palinsesto suggest POST`: suggestions for a post, kept under `drafts/` for a person
//! to decide about. Never touches the post.

use super::start::ids;
use super::{Exit, Opened, Session, Stop, Verb, json, show};
use crate::ai::{Ask, Ended, Prompt, Source, Stop as Cancel};
use crate::domain::{Brief, Change, ChangeSet, ContentHash, Entry, Label, Suggestion};
use crate::i18n::Words;
use crate::runtime::{COMPOSER, Facts, Profiles, Sources};
use crate::text::{reveal, reveal_line};
use crate::vocab::{Job, SuggestionAsk};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

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
        flag("prompt", words.cli_arg_prompt()),
        flag("dry-run", words.cli_arg_dry_run()),
    ])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = show::post(session, &mut opened, args)?;
    let wanted = wanted(args, session, &mut opened, &entry)?;
    let profiles = session.settings.config.profiles.clone();
    let source = Profiles::new(profiles, None).open(&wanted.profile)?;
    opened.load_all();
    let facts = Facts::new(opened.workspace.clone());
    facts.learn_posts(opened.shelf.entries().map(|entry| &entry.post));
    let ask = facts.ask(&wanted, opened.now.utc);
    if args.get_flag("prompt") {
        return show_prompt(session, &source.prompt(&ask));
    }
    let mut made = Vec::new();
    for number in 1..=wanted.of {
        let suggestion = write(source.as_ref(), &ask.numbered(number), &wanted, &opened, &entry)?;
        if !args.get_flag("dry-run") {
            let change = Change::Suggest(Box::new(suggestion.clone()));
            opened.apply(session, &ChangeSet::one(Label::Suggest, change))?;
        }
        if !session.json {
            print(session, &suggestion, number, wanted.of, source.describe().is_ai)?;
        }
        made.push(suggestion);
    }
    if session.json {
        let rows: Vec<_> = made.iter().map(as_json).collect();
        session.print_json(&json!({ "format": json::FORMAT, "suggestions": rows }))?;
    } else if !args.get_flag("dry-run") {
        let remark = session.words.cli_suggested(entry.post.id.as_str());
        session.remark(&remark)?;
    }
    Ok(Exit::Fine)
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
    let channel = one("channel").or_else(|| post.channels.first().cloned());
    let text = channel.as_deref().map_or(post.text.as_str(), |key| post.text_for(key));
    let profile = one("profile").or_else(|| opened.workspace.ai_profile.clone());
    Ok(SuggestionAsk {
        job: Job(0),
        profile: profile.unwrap_or_else(|| COMPOSER.to_owned()),
        human: Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
        brief: Brief {
            topic: one("topic").unwrap_or_else(|| post.display_title().to_owned()),
            tone: one("tone"),
            audience: one("audience"),
            lang: one("language").or_else(|| post.lang.clone()),
            instruction: one("instruction"),
            channel,
        },
        variation: 0,
        of: args.get_one::<u64>("number").map_or(USUAL, |number| *number as usize),
        decided: opened.suggestions(&post.id).iter().map(|s| s.as_ref().clone()).collect(),
    })
}

fn write(
    source: &dyn Source,
    ask: &Ask,
    wanted: &SuggestionAsk,
    opened: &Opened,
    entry: &Entry,
) -> Result<Suggestion, Stop> {
    let written = source.write(ask, &mut |_| {}, &Cancel::new())?;
    if let Ended::Broken(failure) = written.ended {
        return Err(failure.into());
    }
    let hash = wanted.human.as_ref().map(|text| ContentHash::of(text.as_bytes()).to_string());
    Ok(Suggestion {
        id: ids()?.fresh(),
        post: entry.post.id.clone(),
        at: opened.now.utc,
        brief: wanted.brief.clone(),
        source: source.prompt(ask).source(hash),
        fragment: written.ended.is_fragment(),
        text: written.text,
        hashtags: written.hashtags,
        decisions: Vec::new(),
    })
}

/// Exactly what would be sent, and to whom; nothing is.
fn show_prompt(session: &mut Session, prompt: &Prompt) -> Result<Exit, Stop> {
    if session.json {
        let value = json!({
            "format": json::FORMAT,
            "provider": prompt.to.provider,
            "model": prompt.to.model,
            "host": prompt.to.host,
            "template": prompt.template,
            "sent": prompt.sent,
        });
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    let to = match &prompt.to.host {
        Some(host) => session.words.cli_prompt_to(reveal_line(host), prompt.to.model.as_str()),
        None => session.words.cli_prompt_here(prompt.to.model.as_str()),
    };
    writeln!(
        session.out,
        "{}\n\n{}\n\n{}",
        reveal_line(&to),
        reveal(&prompt.system),
        reveal(&prompt.user)
    )?;
    Ok(Exit::Fine)
}

fn print(
    session: &mut Session,
    suggestion: &Suggestion,
    number: usize,
    of: usize,
    is_ai: bool,
) -> Result<(), Stop> {
    let words = &session.words;
    let by = if is_ai { suggestion.source.model.clone() } else { words.cli_by_composer() };
    let cut =
        if suggestion.fragment { format!(" · {}", words.cli_fragment()) } else { String::new() };
    writeln!(session.out, "── {number}/{of} · {}{cut}", reveal_line(&by))?;
    writeln!(session.out, "{}", reveal(suggestion.text.shown()))?;
    if !suggestion.hashtags.is_empty() {
        let tags: Vec<String> = suggestion.hashtags.iter().map(|tag| format!("#{tag}")).collect();
        writeln!(session.out, "{}", reveal_line(&tags.join(" ")))?;
    }
    writeln!(session.out)?;
    // A slow source should not keep the ones that are ready waiting.
    session.out.flush().map_err(Stop::from)
}

pub fn as_json(suggestion: &Suggestion) -> serde_json::Value {
    json!({
        "id": suggestion.id.as_str(),
        "post": suggestion.post.as_str(),
        "path": suggestion.path().as_str(),
        "provider": suggestion.source.provider,
        "model": suggestion.source.model,
        "text": suggestion.text.shown(),
        "hashtags": suggestion.hashtags,
        "fragment": suggestion.fragment,
    })
}
