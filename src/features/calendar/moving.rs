//! Carrying cards: a ghost follows the arrows (or the mouse) and nothing changes until
//! the person puts it down. A time the clocks skip or show twice is asked about.

use super::Cursor;
use super::grid::{Card, Grid, free_slots};
use super::plan::{self, Answer, Course, Piece};
use super::state::{Mode, Moving, State};
use super::{operate, range};
use crate::domain::{ChannelKey, Label, Moment, When};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Effect, Notice, Target, Why};
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

const STEP: TimeDelta = TimeDelta::minutes(15);
/// Where a post without a time lands on a day without usual slots.
const MORNING: (u32, u32) = (9, 0);

/// Why nothing can be picked up from among the files that cannot be used.
fn why_not(state: &State, ctx: &Ctx) -> Why {
    match operate::here(state, ctx) {
        operate::Here::Broken(problem) if problem.kind.is_note() => Why::NotAPost,
        _ => Why::BrokenFile,
    }
}

/// Picks up what the cursor stands on, or the whole range.
pub fn pick_up(state: &mut State, all: bool, ctx: &Ctx) -> Outcome {
    let lifted = if matches!(state.mode, Mode::Range(_)) {
        let Some((from, pieces)) = range::pieces(state, ctx) else {
            return Outcome::Disabled(Why::NothingSelected);
        };
        Lifted { pieces, from: Some(from), to: from, timed: true, all: false }
    } else {
        let grid = Grid::of(state, ctx);
        let Some(card) = grid.card(&state.cursor) else {
            return Outcome::Disabled(match state.cursor {
                Cursor::Problem { .. } => why_not(state, ctx),
                _ => Why::NoPostHere,
            });
        };
        match lift(card, all) {
            Ok(lifted) => lifted,
            Err(why) => return Outcome::Disabled(why),
        }
    };
    state.mode = Mode::Moving(lifted.carried_from(state.cursor.clone()));
    Outcome::done()
}

/// Picks up an idea; its ghost stands at the next usual slot from the cursor's day on.
pub fn pick_up_idea(state: &mut State, ctx: &Ctx) -> Outcome {
    let entry = state.idea.as_ref().and_then(|id| ctx.shelf.get(id));
    let Some(entry) = entry else { return Outcome::Disabled(Why::NoPostHere) };
    let piece =
        Piece { post: entry.post.id.clone(), path: entry.path.clone(), part: plan::Part::Whole };
    let channels = &entry.post.channels;
    let day = state.cursor.date().max(ctx.now.today());
    let here = state.cursor.time().map(|time| state.cursor.date().and_time(time));
    let here = here.filter(|_| state.cursor.post().is_none());
    let meant = here.filter(|at| state.said_here().is_some() || is_usual(*at, state, ctx));
    let to = meant
        .or_else(|| next_slot(day, channels, state, ctx))
        .or(here)
        .unwrap_or_else(|| day.and_time(morning()));
    let lifted = Lifted { pieces: vec![piece], from: None, to, timed: true, all: true };
    // The week is where it goes: the ideas must not lie over it.
    state.drawer = super::state::Drawer::None;
    state.mode = Mode::Moving(lifted.carried_from(state.cursor.clone()));
    Outcome::done()
}

/// An idea is to be chosen for the empty place under the cursor.
pub fn bring(state: &mut State, ctx: &Ctx) -> Outcome {
    let ideas = super::update::ideas(state, ctx);
    let Some(first) = ideas.first() else { return Outcome::Disabled(Why::NoIdeas) };
    let known = ideas.iter().any(|idea| Some(&idea.post.id) == state.idea.as_ref());
    if !known {
        state.idea = Some(first.post.id.clone());
    }
    super::update::show_backlog(state);
    state.bringing = true;
    Outcome::effect(Effect::Say(Notice::WhichIdea))
}

/// The chosen idea goes where the cursor stands in the week.
pub fn put_here(state: &mut State, ctx: &Ctx) -> Outcome {
    let entry = state.idea.as_ref().and_then(|id| ctx.shelf.get(id));
    let Some(entry) = entry else { return Outcome::Disabled(Why::NoPostHere) };
    let piece =
        Piece { post: entry.post.id.clone(), path: entry.path.clone(), part: plan::Part::Whole };
    let when = operate::place_for_new(state, ctx).0;
    let (to, timed) = (when.wall(ctx.workspace.zone), when.has_time());
    let lifted = Lifted { pieces: vec![piece], from: None, to, timed, all: true };
    state.drawer = super::state::Drawer::None;
    state.mode = Mode::Moving(lifted.carried_from(state.cursor.clone()));
    put_down(state, ctx)
}

