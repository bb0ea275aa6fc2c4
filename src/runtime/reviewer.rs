//! What is still to be read for its claims: posts that came from the folder, a few at a
//! time and only while nobody waits for anything else.
//!
//! Owns the queue. What a claim is and how it stands, and what AI had a part in, is `checks`'
//! to say.

use super::crew::{AtWork, Outbox};
use crate::checks::{claim_findings, disclosed};
use crate::domain::{Entry, Id, OpenClaims, RelPath, Suggestion, Workspace};
use crate::vocab::Event;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// So many between two looks at what else there is to do: some milliseconds.
const AT_ONCE: usize = 16;

#[derive(Default)]
pub struct Reviewer {
    due: BTreeMap<RelPath, Arc<Entry>>,
    /// Read and not yet said.
    read: Vec<OpenClaims>,
    /// Where something was open when it was last said.
    open: BTreeSet<RelPath>,
    at_work: Option<AtWork>,
}

impl Reviewer {
    pub fn add(&mut self, entries: impl IntoIterator<Item = Arc<Entry>>, outbox: &Outbox) {
        self.due.extend(entries.into_iter().map(|entry| (entry.path.clone(), entry)));
        if !self.due.is_empty() && self.at_work.is_none() {
            self.at_work = Some(outbox.busy.start());
        }
    }

    /// Reads a few; says whether there are more. `suggestions` reads those of a post.
    pub fn go_on(
        &mut self,
        workspace: &Workspace,
        today: NaiveDate,
        outbox: &Outbox,
        suggestions: impl Fn(&Id) -> Vec<Suggestion>,
    ) -> bool {
        for _ in 0..AT_ONCE {
            let Some((_, entry)) = self.due.pop_first() else { break };
            self.read(&entry, workspace, today, &suggestions);
        }
        if self.due.is_empty() {
            self.tell(outbox);
            self.at_work = None;
        }
        !self.due.is_empty()
    }

    /// Reads one, whether or not it is due.
    pub fn read(
        &mut self,
        entry: &Entry,
        workspace: &Workspace,
        today: NaiveDate,
        suggestions: impl Fn(&Id) -> Vec<Suggestion>,
    ) {
        self.due.remove(&entry.path);
        let mut findings = claim_findings(&entry.post, workspace, today);
        let named = entry.post.suggested_for();
        let named: Vec<Suggestion> = named.into_iter().flat_map(&suggestions).collect();
        findings.extend(disclosed(&entry.post, workspace, |origin| origin.find_in(&named)));
        let had = self.open.remove(&entry.path);
        if !findings.is_empty() {
            self.open.insert(entry.path.clone());
        }
        if had || !findings.is_empty() {
            self.read.push(OpenClaims { path: entry.path.clone(), hash: entry.hash, findings });
        }
    }

    /// What has been read so far; nobody hears of posts in which nothing is and was open.
    pub fn tell(&mut self, outbox: &Outbox) {
        if !self.read.is_empty() {
            outbox.send(Event::ClaimsRead(std::mem::take(&mut self.read)));
        }
    }
}
