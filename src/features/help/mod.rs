//! The help, the palette and the first tour: three lists made of the key table.
//!
//! The rows come from the app, already worded and with the reason why a key does nothing
//! now. Choosing one closes the list and does what the key would have done.

mod matching;
mod state;
mod update;
mod view;

pub use state::{Item, Kind, Shown, State};
pub use update::{on_event, scopes, update};
pub use view::{hit, view};

#[cfg(test)]
mod tests;
