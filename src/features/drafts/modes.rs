//! What keys do while something lies over the panes: a reason, a sentence being rewritten,
//! an instruction, the prompt, the brief.

use super::brief::{Field, line};
use super::decide::{Because, Judged};
use super::matrix::MOST;
use super::rewrite::typed;
use super::state::{Mode, Outside, Refusing, State};
use super::update::{leave, outcome, outside, show_prompt};
use crate::domain::{Hunk, Reason};
use crate::features::{Ctx, Outcome};
use crate::text::Motion;
use crate::vocab::{Action, Target, Why};

pub fn refuse(state: &mut State, refusing: &Refusing, action: &Action, ctx: &Ctx) -> Outcome {
    let reason: Option<Reason> = match action {
        Action::Because(Reason::Other) => {
            state.mode = Mode::Because(Box::new((refusing.clone(), line(""))));
            return Outcome::done();
        }
        Action::Because(reason) => Some(*reason),
        Action::WithoutReason | Action::Confirm => None,
        Action::Cancel | Action::Back => {
            state.mode = Mode::Reading;
            return Outcome::done();
        }
        _ => return Outcome::Ignored,
    };
    refused(state, refusing, Because { reason, words: None }, ctx)
}

/// The line for the person's own reason: nothing is as good an answer, and Esc goes back to
/// the others.
pub fn because(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Because(open) = &mut state.mode else { return Outcome::Ignored };
    let (refusing, line) = open.as_mut();
    match action {
        Action::Cancel | Action::Back => {
            state.mode = Mode::Refusing(refusing.clone());
            Outcome::done()
        }
        Action::Confirm => {
            let said = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
            let words = Some(said).filter(|said| !said.is_empty());
            let refusing = refusing.clone();
            refused(state, &refusing, Because { reason: Some(Reason::Other), words }, ctx)
        }
        _ => typed(line, action),
    }
}

fn refused(state: &mut State, refusing: &Refusing, because: Because, ctx: &Ctx) -> Outcome {
    state.mode = Mode::Reading;
    outcome(meant(state, refusing).map(|judged| state.reject(&judged, because, ctx)))
}

/// What is rejected, as it stands by now: others decide meanwhile.
fn meant(state: &State, refusing: &Refusing) -> Result<Judged, Why> {
    let at = state.pane_of(&refusing.suggestion).ok_or(Why::SuggestionGone)?;
    let pane = &state.panes[at];
    let hunks = match refusing.spot {
        None => pane.open(),
        Some(spot) => {
            let here = |hunk: &Hunk| hunk.spot == spot && hunk.verdict.is_none();
            pane.hunks().iter().position(here).into_iter().collect()
        }
    };
    if hunks.is_empty() {
        return Err(Why::AlreadyDecided);
    }
    let untouched = refusing.spot.is_none() && pane.decisions.is_empty();
    Ok(Judged { pane: at, hunks: (!untouched).then_some(hunks) })
}

pub fn rewriting(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Rewriting(open) = &mut state.mode else { return Outcome::Ignored };
    match action {
        Action::Cancel | Action::Back if open.is_changed() && !open.leaving => {
            open.leaving = true;
            Outcome::done()
        }
        Action::Cancel | Action::Back => {
            put_aside(state);
            Outcome::done()
        }
        Action::Confirm | Action::Save => {
            let (id, spot) = (open.suggestion.clone(), open.spot);
            let words = open.buffer.text().trim().to_owned();
            if words.is_empty() {
                return Outcome::Disabled(Why::NoText);
            }
            // Nothing was rewritten: these are the machine's words, and say so.
            let unchanged = words == open.original;
            let done = state.open_hunk(&id, spot).and_then(|(pane, at, _)| {
                if unchanged {
                    state.accept(Judged { pane, hunks: Some(vec![at]) }, ctx)
                } else {
                    state.rewrite(&id, spot, &words, ctx)
                }
            });
            // Words that are refused stay where they are written.
            if done.is_ok() {
                state.mode = Mode::Reading;
            }
            outcome(done)
        }
        Action::EditOutside => {
            let (suggestion, spot) = (open.suggestion.clone(), open.spot);
            let text = open.buffer.text().to_owned();
            // The editor may fail, or come back with nothing.
            put_aside(state);
            outside(state, Outside::Sentence { suggestion, spot }, text)
        }
        _ => open.update(action),
    }
}

/// Back to the panes, with the words that were being written set aside.
fn put_aside(state: &mut State) {
    if let Mode::Rewriting(left) = std::mem::replace(&mut state.mode, Mode::Reading) {
        state.set_aside(*left);
    }
}

pub fn instruction(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let Mode::Instruction(open) = &mut state.mode else { return Outcome::Ignored };
    match action {
        Action::Cancel | Action::Back => {
            state.mode = if state.panes.is_empty() { Mode::Brief } else { Mode::Reading };
            Outcome::done()
        }
        Action::Confirm => {
            let words = open.line.text().trim().to_owned();
            let (id, mut brief) = (open.suggestion.clone(), open.brief.clone());
            state.mode = if state.panes.is_empty() { Mode::Brief } else { Mode::Reading };
            if words.is_empty() {
                return Outcome::done();
            }
            state.mode = Mode::Reading;
            brief.instruction = Some(words);
            state.asked_again(&brief);
            let profile = match state.pane_of(&id) {
                Some(at) => state.panes[at].profile.clone(),
                None => state.form.profile(),
            };
            Outcome::Handled(state.ask(&brief, &profile, 1, ctx))
        }
        _ => typed(&mut open.line, action),
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
            let Some(briefs) = form.briefs() else {
                form.ask_for_topic();
                return Outcome::done();
            };
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
            let outcome = typed(&mut form.topic, action);
            form.no_topic &= form.brief().is_none();
            return outcome;
        }
        Action::Left | Action::Go { motion: Motion::Left, .. } => form.step(false),
        Action::ToChoice(at) => form.reach(*at),
        Action::Toggle => form.mark(),
        Action::Right | Action::Go { motion: Motion::Right, .. } => {
            form.step(true);
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}
