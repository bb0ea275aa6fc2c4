//! `palinsesto new TITLE`: a new post, or an idea where no day is said.

use super::line::channel_name;
use super::show::{known_channel, shown};
use super::start::ids;
use super::{Exit, Opened, Session, Stop, Verb, json, week::joined};
use crate::domain::{
    Change, ChangeSet, Channel, ChannelKey, Label, Post, Slot, When, file_path, phrase,
};
use crate::i18n::Words;
use crate::text::{TextLanguage, from_pages, reveal_line};
use chrono::Datelike as _;
use clap::{Arg, ArgAction, ArgMatches, Command};

pub const VERB: Verb = Verb { name: "new", command, run };

fn command(words: &Words) -> Command {
    let option = |id: &'static str, value: String, help: String| {
        Arg::new(id).long(id).value_name(value).help(help)
    };
    Command::new("new").about(words.cli_new()).args([
        Arg::new("title")
            .value_name(words.cli_value_title())
            .num_args(1..)
            .required(true)
            .help(words.cli_arg_title()),
        option("when", words.cli_value_when(), words.cli_arg_when()),
        option("channel", words.cli_value_channel(), words.cli_arg_channel())
            .action(ArgAction::Append),
        option("text", words.cli_value_text(), words.cli_arg_text()),
        option("pillar", words.cli_value_key(), words.cli_arg_pillar()),
        option("campaign", words.cli_value_key(), words.cli_arg_campaign()),
        option("label", words.cli_value_key(), words.cli_arg_label()).action(ArgAction::Append),
        option("language", "it|en".to_owned(), words.cli_arg_language()),
        option("link", "URL".to_owned(), words.cli_arg_link()),
    ])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let said = args.get_one::<String>("language").is_some();
    let mut post = post(args, session, &opened)?;
    let unsaid = channel_for(&post, &opened);
    post.channels.extend(unsaid.clone());
    let path = file_path(&post, opened.zone());
    let change = Change::Create { path: path.clone(), post: Box::new(post.clone()) };
    if let Err(stop) = opened.apply(session, &ChangeSet::one(Label::New, change)) {
        not_written(session, &post.text)?;
        return Err(stop);
    }
    let Some(entry) = opened.load_path(&path) else { return Ok(Exit::Trouble) };
    if session.json {
        session.print_json(&json::one_post(&mut opened, &session.words, &entry))?;
        return Ok(Exit::Fine);
    }
    let shown = reveal_line(path.as_str()).into_owned();
    if let Some(when) = post.when {
        writeln!(session.out, "{}", session.words.cli_new_post_made(shown))?;
        let when = session.when(when, opened.now);
        writeln!(session.out, "{}: {when}", session.words.cli_field_when())?;
    } else {
        writeln!(session.out, "{}", session.words.cli_new_idea_made(shown))?;
        writeln!(session.out, "{}", session.words.cli_new_idea(post.id.as_str()))?;
    }
    if let Some(key) = unsaid {
        let name = channel_name(&opened, &key);
        writeln!(session.out, "{}", session.words.cli_new_channel(name))?;
    }
    let usual = opened.workspace.first_language();
    if let Some(lang) = post.lang.as_deref().filter(|lang| *lang != usual && !said) {
        let name = session.words.language_name(lang);
        writeln!(session.out, "{}", session.words.cli_new_language(name, usual))?;
    }
    Ok(Exit::Fine)
}

/// The channel of a post with a day for which none was said: the one that has this time
/// among its usual ones, else the brand's first, as on the screen. None without a day.
fn channel_for(post: &Post, opened: &Opened) -> Option<ChannelKey> {
    let wall = post.when.filter(|_| post.channels.is_empty())?.wall(opened.zone());
    let timed = post.when.is_some_and(When::has_time);
    let usual = |channel: &&Channel| {
        let same = |slot: &Slot| slot.day == wall.weekday() && slot.time == wall.time();
        timed && channel.slots.iter().any(same)
    };
    let channels = &opened.workspace.channels;
    channels.iter().find(usual).or(channels.first()).map(|channel| channel.key.clone())
}

/// A text that no file has is given back to whoever typed it.
fn not_written(session: &mut Session, text: &str) -> Result<(), Stop> {
    if text.trim().is_empty() || session.json {
        return Ok(());
    }
    let said = session.words.cli_not_written();
    session.remark(&said)?;
    writeln!(session.out, "{}", shown(session, text)).map_err(Stop::from)
}

fn post(args: &ArgMatches, session: &Session, opened: &Opened) -> Result<Post, Stop> {
    let one = |id: &str| args.get_one::<String>(id).cloned();
    let many = |id: &str| args.get_many::<String>(id).unwrap_or_default().cloned().collect();
    let mut post = Post::new(ids()?.fresh(), joined(args, "title"));
    if one("when").is_none() {
        no_day_among(args, session, opened)?;
    }
    if let Some(text) = one("when") {
        post.when = Some(session.moment_to_write(&text, opened.now)?);
    }
    post.channels = many("channel");
    for key in &post.channels {
        known_channel(session, opened, key)?;
    }
    post.pillar = one("pillar");
    if let Some(key) = &post.pillar {
        known_pillar(session, opened, key)?;
    }
    post.campaign = one("campaign");
    post.labels = many("label");
    post.link = one("link");
    post.text = match one("text").as_deref() {
        // Pages of a text are messages of a thread.
        Some("-") => from_pages(&super::count::text_of(&super::count::read(session, "-")?)),
        Some(text) => from_pages(&super::count::text_of(text)),
        None => String::new(),
    };
    let usual = opened.workspace.first_language();
    // Nothing is guessed from a few words.
    let evident = || {
        TextLanguage::evident(&post.text).map_or(usual.to_owned(), |seems| seems.tag().to_owned())
    };
    post.lang = Some(one("language").unwrap_or_else(evident));
    Ok(post)
}

/// Words that begin the title and are a day and a time were meant as such: they are never
/// made a title in silence.
fn no_day_among(args: &ArgMatches, session: &Session, opened: &Opened) -> Result<(), Stop> {
    let said: Vec<&str> =
        args.get_many::<String>("title").unwrap_or_default().map(String::as_str).collect();
    let is_when = |phrase: &str| {
        let read = phrase::parse(phrase, opened.now.local());
        let signs = |c: char| c == '/' || c == '-' || c == ':';
        let figures = phrase.contains(signs) && phrase.contains(|c: char| c.is_ascii_digit());
        read.is_ok_and(|read| read.time.is_some() || figures)
    };
    let whole = (1..=said.len()).rev().find(|count| is_when(&said[..*count].join(" ")));
    let Some(count) = whole else { return Ok(()) };
    let words = &session.words;
    let (phrase, title) = (said[..count].join(" "), said[count..].join(" "));
    let title = if title.is_empty() { words.cli_value_title() } else { title };
    let (phrase, title) = (reveal_line(&phrase).into_owned(), reveal_line(&title).into_owned());
    Err(Stop::said(words.cli_new_is_a_day(phrase.clone()), words.cli_next_new_when(phrase, title)))
}

fn known_pillar(session: &Session, opened: &Opened, key: &str) -> Result<(), Stop> {
    let keys: Vec<&str> = opened.workspace.pillars.iter().map(|p| p.key.as_str()).collect();
    if keys.contains(&key) {
        return Ok(());
    }
    let words = &session.words;
    let sentence = words.finding_unknown_pillar(reveal_line(key));
    let next = if keys.is_empty() {
        words.next_add_pillar(reveal_line(key))
    } else {
        words.next_one_of(reveal_line(&keys.join(", ")))
    };
    Err(Stop::said(sentence, next))
}
