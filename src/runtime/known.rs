//! What a source of suggestions may know of the folder, gathered for each ask.
//!
//! The brand, its voice, the facts that still hold, its own published posts, what was
//! turned down before, and the text a person has written; nothing else goes.

use crate::ai::{About, Ask, Like, Past, Rejection};
use crate::checks::networks;
use crate::domain::{Brief, ContentHash, Id, Post, Suggestion, Verdict, Workspace};
use crate::text::without_numbers;
use crate::vocab::SuggestionAsk;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many of the brand's own posts go along as examples.
const EXAMPLES: usize = 4;

/// How many of its last posts, and of the composer's last suggestions, are looked through
/// for phrases that have just been used.
const LATEST: usize = 10;
const COMPOSED: usize = 40;

/// Kept up to date by the clerk, and filled by the look through the archive.
#[derive(Clone)]
pub struct Known(Arc<Mutex<Learned>>);

struct Learned {
    workspace: Workspace,
    past: Past,
    /// The composer's suggestions, by post: no other source draws from a stock of phrases.
    composed: BTreeMap<Id, Vec<(DateTime<Utc>, String)>>,
}

impl Known {
    pub fn new(workspace: Workspace) -> Self {
        Self(Arc::new(Mutex::new(Learned {
            workspace,
            past: Past::default(),
            composed: BTreeMap::new(),
        })))
    }

    pub fn learn_workspace(&self, workspace: &Workspace) {
        self.learned().workspace = workspace.clone();
    }

    pub fn learn_posts<'a>(&self, posts: impl Iterator<Item = &'a Post>) {
        let mut learned = self.learned();
        posts.for_each(|post| learned.past.learn(post, None));
    }

    /// The suggestions of a post, as they stand now.
    pub fn learn_suggestions<'a>(
        &self,
        post: &Id,
        suggestions: impl IntoIterator<Item = &'a Suggestion>,
    ) {
        let composed = suggestions.into_iter().filter(|s| s.source.is_composed());
        let composed: Vec<_> = composed.map(|s| (s.at, s.text.shown().to_owned())).collect();
        if composed.is_empty() {
            self.learned().composed.remove(post);
        } else {
            self.learned().composed.insert(post.clone(), composed);
        }
    }

    /// A post with the suggestions made for it, which say in which tone its words came.
    pub fn learn_post<'a>(
        &self,
        post: &Post,
        suggestions: impl IntoIterator<Item = &'a Suggestion> + Clone,
    ) {
        self.learn_suggestions(&post.id, suggestions.clone());
        let taken = |s: &&Suggestion| post.origin.iter().any(|origin| origin.suggestion == s.id);
        let tones = suggestions.into_iter().filter(taken).filter_map(|s| s.brief.tone.clone());
        self.learned().past.learn(post, tones);
    }

    /// Everything a source may know for this ask, and nothing else.
    pub fn ask(&self, wanted: &SuggestionAsk, now: DateTime<Utc>) -> Ask {
        let learned = self.learned();
        let workspace = &learned.workspace;
        let today = now.with_timezone(&workspace.zone).date_naive();
        // What holds today may not when the post goes out.
        let day = wanted.day.map_or(today, |day| day.max(today));
        let human = wanted.human.clone().unwrap_or_default();
        let said = |part: &'_ Option<String>| part.clone().unwrap_or_default();
        let (campaign, link) = (said(&wanted.campaign), said(&wanted.link));
        let about = About {
            topic: &wanted.brief.topic,
            text: &without_numbers(&human),
            campaign: &campaign,
            pillar: wanted.pillar.as_deref().map_or("", |key| workspace.pillar_name(key)),
            link: &link,
        };
        let ask = Ask::new(workspace, networks(), wanted.brief.clone(), day);
        let mut ask = ask.about(workspace, &about, day);
        ask.notes = wanted.notes.clone().filter(|_| wanted.brief.notes);
        ask.link.clone_from(&wanted.link);
        ask.number = wanted.variation + 1;
        ask.seed = seed(&wanted.brief, today);
        let like = Like {
            topic: &wanted.brief.topic,
            human: &without_numbers(&human),
            channel: wanted.brief.channel.as_deref(),
            lang: &ask.lang,
            tone: wanted.brief.tone.as_deref(),
        };
        ask.past = learned.past.nearest(&like, EXAMPLES);
        let mut composed: Vec<_> = learned.composed.values().flatten().collect();
        composed.sort_unstable_by(|a, b| b.cmp(a));
        ask.said = composed.into_iter().take(COMPOSED).map(|(_, text)| text.clone()).collect();
        ask.said.extend(learned.past.latest(LATEST));
        ask.human = human;
        ask.rewrites.clone_from(&wanted.rewrites);
        ask.rejected = wanted.decided.iter().flat_map(rejections).collect();
        ask
    }

    fn learned(&self) -> MutexGuard<'_, Learned> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One seed for all the suggestions of one brief, so that their angles and their sentences
/// differ; another one tomorrow. An instruction asks for more of the same series.
fn seed(brief: &Brief, today: NaiveDate) -> u64 {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let mut parts = vec![brief.topic.clone(), today.to_string()];
    parts.extend([&brief.tone, &brief.audience, &brief.channel, &brief.lang].map(part));
    let hash = ContentHash::of(parts.join("\0").as_bytes()).to_string();
    hash.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()))
}

fn rejections(suggestion: &Suggestion) -> Vec<Rejection> {
    let text = suggestion.text.shown();
    let hunks = suggestion.hunks();
    let no = suggestion.decisions.iter().filter(|d| d.verdict == Verdict::Rejected);
    no.filter_map(|decision| {
        let at = (decision.sentence, decision.clause);
        let words = match at {
            (None, _) => text.trim(),
            _ => {
                &hunks.iter().find(|hunk| (Some(hunk.spot.sentence), hunk.spot.clause) == at)?.words
            }
        };
        let said = decision.words.clone();
        Some(Rejection { text: words.to_owned(), reason: decision.reason, words: said })
    })
    .collect()
}
