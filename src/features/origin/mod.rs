//! The origin of a post's words, sentence by sentence: which a machine wrote, which a hand
//! wrote over, which are a hand's own, and by which suggestion and decision they came; and
//! below them what is to be told of AI in the post.
//!
//! Computes and shows; it changes nothing and stores nothing.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{on_event, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
