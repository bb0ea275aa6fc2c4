//! `palinsesto keys`: every key in force, with what it does and what to call it in the
//! settings.

use super::{Exit, Session, Stop, Verb, json};
use crate::i18n::Words;
use crate::keymap::{Keymap, Row};
use crate::text::{pad, reveal_line};
use crate::vocab::Scope;
use clap::{ArgMatches, Command};
use serde_json::json;

pub const VERB: Verb = Verb { name: "keys", command, run };

fn command(words: &Words) -> Command {
    Command::new("keys").about(words.cli_keys())
}

fn run(_: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let (keymap, faults) = Keymap::builtin().with_overrides(&session.settings.config.keys);
    for fault in &faults {
        let fault = reveal_line(&session.words.key_fault(fault)).into_owned();
        session.remark(&fault)?;
    }
    let exit = if faults.is_empty() { Exit::Fine } else { Exit::Found };
    if session.json {
        let keys: Vec<_> = keymap.rows().iter().map(|row| as_json(session, row)).collect();
        session.print_json(&json!({ "format": json::FORMAT, "keys": keys }))?;
        return Ok(exit);
    }
    for scope in Scope::ALL {
        let rows: Vec<&Row> = keymap.rows().iter().filter(|row| row.scope == scope).collect();
        if rows.is_empty() {
            continue;
        }
        let heading = session.words.scope(scope);
        writeln!(session.out, "{heading}")?;
        for row in rows {
            let says = session.words.by_key(&row.say);
            let line = if session.plain {
                format!("{}: {says}. {}", row.shown(), row.name())
            } else {
                format!("  {}  {}  {}", pad(&row.shown(), 16), pad(&says, 40), row.name())
            };
            writeln!(session.out, "{line}")?;
        }
        writeln!(session.out)?;
    }
    Ok(exit)
}

fn as_json(session: &Session, row: &Row) -> serde_json::Value {
    let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
    json!({
        "scope": row.scope.code(),
        "name": row.name(),
        "keys": keys,
        "says": session.words.by_key(&row.say),
    })
}
