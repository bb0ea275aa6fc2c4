//! What a person's action does to the help and the palette.

use super::{Kind, State};
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::vocab::{Action, Effect, Event, Scope, Target};

pub fn scopes(state: &State) -> Vec<Scope> {
    match state.kind {
        Kind::Keys | Kind::Palette => vec![Scope::Picker, Scope::Line, Scope::List],
        // It lies over the week and is in nobody's way: the keys it names already work.
        Kind::Tour => vec![Scope::Week],
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    if state.kind == Kind::Tour {
        return leave_tour(action);
    }
    let page = isize::try_from(ctx.pane.height.saturating_sub(6).max(1)).unwrap_or(1);
    let all = isize::MAX;
    match action {
        Action::Cancel | Action::Back => return Outcome::effect(Effect::Close),
        Action::Confirm => return choose(state),
        Action::Up | Action::Wheel { up: true } => state.step(-1),
        Action::Down | Action::Wheel { up: false } => state.step(1),
        Action::PageUp => state.step(-page),
        Action::PageDown => state.step(page),
        Action::First => state.step(-all),
        Action::Last => state.step(all),
        Action::Point(Target::Row(row)) => select(state, *row),
        Action::OpenAt(Target::Row(row)) => {
            select(state, *row);
            return choose(state);
        }
        Action::Point(Target::Cell { column, clicks, select, .. }) => {
            click_line(&mut state.line, *column, *clicks, *select);
        }
        Action::DragTo(Target::Cell { column, .. }) => {
            click_line(&mut state.line, *column, 1, true);
        }
        // The key that opened it closes it.
        Action::Help if state.kind == Kind::Keys => return Outcome::effect(Effect::Close),
        Action::Palette if state.kind == Kind::Palette => return Outcome::effect(Effect::Close),
        _ => {
            let before = state.line.revision();
            let Some(effects) = edit_line(&mut state.line, action) else {
                return Outcome::Ignored;
            };
            if state.line.revision() != before {
                state.list();
            }
            return Outcome::Handled(effects);
        }
    }
    Outcome::done()
}

/// The rows are those of the moment it was opened; nothing that happens changes them.
pub fn on_event(_: &mut State, _: &Event, _: &Ctx) -> Vec<Effect> {
    Vec::new()
}

/// `Enter` and `Esc` only leave it; any other key leaves it and does what it does.
fn leave_tour(action: &Action) -> Outcome {
    match action {
        Action::Open | Action::Cancel | Action::Back => Outcome::effect(Effect::Close),
        Action::Point(_) | Action::OpenAt(_) | Action::DragTo(_) | Action::Wheel { .. } => {
            Outcome::done()
        }
        _ => Outcome::Handled(vec![Effect::Close, Effect::Do(Box::new(action.clone()))]),
    }
}

fn select(state: &mut State, row: usize) {
    state.selected = row;
    state.step(0);
}

fn choose(state: &State) -> Outcome {
    let Some(item) = state.item() else { return Outcome::done() };
    if let Some(why) = item.why {
        return Outcome::Disabled(why);
    }
    Outcome::Handled(vec![Effect::Close, Effect::Do(Box::new(item.action.clone()))])
}
