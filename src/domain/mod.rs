//! The things Palinsesto is about: posts, placements, weeks, suggestions, decisions.
//!
//! Owns their meaning and the rules between them. Pure: no files, clocks, threads,
//! random numbers or drawing. Time comes in as [`Now`], fresh ids come from [`Ids`].

#[macro_use]
mod coded;

mod angle;
mod approval;
mod archive;
mod blank;
mod carried;
mod change_set;
mod claim;
mod decision;
mod dialect;
mod disclosure;
mod disclosure_rule;
mod errand;
mod evidence;
mod fact;
mod failure;
mod file_path;
mod filter;
mod finding;
mod fragment;
mod freeze;
mod habits;
pub mod heard;
mod hit;
mod holiday;
mod hundredths;
mod hunk;
mod id;
mod journal_key;
mod judged;
mod learned;
mod ledger;
mod lessons;
mod memo;
pub mod names;
mod network;
mod note;
mod open;
mod origin;
mod path;
mod person;
pub mod phrase;
mod placement;
mod plan;
mod post;
mod problem;
mod prompt;
mod reach;
mod remark;
mod review;
mod shelf;
mod signature;
mod smell;
mod stage;
mod suggestion;
mod tag_use;
mod task;
mod thread;
mod time;
mod trace;
mod translation;
mod voice;
mod week;
mod workspace;

pub use crate::text::Message;
pub use angle::{Angle, Hook, Length};
pub use approval::{
    Approval, Before, Consent, CoveredLine, Given, NotAnAct, Seen, Sheet, TYPED, TakenBack, Trust,
    Uncovered, Voided, covered_changes,
};
pub use archive::{Archive, Voices};
pub use blank::{BLANK, blanks, has_blank};
pub use carried::Carried;
pub use change_set::{
    Change, ChangeSet, FieldEdit, FieldPath, FieldValue, Judgement, Label, VOICE,
};
pub use claim::{Claim, ClaimKind, Ground, OpenClaims, Reopened, Standing, Tick, fact_version};
pub use decision::{Decision, Reason, Verdict};
pub use dialect::{Dialect, Form};
pub use disclosure::{Ai, Asker, Disclosure, Sentences, TextAi};
pub use disclosure_rule::{Ask, DisclosureRule, RuleId};
pub use errand::{Because, Errand};
pub use evidence::Evidence;
pub use fact::{Fact, FactPlace};
pub use failure::{Distrust, Failure, KeyFault, Unreachable, Unusable};
pub use file_path::{IDEAS, file_path, moved_path, named_path};
pub use filter::Filter;
pub use finding::{Finding, FindingKind, Gravity, Severity};
pub use fragment::{Fragment, is_half};
pub use freeze::{FREEZES, Freeze, Freezes, Frozen};
pub use habits::{Habits, Measure};
pub use hit::Hit;
pub use holiday::{Country, Holiday, HolidayRule, Holidays, Moves, YearDay};
pub use hundredths::hundredths;
pub use hunk::{Hunk, Spot, clause_run, decision_on, hunks};
pub use id::{Id, Ids, InvalidId};
pub use journal_key::JournalKey;
pub use judged::judged;
pub use learned::{Case, Fate, Judged, Learned, Lesson, Proposal};
pub use ledger::{Gap, LedgerFault};
pub use lessons::rewrites;
pub use memo::Memo;
pub use network::{Figure, Grade, Limit, Network, Networks, Part, Unit};
pub use note::{NOTES, Note, NoteKind};
pub use open::Open;
pub use origin::Origin;
pub use path::{ContentHash, RelPath};
pub use person::{is_named_in, same_person, short_name};
pub use placement::{Placed, Placement, placements};
pub use plan::{Caption, Neighbour, Plan, PlanNotice, PlanStamp};
pub use post::{ChannelKey, Lang, Medium, MediumSource, Post, Published, Variant};
pub use problem::{Disagreement, Problem, ProblemKind, ValueType};
pub use prompt::{
    ChosenFact, Layer, LayerKind, Near, NearTo, PromptSheet, PromptSheets, Rewrite, about_tokens,
};
pub use reach::Reach;
pub use remark::{Lack, LeftOut, Omission, Remarks};
pub use review::{Point, Review};
pub use shelf::{Entry, Shelf};
pub use signature::{Unheld, Unjudged, Unsigned};
pub use smell::{SmellKind, SmellMarker, SmellTuning};
pub use stage::{Flag, Stage};
pub use suggestion::{Brief, Extras, ModelText, Suggestion, SuggestionSource};
pub use tag_use::{TagUse, Used, topics};
pub use task::Task;
pub use thread::{as_thread, is_numbered, misnumbered, numbered_like, renumbered, sent, threaded};
pub use time::{Moment, Now, When};
pub use trace::{Came, Hand, Share, Traced, TracedText, trace};
pub use voice::{Address, Habit, Named, Opening, Voice};
pub use week::Week;
pub use workspace::{Channel, Pillar, Slot, Workspace};
