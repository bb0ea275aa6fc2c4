//! What the drafts room remembers: whose suggestions it shows, where the cursor stands,
//! and which of its own change sets are on their way to the disk.

use super::brief::BriefForm;
use super::caret::Caret;
use super::noticed::Noticed;
use super::pane::{Pane, Writing, post_hash};
use super::rewrite::Rewriting;
use crate::domain::{
    Brief, Change, ChangeSet, ChannelKey, ChosenFact, Hunk, Id, Lack, Layer, LeftOut, Part, Post,
    RelPath, Remarks, Spot, SuggestionSource,
};
use crate::features::{Ctx, gone_out};
use crate::text::{Buffer, pair};
use crate::vocab::{Effect, Notice, Slot, SourceInfo, Why};

#[derive(Debug, Clone)]
pub struct State {
    /// The post the suggestions belong to. For an empty slot, the idea that the first
    /// finished suggestion makes.
    pub post: Id,
    /// The slot the post takes when its first sentence is accepted.
    pub slot: Option<Slot>,
    pub form: BriefForm,
    pub sources: Vec<SourceInfo>,
    /// Where the sources were looked for, they are known by now.
    pub looked: bool,
    pub panes: Vec<Pane>,
    /// 0 is the human text; suggestion `n` is pane `n - 1`.
    pub focus: usize,
    /// The suggestion that was looked at last, for what concerns "the suggestion" while
    /// the human text has the focus.
    pub last: usize,
    /// Where in the human text accepted words go; `None`: at its end.
    pub insert: Option<Caret>,
    pub mode: Mode,
    /// Sentences left half rewritten: `e` on one goes on where the hand stopped.
    pub set_aside: Vec<Rewriting>,
    /// `Esc` has been pressed while something was being written.
    pub stopping: bool,
    /// `$EDITOR` is open on this.
    pub outside: Option<Outside>,
    /// Change sets handed over and not yet answered.
    pub sent: Vec<ChangeSet>,
    /// The post as it will be once they are durable.
    pub ahead: Option<(RelPath, Post)>,
    /// Posts that suggestions have become, as they will be then.
    pub beside: Vec<(RelPath, Post)>,
    /// Hashes of the texts that this room's own decisions made: no news to a suggestion.
    pub lineage: Vec<String>,
    /// A help asked for before it was known who can write.
    pub wanted: Option<Brief>,
    /// What was asked for in words of a person's own, and came to nothing.
    pub unanswered: Option<Brief>,
    /// What the checks say of the suggestions, looked at again only when something changes.
    pub noticed: Noticed,
}

/// What the keys act on.
#[derive(Debug, Clone)]
pub enum Mode {
    Reading,
    Brief,
    Refusing(Refusing),
    /// The reason of a rejection in the person's own words.
    Because(Box<(Refusing, Buffer)>),
    Rewriting(Box<Rewriting>),
    Instruction(Box<Instruction>),
    Prompt(Prompt),
}

/// A rejection that waits for its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusing {
    pub suggestion: Id,
    /// `None`: the whole suggestion.
    pub spot: Option<Spot>,
}

/// The one-line instruction for another suggestion like this one.
#[derive(Debug, Clone)]
pub struct Instruction {
    pub suggestion: Id,
    pub brief: Brief,
    pub line: Buffer,
}

/// The prompt as it was or would be sent, to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// `None` until it has been put together.
    pub to: Option<SourceInfo>,
    /// Every word of it, part by part; none where nothing is sent.
    pub layers: Vec<Layer>,
    /// What the source says of its own work.
    pub remarks: Remarks,
    /// It is what was sent, not what would be.
    pub sent: bool,
    /// Who wrote the suggestion, where it came with the folder: its own prompt is not here.
    pub by: Option<Box<SuggestionSource>>,
    /// Rows scrolled away.
    pub scroll: usize,
}

