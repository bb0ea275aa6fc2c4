//! A person answers for a claim: ticks it with a note, or makes a fact of its sentence.
//!
//! Owns which claim is meant (the one under the cursor, else the next open one) and the
//! line for the note. Which claims are open is `checks`' to say.

use super::state::Writing;
use crate::checks::{ClaimContext, Grounds, claim_findings, claim_text, claims};
use crate::domain::{
    Change, ChangeSet, Claim, Fact, FieldEdit, FieldValue, Finding, FindingKind, Label, Part, Post,
    RelPath, Standing, Tick,
};
use crate::features::line::edit_line;
use crate::features::{Ctx, Outcome};
use crate::text::{Buffer, sentences, slug};
use crate::vocab::{Action, Effect, Notice, Why};
use std::ops::Range;

/// Where facts go that are made while writing.
const FACTS: &str = "facts/from-posts.toml";

/// The line in which somebody says why a claim is right.
#[derive(Debug, Clone)]
pub struct Note {
    pub line: Buffer,
    pub tick: Tick,
    /// Where the claim stands.
    pub part: Part,
}

impl Writing {
    /// Whether something found is of the active text, and not of one that it does without.
    fn is_of_text(&self, found: &Finding) -> bool {
        let tab = self.tab();
        let channel = tab.channel.as_ref().filter(|_| tab.is_own());
        found.part() == Part::Text && found.channel.as_ref() == channel
    }

    /// The open claim the cursor stands in, else the next one, else the first; where the
    /// text has none, the first of what goes out with it: headline, first comment, alt texts.
    fn claim_here(&self, post: &Post, ctx: &Ctx) -> Option<Finding> {
        let all = claim_findings(post, ctx.workspace, ctx.now.today());
        let tab = self.tab();
        let along = |found: &&Finding| {
            let of = (&found.channel, &tab.channel);
            found.part() != Part::Text && !matches!(of, (Some(of), Some(tab)) if of != tab)
        };
        let beside = all.iter().find(along).cloned();
        let mut text: Vec<Finding> = all.into_iter().filter(|f| self.is_of_text(f)).collect();
        text.sort_by_key(|finding| finding.span.as_ref().map_or(0, |span| span.start));
        let at = tab.buffer.cursor();
        let ends = |finding: &&Finding| finding.span.as_ref().is_some_and(|span| at <= span.end);
        text.iter().find(ends).or(text.first()).cloned().or(beside)
    }
}

/// What can be done about a claim is offered where the cursor stands on one.
pub fn offers(writing: &Writing, action: &Action, ctx: &Ctx) -> bool {
    if !matches!(action, Action::TickClaim | Action::KeepFact) {
        return true;
    }
    let at = writing.tab().buffer.cursor();
    let on = |finding: &&Finding| {
        finding.span.as_ref().is_some_and(|span| (span.start..=span.end).contains(&at))
    };
    let claim = |finding: &Finding| {
        matches!(finding.kind, FindingKind::Claim { .. }) && writing.is_of_text(finding)
    };
    let noticed = writing.noticed(ctx);
    let Some(here) = noticed.findings.iter().filter(on).find(|found| claim(found)) else {
        return false;
    };
    // What something speaks against is made no fact of, and neither is its sentence.
    let text = writing.tab().text();
    let span = here.span.clone().unwrap_or_default();
    let sentence = sentences(text).into_iter().find(|range| range.contains(&span.start));
    let sentence = sentence.unwrap_or(span);
    let denied = |found: &Finding| {
        let within = found.span.as_ref().is_some_and(|span| sentence.contains(&span.start));
        let denied = matches!(
            &found.kind,
            FindingKind::Claim {
                standing: Standing::Contradicted { .. } | Standing::Expired { .. },
                ..
            }
        );
        within && denied && writing.is_of_text(found)
    };
    let fact = *action == Action::KeepFact;
    writing.note.is_none() && !(fact && noticed.findings.iter().any(denied))
}

/// Opens the line for the note.
pub fn tick(writing: &mut Writing, ctx: &Ctx) -> Outcome {
    let post = writing.post_now(ctx);
    let claim = post.and_then(|post| writing.claim_here(&post, ctx));
    let Some(FindingKind::Claim { kind, quote, standing, part, .. }) =
        claim.map(|claim| claim.kind)
    else {
        return Outcome::Disabled(Why::NoOpenClaim);
    };
    let grounds = Grounds::of(ctx.workspace);
    let version = |id: &str| grounds.version(id).map(|v| (id.to_owned(), v.to_owned()));
    let tick = Tick {
        quote,
        kind,
        verdict: standing.code().to_owned(),
        note: None,
        fact: standing.fact().and_then(version),
        by: ctx.by.to_owned(),
        at: ctx.now.utc,
    };
    writing.completion = None;
    writing.note = Some(Note { line: Buffer::one_line(""), tick, part });
    Outcome::done()
}

