//! The foot of a suggestion: how far the decisions have come, how long it is, and what to
//! know before taking it.

use super::thread::thread;
use crate::checks;
use crate::domain::{Fate, FindingKind, Hunk, Part, Post, has_blank, numbered_like};
use crate::features::drafts::landing::Landing;
use crate::features::drafts::pane::{Like, Pane};
use crate::features::drafts::state::State;
use crate::features::{ViewCtx, lengths};
use crate::text::{is_thread, reveal_line};
use crate::ui::{Line, Role, Span};
use crate::vocab::{Action, Scope};

pub fn foot(state: &State, pane: &Pane, hunks: &[Hunk], cx: &ViewCtx) -> Vec<Line> {
    let mut spans = Vec::new();
    let decided = hunks.iter().filter(|hunk| hunk.verdict.is_some()).count();
    if pane.is_running() {
        spans.push(Span::new(cx.words.drafts_writing(), Role::Accent));
    } else if !hunks.is_empty() {
        let role = if decided == hunks.len() { Role::Accepted } else { Role::Dim };
        spans.push(Span::new(format!("[{decided}/{}]", hunks.len()), role));
    }
    let mut post = Post::new(pane.post.clone(), "");
    pane.text.shown().clone_into(&mut post.text);
    post.hashtags.clone_from(&pane.hashtags);
    post.channels.extend(pane.brief.channel.clone());
    if !post.text.is_empty() {
        // As it will be sent: with the numbers that stand behind what is taken.
        let model = state.numbered_text(&cx.ctx);
        let sent =
            model.map_or_else(|| post.text.clone(), |model| numbered_like(&post.text, model));
        let sent = Post { text: sent, ..post.clone() };
        let long =
            if is_thread(&sent.text) { thread(&sent, cx) } else { lengths(&sent, |_| true, cx) };
        if !long.is_empty() && !spans.is_empty() {
            spans.push(Span::new("  ", Role::Dim));
        }
        spans.extend(long);
    }
    let mut lines = vec![Line { spans }];
    let here = state.current().is_some_and(|at| state.panes[at].id == pane.id);
    let learned = learned(pane, hunks.get(pane.cursor).filter(|_| here), &post, cx);
    lines.extend(learned.into_iter().map(|words| Line::of(words, Role::Warm)));
    let mut told = Vec::new();
    let fragment = pane.fragment().filter(|_| !hunks.is_empty());
    told.extend(fragment.map(|why| cx.words.fragment(why)));
    if state.is_unsaved(pane) {
        told.push(cx.words.drafts_unsaved());
    }
    match pane.like {
        Some(Like::Pane(other)) => told.push(cx.words.drafts_like(other + 1)),
        Some(Like::Rejected) => told.push(cx.words.drafts_like_rejected()),
        None => {}
    }
    if !pane.is_running() {
        told.extend(other_language(pane, cx));
    }
    if state.is_stale(pane) && !pane.is_running() {
        told.push(cx.words.drafts_stale());
    }
    if !told.is_empty() {
        lines.push(Line::of(told.join(" · "), Role::Warm));
    }
    let remarks = &pane.source.remarks;
    let said = [cx.words.lacks_short(remarks), cx.words.left_out_short(remarks)];
    lines.extend(said.into_iter().flatten().map(|words| Line::of(words, Role::Dim)));
    if let Some(words) = cx.words.in_reply(&pane.brief) {
        lines.push(Line::of(words, Role::Dim));
        let key = cx.words.key(Scope::Drafts, &Action::AcceptAll);
        lines.push(Line::of(cx.words.drafts_reply_keys(key), Role::Dim));
    }
    if hunks.iter().any(|hunk| hunk.verdict.is_none() && has_blank(&hunk.taken)) {
        let key = cx.words.key(Scope::Drafts, &Action::Rewrite);
        lines.push(Line::of(cx.words.drafts_blanks(key), Role::Dim));
    }
    lines.extend(replaces(state, pane, cx).map(|words| Line::of(words, Role::Warm)));
    lines.extend(becomes(state, pane, cx).map(|words| Line::of(words, Role::Dim)));
    lines.extend(differs(pane, cx).map(|words| Line::of(words, Role::Dim)));
    lines
}

