//! What a person's action and an event do to the voice: a proposal is accepted or refused,
//! a rule in `voice.toml` is taken out, a case leads to the suggestion it was read from.

use super::state::{Row, State};
use crate::checks::learned::sentence;
use crate::domain::{Change, ChangeSet, Label, Learned};
use crate::features::{Ctx, Outcome, row_after};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Why};

/// Rows a page goes over.
const PAGE: usize = 5;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Voice]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = state.rows(ctx).saturating_sub(1);
    if let Some(row) = row_after(action, state.row, last, PAGE) {
        go(state, row);
        return Outcome::done();
    }
    match action {
        Action::Left => state.case = state.case.saturating_sub(1),
        Action::Right => {
            let cases = match state.row(state.row, ctx) {
                Some(Row::Proposed(found)) => found.cases.len(),
                _ => 0,
            };
            state.case = (state.case + 1).min(cases.saturating_sub(1));
        }
        Action::Accept => return answer(state, ctx, false),
        Action::Reject => return answer(state, ctx, true),
        Action::Trash => return revoke(state, ctx),
        Action::Open | Action::OpenAt(_) => return open(state, ctx),
        // The key that opened it closes it.
        Action::Cancel | Action::Back | Action::GoVoice => return Outcome::effect(Effect::Close),
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// What can be asked of the rule under the cursor: the others are not worth a word.
pub fn offers(state: &State, action: &Action, ctx: &Ctx) -> bool {
    let row = state.row(state.row, ctx);
    match action {
        Action::Accept | Action::Reject | Action::Open => matches!(row, Some(Row::Proposed(_))),
        Action::Right => matches!(row, Some(Row::Proposed(found)) if found.cases.len() > 1),
        Action::Trash => matches!(row, Some(Row::Learned(_))),
        _ => true,
    }
}

/// The world was brought up to date before this is called.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    if matches!(
        event,
        Event::Applied { .. }
            | Event::DecisionsRead(_)
            | Event::SuggestionsRead { .. }
            | Event::WorkspaceRead { .. }
            | Event::FolderRead { .. }
    ) {
        state.read(ctx);
    }
    Vec::new()
}

fn go(state: &mut State, row: usize) {
    if row != state.row {
        (state.row, state.case) = (row, 0);
    }
}

fn answer(state: &State, ctx: &Ctx, refused: bool) -> Outcome {
    let Some(Row::Proposed(found)) = state.row(state.row, ctx) else {
        return Outcome::Disabled(Why::NotProposed);
    };
    let rule = sentence(&found.lesson, ctx.workspace.first_language());
    learn(Some(found.learned(rule, ctx.now.today(), refused)), None)
}

fn revoke(state: &State, ctx: &Ctx) -> Outcome {
    match state.row(state.row, ctx) {
        Some(Row::Learned(rule)) => learn(None, Some(rule.clone())),
        _ => Outcome::Disabled(Why::NotLearned),
    }
}

fn learn(add: Option<Learned>, remove: Option<Learned>) -> Outcome {
    let change =
        Change::Learn { add: add.into_iter().collect(), remove: remove.into_iter().collect() };
    Outcome::effect(Effect::Apply(ChangeSet::one(Label::Learn, change)))
}

/// The suggestions of the post a case was decided on.
fn open(state: &State, ctx: &Ctx) -> Outcome {
    let Some(Row::Proposed(found)) = state.row(state.row, ctx) else {
        return Outcome::Disabled(Why::NotProposed);
    };
    let post = found.cases.get(state.case).map(|case| case.judged.post.clone());
    match post.filter(|id| ctx.shelf.get(id).is_some()) {
        Some(post) => {
            Outcome::effect(Effect::Show(Screen::Drafts { post: Some(post), slot: None }))
        }
        None => Outcome::Disabled(Why::NoPostHere),
    }
}
