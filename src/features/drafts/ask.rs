//! Asking for suggestions and taking them as they stream in: a pane for each from the
//! first moment, a file under `drafts/` when it has ended. Nothing that arrives moves the
//! cursor or answers a key.

use super::brief::COMPOSER;
use super::matrix::apart;
use super::pane::{Like, Pane, Writing, post_hash};
use super::state::{Mode, State};
use crate::domain::{
    Brief, Change, ChangeSet, Extras, Failure, Fragment, Label, ModelText, Post, Rewrite,
    Suggestion, SuggestionSource, Verdict, file_path, rewrites,
};
use crate::features::Ctx;
use crate::text::{reveal_line, similarity};
use crate::vocab::{Effect, Job, Notice, StreamEnd, SuggestionAsk};
use chrono::Datelike as _;
use std::sync::Arc;

/// Decided suggestions of other posts that go along, for their rejections.
const OTHERS: usize = 12;
/// So much in common, and two suggestions are one.
const ALIKE: f32 = 0.8;

impl State {
    /// Asks for `each` suggestions of every brief, side by side.
    pub fn ask_all(
        &mut self,
        briefs: &[Brief],
        profile: &str,
        each: usize,
        ctx: &Ctx,
    ) -> Vec<Effect> {
        let first = self.panes.len();
        let effects = briefs.iter().flat_map(|brief| self.ask(brief, profile, each, ctx)).collect();
        self.focus_on(first + 1);
        effects
    }

    /// Asks for `count` suggestions of one brief, each a pane beside those that are there.
    pub fn ask(&mut self, brief: &Brief, profile: &str, count: usize, ctx: &Ctx) -> Vec<Effect> {
        let first = self.panes.len();
        self.stopping = false;
        let mut effects = Vec::new();
        for _ in 0..count {
            let made = self.for_the_asking(brief, profile, count, ctx);
            effects.push(Effect::Suggest(Box::new(made.1)));
            self.panes.push(made.0);
        }
        self.focus_on(first + 1);
        effects
    }

    /// A pane that waits for its first word, and the request that fills it.
    pub fn for_the_asking(
        &self,
        brief: &Brief,
        profile: &str,
        of: usize,
        ctx: &Ctx,
    ) -> (Pane, SuggestionAsk) {
        let brief = &apart(brief, self.panes.len() + 1, day(ctx));
        let mut pane = Pane::asked(
            ctx.ids.fresh(),
            self.post.clone(),
            brief.clone(),
            profile.to_owned(),
            ctx.now.utc,
        );
        let post = self.entry(ctx).map(|(_, post)| post);
        let human = post.map(|post| match &brief.channel {
            Some(channel) => post.text_for(channel).to_owned(),
            None => post.lead_text().to_owned(),
        });
        pane.source.post_hash = Some(post_hash(human.as_deref().unwrap_or_default()));
        let ask = SuggestionAsk {
            job: pane.job(),
            profile: profile.to_owned(),
            brief: brief.clone(),
            human: human.filter(|text| !text.trim().is_empty()),
            link: post.and_then(|post| post.link.clone()),
            campaign: post.and_then(|post| post.campaign.clone()),
            pillar: post.and_then(|post| post.pillar.clone()),
            day: post.and_then(|post| post.when).map(|when| when.wall(ctx.workspace.zone).date()),
            notes: post.and_then(|post| post.notes.clone()).filter(|_| brief.notes),
            variation: self.panes.len(),
            of: of.max(self.panes.len() + 1),
            decided: self.lessons(ctx),
            rewrites: self.rewrites(ctx),
        };
        pane.asked = Some(Box::new(ask.clone()));
        (pane, ask)
    }

