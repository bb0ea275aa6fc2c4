//! What a person's action does to the form, and what leaving it saves.

use super::state::{Key, State};
use super::value::Value;
use super::{complete, diff};
use crate::domain::{Change, ChangeSet, Label, moved_path};
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Target, Why};

pub fn scopes(state: &State) -> Vec<Scope> {
    match state.focused().map(|field| &field.value) {
        Some(Value::Line(_) | Value::When(_)) => vec![Scope::Fields, Scope::Line, Scope::Form],
        Some(Value::Choice(_)) => vec![Scope::Fields, Scope::Choices, Scope::Form],
        _ => vec![Scope::Fields, Scope::Form],
    }
}

/// The field in focus is one of those that can be completed.
pub fn completes(state: &State) -> bool {
    state.focused().is_some_and(|field| match &field.value {
        Value::When(_) => true,
        Value::Line(_) => {
            matches!(field.key, Key::Campaign | Key::Labels | Key::Hashtags | Key::MediumPath(_))
        }
        Value::Choice(_) | Value::Button => false,
    })
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    match action {
        Action::Up | Action::PreviousPane | Action::Wheel { up: true } => state.step(-1),
        Action::Down | Action::NextPane | Action::Wheel { up: false } => state.step(1),
        Action::PageUp => state.step(-6),
        Action::PageDown => state.step(6),
        Action::Cancel | Action::Back | Action::Save => return leave(state, ctx, Vec::new()),
        Action::Add => state.add_medium(),
        Action::Remove => {
            if !state.remove_medium() {
                return Outcome::Disabled(Why::NotHere);
            }
        }
        Action::Point(Target::Row(row)) => focus_row(state, *row),
        Action::OpenAt(Target::Row(row)) => {
            focus_row(state, *row);
            return confirm(state, ctx);
        }
        Action::Point(Target::Choice { row, choice })
        | Action::OpenAt(Target::Choice { row, choice }) => {
            focus_row(state, *row);
            if let Some(Value::Choice(choices)) = value(state) {
                choices.at = *choice;
                choices.toggle();
            }
        }
        Action::Point(Target::Cell { row, column, clicks, select }) => {
            focus_row(state, *row);
            click(state, *column, *clicks, *select);
        }
        Action::DragTo(Target::Cell { row, column, .. }) => {
            focus_row(state, *row);
            click(state, *column, 1, true);
        }
        Action::Confirm => return confirm(state, ctx),
        _ => return in_field(state, action, ctx),
    }
    Outcome::done()
}

/// The form follows what changed on disk while nobody has touched it; what a hand has
/// changed waits, and is merged by storage, field by field.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    if let Event::MediaListed(files) = event {
        state.media_files.clone_from(files);
    }
    if !matches!(event, Event::FolderRead { .. } | Event::Applied { .. } | Event::Noticed { .. }) {
        return Vec::new();
    }
    let Some(entry) = ctx.shelf.get(&state.post) else { return Vec::new() };
    state.path = entry.path.clone();
    if entry.post != state.first && state.edited(ctx.now) == state.first {
        let focus = state.focused().map(|field| field.key.clone());
        let media_files = std::mem::take(&mut state.media_files);
        *state = State { media_files, ..State::new(entry, ctx.workspace) };
        if let Some(key) = focus {
            state.focus_on(&key);
        }
    }
    Vec::new()
}

fn value(state: &mut State) -> Option<&mut Value> {
    let focus = state.focus;
    state.fields.get_mut(focus).map(|field| &mut field.value)
}

fn focus_row(state: &mut State, row: usize) {
    if let Some(i) = state.visible().get(row) {
        state.focus = *i;
    }
}

fn click(state: &mut State, column: usize, clicks: u8, select: bool) {
    match value(state) {
        Some(Value::Line(line)) => click_line(line, column, clicks, select),
        Some(Value::When(input)) => click_line(&mut input.line, column, clicks, select),
        _ => {}
    }
}

fn confirm(state: &mut State, ctx: &Ctx) -> Outcome {
    let Some(field) = state.focused() else { return Outcome::done() };
    match field.key.clone() {
        Key::AddMedium => state.add_medium(),
        Key::OwnText(channel) => {
            let post = state.post.clone();
            return leave(
                state,
                ctx,
                vec![Effect::Show(Screen::Editor { post, channel: Some(channel) })],
            );
        }
        _ => match value(state) {
            Some(Value::Choice(choice)) => choice.toggle(),
            _ => state.step(1),
        },
    }
    Outcome::done()
}

fn in_field(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let locked = state.focused().is_some_and(|field| state.is_locked(&field.key));
    let writes = matches!(action, Action::Write(_) | Action::CutText | Action::Complete);
    if locked && writes {
        return Outcome::Disabled(Why::AlreadyPublished);
    }
    match (action, value(state)) {
        (Action::Complete, Some(Value::When(input))) => input.choose_next(ctx.now),
        (Action::Complete, _) => {
            complete::complete(state, ctx);
        }
        (Action::Left, Some(Value::Choice(choice))) => choice.step(-1),
        (Action::Right, Some(Value::Choice(choice))) => choice.step(1),
        (Action::ToChoice(at), Some(Value::Choice(choice))) => choice.reach(*at),
        (Action::Toggle, Some(Value::Choice(choice))) => choice.toggle(),
        (Action::Toggle, Some(Value::Button)) => return confirm(state, ctx),
        (_, Some(Value::Line(line))) => {
            let Some(effects) = edit_line(line, action) else { return Outcome::Ignored };
            state.warned = false;
            return Outcome::Handled(effects);
        }
        (_, Some(Value::When(input))) => {
            let before = input.line.revision();
            let Some(effects) = edit_line(&mut input.line, action) else {
                return Outcome::Ignored;
            };
            if input.line.revision() != before {
                input.typed();
            }
            state.warned = false;
            return Outcome::Handled(effects);
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// Saves and closes. Something wrong is shown first; asked again, it stays as it was
/// and the rest is saved.
fn leave(state: &mut State, ctx: &Ctx, then: Vec<Effect>) -> Outcome {
    if let Some((field, _)) = state.first_fault(ctx.now).filter(|_| !state.warned) {
        state.focus = field;
        state.warned = true;
        return Outcome::done();
    }
    let edited = state.edited(ctx.now);
    let edits = diff::edits(&state.first, &edited);
    let mut effects = Vec::new();
    if !edits.is_empty() {
        let moved = edited.home_folder(state.zone) != state.first.home_folder(state.zone);
        let to = if moved {
            moved_path(&state.path, &edited, state.zone)
        } else {
            ctx.named(&state.path, &edited)
        };
        let edit = Change::Edit { path: state.path.clone(), to, edits };
        effects.push(Effect::Apply(ChangeSet::one(Label::Fields, edit)));
    }
    effects.push(Effect::Close);
    effects.extend(then);
    Outcome::Handled(effects)
}
