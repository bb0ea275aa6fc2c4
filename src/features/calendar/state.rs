//! What the calendar remembers between two keys.

use super::plan::{Answer, Piece, Trouble};
use crate::domain::{Filter, Id, Memo, Now, PlanNotice, PlanStamp, RelPath, Week};
use crate::vocab::Slot;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub cursor: Cursor,
    pub focus: Focus,
    /// The cursor among the ideas.
    pub idea: Option<Id>,
    pub mode: Mode,
    pub filter: Filter,
    /// Every hour of the day instead of compressed bands.
    pub hours: bool,
    pub drawer: Drawer,
    /// The first row of the inspector in sight.
    pub scroll: usize,
    /// An idea is being chosen for the place under the cursor.
    pub bringing: bool,
    /// What `y` took.
    pub copied: Option<Id>,
    /// Weeks already asked for, so that none is asked for twice.
    pub(super) asked: BTreeSet<Week>,
    /// The cursor has found its first place.
    pub(super) landed: bool,
    /// A post just made, whose card the cursor goes to when it is there.
    pub(super) awaited: Option<Awaited>,
    /// Where a card was just put down: its card is there once the disk has it.
    pub(super) put_down: Option<Cursor>,
    /// The weeks of the posts that cannot wait, one for each card, as posts and clock are.
    pub(super) urgent: Memo<(u64, Now), Arc<[Week]>>,
    /// What was last to be compared.
    pub(super) compared: Option<PlanStamp>,
    /// What the weeks on screen lacked, as the posts and the minute are.
    pub(super) notices: Memo<(u64, Week, NaiveDateTime), Arc<[PlanNotice]>, 4>,
    /// An hour that was said: it has its row while the cursor stands there.
    pub(super) said: Option<NaiveDateTime>,
    /// Rules that decisions have shown and nobody has answered.
    pub(super) proposed: usize,
    /// What the runtime was last told to watch.
    pub(super) watched: Option<(Week, Vec<Id>)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Awaited {
    pub id: Id,
    pub open: bool,
}

/// What the cursor stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cursor {
    Card {
        post: Id,
        wall: NaiveDateTime,
        timed: bool,
    },
    Slot(Slot),
    /// A file that cannot be read, shown in the week of its folder.
    Problem {
        path: RelPath,
        week: Week,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    #[default]
    Week,
    Backlog,
    Inspector,
}

/// A side pane that was asked for where it does not stand by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drawer {
    #[default]
    None,
    Inspector,
    Backlog,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Mode {
    #[default]
    Browse,
    Moving(Moving),
    /// From here to the cursor.
    Range(Cursor),
    /// One day in full.
    Day,
}

/// Cards being carried. The ghost stands at `to`; the others follow at their distance.
#[derive(Debug, Clone, PartialEq)]
pub struct Moving {
    pub pieces: Vec<Piece>,
    /// Where the first piece stands; `None` for an idea.
    pub from: Option<NaiveDateTime>,
    pub to: NaiveDateTime,
    /// The ghost has a time of day, not only a day.
    pub timed: bool,
    pub all: bool,
    /// What stands in the way, for the person to answer.
    pub trouble: Option<Box<Trouble>>,
    /// What they have answered for where the ghost stands.
    pub answers: Vec<Answer>,
    /// Where the cursor goes back to.
    pub back: Cursor,
    /// With the mouse: the button is still down.
    pub dragged: bool,
}

impl State {
    /// The cursor on today, until the week has been read.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            cursor: Cursor::Slot(Slot { date: today, time: None }),
            focus: Focus::Week,
            idea: None,
            mode: Mode::Browse,
            filter: Filter::default(),
            hours: false,
            drawer: Drawer::None,
            scroll: 0,
            bringing: false,
            copied: None,
            asked: BTreeSet::new(),
            landed: false,
            awaited: None,
            put_down: None,
            urgent: Memo::default(),
            compared: None,
            notices: Memo::default(),
            said: None,
            proposed: 0,
            watched: None,
        }
    }

    /// The week on screen: that of the ghost while something is carried.
    pub fn week(&self) -> Week {
        Week::of(self.date())
    }

    pub fn date(&self) -> NaiveDate {
        match &self.mode {
            Mode::Moving(moving) => moving.to.date(),
            _ => self.cursor.date(),
        }
    }

    /// The hour that was said, while the cursor stands there.
    pub(super) fn said_here(&self) -> Option<NaiveDateTime> {
        let here = self.cursor.time().map(|time| self.cursor.date().and_time(time));
        self.said.filter(|said| here == Some(*said))
    }

    pub fn moving(&self) -> Option<&Moving> {
        if let Mode::Moving(moving) = &self.mode { Some(moving) } else { None }
    }
}

impl Cursor {
    pub fn slot(date: NaiveDate, time: Option<NaiveTime>) -> Self {
        Self::Slot(Slot { date, time })
    }

    pub fn date(&self) -> NaiveDate {
        match self {
            Self::Card { wall, .. } => wall.date(),
            Self::Slot(slot) => slot.date,
            Self::Problem { week, .. } => week.monday(),
        }
    }

    pub fn date_week(&self) -> Week {
        Week::of(self.date())
    }

    pub fn time(&self) -> Option<NaiveTime> {
        match self {
            Self::Card { wall, timed, .. } => timed.then(|| wall.time()),
            Self::Slot(slot) => slot.time,
            Self::Problem { .. } => None,
        }
    }

    pub fn post(&self) -> Option<&Id> {
        if let Self::Card { post, .. } = self { Some(post) } else { None }
    }
}
