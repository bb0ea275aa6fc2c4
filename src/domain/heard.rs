//! What a brand's published posts have in common, measured in one language.
//!
//! Owns the figures and their use: a text strays where it leaves what all those posts did.
//! Under [`NEEDED`] posts there is no evidence, and nothing is said.

use crate::checks::language_of;
use crate::checks::smell::words::{Sort, Words};
use crate::domain::{Address, Finding, FindingKind, Habit, Post, Severity, Stage, Workspace};
use crate::text::emoji::is_emoji;
use crate::text::width::grapheme_indices;
use crate::text::{TextLanguage, hashtags, sentences};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many published posts make a habit.
pub const NEEDED: usize = 8;

/// One figure over all posts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measure {
    pub mean: f64,
    /// What nine in ten stay under.
    pub high: f64,
    pub most: f64,
}

/// How a brand writes in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Habits {
    /// How many posts were measured.
    pub posts: usize,
    pub measures: BTreeMap<Habit, Measure>,
    /// Share of posts that end with a question, 0 to 1.
    pub questions: f64,
    /// Posts by whom they speak to; most speak to nobody.
    pub addresses: BTreeMap<Address, usize>,
    /// First words, with how many posts begin so; those of at least two, most common first.
    pub openings: Vec<(String, usize)>,
}

impl Habits {
    /// The habits of some texts; `None` where they are too few to say.
    pub fn of(texts: &[&str]) -> Option<Self> {
        if texts.len() < NEEDED {
            return None;
        }
        let mut figures: BTreeMap<Habit, Vec<f64>> = BTreeMap::new();
        let mut habits = Self { posts: texts.len(), ..Self::default() };
        let mut openings: BTreeMap<String, usize> = BTreeMap::new();
        let mut asked = 0;
        for text in texts {
            for (habit, range) in counted(text) {
                figures.entry(habit).or_default().push(range.0);
            }
            let words = Words::of(text);
            if let Some((address, _)) = address(&words) {
                *habits.addresses.entry(address).or_default() += 1;
            }
            if words.len() > 0 {
                *openings.entry(words.small(0).to_owned()).or_default() += 1;
            }
            asked += usize::from(closing_question(text).is_some());
        }
        habits.questions = asked as f64 / texts.len() as f64;
        habits.measures = figures.into_iter().map(|(habit, all)| (habit, measure(all))).collect();
        let mut openings: Vec<_> = openings.into_iter().filter(|(_, count)| *count > 1).collect();
        openings.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), word.clone()));
        openings.truncate(5);
        habits.openings = openings;
        Some(habits)
    }

    /// Whom the brand speaks to, where it nearly always speaks to the same.
    pub fn address(&self) -> Option<Address> {
        const ENOUGH: usize = 5;
        let all: usize = self.addresses.values().sum();
        let (address, count) = self.addresses.iter().max_by_key(|(_, count)| **count)?;
        (*count >= ENOUGH && count * 10 >= all * 9).then_some(*address)
    }

    /// Where a text leaves the habits, with the figures.
    pub fn strays(&self, text: &str) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut add = |kind, span| {
            let finding = Finding::of_file(kind, Severity::Informs);
            found.push(Finding { span: Some(span), ..finding });
        };
        for (habit, (here, span)) in counted(text) {
            let Some(usual) = self.measures.get(&habit) else { continue };
            // Further than ever, and not by one.
            if here > usual.most && here >= (usual.mean * 2.0).max(usual.mean + 2.0) {
                let (usual, posts) = (usual.mean, self.posts);
                add(FindingKind::StraysFromVoice { habit, usual, here, posts }, span);
            }
        }
        if let (Some(usual), Some((here, span))) = (self.address(), address(&Words::of(text)))
            && usual != here
        {
            add(FindingKind::OtherAddress { usual, here }, span);
        }
        found
    }
}

