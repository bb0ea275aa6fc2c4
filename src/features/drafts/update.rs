//! What an action does here, by what the keys act on: the panes, the brief, a reason, a
//! rewriting, an instruction, the prompt.

use super::brief::{Field, line};
use super::caret::Caret;
use super::decide::Judged;
use super::modes::{because, brief, instruction, prompt, refuse, rewriting};
use super::pane::Pane;
use super::rewrite::Rewriting;
use super::state::{Instruction, Mode, Outside, Prompt, Refusing, State};
use crate::domain::JournalKey;
use crate::features::{Ctx, Outcome};
use crate::text::sentences;
use crate::vocab::{Action, Effect, ExternalEdit, Notice, Scope, Screen, Target, Why};

/// Where keys count, nearest first.
pub fn scopes(state: &State) -> Vec<Scope> {
    match &state.mode {
        Mode::Reading => vec![Scope::Drafts],
        Mode::Brief if state.form.field == Field::Topic => {
            vec![Scope::Line, Scope::Form, Scope::Brief]
        }
        Mode::Brief => vec![Scope::Choices, Scope::Form, Scope::Brief],
        Mode::Refusing(_) => vec![Scope::Reason],
        Mode::Because(_) | Mode::Rewriting(_) | Mode::Instruction(_) => vec![Scope::Line],
        Mode::Prompt(_) => vec![Scope::Reader],
    }
}

pub fn update(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    match &state.mode {
        Mode::Reading => reading(state, action, ctx),
        Mode::Brief => brief(state, action, ctx),
        Mode::Refusing(refusing) => refuse(state, &refusing.clone(), action, ctx),
        Mode::Because(_) => because(state, action, ctx),
        Mode::Rewriting(_) => rewriting(state, action, ctx),
        Mode::Instruction(_) => instruction(state, action, ctx),
        Mode::Prompt(_) => prompt(state, action, ctx),
    }
}

fn reading(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    let panes = state.panes.len();
    match action {
        Action::Left | Action::PreviousPane => state.focus_on(state.focus.saturating_sub(1)),
        Action::Right => state.focus_on(state.focus + 1),
        Action::NextPane => state.focus_on(if state.focus == panes { 0 } else { state.focus + 1 }),
        Action::Up => step(state, ctx, |at, _| at.saturating_sub(1)),
        Action::Down => step(state, ctx, |at, last| (at + 1).min(last)),
        Action::First | Action::PageUp => step(state, ctx, |_, _| 0),
        Action::Last | Action::PageDown => step(state, ctx, |_, last| last),
        Action::Wheel { up: true } => return reading(state, &Action::Up, ctx),
        Action::Wheel { up: false } => return reading(state, &Action::Down, ctx),
        Action::Accept => return decide(state, ctx, one),
        Action::AcceptAll => return take_all(state, ctx),
        Action::Pick(number) => return pick(state, *number, ctx),
        Action::Split => return split(state),
        Action::Reject | Action::RejectAll => {
            let wanted = if *action == Action::Reject { one } else { all };
            match wanted(state) {
                Ok(judged) => {
                    let pane = &state.panes[judged.pane];
                    let hunk = pane.hunks().into_iter().nth(pane.cursor);
                    let spot = hunk.filter(|_| *action == Action::Reject).map(|hunk| hunk.spot);
                    state.mode = Mode::Refusing(Refusing { suggestion: pane.id.clone(), spot });
                }
                Err(why) => return Outcome::Disabled(why),
            }
        }
        Action::Rewrite | Action::Edit => return rewrite(state, ctx),
        Action::EditOutside => return edit_outside(state, ctx),
        Action::Another => return another(state, ctx),
        Action::AnotherWith => return another_with(state),
        Action::ShowPrompt => return show_prompt(state, ctx),
        Action::Drafts => return open_brief(state),
        Action::Fields | Action::FullScreen | Action::Origin | Action::Review | Action::Helps => {
            return about_the_post(state, action, ctx);
        }
        // Accepting is not approving: another key, on another screen.
        Action::Approve => return Outcome::Disabled(Why::LeaveSuggestions),
        Action::Cancel => return leave(state, ctx, true),
        Action::Back => return leave(state, ctx, false),
        Action::Point(Target::Pane(pane)) => state.focus_on(*pane),
        Action::Point(Target::Sentence { pane, sentence }) => point(state, *pane, *sentence, ctx),
        Action::OpenAt(Target::Sentence { pane, sentence }) => {
            point(state, *pane, *sentence, ctx);
            return rewrite(state, ctx);
        }
        _ => return Outcome::Ignored,
    }
    Outcome::done()
}

/// Moves the cursor of the focused pane. That of the human text has a place behind its
/// last sentence: the end.
fn step(state: &mut State, ctx: &Ctx, to: impl Fn(usize, usize) -> usize) {
    if state.focus == 0 {
        let human = state.human(ctx);
        let last = sentences(&human).len();
        let at = to(state.cursor_in(&human).unwrap_or(last), last);
        state.insert = (at < last).then(|| Caret::new(at, &human));
    } else if let Some(pane) = state.panes.get_mut(state.focus - 1) {
        pane.cursor = to(pane.cursor, pane.hunks().len().saturating_sub(1));
    }
}