/// One of the usual slots, and nothing stands there yet.
fn is_usual(at: NaiveDateTime, state: &State, ctx: &Ctx) -> bool {
    !usual_at(at, state, ctx).is_empty()
}

/// The channels that a free slot is usual for.
fn usual_at(at: NaiveDateTime, state: &State, ctx: &Ctx) -> Vec<ChannelKey> {
    let grid = Grid::of_week(crate::domain::Week::of(at.date()), state, ctx);
    let free = grid.day(at.date()).find_map(|item| match item {
        super::grid::Item::Free { time, channels } if *time == at.time() => {
            Some(channels.iter().map(|key| (*key).to_owned()).collect())
        }
        _ => None,
    });
    free.unwrap_or_default()
}

/// The first usual slot of these channels in the fortnight from `date`.
fn next_slot(
    date: chrono::NaiveDate,
    channels: &[String],
    state: &State,
    ctx: &Ctx,
) -> Option<NaiveDateTime> {
    let own = |keys: &[&str]| {
        channels.is_empty() || keys.iter().any(|key| channels.iter().any(|c| c == key))
    };
    (0..14).map(|days| super::walk::shifted(date, days)).find_map(|day| {
        let grid = Grid::of_week(crate::domain::Week::of(day), state, ctx);
        grid.day(day).find_map(|item| match item {
            super::grid::Item::Free { time, channels } if own(channels) => {
                Some(day.and_time(*time))
            }
            _ => None,
        })
    })
}

fn morning() -> NaiveTime {
    NaiveTime::from_hms_opt(MORNING.0, MORNING.1, 0).unwrap_or_default()
}

struct Lifted {
    pieces: Vec<Piece>,
    from: Option<NaiveDateTime>,
    to: NaiveDateTime,
    timed: bool,
    all: bool,
}

impl Lifted {
    fn carried_from(self, back: Cursor) -> Moving {
        let Self { pieces, from, to, timed, all } = self;
        let (trouble, answers) = (None, Vec::new());
        Moving { pieces, from, to, timed, all, trouble, answers, back, dragged: false }
    }
}

fn lift(card: &Card, all: bool) -> Result<Lifted, Why> {
    let piece = plan::piece(&card.entry, &card.placement, all)?;
    let (wall, timed) = (card.placement.wall, card.placement.when.has_time());
    Ok(Lifted { pieces: vec![piece], from: Some(wall), to: wall, timed, all })
}

/// What an action means while something is carried.
pub fn act(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Moving(moving) = &mut state.mode else { return Outcome::Ignored };
    match action {
        Action::Left => step(moving, TimeDelta::days(-1)),
        Action::Right => step(moving, TimeDelta::days(1)),
        Action::PreviousWeek | Action::PageUp => step(moving, TimeDelta::days(-7)),
        Action::NextWeek | Action::PageDown => step(moving, TimeDelta::days(7)),
        Action::Up | Action::Down => step_in_day(moving, *action == Action::Up, ctx),
        Action::Choose(answer) => return choose(state, *answer, ctx),
        Action::Confirm | Action::Open => return put_down(state, ctx),
        Action::ToBacklog => return to_backlog(state, ctx),
        Action::DragTo(target) => {
            moving.dragged = true;
            aim(moving, target);
        }
        Action::Drop(target) => {
            aim(moving, target);
            return put_down(state, ctx);
        }
        Action::Point(target) | Action::OpenAt(target) => aim(moving, target),
        Action::Cancel | Action::Back => {
            state.cursor = moving.back.clone();
            state.mode = Mode::Browse;
        }
        // Whatever else a key means would be a surprise with a card in hand.
        Action::Help | Action::Quit | Action::Redraw | Action::Suspend => return Outcome::Ignored,
        _ => return Outcome::Disabled(Why::NotHere),
    }
    Outcome::Handled(super::events::sight(state, ctx))
}

impl Moving {
    /// Elsewhere other hours are skipped: what was asked and answered here is forgotten.
    fn go(&mut self, to: NaiveDateTime) {
        self.to = to;
        self.trouble = None;
        self.answers.clear();
    }
}

fn step(moving: &mut Moving, by: TimeDelta) {
    moving.go(moving.to.checked_add_signed(by).unwrap_or(moving.to));
}

