//! The user's settings and the environment, as far as the command line needs them before
//! it knows what to do: the language, and how to print.
//!
//! A flag beats a variable, a variable beats a setting.

#![expect(clippy::disallowed_methods, reason = "the command line reads the environment")]

use crate::config::Config;
use crate::domain::Problem;
use crate::i18n::Language;
use std::ffi::OsString;
use std::path::PathBuf;

/// What `config.toml` said, and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub path: Option<PathBuf>,
    pub config: Config,
    pub problems: Vec<Problem>,
}

impl Settings {
    pub fn load() -> Self {
        let path = Config::path();
        let (config, problems) = path.as_deref().map(Config::load).unwrap_or_default();
        Self { path, config, problems }
    }

    /// `--lang`, the setting, the machine's own language; English where it speaks neither.
    pub fn language(&self, args: &[OsString]) -> Language {
        asked_language(args)
            .or_else(|| Language::from_tag(self.config.lang.as_deref()?))
            .or_else(|| Language::from_tag(&sys_locale::get_locale()?))
            .unwrap_or(Language::English)
    }

    /// `PALINSESTO_PLAIN`, then the setting; where neither speaks, a terminal that cannot
    /// place a cursor gets lines.
    pub fn plain(&self) -> bool {
        match variable("PALINSESTO_PLAIN") {
            Some(value) => !matches!(value.as_str(), "" | "0" | "false" | "no"),
            None => self.config.plain.unwrap_or_else(is_dumb),
        }
    }
}

/// What `TERM` is in editors, logs and build machines.
pub const DUMB: &str = "dumb";

fn is_dumb() -> bool {
    variable("TERM").is_some_and(|term| term == DUMB)
}

/// A variable of the environment, where it is text.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Read before anything is parsed, because the help and the errors need it.
fn asked_language(args: &[OsString]) -> Option<Language> {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    let mut asked = None;
    while let Some(arg) = args.next() {
        match arg {
            "--" => break,
            "--lang" => asked = args.next().map(str::to_owned),
            _ => asked = arg.strip_prefix("--lang=").map(str::to_owned).or(asked),
        }
    }
    asked.as_deref().and_then(Language::from_tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Option<Language> {
        asked_language(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_asked_for_wins_wherever_it_stands() {
        assert_eq!(asked("palinsesto --lang it week"), Some(Language::Italian));
        assert_eq!(asked("palinsesto week --lang=en"), Some(Language::English));
        assert_eq!(asked("palinsesto week --lang=it --lang=en"), Some(Language::English));
        assert_eq!(asked("palinsesto search -- --lang it"), None);
    }

    #[test]
    fn a_flag_beats_the_setting() {
        let config = Config { lang: Some("it".into()), ..Config::default() };
        let settings = Settings { config, ..Settings::default() };
        assert_eq!(settings.language(&["palinsesto".into()]), Language::Italian);
        assert_eq!(
            settings.language(&["palinsesto".into(), "--lang=en".into()]),
            Language::English
        );
    }
}
