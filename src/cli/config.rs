//! `palinsesto config`: where the user's settings are, what is in force, what is wrong.

use super::session::shown;
use super::{Exit, Session, Stop, Verb, json};
use crate::config::{Config, EXAMPLE, ModelProfile, Profile};
use crate::i18n::Words;
use crate::keymap::Keymap;
use crate::text::reveal_line;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

pub const VERB: Verb = Verb { name: "config", command, run };

fn command(words: &Words) -> Command {
    let example = Arg::new("example")
        .long("example")
        .action(ArgAction::SetTrue)
        .help(words.cli_arg_example());
    Command::new("config").about(words.cli_config()).arg(example)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    if args.get_flag("example") {
        session.out.write_all(EXAMPLE.as_bytes())?;
        return Ok(Exit::Fine);
    }
    let settings = session.settings.clone();
    let keys = Keymap::builtin().with_overrides(&settings.config.keys);
    let faults: Vec<String> = keys.1.iter().map(|fault| session.words.key_fault(fault)).collect();
    let bad = !settings.problems.is_empty() || !faults.is_empty();
    if session.json {
        let words = &session.words;
        let value = json!({
            "format": json::FORMAT,
            "path": settings.path.as_ref().map(|path| path.to_string_lossy().into_owned()),
            "exists": settings.path.as_ref().is_some_and(|path| path.is_file()),
            "lang": words.language().tag(),
            "theme": settings.config.theme,
            "plain": session.plain,
            "by": settings.config.by,
            "profiles": profiles(&settings.config),
            "problems": settings.problems.iter().map(|p| json::problem(words, p)).collect::<Vec<_>>(),
            "key_faults": faults,
        });
        session.print_json(&value)?;
    } else {
        as_text(session, &faults)?;
    }
    Ok(if bad { Exit::Found } else { Exit::Fine })
}

/// Kind, model and address of each; where a key is, never the key.
fn profiles(config: &Config) -> serde_json::Value {
    let row = |(name, profile): (&String, &Profile)| {
        let value = match profile {
            Profile::Model(own) => {
                json!({ "kind": profile.code(), "model": own.model, "base_url": address(own) })
            }
            Profile::Command(own) => json!({ "kind": profile.code(), "command": own.command }),
            Profile::Composer => json!({ "kind": profile.code() }),
        };
        (name.clone(), value)
    };
    config.profiles.iter().map(row).collect::<serde_json::Map<_, _>>().into()
}

/// Without its query, in which a key may hide.
fn address(profile: &ModelProfile) -> &str {
    profile.base_url.split('?').next().unwrap_or_default()
}

fn as_text(session: &mut Session, faults: &[String]) -> Result<(), Stop> {
    let settings = session.settings.clone();
    let words = &session.words;
    let mut lines = vec![match &settings.path {
        Some(path) if path.is_file() => words.cli_config_at(shown(path)),
        Some(path) => words.cli_config_none(shown(path)),
        None => words.cli_config_no_home(),
    }];
    let usual = || words.cli_config_usual();
    lines.push(format!("lang: {}", words.language().tag()));
    lines.push(format!("theme: {}", settings.config.theme.clone().unwrap_or_else(usual)));
    lines.push(format!("plain: {}", session.plain));
    lines.push(format!("by: {}", settings.config.by.clone().unwrap_or_else(usual)));
    for (name, profile) in &settings.config.profiles {
        let what = match profile {
            Profile::Model(own) => format!("{} · {}", own.model, address(own)),
            Profile::Command(own) => own.command.join(" "),
            Profile::Composer => String::new(),
        };
        lines.push(format!("ai.profiles.{name}: {} {what}", profile.code()));
    }
    for (task, name) in &settings.config.tasks {
        lines.push(format!("ai.tasks.{}: {name}", task.setting()));
    }
    for (name, keys) in &settings.config.keys {
        lines.push(format!("keys.{name}: {}", keys.join(" ")));
    }
    for problem in &settings.problems {
        let told = words.problem(&problem.kind);
        let place = format!("{}:{}:{}", problem.path, problem.line.max(1), problem.column.max(1));
        lines.push(format!("{place}: {}. {}", told.sentence, told.next));
    }
    lines.extend(faults.iter().cloned());
    if settings.path.as_ref().is_some_and(|path| !path.is_file()) {
        lines.push(words.cli_config_example());
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(line.trim_end()))?;
    }
    Ok(())
}
