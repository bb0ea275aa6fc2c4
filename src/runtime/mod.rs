//! Where effects become events: the loop, the terminal, the threads, the clock.
//!
//! One thread owns the model and the screen; everything else sends it messages and
//! sleeps. No rule of the business is decided here.

mod changes;
mod checker;
mod clerk;
pub mod clock;
pub mod crash;
mod crew;
mod desk;
mod diarist;
mod event_loop;
mod fault;
pub mod firewall;
mod frame;
mod glances;
mod historian;
mod input;
mod journal;
mod judge;
mod keys;
mod known;
mod librarian;
mod notary;
mod outside;
mod parting;
mod pen;
mod plain;
mod planner;
mod reviewer;
mod scribes;
mod session;
mod signals;
mod sources;
mod start;
mod survey;
pub mod terminal;

use crate::vocab::{Event, Input};
pub use checker::checked;
pub use clock::Clock;
pub use crew::TerminalOrder;
pub use event_loop::{Ended, EventLoop};
pub use judge::Judge;
pub use known::Known;
pub use notary::Notary;
pub use parting::Left;
pub use plain::{Plain, Teller};
pub use scribes::Sources;
pub use session::{Ending, Session, Wish};
pub use sources::{COMPOSER, Profiles};
pub use start::{Ready, Start, Unopened};
pub use terminal::Terminal;

/// Whatever wakes the loop.
#[derive(Debug)]
pub enum Message {
    Input(Input),
    Event(Box<Event>),
    Signal(signals::Signal),
    /// A thread we cannot do without has panicked.
    Crashed,
    /// The terminal is gone.
    HungUp,
}
