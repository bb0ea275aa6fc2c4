//! The helps that can be asked for a text, in words.

use super::Words;
use super::said::capital;
use crate::domain::Task;

impl Words {
    pub fn help_name(&self, task: Task) -> String {
        match task {
            Task::Shorten => self.ask_helps_shorten(),
            Task::Tone => self.ask_helps_other_tone(),
            Task::Translate => self.ask_helps_translate(),
            Task::Thread => self.ask_helps_thread(),
            Task::Hooks => self.ask_helps_hooks(),
            Task::FirstComment => self.ask_helps_first_comment(),
            Task::AltText => self.ask_helps_alt(),
            Task::Reply => self.ask_helps_reply(),
            // Asked for in the brief, not here.
            Task::Draft => String::new(),
        }
    }

    /// The same as the title of what is asked next.
    pub fn help_heading(&self, task: Task) -> String {
        capital(&self.help_name(task))
    }

    /// What it does to which text.
    pub fn help_about(&self, task: Task) -> String {
        match task {
            Task::Shorten => self.ask_helps_shorten_told(),
            Task::Tone => self.ask_helps_tone_told(),
            Task::Translate => self.ask_helps_translate_told(),
            Task::Thread => self.ask_helps_thread_told(),
            Task::Hooks => self.ask_helps_to_text(),
            Task::FirstComment => self.ask_helps_to_comment(),
            Task::AltText => self.ask_helps_to_picture(),
            Task::Reply => self.ask_helps_to_copy(),
            Task::Draft => String::new(),
        }
    }

    /// A language by its name, where it is one of ours; else by its tag.
    pub fn language_name(&self, tag: &str) -> String {
        match tag {
            "it" => self.voice_italian(),
            "en" => self.voice_english(),
            other => other.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect(),
        }
    }
}
