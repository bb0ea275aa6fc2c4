//! Makes the demo: its files for a given day, and a history that could have been.
//!
//! Writes only into a folder that is not there or is empty.

use super::dates::Dates;
use super::edition::Edition;
use crate::domain::{Failure, Now};
use crate::git::{self, Commit, Trouble};
use crate::i18n::Language;
use crate::storage::{Planned, found, renew};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use std::borrow::Cow;
use std::path::Path;

/// The zone of the demo's brand, whatever the machine's.
pub(super) const ZONE: Tz = chrono_tz::Europe::Rome;

/// `assets/demo-history.toml`.
#[derive(Deserialize)]
struct History {
    commit: Vec<Step>,
    published: Marked,
}

#[derive(Deserialize)]
struct Step {
    by: String,
    /// From this week's Monday.
    day: i64,
    at: NaiveTime,
    message: Said,
    /// How the paths of its files begin.
    files: Vec<String>,
}

#[derive(Deserialize)]
struct Marked {
    by: String,
    message: Said,
}

/// A message in both languages.
#[derive(Deserialize)]
struct Said {
    it: String,
    en: String,
}

impl Said {
    fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Italian => &self.it,
            Language::English => &self.en,
        }
    }
}

impl History {
    fn read() -> Result<Self, Trouble> {
        let text = include_str!("../../../assets/demo-history.toml");
        toml::from_str(text).map_err(|error| Trouble::Failed(error.to_string()))
    }
}

/// Writes the demo into `root` in a language, as it stands at `now`. The history is a bonus: without
/// git the folder is complete all the same, and the inner result says what was missing.
pub fn make(root: &Path, now: Now, language: Language) -> Result<Result<(), Trouble>, Failure> {
    let dates = Dates::new(Now { zone: ZONE, ..now });
    let edition = Edition::new(language);
    // Before this week began nothing of it had gone out: the last commit marks what has.
    let before = dates.instant(0, NaiveTime::MIN).min(now.utc);
    let planned = files(&edition, &dates, before);
    found(root, &planned)?;
    let history = History::read().and_then(|history| {
        write_history(root, &edition, &dates, &history)?;
        Ok(history)
    });
    let today: Vec<Planned> = files(&edition, &dates, now.utc)
        .into_iter()
        .filter(|file| !planned.contains(file))
        .collect();
    renew(root, &today)?;
    Ok(history.and_then(|History { published: Marked { by, message }, .. }| {
        let at = (now.utc - TimeDelta::minutes(2)).with_timezone(&ZONE).fixed_offset();
        let paths: Vec<_> = today.iter().map(|(path, _)| path.clone()).collect();
        let message = message.in_language(language);
        if paths.is_empty() {
            return Ok(());
        }
        git::commit(root, &Commit { by: &by, at, message, paths: &paths })
    }))
}

/// Every file as it stands at `seen`.
pub(super) fn files(edition: &Edition, dates: &Dates, seen: DateTime<Utc>) -> Vec<Planned> {
    let file = |(path, bytes): (&str, Cow<[u8]>)| {
        let text = std::str::from_utf8(&bytes).ok().filter(|_| !path.starts_with("media/"));
        let bytes = text.map_or_else(|| bytes.to_vec(), |t| dates.text(t, seen).into_bytes());
        (dates.path(path), bytes)
    };
    edition.files().map(file).collect()
}

fn write_history(
    root: &Path,
    edition: &Edition,
    dates: &Dates,
    history: &History,
) -> Result<(), Trouble> {
    git::init(root)?;
    for Step { by, day, at, message, files } in &history.commit {
        let named = |path: &&str| files.iter().any(|prefix| path.starts_with(prefix));
        let paths: Vec<_> = edition.paths().filter(named).map(|p| dates.path(p)).collect();
        let at = dates.instant(*day, *at).with_timezone(&ZONE).fixed_offset();
        let message = message.in_language(edition.language);
        git::commit(root, &Commit { by, at, message, paths: &paths })?;
    }
    Ok(())
}
