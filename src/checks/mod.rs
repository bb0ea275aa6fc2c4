//! What can be noticed about a post without leaving it: limits, channels, media, text.
//!
//! Owns the rules and gives findings as data. Reads no files and words nothing: whether
//! a picture exists comes in as a closure, the sentences come from `i18n`. What only the
//! file knows (unknown keys, the wrong folder) is noticed by storage.

mod networks;

pub use networks::networks;
