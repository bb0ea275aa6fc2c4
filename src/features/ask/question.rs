//! A question from another room, with the answers it brought.

use crate::features::Outcome;
use crate::vocab::{Action, Effect, Question, Target};

#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub question: Question,
    /// Index in its answers.
    pub selected: usize,
}

impl Asked {
    pub fn update(&mut self, action: &Action) -> Outcome {
        let last = self.question.answers.len().saturating_sub(1);
        match action {
            Action::Confirm => return self.answer(self.selected),
            Action::Choose(number) => return self.answer(usize::from(*number).wrapping_sub(1)),
            Action::Left | Action::Up | Action::Wheel { up: true } => {
                self.selected = self.selected.saturating_sub(1);
            }
            Action::Right | Action::Down | Action::Wheel { up: false } => {
                self.selected = (self.selected + 1).min(last);
            }
            Action::Point(Target::Row(row)) => self.selected = (*row).min(last),
            Action::OpenAt(Target::Row(row)) => return self.answer(*row),
            _ => return Outcome::Ignored,
        }
        Outcome::done()
    }

    /// The question goes first, so that what it brings finds the room that asked.
    fn answer(&self, at: usize) -> Outcome {
        let Some(answer) = self.question.answers.get(at) else { return Outcome::done() };
        let mut effects = vec![Effect::Close];
        effects.extend(answer.effects.iter().cloned());
        Outcome::Handled(effects)
    }
}
