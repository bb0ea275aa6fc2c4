//! Why something is held back: one line, which may stay empty, for whoever finds it so.

use crate::domain::{Change, ChangeSet, Freeze, Frozen, Label};
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, Target};

#[derive(Debug, Clone, PartialEq)]
pub struct FreezeWhy {
    freeze: Freeze,
    posts: usize,
    pub text: Buffer,
}

impl FreezeWhy {
    pub fn new(freeze: Freeze, posts: usize) -> Self {
        Self { freeze, posts, text: Buffer::one_line("") }
    }

    /// As it is shown.
    pub fn what(&self, ctx: &Ctx) -> Frozen {
        ctx.networks.named(ctx.workspace, &self.freeze.what)
    }

    pub fn update(&mut self, action: &Action, ctx: &Ctx) -> Outcome {
        match action {
            Action::Confirm | Action::Save => {
                let why = Some(self.text.text().trim().to_owned()).filter(|why| !why.is_empty());
                let label = Label::Freeze { what: self.what(ctx), posts: self.posts };
                let freeze = Freeze { why, ..self.freeze.clone() };
                let change = Change::Freeze { add: vec![freeze], remove: Vec::new() };
                let set = ChangeSet::one(label, change);
                Outcome::Handled(vec![Effect::Close, Effect::Apply(set)])
            }
            Action::Point(Target::Cell { column, clicks, select, .. })
            | Action::DragTo(Target::Cell { column, clicks, select, .. }) => {
                click_line(&mut self.text, *column, *clicks, *select);
                Outcome::done()
            }
            _ => edit_line(&mut self.text, action).map_or(Outcome::Ignored, Outcome::Handled),
        }
    }
}
