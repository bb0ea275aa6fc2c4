//! What only the plan as a whole can say: of posts beside each other, and of a week.
//!
//! Owns the shapes; the rules are `checks::plan`'s, the words `i18n`'s.

use super::{ChannelKey, ContentHash, Finding, RelPath};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::HashMap;
use std::sync::Arc;

/// What the posts in memory say of each other, by the file it is told of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    pub findings: HashMap<RelPath, Vec<Finding>>,
    /// What each file was read as, so that one that has not changed is not read again.
    pub captions: HashMap<RelPath, (ContentHash, Arc<[Caption]>)>,
}

/// Which posts a plan is of: another one after each change of them, and on each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanStamp {
    pub changes: u64,
    pub today: NaiveDate,
}

impl Plan {
    pub fn of(&self, path: &RelPath) -> &[Finding] {
        self.findings.get(path).map_or(&[], Vec::as_slice)
    }
}

/// One text of a post, as it is compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// The channels it goes out on.
    pub channels: Vec<ChannelKey>,
    /// Its words in threes as numbers, ascending, each once.
    pub print: Vec<u32>,
    /// Its hashtags, folded, ascending, each once.
    pub tags: Vec<String>,
}

/// Another post, as a finding names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Empty where it has neither a title nor a text.
    pub title: String,
    /// When it goes out, in the brand's zone.
    pub at: NaiveDateTime,
    pub timed: bool,
}

/// What is noticed about a week, measured against what the brand itself wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanNotice {
    /// Two usual slots in a row passed by, and days: here the next one is.
    Silence {
        channel: ChannelKey,
        at: NaiveDateTime,
        /// Since its last post.
        days: usize,
    },
    /// Days on which a channel usually has a post, and has none.
    Unfilled {
        channel: ChannelKey,
        /// The first usual slot of each.
        slots: Vec<NaiveDateTime>,
    },
    /// A pillar far from the share the brand wants it to have.
    Share {
        pillar: String,
        /// In hundredths.
        wanted: usize,
        here: usize,
        /// How many posts were counted, over how many weeks.
        posts: usize,
        weeks: usize,
    },
    /// The brand's country is none whose holidays are known.
    NoHolidays { country: String, known: Vec<String> },
}

impl PlanNotice {
    /// The English code used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Silence { .. } => "silence",
            Self::Unfilled { .. } => "unfilled",
            Self::Share { .. } => "pillar-share",
            Self::NoHolidays { .. } => "no-holidays",
        }
    }

    /// Where something could be done about it.
    pub fn at(&self) -> Option<NaiveDateTime> {
        match self {
            Self::Silence { at, .. } => Some(*at),
            Self::Unfilled { slots, .. } => slots.first().copied(),
            Self::Share { .. } | Self::NoHolidays { .. } => None,
        }
    }

    pub fn concerns(&self, date: NaiveDate) -> bool {
        self.at().is_some_and(|at| at.date() == date)
    }
}
