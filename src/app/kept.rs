//! What becomes of what was handed over to be kept: when the journal or storage answers,
//! and when the person leaves before they have. Knows no screen.

use super::App;
use crate::domain::{Carried, ChangeSet};
use crate::vocab::{Asks, Effect, Event, Question, Screen};

impl App {
    /// The journal has answered: nothing is lost by leaving now, or it is asked.
    pub(super) fn quit_when_kept(&mut self, event: &Event) -> Vec<Effect> {
        let answered = matches!(event, Event::TextKept { .. } | Event::NotKept(_));
        if !self.quitting || !answered {
            return Vec::new();
        }
        if self.world.keeping.is_all_kept() {
            return vec![Effect::Quit];
        }
        if matches!(event, Event::TextKept { .. }) {
            return Vec::new();
        }
        self.quitting = false;
        let leave = vec![Effect::GiveUp, Effect::Quit];
        vec![Effect::Show(Screen::Question(Box::new(Question::go_ahead(Asks::QuitUnkept, leave))))]
    }

    /// What its file has by now waits nowhere else, also where its editor is closed.
    pub fn in_file(&mut self, set: &ChangeSet) -> Vec<Effect> {
        let mut effects = Vec::new();
        for Carried { journal, text, .. } in set.carried(&self.world.shelf) {
            let Some(key) = journal else { continue };
            self.left.retain(|left| left.key != key || left.text != text);
            if self.world.keeping.is_last(&key, &text) {
                let dropped = Effect::JournalDrop(key);
                self.world.keeping.asked(&dropped);
                effects.push(dropped);
            }
        }
        effects
    }

    /// On its way to storage, and not forgotten until that has answered.
    pub(super) fn ordered(&mut self, set: ChangeSet) -> Effect {
        let effect = Effect::Apply(set);
        self.world.keeping.asked(&effect);
        effect
    }
}
