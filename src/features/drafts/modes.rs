//! What keys do while something lies over the panes: a reason, a sentence being rewritten,
//! an instruction, the prompt, the brief.

use super::brief::Field;
use super::decide::Judged;
use super::matrix::MOST;
use super::rewrite::typed;
use super::state::{Mode, Outside, Refusing, State};
use super::update::{another, leave, outcome, outside, show_prompt};
use crate::domain::Reason;
use crate::features::{Ctx, Outcome};
use crate::text::Motion;
use crate::vocab::{Action, Target, Why};

pub fn refuse(state: &mut State, refusing: &Refusing, action: &Action, ctx: &Ctx) -> Outcome {
    let reason: Option<Reason> = match action {
        Action::Because(reason) => Some(*reason),
        Action::WithoutReason | Action::Confirm => None,
        Action::Cancel | Action::Back => {
            state.mode = Mode::Reading;
            return Outcome::done();
        }
        _ => return Outcome::Ignored,
    };
    state.mode = Mode::Reading;
    let hunks = match refusing.hunk {
        Some(hunk) => Some(vec![hunk]),
        None => match state.panes.get(refusing.pane) {
            Some(pane) => (!pane.decisions.is_empty()).then(|| pane.open()),
            None => return Outcome::done(),
        },
    };
    let judged = Judged { pane: refusing.pane, hunks };
    Outcome::Handled(state.reject(&judged, reason, ctx))
}

pub fn rewriting(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Rewriting(open) = &mut state.mode else { return Outcome::Ignored };
    match action {
        Action::Cancel | Action::Back if open.is_changed() && !open.leaving => {
            open.leaving = true;
            Outcome::done()
        }
        Action::Cancel | Action::Back => {
            let changed = open.is_changed();
            if let Mode::Rewriting(left) = std::mem::replace(&mut state.mode, Mode::Reading)
                && changed
            {
                state.set_aside = Some(left);
            }
            Outcome::done()
        }
        Action::Confirm | Action::Save => {
            let (id, spot) = (open.suggestion.clone(), open.spot);
            let words = open.buffer.text().trim().to_owned();
            if words.is_empty() {
                return Outcome::Disabled(Why::NoText);
            }
            let unchanged = words == open.original;
            state.mode = Mode::Reading;
            let Some(at) = state.panes.iter().position(|pane| pane.id == id) else {
                return Outcome::done();
            };
            let hunks = state.panes[at].hunks();
            let done = match hunks.iter().position(|hunk| hunk.spot == spot) {
                // Nothing was rewritten: these are the machine's words, and say so.
                Some(hunk) if unchanged => {
                    state.accept(Judged { pane: at, hunks: Some(vec![hunk]) }, ctx)
                }
                _ => state.rewrite(at, spot, &words, ctx),
            };
            outcome(done)
        }
        Action::EditOutside => {
            let (suggestion, spot) = (open.suggestion.clone(), open.spot);
            let text = open.buffer.text().to_owned();
            state.mode = Mode::Reading;
            outside(state, Outside::Sentence { suggestion, spot }, text)
        }
        _ => open.update(action),
    }
}

pub fn instruction(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Instruction(buffer) = &mut state.mode else { return Outcome::Ignored };
    match action {
        Action::Cancel | Action::Back => {
            state.mode = Mode::Reading;
            Outcome::done()
        }
        Action::Confirm => {
            let words = buffer.text().trim().to_owned();
            state.mode = Mode::Reading;
            if words.is_empty() { Outcome::done() } else { another(state, Some(words), ctx) }
        }
        _ => typed(buffer, action),
    }
}

pub fn prompt(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Prompt(shown) = &mut state.mode else { return Outcome::Ignored };
    let page = usize::from(ctx.pane.height.saturating_sub(6).max(1));
    let last = shown.lines().len().saturating_sub(1);
    match action {
        Action::Up | Action::Wheel { up: true } => shown.scroll = shown.scroll.saturating_sub(1),
        Action::Down | Action::Wheel { up: false } => shown.scroll = (shown.scroll + 1).min(last),
        Action::PageUp => shown.scroll = shown.scroll.saturating_sub(page),
        Action::PageDown => shown.scroll = (shown.scroll + page).min(last),
        Action::First => shown.scroll = 0,
        Action::Last => shown.scroll = last,
        Action::Cancel | Action::Back | Action::Confirm | Action::ShowPrompt => {
            state.mode = if state.panes.is_empty() { Mode::Brief } else { Mode::Reading };
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

pub fn brief(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let form = &mut state.form;
    match action {
        Action::Up | Action::PreviousPane => form.go(false),
        Action::Down | Action::NextPane => form.go(true),
        Action::Point(Target::Row(row)) => {
            form.go_to(*row);
        }
        Action::Point(Target::Choice { row, choice }) => {
            form.go_to(*row);
            form.choose(*choice);
        }
        Action::Confirm => {
            let Some(briefs) = form.briefs() else { return Outcome::Disabled(Why::NoTopic) };
            let (profile, sum) = (form.profile(), form.sum());
            if sum.total() > MOST {
                return Outcome::Disabled(Why::TooManySuggestions);
            }
            state.mode = Mode::Reading;
            return Outcome::Handled(state.ask_all(&briefs, &profile, sum.each, ctx));
        }
        Action::ShowPrompt => return show_prompt(state, ctx),
        Action::Cancel | Action::Back if state.panes.is_empty() => return leave(state, ctx, false),
        Action::Cancel | Action::Back => state.mode = Mode::Reading,
        _ if form.field == Field::Topic => {
            return typed(&mut form.topic, action);
        }
        Action::Left | Action::Go { motion: Motion::Left, .. } => form.step(false),
        Action::Toggle => form.mark(),
        Action::Right | Action::Go { motion: Motion::Right, .. } => {
            form.step(true);
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}
