//! One hardened call of the user's git.
//!
//! A folder may come from anybody, and its `.git/config` can name programs for git to
//! run: hooks, fsmonitor, filters, textconv, pagers, signers, helpers, remotes. Each is
//! switched off on the command line, which wins over every file. Never shows git's own
//! words unrevealed and never asks the person anything.

use crate::child::{self, Call, Leash, Lost};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Why git could not do what was asked. Its own words are untrusted: reveal them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("git is not installed")]
    Missing,
    /// It was ended after so long without a sign.
    #[error("git did not answer within {seconds} s")]
    Silent { seconds: u64 },
    #[error("git failed: {0}")]
    Failed(String),
}

/// A setting with an empty or false value runs nothing.
const OFF: &[(&str, &str)] = &[
    ("core.hooksPath", "/dev/null"),
    ("core.fsmonitor", "false"),
    ("core.pager", "cat"),
    ("core.editor", "false"),
    ("core.askPass", "true"),
    ("core.sshCommand", "false"),
    ("core.alternateRefsCommand", "false"),
    ("core.gitProxy", ""),
    ("credential.helper", ""),
    ("diff.external", ""),
    ("gpg.program", "false"),
    ("gpg.ssh.program", "false"),
    ("gpg.x509.program", "false"),
    ("commit.gpgSign", "false"),
    ("tag.gpgSign", "false"),
    ("log.showSignature", "false"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("safe.bareRepository", "explicit"),
    // A partial clone would fetch what it lacks, by a program its config names.
    ("protocol.allow", "never"),
    ("protocol.ext.allow", "never"),
    ("protocol.file.allow", "never"),
    ("protocol.git.allow", "never"),
    ("protocol.ssh.allow", "never"),
    ("protocol.http.allow", "never"),
    ("protocol.https.allow", "never"),
];

/// What the surrounding shell (or a hook that started us) may not decide.
const FORGET: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_EXTERNAL_DIFF",
    "GIT_TEMPLATE_DIR",
    "GIT_ASKPASS",
    "SSH_ASKPASS",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_PROXY_COMMAND",
];

/// The most that is read of git's answer, in bytes.
const ANSWER: usize = 64 << 20;
/// How long a question may take, also on a disk that is cold …
const ASKED: Duration = Duration::from_secs(10);
/// … and how long what is written may.
const WRITTEN: Duration = Duration::from_mins(1);
/// For what is still in its pipes once it has ended.
const LAST_WORDS: Duration = Duration::from_millis(300);

pub struct Git {
    root: PathBuf,
    settings: Vec<(String, String)>,
    environment: Vec<(&'static str, String)>,
    /// Something could not be switched off, so nothing is run here.
    refused: Option<Trouble>,
    patience: Duration,
    leash: Leash,
}

impl Git {
    /// For asking about a folder that somebody else may have made.
    pub fn reading(root: &Path) -> Self {
        Self::reading_on(root, &Leash::default())
    }

    /// The same, for whoever may want to end it.
    pub fn reading_on(root: &Path, leash: &Leash) -> Self {
        let mut git = Self::fresh(root).within(ASKED).on(leash);
        git.switch_off_drivers();
        git
    }

    /// For a folder this program has just made, whose config is our own.
    pub fn fresh(root: &Path) -> Self {
        let settings = OFF.iter().map(|&(key, value)| (key.into(), value.into())).collect();
        Self {
            root: root.to_owned(),
            settings,
            environment: Vec::new(),
            refused: None,
            patience: WRITTEN,
            leash: Leash::default(),
        }
    }

    pub fn on(self, leash: &Leash) -> Self {
        Self { leash: leash.clone(), ..self }
    }

    /// How long a call may be silent before it is ended.
    pub fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.settings.push((key.to_owned(), value.to_owned()));
        self
    }

    pub fn with_env(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.environment.push((key, value.into()));
        self
    }

    /// Standard output of a call that succeeded.
    pub fn answer(&self, arguments: &[&str]) -> Result<Vec<u8>, Trouble> {
        self.run(arguments, &[])
    }

    /// The one line such a call prints.
    pub fn line(&self, arguments: &[&str]) -> Result<String, Trouble> {
        let text = String::from_utf8(self.answer(arguments)?).unwrap_or_default();
        let line = text.lines().next().unwrap_or_default().trim();
        if line.is_empty() {
            return Err(Trouble::Failed(String::new()));
        }
        Ok(line.to_owned())
    }

    /// Runs git with `input` on its standard input.
    pub fn run(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Trouble> {
        if let Some(trouble) = &self.refused {
            return Err(trouble.clone());
        }
        let mut command = self.command();
        command.args(arguments.iter().map(OsStr::new));
        let stdin = if input.is_empty() { Stdio::null() } else { Stdio::piped() };
        command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let (most, at_most, leash) = (ANSWER as u64 + 1, self.patience, &self.leash);
        let last_words = LAST_WORDS;
        let call = Call { input, most, at_most, last_words, leash, own_session: false };
        let said = child::run(&mut command, &call).map_err(|lost| match lost {
            // It is the folder that is not there.
            Lost::Missing if !self.root.is_dir() => Trouble::Failed(String::new()),
            Lost::Missing => Trouble::Missing,
            Lost::Silent { seconds } => Trouble::Silent { seconds },
            Lost::Failed(words) => Trouble::Failed(words),
        })?;
        if !said.status.success() || said.stdout.len() > ANSWER {
            let words = String::from_utf8_lossy(&said.stderr).trim().to_owned();
            return Err(Trouble::Failed(words));
        }
        Ok(said.stdout)
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that starts git")]
    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(&self.root).arg("--no-pager").arg("--literal-pathspecs");
        for (key, value) in &self.settings {
            command.arg("-c").arg(format!("{key}={value}"));
        }
        for name in FORGET {
            command.env_remove(name);
        }
        command
            .env("LC_ALL", "C")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_PAGER", "cat")
            .env("GIT_EDITOR", "false");
        for (key, value) in &self.environment {
            command.env(key, value);
        }
        command
    }

    /// Filters and drivers carry names of their maker's choice, so they are looked up
    /// first. Those of the user's own settings (git LFS, say) stay.
    fn switch_off_drivers(&mut self) {
        let list = ["config", "--list", "--show-scope", "--includes", "-z"];
        let found = match self.answer(&list) {
            Ok(found) => found,
            // Too old to say where a setting comes from, or a config it cannot read: what
            // cannot be seen cannot be switched off.
            Err(trouble) => {
                self.refused = Some(trouble);
                return;
            }
        };
        // scope NUL key LF value NUL, over and over
        let text = String::from_utf8_lossy(&found);
        let mut fields = text.split('\0');
        while let (Some(scope), Some(entry)) = (fields.next(), fields.next()) {
            if !matches!(scope, "local" | "worktree") {
                continue;
            }
            let key = entry.split_once('\n').map_or(entry, |(key, _)| key);
            if !is_driver(key) {
                continue;
            }
            // `-c a=b` ends its key at the first `=`: such a name could not be reached,
            // and neither could one that is not UTF-8.
            if key.contains('=') || key.contains(char::REPLACEMENT_CHARACTER) {
                self.refused = Some(Trouble::Failed(String::new()));
            }
            let value = if key.ends_with(".required") { "false" } else { "" };
            self.settings.push((key.to_owned(), value.to_owned()));
        }
    }
}

/// A key such as `filter.NAME.clean`, whose value git would run.
fn is_driver(key: &str) -> bool {
    let section = key.split('.').next().unwrap_or_default();
    matches!(section, "filter" | "diff" | "merge") && key.matches('.').count() >= 2
}
