//! What the checks notice in each suggestion: claims that nothing supports, what smells of
//! machine, and where it strays from the brand's voice.
//!
//! Owns when it is looked at again: when the words, the brief, the post's own fields, the
//! brand or the day have changed. Never while words still arrive.

use super::pane::Pane;
use super::state::State;
use crate::checks::{self, ClaimContext, Grounds, language_of, voice};
use crate::domain::{
    Brief, Extras, Finding, FindingKind, Habits, Hunk, Id, ModelText, Part, Post, SmellTuning,
    Standing, Task,
};
use crate::features::Ctx;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was noticed, by suggestion.
#[derive(Debug, Clone, Default)]
pub struct Noticed(BTreeMap<Id, Looked>);

#[derive(Debug, Clone)]
struct Looked {
    at: Given,
    notes: Notes,
}

/// All that a look depends on.
#[derive(Debug, Clone)]
struct Given {
    text: String,
    hashtags: Vec<String>,
    extras: Extras,
    brief: Brief,
    /// Without its texts and their origin, which prove nothing.
    post: Option<Post>,
    grounds: Arc<Grounds>,
    smell: SmellTuning,
    /// How the brand writes in the language of the text, where that was counted.
    habits: Option<Arc<Habits>>,
    today: NaiveDate,
}

/// What was noticed in one suggestion.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// Spans are bytes of its text, with the line of hashtags behind it, or of the part that
    /// a finding is about.
    pub found: Vec<Finding>,
    /// In how many ways its text smells, or the part beside it that smells of most; 1 is a
    /// hint.
    pub kinds: usize,
    pub smells: bool,
}

impl Notes {
    /// Claims that nothing confirms or denies.
    pub fn unknown(&self) -> usize {
        self.count(Standing::is_unknown)
    }

    pub fn contradicted(&self) -> usize {
        self.count(|standing| matches!(standing, Standing::Contradicted { .. }))
    }

    pub fn expired(&self) -> usize {
        self.count(|standing| matches!(standing, Standing::Expired { .. }))
    }

    fn count(&self, of: impl Fn(&Standing) -> bool) -> usize {
        let is = |finding: &&Finding| match &finding.kind {
            FindingKind::Claim { standing, .. } => of(standing),
            _ => false,
        };
        self.found.iter().filter(is).count()
    }

    /// What was noticed in a hunk, the gravest first. What is said of the whole text stands
    /// where it begins.
    pub fn of(&self, hunk: &Hunk) -> Vec<&Finding> {
        let mut found: Vec<&Finding> =
            self.found.iter().filter(|finding| touches(finding, hunk)).collect();
        found.sort_by_key(|finding| finding.severity);
        found
    }

    /// The same as it is told in words: of the same ones once.
    pub fn told(&self, hunk: &Hunk) -> Vec<Finding> {
        let mut told: Vec<Finding> = self.of(hunk).into_iter().cloned().collect();
        checks::once(&mut told);
        told
    }
}

fn touches(finding: &Finding, hunk: &Hunk) -> bool {
    let Some(span) = &finding.span else { return false };
    if finding.part() != hunk.part {
        return false;
    }
    if hunk.part != Part::Text {
        return true;
    }
    if hunk.hashtags {
        return span.start >= hunk.range.start;
    }
    if finding.is_of_the_whole() {
        return hunk.range.contains(&span.start);
    }
    span.start < hunk.range.end && hunk.range.start < span.end
}

impl Noticed {
    pub fn of(&self, suggestion: &Id) -> Option<&Notes> {
        self.0.get(suggestion).map(|looked| &looked.notes)
    }
}

impl State {
    /// Looks again at what has changed since the last look.
    pub fn notice(&mut self, ctx: &Ctx) {
        let post = self.entry(ctx).map(|(_, post)| fields(post));
        let grounds = Grounds::of(ctx.workspace);
        let mut kept = std::mem::take(&mut self.noticed.0);
        for pane in self.panes.iter().filter(|pane| !pane.is_running()) {
            let looked =
                kept.remove(&pane.id).filter(|looked| looked.at.holds(pane, post.as_ref(), ctx));
            let looked = looked.filter(|looked| looked.at.grounds.is_of_the_same(&grounds));
            let looked = looked.unwrap_or_else(|| {
                let at = Given::new(pane, post.clone(), grounds.clone(), ctx);
                Looked { notes: at.look(ctx), at }
            });
            self.noticed.0.insert(pane.id.clone(), looked);
        }
    }
}

