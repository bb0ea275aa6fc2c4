//! The only hand on the content folder: reads it, changes it by change sets, watches it.
//!
//! Nothing is ever lost here: what is replaced is kept, what cannot be read is left
//! alone, and "saved" is said only of what a power cut would leave.

mod approving;
mod archive;
mod claim;
mod folder;
mod former;
mod found;
mod frozen;
mod hand;
mod journal;
mod keeper;
mod ledger;
mod listing;
mod media;
mod noted;
mod objects;
mod presence;
mod probe;
pub mod read;
mod rebase;
mod retention;
mod schema;
pub mod splice;
mod state_dir;
mod steps;
pub mod store;
mod swap;
mod sweep;
#[cfg(test)]
mod tests;
mod trash;
mod watch;
mod write;

pub use archive::Archive;
pub use folder::{BRAND_FILE, Folder};
pub use former::FormerFacts;
pub use found::{Planned, found, renew};
pub use hand::{Applied, Hand};
pub use journal::{Journal, Recovered};
pub use keeper::Keeper;
pub use ledger::{Aside, LedgerFile, LedgerStamp};
pub use presence::Presence;
pub use probe::{Tier, tier};
pub use read::{read_facts, read_post, read_suggestion, read_voice, read_workspace};
pub use schema::schema;
pub use state_dir::{REPORTS, can_keep, state_dir, state_home, state_path};
pub use watch::{BESIDE, Changed, Watch};
pub use write::{post_file, suggestion_file};

/// A name no other call of this or another process has used.
fn unique() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut seed = [0; 8];
    // Without the system's randomness the process id and the count still tell names apart.
    let _ = getrandom::fill(&mut seed);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{}-{:x}{count:x}", std::process::id(), u64::from_le_bytes(seed) >> 16)
}
