//! All that waits for the person at the keyboard, in one list: changes to make, reviews to
//! give, posts that cannot go out, facts that end, what is late. Each row says why, and
//! leads there.
//!
//! Changes nothing.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{offers, on_event, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
