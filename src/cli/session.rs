//! What every verb is handed: words, writers, the shared flags, and the way to the folder.

use super::{Opened, Settings, Stop, json};
use crate::domain::{Now, When};
use crate::git;
use crate::i18n::Words;
use crate::runtime::Clock;
use crate::storage::Folder;
use crate::text::reveal_line;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use clap::ArgMatches;
use std::io::Write;
use std::path::{Path, PathBuf};

/// One run of the program.
pub struct Session<'a> {
    pub words: Words,
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    /// Data for programs instead of sentences for people.
    pub json: bool,
    /// Whole sentences, no columns and no signs.
    pub plain: bool,
    /// The flag asked for it, not the environment or the settings.
    pub plain_flag: bool,
    /// Where relative paths start: `-C`, or the folder one stands in.
    pub dir: PathBuf,
    /// Somebody reads the answer as it comes: nothing may reach them raw.
    pub on_terminal: bool,
    pub settings: Settings,
    today: Option<String>,
}

/// Where a run writes.
pub struct Streams<'a> {
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    /// `out` is a terminal.
    pub on_terminal: bool,
}

impl<'a> Session<'a> {
    pub(super) fn new(
        words: Words,
        matches: &ArgMatches,
        settings: Settings,
        streams: Streams<'a>,
    ) -> Self {
        let dir = matches.get_one::<PathBuf>("dir").cloned();
        Self {
            words,
            out: streams.out,
            err: streams.err,
            on_terminal: streams.on_terminal,
            json: matches.get_flag("json"),
            plain: matches.get_flag("plain") || settings.plain(),
            plain_flag: matches.get_flag("plain"),
            settings,
            dir: dir.unwrap_or_else(|| PathBuf::from(".")),
            today: matches.get_one::<String>("today").cloned(),
        }
    }

    /// The content folder round `dir`, searched upwards as git does.
    pub fn open(&self) -> Result<Opened, Stop> {
        Opened::new(self.open_folder()?, &self.settings.config.approvals, |zone| self.now(zone))
    }

    /// The same folder, with nothing read yet.
    pub fn open_folder(&self) -> Result<Folder, Stop> {
        if !self.dir.is_dir() {
            return Err(Stop::said(
                self.words.cli_no_such_folder(shown(&self.dir)),
                self.words.cli_next_help("palinsesto"),
            ));
        }
        let root = Folder::find(&self.dir).ok_or_else(|| {
            Stop::said(self.words.cli_no_folder(shown(&self.dir)), self.words.cli_next_init())
        })?;
        Ok(Folder::open(&root)?.spoken(self.words.language().tag()))
    }

    /// The instant of this run: the clock's, or what `--today` says.
    pub fn now(&self, zone: Tz) -> Result<Now, Stop> {
        Ok(Now { utc: self.clock(zone)?.now(), zone })
    }

    /// Who this is: as the settings say, else git; empty where neither does.
    pub fn by(&self, opened: &Opened) -> String {
        let author = git::author(opened.folder.root());
        self.settings.config.by(author).unwrap_or_default()
    }

    /// The clock of this run; `zone` decides what a bare day means.
    pub fn clock(&self, zone: Tz) -> Result<Clock, Stop> {
        let Some(text) = &self.today else { return Ok(Clock::System) };
        let utc = fixed(text, zone).ok_or_else(|| {
            Stop::said(
                self.words.cli_error_bad_value("--today", reveal_line(text)),
                self.words.cli_next_today(),
            )
        })?;
        Ok(Clock::Fixed(utc))
    }

    /// A path given on the command line, from `dir`.
    pub fn path(&self, given: &Path) -> PathBuf {
        self.dir.join(given)
    }

    /// Prints a value as JSON, over several lines so that it can be read and compared.
    pub fn print_json(&mut self, value: &serde_json::Value) -> Result<(), Stop> {
        writeln!(self.out, "{}", json::written(&format!("{value:#}"))).map_err(Stop::from)
    }

    /// For a verb that has nothing to say as JSON: silence would be taken for an answer.
    pub fn no_json(&self) -> Result<(), Stop> {
        if self.json {
            return Err(Stop::said(self.words.cli_no_json(), self.words.cli_next_no_json()));
        }
        Ok(())
    }

    /// A remark beside the answer, where it cannot get into a pipe.
    pub fn remark(&mut self, sentence: &str) -> Result<(), Stop> {
        writeln!(self.err, "{sentence}").map_err(Stop::from)
    }
}

/// A path as it may be shown.
pub fn shown(path: &Path) -> String {
    reveal_line(&path.to_string_lossy()).into_owned()
}

/// `2026-11-25` is nine in the morning there; an hour the clocks skip is the next real one.
fn fixed(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let nine = NaiveTime::from_hms_opt(9, 0, 0)?;
    let wall = text
        .parse::<NaiveDate>()
        .map(|day| day.and_time(nine))
        .or_else(|_| text.replacen(' ', "T", 1).parse::<NaiveDateTime>())
        .or_else(|_| NaiveDateTime::parse_from_str(&text.replacen(' ', "T", 1), "%Y-%m-%dT%H:%M"))
        .ok()?;
    match When::Local(wall).moment(zone) {
        crate::domain::Moment::At(at) | crate::domain::Moment::Fold { first: at, .. } => {
            Some(at.with_timezone(&Utc))
        }
        crate::domain::Moment::Gap { after, .. } => {
            after.and_local_timezone(zone).earliest().map(|at| at.with_timezone(&Utc))
        }
        crate::domain::Moment::Unset(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Rome;

    #[test]
    fn a_day_alone_means_nine_in_the_brands_zone() {
        let utc = |text: &str| fixed(text, Rome).map(|at| at.to_rfc3339());
        assert_eq!(utc("2026-11-25").as_deref(), Some("2026-11-25T08:00:00+00:00"));
        assert_eq!(utc("2026-11-25T18:30").as_deref(), Some("2026-11-25T17:30:00+00:00"));
        assert_eq!(utc("2026-11-25 18:30:05").as_deref(), Some("2026-11-25T17:30:05+00:00"));
        assert_eq!(utc("2026-03-29T02:30:00").as_deref(), Some("2026-03-29T01:00:00+00:00"));
        assert_eq!(utc("domani"), None);
    }
}
