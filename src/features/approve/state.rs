//! What the approve view remembers: which posts, the sheet that lies there, how far it was
//! read, and what is being typed to confirm it.

use super::changes::{changes, only_the_time};
use super::outgoing::Outgoing;
use super::rows::Shown;
use crate::checks::plan;
use crate::domain::{
    Failure, Finding, FindingKind, Id, Open, Seen, Sheet, Stage, TYPED, Tick, Uncovered,
};
use crate::features::Ctx;
use crate::text::Buffer;
use crate::vocab::{Effect, Notice, Why};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Faster than this nobody reads a post and says yes to it.
const EACH: TimeDelta = TimeDelta::seconds(5);

#[derive(Debug, Clone)]
pub struct State {
    /// One after the other; never none.
    pub posts: Vec<Id>,
    /// Which of them, from 0.
    pub at: usize,
    /// As it was last read; `None` until then.
    pub sheet: Option<Sheet>,
    /// It is being read again: nobody says yes to what may not be so any more.
    pub stale: bool,
    /// What was here before it was read again was something else.
    pub changed: bool,
    /// Its file is not there, or cannot be read.
    pub gone: bool,
    /// The first row in sight, and the last one that can be first, as the last frame had it.
    pub scroll: usize,
    pub last: usize,
    /// Rows in sight at once.
    pub page: usize,
    /// Every row has been on the screen.
    pub read: bool,
    /// Those that have.
    pub shown: Shown,
    /// What is typed to confirm it, where one key is not enough.
    pub confirm: Option<Buffer>,
    /// All that this would accept has been on the screen since.
    pub met: bool,
    /// Where the page stood before that was asked.
    pub stood: usize,
    /// When those of several that were approved here were.
    pub done: Vec<DateTime<Utc>>,
    /// How many of those were read before, and only their time has moved.
    pub renewed: usize,
    /// The zone of the machine, where it is known.
    pub viewer: Option<Tz>,
}

/// How much of the page a frame shows, in rows of it.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    /// The one it begins with when its last is in sight.
    pub last: usize,
    /// How many are in sight at once.
    pub rows: usize,
    /// How wide they are, in cells.
    pub width: u16,
    /// The one it begins with when the last of what is to be accepted is in sight.
    pub open: usize,
}

/// What keeps everybody from saying yes.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    Finding(FindingKind),
    Uncovered(Vec<Uncovered>),
}

impl State {
    /// Of several posts those that can be approved at all; of a single one, why it cannot.
    pub fn open(posts: &[Id], ctx: &Ctx) -> Result<(Self, Vec<Effect>), Why> {
        let mut refused = Why::NoPostHere;
        let mut found: Vec<Id> = Vec::new();
        for id in posts {
            let Some(entry) = ctx.shelf.get(id) else { continue };
            match Stage::of_post(&entry.post) {
                Stage::Idea => refused = Why::AnIdeaIsNotApproved,
                Stage::Published => refused = Why::AlreadyPublished,
                _ if found.contains(id) => {}
                _ => found.push(id.clone()),
            }
        }
        if found.is_empty() {
            return Err(refused);
        }
        let mut state = Self {
            posts: found,
            at: 0,
            sheet: None,
            stale: false,
            changed: false,
            gone: false,
            scroll: 0,
            last: 0,
            page: 1,
            read: false,
            shown: Shown::default(),
            confirm: None,
            met: false,
            stood: 0,
            done: Vec::new(),
            renewed: 0,
            viewer: None,
        };
        let effects = state.turn_to(0, ctx);
        Ok((state, effects))
    }

    pub fn post(&self) -> &Id {
        &self.posts[self.at]
    }

    pub fn is_bulk(&self) -> bool {
        self.posts.len() > 1
    }

    /// Another of the posts, from its beginning.
    pub fn turn_to(&mut self, at: usize, ctx: &Ctx) -> Vec<Effect> {
        self.at = at;
        (self.sheet, self.confirm) = (None, None);
        (self.stale, self.changed, self.gone, self.read) = (false, false, false, false);
        (self.scroll, self.last, self.shown) = (0, 0, Shown::default());
        let mut effects = vec![Effect::ReadSheet(self.post().clone())];
        let post = ctx.shelf.get(self.post()).map(|entry| &entry.post);
        let of: Vec<Id> =
            post.map(|post| post.suggested_for()).into_iter().flatten().cloned().collect();
        effects.extend((!of.is_empty()).then_some(Effect::ReadSuggestions(of)));
        effects
    }

    /// Asks for the first characters, with what they are to accept in sight.
    pub fn ask(&mut self) {
        self.confirm = Some(Buffer::one_line(""));
        (self.stood, self.scroll, self.met) = (self.scroll, 0, false);
    }

    pub fn dont_ask(&mut self) {
        self.confirm = None;
        self.scroll = self.stood;
    }

    /// How many of the posts somebody stands behind.
    pub fn given(&self, ctx: &Ctx) -> usize {
        let given =
            |id: &&Id| ctx.shelf.get(id).is_some_and(|entry| entry.consent.given().is_some());
        self.posts.iter().filter(given).count()
    }

    /// What came of several in a row, where something did.
    pub fn summary(&self, ctx: &Ctx) -> Option<Notice> {
        let (Some(first), Some(last)) = (self.done.first(), self.done.last()) else { return None };
        if !self.is_bulk() {
            return None;
        }
        let (quick, took) = (self.done.len() - self.renewed, *last - *first);
        let hasty = quick > 1 && took <= EACH * i32::try_from(quick - 1).unwrap_or(i32::MAX);
        let seconds = u32::try_from(took.num_seconds()).unwrap_or(u32::MAX);
        let quick = hasty.then_some((quick, seconds));
        Some(Notice::ApprovedOf { count: self.given(ctx), of: self.posts.len(), quick })
    }