fn point(state: &mut State, pane: usize, sentence: usize, ctx: &Ctx) {
    state.focus_on(pane);
    step(state, ctx, |_, last| sentence.min(last));
}

/// The sentence under the cursor of the focused suggestion.
fn one(state: &State) -> Result<Judged, Why> {
    let at = decidable(state)?;
    let pane = &state.panes[at];
    if pane.verdict(pane.cursor).is_some() {
        return Err(Why::AlreadyDecided);
    }
    Ok(Judged { pane: at, hunks: Some(vec![pane.cursor]) })
}

/// Everything of the focused suggestion that waits. Untouched, it is judged as a whole.
fn all(state: &State) -> Result<Judged, Why> {
    let at = decidable(state)?;
    let pane = &state.panes[at];
    let open = pane.open();
    if open.is_empty() {
        return Err(Why::AlreadyDecided);
    }
    let hunks = (!pane.decisions.is_empty()).then_some(open);
    Ok(Judged { pane: at, hunks })
}

fn decidable(state: &State) -> Result<usize, Why> {
    let at = state.focus.checked_sub(1).ok_or(Why::NothingSelected)?;
    let pane = state.panes.get(at).ok_or(Why::NoSuggestions)?;
    if pane.is_running() {
        Err(Why::StillWriting)
    } else if pane.hunks().is_empty() {
        Err(Why::NothingSelected)
    } else {
        Ok(at)
    }
}

/// By clauses, or together again.
fn split(state: &mut State) -> Outcome {
    let split = decidable(state).and_then(|at| state.panes[at].split());
    outcome(split.map(|()| Vec::new()))
}

fn decide(state: &mut State, ctx: &Ctx, wanted: fn(&State) -> Result<Judged, Why>) -> Outcome {
    outcome(wanted(state).and_then(|judged| state.accept(judged, ctx)))
}

/// All of a suggestion into the text; of a reply, which belongs elsewhere, a copy.
fn take_all(state: &mut State, ctx: &Ctx) -> Outcome {
    match decidable(state) {
        Ok(at) if state.panes[at].is_reply() => outcome(state.copy_reply(at, ctx)),
        _ => decide(state, ctx, all),
    }
}

pub fn outcome(result: Result<Vec<Effect>, Why>) -> Outcome {
    match result {
        Ok(effects) => Outcome::Handled(effects),
        Err(why) => Outcome::Disabled(why),
    }
}

/// The sentence of suggestion `number` that answers to the one under the cursor, which
/// goes on.
fn pick(state: &mut State, number: u8, ctx: &Ctx) -> Outcome {
    let from = usize::from(number);
    if from == 0 {
        return Outcome::Disabled(Why::WhichSuggestion);
    }
    let Some(current) = state.current() else {
        return Outcome::Disabled(Why::NoSuggestions);
    };
    let focus = state.focus;
    if from > state.panes.len() {
        return Outcome::Disabled(Why::NoSuggestions);
    }
    let Some(hunk) = state.counterpart(from - 1) else {
        return Outcome::Disabled(Why::NoCounterpart);
    };
    let cursor = std::mem::replace(&mut state.panes[from - 1].cursor, hunk);
    state.focus = from;
    let outcome = decide(state, ctx, one);
    state.focus = focus;
    match &outcome {
        Outcome::Handled(_) if from - 1 != current => {
            let pane = &mut state.panes[current];
            pane.cursor = (pane.cursor + 1).min(pane.hunks().len().saturating_sub(1));
        }
        Outcome::Handled(_) => {}
        _ => state.panes[from - 1].cursor = cursor,
    }
    outcome
}

/// A hand's words go to the post, and nothing of a reply does.
fn own_words(state: &State, judged: Judged) -> Result<Judged, Why> {
    if state.panes[judged.pane].is_reply() { Err(Why::ReplyStaysApart) } else { Ok(judged) }
}

fn rewrite(state: &mut State, ctx: &Ctx) -> Outcome {
    if state.focus == 0 {
        return about_the_post(state, &Action::Edit, ctx);
    }
    match one(state).and_then(|judged| own_words(state, judged)) {
        Ok(Judged { pane, .. }) => {
            let pane = &state.panes[pane];
            let (id, hunk) = (pane.id.clone(), pane.hunks().swap_remove(pane.cursor));
            let left = state.take_up(&id, hunk.spot);
            let mut open = left.unwrap_or_else(|| Rewriting::new(id, hunk.spot, &hunk.taken));
            open.leaving = false;
            state.mode = Mode::Rewriting(Box::new(open));
            Outcome::done()
        }
        Err(why) => Outcome::Disabled(why),
    }
}

