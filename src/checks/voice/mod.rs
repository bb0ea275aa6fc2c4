//! The brand's voice: what its published posts show, and what its own rules say.
//!
//! Owns the measures, when there are enough of them, and what counts as straying. It finds
//! differences, not mistakes: a person may stray on purpose.

mod habits;
mod rules;
#[cfg(test)]
mod tests;

pub use habits::{Habits, Measure, NEEDED, published};
pub use rules::rules;

pub(super) use habits::closing_question;
pub(super) use rules::stands;
