//! What a person asks of the calendar: moving about in it, with keys and mouse. What is
//! done to posts stands in `operate.rs`, what happens in mid-move in `moving.rs`.

use super::grid::{Card, Grid};
use super::state::{Cursor, Drawer, Focus, Mode, State};
use super::{moving, needs, operate, walk};
use crate::domain::Entry;
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Scope, Target};
use std::sync::Arc;

/// Nearest first.
pub fn scopes(state: &State) -> Vec<Scope> {
    match (&state.mode, state.focus) {
        (Mode::Moving(moving), _) if moving.trouble.is_some() => {
            vec![Scope::Question, Scope::Move]
        }
        (Mode::Moving(_), _) => vec![Scope::Move],
        (Mode::Range(_), _) => vec![Scope::Range, Scope::Week],
        (_, Focus::Backlog) if state.bringing => vec![Scope::Bring, Scope::Backlog],
        (_, Focus::Backlog) => vec![Scope::Backlog],
        (Mode::Day, _) => vec![Scope::Day],
        (Mode::Browse, _) => vec![Scope::Week],
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let outcome = act(state, action, ctx);
    // Whoever goes back to the week has chosen no idea for it.
    state.bringing &= state.focus == Focus::Backlog;
    outcome
}

fn act(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    if state.moving().is_some() {
        return moving::act(state, action, ctx);
    }
    if let Some(outcome) = navigate(state, action, ctx) {
        return outcome;
    }
    if let Some(outcome) = point(state, action, ctx) {
        return outcome;
    }
    operate::operate(state, action, ctx)
}

fn navigate(state: &mut State, action: &Action, ctx: &Ctx) -> Option<Outcome> {
    match action {
        Action::NextPane | Action::PreviousPane => {
            cycle(state, *action == Action::NextPane, ctx);
            return Some(Outcome::done());
        }
        Action::Inspector => {
            let open = state.drawer != Drawer::Inspector;
            state.drawer = if open { Drawer::Inspector } else { Drawer::None };
            state.focus = Focus::Week;
            return Some(Outcome::done());
        }
        Action::GoIdeas => {
            show_backlog(state);
            return Some(Outcome::done());
        }
        Action::GoCalendar => {
            (state.focus, state.drawer) = (Focus::Week, Drawer::None);
            return Some(Outcome::done());
        }
        Action::Hours => state.hours = !state.hours,
        Action::Cancel | Action::Back => return Some(step_back(state)),
        Action::Wheel { up } => {
            state.scroll = if *up { state.scroll.saturating_sub(3) } else { state.scroll + 3 };
            return Some(Outcome::done());
        }
        Action::Up | Action::Down | Action::First | Action::Last
            if state.focus == Focus::Backlog =>
        {
            walk_ideas(state, action, ctx);
            return Some(Outcome::done());
        }
        Action::Right if state.focus == Focus::Backlog => state.focus = Focus::Week,
        Action::Up | Action::Down if state.focus == Focus::Inspector => {
            let up = *action == Action::Up;
            state.scroll = if up { state.scroll.saturating_sub(1) } else { state.scroll + 1 };
            return Some(Outcome::done());
        }
        // Asked for from among the ideas, a week is gone to.
        Action::PreviousWeek | Action::NextWeek | Action::Today
            if state.focus == Focus::Backlog =>
        {
            to_week(state);
            return navigate(state, action, ctx);
        }
        Action::Left => go(state, walk::aside(state, ctx, -1)),
        Action::Right => go(state, walk::aside(state, ctx, 1)),
        Action::PreviousWeek | Action::PageUp => go(state, walk::aside(state, ctx, -7)),
        Action::NextWeek | Action::PageDown => go(state, walk::aside(state, ctx, 7)),
        Action::Up | Action::Down if ctx.pane.width < LIST && state.mode != Mode::Day => {
            let forward = *action == Action::Down;
            go(state, walk::along(&Grid::of(state, ctx), &state.cursor, forward));
        }
        Action::Up => go(state, walk::up(&Grid::of(state, ctx), &state.cursor)),
        Action::Down => go(state, walk::down(&Grid::of(state, ctx), &state.cursor)),
        Action::First => go(state, walk::first_card(&Grid::of(state, ctx), state.cursor.date())),
        Action::Last => go(state, walk::last(&Grid::of(state, ctx), state.cursor.date())),
        Action::NextNeed => return Some(needs::walk(state, true, ctx)),
        Action::PreviousNeed => return Some(needs::walk(state, false, ctx)),
        Action::Today => go(state, walk::landing(state, ctx)),
        _ => return None,
    }
    Some(Outcome::Handled(super::events::sight(state, ctx)))
}

fn go(state: &mut State, cursor: Cursor) {
    if state.cursor != cursor {
        state.cursor = cursor;
        state.scroll = 0;
        state.said = None;
    }
}

/// Out of what is innermost: the range, the day, the drawer, the side pane.
fn step_back(state: &mut State) -> Outcome {
    match (&state.mode, state.drawer, state.focus) {
        (Mode::Range(_) | Mode::Day, _, _) => state.mode = Mode::Browse,
        (_, Drawer::Inspector | Drawer::Backlog, _) | (_, _, Focus::Backlog | Focus::Inspector) => {
            state.drawer = Drawer::None;
            state.focus = Focus::Week;
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

pub(super) fn show_backlog(state: &mut State) {
    state.focus = Focus::Backlog;
    state.drawer = Drawer::Backlog;
}

/// Under this width the week is a list.
const LIST: u16 = 50;
/// From this width the inspector stands beside the week.
const BESIDE: u16 = 110;

/// From among the ideas back to the week, which is in sight again where they covered it.
pub(super) fn to_week(state: &mut State) {
    state.focus = Focus::Week;
    if state.drawer == Drawer::Backlog {
        state.drawer = Drawer::None;
    }
}

fn cycle(state: &mut State, forward: bool, ctx: &Ctx) {
    let order = [Focus::Week, Focus::Inspector, Focus::Backlog];
    let at = order.iter().position(|focus| *focus == state.focus).unwrap_or(0);
    state.focus = order[(at + if forward { 1 } else { 2 }) % 3];
    state.drawer = match state.focus {
        Focus::Week => Drawer::None,
        Focus::Inspector if ctx.pane.width >= BESIDE => Drawer::None,
        Focus::Inspector => Drawer::Inspector,
        Focus::Backlog => Drawer::Backlog,
    };
}

/// The ideas that the filter lets through, in their order.
pub fn ideas<'a>(state: &State, ctx: &Ctx<'a>) -> Vec<&'a Arc<Entry>> {
    let all = ctx.shelf.ideas();
    all.into_iter().filter(|entry| needs::shows_idea(&state.filter, entry, ctx)).collect()
}

fn walk_ideas(state: &mut State, action: &Action, ctx: &Ctx) {
    let ideas = ideas(state, ctx);
    let at = ideas.iter().position(|entry| Some(&entry.post.id) == state.idea.as_ref());
    let last = ideas.len().saturating_sub(1);
    let next = match (action, at) {
        (Action::Up, Some(at)) => at.saturating_sub(1),
        (Action::Down, Some(at)) => (at + 1).min(last),
        (Action::Last, _) => last,
        _ => 0,
    };
    state.idea = ideas.get(next).map(|entry| entry.post.id.clone());
    state.scroll = 0;
}

fn point(state: &mut State, action: &Action, ctx: &Ctx) -> Option<Outcome> {
    let (Action::Point(target) | Action::OpenAt(target) | Action::DragTo(target)) = action else {
        return matches!(action, Action::Drop(_)).then(Outcome::done);
    };
    if let (Action::DragTo(_), Some(_)) = (action, state.cursor.post()) {
        let outcome = moving::pick_up(state, false, ctx);
        return Some(match state.mode {
            Mode::Moving(_) => moving::act(state, action, ctx),
            _ => outcome,
        });
    }
    match target {
        Target::Card { post, wall } => {
            let cards = Grid::of(state, ctx);
            let card =
                cards.cards().find(|c| c.placement.post == *post && c.placement.wall == *wall);
            let cursor = card.map(Card::cursor)?;
            state.focus = Focus::Week;
            go(state, cursor);
        }
        Target::Slot { date, time } => {
            state.focus = Focus::Week;
            let week = crate::domain::Week::of(*date);
            let cursor = Cursor::slot(*date, *time);
            let exact = time.is_some_and(|t| chrono::Timelike::minute(&t) != 0);
            let settled = walk::settle_cursor(&Grid::of_week(week, state, ctx), &cursor);
            go(state, if exact { cursor } else { settled });
        }
        Target::More { date } => {
            let grid = Grid::of(state, ctx);
            let cursor = walk::first(&grid, *date);
            go(state, cursor);
            state.mode = Mode::Day;
        }
        Target::Idea(id) => {
            state.idea = Some(id.clone());
            state.focus = Focus::Backlog;
        }
        Target::Row(row) => {
            let grid = Grid::of(state, ctx);
            let path = grid.problems.get(*row)?.path.clone();
            go(state, Cursor::Problem { path, week: grid.week });
        }
        Target::Pane(_) => state.focus = Focus::Inspector,
        Target::Need(need) => return Some(needs::point(state, *need, ctx)),
        _ => return None,
    }
    if let Action::OpenAt(_) = action {
        return Some(operate::operate(state, &Action::Open, ctx));
    }
    Some(Outcome::Handled(super::events::sight(state, ctx)))
}
