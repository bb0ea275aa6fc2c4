//! Which hashtags and mentions suit a text, each with why, and which do not.
//!
//! Owns the weighing of what the brand's list, its own posts and a suggestion say. Counts
//! come in from the archive; nothing is looked up, and nothing is put into a text.

mod judge;
mod rank;
#[cfg(test)]
mod tests;

pub(super) use judge::findings;
pub use judge::{is_generic, judged};
pub use rank::{About, Advised, advise, mentions};