/// What an action does while the note is written.
pub fn note(writing: &mut Writing, action: &Action, ctx: &Ctx) -> Outcome {
    match action {
        Action::Cancel | Action::Back | Action::TickClaim => {
            writing.note = None;
            return Outcome::done();
        }
        Action::Confirm => {}
        _ => {
            let Some(note) = &mut writing.note else { return Outcome::Ignored };
            return edit_line(&mut note.line, action).map_or(Outcome::Ignored, Outcome::Handled);
        }
    }
    let Some(Note { line, mut tick, .. }) = writing.note.take() else { return Outcome::Ignored };
    let words = line.text().trim();
    tick.note = (!words.is_empty()).then(|| words.to_owned());
    let key = || vec!["claim".to_owned()];
    let edit = FieldEdit::Add { key: key(), item: FieldValue::tick(&tick) };
    // One that no longer holds makes room for it.
    let old = ctx.shelf.get(&writing.post).map_or(&[][..], |entry| &entry.post.ticks);
    let old = old.iter().filter(|old| old.kind.is(tick.kind) && old.quote == tick.quote);
    let old = old.map(|old| FieldEdit::Remove { key: key(), item: FieldValue::tick(old) });
    let edits = old.chain([edit]).collect();
    let change = Change::Edit { path: writing.path.clone(), to: None, edits };
    Outcome::effect(Effect::Apply(ChangeSet::one(Label::Tick, change)))
}

/// A claim of this stretch that a fact, or the post itself, speaks against. As a fact it
/// would stand beside the one that says otherwise, and neither would be warned of any more.
fn denied(text: &str, stretch: &Range<usize>, post: &Post, ctx: &Ctx) -> Option<Notice> {
    let grounds = Grounds::of(ctx.workspace);
    let context = ClaimContext {
        grounds: &grounds,
        brief: None,
        post: Some(post),
        lang: post.lang.as_deref(),
        today: ctx.now.today(),
    };
    let against = |claim: &Claim| {
        stretch.contains(&claim.span.start)
            && matches!(claim.standing, Standing::Contradicted { .. } | Standing::Expired { .. })
    };
    let Claim { kind, span, standing } = claims(text, &context).into_iter().find(against)?;
    let said = match &standing {
        Standing::Contradicted { said, .. } => Some(said),
        _ => None,
    };
    let fact = standing.fact().and_then(|id| {
        let own = |fact: &&Fact| fact.id == id && said.is_none_or(|said| *said == fact.text);
        ctx.workspace.facts.iter().find(own)
    });
    let place = fact.and_then(|fact| ctx.workspace.fact_place(fact));
    let place = place.map(|place| format!("{}:{}", place.path, place.line));
    Some(Notice::NotAFact { quote: text[span].to_owned(), kind, standing, place })
}

/// The sentence of the claim becomes a fact; it can be undone like any change.
pub fn keep_fact(writing: &Writing, ctx: &Ctx) -> Outcome {
    let post = writing.post_now(ctx);
    let claim = post.as_ref().and_then(|post| {
        let claim = writing.claim_here(post, ctx)?;
        Some((claim_text(post, &claim)?, claim.span?))
    });
    let Some((text, span)) = claim else {
        return Outcome::Disabled(Why::NoOpenClaim);
    };
    let sentence = sentences(text).into_iter().find(|range| range.contains(&span.start));
    let sentence = sentence.unwrap_or(span);
    let words = text[sentence.clone()].trim();
    // All of the sentence becomes a fact, also what somebody answered for in one post.
    if let Some(denied) = post.as_ref().and_then(|post| denied(text, &sentence, post, ctx)) {
        return Outcome::effect(Effect::Say(denied));
    }
    let taken = |id: &str| ctx.workspace.facts.iter().any(|fact| fact.id == id);
    let name: String = slug(words).chars().take(40).collect();
    let name = name.trim_end_matches('-');
    let ids = (2..).map(|n| format!("{name}-{n}"));
    let id = std::iter::once(name.to_owned()).chain(ids).find(|id| !taken(id)).unwrap_or_default();
    let by = (!ctx.by.is_empty()).then(|| ctx.by.to_owned());
    let fact = Fact { id, text: words.to_owned(), source: by, expires: None };
    let change = Change::Facts { path: RelPath::new(FACTS), add: vec![fact], remove: Vec::new() };
    Outcome::effect(Effect::Apply(ChangeSet::one(Label::Fact, change)))
}
