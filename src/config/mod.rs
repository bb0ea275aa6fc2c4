//! The user's own settings: `config.toml` in the user's config home.
//!
//! What one person wants on one machine; what belongs to the brand is in the content
//! folder. No key is ever written here, only where to find it. A bad value is a problem
//! with its place and the rest is used; without a file everything has a default.
//!
//! | key | value |
//! |---|---|
//! | `lang` | `"it"` or `"en"`; else the language of the system |
//! | `theme` | a name of `assets/themes`, such as `"dark"`; else what the terminal suggests |
//! | `plain` | `true`: no boxes, lines for a screen reader |
//! | `by` | name and address that decisions are signed with; else those of git |
//! | `[ai.profiles.NAME]` | a source of suggestions, see [`Profile`]; `palinsesto.toml` names one |
//! | `[ai.tasks]` | a profile for `drafts`, `shorten`, `tone`, `translate`, `thread`, `alt_text`, `first_comment`, `hooks`, `reply` |
//! | `[approval]`, `[approval.FOLDER-ID]` | what an approval has to rest on, see [`ApprovalRules`] |
//! | `[keys]` | action = a key or a list of keys, in place of the usual ones |
//!
//! `assets/config.example.toml` shows every one of them.

mod approval;
mod page;
mod profile;
mod read;

pub use approval::{ApprovalRules, Approvals};
pub use profile::{CommandProfile, Limits, ModelProfile, Profile};

use crate::domain::{Problem, ProblemKind, RelPath, Task};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub const FILE: &str = "config.toml";
/// The profile of every task that has none of its own.
pub const DEFAULT: &str = "default";
/// The file that shows every setting.
pub const EXAMPLE: &str = include_str!("../../assets/config.example.toml");
/// Larger than any settings file a person writes.
const MOST_BYTES: u64 = 1 << 20;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    pub lang: Option<String>,
    pub theme: Option<String>,
    pub plain: Option<bool>,
    pub by: Option<String>,
    /// By name; the composer needs no profile.
    pub profiles: BTreeMap<String, Profile>,
    /// Which profile does what; what is not named is for [`DEFAULT`].
    pub tasks: BTreeMap<Task, String>,
    /// Who may approve, and what an approval has to rest on.
    pub approvals: Approvals,
    /// Action to keys, to be read by the keymap.
    pub keys: BTreeMap<String, Vec<String>>,
}

impl Config {
    /// Where the settings are on this machine; `None` where the user has no home.
    pub fn path() -> Option<PathBuf> {
        let project = directories::ProjectDirs::from("", "", "palinsesto")?;
        Some(project.config_dir().join(FILE))
    }

    /// The settings at `path`, and what is wrong with them. No file is no problem.
    pub fn load(path: &Path) -> (Self, Vec<Problem>) {
        match read_capped(path) {
            Ok(None) => (Self::default(), Vec::new()),
            Ok(Some(bytes)) => match String::from_utf8(bytes) {
                Ok(text) => Self::parse(&text),
                Err(_) => Self::unreadable(ProblemKind::NotUtf8),
            },
            Err(kind) => Self::unreadable(kind),
        }
    }

    /// Nobody knows what was asked for.
    fn unreadable(kind: ProblemKind) -> (Self, Vec<Problem>) {
        let config = Self { approvals: Approvals::unreadable(None), ..Self::default() };
        (config, vec![whole_file(kind)])
    }

    /// The settings in `text`, and what is wrong with them.
    pub fn parse(text: &str) -> (Self, Vec<Problem>) {
        read::read(text.strip_prefix('\u{FEFF}').unwrap_or(text))
    }

    /// The profile for a task in a folder that asks for `of_folder`. A folder is shared and
    /// says `default` when it means "whatever you use": then the settings decide.
    pub fn profile_for(&self, task: Task, of_folder: Option<&str>) -> Option<String> {
        let own = of_folder.filter(|name| *name != DEFAULT);
        let set = own.or_else(|| self.tasks.get(&task).map(String::as_str)).or(of_folder);
        let usual = || self.profiles.contains_key(DEFAULT).then_some(DEFAULT);
        set.or_else(usual).map(str::to_owned)
    }

    /// Who decides: the setting, else what git says.
    pub fn by(&self, of_git: Option<String>) -> Option<String> {
        self.by.clone().or(of_git)
    }
}

fn read_capped(path: &Path) -> Result<Option<Vec<u8>>, ProblemKind> {
    use std::io::Read as _;
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => ProblemKind::NotAllowed,
        _ => ProblemKind::Unreadable { reason: error.kind().to_string() },
    };
    let meta = match std::fs::metadata(path) {
        Ok(meta) => meta,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    if !meta.is_file() {
        return Err(ProblemKind::NotAFile);
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ProblemKind::TooLarge { bytes: meta.len(), limit: MOST_BYTES });
    }
    Ok(Some(bytes))
}

fn whole_file(kind: ProblemKind) -> Problem {
    Problem::whole(RelPath::new(FILE), kind)
}

#[cfg(test)]
mod tests;
