//! What can be noticed about a post without leaving it (limits, channels, media, text, smell,
//! voice, and what of AI somebody wants told), and about several posts together (`plan`).
//!
//! Owns the rules and gives findings as data. Reads no files and words nothing: whether
//! a picture exists comes in as a closure, the sentences come from `i18n`. What only the
//! file knows (unknown keys, the wrong folder, skipped hours) is noticed by storage.

pub mod claims;
mod disclosure;
mod errands;
mod fits;
pub mod hashtags;
mod holidays;
pub mod learned;
mod limits;
mod networks;
mod once;
pub mod plan;
mod post;
mod prose;
mod said;
mod smell;
pub mod voice;

pub use claims::{ClaimContext, Grounds, PostClaims, claims, claims_of_post, disagreements};
pub use claims::{claim_findings, claim_text, is_ticked, open_claims};
pub use disclosure::{About, Asked, Told, asked, disclosed, ledger, rules_read};
pub use errands::errands;
pub use holidays::holidays;
pub use limits::{Count, counts, counts_of_text, one_message, too_long};
pub use networks::networks;
pub use once::once;
pub use post::post;
pub use prose::{PostSmell, smells_of_post};
pub use prose::{as_far_as_read, language_of, other_language, plainly_not, prose, whiffs};
pub use smell::{Smell, Whiff, smell};

use crate::domain::{Networks, Voices, Workspace};

/// What a check may look at besides the post.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    pub workspace: &'a Workspace,
    pub networks: &'a Networks,
    /// Whether the folder holds this media file, by its path as written in the post.
    pub exists: &'a dyn Fn(&str) -> bool,
    /// How the published posts are written, where somebody has counted.
    pub voices: Option<&'a Voices>,
}