/// The habits a suggestion is held against; `None` until the archive was looked through.
fn habits(pane: &Pane, ctx: &Ctx) -> Option<Arc<Habits>> {
    let lang = pane.brief.lang.as_deref();
    let language = language_of(lang, pane.text.shown(), ctx.workspace)?;
    ctx.shelf.voices().map(|voices| voices.habits(language).clone())
}

/// Counted habits are shared: what is the same was not counted anew.
fn same(one: Option<&Arc<Habits>>, other: Option<&Arc<Habits>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// A post without what changes with every decision.
fn fields(post: &Post) -> Post {
    let mut post = Post { text: String::new(), origin: Vec::new(), ..post.clone() };
    post.variants.values_mut().for_each(|variant| variant.text = None);
    post
}

impl Given {
    fn new(pane: &Pane, post: Option<Post>, grounds: Arc<Grounds>, ctx: &Ctx) -> Self {
        Self {
            text: pane.text.shown().to_owned(),
            hashtags: pane.hashtags.clone(),
            extras: pane.extras.clone(),
            brief: pane.brief.clone(),
            post,
            grounds,
            smell: ctx.workspace.voice.smell.clone(),
            habits: habits(pane, ctx),
            today: ctx.now.today(),
        }
    }

    fn holds(&self, pane: &Pane, post: Option<&Post>, ctx: &Ctx) -> bool {
        self.text == pane.text.shown()
            && self.hashtags == pane.hashtags
            && self.extras == pane.extras
            && self.brief == pane.brief
            && self.post.as_ref() == post
            && self.smell == ctx.workspace.voice.smell
            && same(self.habits.as_ref(), habits(pane, ctx).as_ref())
            && self.today == ctx.now.today()
    }

    fn look(&self, ctx: &Ctx) -> Notes {
        let brief = self.asked();
        let context = ClaimContext {
            grounds: &self.grounds,
            brief: Some(&brief),
            post: self.post.as_ref(),
            lang: self.brief.lang.as_deref(),
            today: self.today,
        };
        let ticks = self.post.as_ref().map_or(&[][..], |post| &post.ticks);
        let found = checks::open_claims(&self.text, ticks, &context);
        let mut notes = Notes { found, ..Notes::default() };
        for part in [Part::Headline, Part::FirstComment] {
            let words = self.extras.of(part).map_or("", ModelText::shown);
            for mut finding in checks::open_claims(words, ticks, &context) {
                if let FindingKind::Claim { part: of, .. } = &mut finding.kind {
                    *of = part;
                }
                notes.found.push(finding);
            }
        }
        let lang = self.brief.lang.as_deref();
        let Some(language) = language_of(lang, &self.text, ctx.workspace) else { return notes };
        let mut whole = Post::new(ctx.workspace.id.clone(), "");
        whole.text.clone_from(&self.text);
        whole.hashtags.clone_from(&self.hashtags);
        let whole = whole.outgoing("");
        let strays = self.habits.iter().flat_map(|habits| voice::strays(habits, &whole));
        notes.found.extend(strays);
        for part in [Part::Text, Part::Headline, Part::FirstComment] {
            let words = match part {
                Part::Text => whole.as_ref(),
                part => self.extras.of(part).map_or("", ModelText::shown),
            };
            for (start, words) in self.read_apart(words, part) {
                let smell = checks::smell(words, language, &self.smell);
                notes.kinds = notes.kinds.max(smell.kinds());
                notes.smells |= smell.smells;
                notes.found.extend(checks::whiffs(smell, part, None).map(|mut finding| {
                    let span = finding.span.map(|span| span.start + start..span.end + start);
                    finding.span = span;
                    finding
                }));
            }
        }
        notes
    }

    /// First lines to choose from are no text: each is read by itself, with where it begins.
    fn read_apart<'a>(&self, words: &'a str, part: Part) -> Vec<(usize, &'a str)> {
        if self.brief.task != Task::Hooks || part != Part::Text {
            return vec![(0, words)];
        }
        let mut at = 0;
        let each = words.split('\n').map(|line| {
            let start = at;
            at += line.len() + 1;
            (start, line)
        });
        each.filter(|(_, line)| !line.trim().is_empty()).collect()
    }

    /// What a person asked for, in their words: it counts as said.
    fn asked(&self) -> String {
        let notes = self.post.as_ref().and_then(|post| post.notes.as_deref());
        let notes = notes.filter(|_| self.brief.notes);
        let parts = [Some(self.brief.topic.as_str()), self.brief.instruction.as_deref(), notes];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}
