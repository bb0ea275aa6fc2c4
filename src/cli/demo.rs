//! `palinsesto demo [DIR] [--no-open]`: a living week of an invented workshop.
//!
//! In the person's language: mostly Italian, or half in English. Makes the folder once and
//! opens it again ever after. Never writes into a folder that holds anything else.

mod dates;
mod edition;
mod files;
mod make;
#[cfg(test)]
mod tests;

pub use make::make;

pub use super::place::Outcome;

use super::place::{history, is_empty, quoted, refuse, refuse_for, shown};
use crate::domain::{Id, Now, RelPath, Week};
use crate::i18n::Words;
use crate::storage::{BRAND_FILE, Folder, read_workspace};
use std::io::{self, Write};
use std::path::Path;

/// Where the demo goes when nobody says: in the folder one stands in.
pub const USUAL_PLACE: &str = "palinsesto-demo";

/// The demo's id in its `palinsesto.toml`: how it is known again.
const DEMO: &str = "d3m0bta7";

/// Makes or finds the demo at `dir` and says so on `out`.
pub fn run(dir: &Path, now: Now, words: &Words, out: &mut dyn Write) -> io::Result<Outcome> {
    let dir = std::path::absolute(dir)?;
    if is_empty(&dir) {
        let made = match make(&dir, now, words.language()) {
            Ok(made) => made,
            Err(failure) => return refuse_for(&failure, words, out),
        };
        writeln!(out, "{}", words.demo_made(shown(&dir)))?;
        let failed = |reason: String| words.demo_git_failed(reason);
        history(made, words, || words.demo_no_git(), failed, out)?;
    } else if let Some(newest) = newest_week(&dir) {
        writeln!(out, "{}", words.demo_again(shown(&dir)))?;
        if newest <= Week::of(now.today()) {
            writeln!(out, "{}", words.demo_old())?;
        }
    } else {
        return refuse(&words.demo_taken(shown(&dir)), &words.demo_taken_next(), out);
    }
    writeln!(out, "{}", words.demo_next(quoted(&dir)))?;
    Ok(Outcome::Ready(dir))
}

/// The last week of the demo in `dir`; `None` where something else is there.
fn newest_week(dir: &Path) -> Option<Week> {
    let folder = Folder::open(dir).ok()?;
    let bytes = std::fs::read(dir.join(BRAND_FILE)).ok()?;
    let (brand, _) = read_workspace(&RelPath::new(BRAND_FILE), &bytes).ok()?;
    (Id::parse(DEMO).ok()? == brand.id).then(|| folder.week_folders().last().copied())?
}
