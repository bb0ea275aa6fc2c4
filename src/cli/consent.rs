//! What a person has said of a post, as verbs tell it: who approved it and when, what has
//! changed since, who took it back, what holds it. Asks the gate, the ledger and git; writes
//! nothing.

use super::{Opened, Session, freeze};
use crate::checks::networks;
use crate::domain::{Consent, Entry, Note, Open, Post, Trust, Voided, covered_changes};
use crate::gate::{Act, Covered, Deed, covered, hash_of};
use crate::git;
use crate::i18n::Words;
use crate::storage::read_post;
use crate::text::reveal_line;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How an approval came to be void.
pub struct Change {
    /// What of it is other than what was approved.
    names: BTreeSet<String>,
    commit: Commit,
}

/// Which commit voided it.
enum Commit {
    By(git::Version),
    /// Nobody has committed it yet.
    NotYet,
    /// There is no history, or it does not know what was approved.
    Unknown,
}

/// Whether there is an approval that holds, as a sentence.
pub fn said(words: &Words, opened: &Opened, post: &Post, consent: &Consent) -> String {
    let at = |at: DateTime<Utc>| words.moment(at.with_timezone(&opened.zone()).naive_local());
    match consent {
        Consent::None => match withdrawn(opened, post) {
            Some(act) => words.gate_revoked(words.person(&act.by), at(act.at)),
            None => words.cli_not_approved(),
        },
        Consent::Given(given) => {
            let (by, at) = (words.person(&given.by), at(given.at));
            match given.trust {
                Trust::Ledger => words.cli_approved_ledger(by, at),
                Trust::Signed => words.cli_approved_signed(by, at),
                Trust::Touched => words.cli_approved_touched(by, at),
            }
        }
        Consent::Void { why: Voided::Revoked { by, at: when }, .. } => {
            words.gate_revoked(words.person(by), at(when.to_utc()))
        }
        Consent::Void { why: why @ Voided::Changed, by } => {
            let given = post.approval.as_ref().and_then(|block| block.at);
            match (words.person(by), given) {
                (who, Some(given)) if !who.is_empty() => words.approve_since(who, at(given)),
                _ => words.voided(why, by).sentence,
            }
        }
        Consent::Void { by, .. } if is_lost(opened, post, consent) => match words.person(by) {
            by if by.is_empty() => words.cli_approval_lost_nobody(),
            by => words.cli_approval_lost(by),
        },
        Consent::Void { why, by } => words.voided(why, by).sentence,
    }
}

/// It was given on this machine, which kept what it is about, and the ledger has no line of it:
/// with its lines and its head gone it looks like one in which nothing was ever written.
pub fn is_lost(opened: &Opened, post: &Post, consent: &Consent) -> bool {
    let unknown = matches!(consent, Consent::Void { why: Voided::Elsewhere, .. });
    let hash = post.approval.as_ref().filter(|_| unknown).and_then(hash_of);
    hash.is_some_and(|hash| opened.notary.kept(hash).is_some())
}

/// What to do about an approval that the ledger of this machine does not know.
pub fn next(words: &Words, opened: &Opened, entry: &Entry) -> Option<String> {
    let Consent::Void { why: why @ Voided::Elsewhere, by } = &entry.consent else { return None };
    Some(match is_lost(opened, &entry.post, &entry.consent) {
        true => words.cli_next_ledger_lost(),
        false if opened.notary.ledger().acts().is_empty() => words.cli_next_ledger_empty(),
        false => words.voided(why, by).next,
    })
}

