//! The clerk and the notary: a post is laid out from its file, an act is written down and
//! put into the file, or taken back. The ledger comes first: what is in no ledger was never
//! said.

use super::Desk;
use crate::domain::{Entry, Failure, Finding, Id, NotAnAct, RelPath};
use crate::gate::{Act, ApproveAct, Covered, Deed, Ledger};
use crate::vocab::{Event, Rush};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// Faster than this nobody reads a post: so many seconds for each …
const EACH: i64 = 5;
/// … where there were at least so many of them.
const MANY: usize = 3;
/// No more acts are looked at for it.
const LOOKED_AT: usize = 50;
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
        let ledger = self.notary.ledger();
        let known = self.known_texts(ledger.last_approved(&post), &post);
        let haste = haste(&covered, &known, act.circumstances().seconds);
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

    /// The last approvals by one hand, where they came faster than anybody reads: how many
    /// that said something new, in how many seconds.
    fn rush(&self, by: &str) -> Option<Rush> {
        let ledger = self.notary.ledger();
        let own = ledger.acts().iter().enumerate().rev().take_while(|(_, act)| act.by == by);
        let given = own.filter(|(_, act)| act.deed == Deed::Approve).take(LOOKED_AT);
        let mut row: Option<(usize, DateTime<Utc>, DateTime<Utc>)> = None;
        for (index, act) in given {
            let (count, first, last) = row.unwrap_or((0, act.at, act.at));
            if first - act.at > TimeDelta::seconds(EACH) {
                break;
            }
            row = Some((count + usize::from(self.is_news(&ledger, index)), act.at, last));
        }
        let (count, first, last) = row?;
        let seconds = u32::try_from((last - first).num_seconds()).ok()?;
        (count >= MANY).then_some(Rush::Posts { count, seconds })
    }

    /// An approval of words that were not approved just before: not of a time that moved.
    fn is_news(&self, ledger: &Ledger, index: usize) -> bool {
        let act = &ledger.acts()[index];
        let mut before = ledger.acts()[..index].iter().rev();
        let Some(before) = before.find(|one| one.post == act.post) else { return true };
        let known = self.known_texts(Some(before), &act.post);
        let said = self.notary.kept(act.hash);
        said.is_none_or(|said| texts(&said).iter().any(|text| !known.contains(*text)))
    }

    /// The words of an approval that stands, or stood until something changed: they were read.
    fn known_texts(&self, act: Option<&Act>, post: &Id) -> BTreeSet<String> {
        let ledger = self.notary.ledger();
        let stood = act.filter(|act| {
            let last = ledger.last(post, act.hash);
            act.deed == Deed::Approve && last.is_some_and(|last| last.deed == Deed::Approve)
        });
        let kept = stood.and_then(|act| self.notary.kept(act.hash));
        kept.iter().flat_map(texts).map(str::to_owned).collect()
    }
}

/// What several channels say alike is read once.
fn texts(covered: &Covered) -> BTreeSet<&str> {
    let texts = covered.lines().iter().filter(|line| line.name == "text");
    texts.map(|line| line.value.as_str()).collect()
}

/// One by itself, where its words stood there for less than it takes to read them. Those that
/// are `known` were read when they were approved before.
fn haste(covered: &Covered, known: &BTreeSet<String>, seconds: u32) -> Option<Rush> {
    let news = texts(covered).into_iter().filter(|text| !known.contains(*text));
    let count: usize = news.map(|text| text.split_whitespace().count()).sum();
    // The seconds are whole ones: the one that was begun counts.
    let readable = (seconds as usize + 1) * WORDS;
    (count > readable && count >= LONG).then_some(Rush::Words { count, seconds })
}
