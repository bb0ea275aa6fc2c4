//! One suggestion as a pane shows it: its words cut into sentences, what was decided about
//! each, and whether it is still being written.

use super::place::hashtag_line;
use crate::domain::{
    Brief, ContentHash, Decision, Failure, Id, ModelText, Suggestion, SuggestionSource, Verdict,
};
use crate::text::sentences;
use crate::vocab::Job;
use chrono::{DateTime, Utc};

#[derive(Debug, Clone, PartialEq)]
pub struct Pane {
    /// The id of the suggestion, known before its first word arrives.
    pub id: Id,
    /// The post whose folder under `drafts/` it lives in.
    pub post: Id,
    pub at: DateTime<Utc>,
    pub brief: Brief,
    pub source: SuggestionSource,
    /// The profile that was asked, for asking again.
    pub profile: String,
    pub text: ModelText,
    pub hashtags: Vec<String>,
    pub writing: Writing,
    pub decisions: Vec<Decision>,
    /// The sentence under the cursor, from 0.
    pub cursor: usize,
    /// It has been seen on disk.
    pub kept: bool,
}

/// How far a suggestion has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Writing {
    /// Words are arriving, or awaited.
    Running,
    Done,
    /// Stopped before its end: what arrived is kept and labelled so.
    Fragment,
    /// Broke off; with the words that had arrived, if any, as a fragment.
    Failed(Failure),
}

/// A hunk a person can take or leave: a sentence, or the line of hashtags behind the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub words: String,
    /// It stood on a line of its own in the suggestion.
    pub new_line: bool,
    pub hashtags: bool,
    /// An empty line stood before it.
    pub paragraph: bool,
    pub verdict: Option<Verdict>,
}

impl Pane {
    pub fn asked(id: Id, post: Id, brief: Brief, profile: String, at: DateTime<Utc>) -> Self {
        Self {
            id,
            post,
            at,
            brief,
            source: SuggestionSource::default(),
            profile,
            text: ModelText::new(""),
            hashtags: Vec::new(),
            writing: Writing::Running,
            decisions: Vec::new(),
            cursor: 0,
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
            profile,
            text: suggestion.text.clone(),
            hashtags: suggestion.hashtags.clone(),
            writing: if suggestion.fragment { Writing::Fragment } else { Writing::Done },
            decisions: suggestion.decisions.clone(),
            cursor: 0,
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
            fragment: matches!(self.writing, Writing::Fragment | Writing::Failed(_)),
            decisions: self.decisions.clone(),
        }
    }

    pub fn items(&self) -> Vec<Item> {
        let text = self.text.shown();
        let ranges = sentences(text);
        let mut items: Vec<Item> = ranges
            .iter()
            .enumerate()
            .map(|(i, range)| Item {
                words: text[range.clone()].trim().to_owned(),
                new_line: text[..range.start].ends_with('\n'),
                hashtags: false,
                paragraph: text[..range.start].ends_with("\n\n"),
                verdict: self.verdict(i),
            })
            .collect();
        if !self.hashtags.is_empty() {
            items.push(Item {
                words: hashtag_line(&self.hashtags),
                new_line: true,
                hashtags: true,
                paragraph: true,
                verdict: self.verdict(ranges.len()),
            });
        }
        items
    }

    /// What was decided about a sentence: about it alone, or about the whole.
    pub fn verdict(&self, sentence: usize) -> Option<Verdict> {
        let of = |wanted: Option<usize>| self.decisions.iter().rev().find(|d| d.sentence == wanted);
        of(Some(sentence)).or_else(|| of(None)).map(|decision| decision.verdict)
    }

    /// Sentences that nobody has decided about yet.
    pub fn open(&self) -> Vec<usize> {
        (0..self.items().len()).filter(|i| self.verdict(*i).is_none()).collect()
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
