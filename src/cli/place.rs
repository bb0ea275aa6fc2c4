//! The place where a folder is to be made: what `init` and `demo` share.
//!
//! Looks only; making the folder is storage's.

use crate::domain::Failure;
use crate::git::Trouble;
use crate::i18n::Words;
use crate::text::reveal;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What became of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Ready to be opened.
    Ready(PathBuf),
    /// Said why on `out`; exit code 2.
    Refused,
}

/// Nothing there, or a folder with nothing in it.
pub fn is_empty(dir: &Path) -> bool {
    match std::fs::read_dir(dir) {
        Ok(mut names) => names.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// A path for a sentence.
pub fn shown(path: &Path) -> String {
    reveal(&path.to_string_lossy()).into_owned()
}

/// A path for a command line to be typed again.
pub fn quoted(path: &Path) -> String {
    reveal(&shell_words::quote(&path.to_string_lossy())).into_owned()
}

pub fn refuse(sentence: &str, next: &str, out: &mut dyn Write) -> io::Result<Outcome> {
    writeln!(out, "{sentence}")?;
    if !next.is_empty() {
        writeln!(out, "{next}")?;
    }
    Ok(Outcome::Refused)
}

pub fn refuse_for(failure: &Failure, words: &Words, out: &mut dyn Write) -> io::Result<Outcome> {
    let told = words.failure(failure);
    refuse(&told.sentence, &told.next, out)
}

/// What git said, for a sentence.
pub fn reason(trouble: &str) -> String {
    reveal(trouble.lines().next().unwrap_or_default()).into_owned()
}

/// The words for a history that could not be made: `missing`, or `failed` with git's own.
pub fn history(
    made: Result<(), Trouble>,
    words: &Words,
    missing: impl Fn() -> String,
    failed: impl Fn(String) -> String,
    out: &mut dyn Write,
) -> io::Result<()> {
    match made {
        Ok(()) => Ok(()),
        Err(Trouble::Missing) => writeln!(out, "{}", missing()),
        Err(Trouble::Silent { seconds }) => {
            writeln!(out, "{}", words.failure(&Failure::GitSilent { seconds }).sentence)
        }
        Err(Trouble::Failed(words)) => writeln!(out, "{}", failed(reason(&words))),
    }
}
