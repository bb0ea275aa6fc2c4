//! A question that must be answered before something can be done, as data: the room that
//! meets the doubt makes it, one overlay asks it, `i18n` words it.

use super::Effect;
use crate::domain::{Frozen, Problem};
use chrono::{DateTime, FixedOffset, NaiveDateTime};

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub asks: Asks,
    /// In the order they are shown; the first is under the cursor. Leaving without an
    /// answer does nothing.
    pub answers: Vec<Answer>,
}

impl Question {
    /// Whether to go ahead all the same; not doing it stands first.
    pub fn go_ahead(asks: Asks, effects: Vec<Effect>) -> Self {
        let no = Answer { says: Says::LeaveIt, effects: Vec::new() };
        Self { asks, answers: vec![no, Answer { says: Says::GoAhead, effects }] }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub says: Says,
    pub effects: Vec<Effect>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// What is to be held back, or let go where something is held back already. What is held
    /// back is named as it is shown, here and below.
    WhatToFreeze { frozen: bool },
    /// Why nobody knows what is held back.
    FreezeUnread(Problem),
    /// Holding something back, and with it so many posts of the weeks in sight.
    Freeze { what: Frozen, posts: usize },
    /// Letting it go.
    Thaw(Box<Thaw>),
    /// Daylight saving shows this wall time twice.
    TimeTwice(NaiveDateTime),
    /// Daylight saving skips this wall time.
    TimeSkipped(NaiveDateTime),
    /// Moving what is out already.
    AlreadyPublished,
    /// Leaving a text that is neither saved nor in the journal.
    LeaveUnkept,
    /// Quitting over such a text.
    QuitUnkept,
    /// Taking an approval back.
    TakeBack,
}

/// What is let go, with the titles of what would have gone out meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thaw {
    pub what: Frozen,
    pub by: String,
    pub since: NaiveDateTime,
    pub why: Option<String>,
    pub held: Vec<String>,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    Freeze(Frozen),
    /// With a word to whoever finds it held back.
    FreezeWhy(Frozen),
    Thaw(Frozen),
    /// The file that holds something back, at the place that is not understood.
    MendFreezes,
    /// This time, said with its offset.
    At(DateTime<FixedOffset>),
    GoAhead,
    LeaveIt,
}
