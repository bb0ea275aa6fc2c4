//! Text a machine proposes. It lives under `drafts/` and beside a post, never in one.

use super::{
    Angle, ChannelKey, Decision, Fragment, Hook, Hunk, Id, Judgement, Lang, Length, Part, RelPath,
    Remarks, Task, hunks,
};
use crate::text::{is_thread, messages};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Words a machine wrote. They can be looked at, and stored under `drafts/` by the
/// storage room; they reach a post only through a person's decision.
///
/// ```
/// let words = palinsesto::domain::ModelText::new("La lana torna a casa.");
/// assert_eq!(words.shown(), "La lana torna a casa.");
/// ```
///
/// They are no text of a post, nor do they turn into one by themselves:
///
/// ```compile_fail,E0308
/// # use palinsesto::domain::{Ids, ModelText, Post};
/// let mut post = Post::new(Ids::from_seed(1).fresh(), "");
/// post.text = ModelText::new("La lana torna a casa.");
/// ```
///
/// ```compile_fail,E0277
/// # use palinsesto::domain::ModelText;
/// let text: String = ModelText::new("La lana torna a casa.").into();
/// ```
///
/// ```compile_fail,E0277
/// # use palinsesto::domain::ModelText;
/// let text = format!("{}", ModelText::new("La lana torna a casa."));
/// ```
///
/// ```compile_fail,E0616
/// # use palinsesto::domain::ModelText;
/// let text = ModelText::new("La lana torna a casa.").0;
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelText(String);

impl ModelText {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The words that came next.
    pub fn push(&mut self, more: &Self) {
        self.0.push_str(&more.0);
    }

    /// For showing and for splitting into sentences.
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// For writing under `drafts/`; only the storage room may call this.
    pub fn into_stored(self) -> String {
        self.0
    }
}

/// What a suggestion brings along besides its text: each is taken or left by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extras {
    /// The title of a video or a pin, on one line.
    pub headline: Option<ModelText>,
    pub first_comment: Option<ModelText>,
}

impl Extras {
    pub fn of(&self, part: Part) -> Option<&ModelText> {
        match part {
            Part::Headline => self.headline.as_ref(),
            Part::FirstComment => self.first_comment.as_ref(),
            Part::Text | Part::Alt => None,
        }
    }
}

/// What a suggestion was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brief {
    pub task: Task,
    pub topic: String,
    pub tone: Option<String>,
    pub audience: Option<String>,
    pub channel: Option<ChannelKey>,
    pub lang: Option<Lang>,
    /// "shorter", "without the closing question".
    pub instruction: Option<String>,
    /// From where it comes at the topic, what it opens with, and how long it is: how the
    /// suggestions of one brief differ.
    pub angle: Option<Angle>,
    pub hook: Option<Hook>,
    pub length: Option<Length>,
    /// The team's notes go along, because a person asked for it.
    pub notes: bool,
    /// What is taken of it makes a post of this id, in the brief's language, instead of
    /// going into the post it was asked for.
    pub new_post: Option<Id>,
}

/// Who made a suggestion, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SuggestionSource {
    /// `composer`, `command`, or the code of a [`super::Dialect`].
    pub provider: String,
    pub model: String,
    /// Template name and version of the prompt.
    pub prompt: Option<String>,
    /// SHA-256 (hex) of the post's text when it was asked, to say when it has changed since.
    pub post_hash: Option<String>,
    /// What it says of its own work.
    pub remarks: Remarks,
}

impl SuggestionSource {
    /// By the built-in composer, from the brand's own words: no AI.
    pub fn is_composed(&self) -> bool {
        self.provider == "composer"
    }
}

/// One file of `drafts/POST-ID/`. Its text never changes; decisions are appended.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    pub id: Id,
    pub post: Id,
    pub at: DateTime<Utc>,
    pub brief: Brief,
    pub source: SuggestionSource,
    pub text: ModelText,
    pub hashtags: Vec<String>,
    pub extras: Extras,
    /// It ended before its end, and why; `None` for what is whole.
    pub fragment: Option<Fragment>,
    pub decisions: Vec<Decision>,
}

impl Suggestion {
    pub fn path(&self) -> RelPath {
        Self::path_of(&self.post, &self.id)
    }

    pub fn path_of(post: &Id, suggestion: &Id) -> RelPath {
        RelPath::new(format!("drafts/{post}/{suggestion}.toml"))
    }

    /// Post and suggestion of a path that [`Suggestion::path_of`] makes; `None` of others.
    pub fn of_path(path: &RelPath) -> Option<(Id, Id)> {
        let (post, file) = path.as_str().strip_prefix("drafts/")?.split_once('/')?;
        let id = |text: &str| Id::parse(text).ok();
        Some((id(post)?, id(file.strip_suffix(".toml")?)?))
    }

    /// The messages of a thread, in order; none of anything else.
    pub fn messages(&self) -> Vec<&str> {
        let text = self.text.shown();
        if is_thread(text) { messages(text) } else { Vec::new() }
    }

    /// What can be taken or left of it, split only where a clause was decided about.
    pub fn hunks(&self) -> Vec<Hunk> {
        let text = self.text.shown();
        hunks(text, &self.hashtags, &self.extras, &self.decisions, &BTreeSet::new())
    }

    /// What the sentence of this number is; see [`super::Spot`].
    pub fn kind_of(&self, sentence: usize) -> Judgement {
        let found = self.hunks().into_iter().find(|hunk| hunk.spot.sentence == sentence);
        match found {
            Some(hunk) if hunk.hashtags => Judgement::Hashtags,
            Some(hunk) if hunk.part == Part::Headline => Judgement::Headline,
            Some(hunk) if hunk.part == Part::FirstComment => Judgement::FirstComment,
            _ => Judgement::Sentences(1),
        }
    }

    /// Sentences, or clauses, that nobody has decided about; the line of hashtags is one.
    pub fn open_sentences(&self) -> usize {
        if self.decisions.iter().any(|decision| decision.sentence.is_none()) {
            return 0;
        }
        self.hunks().iter().filter(|hunk| hunk.verdict.is_none()).count()
    }

    /// Something of it still waits for a person. A fragment does not: it is there to take
    /// from, and nobody has to answer it.
    pub fn is_waiting(&self) -> bool {
        self.fragment.is_none() && (self.decisions.is_empty() || self.open_sentences() > 0)
    }
}
