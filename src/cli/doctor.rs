//! `palinsesto doctor`: what this machine, this terminal and this folder give, and what
//! is worth knowing about each. Changes nothing that stays, unless a person types that a
//! ledger that is not as it was written is to be set aside.

mod approvals;
mod ledger;

use super::settings::variable;
use super::{Exit, Session, Stop, Verb, json, look};
use crate::domain::Failure;
use crate::git::{self, Leash, Trouble};
use crate::i18n::Words;
use crate::storage::{Tier, Watch, can_keep, state_home, state_path, tier};
use crate::text::reveal_line;
use crate::ui::Colors;
use crate::vocab::Notice;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

pub const VERB: Verb = Verb { name: "doctor", command, run };

const ASIDE: &str = "set-ledger-aside";

/// One thing looked at. `advice` is there where something could be better.
struct Row {
    code: &'static str,
    name: String,
    value: String,
    advice: Option<String>,
    bad: bool,
}

fn row(code: &'static str, name: String, value: impl Into<String>) -> Row {
    Row { code, name, value: value.into(), advice: None, bad: false }
}

fn command(words: &Words) -> Command {
    let aside = Arg::new(ASIDE).long(ASIDE).action(ArgAction::SetTrue);
    Command::new("doctor").about(words.cli_doctor()).arg(aside.help(words.cli_arg_set_aside()))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    if args.get_flag(ASIDE) {
        return ledger::set_aside(session);
    }
    let mut rows = machine(&session.words);
    rows.extend(terminal(&session.words));
    rows.push(settings(session));
    rows.push(state(session));
    rows.extend(folder(session));
    let bad = rows.iter().any(|row| row.bad);
    if session.json {
        let checks: Vec<_> = rows
            .iter()
            .map(|row| {
                json!({
                    "code": row.code, "value": row.value, "advice": row.advice, "ok": !row.bad,
                })
            })
            .collect();
        session.print_json(&json!({ "format": json::FORMAT, "checks": checks }))?;
    } else {
        for row in &rows {
            let mark = if row.bad { "✗ " } else { "" };
            writeln!(session.out, "{mark}{}: {}", row.name, reveal_line(&row.value))?;
            if let Some(advice) = &row.advice {
                writeln!(session.out, "    {}", reveal_line(advice))?;
            }
        }
    }
    Ok(if bad { Exit::Found } else { Exit::Fine })
}

fn machine(words: &Words) -> Vec<Row> {
    let zone = iana_time_zone::get_timezone().unwrap_or_else(|_| "–".into());
    vec![
        row("version", words.cli_doctor_version(), env!("CARGO_PKG_VERSION")),
        row("zone", words.cli_doctor_zone(), zone),
        row("tzdb", words.cli_doctor_tzdb(), chrono_tz::IANA_TZDB_VERSION),
        git_version(words),
    ]
}

fn git_version(words: &Words) -> Row {
    let (version, advice) = match git::version() {
        Ok(version) => (version, None),
        Err(Trouble::Silent { seconds }) => {
            ("–".to_owned(), Some(words.failure(&Failure::GitSilent { seconds }).sentence))
        }
        Err(_) => ("–".to_owned(), Some(words.cli_doctor_git_missing())),
    };
    Row { advice, ..row("git-version", "git".into(), version) }
}

fn terminal(words: &Words) -> Vec<Row> {
    let value = |name: &str| variable(name).unwrap_or_else(|| "–".into());
    let mut term = row("terminal", words.cli_doctor_terminal(), value("TERM"));
    if variable("TERM").is_none_or(|term| term == "dumb") {
        term.advice = Some(words.cli_doctor_no_terminal());
    }
    let colours = match look::colors() {
        Colors::None => words.cli_doctor_no_colours(),
        Colors::Ansi16 => "16".to_owned(),
        Colors::Ansi256 => "256".to_owned(),
        Colors::True => words.cli_doctor_true_colours(),
    };
    let mut rows = vec![term, row("colours", words.cli_doctor_colours(), colours)];
    if variable("TMUX").is_some() {
        let mut tmux = row("tmux", "tmux".into(), words.cli_doctor_tmux());
        tmux.advice = Some("set -sg escape-time 10".into());
        rows.push(tmux);
    }
    let editor = variable("VISUAL").or_else(|| variable("EDITOR"));
    let mut row = row("editor", words.cli_doctor_editor(), editor.clone().unwrap_or("–".into()));
    row.advice = editor.is_none().then(|| words.next_editor());
    rows.push(row);
    rows
}

