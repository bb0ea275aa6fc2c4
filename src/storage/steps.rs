//! The last edits that were made, each with the bytes it was made on: what takes one back
//! gives those bytes again, to the last quote. Owns no file; versions are kept elsewhere,
//! and an edit that is not the way back goes by its values, as any other.

use crate::domain::{ContentHash, FieldEdit};
use std::collections::VecDeque;

/// How many edits are remembered; those before are taken back by their values.
const MOST: usize = 64;

#[derive(Debug, Default)]
pub struct Steps(VecDeque<Step>);

#[derive(Debug)]
struct Step {
    back: Vec<FieldEdit>,
    before: Vec<u8>,
    after: ContentHash,
}

impl Steps {
    pub fn made(&mut self, edits: &[FieldEdit], before: Vec<u8>, after: &[u8]) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        let back = edits.iter().rev().map(FieldEdit::inverse).collect();
        self.0.push_back(Step { back, before, after: ContentHash::of(after) });
    }

    /// The bytes that stood here before, if `edits` are the way back from just this version.
    pub fn back(&self, now: &[u8], edits: &[FieldEdit]) -> Option<&[u8]> {
        let now = ContentHash::of(now);
        // Several decisions are taken back in the order they were made in.
        let same = |step: &&Step| step.back == edits || step.back.iter().rev().eq(edits);
        let mut steps = self.0.iter().rev();
        let step = steps.find(|step| step.after == now && same(step))?;
        Some(&step.before)
    }
}
