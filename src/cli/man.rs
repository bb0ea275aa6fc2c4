//! `palinsesto man [VERB]`: a manual page for `man -l -`, in the language of the run.

use super::{Exit, Session, Stop, VERBS, Verb, args};
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgMatches, Command};

pub const VERB: Verb = Verb { name: "man", command, run };

fn command(words: &Words) -> Command {
    let verb =
        Arg::new("verb").value_name(words.cli_value_command()).help(words.cli_arg_man_verb());
    Command::new("man").about(words.cli_man()).arg(verb)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    session.no_json()?;
    let root = args::command(&session.words, VERBS);
    let page = match args.get_one::<String>("verb") {
        None => root,
        Some(name) => root.find_subcommand(name).cloned().ok_or_else(|| {
            let words = &session.words;
            Stop::said(
                words.cli_error_unknown_command(reveal_line(name)),
                words.cli_next_help("palinsesto"),
            )
        })?,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    session.out.write_all(&text)?;
    Ok(Exit::Fine)
}
