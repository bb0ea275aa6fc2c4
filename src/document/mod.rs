//! A TOML file read key by key, every value with its place: the folder's files and the
//! user's settings alike.
//!
//! Pure: whoever opens a file hands its bytes in. What a file means is not known here.

mod fields;
mod source;
mod syntax;

pub use fields::{Context, Fields, Value, when_of};
pub use source::{MAX_BYTES, Source};
pub use syntax::{conflict_marker, parse};
