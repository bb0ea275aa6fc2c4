//! The week: the grid of cards, the ideas beside it, the inspector. The reference room:
//! the other rooms have the same files.
//!
//! Owns the cursor and every operation on the plan (new, move, push, duplicate, trash).
//! It knows no key, no file and no clock: actions and events come in, effects go out.

mod counts;
mod events;
mod freezing;
mod grid;
mod moving;
mod needs;
mod operate;
mod plan;
mod range;
mod state;
mod update;
mod view;
mod walk;

pub use events::{go_to, on_event, set_filter, start};
pub use grid::Grid;
pub use operate::offers;
pub use state::{Cursor, Drawer, Focus, Mode, State};
pub use update::{scopes, update};
pub use view::{Around, clocks, header, hit, last_scroll, needs, plain, view};

#[cfg(test)]
mod tests;
