//! `palinsesto demo [DIR] [--no-open]`: a living week of an invented workshop.
//!
//! Makes the folder once and opens it again ever after. Never writes into a folder that
//! holds anything else.

mod dates;
mod files;
mod make;
#[cfg(test)]
mod tests;

pub use make::make;

use crate::domain::{Failure, Id, Now, RelPath, Week};
use crate::git::Trouble;
use crate::i18n::Words;
use crate::storage::{BRAND_FILE, Folder, read_workspace};
use crate::text::reveal;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where the demo goes when nobody says: in the folder one stands in.
pub const USUAL_PLACE: &str = "palinsesto-demo";

/// The demo's id in its `palinsesto.toml`: how it is known again.
const DEMO: &str = "b7m2x9qe";

/// What became of the request.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Ready to be opened.
    Ready(PathBuf),
    /// Said why on `out`; exit code 2.
    Refused,
}

/// Makes or finds the demo at `dir` and says so on `out`.
pub fn run(dir: &Path, now: Now, words: &Words, out: &mut dyn Write) -> io::Result<Outcome> {
    let dir = std::path::absolute(dir)?;
    let shown = dir.to_string_lossy();
    let shown = reveal(&shown);
    let path = shown.as_ref();
    if is_empty(&dir) {
        let history = match make(&dir, now) {
            Ok(history) => history,
            Err(failure) => return refuse(&failure, words, out),
        };
        writeln!(out, "{}", words.demo_made(path))?;
        match history {
            Ok(()) => {}
            Err(Trouble::Missing) => writeln!(out, "{}", words.demo_no_git())?,
            Err(Trouble::Failed(reason)) => {
                writeln!(out, "{}", words.demo_git_failed(reveal(&reason).as_ref()))?;
            }
        }
    } else if let Some(newest) = newest_week(&dir) {
        writeln!(out, "{}", words.demo_again(path))?;
        if newest <= Week::of(now.today()) {
            writeln!(out, "{}", words.demo_old())?;
        }
    } else {
        writeln!(out, "{}\n{}", words.demo_taken(path), words.demo_taken_next())?;
        return Ok(Outcome::Refused);
    }
    writeln!(out, "{}", words.demo_next(quoted(path)))?;
    Ok(Outcome::Ready(dir))
}

/// A path as the shell wants it.
fn quoted(path: &str) -> String {
    shell_words::quote(path).into_owned()
}

fn refuse(failure: &Failure, words: &Words, out: &mut dyn Write) -> io::Result<Outcome> {
    let told = words.failure(failure);
    writeln!(out, "{}\n{}", told.sentence, told.next)?;
    Ok(Outcome::Refused)
}

/// Nothing there, or a folder with nothing in it.
fn is_empty(dir: &Path) -> bool {
    match std::fs::read_dir(dir) {
        Ok(mut names) => names.next().is_none(),
        Err(error) => error.kind() == io::ErrorKind::NotFound,
    }
}

/// The last week of the demo in `dir`; `None` where something else is there.
fn newest_week(dir: &Path) -> Option<Week> {
    let folder = Folder::open(dir).ok()?;
    let bytes = std::fs::read(dir.join(BRAND_FILE)).ok()?;
    let brand = read_workspace(&RelPath::new(BRAND_FILE), &bytes).ok()?;
    (Id::parse(DEMO).ok()? == brand.id).then(|| folder.week_folders().last().copied())?
}
