//! The fields of a post as a form: what it is called, when and where it goes out, what
//! belongs to it. Its text has an editor of its own.
//!
//! Leaving saves, as one change set of the fields that changed and nothing else.

mod complete;
mod diff;
mod post;
mod state;
mod update;
mod value;
mod view;

pub use post::Fault;
pub use state::{Field, Key, State};
pub use update::{completes, on_event, scopes, update};
pub use value::Value;
pub use view::{choices, hit, view};

#[cfg(test)]
mod tests;
