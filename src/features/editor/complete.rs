//! Completion: hashtags and mentions after `#` and `@`, facts that hold otherwise, each with
//! why it is offered. Opens by itself, takes nothing by itself.

use super::state::Writing;
use crate::checks::hashtags::{About, Advised, advise, mentions};
use crate::domain::Evidence;
use crate::features::Ctx;
use crate::text::fold;
use std::ops::Range;

/// Most that are offered at once.
const MOST: usize = 7;
/// Of them hashtags, where nothing says what is wanted.
const FIRST: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the text that the chosen one takes the place of.
    pub range: Range<usize>,
    pub choices: Vec<Choice>,
    pub selected: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What stands in the text afterwards.
    pub word: String,
    /// What weighs most.
    pub why: Option<Evidence>,
}

impl Completion {
    /// What could be meant by the word before the cursor. `asked`: the person wants it,
    /// without a sign that opens it.
    pub fn at(writing: &Writing, asked: bool, ctx: &Ctx) -> Option<Self> {
        let tab = writing.tab();
        let (text, cursor) = (tab.text(), tab.buffer.cursor());
        let start = word_start(text, cursor);
        let word = &text[start..cursor];
        let prefix = fold(word);
        let mut choices = match word.chars().next() {
            Some('#') => beginning(&prefix, hashtags(writing, start..cursor, ctx)),
            Some('@') => beginning(&prefix, mentions(&ctx.shelf.tags(), ctx.workspace)),
            _ if asked && word.is_empty() => {
                let mut all = beginning("", hashtags(writing, start..cursor, ctx));
                all.truncate(FIRST);
                all.extend(facts("", ctx));
                all
            }
            _ if asked => facts(&prefix, ctx),
            _ => Vec::new(),
        };
        choices.truncate(MOST);
        if choices.is_empty() {
            return None;
        }
        Some(Self { range: start..cursor, choices, selected: 0 })
    }

    pub fn chosen(&self) -> &str {
        self.choices.get(self.selected).map_or("", |choice| choice.word.as_str())
    }

    pub fn step(&mut self, down: bool) {
        let count = self.choices.len().max(1);
        self.selected = (self.selected + if down { 1 } else { count - 1 }) % count;
    }
}

/// Behind the last space, or at a sign that stands behind a bracket or a quote.
fn word_start(text: &str, cursor: usize) -> usize {
    let before = &text[..cursor];
    let space = before
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let opens = |at: &usize| !before[..space + at].ends_with(char::is_alphanumeric);
    let sign = before[space..].rfind(['#', '@']).filter(opens);
    space + sign.unwrap_or(0)
}

/// What suits the text; the word being typed is not a part of it yet.
fn hashtags(writing: &Writing, typed: Range<usize>, ctx: &Ctx) -> Vec<Advised> {
    let mut text = writing.tab().text().to_owned();
    text.replace_range(typed, "");
    let post = ctx.shelf.get(&writing.post).map(|entry| &entry.post);
    let suggestions = ctx.shelf.suggestions(&writing.post).iter();
    let proposed: Vec<String> =
        suggestions.flat_map(|suggestion| suggestion.hashtags.iter().cloned()).collect();
    let about = About {
        text: &text,
        pillar: post.and_then(|post| post.pillar.as_deref()),
        campaign: post.and_then(|post| post.campaign.as_deref()),
        lang: post.and_then(|post| post.lang.as_deref()),
        proposed: &proposed,
    };
    advise(&about, &ctx.shelf.tags(), ctx.workspace)
}

fn beginning(prefix: &str, advised: Vec<Advised>) -> Vec<Choice> {
    let fits = |advised: &Advised| {
        let word = fold(&advised.tag);
        word.starts_with(prefix) && word != prefix
    };
    let choice =
        |advised: Advised| Choice { word: advised.tag, why: advised.why.into_iter().next() };
    advised.into_iter().filter(fits).map(choice).collect()
}

fn facts(words: &str, ctx: &Ctx) -> Vec<Choice> {
    let holds = ctx.workspace.facts.iter().filter(|fact| fact.holds_on(ctx.now.today()));
    let fits = holds.filter(|fact| fold(&fact.text).contains(words));
    let choice = |fact: &crate::domain::Fact| Choice {
        word: fact.text.clone(),
        why: Some(Evidence::Fact { source: fact.source.clone(), expires: fact.expires }),
    };
    fits.take(MOST).map(choice).collect()
}
