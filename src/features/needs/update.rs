//! What a person's action and an event do to the list: the cursor moves, a row leads to
//! its note, or to its post.

use super::state::State;
use crate::domain::{Because, Errand};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Target, Why};

/// Rows a page goes over.
const PAGE: usize = 10;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Needs]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = state.errands.len().saturating_sub(1);
    match action {
        Action::Up | Action::Wheel { up: true } => state.row = state.row.saturating_sub(1),
        Action::Down | Action::Wheel { up: false } => state.row = (state.row + 1).min(last),
        Action::PageUp => state.row = state.row.saturating_sub(PAGE),
        Action::PageDown => state.row = (state.row + PAGE).min(last),
        Action::First => state.row = 0,
        Action::Last => state.row = last,
        Action::Point(Target::Row(row)) => state.row = (*row).min(last),
        Action::Open | Action::Edit | Action::Review => {
            return match state.here() {
                Some(errand) if ctx.shelf.get(&errand.post).is_none() => {
                    Outcome::Disabled(Why::NoPostHere)
                }
                Some(errand) => go(errand, action, ctx),
                None => Outcome::Disabled(Why::NothingNeedsYou),
            };
        }
        // The key that opened it closes it.
        Action::Cancel | Action::Back | Action::GoNeeds => return Outcome::effect(Effect::Close),
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// Where nothing waits there is nowhere to go.
pub fn offers(state: &State, action: &Action) -> bool {
    !matches!(action, Action::Open | Action::Edit | Action::Review) || state.here().is_some()
}

/// The world was brought up to date before this is called.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    // A letter typed, a word that a machine adds: nothing that waits is another for it.
    let alike = matches!(
        event,
        Event::TextKept { .. } | Event::SuggestionGrew { .. } | Event::SourcesFound(_)
    );
    if !alike {
        state.read(ctx);
    }
    Vec::new()
}

/// A note is answered in the review, and the list waits below it; everything else is seen
/// to on the card, with the list out of the way.
fn go(errand: &Errand, action: &Action, ctx: &Ctx) -> Outcome {
    let post = errand.post.clone();
    let note = errand.because.note().map(|note| note.id.clone());
    match (action, &errand.because) {
        (Action::Edit, _) => {
            let channel = errand.because.finding().and_then(|finding| finding.channel.clone());
            Outcome::effect(Effect::Show(Screen::Editor { post, channel }))
        }
        (Action::Review, _) | (_, Because::Change(_) | Because::Review(_)) => {
            Outcome::effect(Effect::Show(Screen::Review { post, channel: None, note }))
        }
        _ => {
            let wall = errand.wall;
            let date = wall.map_or_else(|| ctx.now.today(), |wall| wall.date());
            let to = Effect::GoTo { date, time: wall.map(|wall| wall.time()), post: Some(post) };
            Outcome::Handled(vec![Effect::Close, to])
        }
    }
}
