//! Suggestions from models, commands and the built-in composer, behind one port.
//!
//! A [`Source`] turns an [`Ask`] into words; it has no road to the disk, to the terminal
//! or to any network but its own endpoint. Nothing here decides anything about a post.

mod answer;
mod ask;
mod clean;
mod closeness;
mod command;
mod composer;
mod discover;
mod endpoint;
#[cfg_attr(not(target_os = "linux"), path = "family_elsewhere.rs")]
mod family;
mod field;
#[cfg(test)]
mod fixture;
mod http;
#[cfg(test)]
mod injection_tests;
mod job;
mod past;
mod process;
mod prompts;
mod refusal;
mod shape;
mod sse;
mod stop;
mod stream;
mod thoughts;
mod trial;
mod wire;

pub use ask::{About, Ask, Rejection, Target};
pub use command::{CommandSource, key_from};
pub use composer::Composer;
pub use discover::{LocalServer, USUAL, discover};
pub use endpoint::{Agreed, Endpoint};
pub use job::Patience;
pub use past::{Like, Past};
pub use process::Program;
pub use stop::Stop;
pub use trial::{Trial, trial, trial_ask};

use crate::domain::{Extras, Failure, Layer, ModelText, Remarks, SuggestionSource, as_thread};
use crate::text::{at_once, is_thread, without_numbers};

/// Someone who can write a suggestion: a model behind HTTP, a command, the composer.
pub trait Source: Send + Sync {
    fn describe(&self) -> SourceInfo;

    /// Exactly what [`Source::write`] sends for this ask, and to whom. The same ask
    /// always gives the same prompt, so it can be shown before and after.
    fn prompt(&self, ask: &Ask) -> Prompt;

    /// Writes one suggestion, handing pieces to `sink` as they arrive. Returns within
    /// 100 ms of `stop`.
    ///
    /// `Err` means that not a word arrived. What broke off after some words is an `Ok`
    /// whose [`Ended`] says so: a fragment.
    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure>;
}

/// Who writes, in the words of the header and of suggestion files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceInfo {
    /// `composer`, `command`, or the dialect that the model speaks.
    pub provider: String,
    /// The model's name, the program's name, or the composer's version.
    pub model: String,
    /// Where the words go, as `host:port`; `None` when they stay on this machine's
    /// own program.
    pub host: Option<String>,
    /// The composer is none, and says so.
    pub is_ai: bool,
}

/// What is sent, and to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    pub to: SourceInfo,
    /// Template and version, such as `draft-it@1`.
    pub template: String,
    /// The standing instructions; empty where the source has none.
    pub system: String,
    /// The rest: brief, voice, facts, past posts, as labelled data.
    pub user: String,
    /// Byte for byte what leaves the program; empty for the composer.
    pub sent: String,
    /// The same, part by part, for a person to read.
    pub layers: Vec<Layer>,
    /// What the source says of its own work; a model says nothing.
    pub remarks: Remarks,
}

impl Prompt {
    /// The `[source]` of the suggestion's file. `post_hash` is of the text it was made for.
    pub fn source(&self, post_hash: Option<String>) -> SuggestionSource {
        SuggestionSource {
            provider: self.to.provider.clone(),
            model: self.to.model.clone(),
            prompt: Some(self.template.clone()),
            post_hash,
            remarks: self.remarks.clone(),
        }
    }
}

/// A step of a suggestion being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The model is reasoning; its reasoning is never shown or kept.
    Thinking,
    /// The next words. A preview: what counts is [`Written::text`].
    Text(String),
}

/// A suggestion as it came, cleaned of wrappings, with nothing added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub text: ModelText,
    /// From the last line, without `#`.
    pub hashtags: Vec<String>,
    pub extras: Extras,
    pub ended: Ended,
}

impl Written {
    /// The text in the shape that was asked for: messages that were not told apart are its
    /// paragraphs in a thread, and everywhere else one text. Numbers are not a machine's to
    /// keep.
    #[must_use]
    pub fn shaped(self, ask: &Ask) -> Self {
        let text = self.text.shown();
        let thread = if is_thread(text) { text.to_owned() } else { as_thread(text) };
        let text = if ask.is_thread() {
            without_numbers(&thread).into_owned()
        } else {
            at_once(text).into_owned()
        };
        Self { text: ModelText::new(text), ..self }
    }
}

/// How the writing ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Complete,
    /// The model's own length limit cut it.
    Cut,
    /// The person stopped it.
    Stopped,
    /// It broke off after some words had arrived.
    Broken(Failure),
}

impl Ended {
    /// Whether the words are kept as a fragment.
    pub fn is_fragment(&self) -> bool {
        *self != Self::Complete
    }
}
