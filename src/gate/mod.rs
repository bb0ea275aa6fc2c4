//! The gate: which bytes a person said yes to, and how anybody can tell.
//!
//! Owns what an approval covers, the ledger of decisions, the act of approving, and the
//! only way to [`Approved`], which whatever sends anything out has to be given. Pure: knows
//! no screen, no file and no network.

mod act;
mod aside;
mod block;
mod covered;
mod ledger;
mod verify;

pub use crate::domain::TYPED;
pub use act::{ApproveAct, PAUSE_MS};
pub use aside::heirs;
pub use block::{Block, hash_of};
pub use covered::{Covered, SCHEME, covered};
pub use ledger::{Act, Circumstances, Deed, How, Ledger, LedgerKey, Written};
pub use verify::{Approved, Cleared, Question, Signature, consent, verify};

#[cfg(test)]
mod tests;
