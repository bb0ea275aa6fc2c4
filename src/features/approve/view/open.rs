//! What is open, and what was noticed besides: every row of the first counts, none of the
//! second does. While somebody is asked to accept it, the first stands above all the rest.

use super::{heading, said};
use crate::domain::{FindingKind, Note, Open, Post, Sheet};
use crate::features::approve::state::State;
use crate::features::{ViewCtx, told, told_each};
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span};
use crate::vocab::{Action, Scope};

/// What a yes accepts, with the keys that settle it instead.
pub fn open(state: &State, sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    let open = state.open_things(&cx.ctx);
    let mut parts = vec![said(cx.words.approve_noticed(), Role::Title)];
    for point in &open.points {
        parts.extend(noted(&point.note, cx));
    }
    parts.extend(told_each(&sheet.entry.post, open.findings.clone(), cx));
    if let Err(why) = &sheet.hash {
        let why = why.iter().map(|why| cx.words.uncovered(why));
        parts.extend(why.map(|why| {
            Para::Hanging(2, vec![Span::new(format!("! {}", reveal_line(&why)), Role::Error)])
        }));
    }
    if parts.len() == 1 {
        parts.push(said(cx.words.approve_nothing_noticed(), Role::Dim));
    }
    parts.extend(settled(&open, cx).into_iter().map(|words| said(words, Role::Dim)));
    parts
}

/// What is no reason to ask twice.
pub fn besides(state: &State, post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let mut others = state.open_things(&cx.ctx).others;
    // Said at the top.
    others.retain(|finding| !matches!(finding.kind, FindingKind::ApprovalVoid { .. }));
    let told = told(post, others, cx);
    let head = (!told.is_empty()).then(|| heading(cx.words.approve_besides()));
    head.into_iter().flatten().chain(told).collect()
}

/// Who wants what, of which words: `Bea wants a change: “89 €” · The price is another one.`
fn noted(note: &Note, cx: &ViewCtx) -> Vec<Para> {
    let sign = if cx.theme.ascii { "o" } else { "◇" };
    let mut spans = vec![Span::new(format!("{sign} {}", cx.words.note_said(note)), Role::Warm)];
    if let Some(quote) = note.quoted() {
        let quote = cx.words.drafts_quote(reveal_line(quote).into_owned());
        spans.push(Span::new(format!(" · {quote}"), Role::Dim));
    }
    let line = |line: &str| {
        Para::Hanging(2, vec![Span::new(format!("  {}", reveal_line(line)), Role::Text)])
    };
    let words = note.text.lines().filter(|line| !line.trim().is_empty()).map(line);
    std::iter::once(Para::Hanging(2, spans)).chain(words).collect()
}

/// Where each kind of it is settled.
fn settled(open: &Open, cx: &ViewCtx) -> Vec<String> {
    let key = |scope, action| cx.words.key(scope, &action);
    let claims = open.findings.iter().any(|one| matches!(one.kind, FindingKind::Claim { .. }));
    let notes = !open.points.is_empty();
    let of_claims = claims.then(|| {
        cx.words.approve_settle_claims(
            key(Scope::Approve, Action::Edit),
            key(Scope::Text, Action::TickClaim),
            key(Scope::Text, Action::KeepFact),
        )
    });
    let of_notes =
        notes.then(|| cx.words.approve_settle_notes(key(Scope::Approve, Action::Review)));
    of_notes.into_iter().chain(of_claims).collect()
}
