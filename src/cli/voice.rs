//! `palinsesto voice`: how the brand writes, measured on its published posts.
//!
//! Each language by itself, with how many posts stand behind the figures; then the rules
//! that its decisions have taught, which `learned.rs` tells and answers.

use super::{Exit, Opened, Session, Stop, Verb, json, learned};
use crate::checks::voice::{Habits, NEEDED, published};
use crate::checks::{self, CheckContext, language_of, networks};
use crate::domain::{Address, Finding, FindingKind, Habit, Post, Stage};
use crate::i18n::Words;
use crate::text::{TextLanguage, reveal_line};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const VERB: Verb = Verb { name: "voice", command, run };

fn command(words: &Words) -> Command {
    Command::new("voice").about(words.cli_voice()).subcommands(learned::commands(words))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    if let Some((verb, args)) = args.subcommand() {
        return learned::answer(verb, args, session);
    }
    let mut opened = session.open()?;
    opened.load_all();
    let lessons = learned::lessons(&mut opened);
    let texts = published(opened.shelf.entries().map(|entry| &entry.post), &opened.workspace);
    let languages = [TextLanguage::Italian, TextLanguage::English];
    let measured = languages.map(|language| {
        let texts: Vec<&str> =
            texts.iter().filter(|(of, _)| *of == language).map(|(_, text)| text.as_str()).collect();
        (language, texts.len(), Habits::of(&texts))
    });
    if session.json {
        let rows: Vec<Value> = measured.iter().map(row).collect();
        let words = &session.words;
        let proposed = lessons.proposed.iter().map(|found| learned::proposed_json(found, words));
        let value = json!({
            "format": json::FORMAT,
            "needed": NEEDED,
            "voices": rows,
            "learned": lessons.learned.iter().map(learned::learned_json).collect::<Vec<_>>(),
            "proposals": proposed.collect::<Vec<_>>(),
            "decisions": lessons.decisions,
        });
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    for (language, count, habits) in &measured {
        tell(session, *language, *count, habits.as_ref())?;
    }
    learned::tell(session, &lessons)?;
    Ok(Exit::Fine)
}

/// The habits of each language there is enough of.
pub fn habits(opened: &Opened) -> BTreeMap<&'static str, Habits> {
    let texts = published(opened.shelf.entries().map(|entry| &entry.post), &opened.workspace);
    let of = |language: TextLanguage| {
        let mine = texts.iter().filter(|(of, _)| *of == language);
        let mine: Vec<&str> = mine.map(|(_, text)| text.as_str()).collect();
        Habits::of(&mine).map(|habits| (language.tag(), habits))
    };
    [TextLanguage::Italian, TextLanguage::English].into_iter().filter_map(of).collect()
}

/// What is to be said of how a post is written. A hint by itself is for the one who writes,
/// not for a list of what is wrong.
pub fn written(
    opened: &Opened,
    post: &Post,
    habits: &BTreeMap<&'static str, Habits>,
) -> Vec<Finding> {
    let context =
        CheckContext { workspace: &opened.workspace, networks: networks(), exists: &|_| true };
    let mut found = checks::prose(post, &context);
    found.retain(|finding| !matches!(finding.kind, FindingKind::Smell { company: false, .. }));
    if Stage::of_post(post) == Stage::Planned {
        let text = post.outgoing("");
        let language = language_of(post.lang.as_deref(), &text, &opened.workspace);
        if let Some(habits) = language.and_then(|language| habits.get(language.tag())) {
            found.extend(habits.strays(&text));
        }
    }
    found
}

fn row((language, count, habits): &(TextLanguage, usize, Option<Habits>)) -> Value {
    let mut value = json!({ "lang": language.tag(), "posts": count, "evidence": habits.is_some() });
    let Some(habits) = habits else { return value };
    for (habit, measure) in &habits.measures {
        value[habit.code()] =
            json!({ "mean": measure.mean, "high": measure.high, "most": measure.most });
    }
    let addresses: BTreeMap<&str, usize> =
        habits.addresses.iter().map(|(address, count)| (address.code(), *count)).collect();
    let opening = |(word, count): &(String, usize)| json!({ "word": word, "posts": count });
    value["closing-questions"] = json!(habits.questions);
    value["address"] = json!(habits.address().map(Address::code));
    value["addresses"] = json!(addresses);
    value["openings"] = json!(habits.openings.iter().map(opening).collect::<Vec<_>>());
    value
}

fn tell(
    session: &mut Session,
    language: TextLanguage,
    count: usize,
    habits: Option<&Habits>,
) -> Result<(), Stop> {
    let words = &session.words;
    let name = match language {
        TextLanguage::Italian => words.voice_italian(),
        TextLanguage::English => words.voice_english(),
    };
    let mut lines = Vec::new();
    if let Some(habits) = habits {
        lines.push(words.voice_language(name, count as u64));
        for habit in Habit::ALL {
            let Some(measure) = habits.measures.get(&habit) else { continue };
            let (mean, high) = (words.figure(measure.mean), words.figure(measure.high));
            lines.push(format!("  {}", words.voice_row(words.habit(habit), mean, high)));
        }
        let percent = words.figure((habits.questions * 100.0).round());
        lines.push(format!("  {}", words.voice_questions(percent)));
        let all: usize = habits.addresses.values().sum();
        for (address, count) in &habits.addresses {
            let said = words.voice_address(address.code(), *count as u64, all as u64);
            lines.push(format!("  {said}"));
        }
        let opening = |(word, count): &(String, usize)| format!("{word} ({count})");
        let openings: Vec<String> = habits.openings.iter().map(opening).collect();
        if !openings.is_empty() {
            lines.push(format!("  {}", words.voice_openings(openings.join(", "))));
        }
    } else {
        lines.push(words.voice_no_evidence(name, count as u64, NEEDED as u64));
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(())
}
