//! `palinsesto schema`: the JSON Schema of a post file, for editors.

use super::{Exit, Session, Stop, Verb};
use crate::i18n::Words;
use crate::storage;
use clap::{ArgMatches, Command};

pub const VERB: Verb = Verb { name: "schema", command, run };

fn command(words: &Words) -> Command {
    Command::new("schema").about(words.cli_schema())
}

fn run(_: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    session.print_json(&storage::schema())?;
    Ok(Exit::Fine)
}