/// The texts that have gone out, each once, with the language they are in.
pub fn published<'a>(
    posts: impl Iterator<Item = &'a Post>,
    workspace: &Workspace,
) -> Vec<(TextLanguage, String)> {
    let out = posts.filter(|post| Stage::of_post(post) == Stage::Published);
    out.filter_map(|post| {
        let channel = post.published.keys().next().map_or("", String::as_str);
        let text = post.outgoing(channel).into_owned();
        let language = language_of(post.lang.as_deref(), &text, workspace)?;
        (!text.trim().is_empty()).then_some((language, text))
    })
    .collect()
}

type Counted = (f64, Range<usize>);

/// Every sentence's length, and the counts of the whole text, with where they stand.
fn counted(text: &str) -> Vec<(Habit, Counted)> {
    let mut found = Vec::new();
    for range in sentences(text) {
        let said = text[range.clone()].trim();
        // A line of hashtags, an address or a greeting is no sentence to measure.
        let words = said.split_whitespace().filter(|w| !w.starts_with(['#', '@'])).count();
        if words >= 3 {
            let end = range.start + text[range.clone()].trim_end().len();
            found.push((Habit::SentenceWords, (words as f64, range.start..end)));
        }
    }
    let emoji: Vec<Range<usize>> = grapheme_indices(text)
        .filter(|(_, grapheme)| !grapheme.is_ascii() && is_emoji(grapheme))
        .map(|(at, grapheme)| at..at + grapheme.len())
        .collect();
    found.push((Habit::Emoji, spanned(&emoji)));
    let start = text.as_ptr() as usize;
    let tags: Vec<Range<usize>> = hashtags(text)
        .into_iter()
        .map(|tag| tag.as_ptr() as usize - start..tag.as_ptr() as usize - start + tag.len())
        .collect();
    found.push((Habit::Hashtags, spanned(&tags)));
    let marks: Vec<Range<usize>> = text.match_indices('!').map(|(at, _)| at..at + 1).collect();
    found.push((Habit::Exclamations, spanned(&marks)));
    found
}

fn spanned(all: &[Range<usize>]) -> Counted {
    let span = all.first().map_or(0, |first| first.start)..all.last().map_or(0, |last| last.end);
    (all.len() as f64, span)
}

fn measure(mut all: Vec<f64>) -> Measure {
    all.sort_by(f64::total_cmp);
    let mean = all.iter().sum::<f64>() / all.len().max(1) as f64;
    let high = all.get(all.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
    Measure { mean, high, most: all.last().copied().unwrap_or_default() }
}

/// Whom a text speaks to, by its pronouns, and the first of them. Where it mixes, nobody
/// can say.
fn address(words: &Words) -> Option<(Address, Range<usize>)> {
    let mut first: Option<(Address, Range<usize>)> = None;
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.sort == Sort::Word) {
        let inside = at > 0 && !words.before(at).has(crate::checks::smell::words::Gap::ENDS);
        let said = match words.small(at) {
            "tu" | "ti" | "te" | "tuo" | "tua" | "tuoi" | "tue" => Address::Tu,
            "voi" | "vi" | "vostro" | "vostra" | "vostri" | "vostre" => Address::Voi,
            "lei" | "suo" | "sua" | "suoi" | "sue" if word.capital && inside => Address::Lei,
            _ => continue,
        };
        match &first {
            None => first = Some((said, word.span.clone())),
            Some((other, _)) if *other != said => return None,
            Some(_) => {}
        }
    }
    first
}

/// The question a text ends with, its hashtags aside.
pub fn closing_question(text: &str) -> Option<Range<usize>> {
    let is_said = |range: &Range<usize>| {
        let said = text[range.clone()].trim();
        said.split_whitespace()
            .any(|word| !word.starts_with(['#', '@']) && word.chars().any(char::is_alphanumeric))
    };
    let last = sentences(text).into_iter().rfind(is_said)?;
    let said = text[last.clone()].trim_end();
    let bare =
        said.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?' && c != '.' && c != '!');
    bare.ends_with('?').then(|| last.start..last.start + bare.len())
}