/// One more suggestion beside those that are there; none is replaced.
fn another(state: &mut State, ctx: &Ctx) -> Outcome {
    let Some(current) = state.current() else {
        return open_brief(state);
    };
    let (brief, profile) =
        (state.panes[current].brief.clone(), state.panes[current].profile.clone());
    Outcome::Handled(state.ask(&brief, &profile, 1, ctx))
}

/// The same, once a line has said what is to be otherwise.
fn another_with(state: &mut State) -> Outcome {
    let Some(current) = state.current() else { return Outcome::Disabled(Why::NoSuggestions) };
    let pane = &state.panes[current];
    let (suggestion, brief) = (pane.id.clone(), pane.brief.clone());
    let left = line(state.left_instruction());
    state.mode = Mode::Instruction(Box::new(Instruction { suggestion, brief, line: left }));
    Outcome::done()
}

pub fn show_prompt(state: &mut State, ctx: &Ctx) -> Outcome {
    let reading = !matches!(state.mode, Mode::Brief);
    let asked = state.current().filter(|_| reading).map(|at| &state.panes[at]);
    let by = asked.filter(|pane| pane.kept).map(|pane| Box::new(pane.source.clone()));
    let (brief, profile) = match asked {
        // What was sent can be read as it was; of a suggestion that came with the folder
        // only what would be sent today.
        Some(Pane { asked: Some(ask), .. }) => {
            let ask = ask.clone();
            state.mode = Mode::Prompt(Prompt::awaited(true));
            return Outcome::effect(Effect::ShowPrompt(ask));
        }
        Some(pane) => (pane.brief.clone(), pane.profile.clone()),
        None => {
            let Some(brief) = state.form.brief() else {
                state.form.ask_for_topic();
                return Outcome::done();
            };
            (brief, state.form.profile())
        }
    };
    let (_, ask) = state.for_the_asking(&brief, &profile, 1, ctx);
    state.mode = Mode::Prompt(Prompt { by, ..Prompt::awaited(false) });
    Outcome::effect(Effect::ShowPrompt(Box::new(ask)))
}

fn open_brief(state: &mut State) -> Outcome {
    state.mode = Mode::Brief;
    if state.looked { Outcome::done() } else { Outcome::effect(Effect::FindSources) }
}

/// `$EDITOR` over the sentence, or over the whole human text.
fn edit_outside(state: &mut State, ctx: &Ctx) -> Outcome {
    if state.focus > 0 {
        return match one(state).and_then(|judged| own_words(state, judged)) {
            Ok(Judged { pane, .. }) => {
                let pane = &state.panes[pane];
                let hunk = pane.hunks().swap_remove(pane.cursor);
                let what = Outside::Sentence { suggestion: pane.id.clone(), spot: hunk.spot };
                outside(state, what, hunk.taken)
            }
            Err(why) => Outcome::Disabled(why),
        };
    }
    let Some((_, post)) = state.entry(ctx) else { return Outcome::Disabled(Why::NoText) };
    let channel = state.channel(state.current(), post).cloned();
    let text = state.human(ctx);
    outside(state, Outside::Human { channel, text: text.clone() }, text)
}

pub fn outside(state: &mut State, what: Outside, text: String) -> Outcome {
    let channel = match &what {
        Outside::Human { channel, .. } => channel.clone(),
        Outside::Sentence { .. } => None,
    };
    state.outside = Some(what);
    let key = JournalKey { post: state.post.clone(), channel, session: None };
    Outcome::effect(Effect::EditOutside(ExternalEdit::Text { key, text }))
}

/// Screens about the post itself, once there is one.
fn about_the_post(state: &State, action: &Action, ctx: &Ctx) -> Outcome {
    let Some((_, post)) = state.entry(ctx) else { return Outcome::Disabled(Why::NoText) };
    let channel = state.channel(state.current(), post).cloned();
    let post = state.post.clone();
    Outcome::effect(Effect::Show(match action {
        Action::Fields => Screen::Fields { post, at: None },
        Action::Origin => Screen::Origin { post, channel },
        Action::Review => Screen::Review { post, channel, note: None },
        Action::Helps => Screen::Helps { post, channel, left: state.left_help() },
        _ => Screen::Editor { post, channel },
    }))
}

/// The first `Esc` stops what is being written; leaving keeps what has arrived.
pub fn leave(state: &mut State, ctx: &Ctx, stop_first: bool) -> Outcome {
    let running = state.running();
    if stop_first && !state.stopping && !running.is_empty() {
        state.stopping = true;
        return Outcome::Handled(vec![Effect::Stop(running), Effect::Say(Notice::Stopped)]);
    }
    let mut effects = Vec::new();
    if !running.is_empty() {
        effects.push(Effect::Stop(running));
        effects.extend(state.keep_fragments(ctx));
    }
    effects.push(Effect::Close);
    let unplaced = state.slot.and_then(|_| state.entry(ctx)).is_some_and(|(_, p)| p.when.is_none());
    effects.extend(unplaced.then_some(Effect::Say(Notice::WithTheIdeas)));
    Outcome::Handled(effects)
}
