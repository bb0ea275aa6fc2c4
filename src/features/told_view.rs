//! What was noticed about a post, told in lines: the same order and marks wherever that is.

use super::{ViewCtx, weight};
use crate::domain::{ChannelKey, ClaimKind, Finding, FindingKind, Part, Post, Severity};
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span};

/// The gravest first, each once; nothing where nothing was noticed.
pub fn told(post: &Post, found: Vec<Finding>, cx: &ViewCtx) -> Vec<Para> {
    // Words that nothing speaks for or against are one calm line.
    let unknown: Vec<Finding> = found.iter().filter(|one| one.is_unconfirmed()).cloned().collect();
    // One alone says more than the line that several share.
    if unknown.iter().all(|one| one.kind == unknown[0].kind) {
        return told_each(post, found, cx);
    }
    let rest = found.into_iter().filter(|finding| !finding.is_unconfirmed()).collect();
    let mut parts = told_each(post, rest, cx);
    parts.extend(nothing_for(&unknown, cx));
    parts
}

/// The same, where each counts: words that nothing speaks for stand with the rest, by
/// themselves.
pub fn told_each(post: &Post, mut found: Vec<Finding>, cx: &ViewCtx) -> Vec<Para> {
    found.sort_by_key(Finding::gravity);
    let mut parts = Vec::new();
    let texts = post.variants.keys().any(|key| post.has_own_text(key));
    let mut told_of: Vec<&FindingKind> = Vec::new();
    for finding in &found {
        // The same is said of several texts once, and of which.
        if told_of.contains(&&finding.kind) {
            continue;
        }
        told_of.push(&finding.kind);
        let mut told = cx.words.finding(&finding.kind);
        if texts && matches!(finding.kind, FindingKind::Claim { part: Part::Text, .. }) {
            let same = found.iter().filter(|other| other.kind == finding.kind);
            let of = same.flat_map(|other| said_on(other, post));
            let of: Vec<String> = of.map(|key| cx.channel_name(key)).collect();
            told.sentence = format!("{} ({})", told.sentence, of.join(", "));
        }
        let (mark, role) = weight(finding.gravity());
        let mut spans =
            vec![Span::new(format!("{mark} "), role), Span::new(reveal_line(&told.sentence), role)];
        if !told.next.is_empty() && !is_calm(finding) {
            spans.push(Span::new(format!(" · {}", reveal_line(&told.next)), Role::Dim));
        }
        parts.push(Para::Hanging(2, spans));
    }
    parts
}

fn nothing_for(unknown: &[Finding], cx: &ViewCtx) -> Option<Para> {
    let mut quotes: Vec<String> = Vec::new();
    for finding in unknown {
        let FindingKind::Claim { quote, part, .. } = &finding.kind else { continue };
        let quote = cx.words.drafts_quote(reveal_line(quote).into_owned());
        let beside = (*part != Part::Text).then(|| format!(" ({})", cx.words.part(*part)));
        let said = format!("{quote}{}", beside.unwrap_or_default());
        if !quotes.contains(&said) {
            quotes.push(said);
        }
    }
    if quotes.is_empty() {
        return None;
    }
    let said = cx.words.drafts_nothing_for(quotes.join(", "));
    Some(Para::Hanging(2, vec![Span::new(format!("  {said}"), Role::Dim)]))
}

/// Words that may well be so: what to do about them goes without saying.
fn is_calm(finding: &Finding) -> bool {
    let of_facts = |kind| kind != ClaimKind::Hashtag;
    finding.severity == Severity::Informs
        && matches!(finding.kind, FindingKind::Claim { kind, .. } if of_facts(kind))
}

/// The channels whose text a finding is of.
fn said_on<'a>(finding: &'a Finding, post: &'a Post) -> Vec<&'a ChannelKey> {
    match &finding.channel {
        Some(channel) => vec![channel],
        None => post.channels.iter().filter(|key| !post.has_own_text(key)).collect(),
    }
}
