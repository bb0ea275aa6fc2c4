//! The voice: rules that decisions have shown, proposed with their evidence and answered
//! one at a time; those in force; and what the published posts in sight have in common.
//!
//! Changes `voice.toml` only, by change sets that undo takes back. Judges no text.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{offers, on_event, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
