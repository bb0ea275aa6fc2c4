//! What a person's action and an event do to the origin: the cursor goes from sentence to
//! sentence and from text to text, and stays on one that is there.

use super::state::State;
use crate::domain::Part;
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Target};

/// Sentences a page goes over.
const PAGE: usize = 5;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Origin]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = last(state, ctx);
    match action {
        Action::Up | Action::Wheel { up: true } => {
            state.sentence = state.sentence.saturating_sub(1);
        }
        Action::Down | Action::Wheel { up: false } => {
            state.sentence = (state.sentence + 1).min(last);
        }
        Action::PageUp => state.sentence = state.sentence.saturating_sub(PAGE),
        Action::PageDown => state.sentence = (state.sentence + PAGE).min(last),
        Action::First => state.sentence = 0,
        Action::Last => state.sentence = last,
        Action::NextPane | Action::Right => turn(state, ctx, true),
        Action::PreviousPane | Action::Left => turn(state, ctx, false),
        Action::Point(Target::Row(row)) => state.sentence = (*row).min(last),
        Action::Edit => {
            let (post, text) = (state.post.clone(), state.text(ctx));
            let part = text.as_ref().map_or(Part::Text, |text| text.part);
            let channel = text.and_then(|text| text.channel.cloned());
            // What goes out beside the text is written in the form of fields.
            return Outcome::effect(Effect::Show(match part {
                Part::Text => Screen::Editor { post, channel },
                beside => Screen::Fields { post, at: Some((beside, channel)) },
            }));
        }
        // The key that opened it closes it.
        Action::Cancel | Action::Back | Action::Origin => return Outcome::effect(Effect::Close),
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// Whatever happened, the cursor stands on a sentence that is there.
pub fn on_event(state: &mut State, _: &Event, ctx: &Ctx) -> Vec<Effect> {
    state.sentence = state.sentence.min(last(state, ctx));
    Vec::new()
}

fn last(state: &State, ctx: &Ctx) -> usize {
    state.text(ctx).map_or(0, |text| text.traced.len().saturating_sub(1))
}

fn turn(state: &mut State, ctx: &Ctx, on: bool) {
    let count = state.texts(ctx).len().max(1);
    state.tab = (state.tab + if on { 1 } else { count - 1 }) % count;
    state.sentence = 0;
}
