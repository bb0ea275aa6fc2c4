//! What the voice remembers: the proposals as they were last read, and the cursor.

use crate::checks::learned::proposals;
use crate::domain::{Learned, Proposal};
use crate::features::Ctx;

#[derive(Debug, Clone, Default)]
pub struct State {
    pub proposed: Vec<Proposal>,
    /// How many decisions they were read from.
    pub decisions: usize,
    /// The row under the cursor: proposals first, then what `voice.toml` holds.
    pub row: usize,
    /// Of its evidence the case under the cursor, from 0.
    pub case: usize,
}

/// What a row is about.
pub enum Row<'a> {
    Proposed(&'a Proposal),
    Learned(&'a Learned),
}

impl State {
    pub fn open(ctx: &Ctx) -> Self {
        let mut state = Self::default();
        state.read(ctx);
        state
    }

    /// Takes the decisions as they stand now.
    pub fn read(&mut self, ctx: &Ctx) {
        let judged: Vec<_> = ctx.shelf.judged().cloned().collect();
        self.decisions = judged.len();
        self.proposed = proposals(&judged, &ctx.workspace.voice.learned);
        self.row = self.row.min(self.rows(ctx).saturating_sub(1));
    }

    pub fn rows(&self, ctx: &Ctx) -> usize {
        self.proposed.len() + ctx.workspace.voice.learned.len()
    }

    pub fn row<'a>(&'a self, at: usize, ctx: &Ctx<'a>) -> Option<Row<'a>> {
        let held = at.checked_sub(self.proposed.len());
        match held {
            None => self.proposed.get(at).map(Row::Proposed),
            Some(at) => ctx.workspace.voice.learned.get(at).map(Row::Learned),
        }
    }
}
