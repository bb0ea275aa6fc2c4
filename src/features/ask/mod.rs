//! Small questions over the calendar: which date, what to show, what went out, whose text
//! to copy, and whatever a doubt elsewhere has to ask. Each asks one thing and closes.

mod copy;
mod date;
mod filter;
mod helps;
mod note;
mod published;
mod question;
mod rows;
mod state;
mod update;
mod view;
mod why;

pub use copy::CopyText;
pub use date::GoToDate;
pub use filter::FilterForm;
pub use helps::Helps;
pub use note::NoteForm;
pub use published::{MarkPublished, Missing};
pub use question::Asked;
pub use state::State;
pub use update::{on_event, scopes, update};
pub use view::{choices, hit, view};
pub use why::FreezeWhy;

#[cfg(test)]
mod tests;
