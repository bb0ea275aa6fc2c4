//! What a person's action and an event do to the list: the cursor moves, a row leads to
//! its post, its notes, its text, or to the view where it is approved.

use super::state::State;
use crate::domain::Errand;
use crate::features::{Ctx, Outcome, row_after};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Why};

/// Rows a page goes over.
const PAGE: usize = 10;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Needs]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = state.errands.len().saturating_sub(1);
    if let Some(row) = row_after(action, state.row, last, PAGE) {
        state.row = row;
        return Outcome::done();
    }
    match action {
        action if leads(action) => match state.here() {
            Some(errand) if ctx.shelf.get(&errand.post).is_none() => {
                Outcome::Disabled(Why::NoPostHere)
            }
            Some(errand) => go(errand, action, ctx),
            None => Outcome::Disabled(Why::NothingNeedsYou),
        },
        // The key that opened it closes it.
        Action::Cancel | Action::Back | Action::GoNeeds => Outcome::effect(Effect::Close),
        _ => Outcome::Ignored,
    }
}

/// Where nothing waits there is nowhere to go.
pub fn offers(state: &State, action: &Action) -> bool {
    match (action, state.here()) {
        // An idea has no hour to say yes to.
        (Action::Approve, Some(errand)) => errand.wall.is_some(),
        (action, here) => !leads(action) || here.is_some(),
    }
}

/// It leads from the row under the cursor to its post.
fn leads(action: &Action) -> bool {
    matches!(action, Action::Open | Action::Edit | Action::Review | Action::Approve)
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

/// Its notes, its text and the view where it is approved open over the list, which waits
/// below them; the post itself is seen in the calendar, with the list out of the way.
fn go(errand: &Errand, action: &Action, ctx: &Ctx) -> Outcome {
    let post = errand.post.clone();
    match action {
        Action::Edit => {
            let channel = errand.because.finding().and_then(|finding| finding.channel.clone());
            Outcome::effect(Effect::Show(Screen::Editor { post, channel }))
        }
        Action::Review => {
            let note = errand.because.note().map(|note| note.id.clone());
            Outcome::effect(Effect::Show(Screen::Review { post, channel: None, note }))
        }
        Action::Approve => Outcome::effect(Effect::Show(Screen::Approve { posts: vec![post] })),
        _ => {
            let wall = errand.wall;
            let date = wall.map_or_else(|| ctx.now.today(), |wall| wall.date());
            let to = Effect::GoTo { date, time: wall.map(|wall| wall.time()), post: Some(post) };
            Outcome::Handled(vec![Effect::Close, to])
        }
    }
}
