//! Search over the whole archive, as one types. Accents and capitals do not count; what
//! is found says when it goes out, what it is, and the words around the match.

mod state;
mod update;
mod view;

pub use state::State;
pub use update::{on_event, open, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
