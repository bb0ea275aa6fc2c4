//! Parse, run, and the only exit code.

#![expect(clippy::disallowed_methods, reason = "here the commands are handed their writers")]

use palinsesto::cli::{self, Streams};
use palinsesto::runtime::crash;
use palinsesto::storage::state_home;
use std::io::{self, BufWriter, IsTerminal as _};
use std::process::ExitCode;

fn main() -> ExitCode {
    crash::install(state_home());
    let on_terminal = io::stdout().is_terminal();
    let (out, err) = (&mut BufWriter::new(io::stdout()), &mut io::stderr());
    let streams = Streams { out, err, on_terminal };
    ExitCode::from(cli::run(std::env::args_os().collect(), streams).code())
}
