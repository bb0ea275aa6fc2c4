//! Which day to go to, in a person's own words. Looking is harmless, so of two readings
//! the nearer one is chosen; the other stands below it.

use crate::domain::Now;
use crate::domain::phrase::{self, NotUnderstood, Reading};
use crate::features::{Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, Target};

#[derive(Debug, Clone, PartialEq)]
pub struct GoToDate {
    pub line: Buffer,
    /// Index in the readings; `None` until a person has chosen.
    pub chosen: Option<usize>,
}

impl Default for GoToDate {
    fn default() -> Self {
        Self { line: Buffer::one_line(""), chosen: None }
    }
}

impl GoToDate {
    /// The days that are meant, and which of them is chosen.
    pub fn readings(&self, now: Now) -> Result<(Vec<Reading>, usize), NotUnderstood> {
        let resolved = phrase::parse(self.line.text(), now.local())?;
        let readings: Vec<Reading> = resolved.readings().collect();
        let nearest = resolved.nearest(now.local());
        let nearest = readings.iter().position(|reading| *reading == nearest).unwrap_or_default();
        let chosen = self.chosen.map_or(nearest, |chosen| chosen.min(readings.len() - 1));
        Ok((readings, chosen))
    }

    pub fn update(&mut self, action: &Action, now: Now) -> Outcome {
        match action {
            Action::Confirm => return self.go(now),
            Action::Up | Action::Wheel { up: true } => self.step(-1, now),
            Action::Down | Action::Wheel { up: false } => self.step(1, now),
            Action::Point(Target::Row(row)) => self.chosen = Some(*row),
            Action::OpenAt(Target::Row(row)) => {
                self.chosen = Some(*row);
                return self.go(now);
            }
            Action::Point(Target::Cell { column, clicks, select, .. })
            | Action::DragTo(Target::Cell { column, clicks, select, .. }) => {
                click_line(&mut self.line, *column, *clicks, *select);
            }
            _ => {
                let before = self.line.revision();
                let Some(effects) = edit_line(&mut self.line, action) else {
                    return Outcome::Ignored;
                };
                if self.line.revision() != before {
                    self.chosen = None;
                }
                return Outcome::Handled(effects);
            }
        }
        Outcome::done()
    }

    fn step(&mut self, by: isize, now: Now) {
        if let Ok((readings, chosen)) = self.readings(now) {
            self.chosen = Some(chosen.saturating_add_signed(by).min(readings.len() - 1));
        }
    }

    fn go(&self, now: Now) -> Outcome {
        let Ok((readings, chosen)) = self.readings(now) else { return Outcome::done() };
        let Reading { date, time } = readings[chosen];
        Outcome::Handled(vec![Effect::Close, Effect::GoTo { date, time, post: None }])
    }
}
