//! `palinsesto completions SHELL`: what the shell needs to complete verbs and options.

use super::{Exit, Session, Stop, VERBS, Verb, args};
use crate::i18n::Words;
use clap::{Arg, ArgMatches, Command};
use clap_complete::Shell;

pub const VERB: Verb = Verb { name: "completions", command, run };

const SHELLS: [(&str, Shell); 5] = [
    ("bash", Shell::Bash),
    ("zsh", Shell::Zsh),
    ("fish", Shell::Fish),
    ("elvish", Shell::Elvish),
    ("powershell", Shell::PowerShell),
];

fn command(words: &Words) -> Command {
    let names = SHELLS.map(|(name, _)| name);
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(names)
        .hide_possible_values(true)
        .help(words.cli_arg_shell(names.join(", ")));
    Command::new("completions").about(words.cli_completions()).arg(shell)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let asked = args.get_one::<String>("shell").map_or("", String::as_str);
    let Some((_, shell)) = SHELLS.into_iter().find(|(name, _)| *name == asked) else {
        return Ok(Exit::Trouble);
    };
    let mut script = Vec::new();
    let mut command = args::command(&session.words, VERBS);
    clap_complete::generate(shell, &mut command, "palinsesto", &mut script);
    session.out.write_all(&script)?;
    Ok(Exit::Fine)
}
