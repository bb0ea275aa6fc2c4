//! The arguments every verb shares, and help in the person's own language.
//!
//! clap speaks English only, so every heading, usage line and flag it would word by
//! itself is set here from `i18n`. What a verb takes stands in its own file.

use super::Verb;
use crate::checks::networks;
use crate::i18n::Words;
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;

/// The whole command line, worded by `words`.
pub fn command(words: &Words, verbs: &[Verb]) -> Command {
    let root = Command::new("palinsesto")
        .about(words.cli_about())
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.cli_heading_commands())
        .args(shared(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.cli_arg_version()),
        );
    let root = verbs.iter().fold(root, |root, verb| {
        let command = (verb.command)(words);
        root.subcommand(spoken(command, words))
    });
    let usage = words.cli_usage_root();
    spoken(root, words).override_usage(usage)
}

/// `--network`, once or more: the keys that the table of networks knows.
pub fn networks_asked(words: &Words) -> Arg {
    let keys: Vec<&str> = networks().all.iter().map(|network| network.key.as_str()).collect();
    Arg::new("network")
        .long("network")
        .value_name(words.cli_value_network())
        .action(ArgAction::Append)
        .value_parser(keys.clone())
        .hide_possible_values(true)
        .help(words.cli_arg_network(keys.join(", ")))
}

fn shared(words: &Words) -> [Arg; 5] {
    [
        Arg::new("dir")
            .short('C')
            .value_name(words.cli_value_folder())
            .value_parser(value_parser!(PathBuf))
            .global(true)
            .help(words.cli_arg_dir()),
        Arg::new("json")
            .long("json")
            .action(ArgAction::SetTrue)
            .global(true)
            .help(words.cli_arg_json()),
        Arg::new("plain")
            .long("plain")
            .action(ArgAction::SetTrue)
            .global(true)
            .help(words.cli_arg_plain()),
        Arg::new("today")
            .long("today")
            .value_name(words.cli_value_day())
            .global(true)
            .help(words.cli_arg_today()),
        Arg::new("lang")
            .long("lang")
            .value_name("it|en")
            .value_parser(["it", "en"])
            .hide_possible_values(true)
            .global(true)
            .help(words.cli_arg_lang()),
    ]
}

/// Puts everything clap would say by itself into words.
fn spoken(command: Command, words: &Words) -> Command {
    let help =
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.cli_arg_help());
    let command = command.disable_help_flag(true).arg(help);
    let usage = usage(&command, words);
    let headed = command.mut_args(|arg| {
        let heading = if arg.is_positional() {
            words.cli_heading_arguments()
        } else {
            words.cli_heading_options()
        };
        arg.help_heading(heading)
    });
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", words.cli_usage());
    headed.help_template(template).override_usage(usage)
}

/// `palinsesto list [OPZIONI] [DATA]`.
fn usage(command: &Command, words: &Words) -> String {
    let mut line = format!("palinsesto {} {}", command.get_name(), words.cli_usage_options());
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|names| names.first());
        let name = name.map_or_else(|| arg.get_id().to_string(), ToString::to_string);
        let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
        let dots = if many { "…" } else { "" };
        let (open, close) = if arg.is_required_set() { ('<', '>') } else { ('[', ']') };
        line.extend([' ', open].into_iter().chain(name.chars()).chain([close]));
        line.push_str(dots);
    }
    line
}
