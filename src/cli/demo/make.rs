//! Makes the demo: its files for a given day, and a history that could have been.
//!
//! Writes only into a folder that is not there or is empty.

use super::dates::Dates;
use super::files::FILES;
use crate::domain::{Failure, Now};
use crate::git::{self, Author, Commit, Trouble};
use crate::storage::{Planned, found, renew};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::path::Path;

/// The zone of the demo's brand, whatever the machine's.
pub(super) const ZONE: Tz = chrono_tz::Europe::Rome;

const ADA: Author = Author { name: "Ada Neri", mail: "ada@example.org" };
const BRUNO: Author = Author { name: "Bruno Salis", mail: "bruno@example.org" };
const NORA: Author = Author { name: "Nora Weiss", mail: "nora@example.org" };

/// A commit of the demo: who, how many days from this week's Monday, at what hour, and
/// which files (by the beginning of their path under `assets/demo/`).
struct Step {
    author: Author,
    day: i64,
    hour: (u32, u32),
    message: &'static str,
    prefixes: &'static [&'static str],
}

const HISTORY: &[Step] = &[
    Step {
        author: ADA,
        day: -20,
        hour: (9, 12),
        message: "La cartella della bottega: canali, voce, fatti",
        prefixes: &["palinsesto.toml", "voice.toml", "gitignore", "facts/"],
    },
    Step {
        author: NORA,
        day: -17,
        hour: (15, 40),
        message: "Foto e prima settimana",
        prefixes: &["media/", "posts/week-2/"],
    },
    Step {
        author: BRUNO,
        day: -12,
        hour: (21, 3),
        message: "Idee, prima che me le dimentichi",
        prefixes: &["ideas/"],
    },
    Step {
        author: NORA,
        day: -10,
        hour: (16, 25),
        message: "Seconda settimana: verso il plaid",
        prefixes: &["posts/week-1/"],
    },
    Step {
        author: NORA,
        day: -4,
        hour: (11, 8),
        message: "La settimana del plaid Forcella",
        prefixes: &["posts/week+0/"],
    },
    Step {
        author: ADA,
        day: -3,
        hour: (10, 31),
        message: "Il corso, e quello che viene dopo",
        prefixes: &["posts/week+1/", "posts/week+2/"],
    },
    Step {
        author: NORA,
        day: -2,
        hour: (17, 50),
        message: "Suggerimenti da leggere con calma",
        prefixes: &["drafts/"],
    },
];

/// Writes the demo into `root` as it stands at `now`. The history is a bonus: without
/// git the folder is complete all the same, and the inner result says what was missing.
pub fn make(root: &Path, now: Now) -> Result<Result<(), Trouble>, Failure> {
    let dates = Dates::new(Now { zone: ZONE, ..now });
    // Before this week began nothing of it had gone out: the last commit marks what has.
    let before = dates.instant(0, NaiveTime::MIN).min(now.utc);
    let planned = files(&dates, before);
    found(root, &planned)?;
    let history = write_history(root, &dates);
    let today: Vec<Planned> =
        files(&dates, now.utc).into_iter().filter(|file| !planned.contains(file)).collect();
    renew(root, &today)?;
    Ok(history.and_then(|()| mark_published(root, &today, now.utc)))
}

/// Every file as it stands at `seen`.
pub(super) fn files(dates: &Dates, seen: DateTime<Utc>) -> Vec<Planned> {
    let file = |&(path, bytes): &(&str, &[u8])| {
        let text = std::str::from_utf8(bytes).ok().filter(|_| !path.starts_with("media/"));
        let bytes = text.map_or_else(|| bytes.to_vec(), |t| dates.text(t, seen).into_bytes());
        (dates.path(path), bytes)
    };
    FILES.iter().map(file).collect()
}

fn write_history(root: &Path, dates: &Dates) -> Result<(), Trouble> {
    git::init(root)?;
    for step in HISTORY {
        let named = |path: &&str| step.prefixes.iter().any(|prefix| path.starts_with(prefix));
        let paths: Vec<_> =
            FILES.iter().map(|(path, _)| *path).filter(named).map(|p| dates.path(p)).collect();
        let time = NaiveTime::from_hms_opt(step.hour.0, step.hour.1, 0).unwrap_or_default();
        let at = dates.instant(step.day, time).with_timezone(&ZONE).fixed_offset();
        git::commit(
            root,
            &Commit { author: step.author, at, message: step.message, paths: &paths },
        )?;
    }
    Ok(())
}

fn mark_published(root: &Path, files: &[Planned], now: DateTime<Utc>) -> Result<(), Trouble> {
    if files.is_empty() {
        return Ok(());
    }
    let paths: Vec<_> = files.iter().map(|(path, _)| path.clone()).collect();
    let at = (now - TimeDelta::minutes(2)).with_timezone(&ZONE).fixed_offset();
    let message = "Segnati i post usciti questa settimana";
    git::commit(root, &Commit { author: NORA, at, message, paths: &paths })
}
