//! Passes an action to the question that is open. `Esc` closes every one of them.

use super::State;
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Effect, Event, Scope};

pub fn scopes(state: &State) -> Vec<Scope> {
    match state {
        State::Date(_) => vec![Scope::Picker, Scope::Line, Scope::List],
        State::Filter(form) if form.focus == 0 => vec![Scope::Line, Scope::Form],
        State::Published(form) if form.focus > 0 => vec![Scope::Line, Scope::Form],
        State::Note(_) | State::Why(_) => vec![Scope::Line, Scope::Form],
        State::Filter(_) => vec![Scope::Filter, Scope::Form, Scope::Line],
        State::Published(_) => vec![Scope::Choices, Scope::Form],
        State::Helps(helps) if helps.step.is_typed() => vec![Scope::Line],
        State::CopyText(_) | State::Helps(_) => vec![Scope::List],
        State::Question(_) => vec![Scope::Question],
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let leaves = matches!(action, Action::Cancel | Action::Back);
    match state {
        // It has something to put back first.
        State::Filter(form) => form.update(action),
        _ if leaves => Outcome::effect(Effect::Close),
        State::Date(date) => date.update(action, ctx.now),
        State::Published(form) => form.update(action, ctx.now),
        State::Helps(helps) => helps.update(action),
        State::Note(form) => form.update(action, ctx),
        State::CopyText(copy) => copy.update(action),
        State::Question(asked) => asked.update(action),
        State::Why(form) => form.update(action, ctx),
    }
}

/// A file that moved meanwhile is followed by its post's id.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    if let (State::Helps(helps), Event::SourcesFound(sources)) = (&mut *state, event) {
        helps.model = Some(sources.iter().any(|source| source.is_ai));
    }
    if let State::Published(form) = state
        && let Some(entry) = ctx.shelf.get(&form.post)
    {
        form.path = entry.path.clone();
    }
    Vec::new()
}