fn settings(session: &Session) -> Row {
    let path = session.settings.path.as_ref().map(|path| path.to_string_lossy().into_owned());
    let words = &session.words;
    let mut row = row("settings", words.cli_doctor_settings(), path.unwrap_or("–".into()));
    if !session.settings.problems.is_empty() {
        row.bad = true;
        row.advice = Some(words.next_config());
    }
    row
}

/// Where the versions kept, the trash and unsaved text are.
fn state(session: &mut Session) -> Row {
    let home = state_home();
    let path = home.as_ref().map(|path| path.to_string_lossy().into_owned());
    let opened = session.open().ok();
    let words = &session.words;
    let mut row = row("state", words.cli_doctor_state(), path.unwrap_or("–".into()));
    if home.is_none() {
        row.bad = true;
        row.advice = Some(words.cli_next_home());
    }
    let of_folder = |home: PathBuf| match &opened {
        Some(opened) => state_path(&home, &opened.workspace.id, opened.folder.root()),
        None => home,
    };
    if let Some(Err(failure)) = home.map(|home| can_keep(&of_folder(home))) {
        row.bad = true;
        row.advice = Some(words.notice(&Notice::NotKept(failure)));
    }
    row
}

fn saving(words: &Words, root: &Path) -> Row {
    let tier = tier(root);
    let value = match tier {
        Tier::Exchange => words.cli_doctor_exchange(),
        Tier::LinkKeepRename => words.cli_doctor_link(),
        Tier::None => words.cli_doctor_no_saving(),
    };
    let mut row = row("saving", words.cli_doctor_saving(), format!("{value} ({})", tier.code()));
    if tier == Tier::None {
        row.bad = true;
        row.advice = Some(words.next_permissions());
    }
    row
}

fn watching(words: &Words, root: &Path) -> Row {
    let hears = Watch::start(root, channel().0).is_some_and(|watch| watch.hears());
    let value = if hears { words.cli_doctor_hears() } else { words.cli_doctor_deaf() };
    let mut row = row("watching", words.cli_doctor_watching(), value);
    row.advice = (!hears).then(|| words.cli_doctor_on_focus());
    row
}

fn folder(session: &mut Session) -> Vec<Row> {
    let name = session.words.cli_doctor_folder();
    let mut opened = match session.open() {
        Ok(opened) => opened,
        Err(stop) => {
            let told = stop.told(&session.words);
            return vec![Row {
                code: "folder",
                name,
                value: told.sentence,
                advice: Some(told.next),
                bad: true,
            }];
        }
    };
    let words = &session.words;
    opened.load_all();
    let root = opened.folder.root().to_owned();
    let mut posts =
        row("posts", words.cli_doctor_posts(), opened.shelf.entries().count().to_string());
    if opened.shelf.problems().next().is_some() {
        posts.bad = true;
        posts.advice = Some(words.cli_some_problems(opened.shelf.problems().count() as u64));
    }
    let mut history = row("git", words.cli_doctor_history(), "–");
    let status = git::status_on(&root, &Leash::default());
    if let Ok(status) = status {
        let branch = status.branch.unwrap_or_else(|| "HEAD".into());
        history.value =
            format!("{branch} ✎{} ↑{} ↓{}", status.changed, status.ahead, status.behind);
    } else if let Err(Trouble::Silent { seconds }) = status {
        history.advice = Some(words.failure(&Failure::GitSilent { seconds }).next);
    } else {
        history.advice = Some(words.cli_doctor_no_git());
    }
    let by = session.settings.config.by(git::author(&root));
    let mut author = row("by", words.cli_doctor_by(), by.clone().unwrap_or("–".into()));
    author.advice = by.is_none().then(|| words.cli_doctor_no_by());
    let mut rows = vec![
        row("folder", name, root.to_string_lossy()),
        saving(words, &root),
        watching(words, &root),
        row("brand-zone", words.cli_doctor_brand_zone(), opened.zone().name()),
        posts,
        history,
        author,
    ];
    rows.extend(approvals::rows(words, opened.notary.judge(), opened.now.utc));
    rows.extend(ledger::found(words, &opened));
    rows
}
