//! What the decisions show about the hand: rules that could be learned, texts that go
//! against those that were, and words that come back after they were rejected.
//!
//! Reads decisions and texts, changes nothing: a rule counts when a person has accepted it.
//! Where the cases are few or not of one mind, nothing is proposed.

mod again;
mod broken;
mod propose;
mod sentence;
mod traits;

pub use again::resembles;
pub use broken::broken;
pub use propose::{NEEDED, proposals};
pub use sentence::sentence;

#[cfg(test)]
mod tests;
