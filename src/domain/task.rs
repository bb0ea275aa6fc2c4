//! What a machine is asked to do with a text. Owns the names of the tasks and what each
//! works on; how one is asked for stands in `assets/prompts`.

coded! {
    /// The settings may name a profile for each, a suggestion's brief says which it was.
    /// Its words are those of suggestion files, the settings and the files of prompts.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub enum Task {
        /// A text about a topic.
        #[default]
        Draft = "draft",
        /// The text that is there, in fewer words.
        Shorten = "shorten",
        /// The text that is there, in the brief's tone.
        Tone = "tone",
        /// The text that is there, in the brief's language.
        Translate = "translate",
        /// A text in several messages, each within the network's limit.
        Thread = "thread",
        /// What a picture shows, from what a person says of it: no picture is ever sent.
        AltText = "alt_text",
        /// What stands under the post as its first comment.
        FirstComment = "first_comment",
        /// First lines to choose from, one on each line.
        Hooks = "hooks",
        /// An answer to what somebody wrote, which is the brief's topic.
        Reply = "reply",
    }
}

impl Task {
    /// The key of `[ai.tasks]` in the settings.
    pub fn setting(self) -> &'static str {
        if self == Self::Draft { "drafts" } else { self.code() }
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
