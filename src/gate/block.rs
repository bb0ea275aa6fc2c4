//! The `[approval]` that is written into a post file. Only an act of approving makes one,
//! and storage writes no other.

use super::covered::SCHEME;
use super::ledger::Act;
use crate::domain::{Approval, ContentHash, Id};

/// An approval on its way into the file of its post.
///
/// ```compile_fail
/// let block = palinsesto::gate::Block { approval: Default::default() };
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    post: Id,
    approval: Approval,
}

impl Block {
    pub(super) fn of(act: &Act) -> Self {
        let approval = Approval {
            scheme: SCHEME.to_owned(),
            hash: written(act.hash),
            by: act.by.clone(),
            at: Some(act.at),
            signature: None,
        };
        Self { post: act.post.clone(), approval }
    }

    /// With an SSH signature over the covered bytes, in its armour.
    pub fn signed(mut self, armour: String) -> Self {
        self.approval.signature = Some(armour);
        self
    }

    pub fn post(&self) -> &Id {
        &self.post
    }

    pub fn approval(&self) -> &Approval {
        &self.approval
    }
}

/// A hash as an `[approval]` says it.
pub(super) fn written(hash: ContentHash) -> String {
    format!("sha256:{hash}")
}

/// What an `[approval]` is about; `None` where it says so in any other way.
pub fn hash_of(approval: &Approval) -> Option<ContentHash> {
    ContentHash::parse(approval.hash.strip_prefix("sha256:")?)
}
