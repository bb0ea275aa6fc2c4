//! What a person's action and an event do to the origin: the cursor goes from row to row
//! and from text to text, and stays on one that is there.

use super::state::State;
use crate::checks::{About, Asked, Told};
use crate::domain::Part;
use crate::features::{Ctx, Outcome, row_after};
use crate::vocab::{Action, Effect, Event, Scope, Screen};

/// Rows a page goes over.
const PAGE: usize = 5;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Origin]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = last(state, ctx);
    if let Some(row) = row_after(action, state.row, last, PAGE) {
        state.row = row;
        return Outcome::done();
    }
    match action {
        Action::NextPane | Action::Right => turn(state, ctx, true),
        Action::PreviousPane | Action::Left => turn(state, ctx, false),
        Action::Edit => {
            if let Some(screen) = told(state, ctx) {
                return Outcome::effect(Effect::Show(screen));
            }
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

/// Where what is told under the cursor is written; `None` on a sentence.
fn told(state: &State, ctx: &Ctx) -> Option<Screen> {
    let at = state.row.checked_sub(state.sentences(ctx))?;
    let told = state.ledger(ctx).into_iter().nth(at)?;
    let post = state.post.clone();
    Some(match told {
        Told::Medium(_) => Screen::Fields { post, at: Some((Part::Alt, None)) },
        Told::Asked(Asked { about: About::Medium(_), .. }) => {
            Screen::Fields { post, at: Some((Part::Alt, None)) }
        }
        Told::Asked(Asked { about: About::Text(text), .. }) => {
            Screen::Editor { post, channel: text.channel.cloned() }
        }
        Told::Text(_) | Told::Nothing => Screen::Fields { post, at: None },
    })
}

/// Whatever happened, the cursor stands on a row that is there.
pub fn on_event(state: &mut State, _: &Event, ctx: &Ctx) -> Vec<Effect> {
    state.row = state.row.min(last(state, ctx));
    Vec::new()
}

fn last(state: &State, ctx: &Ctx) -> usize {
    (state.sentences(ctx) + state.ledger(ctx).len()).saturating_sub(1)
}

fn turn(state: &mut State, ctx: &Ctx, on: bool) {
    let count = state.texts(ctx).len().max(1);
    state.tab = (state.tab + if on { 1 } else { count - 1 }) % count;
    state.row = 0;
}
