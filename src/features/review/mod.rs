//! The notes of a post beside its sentences: who asked for a review, what somebody wants
//! changed and where, what was answered, what is settled.
//!
//! Adds notes by change sets that undo takes back; it changes no text and approves nothing.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{offers, on_event, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
