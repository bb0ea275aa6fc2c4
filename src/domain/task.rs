//! What a machine is asked to do with a text. Owns the names of the tasks and what each
//! works on; how one is asked for stands in `assets/prompts`.

/// The settings may name a profile for each, a suggestion's brief says which it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Task {
    /// A text about a topic.
    #[default]
    Draft,
    /// The text that is there, in fewer words.
    Shorten,
    /// The text that is there, in the brief's tone.
    Tone,
    /// The text that is there, in the brief's language.
    Translate,
    /// A text in several messages, each within the network's limit.
    Thread,
    /// What a picture shows, from what a person says of it: no picture is ever sent.
    AltText,
    /// What stands under the post as its first comment.
    FirstComment,
    /// First lines to choose from, one on each line.
    Hooks,
    /// An answer to what somebody wrote, which is the brief's topic.
    Reply,
}

impl Task {
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::Shorten,
        Self::Tone,
        Self::Translate,
        Self::Thread,
        Self::AltText,
        Self::FirstComment,
        Self::Hooks,
        Self::Reply,
    ];

    /// The word used in suggestion files, in the settings and for the files of prompts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Shorten => "shorten",
            Self::Tone => "tone",
            Self::Translate => "translate",
            Self::Thread => "thread",
            Self::AltText => "alt_text",
            Self::FirstComment => "first_comment",
            Self::Hooks => "hooks",
            Self::Reply => "reply",
        }
    }

    /// The key of `[ai.tasks]` in the settings.
    pub fn setting(self) -> &'static str {
        if self == Self::Draft { "drafts" } else { self.code() }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.code() == code)
    }

    /// It changes a text that is there: without one there is nothing to do.
    pub fn needs_text(self) -> bool {
        matches!(self, Self::Shorten | Self::Tone | Self::Translate)
    }

    /// It makes sentences of its own: what puts sentences together cannot do it.
    pub fn needs_model(self) -> bool {
        matches!(self, Self::Tone | Self::Translate | Self::AltText | Self::Reply)
    }

    /// It says a whole text once more: both together would say everything twice.
    pub fn says_again(self) -> bool {
        self.needs_text() || self == Self::Thread
    }
}
