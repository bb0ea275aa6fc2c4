//! `palinsesto voice`: how the brand writes, measured on its published posts.
//!
//! Each language by itself, with how many posts stand behind the figures; then the rules
//! that its decisions have taught, which `learned.rs` tells and answers.

use super::{Exit, Opened, Session, Stop, Verb, json, learned};
use crate::checks::{self, CheckContext, networks};
use crate::domain::{Address, Finding, FindingKind, Habit, Habits, Post, Stage, Voices};
use crate::i18n::Words;
use crate::text::{TextLanguage, reveal_line};
use clap::{ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    let voices = voices(&opened);
    let languages = [TextLanguage::Italian, TextLanguage::English];
    let measured = languages.map(|language| (language, voices.habits(language).clone()));
    if session.json {
        let rows: Vec<Value> = measured.iter().map(row).collect();
        let words = &session.words;
        let proposed = lessons.proposed.iter().map(|found| learned::proposed_json(found, words));
        let value = json!({
            "format": json::FORMAT,
            "needed": Habits::NEEDED,
            "voices": rows,
            "learned": lessons.learned.iter().map(learned::learned_json).collect::<Vec<_>>(),
            "proposals": proposed.collect::<Vec<_>>(),
            "decisions": lessons.decisions,
        });
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    for (language, habits) in &measured {
        tell(session, *language, habits)?;
    }
    learned::tell(session, &lessons)?;
    Ok(Exit::Fine)
}

/// How all published posts in memory are written.
pub fn voices(opened: &Opened) -> Voices {
    let posts = opened.shelf.entries().map(|entry| &entry.post);
    Voices::of(opened.workspace.first_language(), posts)
}

/// What is to be said of how a post is written. A hint by itself is for the one who writes,
/// not for a list of what is wrong, and an idea is not held against the voice yet.
pub fn written(opened: &Opened, post: &Post, voices: &Voices) -> Vec<Finding> {
    let context = CheckContext {
        workspace: &opened.workspace,
        networks: networks(),
        exists: &|_| true,
        voices: (Stage::of_post(post) == Stage::Planned).then_some(voices),
    };
    let mut found = checks::prose(post, &context);
    found.retain(|finding| !matches!(finding.kind, FindingKind::Smell { company: false, .. }));
    found
}

fn row((language, habits): &(TextLanguage, Arc<Habits>)) -> Value {
    let evidence = habits.is_evidence();
    let mut value = json!({ "lang": language.tag(), "posts": habits.posts, "evidence": evidence });
    if !evidence {
        return value;
    }
    for habit in Habit::ALL {
        let Some(measure) = habits.measure(habit) else { continue };
        value[habit.code()] =
            json!({ "mean": measure.mean, "high": measure.high, "most": measure.most });
    }
    let addresses: BTreeMap<&str, usize> =
        habits.addresses.iter().map(|(address, count)| (address.code(), *count)).collect();
    let opens: BTreeMap<&str, usize> =
        habits.openings.iter().map(|(opening, count)| (opening.code(), *count)).collect();
    let opening = |(word, count): &(&str, usize)| json!({ "word": word, "posts": count });
    value["closing-questions"] = json!(habits.questions as f64 / habits.posts as f64);
    value["address"] = json!(habits.address().map(Address::code));
    value["addresses"] = json!(addresses);
    value["opens-with"] = json!(opens);
    value["openings"] = json!(habits.first_words().iter().map(opening).collect::<Vec<_>>());
    value
}

fn tell(session: &mut Session, language: TextLanguage, habits: &Habits) -> Result<(), Stop> {
    let words = &session.words;
    let name = match language {
        TextLanguage::Italian => words.voice_italian(),
        TextLanguage::English => words.voice_english(),
    };
    let count = habits.posts as u64;
    let mut lines = Vec::new();
    if habits.is_evidence() {
        lines.push(words.voice_language(name, count));
        for habit in Habit::ALL {
            let Some(measure) = habits.measure(habit) else { continue };
            let (mean, high) = (words.figure(measure.mean), words.figure(measure.high));
            lines.push(format!("  {}", words.voice_row(words.habit(habit), mean, high)));
        }
        lines.push(format!("  {}", words.closings(habits)));
        let all: usize = habits.addresses.values().sum();
        for (address, count) in &habits.addresses {
            let said = words.voice_address(address.code(), *count as u64, all as u64);
            lines.push(format!("  {said}"));
        }
        lines.push(format!("  {}", words.openings(habits)));
        let opening = |(word, count): &(&str, usize)| format!("{word} ({count})");
        let openings: Vec<String> = habits.first_words().iter().map(opening).collect();
        if !openings.is_empty() {
            lines.push(format!("  {}", words.voice_openings(openings.join(", "))));
        }
    } else {
        lines.push(words.voice_no_evidence(name, count, Habits::NEEDED as u64));
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(())
}
