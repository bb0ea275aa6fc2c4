//! What is open, and what was noticed besides: every row of the first counts, none of the
//! second does. While somebody is asked to accept it, the first stands above all the rest.

use super::{heading, said};
use crate::domain::{Finding, FindingKind, Note, Post, Sheet};
use crate::features::approve::state::State;
use crate::features::{ViewCtx, told, told_each};
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span};
use crate::vocab::{Action, Scope};

/// What a yes accepts, with the keys that settle it instead.
pub fn open(state: &State, sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    let open = state.open_things(&cx.ctx);
    let mut parts = vec![said(cx.words.approve_noticed(), Role::Title)];
    let key = |scope, action| cx.words.key(scope, &action);
    for point in &open.points {
        parts.extend(noted(&point.note, cx));
    }
    // What settles a kind of it stands below that kind, and below nothing else.
    if !open.points.is_empty() {
        let words = cx.words.approve_settle_notes(key(Scope::Approve, Action::Review));
        parts.push(settles(words));
    }
    let (claims, others): (Vec<Finding>, Vec<Finding>) = open
        .findings
        .iter()
        .cloned()
        .partition(|one| matches!(one.kind, FindingKind::Claim { .. }));
    let gravest = |of: &[Finding]| of.iter().map(Finding::gravity).min();
    let of_claims = (!claims.is_empty()).then(|| {
        settles(cx.words.approve_settle_claims(
            key(Scope::Approve, Action::Edit),
            key(Scope::Text, Action::TickClaim),
            key(Scope::Text, Action::KeepFact),
        ))
    });
    let others_first = gravest(&others).is_some_and(|one| gravest(&claims).is_none_or(|c| one < c));
    let others = told_each(&sheet.entry.post, others, cx);
    let claims = told_each(&sheet.entry.post, claims, cx).into_iter().chain(of_claims);
    if others_first {
        parts.extend(others.into_iter().chain(claims));
    } else {
        parts.extend(claims.chain(others));
    }
    if let Err(why) = &sheet.hash {
        let why = why.iter().map(|why| cx.words.uncovered(why));
        parts.extend(why.map(|why| {
            Para::Hanging(2, vec![Span::new(format!("! {}", reveal_line(&why)), Role::Error)])
        }));
    }
    if parts.len() == 1 {
        parts.push(said(cx.words.approve_nothing_noticed(), Role::Dim));
    }
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

/// Where it is settled; further in than the rows it is about.
fn settles(words: String) -> Para {
    Para::Hanging(2, vec![Span::new(format!("  {words}"), Role::Dim)])
}