/// That it is plainly in another language than was asked for.
fn other_language(pane: &Pane, cx: &ViewCtx) -> Option<String> {
    let said = pane.brief.lang.as_deref().unwrap_or(cx.ctx.workspace.first_language());
    let seems = checks::plainly_not(pane.text.shown(), said)?;
    let name = |tag| cx.words.language_name(tag);
    Some(cx.words.drafts_other_language(name(seems.tag()), name(said)))
}

/// What it takes the place of.
fn replaces(state: &State, pane: &Pane, cx: &ViewCtx) -> Option<String> {
    let (_, post) = state.entry(&cx.ctx)?;
    match state.replaces(state.pane_of(&pane.id)?, post, &cx.ctx)? {
        Landing::Text(Some(channel)) => {
            Some(cx.words.drafts_replaces_for(cx.channel_short(&channel)))
        }
        Landing::FirstComment(_) => Some(cx.words.drafts_replaces_comment()),
        Landing::Alt(at) => {
            let file = post.media.get(at).and_then(|medium| medium.path.rsplit('/').next())?;
            Some(cx.words.drafts_replaces_alt(reveal_line(file)))
        }
        Landing::Text(None) | Landing::Headline(_) => Some(cx.words.drafts_replaces()),
    }
}

/// The post that it becomes, or has become.
fn becomes(state: &State, pane: &Pane, cx: &ViewCtx) -> Option<String> {
    pane.brief.new_post.as_ref()?;
    Some(match state.made(pane, &cx.ctx) {
        Some((_, post)) => cx.words.drafts_became(reveal_line(&post.short_title())),
        None => cx.words.drafts_becomes(),
    })
}

/// How it was asked to differ from those beside it.
fn differs(pane: &Pane, cx: &ViewCtx) -> Option<String> {
    let angle = cx.words.angle(pane.brief.angle?);
    Some(match pane.brief.length {
        Some(length) => cx.words.drafts_differs(angle, cx.words.length(length)),
        None => angle,
    })
}

/// What was learned before: a rule that the text goes against, and a rejected sentence that
/// the one under the cursor is like.
fn learned(pane: &Pane, hunk: Option<&Hunk>, post: &Post, cx: &ViewCtx) -> Vec<String> {
    let rules = &cx.ctx.workspace.voice.learned;
    let broken = checks::learned::broken(&post.outgoing(""), rules);
    let broken = broken.into_iter().find_map(|(kind, _, _)| match kind {
        FindingKind::AgainstLearned { rule, .. } => Some(reveal_line(&rule).into_owned()),
        _ => None,
    });
    // Short, for a narrow pane: text and `check` say when it was learned, and from what.
    let mut told: Vec<String> =
        broken.map(|rule| cx.words.learned_short(rule)).into_iter().collect();
    let open =
        hunk.filter(|hunk| hunk.verdict.is_none() && !hunk.hashtags && hunk.part == Part::Text);
    let others = || cx.ctx.shelf.judged().filter(|one| one.suggestion != pane.id);
    let rejected = open.and_then(|hunk| checks::learned::resembles(&hunk.words, others()));
    if let Some(one) = rejected {
        let day = cx.words.day_month(one.at.with_timezone(&cx.ctx.workspace.zone).date_naive());
        told.push(match &one.fate {
            Fate::Rejected { reason: Some(reason), words, .. } => {
                let because = cx.words.because_of(*reason, words.as_deref());
                cx.words.learned_resembles_because(day, because)
            }
            _ => cx.words.learned_resembles(day),
        });
    }
    told
}
