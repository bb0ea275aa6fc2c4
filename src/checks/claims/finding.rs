//! The claims of a post that a person should look at, as findings.
//!
//! Owns which of them are findings: those that nothing supports and nobody has ticked, or
//! whose tick no longer holds because its fact changed, expired or speaks otherwise by now.

use super::super::prose::beginning;
use super::super::said::{Said, said};
use super::{ClaimContext, Grounds, claims};
use crate::domain::{
    ChannelKey, Claim, ClaimKind, Finding, FindingKind, Ground, Part, Post, Reopened, Severity,
    Stage, Standing, Tick, Workspace,
};
use chrono::NaiveDate;

/// What is open in a post: in its texts, headlines, first comments, and what is said of its
/// pictures. What has gone out is not judged any more.
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
    for Said { text, part, medium, channel } in said(post) {
        for mut finding in open_claims(text, &post.ticks, &context) {
            if part == Part::Alt && describes(&finding) {
                continue;
            }
            finding.channel = channel.cloned();
            if let FindingKind::Claim { part: of, medium: path, .. } = &mut finding.kind {
                (*of, *path) = (part, medium.map(str::to_owned));
            }
            found.push(finding);
        }
    }
    found
}

/// An alternative text says what its picture shows: "tre plaid piegati" promises nothing.
fn describes(finding: &Finding) -> bool {
    matches!(
        finding.kind,
        FindingKind::Claim {
            kind: ClaimKind::Number | ClaimKind::Superlative | ClaimKind::Comparison,
            reopened: None,
            ..
        }
    )
}

/// A text of a post, where in it that stands, and all its claims as they stand.
pub struct PostClaims<'a> {
    pub text: &'a str,
    pub part: Part,
    /// The picture it describes.
    pub medium: Option<&'a str>,
    /// The channel that alone says it.
    pub channel: Option<&'a ChannelKey>,
    pub claims: Vec<Claim>,
}

/// Every claim of all that a post has yet to send.
pub fn claims_of_post<'a>(post: &'a Post, context: &ClaimContext) -> Vec<PostClaims<'a>> {
    let context = ClaimContext { post: Some(post), lang: post.lang.as_deref(), ..*context };
    let read = |Said { text, part, medium, channel }: Said<'a>| PostClaims {
        claims: claims(text, &context),
        text,
        part,
        medium,
        channel,
    };
    said(post).into_iter().map(read).collect()
}

/// What the span of a claim's finding is of.
pub fn claim_text<'a>(post: &'a Post, finding: &Finding) -> Option<&'a str> {
    let FindingKind::Claim { part, medium, .. } = &finding.kind else { return None };
    let wanted = (*part, medium.as_deref(), finding.channel.as_ref());
    let is = |said: &Said<'a>| (said.part, said.medium, said.channel) == wanted;
    said(post).into_iter().find(is).map(|said| said.text)
}

/// The claims of one text that nothing supports and no tick answers for, in its order.
pub fn open_claims(text: &str, ticks: &[Tick], context: &ClaimContext) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut once = Once::default();
    let text = beginning(text);
    for claim in claims(text, context) {
        let quote = &text[claim.span.clone()];
        if claim.standing.is_supported() || is_ticked(ticks, quote, &claim, context.grounds) {
            continue;
        }
        // Nobody has said which hashtags the brand uses, so nobody disputes one.
        if claim.kind == ClaimKind::Hashtag && !context.grounds.lists_hashtags {
            continue;
        }
        let same = |tick: &Tick| tick.kind.is(claim.kind) && tick.quote.trim() == quote.trim();
        let reopened = if ticks.iter().any(same) {
            Some(Reopened::Tick)
        } else {
            once.was_said(text, &claim, context).map(Reopened::Fact)
        };
        let severity = match claim.standing {
            Standing::Contradicted { .. } | Standing::Expired { .. } => Severity::Warns,
            _ if reopened.is_some() => Severity::Warns,
            _ => Severity::Informs,
        };
        let quote = quote.to_owned();
        let Claim { kind, span, standing } = claim;
        let (part, medium) = (Part::Text, None);
        let kind = FindingKind::Claim { kind, quote, standing, part, medium, reopened };
        found.push(Finding { span: Some(span), ..Finding::of_file(kind, severity) });
    }
    found
}

/// How the claims of a text stood before facts changed; read only where one is unknown now.
#[derive(Default)]
struct Once(Option<Vec<Claim>>);

impl Once {
    /// The id of the fact that said so.
    fn was_said(&mut self, text: &str, now: &Claim, context: &ClaimContext) -> Option<String> {
        let grounds = context.grounds.former.as_deref()?;
        if !now.standing.is_unknown() {
            return None;
        }
        let read = || claims(text, &ClaimContext { grounds, ..*context });
        let before = self.0.get_or_insert_with(read).iter();
        let mut same = before.filter(|was| (was.kind, &was.span) == (now.kind, &now.span));
        same.find_map(|was| match &was.standing {
            Standing::Supported(Ground::Fact { id, .. }) => Some(id.clone()),
            _ => None,
        })
    }
}

/// Somebody answers for it, and what they relied on is still what it was. Who answers for
/// words does so wherever the post says them.
pub fn is_ticked(ticks: &[Tick], quote: &str, claim: &Claim, grounds: &Grounds) -> bool {
    ticks.iter().any(|tick| {
        tick.kind.is(claim.kind)
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
