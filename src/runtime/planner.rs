//! Posts compared with each other while nobody waits for anything else, so that no frame does.
//!
//! Owns the question that was asked last and its answer; what is compared is `checks`' to say.

use super::crew::{AtWork, Outbox};
use crate::checks::{networks, plan};
use crate::domain::{Entry, Plan, PlanStamp, Workspace};
use crate::vocab::Event;
use std::sync::Arc;

#[derive(Default)]
pub struct Planner {
    asked: Option<(PlanStamp, Vec<Arc<Entry>>, AtWork)>,
    found: Option<Arc<Plan>>,
}

impl Planner {
    /// Whatever was asked before and not answered is of posts that have changed since.
    pub fn ask(&mut self, stamp: PlanStamp, posts: Vec<Arc<Entry>>, outbox: &Outbox) {
        self.asked = Some((stamp, posts, outbox.busy.start()));
    }

    /// Says whether there was anything to do.
    pub fn go_on(&mut self, workspace: &Workspace, outbox: &Outbox) -> bool {
        let Some((stamp, posts, at_work)) = self.asked.take() else { return false };
        let last = self.found.as_deref();
        let plan = Arc::new(plan::find(&posts, workspace, networks(), stamp.today, last));
        self.found = Some(Arc::clone(&plan));
        outbox.send(Event::PlanFound { stamp, plan });
        drop(at_work);
        true
    }
}