    /// Suggestions that something was decided about: those of this post, then those of the
    /// posts in sight, the newest first.
    fn lessons(&self, ctx: &Ctx) -> Vec<Suggestion> {
        let judged = |s: &&Arc<Suggestion>| !s.decisions.is_empty();
        let open = self.panes.iter().filter(|pane| !pane.decisions.is_empty());
        let mut own: Vec<Suggestion> = open.map(Pane::suggestion).collect();
        let stored = ctx.shelf.suggestions(&self.post).iter().filter(judged);
        let closed = stored.filter(|s| !self.panes.iter().any(|pane| pane.id == s.id));
        own.extend(closed.map(|s| s.as_ref().clone()));
        let ids = ctx.shelf.entries().map(|entry| &entry.post.id).filter(|id| **id != self.post);
        let mut others: Vec<&Arc<Suggestion>> =
            ids.flat_map(|id| ctx.shelf.suggestions(id)).filter(judged).collect();
        others.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.id.cmp(&b.id)));
        own.extend(others.into_iter().take(OTHERS).map(|s| s.as_ref().clone()));
        own
    }

    /// What a hand made of suggested sentences, in this post and in those in sight.
    fn rewrites(&self, ctx: &Ctx) -> Vec<Rewrite> {
        let mut pairs = Vec::new();
        if let Some((_, post)) = self.entry(ctx) {
            let open = self.panes.iter().map(Pane::suggestion);
            pairs.extend(open.flat_map(|suggestion| rewrites(&suggestion, post.lead_text())));
        }
        for entry in ctx.shelf.entries().filter(|entry| entry.post.id != self.post) {
            let stored = ctx.shelf.suggestions(&entry.post.id).iter();
            pairs
                .extend(stored.flat_map(|suggestion| rewrites(suggestion, entry.post.lead_text())));
        }
        pairs.truncate(OTHERS);
        pairs
    }

    pub fn running(&self) -> Vec<Job> {
        self.panes.iter().filter(|pane| pane.is_running()).map(Pane::job).collect()
    }

    pub fn grew(&mut self, job: Job, piece: &ModelText) {
        if let Some(pane) = self.writing(job).and_then(|at| self.panes.get_mut(at)) {
            pane.text.push(piece);
        }
    }

    pub fn ended(&mut self, job: Job, end: StreamEnd, told: Told, ctx: &Ctx) -> Vec<Effect> {
        let Some(at) = self.writing(job) else { return Vec::new() };
        let pane = &mut self.panes[at];
        pane.writing = match end {
            StreamEnd::Complete => Writing::Done,
            StreamEnd::Cut => Writing::Fragment(Fragment::Cut),
            StreamEnd::Stopped => Writing::Fragment(Fragment::Stopped),
        };
        // A source that was cut off may have nothing cleaner than what grew.
        if !told.text.shown().trim().is_empty() {
            pane.text = told.text;
        }
        pane.hashtags = told.hashtags;
        pane.extras = told.extras;
        let post_hash = pane.source.post_hash.take();
        pane.source = SuggestionSource { post_hash, ..told.source };
        if pane.source.provider == COMPOSER {
            // It has openings of its own, and follows no other.
            pane.brief.hook = None;
        }
        if pane.text.shown().trim().is_empty() {
            return self.came_to_nothing(at);
        }
        self.panes[at].like = self.repeats(at, ctx);
        self.keep(at, ctx)
    }

    /// The suggestion before this one that says nearly the same, or one turned down as a
    /// whole.
    fn repeats(&self, at: usize, ctx: &Ctx) -> Option<Like> {
        let text = self.panes[at].text.shown();
        let alike = |other: &str| similarity(text, other) >= ALIKE;
        let ended = |pane: &Pane| !pane.is_running();
        let other =
            |(i, pane): &(usize, &Pane)| *i != at && ended(pane) && alike(pane.text.shown());
        if let Some((pane, _)) = self.panes.iter().enumerate().find(other) {
            return Some(Like::Pane(pane));
        }
        let refused = |s: &&Arc<Suggestion>| {
            s.decisions.iter().any(|d| d.sentence.is_none() && d.verdict == Verdict::Rejected)
        };
        let mut stored = ctx.shelf.suggestions(&self.post).iter().filter(refused);
        stored.any(|s| alike(s.text.shown())).then_some(Like::Rejected)
    }

    pub fn failed(&mut self, job: Job, failure: Failure, ctx: &Ctx) -> Vec<Effect> {
        let Some(at) = self.writing(job) else { return Vec::new() };
        if self.panes[at].text.shown().trim().is_empty() {
            // Nothing to read, nothing to decide: said once, and no pane for it.
            let mut effects = self.came_to_nothing(at);
            // Whoever stopped it wants no brief; whom it failed may want another.
            if self.panes.is_empty() && matches!(self.mode, Mode::Reading) {
                self.mode = Mode::Brief;
            }
            effects.push(Effect::Say(Notice::Failed(failure)));
            return effects;
        }
        self.panes[at].writing = Writing::Failed(failure.clone());
        let mut effects = self.keep(at, ctx);
        // The pane says that it is a fragment; why, there is room for in the bar.
        effects.push(Effect::Say(Notice::Failed(failure)));
        effects
    }

    /// Keeps what has arrived of every stream: the room is being left.
    pub fn keep_fragments(&mut self, ctx: &Ctx) -> Vec<Effect> {
        let mut effects = Vec::new();
        for at in 0..self.panes.len() {
            let pane = &mut self.panes[at];
            if pane.is_running() && !pane.text.shown().trim().is_empty() {
                pane.writing = Writing::Fragment(Fragment::Stopped);
                effects.extend(self.keep(at, ctx));
            }
        }
        effects
    }

    /// Tries again to keep what could not be written when it ended.
    pub fn keep_unsaved(&mut self, ctx: &Ctx) -> Vec<Effect> {
        let unsaved = |state: &Self, at: &usize| state.is_unsaved(&state.panes[*at]);
        let waiting: Vec<usize> = (0..self.panes.len()).filter(|at| unsaved(self, at)).collect();
        waiting.into_iter().flat_map(|at| self.keep(at, ctx)).collect()
    }

    fn writing(&self, job: Job) -> Option<usize> {
        self.panes.iter().position(|pane| pane.is_running() && pane.job() == job)
    }

    /// Puts a suggestion under `drafts/`. The first one of an empty slot makes the idea
    /// it hangs on.
    fn keep(&mut self, at: usize, ctx: &Ctx) -> Vec<Effect> {
        let suggestion = self.panes[at].suggestion();
        let mut changes = Vec::new();
        if self.entry(ctx).is_none() {
            let idea = self.idea(&suggestion.brief);
            let path = file_path(&idea, ctx.workspace.zone);
            changes.push(Change::Create { path: path.clone(), post: Box::new(idea.clone()) });
            self.ahead = Some((path, idea));
        }
        changes.push(Change::Suggest(Box::new(suggestion)));
        self.send(ChangeSet { label: Label::Suggest, changes })
    }

    fn idea(&self, brief: &Brief) -> Post {
        let mut idea = Post::new(self.post.clone(), reveal_line(&brief.topic));
        idea.channels.extend(brief.channel.clone());
        idea.lang.clone_from(&brief.lang);
        idea
    }

    /// Takes a pane away without letting the focus jump to another suggestion's words.
    pub fn close(&mut self, at: usize) {
        self.panes.remove(at);
        for pane in &mut self.panes {
            pane.like = match pane.like {
                Some(Like::Pane(other)) if other == at => None,
                Some(Like::Pane(other)) if other > at => Some(Like::Pane(other - 1)),
                like => like,
            };
        }
        if self.focus > at + 1 || self.focus > self.panes.len() {
            self.focus -= 1;
        }
        if self.last > at || self.last >= self.panes.len() {
            self.last = self.last.saturating_sub(1);
        }
    }
}

/// The number of today, so that every day begins with another angle.
fn day(ctx: &Ctx) -> u64 {
    u64::from(ctx.now.utc.date_naive().num_days_from_ce().unsigned_abs())
}

/// What a source said at its end.
pub struct Told {
    pub text: ModelText,
    pub hashtags: Vec<String>,
    pub extras: Extras,
    pub source: SuggestionSource,
}
