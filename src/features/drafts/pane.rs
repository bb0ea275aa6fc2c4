//! One suggestion as a pane shows it: its words cut into sentences, what was decided about
//! each, and whether it is still being written.

use crate::domain::{
    Brief, ContentHash, Decision, Extras, Failure, Fragment, Hunk, Id, ModelText, Suggestion,
    SuggestionSource, Verdict, hunks, is_half,
};
use crate::vocab::{Job, SuggestionAsk, Why};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    /// The id of the suggestion, known before its first word arrives.
    pub id: Id,
    /// The post whose folder under `drafts/` it lives in.
    pub post: Id,
    pub at: DateTime<Utc>,
    pub brief: Brief,
    pub source: SuggestionSource,
    /// What was asked for it in this session, to be read as it was sent.
    pub asked: Option<Box<SuggestionAsk>>,
    /// The profile that was asked, for asking again.
    pub profile: String,
    pub text: ModelText,
    pub hashtags: Vec<String>,
    pub extras: Extras,
    pub writing: Writing,
    pub decisions: Vec<Decision>,
    /// Sentences taken apart by clauses, from 0.
    pub split: BTreeSet<usize>,
    /// The hunk under the cursor, from 0.
    pub cursor: usize,
    /// Words that say nearly the same: then this one is no choice.
    pub like: Option<Like>,
    /// It has been seen on disk.
    pub kept: bool,
}

/// What a suggestion repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Like {
    /// The suggestion in this pane, from 0.
    Pane(usize),
    /// One that was turned down.
    Rejected,
}

/// How far a suggestion has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Writing {
    /// Words are arriving, or awaited.
    Running,
    Done,
    /// It ended before its end: what arrived is kept, and why is said.
    Fragment(Fragment),
    /// Broke off; with the words that had arrived, if any, as a fragment.
    Failed(Failure),
}

impl Pane {
    pub fn asked(id: Id, post: Id, brief: Brief, profile: String, at: DateTime<Utc>) -> Self {
        Self {
            id,
            post,
            at,
            brief,
            source: SuggestionSource::default(),
            asked: None,
            profile,
            text: ModelText::new(""),
            hashtags: Vec::new(),
            extras: Extras::default(),
            writing: Writing::Running,
            decisions: Vec::new(),
            split: BTreeSet::new(),
            cursor: 0,
            like: None,
            kept: false,
        }
    }

    pub fn of(suggestion: &Suggestion, profile: String) -> Self {
        Self {
            id: suggestion.id.clone(),
            post: suggestion.post.clone(),
            at: suggestion.at,
            brief: suggestion.brief.clone(),
            source: suggestion.source.clone(),
            asked: None,
            profile,
            text: suggestion.text.clone(),
            hashtags: suggestion.hashtags.clone(),
            extras: suggestion.extras.clone(),
            writing: suggestion.fragment.map_or(Writing::Done, Writing::Fragment),
            decisions: suggestion.decisions.clone(),
            split: BTreeSet::new(),
            cursor: 0,
            like: None,
            kept: true,
        }
        .at_first_open()
    }

    /// The request that writes it: one number per suggestion, so that a word which arrives
    /// late can never land in another pane.
    pub fn job(&self) -> Job {
        let mut bytes = [0; 8];
        for (byte, letter) in bytes.iter_mut().zip(self.id.as_str().bytes()) {
            *byte = letter;
        }
        Job(u64::from_be_bytes(bytes))
    }

    pub fn is_running(&self) -> bool {
        self.writing == Writing::Running
    }

    /// Why it is not whole, once it has ended.
    pub fn fragment(&self) -> Option<Fragment> {
        match self.writing {
            Writing::Running | Writing::Done => None,
            Writing::Fragment(why) => Some(why),
            Writing::Failed(_) => Some(Fragment::Broken),
        }
    }

