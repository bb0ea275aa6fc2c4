//! Where effects become events: the loop, the terminal, the threads, the clock.
//!
//! One thread owns the model and the screen; everything else sends it messages and
//! sleeps. No rule of the business is decided here.

pub mod clock;
pub mod firewall;
mod input;
mod outside;
mod signals;
pub mod terminal;

use crate::vocab::{Event, Input};
pub use clock::Clock;

/// Whatever wakes the loop.
#[derive(Debug)]
pub enum Message {
    Input(Input),
    Event(Box<Event>),
    Signal(signals::Signal),
    /// The terminal is gone.
    HungUp,
}
