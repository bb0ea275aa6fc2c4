//! What a session left undone, in words, once the terminal is given back: which files, why,
//! and where the words are. What is nowhere else is printed, so that it can be copied.

use super::{Session, session::shown};
use crate::domain::{Change, ChangeSet, Failure, RelPath};
use crate::i18n::Words;
use crate::runtime::Left;
use crate::text::{lines, reveal_line};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Nobody may be there any more to be told.
pub fn tell(session: &mut Session, left: &Left) {
    let _ = write(session.err, &session.words, left);
}

fn write(to: &mut dyn Write, words: &Words, left: &Left) -> io::Result<()> {
    if !left.changes.is_empty() {
        writeln!(to, "palinsesto: {}", words.cli_left_unsaved())?;
    }
    for (set, why) in &left.changes {
        write_set(to, words, set, why.as_ref())?;
    }
    if let Some(journal) = &left.journal {
        writeln!(to, "{}", words.cli_left_in_journal(shown(journal)))?;
    }
    if !left.words.is_empty() {
        writeln!(to, "palinsesto: {}", words.cli_left_words())?;
    }
    for one in &left.words {
        let place = format!("{}, {}:", one.path, one.key.join("."));
        writeln!(to, "  {}", reveal_line(&place))?;
        for line in lines(&one.text) {
            writeln!(to, "    {}", reveal_line(line))?;
        }
    }
    Ok(())
}

fn write_set(
    to: &mut dyn Write,
    words: &Words,
    set: &ChangeSet,
    why: Option<&Failure>,
) -> io::Result<()> {
    let why = why.map_or_else(|| words.cli_left_no_answer(), |why| words.failure(why).sentence);
    let files: BTreeSet<RelPath> = set.changes.iter().map(Change::path).collect();
    for file in files {
        let line = words.cli_left_change(file.as_str(), words.step_named(&set.label), why.as_str());
        writeln!(to, "  {}", reveal_line(&line))?;
    }
    Ok(())
}
