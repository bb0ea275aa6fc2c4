//! The things Palinsesto is about: posts, placements, weeks, suggestions, decisions.
//!
//! Owns their meaning and the rules between them. Pure: no files, clocks, threads,
//! random numbers or drawing. Time comes in as [`Now`], fresh ids come from [`Ids`].

mod change_set;
mod claim;
mod decision;
mod dialect;
mod fact;
mod failure;
mod file_path;
mod filter;
mod finding;
mod hit;
mod hunk;
mod id;
mod journal_key;
pub mod names;
mod network;
mod origin;
mod path;
pub mod phrase;
mod placement;
mod post;
mod problem;
mod shelf;
mod smell;
mod stage;
mod suggestion;
mod time;
mod trace;
mod voice;
mod week;
mod workspace;

pub use change_set::{Change, ChangeSet, FieldEdit, FieldPath, FieldValue, Label};
pub use claim::{Claim, ClaimKind, Ground, Standing, Tick, fact_version};
pub use decision::{Decision, Reason, Verdict};
pub use dialect::{Dialect, Form, Task};
pub use fact::Fact;
pub use failure::{Failure, KeyFault, Unreachable, Unusable};
pub use file_path::{IDEAS, file_path, moved_path};
pub use filter::Filter;
pub use finding::{Finding, FindingKind, Severity};
pub use hit::Hit;
pub use hunk::{Hunk, Spot, clause_run, decision_on, hunks};
pub use id::{Id, Ids, InvalidId};
pub use journal_key::JournalKey;
pub use network::{Figure, Grade, Limit, Network, Networks, Part, Unit};
pub use origin::Origin;
pub use path::{ContentHash, RelPath};
pub use placement::{Placement, placements};
pub use post::{ChannelKey, Lang, Medium, MediumSource, Post, Published, Variant};
pub use problem::{Problem, ProblemKind};
pub use shelf::{Entry, Shelf};
pub use smell::{SmellKind, SmellMarker, SmellTuning};
pub use stage::{Flag, Stage};
pub use suggestion::{Brief, ModelText, Suggestion, SuggestionSource};
pub use time::{Moment, Now, When};
pub use trace::{Came, Hand, Share, Traced, trace};
pub use voice::{Address, Habit, Named, Voice};
pub use week::Week;
pub use workspace::{Channel, Pillar, Slot, Workspace};