    /// What stands here may not be so any more.
    pub fn read_again(&mut self) -> Vec<Effect> {
        self.stale = true;
        vec![Effect::ReadSheet(self.post().clone())]
    }

    /// A sheet arrived. One that says something else has not been read yet.
    pub fn lay(&mut self, sheet: &Sheet) {
        let before = self.sheet.as_ref().map(|before| &before.entry.consent);
        // At a glance less is known of it, not something else.
        let other = before.is_some_and(|b| *b != sheet.entry.consent && !b.is_glance());
        let same = self.sheet.as_ref().is_some_and(|before| before.hash == sheet.hash);
        if !same {
            self.changed = self.sheet.is_some();
        }
        // Where the same goes out and who stands behind it is told anew, too: a yes that was
        // taken back does not come back unread.
        if !same || other {
            (self.read, self.scroll, self.confirm) = (false, 0, None);
            self.shown = Shown::default();
        }
        (self.stale, self.gone) = (false, false);
        self.sheet = Some(sheet.clone());
    }

    /// The sheet, while it is what the file says.
    pub fn laid(&self) -> Option<&Sheet> {
        self.sheet.as_ref().filter(|_| !self.stale && !self.gone)
    }

    /// A frame was on the screen. What was seen once stays seen.
    pub fn was_shown(&mut self, sight: Sight) {
        let Sight { last, rows, open, .. } = sight;
        self.scroll = self.scroll.min(last);
        self.met |= self.confirm.is_some() && rows > 0 && self.scroll >= open;
        (self.last, self.page) = (last, rows.max(1));
        self.read |= self.reads(sight);
        if self.laid().is_some() && self.confirm.is_none() {
            self.shown.add(self.scroll, sight);
        }
    }

    /// All of it has been before somebody's eyes, once this frame is.
    pub fn reads(&self, sight: Sight) -> bool {
        let whole = || self.shown.missing(self.scroll, sight) == 0;
        // While something is typed the page has other rows.
        self.read || sight.rows > 0 && self.laid().is_some() && self.confirm.is_none() && whole()
    }

    /// It was read aloud, all of it.
    pub fn was_told(&mut self) {
        self.read |= self.laid().is_some();
        self.met |= self.confirm.is_some();
    }

    pub fn findings(&self, ctx: &Ctx) -> Vec<Finding> {
        let Some(sheet) = &self.sheet else { return Vec::new() };
        // As they stand now: somebody is about to answer for them.
        let plan = plan::plan(ctx.shelf, ctx.workspace, ctx.networks, ctx.now.today());
        plan::findings(&sheet.entry, ctx.shelf, &plan)
    }

    /// What holds it back: as the clerk will see it, before anything is asked of anybody.
    pub fn obstacle(&self, ctx: &Ctx) -> Option<Obstacle> {
        let sheet = self.sheet.as_ref()?;
        if let Err(why) = &sheet.hash {
            return Some(Obstacle::Uncovered(why.clone()));
        }
        let mut found = self.findings(ctx).into_iter();
        found.find(Finding::forbids_approval).map(|finding| Obstacle::Finding(finding.kind))
    }

    /// Why nothing is written down, whatever is decided here.
    pub fn damaged(ctx: &Ctx) -> Option<Failure> {
        ctx.shelf.ledger_fault().cloned().map(Failure::LedgerTouched)
    }

    /// What is open in it: nothing before it was read.
    pub fn open_things<'a>(&self, ctx: &'a Ctx) -> Open<'a> {
        self.sheet.as_ref().map_or_else(Open::default, |_| {
            Open::of(self.findings(ctx), ctx.shelf.review(self.post()))
        })
    }

    /// Claims somebody answers for, of those that are still there.
    pub fn ticks(&self) -> Vec<&Tick> {
        let Some(sheet) = &self.sheet else { return Vec::new() };
        let said = |tick: &&Tick| {
            let quote = tick.quote.trim();
            sheet.lines.iter().any(|line| line.value.contains(quote))
        };
        sheet.entry.post.ticks.iter().filter(said).collect()
    }

    /// It goes out at another time than it was approved for, and nothing else is otherwise:
    /// its words were read then.
    pub fn only_the_time_moved(&self) -> bool {
        let Some(sheet) = &self.sheet else { return false };
        let stood = sheet.before.as_ref().filter(|before| before.taken_back.is_none());
        let lines = stood.and_then(|before| before.lines.as_deref());
        lines.is_some_and(|lines| only_the_time(&changes(lines, &sheet.lines)))
    }

    /// What is typed to confirm it; nothing where there is nothing to say yes to.
    pub fn first(&self) -> Option<String> {
        let hash = self.sheet.as_ref()?.hash.as_ref().ok()?;
        Some(hash.to_string()[..TYPED].to_owned())
    }

    pub fn outgoing(&self, ctx: &Ctx) -> Outgoing {
        self.sheet.as_ref().map(|sheet| Outgoing::of(sheet, ctx)).unwrap_or_default()
    }

    /// What somebody may say yes to: nothing while it is not what the file says.
    pub fn seen(&self, ctx: &Ctx) -> Option<Seen> {
        let hash = *self.laid()?.hash.as_ref().ok()?;
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Some(Seen {
            post: self.post().clone(),
            hash,
            to_the_end: self.read && (self.met || self.confirm.is_none()),
            open: self.open_things(ctx).count(),
            ticked: count(self.ticks().len()),
            typed: self.confirm.as_ref().map(|line| line.text().to_owned()),
            bulk: self.is_bulk(),
        })
    }
}
