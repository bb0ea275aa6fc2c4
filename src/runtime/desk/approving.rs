//! The clerk and the notary: a post is laid out from its file, an act is written down and
//! put into the file, or taken back. The ledger comes first: what is in no ledger was never
//! said.

use super::Desk;
use crate::domain::{Entry, Failure, Finding, Id, NotAnAct, RelPath};
use crate::gate::{ApproveAct, Covered, Deed};
use crate::vocab::{Event, Rush};
use chrono::TimeDelta;
use std::collections::BTreeSet;

/// Faster than this nobody reads a post: so many seconds for each …
const EACH: i64 = 5;
/// … where there were at least so many of them.
const MANY: usize = 3;
/// Nobody reads so many words in a second …
const WORDS: usize = 10;
/// … and fewer than these are taken in at a look.
const LONG: usize = 30;

impl Desk {
    /// A post as its file says it now, to be read before it is approved.
    pub(super) fn lay_out(&mut self, post: &Id) {
        self.look_at_ledger();
        match self.fresh(post) {
            Ok((_, entry)) => {
                // What is open in it comes first, or one would be asked to say yes without it.
                let (folder, today) = (self.folder.unkept(), self.today());
                let suggestions = |post: &Id| folder.suggestions(post, self.workspace.zone).0;
                self.reviewer.read(&entry, &self.workspace, today, suggestions);
                self.reviewer.tell(&self.outbox);
                let sheet = self.notary.sheet(entry, &self.workspace, &self.folder);
                self.outbox.send(Event::SheetRead(Box::new(sheet)));
                // Whoever approves may have told git their name just now.
                self.history_due = true;
            }
            Err(failure) => self.outbox.send(Event::NotDone(failure)),
        }
    }

    pub(super) fn approve(&mut self, act: ApproveAct, by: &str) {
        let post = act.post().clone();
        match self.try_approve(act, by) {
            Ok(event) => self.outbox.send(event),
            Err(failure) => {
                self.outbox.send(Event::NotDone(failure));
                self.lay_out(&post);
            }
        }
    }

    fn try_approve(&mut self, act: ApproveAct, by: &str) -> Result<Event, Failure> {
        let post = act.post().clone();
        let refused = |why| Ok(Event::NotApproved { post: post.clone(), why });
        if self.pretends {
            return refused(NotAnAct::Pretended);
        }
        if by.trim().is_empty() {
            return refused(NotAnAct::Nobody);
        }
        let (path, entry) = self.fresh(&post)?;
        if entry.findings.iter().any(Finding::forbids_approval) {
            return refused(NotAnAct::Blocked);
        }
        let other = || Failure::ApprovalOfOther { path: path.clone() };
        let covered = self.notary.covered(&entry.post, &self.workspace, &self.folder);
        let covered = covered.map_err(|_| other())?;
        if self.notary.judge().waits_for_touch() {
            self.outbox.send(Event::TouchWanted);
        }
        let haste = haste(&covered, act.circumstances().seconds);
        let block = self.notary.decide(act, &covered, by, self.clock.now())?.ok_or_else(other)?;
        self.ledger = self.notary.stamp();
        let applied = self.hand()?.approve(&path, &block)?;
        let entry = self.written(applied.entries).ok_or_else(other)?;
        Ok(Event::Approved { entry: Box::new(entry), rush: self.rush(by).or(haste) })
    }

    pub(super) fn revoke(&mut self, post: &Id, by: &str) {
        let event = self.try_revoke(post, by).unwrap_or_else(Event::NotDone);
        self.outbox.send(event);
    }

    fn try_revoke(&mut self, post: &Id, by: &str) -> Result<Event, Failure> {
        let (path, entry) = self.fresh(post)?;
        self.notary.withdraw(&entry.post, by, self.clock.now())?;
        self.ledger = self.notary.stamp();
        let applied = self.hand()?.unapprove(&path)?;
        let entry = self.written(applied.entries).unwrap_or(entry);
        Ok(Event::Revoked { entry: Box::new(entry) })
    }

    /// What the file of a post says at this moment.
    fn fresh(&self, post: &Id) -> Result<(RelPath, Entry), Failure> {
        let zone = self.workspace.zone;
        let gone = || Failure::Gone { path: RelPath::new(format!("posts/{post}.toml")) };
        let path = self.folder.locate(post, zone).ok_or_else(gone)?;
        let read = self.folder.load_post(&path, zone).ok_or_else(gone)?;
        let entry = read.map_err(|_| Failure::Broken { path: path.clone() })?;
        Ok((path, self.checker().check(entry)))
    }

    fn written(&mut self, entries: Vec<Entry>) -> Option<Entry> {
        (self.history_due, self.just_saved) = (true, true);
        let entry = self.checker().check(entries.into_iter().next_back()?);
        self.reviewer.add([std::sync::Arc::new(entry.clone())], &self.outbox);
        Some(entry)
    }

    /// The last approvals by one hand, where they came faster than anybody reads: how many,
    /// in how many seconds.
    fn rush(&self, by: &str) -> Option<Rush> {
        let ledger = self.notary.ledger();
        let own = ledger.acts().iter().rev().take_while(|act| act.by == by);
        let mut times = own.filter(|act| act.deed == Deed::Approve).map(|act| act.at);
        let last = times.next()?;
        let (mut count, mut first) = (1, last);
        for at in times {
            if first - at > TimeDelta::seconds(EACH) {
                break;
            }
            (count, first) = (count + 1, at);
        }
        let seconds = u32::try_from((last - first).num_seconds()).ok()?;
        (count >= MANY).then_some(Rush::Posts { count, seconds })
    }
}

/// One by itself, where its words stood there for less than it takes to read them. What
/// several channels say alike is read once.
fn haste(covered: &Covered, seconds: u32) -> Option<Rush> {
    let texts = covered.lines().iter().filter(|line| line.name == "text");
    let texts: BTreeSet<&str> = texts.map(|line| line.value.as_str()).collect();
    let count: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    // The seconds are whole ones: the one that was begun counts.
    let readable = (seconds as usize + 1) * WORDS;
    (count > readable && count >= LONG).then_some(Rush::Words { count, seconds })
}
