//! What happens to the approve view: a sheet arrives, a yes was one or was none, and what
//! lies there turns out to be older than the file.

use super::state::State;
use crate::domain::{Failure, NotAnAct};
use crate::features::Ctx;
use crate::text::Buffer;
use crate::vocab::{Effect, Event, Notice};

/// The world was brought up to date before this is called.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    let post = state.post().clone();
    match event {
        Event::SheetRead(sheet) if sheet.entry.post.id == post => {
            state.lay(sheet);
            return Vec::new();
        }
        Event::Approved { entry, .. } if entry.post.id == post => {
            state.done.extend(entry.consent.given().map(|given| given.at));
            state.renewed += usize::from(state.only_the_time_moved());
            state.renewed = state.renewed.min(state.done.len());
            return go_on(state, ctx);
        }
        Event::Revoked { entry } if entry.post.id == post => return state.read_again(),
        Event::NotApproved { post: of, why } if *of == post => {
            let typed = state
                .confirm
                .as_mut()
                .map(|line| std::mem::replace(line, Buffer::one_line("")).text().trim().to_owned());
            return match (why, typed, state.first()) {
                // The clerk found in the file what does not stand here.
                (NotAnAct::Blocked, ..) => state.read_again(),
                (NotAnAct::NotConfirmed, Some(typed), Some(first)) if !typed.is_empty() => {
                    vec![Effect::Say(Notice::NotTheHash { typed, first })]
                }
                _ => Vec::new(),
            };
        }
        // The clerk lays it out again without being asked.
        Event::NotDone(Failure::ApprovalOfOther { .. }) => {
            state.stale = true;
            return Vec::new();
        }
        Event::NotDone(Failure::Gone { .. } | Failure::Broken { .. }) if state.laid().is_none() => {
            (state.gone, state.stale) = (true, false);
            return Vec::new();
        }
        // What a post goes out as rests on the brand, too: its accounts, its zone.
        Event::WorkspaceRead { .. } if state.laid().is_some() => return state.read_again(),
        _ => {}
    }
    if is_older(state, ctx) { state.read_again() } else { Vec::new() }
}

/// What lies here is not what stands in its file, as far as anybody has heard.
fn is_older(state: &State, ctx: &Ctx) -> bool {
    let Some(sheet) = state.laid() else { return false };
    let now = ctx.shelf.at(&sheet.entry.path);
    // At a glance less is known of it, not something else.
    now.is_none_or(|now| {
        let other = now.consent != sheet.entry.consent && !now.consent.is_glance();
        now.hash != sheet.entry.hash || other
    })
}

/// On to the next post that nobody stands behind yet; with the last one it is done.
fn go_on(state: &mut State, ctx: &Ctx) -> Vec<Effect> {
    let count = state.posts.len();
    let given = |at: &usize| {
        let entry = ctx.shelf.get(&state.posts[*at]);
        entry.is_none_or(|entry| entry.consent.given().is_some())
    };
    let mut others = (1..count).map(|step| (state.at + step) % count);
    if let Some(at) = others.find(|at| !given(at)) {
        return state.turn_to(at, ctx);
    }
    // Where something lies over it, it is not closed, and says what it is now.
    let summary = state.summary(ctx).map(Effect::Say);
    state.read_again().into_iter().chain(summary).chain([Effect::Close]).collect()
}
