//! The words rooms speak: what a person asks ([`Action`]), what happened ([`Event`]),
//! what is to be done ([`Effect`]), where keys count ([`Scope`]). Plain data only:
//! everything here can be compared in a test and printed in a log.

mod action;
mod action_code;
mod effect;
mod event;
mod input;
mod keeping;
mod key_fault;
mod key_name;
mod key_row;
mod notice;
mod question;
mod scope;

pub use action::{Action, Need, Target};
pub use effect::{Effect, ExternalEdit, Left, NewNote, Screen, Slot, SuggestionAsk};
pub use event::{Event, Recovered, SourceInfo, StreamEnd};
pub use input::{Input, InputKind, Key, KeyCode, Mouse, MouseKind, Press, Provenance};
pub use keeping::Keeping;
pub use key_fault::{KeyFault, KeyFaultKind};
pub use key_name::Stroke;
pub use key_row::KeyRow;
pub use notice::{Notice, Rush, Way, Why};
pub use question::{Answer, Asks, Question, Says, Thaw};
pub use scope::Scope;

/// One running request to a source of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Job(pub u64);
