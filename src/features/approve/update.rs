//! What a person's action does to the approve view: it is read, and asked for a yes.
//!
//! A yes asked for too soon, or of what cannot be approved, is no business of this room
//! beyond saying so: what it sends is a wish, and the gate judges the key.

use super::state::{Obstacle, Sight, State};
use crate::features::{Ctx, Outcome, edit_line};
use crate::text::{Buffer, Edit};
use crate::vocab::{Action, Asks, Effect, Notice, Question, Scope, Screen, Why};

/// Rows a turn of the wheel moves.
const WHEEL: usize = 3;

/// Nearest first.
pub fn scopes(state: &State) -> Vec<Scope> {
    match state.confirm {
        Some(_) => vec![Scope::Line, Scope::Approve],
        None => vec![Scope::Approve],
    }
}

/// Whether a key that the footer would show is worth a word, beside what is in sight.
pub fn offers(state: &State, action: &Action, sight: Sight, ctx: &Ctx) -> bool {
    let given = state.sheet.as_ref().is_some_and(|sheet| sheet.entry.consent.given().is_some());
    match action {
        Action::SayYes => {
            let read = state.laid().is_some() && state.reads(sight);
            let writes = State::damaged(ctx).is_none();
            writes && read && !given && !ctx.by.trim().is_empty() && state.obstacle(ctx).is_none()
        }
        Action::Revoke => given && State::damaged(ctx).is_none(),
        Action::NextPane | Action::PreviousPane => state.is_bulk(),
        // All of it is in sight.
        Action::PageDown | Action::Last => state.scroll < sight.last,
        _ => true,
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    if let Some(line) = &mut state.confirm
        && let Some(outcome) = confirm(line, action)
    {
        return outcome;
    }
    let post = state.post().clone();
    match action {
        Action::Up => scroll_to(state, state.scroll.saturating_sub(1)),
        Action::Down => scroll_to(state, state.scroll + 1),
        Action::Wheel { up: true } => scroll_to(state, state.scroll.saturating_sub(WHEEL)),
        Action::Wheel { up: false } => scroll_to(state, state.scroll + WHEEL),
        // A row of the page before stays in sight.
        Action::PageUp => scroll_to(state, state.scroll.saturating_sub((state.page - 1).max(1))),
        Action::PageDown => scroll_to(state, state.scroll + (state.page - 1).max(1)),
        Action::First => scroll_to(state, 0),
        Action::Last => scroll_to(state, state.last),
        Action::NextPane | Action::Right => return turn(state, 1, ctx),
        Action::PreviousPane | Action::Left => return turn(state, state.posts.len() - 1, ctx),
        Action::SayYes => return say_yes(state, ctx),
        Action::Confirm if state.confirm.is_some() => {
            return Outcome::effect(Effect::Approve(post));
        }
        Action::Revoke => return revoke(state, ctx),
        Action::Edit | Action::FullScreen => {
            let lead =
                state.sheet.as_ref().and_then(|sheet| sheet.entry.post.lead_channel().cloned());
            let show = Effect::Show(Screen::Editor { post, channel: lead });
            return Outcome::Handled(vec![show, Effect::Do(Box::new(Action::FullScreen))]);
        }
        Action::Fields => return Outcome::effect(Effect::Show(Screen::Fields { post, at: None })),
        Action::Origin => {
            return Outcome::effect(Effect::Show(Screen::Origin { post, channel: None }));
        }
        Action::Review => {
            return Outcome::effect(Effect::Show(Screen::Review {
                post,
                channel: None,
                note: None,
            }));
        }
        Action::Cancel if state.confirm.is_some() => state.dont_ask(),
        Action::Cancel | Action::Back => {
            let summary = state.summary(ctx).map(Effect::Say);
            return Outcome::Handled(summary.into_iter().chain([Effect::Close]).collect());
        }
        // The key that opened it; and the mouse, which decides nothing here.
        Action::Approve | Action::Point(_) | Action::OpenAt(_) | Action::DragTo(_) => {}
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// What is typed to confirm it. It is typed, or it confirms nothing.
fn confirm(line: &mut Buffer, action: &Action) -> Option<Outcome> {
    match action {
        Action::Write(Edit::Paste(_)) | Action::Paste => Some(Outcome::Disabled(Why::TypedByHand)),
        Action::NextPane | Action::PreviousPane => Some(Outcome::done()),
        _ => edit_line(line, action).map(Outcome::Handled),
    }
}

fn scroll_to(state: &mut State, row: usize) {
    state.scroll = row.min(state.last);
}

fn turn(state: &mut State, by: usize, ctx: &Ctx) -> Outcome {
    if !state.is_bulk() {
        return Outcome::Disabled(Why::NoOtherPost);
    }
    let (from, of) = (state.at, state.posts.len());
    let at = (from + by) % of;
    let mut effects = state.turn_to(at, ctx);
    if by == 1 && at == 0 {
        let left = of - state.given(ctx);
        effects.push(Effect::Say(Notice::FromTheFirst { left, of }));
    }
    Outcome::Handled(effects)
}

fn say_yes(state: &mut State, ctx: &Ctx) -> Outcome {
    let ask = Outcome::effect(Effect::Approve(state.post().clone()));
    // With nothing before anybody's eyes the gate says so.
    let Some(sheet) = state.laid() else { return ask };
    if sheet.entry.consent.given().is_some() {
        return Outcome::Disabled(Why::AlreadyApproved);
    }
    // Before anything is asked of anybody.
    if let Some(failure) = State::damaged(ctx) {
        return Outcome::effect(Effect::Say(Notice::Failed(failure)));
    }
    match state.obstacle(ctx) {
        Some(Obstacle::Finding(kind)) => {
            return Outcome::effect(Effect::Say(Notice::HeldBack(Box::new(kind))));
        }
        Some(Obstacle::Uncovered(why)) => {
            return Outcome::effect(Effect::Say(Notice::NothingToApprove(why)));
        }
        None => {}
    }
    if state.read && !state.open_things(ctx).is_empty() {
        state.ask();
        return Outcome::done();
    }
    ask
}

fn revoke(state: &State, ctx: &Ctx) -> Outcome {
    let Some(sheet) = &state.sheet else { return Outcome::Disabled(Why::NotYetRead) };
    if sheet.entry.post.approval.is_none() {
        return Outcome::Disabled(Why::NothingApproved);
    }
    if let Some(failure) = State::damaged(ctx) {
        return Outcome::effect(Effect::Say(Notice::Failed(failure)));
    }
    let effects = vec![Effect::Revoke(state.post().clone())];
    let question = Question::go_ahead(Asks::TakeBack, effects);
    Outcome::effect(Effect::Show(Screen::Question(Box::new(question))))
}
