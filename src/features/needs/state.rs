//! What the list remembers: its rows as they were last gathered, and the cursor.

use crate::checks::errands;
use crate::domain::Errand;
use crate::features::Ctx;

#[derive(Debug, Clone, Default)]
pub struct State {
    pub errands: Vec<Errand>,
    pub row: usize,
}

impl State {
    pub fn open(ctx: &Ctx) -> Self {
        let mut state = Self::default();
        state.read(ctx);
        state
    }

    /// Gathers the rows anew; the cursor stays with its post where that still waits.
    pub fn read(&mut self, ctx: &Ctx) {
        let here = self.here().cloned();
        self.errands = errands(ctx.shelf, ctx.workspace, ctx.now, ctx.by);
        let same = |one: &Errand| here.as_ref() == Some(one);
        let post = |one: &Errand| here.as_ref().is_some_and(|here| here.post == one.post);
        let found = self.errands.iter().position(same);
        let found = found.or_else(|| self.errands.iter().position(post)).unwrap_or(self.row);
        self.row = found.min(self.errands.len().saturating_sub(1));
    }

    pub fn here(&self) -> Option<&Errand> {
        self.errands.get(self.row)
    }
}
