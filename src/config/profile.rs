//! A source of suggestions as the settings describe it; `runtime` makes it work.
//!
//! Holds where a key is, never the key.

use crate::domain::{Dialect, Form};
use std::path::PathBuf;
use std::time::Duration;

/// `[ai.profiles.NAME]`, by its `kind`.
#[derive(Debug, Clone, PartialEq)]
pub enum Profile {
    /// `kind` is the dialect that a model behind HTTP is spoken to in: `"openai"` (most
    /// servers), `"responses"`, `"anthropic"`, `"ollama"`, `"gemini"`.
    Model(ModelProfile),
    /// `kind = "command"`: a program of the user's own.
    Command(CommandProfile),
    /// `kind = "composer"`: the built-in one, which is no AI and needs nothing.
    Composer,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ModelProfile {
    pub dialect: Dialect,
    /// `base_url`: up to and with `/v1`; may be left out where the dialect has one home.
    /// With a key it must be `https`, or this machine or a private network.
    pub base_url: String,
    pub model: String,
    /// `key_env`: the variable that holds the key.
    pub key_env: Option<String>,
    /// `key_file`: a file that holds the key and that nobody else may read; `~/` is the
    /// user's home.
    pub key_file: Option<PathBuf>,
    /// `key_command`: program and arguments that print the key.
    pub key_command: Vec<String>,
    /// `max_tokens`: most tokens of one suggestion.
    pub max_tokens: Option<u32>,
    /// `temperature`: 0 to 2.
    pub temperature: Option<f64>,
    /// `structured`: `"schema"` unless said, `"json"` or `"text"`; a server that refuses
    /// one is asked in the next.
    pub form: Form,
    pub limits: Limits,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CommandProfile {
    /// `command`: program and arguments; no shell reads them. The prompt comes on its
    /// standard input, the post is its standard output.
    pub command: Vec<String>,
    /// `env`: names of variables passed on besides `PATH`, `HOME`, `LANG` and the like.
    pub env: Vec<String>,
    /// `model`: a name to show; else the program's.
    pub model: Option<String>,
    pub limits: Limits,
}

/// How long one suggestion may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// `timeout`: seconds from start to end, 180 unless said.
    pub total: Duration,
    /// `idle`: seconds without a word, 30 unless said.
    pub idle: Duration,
}

impl ModelProfile {
    /// It names a place where a key is to be found.
    pub fn has_key(&self) -> bool {
        self.key_env.is_some() || self.key_file.is_some() || !self.key_command.is_empty()
    }
}

impl Profile {
    /// The word of `kind`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Model(own) => own.dialect.code(),
            Self::Command(_) => "command",
            Self::Composer => "composer",
        }
    }
}