    /// The file this pane becomes.
    pub fn suggestion(&self) -> Suggestion {
        Suggestion {
            id: self.id.clone(),
            post: self.post.clone(),
            at: self.at,
            brief: self.brief.clone(),
            source: self.source.clone(),
            text: self.text.clone(),
            hashtags: self.hashtags.clone(),
            extras: self.extras.clone(),
            fragment: self.fragment(),
            decisions: self.decisions.clone(),
        }
    }

    /// What a person can take or leave, in order.
    pub fn hunks(&self) -> Vec<Hunk> {
        hunks(self.text.shown(), &self.hashtags, &self.extras, &self.decisions, &self.split)
    }

    /// What was decided about a hunk: about it alone, its sentence, or the whole.
    pub fn verdict(&self, hunk: usize) -> Option<Verdict> {
        self.hunks().get(hunk).and_then(|hunk| hunk.verdict)
    }

    /// Whether these hunks may be taken as the machine wrote them; `None`: all at once. Of a
    /// fragment only whole sentences, one by one: nobody takes half of one unawares.
    pub fn can_give(&self, wanted: Option<&[usize]>, hunks: &[Hunk]) -> Result<(), Why> {
        match wanted {
            _ if self.fragment().is_none() => Ok(()),
            Some([one]) if is_half(hunks, *one) => Err(Why::HalfASentence),
            Some([_]) => Ok(()),
            _ => Err(Why::OnlyAFragment),
        }
    }

    /// Takes the sentence under the cursor apart by clauses, or puts it together again.
    pub fn split(&mut self) -> Result<(), Why> {
        let hunks = self.hunks();
        let Some(spot) = hunks.get(self.cursor).map(|hunk| hunk.spot) else {
            return Err(Why::NothingSelected);
        };
        let mut own = hunks.iter().filter(|hunk| hunk.spot.sentence == spot.sentence);
        if own.any(|hunk| hunk.verdict.is_some()) {
            return Err(Why::AlreadyDecided);
        }
        if !self.split.remove(&spot.sentence) {
            self.split.insert(spot.sentence);
        }
        let after = self.hunks();
        let first = after.iter().position(|hunk| hunk.spot.sentence == spot.sentence);
        self.cursor = first.unwrap_or(0);
        if after.len() == hunks.len() {
            self.split.remove(&spot.sentence);
            return Err(Why::OneClause);
        }
        Ok(())
    }

    /// Hunks that nobody has decided about yet.
    pub fn open(&self) -> Vec<usize> {
        let hunks = self.hunks();
        hunks.iter().enumerate().filter(|(_, h)| h.verdict.is_none()).map(|(i, _)| i).collect()
    }

    /// Decisions as they are on disk by now. They may take a sentence apart, or put it
    /// together: the cursor stays on what it stood on.
    pub fn decide_as(&mut self, decisions: &[Decision]) {
        if self.decisions == decisions {
            return;
        }
        let spot = self.hunks().get(self.cursor).map(|hunk| hunk.spot);
        decisions.clone_into(&mut self.decisions);
        let hunks = self.hunks();
        let same = hunks.iter().position(|hunk| Some(hunk.spot) == spot);
        let sentence = |hunk: &Hunk| Some(hunk.spot.sentence) == spot.map(|spot| spot.sentence);
        let near = same.or_else(|| hunks.iter().position(sentence));
        self.cursor = near.unwrap_or(0);
    }

    /// The cursor on the next sentence that waits, from where it stands; else where it is.
    pub fn step_to_open(&mut self) {
        let open = self.open();
        let next = open.iter().find(|i| **i > self.cursor).or_else(|| open.first());
        if let Some(next) = next {
            self.cursor = *next;
        }
    }

    fn at_first_open(mut self) -> Self {
        self.cursor = self.open().first().copied().unwrap_or(0);
        self
    }
}

/// The hash of a post's text a suggestion was made for.
pub fn post_hash(text: &str) -> String {
    ContentHash::of(text.as_bytes()).to_string()
}
