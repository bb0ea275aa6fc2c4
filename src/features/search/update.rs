//! What typing and choosing do to a search, and what the archive answers.

use super::State;
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, Event, Scope, Screen, Target};

/// A search with nothing typed yet, and the order to have the archive at hand.
pub fn open() -> (State, Vec<Effect>) {
    let state = State { line: Buffer::one_line(""), ..State::default() };
    (state, vec![Effect::OpenArchive])
}

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Search, Scope::Picker, Scope::Line, Scope::List]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let page = isize::try_from(ctx.pane.height.saturating_sub(6).max(2) / 2).unwrap_or(1);
    match action {
        Action::Cancel | Action::Back | Action::Search => {
            return Outcome::Handled(vec![Effect::CloseArchive, Effect::Close]);
        }
        Action::Confirm => return choose(state, ctx),
        Action::Review => return review(state, ctx),
        Action::Up | Action::Wheel { up: true } => state.step(-1),
        Action::Down | Action::Wheel { up: false } => state.step(1),
        Action::PageUp => state.step(-page),
        Action::PageDown => state.step(page),
        Action::First => state.step(-isize::MAX),
        Action::Last => state.step(isize::MAX),
        Action::Point(Target::Row(row)) => select(state, *row),
        Action::OpenAt(Target::Row(row)) => {
            select(state, *row);
            return choose(state, ctx);
        }
        Action::Point(Target::Cell { column, clicks, select, .. }) => {
            click_line(&mut state.line, *column, *clicks, *select);
        }
        Action::DragTo(Target::Cell { column, .. }) => {
            click_line(&mut state.line, *column, 1, true);
        }
        _ => return typed(state, action),
    }
    Outcome::done()
}

pub fn on_event(state: &mut State, event: &Event, _: &Ctx) -> Vec<Effect> {
    if let Event::Found { asked, hits, complete } = event
        && *asked == state.asked
        && state.query().is_some()
    {
        state.take(hits.clone(), *complete);
    }
    Vec::new()
}

fn typed(state: &mut State, action: &Action) -> Outcome {
    let before = state.query().map(str::to_owned);
    let Some(mut effects) = edit_line(&mut state.line, action) else { return Outcome::Ignored };
    let query = state.query().map(str::to_owned);
    if query == before {
        return Outcome::Handled(effects);
    }
    state.asked += 1;
    state.selected = 0;
    match query {
        Some(query) => {
            state.complete = false;
            effects.push(Effect::Search { asked: state.asked, query });
        }
        None => state.take(Vec::new(), false),
    }
    Outcome::Handled(effects)
}

/// Two rows on screen belong to one hit.
fn select(state: &mut State, row: usize) {
    state.selected = row / 2;
    state.step(0);
}

/// Its notes, over what was found. Of a post that is not in memory there is nothing to be
/// shown yet: it is gone to.
fn review(state: &State, ctx: &Ctx) -> Outcome {
    match state.hit() {
        Some(hit) if ctx.shelf.get(&hit.post).is_some() => {
            let post = hit.post.clone();
            Outcome::effect(Effect::Show(Screen::Review { post, channel: None, note: None }))
        }
        _ => choose(state, ctx),
    }
}

fn choose(state: &State, ctx: &Ctx) -> Outcome {
    let Some(hit) = state.hit() else { return Outcome::done() };
    // An idea has no day: the calendar stays where it is and shows it in the backlog.
    let date = hit.wall.map_or(ctx.now.today(), |wall| wall.date());
    let go = Effect::GoTo { date, time: None, post: Some(hit.post.clone()) };
    Outcome::Handled(vec![Effect::CloseArchive, Effect::Close, go])
}
