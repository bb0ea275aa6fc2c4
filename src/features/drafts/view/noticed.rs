//! What was noticed in a suggestion, as it is seen: underlined words, a sign beside their
//! sentence, the reasons below the one under the cursor, and the sum for the foot.

use crate::domain::{Finding, FindingKind, Hunk};
use crate::features::drafts::noticed::Notes;
use crate::features::{ViewCtx, underline, weight};
use crate::text::{reveal, reveal_line};
use crate::ui::{Block, Line, Role, Span};
use crate::vocab::{Action, Scope};

/// `1 da verificare · odore 2`: what a look at the facts and at the words has found. Only
/// what speaks against the text is warm.
pub fn noticed(notes: &Notes, cx: &ViewCtx) -> Vec<Span> {
    let words = cx.words;
    let claims = [
        (notes.contradicted(), words.drafts_contradicted(notes.contradicted() as u64), Role::Warm),
        (notes.expired(), words.drafts_expired(notes.expired() as u64), Role::Warm),
        (notes.unknown(), words.drafts_unknown(notes.unknown() as u64), Role::Dim),
    ];
    let smell = if notes.smells { Role::Text } else { Role::Dim };
    let smell = (notes.kinds, words.drafts_smell(notes.kinds as u64), smell);
    let mut spans = Vec::new();
    for (_, said, role) in claims.into_iter().chain([smell]).filter(|(many, ..)| *many > 0) {
        if !spans.is_empty() {
            spans.push(Span::new(" · ", Role::Dim));
        }
        spans.push(Span::new(said, role));
    }
    spans
}

/// Marks the words of a hunk that something was noticed about; under the cursor the reasons
/// stand below.
pub fn notice(block: &mut Block, hunk: &Hunk, notes: &Notes, reading: bool, cx: &ViewCtx) {
    if let [Span { role: role @ (Role::Text | Role::Tag), .. }] = block.spans[..] {
        block.spans = underlined(hunk, notes, role);
    }
    let found = notes.of(hunk);
    let claims = found.iter().filter(|f| matches!(f.kind, FindingKind::Claim { .. }));
    block.notice = claims.map(|finding| weight(finding.gravity())).next();
    if !(reading && block.current) {
        return;
    }
    // Several that nobody knows of are one calm line.
    let told = notes.told(hunk);
    let unknown = |finding: &&Finding| finding.is_unconfirmed();
    let quotes: Vec<String> = told.iter().filter(unknown).filter_map(|f| quote(f, cx)).collect();
    let several = quotes.len() > 1;
    block.notes = told
        .iter()
        .filter(|finding| !(several && unknown(finding)))
        .map(|finding| {
            let said = cx.words.finding(&finding.kind).sentence;
            let (sign, role) = weight(finding.gravity());
            Line::of(format!("{sign} {}", reveal_line(&said)), role)
        })
        .collect();
    if several {
        let said = cx.words.drafts_nothing_for(quotes.join(", "));
        block.notes.push(Line::of(format!("? {said}"), Role::Dim));
    }
    // Answering for one, or making a fact of it, is done where it stands in a text of a post.
    if found.iter().any(|finding| matches!(finding.kind, FindingKind::Claim { .. })) {
        let key = |action| cx.words.key(Scope::Text, &action);
        let later = cx.words.drafts_claim_later(key(Action::TickClaim), key(Action::KeepFact));
        block.notes.push(Line::of(later, Role::Dim));
    }
}

fn quote(finding: &Finding, cx: &ViewCtx) -> Option<String> {
    let FindingKind::Claim { quote, .. } = &finding.kind else { return None };
    Some(cx.words.drafts_quote(reveal_line(quote).into_owned()))
}

fn underlined(hunk: &Hunk, notes: &Notes, base: Role) -> Vec<Span> {
    let (words, range) = (hunk.words.as_str(), &hunk.range);
    if hunk.hashtags {
        return vec![Span::new(reveal(words), base)];
    }
    let found = notes.of(hunk);
    let spans = found.iter().filter(|finding| !finding.is_of_the_whole());
    let spans: Vec<_> = spans
        .filter_map(|finding| {
            let span = finding.span.as_ref()?;
            let from = span.start.max(range.start) - range.start;
            let role = underline(finding.gravity());
            Some((from..span.end.min(range.end) - range.start, role))
        })
        .collect();
    let mut edges: Vec<usize> = spans.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
    edges.extend([0, words.len()]);
    edges.sort_unstable();
    edges.dedup();
    let pieces = edges.windows(2).map(|edge| {
        // The gravest stands first.
        let over = spans.iter().find(|(span, _)| span.start <= edge[0] && edge[1] <= span.end);
        Span::new(reveal(&words[edge[0]..edge[1]]), over.map_or(base, |(_, role)| *role))
    });
    pieces.collect()
}
