//! What the calendar is to show. It follows every change at once; `Esc` puts back what
//! it showed before.

use crate::domain::{Filter, Stage};
use crate::features::choice::Choice;
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, Target};
use std::collections::BTreeSet;

/// The rows, from the top: the words, then the choices.
pub const CHANNELS: usize = 1;
pub const PILLARS: usize = 2;
pub const CAMPAIGNS: usize = 3;
pub const STAGES: usize = 4;

/// Stands behind the stages: what of them somebody has to look at.
pub const NEEDS_PERSON: &str = "needs-person";

#[derive(Debug, Clone, PartialEq)]
pub struct FilterForm {
    pub before: Filter,
    pub line: Buffer,
    /// Channels, pillars, campaigns and stages, as rows 1 to 4.
    pub choices: [Choice; 4],
    pub focus: usize,
}

impl FilterForm {
    pub fn new(filter: &Filter, ctx: &Ctx) -> Self {
        let channels = ctx.workspace.channels.iter().map(|channel| channel.key.clone());
        let pillars = ctx.workspace.pillars.iter().map(|pillar| pillar.key.clone());
        let campaigns: BTreeSet<String> =
            ctx.shelf.entries().filter_map(|entry| entry.post.campaign.clone()).collect();
        let stages = Stage::ALL.map(|stage| stage.code().to_owned()).into_iter();
        let stages = stages.chain([NEEDS_PERSON.to_owned()]);
        let campaign: Vec<String> = filter.campaign.iter().cloned().collect();
        let mut wanted: Vec<String> = filter.stages.iter().map(|s| s.code().to_owned()).collect();
        wanted.extend(filter.needs_person.then(|| NEEDS_PERSON.to_owned()));
        Self {
            before: filter.clone(),
            line: Buffer::one_line(filter.text.clone()),
            choices: [
                Choice::new(channels, &filter.channels, true),
                Choice::new(pillars, &filter.pillars, true),
                Choice::new(campaigns, &campaign, false),
                Choice::new(stages, &wanted, true),
            ],
            focus: 0,
        }
    }

    pub fn filter(&self) -> Filter {
        let [channels, pillars, campaigns, stages] = &self.choices;
        Filter {
            channels: channels.chosen(),
            pillars: pillars.chosen(),
            campaign: campaigns.one(),
            stages: stages.chosen().iter().filter_map(|code| Stage::from_code(code)).collect(),
            needs_person: stages.is_on(NEEDS_PERSON),
            text: self.line.text().trim().to_owned(),
        }
    }

    pub fn update(&mut self, action: &Action) -> Outcome {
        let before = self.filter();
        let mut effects = Vec::new();
        match action {
            Action::Cancel | Action::Back => {
                let back = Effect::SetFilter(self.before.clone());
                return Outcome::Handled(vec![back, Effect::Close]);
            }
            Action::Confirm | Action::Save => return Outcome::effect(Effect::Close),
            Action::ClearFilter => {
                *self = self.cleared();
            }
            Action::Up | Action::PreviousPane | Action::Wheel { up: true } => {
                self.focus = self.focus.saturating_sub(1);
            }
            Action::Down | Action::NextPane | Action::Wheel { up: false } => {
                self.focus = (self.focus + 1).min(STAGES);
            }
            Action::Point(Target::Row(row)) => self.focus = (*row).min(STAGES),
            Action::Point(Target::Choice { row, choice })
            | Action::OpenAt(Target::Choice { row, choice }) => {
                self.focus = (*row).min(STAGES);
                if let Some(choices) = self.choice() {
                    choices.at = *choice;
                    choices.toggle();
                }
            }
            Action::Point(Target::Cell { column, clicks, select, .. })
            | Action::DragTo(Target::Cell { column, clicks, select, .. }) => {
                self.focus = 0;
                click_line(&mut self.line, *column, *clicks, *select);
            }
            _ => match (action, self.choice()) {
                (Action::Left, Some(choice)) => choice.step(-1),
                (Action::Right, Some(choice)) => choice.step(1),
                (Action::Toggle, Some(choice)) => choice.toggle(),
                // Letters are words, wherever the cursor stands.
                (Action::Write(_), Some(_)) => {
                    self.focus = 0;
                    effects.extend(edit_line(&mut self.line, action).unwrap_or_default());
                }
                (_, Some(_)) => return Outcome::Ignored,
                (_, None) => match edit_line(&mut self.line, action) {
                    Some(copied) => effects.extend(copied),
                    None => return Outcome::Ignored,
                },
            },
        }
        let filter = self.filter();
        effects.extend((filter != before).then_some(Effect::SetFilter(filter)));
        Outcome::Handled(effects)
    }

    fn choice(&mut self) -> Option<&mut Choice> {
        self.focus.checked_sub(1).and_then(|i| self.choices.get_mut(i))
    }

    fn cleared(&self) -> Self {
        let mut cleared = Self { line: Buffer::one_line(""), ..self.clone() };
        for choice in &mut cleared.choices {
            choice.on.fill(false);
        }
        cleared
    }
}
