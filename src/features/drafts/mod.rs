//! The drafts room: the panes where machine text stands beside the human one and a person
//! takes, rewrites or discards it, sentence by sentence.
//!
//! Owns the brief, the panes, their streams and the change sets that a decision makes.
//! It never writes a file, never approves anything, and never lets machine text into a
//! post without a decision that is recorded with it.

mod ask;
mod beside;
mod brief;
mod caret;
mod decide;
mod event;
mod home;
mod landing;
mod matrix;
mod modes;
mod noticed;
mod pane;
mod place;
mod reply;
mod rewrite;
mod state;
mod unanswered;
mod update;
mod view;

pub use brief::{BriefForm, Field};
pub use event::on_event;
pub use matrix::{MOST, Sum};
pub use pane::{Pane, Writing};
pub use rewrite::Rewriting;
pub use state::{Mode, Prompt, Refusing, State};
pub use unanswered::left_of;
pub use update::{scopes, update};
pub use view::{choices, hit, view};

#[cfg(test)]
mod tests;