/// What the posts that were read say of a ledger that seems sound: that approvals given here
/// are not in it, or that it is empty and posts carry some all the same.
pub fn lacking(words: &Words, opened: &Opened) -> Option<Lacking> {
    let unknown = |entry: &&Arc<Entry>| {
        matches!(&entry.consent, Consent::Void { why: Voided::Elsewhere, .. })
    };
    let unknown: Vec<&Arc<Entry>> = opened.shelf.entries().filter(unknown).collect();
    let path = opened.notary.ledger_path()?;
    let path = reveal_line(&path.to_string_lossy()).into_owned();
    let lost = unknown.iter().filter(|entry| is_lost(opened, &entry.post, &entry.consent)).count();
    let is_empty = opened.notary.ledger().acts().is_empty();
    let (bad, sentence, next) = match (lost as u64, unknown.len() as u64) {
        (0, 0) => return None,
        (0, _) if !is_empty => return None,
        (0, all) => (false, words.cli_ledger_empty(path, all), words.cli_next_ledger_empty()),
        (lost, _) => (true, words.cli_ledger_lost(path, lost), words.cli_next_ledger_lost()),
    };
    Some(Lacking { bad, sentence, next })
}

/// What a ledger lacks, and what to do about it.
pub struct Lacking {
    /// It is known to have been there.
    pub bad: bool,
    pub sentence: String,
    pub next: String,
}

/// The same where anybody has ever said yes.
pub fn of_any(words: &Words, opened: &Opened, entry: &Entry) -> Option<String> {
    let (post, consent) = (&entry.post, &entry.consent);
    let any = *consent != Consent::None || withdrawn(opened, post).is_some();
    any.then(|| said(words, opened, post, consent))
}

/// The last word that was said here of a post, where it took an approval back: the file says
/// nothing of it any more.
fn withdrawn(opened: &Opened, post: &Post) -> Option<Act> {
    let ledger = opened.notary.ledger();
    let last = ledger.acts().iter().rev().find(|act| act.post == post.id);
    last.filter(|act| act.deed == Deed::Revoke).cloned()
}

/// What has changed since, and by which commit, where that can be told: holds the post
/// against its earlier versions, until one is as it was approved.
pub fn changed(opened: &Opened, entry: &Entry) -> Option<Change> {
    let is_changed = matches!(entry.consent, Consent::Void { why: Voided::Changed, .. });
    let approved = hash_of(entry.post.approval.as_ref().filter(|_| is_changed)?)?;
    let now = opened.notary.covered(&entry.post, &opened.workspace, &opened.folder).ok()?;
    let names = |then: &Covered| covered_changes(then.lines(), now.lines());
    let root = opened.folder.root();
    let media: Vec<_> =
        entry.post.media.iter().map(|m| opened.folder.medium_hash(&m.path)).collect();
    let mut later = Commit::NotYet;
    for (version, path) in git::versions(root, &entry.path).unwrap_or_default() {
        let bytes = git::file_at(root, &version.commit, &path)?;
        let then = read_post(&path, &bytes, opened.zone()).ok();
        let then =
            then.and_then(|then| covered(&then.post, &opened.workspace, networks(), &media).ok());
        if let Some(then) = then.filter(|then| then.hash() == approved) {
            return Some(Change { names: names(&then), commit: later });
        }
        later = Commit::By(version);
    }
    // Never committed as it was approved: this machine may know it all the same.
    let then = opened.notary.kept(approved)?;
    let commit = if git::is_repo(root) { Commit::NotYet } else { Commit::Unknown };
    Some(Change { names: names(&then), commit })
}

impl Change {
    pub fn said(&self, words: &Words) -> String {
        let names: Vec<String> = self.names.iter().map(|name| words.covered_name(name)).collect();
        let names = names.join(", ");
        match &self.commit {
            Commit::By(version) => words.cli_voided_by(
                reveal_line(&version.subject),
                words.person(&version.by),
                version.day.as_str(),
                version.commit.get(..10).unwrap_or_default(),
                names,
            ),
            Commit::NotYet => words.cli_voided_uncommitted(names),
            Commit::Unknown => words.cli_voided_changed(names),
        }
    }

