//! The claims of a post that a person should look at, as findings.
//!
//! Owns which of them are findings: those that nothing supports and nobody has ticked, or
//! whose tick no longer holds because its fact changed, expired or speaks otherwise by now.

use super::super::prose::beginning;
use super::{ClaimContext, Grounds, claims};
use crate::domain::{
    ChannelKey, Claim, Finding, FindingKind, Post, Severity, Stage, Standing, Tick, Workspace,
};
use chrono::NaiveDate;

/// What is open in the texts of a post. What has gone out is not judged any more.
pub fn claim_findings(post: &Post, workspace: &Workspace, today: NaiveDate) -> Vec<Finding> {
    if Stage::of_post(post) == Stage::Published {
        return Vec::new();
    }
    let grounds = Grounds::of(workspace);
    let context = ClaimContext {
        grounds: &grounds,
        brief: None,
        post: Some(post),
        lang: post.lang.as_deref(),
        today,
    };
    let mut found = Vec::new();
    let own = |key: &ChannelKey| post.variants.get(key).is_some_and(|v| v.text.is_some());
    // A common text that no channel says goes nowhere.
    if post.channels.is_empty() || !post.channels.iter().all(own) {
        found.extend(open_claims(&post.text, &post.ticks, &context));
    }
    for (channel, variant) in &post.variants {
        if let Some(text) = &variant.text
            && !post.published.contains_key(channel)
        {
            let open = open_claims(text, &post.ticks, &context).into_iter();
            found.extend(open.map(|one| Finding { channel: Some(channel.clone()), ..one }));
        }
    }
    found
}

/// The claims of one text that nothing supports and no tick answers for, in its order.
pub fn open_claims(text: &str, ticks: &[Tick], context: &ClaimContext) -> Vec<Finding> {
    let mut found = Vec::new();
    let text = beginning(text);
    for claim in claims(text, context) {
        let quote = &text[claim.span.clone()];
        if claim.standing.is_supported() || is_ticked(ticks, quote, &claim, context.grounds) {
            continue;
        }
        let severity = match claim.standing {
            Standing::Contradicted { .. } | Standing::Expired { .. } => Severity::Warns,
            _ => Severity::Informs,
        };
        let quote = quote.to_owned();
        let Claim { kind, span, standing } = claim;
        let kind = FindingKind::Claim { kind, quote, standing };
        found.push(Finding { span: Some(span), ..Finding::of_file(kind, severity) });
    }
    found
}

/// Somebody answers for it, and what they relied on is still what it was.
pub fn is_ticked(ticks: &[Tick], quote: &str, claim: &Claim, grounds: &Grounds) -> bool {
    ticks.iter().any(|tick| {
        tick.kind == claim.kind
            && tick.quote.trim() == quote.trim()
            && tick.verdict == claim.standing.code()
            && match &tick.fact {
                None => claim.standing.fact().is_none(),
                Some((id, version)) => {
                    claim.standing.fact() == Some(id.as_str())
                        && grounds.version(id) == Some(version.as_str())
                }
            }
    })
}
