//! An answer to somebody: it goes where they wrote, so it is copied and never enters the
//! post. Owns what of it is copied and what that decides.

use super::decide::Judged;
use super::pane::Pane;
use super::state::State;
use crate::domain::{ChangeSet, Hunk, Label, Task, Verdict, is_half};
use crate::features::Ctx;
use crate::vocab::{Effect, Why};

impl Pane {
    pub fn is_reply(&self) -> bool {
        self.brief.task == Task::Reply
    }
}

impl State {
    /// Copies what was not turned down of a reply, whole sentences only. What had no verdict
    /// is accepted with it, so that the reply waits for nobody any more.
    pub fn copy_reply(&mut self, at: usize, ctx: &Ctx) -> Result<Vec<Effect>, Why> {
        let pane = &self.panes[at];
        let (all, fragment) = (pane.hunks(), pane.fragment().is_some());
        let wanted = |i: &usize| {
            all[*i].verdict != Some(Verdict::Rejected) && !(fragment && is_half(&all, *i))
        };
        let kept: Vec<usize> = (0..all.len()).filter(wanted).collect();
        let words: Vec<Hunk> =
            kept.iter().map(|i| Hunk { verdict: None, ..all[*i].clone() }).collect();
        if words.is_empty() {
            return Err(if fragment { Why::HalfASentence } else { Why::NothingSelected });
        }
        let open: Vec<usize> = kept.into_iter().filter(|i| all[*i].verdict.is_none()).collect();
        let whole = pane.decisions.is_empty() && open.len() == all.len();
        let mut effects = self.keep_unsaved(ctx);
        effects.push(Effect::CopyToClipboard(self.joined_up(at, &words)));
        if !open.is_empty() {
            let judged = Judged { pane: at, hunks: (!whole).then_some(open) };
            let add = self.decisions(&judged, Verdict::Accepted, None, ctx);
            let change = self.decided(&judged, add);
            effects.extend(self.send(ChangeSet::one(Label::Accept, change)));
        }
        Ok(effects)
    }
}