/// A line of the prompt as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptLine<'a> {
    /// It is another prompt than the suggestion's own.
    Elsewhere(&'a SuggestionSource),
    Instead,
    /// How long all of it is.
    Sum,
    Heading(&'a Layer),
    Words(&'a str),
    Why(&'a ChosenFact),
    /// What follows was missing.
    Lacked,
    Lack(Lack),
    /// What follows was left out.
    Omitted,
    LeftOut(&'a LeftOut),
    Blank,
}

impl Prompt {
    /// Nothing has been put together yet.
    pub fn awaited(sent: bool) -> Self {
        Self {
            to: None,
            layers: Vec::new(),
            remarks: Remarks::default(),
            sent,
            by: None,
            scroll: 0,
        }
    }

    pub fn lines(&self) -> Vec<PromptLine<'_>> {
        let mut lines = Vec::new();
        if let Some(by) = &self.by {
            lines.extend([PromptLine::Elsewhere(by), PromptLine::Instead, PromptLine::Blank]);
        }
        lines.push(PromptLine::Sum);
        for layer in &self.layers {
            lines.extend([PromptLine::Blank, PromptLine::Heading(layer)]);
            lines.extend(layer.text.trim_matches('\n').lines().map(PromptLine::Words));
            lines.extend(layer.facts.iter().map(PromptLine::Why));
        }
        let Remarks { lacks, left_out } = &self.remarks;
        if !lacks.is_empty() {
            lines.extend([PromptLine::Blank, PromptLine::Lacked]);
            lines.extend(lacks.iter().map(|lack| PromptLine::Lack(*lack)));
        }
        if !left_out.is_empty() {
            lines.extend([PromptLine::Blank, PromptLine::Omitted]);
            lines.extend(left_out.iter().map(PromptLine::LeftOut));
        }
        lines
    }
}

/// What `$EDITOR` was opened on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outside {
    Human { channel: Option<ChannelKey>, text: String },
    Sentence { suggestion: Id, spot: Spot },
}

impl State {
    /// The room on a post, or on an empty slot. Waiting suggestions are shown at once;
    /// where there are none, the brief opens.
    pub fn open(post: Option<Id>, slot: Option<Slot>, ctx: &Ctx) -> (Self, Vec<Effect>) {
        let known = post.is_some();
        let post = post.unwrap_or_else(|| ctx.ids.fresh());
        let form = BriefForm::new(ctx.shelf.get(&post).map(|entry| &entry.post), slot, ctx);
        let mut state = Self {
            post: post.clone(),
            slot: if known { None } else { slot },
            form,
            sources: Vec::new(),
            looked: false,
            panes: Vec::new(),
            focus: 0,
            last: 0,
            insert: None,
            mode: Mode::Brief,
            set_aside: Vec::new(),
            stopping: false,
            outside: None,
            sent: Vec::new(),
            ahead: None,
            beside: Vec::new(),
            lineage: Vec::new(),
            wanted: None,
            unanswered: None,
            noticed: Noticed::default(),
        };
        for suggestion in ctx.shelf.suggestions(&post) {
            let pane = Pane::of(suggestion, state.form.profile());
            if !pane.open().is_empty() {
                state.panes.push(pane);
            }
        }
        // Asking for another must not wait for a brief to find out who can write.
        let mut effects = vec![Effect::ReadSuggestions(vec![post.clone()]), Effect::FindSources];
        effects.extend(ctx.shelf.get(&post).and_then(|entry| gone_out(&entry.post)));
        if !state.panes.is_empty() {
            state.mode = Mode::Reading;
            state.focus = 1;
        }
        state.remember(ctx);
        state.notice(ctx);
        (state, effects)
    }

    /// Nothing is being written, typed or asked here.
    pub fn is_idle(&self) -> bool {
        let running = |pane: &Pane| pane.writing == Writing::Running;
        matches!(self.mode, Mode::Reading)
            && self.set_aside.is_empty()
            && !self.panes.iter().any(running)
    }

    /// The post with everything this room has sent, durable or not yet.
    pub fn entry<'a>(&'a self, ctx: &Ctx<'a>) -> Option<(&'a RelPath, &'a Post)> {
        match &self.ahead {
            Some((path, post)) => Some((path, post)),
            None => ctx.shelf.get(&self.post).map(|entry| (&entry.path, &entry.post)),
        }
    }

    /// The suggestion that has the focus, or had it last.
    pub fn current(&self) -> Option<usize> {
        let at = if self.focus == 0 { self.last } else { self.focus - 1 };
        (at < self.panes.len()).then_some(at)
    }

    /// The hunk of another suggestion that answers to the one under the cursor.
    pub fn counterpart(&self, of: usize) -> Option<usize> {
        let (here, other) = (self.current()?, self.panes.get(of)?);
        let pane = &self.panes[here];
        if here == of {
            return Some(pane.cursor);
        }
        let (ours, theirs) = (pane.hunks(), other.hunks());
        let here = ours.get(pane.cursor)?;
        if here.hashtags || here.part != Part::Text {
            let same = |hunk: &Hunk| (hunk.hashtags, hunk.part) == (here.hashtags, here.part);
            return theirs.iter().position(same);
        }
        // A headline stands before the sentences.
        let before = |hunks: &[Hunk]| hunks.iter().take_while(|h| h.part != Part::Text).count();
        let at = pane.cursor - before(&ours);
        let found = pair(&prose(&ours), &prose(&theirs)).get(at).copied().flatten();
        found.map(|at| at + before(&theirs))
    }

    /// Where a suggestion stands among the panes. What waits for a key keeps the id: panes
    /// come and go meanwhile.
    pub fn pane_of(&self, suggestion: &Id) -> Option<usize> {
        self.panes.iter().position(|pane| pane.id == *suggestion)
    }

    /// Keeps words that could not be taken, or were left, until their sentence is rewritten.
    pub fn set_aside(&mut self, left: Rewriting) {
        self.take_up(&left.suggestion, left.spot);
        if left.is_changed() {
            self.set_aside.push(left);
        }
    }

    /// What was set aside of a sentence.
    pub fn take_up(&mut self, suggestion: &Id, spot: Spot) -> Option<Rewriting> {
        let here = |left: &Rewriting| left.suggestion == *suggestion && left.spot == spot;
        let at = self.set_aside.iter().position(here)?;
        Some(self.set_aside.remove(at))
    }

    /// What waited for a key about a suggestion that is gone waits no more, and that is said.
    pub fn let_go(&mut self) -> Vec<Effect> {
        let about = match &self.mode {
            Mode::Refusing(refusing) => &refusing.suggestion,
            Mode::Rewriting(open) => &open.suggestion,
            _ => return Vec::new(),
        };
        if self.pane_of(about).is_some() {
            return Vec::new();
        }
        if let Mode::Rewriting(left) = std::mem::replace(&mut self.mode, Mode::Reading) {
            self.set_aside(*left);
        }
        vec![Effect::Say(Notice::Cannot(Why::SuggestionGone))]
    }

    pub fn focus_on(&mut self, focus: usize) {
        self.focus = focus.min(self.panes.len());
        if self.focus > 0 {
            self.last = self.focus - 1;
        }
    }

    /// The channel whose own text accepted words go into; `None` for the common text. What
    /// was asked for no channel goes where the post is read.
    pub fn channel<'a>(&'a self, pane: Option<usize>, post: &'a Post) -> Option<&'a ChannelKey> {
        let asked = pane.and_then(|pane| self.panes.get(pane)?.brief.channel.as_ref());
        match asked {
            Some(channel) => Some(channel).filter(|channel| post.has_own_text(channel)),
            None => post.lead_channel(),
        }
    }

    /// The human text as it stands beside the focused suggestion.
    pub fn human(&self, ctx: &Ctx) -> String {
        let Some((_, post)) = self.entry(ctx) else { return String::new() };
        match self.channel(self.current(), post) {
            Some(channel) => post.text_for(channel).to_owned(),
            None => post.text.clone(),
        }
    }

    /// The sentence of a text before which accepted words go, by its number; `None`: at its end.
    pub fn cursor_in(&self, text: &str) -> Option<usize> {
        self.insert.as_ref().and_then(|caret| caret.in_text(text))
    }

    /// It has ended and is not a file yet, nor on its way to be one.
    pub fn is_unsaved(&self, pane: &Pane) -> bool {
        let asked = |set: &ChangeSet| {
            set.changes.iter().any(|change| match change {
                Change::Suggest(made) => made.id == pane.id,
                _ => false,
            })
        };
        let words = !pane.text.shown().trim().is_empty();
        !pane.kept && !pane.is_running() && words && !self.sent.iter().any(asked)
    }

    /// The text of the post has changed by other hands since this suggestion was asked.
    pub fn is_stale(&self, pane: &Pane) -> bool {
        let known = |hash: &String| self.lineage.contains(hash);
        pane.source.post_hash.as_ref().is_some_and(|hash| !known(hash))
    }

    /// Takes note of the texts as they are. Those made by this room's own decisions extend
    /// the list; anything else begins a new one.
    pub fn remember(&mut self, ctx: &Ctx) {
        let Some((_, post)) = self.entry(ctx) else {
            self.lineage = vec![post_hash("")];
            return;
        };
        let own = post.variants.values().filter_map(|variant| variant.text.as_deref());
        let now: Vec<String> =
            std::iter::once(post.text.as_str()).chain(own).map(post_hash).collect();
        if self.ahead.is_some() {
            let new: Vec<String> =
                now.into_iter().filter(|hash| !self.lineage.contains(hash)).collect();
            self.lineage.extend(new);
        } else if now.iter().any(|hash| !self.lineage.contains(hash)) {
            self.lineage = now;
        }
    }
}

/// The hunks that are sentences of the text, without the line of hashtags.
fn prose(hunks: &[Hunk]) -> Vec<&str> {
    let prose = hunks.iter().filter(|hunk| !hunk.hashtags && hunk.part == Part::Text);
    prose.map(|hunk| hunk.words.as_str()).collect()
}
