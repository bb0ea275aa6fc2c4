//! What the checks say of the text being written: asked at every key, found once.
//!
//! Owns what is of the active text, and what of a long one need not be looked at again. The
//! rules are the checks'; how it looks is the view's.

use super::state::Writing;
use crate::checks::{self, CheckContext, Count, other_language};
use crate::domain::{ChannelKey, Finding, FindingKind, Memo, Part, Post};
use crate::features::Ctx;
use chrono::NaiveDate;
use std::sync::Arc;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Noticed {
    /// Those with a span in the active text, in its order.
    pub findings: Vec<Finding>,
    /// Its lengths, every message of a thread by itself.
    pub counts: Vec<Count>,
    /// It is plainly in another language than the post says.
    pub language: Option<FindingKind>,
}

/// What is remembered of it, until an event may change it.
#[derive(Debug, Clone, Default)]
pub struct Remembered {
    whole: Memo<(Post, Option<ChannelKey>, NaiveDate), Arc<Noticed>>,
    /// What is read in the words themselves, which is dear, and only as far as they are read:
    /// it does not change with what is typed behind that.
    words: Memo<(Post, NaiveDate), Arc<Words>>,
}

#[derive(Debug)]
struct Words {
    findings: Vec<Finding>,
    language: Option<FindingKind>,
}

impl Remembered {
    pub fn forget(&mut self) {
        self.whole.forget();
        self.words.forget();
    }
}

impl Writing {
    /// What the checks say of the active text as it stands now.
    pub fn noticed(&self, ctx: &Ctx) -> Arc<Noticed> {
        let Some(post) = self.post_now(ctx) else { return Arc::default() };
        let question = (post, self.tab().channel.clone(), ctx.now.today());
        self.remembered.whole.get(question, |(post, channel, today)| {
            let short = (checks::as_far_as_read(post), *today);
            let words = self.remembered.words.get(short, |(post, today)| {
                Arc::new(Words {
                    findings: checks::prose(post, &context(ctx))
                        .into_iter()
                        .chain(checks::claim_findings(post, ctx.workspace, *today))
                        .collect(),
                    language: other_language(post, ctx.workspace),
                })
            });
            Arc::new(self.of_text(post, channel.as_ref(), &words, ctx))
        })
    }

    fn of_text(
        &self,
        post: &Post,
        active: Option<&ChannelKey>,
        words: &Words,
        ctx: &Ctx,
    ) -> Noticed {
        let text = self.tab().text();
        let here = |finding: &Finding| match (&finding.channel, active) {
            (Some(of), Some(active)) => of == active,
            (Some(of), None) => post.variants.get(of).is_none_or(|variant| variant.text.is_none()),
            (None, _) => active.is_none() || !self.tab().is_own(),
        };
        let mut findings: Vec<Finding> = checks::post(post, &context(ctx))
            .into_iter()
            .chain(words.findings.iter().cloned())
            .filter(|finding| finding.part() == Part::Text)
            .filter(|finding| finding.span.as_ref().is_some_and(|s| s.start < text.len().max(1)))
            .filter(here)
            .collect();
        checks::once(&mut findings);
        findings.sort_by_key(|finding| finding.span.as_ref().map_or(0, |span| span.start));
        let mut counted = post.clone();
        if let Some(channel) = active {
            counted.variants.entry(channel.clone()).or_default().text = Some(text.to_owned());
            counted.channels = vec![channel.clone()];
        }
        let mut counts = checks::counts(&counted, ctx.workspace, ctx.networks);
        counts.retain(|count| count.part == Part::Text);
        Noticed { findings, counts, language: words.language.clone() }
    }
}

/// Whether a picture is there is not a matter of the text.
fn context<'a>(ctx: &Ctx<'a>) -> CheckContext<'a> {
    CheckContext {
        workspace: ctx.workspace,
        networks: ctx.networks,
        exists: &|_| true,
        voices: ctx.shelf.voices(),
    }
}
