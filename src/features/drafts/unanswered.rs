//! Words that somebody typed for a request that came to nothing: a comment to be answered,
//! what a picture shows, how another suggestion is to be. They stand nowhere else, so they
//! come back where they were typed: at once where no other key would be taken by that,
//! else when the same is asked for again.

use super::brief::line;
use super::pane::Pane;
use super::state::{Instruction, Mode, State};
use crate::domain::{Brief, Task};
use crate::vocab::{Effect, Left, Screen};

impl State {
    /// Takes the pane of a request away that brought no word.
    pub fn came_to_nothing(&mut self, at: usize) -> Vec<Effect> {
        let (suggestion, brief) = (self.panes[at].id.clone(), self.panes[at].brief.clone());
        self.close(at);
        let free = matches!(self.mode, Mode::Reading) && self.running().is_empty();
        match (&brief.instruction, brief.task) {
            (Some(words), _) if free => {
                let line = line(words);
                self.mode = Mode::Instruction(Box::new(Instruction { suggestion, brief, line }));
            }
            (None, Task::Reply | Task::AltText) if free => {
                let (post, channel) = (self.post.clone(), brief.channel.clone());
                self.unanswered = Some(brief.clone());
                let left = Some(Box::new(Left { brief, at_once: true }));
                return vec![Effect::Show(Screen::Helps { post, channel, left })];
            }
            (Some(_), _) | (None, Task::Reply | Task::AltText) => self.unanswered = Some(brief),
            _ => {}
        }
        Vec::new()
    }

    /// What would be lost with the room: the words of a request that has not brought any
    /// yet, or of one that brought none.
    pub fn unheard(&self) -> Option<Brief> {
        let silent = |pane: &&Pane| pane.is_running() && pane.text.shown().trim().is_empty();
        let said = |brief: &&Brief| {
            brief.instruction.is_some() || matches!(brief.task, Task::Reply | Task::AltText)
        };
        let running = self.panes.iter().filter(silent).map(|pane| &pane.brief).rfind(said);
        running.or(self.unanswered.as_ref()).cloned()
    }

    /// What was left of an instruction.
    pub fn left_instruction(&self) -> &str {
        let brief = self.unanswered.as_ref();
        brief.and_then(|brief| brief.instruction.as_deref()).unwrap_or_default()
    }

    /// What was left of a help.
    pub fn left_help(&self) -> Option<Box<Left>> {
        left_of(self.unanswered.as_ref()?)
    }

    /// It is asked for once more: should it come to nothing again, that brings it back.
    pub fn asked_again(&mut self, brief: &Brief) {
        let same = |left: &Brief| {
            (left.task, left.instruction.is_some()) == (brief.task, brief.instruction.is_some())
        };
        self.unanswered = self.unanswered.take().filter(|left| !same(left));
    }
}

/// What there is to go on with when a help is asked for again.
pub fn left_of(brief: &Brief) -> Option<Box<Left>> {
    let brief = Some(brief.clone()).filter(|brief| brief.instruction.is_none())?;
    Some(Box::new(Left { brief, at_once: false }))
}
