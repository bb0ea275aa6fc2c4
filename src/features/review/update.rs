//! What a person's action and an event do to the review: the cursor goes from sentence to
//! sentence and from note to note; a note is begun, or settled.

use super::state::{Place, State, texts};
use crate::domain::{Change, ChangeSet, Label, Note, NoteKind};
use crate::features::{Ctx, Outcome, row_after};
use crate::vocab::{Action, Effect, Event, NewNote, Scope, Screen, Why};

/// Sentences a page goes over.
const PAGE: usize = 5;

pub fn scopes(_: &State) -> Vec<Scope> {
    vec![Scope::Review]
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let last = state.rows(ctx).len().saturating_sub(1);
    if let Some(row) = row_after(action, state.row, last, PAGE) {
        go(state, row);
        return Outcome::done();
    }
    match action {
        Action::Left => state.note = state.note.saturating_sub(1),
        Action::Right => {
            state.note += 1;
            state.settle(ctx);
        }
        Action::NextPane => turn(state, ctx, true),
        Action::PreviousPane => turn(state, ctx, false),
        Action::AskReview => return begin(state, NoteKind::Ask, ctx),
        Action::AskChange => return begin(state, NoteKind::Change, ctx),
        Action::Remark => return begin(state, NoteKind::Remark, ctx),
        Action::Reply => return begin(state, NoteKind::Reply, ctx),
        Action::Resolve => return resolve(state, ctx),
        Action::Edit => {
            let (post, text) = (state.post.clone(), state.text(ctx));
            let channel = text.and_then(|text| text.channel.cloned());
            return Outcome::effect(Effect::Show(Screen::Editor { post, channel }));
        }
        // The key that opened it closes it.
        Action::Cancel | Action::Back | Action::Review => return Outcome::effect(Effect::Close),
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// What can be done to the note under the cursor: the rest is not worth a word.
pub fn offers(state: &State, action: &Action, ctx: &Ctx) -> bool {
    let here = state.here(ctx);
    match action {
        Action::Reply => here.is_some(),
        Action::Resolve => here.is_some_and(|point| point.settled().is_none()),
        Action::Left => state.note > 0,
        Action::Right => {
            let rows = state.rows(ctx);
            rows.get(state.row).is_some_and(|row| state.note + 1 < row.notes().count())
        }
        _ => true,
    }
}

/// The world was brought up to date before this is called.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    if let Event::Applied { set, .. } = event {
        // A note just written is gone to.
        let made = set.changes.iter().find_map(|change| match change {
            Change::Note(note) if note.post == state.post => Some(note.id.clone()),
            _ => None,
        });
        state.awaited = made.or(state.awaited.take());
    }
    state.find(ctx);
    state.settle(ctx);
    Vec::new()
}

fn go(state: &mut State, row: usize) {
    if row != state.row {
        (state.row, state.note) = (row, 0);
    }
}

fn turn(state: &mut State, ctx: &Ctx, on: bool) {
    let count = state.post(ctx).map_or(1, |post| texts(post).len()).max(1);
    state.tab = (state.tab + if on { 1 } else { count - 1 }) % count;
    (state.row, state.note) = (0, 0);
}

/// Its words are asked for first.
fn begin(state: &State, kind: NoteKind, ctx: &Ctx) -> Outcome {
    let about = match (kind.is_answer(), state.here(ctx)) {
        (true, None) => return Outcome::Disabled(Why::NoNote),
        (true, Some(point)) => Some(point.note.id.clone()),
        (false, _) => None,
    };
    let on_sentence = matches!(kind, NoteKind::Change | NoteKind::Remark);
    let text = state.text(ctx).filter(|_| on_sentence);
    let rows = state.rows(ctx);
    let quote = text.and_then(|text| match &rows.get(state.row)?.place {
        Place::Sentence(range) => Some(text.text[range.clone()].trim().to_owned()),
        Place::Whole | Place::Gone(_) => None,
    });
    let channel = text.and_then(|text| text.channel.cloned());
    let note = NewNote { post: state.post.clone(), kind, about, channel, quote };
    Outcome::effect(Effect::Show(Screen::WriteNote(Box::new(note))))
}

/// Says it all without a word.
fn resolve(state: &State, ctx: &Ctx) -> Outcome {
    let Some(point) = state.here(ctx) else { return Outcome::Disabled(Why::NoNote) };
    if point.settled().is_some() {
        return Outcome::Disabled(Why::AlreadySettled);
    }
    let note = Note {
        id: ctx.ids.fresh(),
        post: state.post.clone(),
        at: ctx.now.utc,
        by: ctx.by.to_owned(),
        kind: NoteKind::Resolve,
        to: None,
        about: Some(point.note.id.clone()),
        channel: None,
        quote: None,
        text: String::new(),
    };
    let label = Label::Note(NoteKind::Resolve);
    Outcome::effect(Effect::Apply(ChangeSet::one(label, Change::Note(Box::new(note)))))
}
