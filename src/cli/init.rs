//! `palinsesto init DIR [--yes]`: a new content folder, in a few questions.
//!
//! Asks first and writes once: whoever stops half-way has written nothing. Never writes
//! over a file.

mod ask;
mod plan;
#[cfg(test)]
mod tests;

use super::place::{Outcome, history, is_empty, quoted, refuse, refuse_for, shown};
use crate::domain::{Ids, RelPath};
use crate::git;
use crate::i18n::Words;
use crate::storage::{BRAND_FILE, found};
use ask::Questions;
use chrono::{DateTime, FixedOffset};
use plan::{Answers, GITIGNORE, Planned};
use std::io::{self, BufRead, Write};
use std::path::Path;

/// What was asked for, and what the machine knows.
pub struct Init<'a> {
    pub dir: &'a Path,
    /// Take every default and ask nothing.
    pub yes: bool,
    /// The machine's time zone, such as `Europe/Rome`.
    pub zone: Option<&'a str>,
    /// When the first commit is made.
    pub at: DateTime<FixedOffset>,
    pub words: &'a Words,
}

pub fn run(
    init: &Init,
    ids: &mut Ids,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let Init { yes, words, .. } = *init;
    let dir = std::path::absolute(init.dir)?;
    if dir.join(BRAND_FILE).exists() {
        let next = words.init_is_one_next(quoted(&dir));
        return refuse(&words.init_is_one(shown(&dir)), &next, out);
    }
    let mut questions = Questions { yes, words, input, out };
    let empty = is_empty(&dir) || holds_only_git(&dir);
    if !empty && yes {
        return refuse(&words.init_not_empty(shown(&dir)), &words.init_not_empty_next(), out);
    }
    let agreed =
        empty || questions.yes_no(&words.init_ask_not_empty(shown(&dir)), false)? == Some(true);
    let answers = if agreed { questions.all(&dir, init.zone)? } else { None };
    let Some(answers) = answers else {
        return refuse(&words.init_stopped(), "", out);
    };
    write(init, &dir, &answers, ids, out)
}

fn write(
    init: &Init,
    dir: &Path,
    answers: &Answers,
    ids: &mut Ids,
    out: &mut dyn Write,
) -> io::Result<Outcome> {
    let words = init.words;
    let mut files = plan::files(answers, words.language(), ids);
    let ignored = dir.join(GITIGNORE).exists();
    files.retain(|(path, _)| !(ignored && path.as_str() == GITIGNORE));
    let there = |(path, _): &&Planned| dir.join(path.as_str()).exists();
    if let Some((path, _)) = files.iter().find(there) {
        let sentence = words.init_file_there(shown(dir), path.as_str());
        return refuse(&sentence, &words.init_file_there_next(), out);
    }
    if let Err(failure) = found(dir, &files) {
        return refuse_for(&failure, words, out);
    }
    let brand = crate::text::reveal(&answers.brand).into_owned();
    writeln!(out, "{}", words.init_made(brand, shown(dir)))?;
    for (path, _) in &files {
        writeln!(out, "  {path}")?;
    }
    if ignored {
        writeln!(out, "{}", words.init_gitignore(plan::IGNORED))?;
    }
    if answers.git {
        let failed = |reason: String| words.init_git_failed(reason);
        let message = words.init_commit(answers.brand.as_str());
        let paths: Vec<RelPath> = files.into_iter().map(|(path, _)| path).collect();
        let begun = git::begin(dir, init.at, &message, &paths);
        if begun == Ok(git::Begun::LeftToPerson) {
            writeln!(out, "{}", words.init_uncommitted(quoted(dir)))?;
        }
        history(begun.map(drop), words, || words.init_no_git(), failed, out)?;
    }
    writeln!(out, "{}", words.init_next(quoted(dir)))?;
    Ok(Outcome::Ready(dir.to_owned()))
}

/// A repository somebody made for this very purpose.
fn holds_only_git(dir: &Path) -> bool {
    let Ok(names) = std::fs::read_dir(dir) else { return false };
    names.flatten().all(|entry| entry.file_name() == ".git")
}