/// A quarter of an hour, never over the edge of the day. A post without a time gets one:
/// down from the top of the day, the first usual slot or the morning.
fn step_in_day(moving: &mut Moving, up: bool, ctx: &Ctx) {
    let date = moving.to.date();
    if !moving.timed {
        if !up {
            let browsing = State::new(date);
            let first = free_slots(date, &[], &browsing, ctx).first().map(|(time, _)| *time);
            moving.go(date.and_time(first.unwrap_or_else(morning)));
            moving.timed = true;
        }
        return;
    }
    let to = moving.to + if up { -STEP } else { STEP };
    if to.date() == date {
        moving.go(to);
    }
}

/// The ghost goes where the mouse points. Over a band of its own hour it keeps its minutes.
fn aim(moving: &mut Moving, target: &Target) {
    let (date, time) = match target {
        Target::Slot { date, time } => (*date, *time),
        Target::Card { wall, .. } => (wall.date(), Some(wall.time())),
        Target::More { date } => (*date, None),
        _ => return,
    };
    let kept = moving.from.map_or(moving.to, |from| from).time();
    let same_hour = |t: NaiveTime| chrono::Timelike::hour(&t) == chrono::Timelike::hour(&kept);
    moving.go(match time {
        Some(time) if moving.timed && same_hour(time) => date.and_time(kept),
        Some(time) => date.and_time(time),
        None => date.and_time(moving.to.time()),
    });
    moving.timed |= time.is_some();
}

/// The answer to a time that the clocks skip (1 before, 2 after) or show twice. It is that
/// leg's alone: everything else that is carried arrives where it was to.
fn choose(state: &mut State, answer: u8, ctx: &Ctx) -> Outcome {
    let Mode::Moving(moving) = &mut state.mode else { return Outcome::Ignored };
    let when = match (moving.trouble.as_ref().map(|trouble| trouble.moment), answer) {
        (Some(Moment::Gap { before, .. }), 1) => When::Local(before),
        (Some(Moment::Gap { after, .. }), 2) => When::Local(after),
        (Some(Moment::Fold { first, .. }), 1) => When::Offset(first.fixed_offset()),
        (Some(Moment::Fold { second, .. }), 2) => When::Offset(second.fixed_offset()),
        _ => return Outcome::Disabled(Why::NotHere),
    };
    let leg = moving.trouble.take().map(|trouble| trouble.leg);
    moving.answers.extend(leg.map(|leg| Answer { leg, when }));
    put_down(state, ctx)
}

fn put_down(state: &mut State, ctx: &Ctx) -> Outcome {
    let Mode::Moving(moving) = &mut state.mode else { return Outcome::Ignored };
    let timed_before =
        matches!(&moving.back, Cursor::Card { timed: true, .. }) || moving.pieces.len() > 1;
    let course = match moving.from {
        Some(from) if timed_before == moving.timed || moving.pieces.len() > 1 => {
            Course::By(moving.to - from)
        }
        _ => Course::To { wall: moving.to, timed: moving.timed },
    };
    match plan::carry(&moving.pieces, course, Label::Move, &moving.answers, ctx) {
        Err(trouble) => {
            moving.trouble = Some(trouble);
            moving.dragged = false;
            Outcome::done()
        }
        Ok(mut set) => {
            let moving = moving.clone();
            plan::give_channels(&mut set, &moving.pieces, || usual_at(moving.to, state, ctx), ctx);
            let landed = moving.pieces.first().map(|piece| {
                let here = |a: &&Answer| a.leg.path == piece.path && a.leg.wall == moving.to;
                let answer = moving.answers.iter().find(here);
                let wall = answer.map_or(moving.to, |a| a.when.wall(ctx.workspace.zone));
                Cursor::Card { post: piece.post.clone(), wall, timed: moving.timed }
            });
            state.cursor = landed.unwrap_or_else(|| moving.back.clone());
            state.mode = Mode::Browse;
            state.focus = super::state::Focus::Week;
            let mut effects = Vec::new();
            if !set.changes.is_empty() {
                state.put_down = Some(state.cursor.clone());
                effects.push(Effect::Apply(set));
            }
            effects.extend(super::events::sight(state, ctx));
            Outcome::Handled(effects)
        }
    }
}

fn to_backlog(state: &mut State, ctx: &Ctx) -> Outcome {
    let Mode::Moving(moving) = &state.mode else { return Outcome::Ignored };
    let [piece] = moving.pieces.as_slice() else { return Outcome::Disabled(Why::NotHere) };
    let Some(entry) = ctx.shelf.at(&piece.path) else {
        return Outcome::Disabled(Why::NotYetRead);
    };
    match plan::to_backlog(entry, ctx) {
        Err(why) => Outcome::Disabled(why),
        Ok(set) => {
            state.cursor = moving.back.clone();
            state.mode = Mode::Browse;
            Outcome::effect(Effect::Apply(set))
        }
    }
}
