//! Whether a person stands behind exactly what a post says now: the only way to
//! [`Approved`].

use super::block::hash_of;
use super::covered::{Covered, SCHEME};
use super::ledger::{Act, Deed, Ledger};
use crate::domain::{Consent, Freezes, Given, Post, Trust, Uncovered, Unheld, Unjudged, Voided};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// What `ssh-keygen -Y verify` said of the signature in a block, over the covered bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// There is none, or nothing here asks for one.
    None,
    /// There is one, or has to be, and it cannot be told what to think of it.
    Unjudged(Unjudged),
    Bad(Unheld),
    Good {
        /// The name in `allowed_signers`.
        by: String,
        /// Its key had to be touched.
        touched: bool,
    },
}

/// Everything the answer rests on.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub post: &'a Post,
    /// What an approval of it would cover, or why nothing can.
    pub covered: &'a Result<Covered, Vec<Uncovered>>,
    pub ledger: &'a Ledger,
    pub signature: &'a Signature,
    /// What the folder asks for; set outside the folder.
    pub wanted: Trust,
    /// The brand's, in which days are told.
    pub zone: Tz,
}

/// A post that a person has approved, with the very bytes. Whatever sends something out
/// asks for one, and sends what stands in it.
///
/// ```compile_fail
/// fn anybody(covered: &palinsesto::gate::Covered, given: palinsesto::domain::Given) {
///     let approved = palinsesto::gate::Approved { covered, given };
/// }
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Approved<'a> {
    covered: &'a Covered,
    given: Given,
}

impl Approved<'_> {
    pub fn covered(&self) -> &Covered {
        self.covered
    }

    pub fn given(&self) -> &Given {
        &self.given
    }
}

/// What may go out at this moment: approved, and not held back.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleared<'a>(Approved<'a>);

impl<'a> Approved<'a> {
    /// `None` where something of the post is held back.
    pub fn cleared(self, post: &Post, freezes: &Freezes) -> Option<Cleared<'a>> {
        (!freezes.hold(post, &post.channels)).then_some(Cleared(self))
    }
}

impl Cleared<'_> {
    pub fn approved(&self) -> &Approved<'_> {
        &self.0
    }
}

/// `Ok(None)` where nobody has said yes or no.
pub fn verify<'a>(question: &Question<'a>) -> Result<Option<Approved<'a>>, Voided> {
    let Some(block) = &question.post.approval else { return Ok(None) };
    let (SCHEME, Some(hash), Some(at)) = (block.scheme.as_str(), hash_of(block), block.at) else {
        return Err(Voided::Malformed);
    };
    let covered = question.covered.as_ref().map_err(|why| Voided::Uncovered(why.clone()))?;
    if covered.hash() != hash {
        return Err(Voided::Changed);
    }
    // A withdrawal counts whatever else speaks for it; so does one that may be missing.
    let there = |act: &Act| act.at.with_timezone(&question.zone);
    let said = question.ledger.last(&question.post.id, hash);
    match said.map(|act| (act.deed, act)) {
        Some((Deed::Revoke, act)) => {
            return Err(Voided::Revoked { by: act.by.clone(), at: there(act) });
        }
        Some((Deed::SetAside, act)) => return Err(Voided::SetAside { at: there(act) }),
        Some((Deed::Approve, _)) | None => {}
    }
    if let Some(fault) = question.ledger.fault() {
        return Err(Voided::Ledger(fault.clone()));
    }
    let given = |by: &str, at: DateTime<Utc>, trust| Given { by: by.to_owned(), at, trust };
    let given = match (question.signature, said) {
        (Signature::Bad(why), _) if question.wanted > Trust::Ledger => {
            return Err(Voided::BadSignature(*why));
        }
        // What this machine's ledger knows does not wait for it.
        (Signature::Unjudged(why), said) if question.wanted > Trust::Ledger || said.is_none() => {
            return Err(Voided::Unjudged(why.clone()));
        }
        (Signature::Good { by, touched: true }, _) => given(by, at, Trust::Touched),
        (Signature::Good { by, touched: false }, _) => given(by, at, Trust::Signed),
        (_, Some(act)) => given(&act.by, act.at, Trust::Ledger),
        (_, None) => return Err(Voided::Elsewhere),
    };
    if given.trust < question.wanted {
        return Err(Voided::TooWeak { wanted: question.wanted });
    }
    Ok(Some(Approved { covered, given }))
}

/// The same as what everybody else may know of it.
pub fn consent(question: &Question) -> Consent {
    match verify(question) {
        Ok(None) => Consent::None,
        Ok(Some(approved)) => Consent::Given(approved.given),
        Err(why) => {
            let by = question.post.approval.as_ref().map(|block| block.by.clone());
            Consent::Void { why, by: by.unwrap_or_default() }
        }
    }
}
