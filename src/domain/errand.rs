//! What waits for one person, post by post, with the reason: the rows of the list of what
//! needs them. Data only; `checks` gathers them, `i18n` words them.

use super::{Finding, Id, Note, RelPath, Voided};
use chrono::{NaiveDate, NaiveDateTime};
use std::sync::Arc;

/// One thing to see to.
#[derive(Debug, Clone, PartialEq)]
pub struct Errand {
    pub post: Id,
    pub path: RelPath,
    /// The first card that has not gone out, in the brand's zone; `None` for an idea.
    pub wall: Option<NaiveDateTime>,
    pub because: Because,
}

/// Why it waits, in the order of the list. Whatever else may call for a person gets a
/// variant of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Because {
    /// Somebody wants a change of what is this person's.
    Change(Arc<Note>),
    /// Somebody asks for a review.
    Review(Arc<Note>),
    /// Somebody had said yes, and it does not hold.
    Voided { why: Voided, by: String },
    /// The post cannot go out like this.
    Blocked(Finding),
    /// Another post goes out on the same channel within the hour.
    Clash(Finding),
    /// It says what the facts speak against or no longer stand behind.
    Denied(Finding),
    /// A fact behind it ends before the post goes out.
    Expires { finding: Finding, on: NaiveDate },
    /// Its time has passed, and nobody has said that it went out.
    Late,
}

impl Because {
    /// The word used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Change(_) => "change",
            Self::Review(_) => "review",
            Self::Voided { .. } => "voided",
            Self::Blocked(_) => "blocked",
            Self::Clash(_) => "clash",
            Self::Denied(_) => "denied",
            Self::Expires { .. } => "expires",
            Self::Late => "late",
        }
    }

    /// Its place in the list.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Change(_) => 0,
            Self::Review(_) => 1,
            Self::Voided { .. } => 2,
            Self::Blocked(_) => 3,
            Self::Denied(_) => 4,
            Self::Expires { .. } => 5,
            Self::Clash(_) => 6,
            Self::Late => 7,
        }
    }

    /// The note to be gone to.
    pub fn note(&self) -> Option<&Arc<Note>> {
        match self {
            Self::Change(note) | Self::Review(note) => Some(note),
            _ => None,
        }
    }

    /// What a check says of it.
    pub fn finding(&self) -> Option<&Finding> {
        match self {
            Self::Blocked(finding)
            | Self::Clash(finding)
            | Self::Denied(finding)
            | Self::Expires { finding, .. } => Some(finding),
            _ => None,
        }
    }
}
