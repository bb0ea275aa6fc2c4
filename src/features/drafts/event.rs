//! What events do to the room: streams grow and end, files change, change sets come back.
//! The shelf is up to date before an event arrives here.

use super::ask::Told;
use super::pane::Pane;
use super::rewrite::Rewriting;
use super::state::{Mode, Outside, State};
use crate::domain::{Change, ChangeSet, JournalKey, Label};
use crate::features::Ctx;
use crate::vocab::{Effect, Event, Notice};

pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    let effects = hear(state, event, ctx);
    if !matches!(event, Event::SuggestionGrew { .. }) {
        state.notice(ctx);
    }
    effects
}

fn hear(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    match event {
        Event::SuggestionGrew { job, piece } => {
            state.grew(*job, piece);
            Vec::new()
        }
        Event::SuggestionEnded { job, end, text, hashtags, extras, source } => {
            let told = Told {
                text: text.clone(),
                hashtags: hashtags.clone(),
                extras: extras.clone(),
                source: source.clone(),
            };
            state.ended(*job, *end, told, ctx)
        }
        Event::SuggestionFailed { job, failure } => state.failed(*job, failure.clone(), ctx),
        Event::SourcesFound(sources) => {
            state.form.offer(sources, ctx.workspace.ai_profile.as_deref());
            state.sources.clone_from(sources);
            state.looked = true;
            let known = |name: &String| sources.iter().any(|source| source.profile == *name);
            let profile = state.form.profile();
            // What is on disk does not say which profile asked for it.
            for pane in state.panes.iter_mut().filter(|pane| !known(&pane.profile)) {
                pane.profile.clone_from(&profile);
            }
            state.wanted.take().map_or_else(Vec::new, |brief| state.helped(brief, ctx))
        }
        Event::NotDone(_) => {
            // The bar says why; a prompt that will never come is not waited for.
            if matches!(&state.mode, Mode::Prompt(shown) if shown.to.is_none()) {
                state.mode = if state.panes.is_empty() { Mode::Brief } else { Mode::Reading };
            }
            Vec::new()
        }
        Event::PromptReady { to, layers, remarks } => {
            if let Mode::Prompt(shown) = &mut state.mode {
                shown.to = Some(to.clone());
                shown.layers.clone_from(layers);
                shown.remarks.clone_from(remarks);
            }
            Vec::new()
        }
        Event::SuggestionsRead { post, .. } if *post == state.post => reconcile(state, ctx),
        Event::Applied { set, .. } => {
            answered(state, set);
            let mut effects = reconcile(state, ctx);
            if comes_back(set) {
                effects.push(Effect::ReadSuggestions(vec![state.post.clone()]));
            }
            effects
        }
        Event::NotApplied { set, .. } => not_applied(state, set, ctx),
        Event::FolderRead { .. } => reconcile(state, ctx),
        Event::TextEditedOutside { key, text } => edited_outside(state, key, text, ctx),
        _ => Vec::new(),
    }
}

/// A change set of this room is durable, or has come to nothing.
fn answered(state: &mut State, set: &ChangeSet) {
    if let Some(at) = state.sent.iter().position(|sent| sent == set) {
        state.sent.remove(at);
    }
    if state.sent.is_empty() {
        state.ahead = None;
        state.beside.clear();
    }
}

/// What was not written is not so: the decisions in it are taken back.
fn not_applied(state: &mut State, set: &ChangeSet, ctx: &Ctx) -> Vec<Effect> {
    if !state.sent.contains(set) {
        return Vec::new();
    }
    // Later sets were built on this one.
    state.sent.clear();
    state.ahead = None;
    state.beside.clear();
    for change in &set.changes {
        if let Change::Decide { suggestion, add, .. } = change {
            for pane in state.panes.iter_mut().filter(|pane| pane.id == *suggestion) {
                pane.decisions.retain(|decision| !add.contains(decision));
            }
        }
    }
    reconcile(state, ctx)
}

/// Brings the panes in line with what is on disk. While own changes are on their way, what
/// is on disk is behind, and only new suggestions are taken in.
fn reconcile(state: &mut State, ctx: &Ctx) -> Vec<Effect> {
    state.remember(ctx);
    let stored = ctx.shelf.suggestions(&state.post);
    for suggestion in stored {
        match state.panes.iter_mut().find(|pane| pane.id == suggestion.id) {
            Some(pane) if state.sent.is_empty() => {
                pane.decide_as(&suggestion.decisions);
                pane.kept = true;
            }
            Some(pane) => pane.kept = true,
            None => {
                let pane = Pane::of(suggestion, state.form.profile());
                if !pane.open().is_empty() {
                    state.panes.push(pane);
                }
            }
        }
    }
    if !state.sent.is_empty() {
        return Vec::new();
    }
    // What was on disk and is not there any more was undone, or taken away by hand.
    let gone = |pane: &Pane| pane.kept && !stored.iter().any(|s| s.id == pane.id);
    while let Some(at) = state.panes.iter().position(gone) {
        state.close(at);
    }
    let effects = state.let_go();
    let nothing = state.panes.is_empty() && state.entry(ctx).is_none();
    if nothing && matches!(state.mode, Mode::Reading) {
        state.mode = Mode::Brief;
    }
    effects
}

/// Something comes back from the trash: its words are not in the change set.
fn comes_back(set: &ChangeSet) -> bool {
    set.changes.iter().any(|change| matches!(change, Change::Restore { .. }))
}

fn edited_outside(state: &mut State, key: &JournalKey, text: &str, ctx: &Ctx) -> Vec<Effect> {
    if key.post != state.post {
        return Vec::new();
    }
    match state.outside.take() {
        Some(Outside::Sentence { suggestion, spot }) => {
            let words = text.trim();
            let hunk = state.open_hunk(&suggestion, spot).map(|(.., hunk)| hunk);
            let original = hunk.map(|hunk| hunk.taken).unwrap_or_default();
            if words.is_empty() || words == original {
                return Vec::new();
            }
            match state.rewrite(&suggestion, spot, words, ctx) {
                Ok(effects) => effects,
                Err(why) => {
                    state.set_aside(Rewriting::over(suggestion, spot, &original, words));
                    vec![Effect::Say(Notice::Cannot(why))]
                }
            }
        }
        Some(Outside::Human { channel, text: before }) => {
            let Some((path, post)) = state.entry(ctx) else { return Vec::new() };
            if text == before {
                return Vec::new();
            }
            let (path, mut post) = (path.clone(), post.clone());
            if channel.is_none() {
                text.clone_into(&mut post.text);
            }
            let to = ctx.named(&path, &post);
            if let Some(to) = &to {
                // What is taken next goes into the file under its new name.
                state.ahead = Some((to.clone(), post));
            }
            let edits = vec![super::decide::text_edit(channel.as_deref(), &before, text)];
            let change = Change::Edit { path, to, edits };
            state.send(ChangeSet::one(Label::Text, change))
        }
        None => Vec::new(),
    }
}
