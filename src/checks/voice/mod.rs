//! The brand's voice: where a text strays from what its published posts show, and what its
//! own rules say.
//!
//! Owns what counts as straying. It finds differences, not mistakes: a person may stray on
//! purpose.

mod rules;
mod strays;
#[cfg(test)]
mod tests;

pub use rules::rules;
pub use strays::strays;

pub(super) use rules::stands;
