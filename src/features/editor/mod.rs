//! The editor room: a post's text, or one channel's own, being written.
//!
//! Owns what is typed until it is durable: every change goes to the journal, leaving saves,
//! and a text that changes on disk meanwhile is merged or kept beside, never put in place
//! of what the person is typing. It knows no machine text and decides about none.

mod claim;
mod complete;
mod event;
mod layout;
mod noticed;
mod recovered;
mod save;
mod state;
mod tab;
mod update;
mod view;

pub use claim::Note;
pub use complete::Completion;
pub use event::on_event;
pub use layout::{Geometry, geometry};
pub use recovered::Rescue;
pub use state::{Clash, Search, State, Writing};
pub use tab::Tab;
pub use update::{offers, scopes, update};
pub use view::{Shown, draw, hit, plain, view};

#[cfg(test)]
mod tests;
