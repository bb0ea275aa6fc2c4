//! The approve view: a post as its file says it now, as every channel will show it, to be
//! read to its end and approved, or not.
//!
//! It shows what a sheet says and nothing else, and asks for a yes; whether a key was one is
//! the gate's to say. It writes nothing.

mod changes;
mod event;
mod outgoing;
mod rows;
mod state;
mod update;
mod view;

pub use changes::{Change, changes};
pub use event::on_event;
pub use state::State;
pub use update::{offers, scopes, update};
pub use view::{hit, sight, view};

#[cfg(test)]
mod tests;
