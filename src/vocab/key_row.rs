//! The key of an action, for the sentences that name it: made of the key table in force,
//! so that a person's own keys are the ones that are said. Does not say how it is written.

use super::{Action, Scope, Stroke};

#[derive(Debug, Clone, PartialEq)]
pub struct KeyRow {
    pub scope: Scope,
    pub action: Action,
    /// The first of its keys; nothing where the person took them all away.
    pub stroke: Option<Stroke>,
    /// The message that says what it does.
    pub say: String,
}
