//! What an action does to a text being written.

use super::claim;
use super::complete::Completion;
use super::layout::geometry;
use super::state::{Choice, Search, State, Writing};
use super::tab::Tab;
use crate::domain::{Change, ChangeSet, FieldEdit, FieldValue, Label, renumbered};
use crate::features::line::edit_line;
use crate::features::{Ctx, Outcome};
use crate::text::buffer::{Click, Find, Layout, Place};
use crate::text::{Buffer, Edit, Motion, TextLanguage, at_once, is_thread};
use crate::vocab::{Action, Effect, ExternalEdit, Scope, Screen, Target, Why};
use std::sync::Arc;

/// Rows a turn of the wheel moves.
const WHEEL: usize = 3;

/// Where keys count, nearest first.
pub fn scopes(state: &State) -> Vec<Scope> {
    match state {
        State::Rescue(_) => vec![Scope::List],
        State::Writing(writing) if writing.clash.is_some() => vec![Scope::Question],
        State::Writing(writing) if writing.search.is_some() || writing.note.is_some() => {
            vec![Scope::Line, Scope::Text]
        }
        State::Writing(_) => vec![Scope::Text],
    }
}

/// Whether an action is worth a word of the footer here.
pub fn offers(state: &State, action: &Action, ctx: &Ctx) -> bool {
    match state {
        State::Writing(writing) => claim::offers(writing, action, ctx),
        State::Rescue(_) => true,
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let writing = match state {
        State::Writing(writing) => writing,
        State::Rescue(rescue) => return rescue.update(action, ctx),
    };
    if writing.clash.is_some() {
        return clash(writing, action);
    }
    if writing.note.is_some() {
        return claim::note(writing, action, ctx);
    }
    // Who asks once more to leave has not gone on to something else; who writes on stays.
    writing.parting &= matches!(action, Action::Cancel | Action::Back);
    writing.leaving &= !matches!(action, Action::Write(_));
    let asked = std::mem::take(&mut writing.dropping);
    if *action == Action::Revert {
        let outcome = revert(writing, asked);
        keep_in_sight(writing, ctx);
        return outcome;
    }
    // The key was the answer; words that come from elsewhere are none.
    if asked && !matches!(action, Action::Write(Edit::Paste(_)) | Action::Paste) {
        return Outcome::done();
    }
    let outcome = if writing.search.is_some() {
        search(writing, action, ctx)
    } else {
        write(writing, action, ctx)
    };
    if !matches!(action, Action::Wheel { .. }) {
        keep_in_sight(writing, ctx);
    }
    outcome
}

fn write(writing: &mut Writing, action: &Action, ctx: &Ctx) -> Outcome {
    match action {
        Action::Write(edit) => return changed(writing, edit.clone(), ctx),
        Action::Undo => return changed(writing, Edit::Undo, ctx),
        Action::Redo => return changed(writing, Edit::Redo, ctx),
        Action::Go { motion, select } => go(writing, *motion, *select, ctx),
        Action::Complete | Action::Confirm if writing.completion.is_some() => {
            return take(writing, ctx);
        }
        Action::Complete => {
            writing.completion = Completion::at(writing, true, ctx);
        }
        Action::Helps => {
            // What is asked about is what stands on disk.
            let (post, channel) = (writing.post.clone(), writing.tab().channel.clone());
            writing.completion = None;
            let mut effects = writing.save(ctx);
            effects.push(Effect::Show(Screen::Helps { post, channel, left: None }));
            return Outcome::Handled(effects);
        }
        Action::Review => {
            // Notes quote what stands on disk.
            let (post, channel) = (writing.post.clone(), writing.tab().channel.clone());
            writing.completion = None;
            let mut effects = writing.save(ctx);
            effects.push(Effect::Show(Screen::Review { post, channel, note: None }));
            return Outcome::Handled(effects);
        }
        Action::Approve => {
            // What is approved is what stands on disk.
            writing.completion = None;
            let mut effects = writing.save(ctx);
            effects.push(Effect::Show(Screen::Approve { posts: vec![writing.post.clone()] }));
            return Outcome::Handled(effects);
        }
        Action::Save => return Outcome::Handled(writing.save(ctx)),
        Action::Cancel | Action::Back => {
            if writing.completion.take().is_none() {
                return Outcome::Handled(writing.leave(ctx));
            }
        }
        Action::CopySelection | Action::CutText => return copy(writing, action, ctx),
        Action::Paste => {
            return paste(writing);
        }
        Action::Find => {
            let needle = writing.tab().buffer.selected_text().unwrap_or_default();
            let line = Buffer::one_line(needle.lines().next().unwrap_or_default());
            writing.search = Some(Search { line, found: None });
        }
        Action::NextPane => writing.go_to((writing.active + 1) % writing.tabs.len()),
        Action::PreviousPane => {
            writing.go_to((writing.active + writing.tabs.len() - 1) % writing.tabs.len());
        }
        Action::NumberMessages => return number(writing),
        Action::NextLanguage => return next_language(writing, ctx),
        Action::TickClaim => return claim::tick(writing, ctx),
        Action::KeepFact => return claim::keep_fact(writing, ctx),
        Action::FullScreen => writing.full = !writing.full,
        Action::EditOutside if writing.broken(ctx).is_some() => {
            // The text is safe where it is; the file has to be put right first.
            let Some(problem) = writing.broken(ctx) else { return Outcome::done() };
            let (path, line, column) = (problem.path.clone(), problem.line, problem.column);
            let file = ExternalEdit::File { path, line, column };
            return Outcome::effect(Effect::EditOutside(file));
        }
        Action::EditOutside => {
            writing.outside = true;
            let tab = writing.tab();
            let (key, text) = (tab.key(&writing.post), tab.text().to_owned());
            return Outcome::effect(Effect::EditOutside(ExternalEdit::Text { key, text }));
        }
        Action::Point(Target::Pane(tab)) => writing.go_to(*tab),
        Action::Point(Target::Row(row)) => {
            if let Some(completion) = &mut writing.completion {
                completion.selected = (*row).min(completion.choices.len() - 1);
                return take(writing, ctx);
            }
        }
        Action::Point(Target::Cell { .. }) | Action::DragTo(Target::Cell { .. }) => {
            click(writing, action, ctx);
        }
        Action::Wheel { up } => wheel(writing, *up, ctx),
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// An edit of the active text, with its journal and what could complete it.
fn changed(writing: &mut Writing, edit: Edit, ctx: &Ctx) -> Outcome {
    if edit == Edit::NewLine && writing.completion.is_some() {
        return take(writing, ctx);
    }
    let typed = matches!(edit, Edit::Type(_) | Edit::DeleteBack);
    if !writing.tab_mut().apply(edit) {
        return Outcome::done();
    }
    let tab = writing.tab();
    let opens = typed && tab.buffer.selection().is_none();
    writing.completion = opens.then(|| Completion::at(writing, false, ctx)).flatten();
    Outcome::effect(writing.journal())
}

fn go(writing: &mut Writing, motion: Motion, select: bool, ctx: &Ctx) {
    if let (Some(completion), Motion::Up | Motion::Down, false) =
        (&mut writing.completion, motion, select)
    {
        completion.step(motion == Motion::Down);
        return;
    }
    let layout = layout(writing, ctx);
    writing.tab_mut().buffer.motion(motion, select, &layout);
    writing.completion = None;
}

/// Takes the chosen completion, as one step of undo.
fn take(writing: &mut Writing, _: &Ctx) -> Outcome {
    let Some(completion) = writing.completion.take() else { return Outcome::done() };
    let tab = writing.tab_mut();
    tab.buffer.replace(completion.range.clone(), completion.chosen());
    tab.touched = true;
    Outcome::effect(writing.journal())
}

fn copy(writing: &mut Writing, action: &Action, ctx: &Ctx) -> Outcome {
    let Some(text) = writing.tab().buffer.selected_text().map(str::to_owned) else {
        return Outcome::Disabled(Why::NothingToCopy);
    };
    writing.clipboard.clone_from(&text);
    let mut effects = vec![Effect::CopyToClipboard(at_once(&text).into_owned())];
    if *action == Action::CutText
        && let Outcome::Handled(journal) = changed(writing, Edit::DeleteSelection, ctx)
    {
        effects.extend(journal);
    }
    Outcome::Handled(effects)
}

/// What was copied here comes back as it was, messages and all.
fn paste(writing: &mut Writing) -> Outcome {
    let text = writing.clipboard.clone();
    if text.is_empty() {
        return Outcome::done();
    }
    let tab = writing.tab_mut();
    let cursor = tab.buffer.cursor();
    tab.buffer.replace(tab.buffer.selection().unwrap_or(cursor..cursor), &text);
    tab.touched = true;
    writing.completion = None;
    Outcome::effect(writing.journal())
}

/// Every message with its number, or without where all have it: one step of undo.
fn number(writing: &mut Writing) -> Outcome {
    let tab = writing.tab_mut();
    if !is_thread(tab.text()) {
        return Outcome::Disabled(Why::OneMessage);
    }
    let numbered = renumbered(tab.text());
    tab.put(&numbered);
    tab.touched = true;
    writing.completion = None;
    Outcome::effect(writing.journal())
}

/// Drops what was typed since the text was opened, once it has been asked for twice.
fn revert(writing: &mut Writing, asked: bool) -> Outcome {
    if !writing.tabs.iter().any(Tab::is_other) {
        return Outcome::Disabled(Why::NothingTyped);
    }
    if !asked {
        writing.dropping = true;
        return Outcome::done();
    }
    Outcome::Handled(writing.revert())
}

/// The post says another of the brand's languages, at once and on disk: counting, claims and
/// smell follow it.
fn next_language(writing: &Writing, ctx: &Ctx) -> Outcome {
    let Some(entry) = ctx.shelf.get(&writing.post) else { return Outcome::Ignored };
    let said = entry.post.lang.as_deref();
    let mut languages: Vec<&str> = ctx.workspace.languages.iter().map(String::as_str).collect();
    if languages.len() < 2 {
        let own = [TextLanguage::Italian.tag(), TextLanguage::English.tag()];
        languages
            .extend(own.iter().filter(|tag| !ctx.workspace.languages.iter().any(|l| l == *tag)));
    }
    let at = languages.iter().position(|tag| Some(*tag) == said);
    let next = languages[at.map_or(0, |at| (at + 1) % languages.len())];
    let value = |tag: &str| FieldValue::Str(tag.to_owned());
    let edit = FieldEdit::replace(&["lang"], said.map(value), Some(value(next)));
    let change = Change::Edit { path: entry.path.clone(), to: None, edits: vec![edit] };
    Outcome::effect(Effect::Apply(ChangeSet::one(Label::Fields, change)))
}

fn search(writing: &mut Writing, action: &Action, ctx: &Ctx) -> Outcome {
    let step = match action {
        Action::Cancel | Action::Back | Action::Find => {
            writing.search = None;
            return Outcome::done();
        }
        Action::Confirm | Action::FindNext | Action::Go { motion: Motion::Down, .. } => Find::Next,
        Action::FindPrevious | Action::Go { motion: Motion::Up, .. } => Find::Previous,
        Action::Save | Action::EditOutside | Action::FullScreen => {
            return write(writing, action, ctx);
        }
        _ => {
            let Some(search) = &mut writing.search else { return Outcome::Ignored };
            let before = search.line.revision();
            let Some(effects) = edit_line(&mut search.line, action) else {
                return Outcome::Ignored;
            };
            if search.line.revision() != before {
                find(writing, Find::Here);
            }
            return Outcome::Handled(effects);
        }
    };
    find(writing, step);
    Outcome::done()
}

fn find(writing: &mut Writing, step: Find) {
    let Some(search) = &mut writing.search else { return };
    let tab = &mut writing.tabs[writing.active];
    search.found = tab.buffer.find(search.line.text(), step);
}

fn clash(writing: &mut Writing, action: &Action) -> Outcome {
    let Some(clash) = &mut writing.clash else { return Outcome::Ignored };
    let at = Choice::ALL.iter().position(|choice| *choice == clash.choice).unwrap_or(0);
    let count = Choice::ALL.len();
    let chosen = match action {
        Action::Left | Action::Up | Action::PreviousPane => {
            clash.choice = Choice::ALL[(at + count - 1) % count];
            None
        }
        Action::Right | Action::Down | Action::NextPane => {
            clash.choice = Choice::ALL[(at + 1) % count];
            None
        }
        Action::Choose(number) => usize::from(*number).checked_sub(1),
        Action::Point(Target::Row(row)) => Some(*row),
        Action::Confirm => Some(at),
        // Without an answer both stay as they are; the question stays too.
        Action::Cancel | Action::Back => None,
        _ => return Outcome::Ignored,
    };
    match chosen.and_then(|chosen| Choice::ALL.get(chosen)) {
        Some(choice) => Outcome::Handled(writing.settle_clash(*choice)),
        None => Outcome::done(),
    }
}

fn click(writing: &mut Writing, action: &Action, ctx: &Ctx) {
    let (Action::Point(target) | Action::DragTo(target)) = action else { return };
    let Target::Cell { row, column, clicks, select } = target else { return };
    let layout = layout(writing, ctx);
    let tab = writing.tab_mut();
    let place = Place { row: tab.scroll + row, column: *column };
    let select = *select || matches!(action, Action::DragTo(_));
    tab.buffer.click(Click { place, clicks: *clicks, select }, &layout);
    writing.completion = None;
}

fn wheel(writing: &mut Writing, up: bool, ctx: &Ctx) {
    let rows = layout(writing, ctx).rows().len();
    let tab = writing.tab_mut();
    tab.scroll = if up {
        tab.scroll.saturating_sub(WHEEL)
    } else {
        (tab.scroll + WHEEL).min(rows.saturating_sub(1))
    };
}

/// The active text folded for the pane it is shown in.
pub fn layout(writing: &Writing, ctx: &Ctx) -> Arc<Layout> {
    writing.tab().layout(geometry(ctx.pane))
}

/// Scrolls as little as shows the cursor.
fn keep_in_sight(writing: &mut Writing, ctx: &Ctx) {
    let rows = usize::from(geometry(ctx.pane).rows);
    let layout = layout(writing, ctx);
    let tab = writing.tab_mut();
    let row = layout.place(tab.buffer.text(), tab.buffer.cursor()).row;
    tab.scroll = tab.scroll.clamp((row + 1).saturating_sub(rows), row);
}