    pub fn as_json(&self) -> Value {
        let version = match &self.commit {
            Commit::By(version) => Some(version),
            Commit::NotYet | Commit::Unknown => None,
        };
        json!({
            "what": self.names,
            "commit": version.map(|version| version.commit.as_str()),
            "by": version.map(|version| version.by.as_str()),
        })
    }
}

/// What holds a post back, a line for each freeze, and one where nobody knows.
pub fn frozen(session: &Session, opened: &Opened, post: &Post) -> Vec<String> {
    let unread = opened.workspace.freezes.unread().then(|| session.words.freeze_unread());
    unread.into_iter().chain(frozen_by_name(session, opened, post)).collect()
}

/// The same for a list of posts, below which it is said once what nobody knows.
pub fn frozen_by_name(session: &Session, opened: &Opened, post: &Post) -> Vec<String> {
    let holding = opened.workspace.freezes.holding(post, &post.channels);
    holding.map(|freeze| freeze::line(session, opened, freeze)).collect()
}

/// What was asked for in its review and is not settled, as the approve view counts it: an
/// approval accepts it and does not settle it.
pub fn still_open(words: &Words, opened: &Opened, post: &Post) -> Vec<String> {
    let open = Open::of(Vec::new(), opened.shelf.review(&post.id));
    open.points.iter().map(|point| words.review_still_open(asked(words, &point.note))).collect()
}

/// Who wants what, of which words: `Bea wants a change · “89 €” · The price is another one.`
pub fn asked(words: &Words, note: &Note) -> String {
    let quote = note.quoted().map(|quote| words.drafts_quote(reveal_line(quote).into_owned()));
    let said = note.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let said = said.map(|line| reveal_line(line).into_owned());
    let parts = [words.note_said(note)].into_iter().chain(quote).chain(said);
    parts.collect::<Vec<_>>().join(" · ")
}

/// `none`, `given` or `void`.
pub fn code(consent: &Consent) -> &'static str {
    match consent {
        Consent::None => "none",
        Consent::Given(_) => "given",
        Consent::Void { .. } => "void",
    }
}

/// What more there is to be said of it, as data.
pub fn more(words: &Words, opened: &Opened, post: &Post, consent: &Consent) -> Map<String, Value> {
    let mut value = match consent {
        Consent::None => json!({}),
        Consent::Given(given) => {
            let ledger = opened.notary.ledger();
            let hash = post.approval.as_ref().and_then(hash_of);
            let act = hash.and_then(|hash| ledger.last(&post.id, hash));
            let how = act.and_then(|act| act.circumstances).map(|seen| seen.how);
            json!({
                "by": given.by,
                "at": given.at.to_rfc3339(),
                "trust": given.trust.code(),
                "how": how,
            })
        }
        Consent::Void { why, by } => json!({
            "why": why.code(),
            "by": by,
            "at": post.approval.as_ref().and_then(|block| block.at).map(|at| at.to_rfc3339()),
            "sentence": if is_lost(opened, post, consent) {
                said(words, opened, post, consent)
            } else {
                words.voided(why, by).sentence
            },
        }),
    };
    let withdrawn = match consent {
        Consent::None => withdrawn(opened, post).map(|act| (act.by, act.at)),
        Consent::Void { why: Voided::Revoked { by, at }, .. } => Some((by.clone(), at.to_utc())),
        _ => None,
    };
    value["withdrawn"] =
        json!(withdrawn.map(|(by, at)| json!({ "by": by, "at": at.to_rfc3339() })));
    value.as_object().cloned().unwrap_or_default()
}

/// All of it under one name, for verbs that tell of a whole post.
pub fn as_json(words: &Words, opened: &Opened, entry: &Entry) -> Value {
    let mut value = more(words, opened, &entry.post, &entry.consent);
    value.insert("state".to_owned(), json!(code(&entry.consent)));
    value.insert("changed".to_owned(), json!(changed(opened, entry).map(|it| it.as_json())));
    Value::Object(value)
}
