//! The only hand on the content folder: reads it, changes it by change sets, watches it.
//!
//! Nothing is ever lost here: what is replaced is kept, what cannot be read is left
//! alone, and "saved" is said only of what a power cut would leave.

mod archive;
mod folder;
mod found;
mod listing;
pub mod read;
pub mod splice;
pub mod store;

pub use archive::{Archive, Hit};
pub use folder::{BRAND_FILE, Folder};
pub use found::{Planned, found, renew};
pub use read::{closest, read_facts, read_post, read_suggestion, read_voice, read_workspace};
