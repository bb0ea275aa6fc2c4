//! (room)

mod command;
pub use command::{Edit, Motion};
