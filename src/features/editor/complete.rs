//! Completion: hashtags and mentions of the brand and of its own posts after `#` and `@`,
//! facts that hold otherwise. Opens by itself, takes nothing by itself.

use crate::features::Ctx;
use crate::text::{EntityKind, entities, fold};
use std::collections::BTreeMap;
use std::ops::Range;

/// Most that are offered at once.
const MOST: usize = 7;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Bytes of the text that the chosen one takes the place of.
    pub range: Range<usize>,
    pub choices: Vec<String>,
    pub selected: usize,
}

impl Completion {
    /// What could be meant by the word before the cursor. `asked`: the person wants it,
    /// without a sign that opens it.
    pub fn at(text: &str, cursor: usize, asked: bool, ctx: &Ctx) -> Option<Self> {
        let start = text[..cursor]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let word = &text[start..cursor];
        let choices = match word.chars().next() {
            Some('#') => words(EntityKind::Hashtag, &fold(word), ctx),
            Some('@') => words(EntityKind::Mention, &fold(word), ctx),
            _ if asked => facts(&fold(word), ctx),
            _ => Vec::new(),
        };
        let complete = choices.iter().any(|choice| choice == word) && choices.len() == 1;
        if choices.is_empty() || complete {
            return None;
        }
        Some(Self { range: start..cursor, choices, selected: 0 })
    }

    pub fn chosen(&self) -> &str {
        self.choices.get(self.selected).map_or("", String::as_str)
    }

    pub fn step(&mut self, down: bool) {
        let count = self.choices.len().max(1);
        self.selected = (self.selected + if down { 1 } else { count - 1 }) % count;
    }
}

/// The brand's own first, then those of its posts, the most used before the others.
fn words(kind: EntityKind, prefix: &str, ctx: &Ctx) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut offer = |word: &str| {
        let fits = fold(word).starts_with(prefix);
        if fits && !found.iter().any(|known| fold(known) == fold(word)) {
            found.push(word.to_owned());
        }
    };
    let sign = |word: &str| format!("#{}", word.trim_start_matches('#'));
    if kind == EntityKind::Hashtag {
        ctx.workspace.voice.hashtags.iter().for_each(|word| offer(&sign(word)));
    } else {
        let accounts = ctx.workspace.channels.iter().filter_map(|c| c.account.as_deref());
        accounts.filter(|account| account.starts_with('@')).for_each(&mut offer);
    }
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for entry in ctx.shelf.entries() {
        let text = &entry.post.text;
        for entity in entities(text).into_iter().filter(|entity| entity.kind == kind) {
            *used.entry(text[entity.range].to_owned()).or_default() += 1;
        }
        if kind == EntityKind::Hashtag {
            for tag in &entry.post.hashtags {
                *used.entry(sign(tag)).or_default() += 1;
            }
        }
    }
    let mut used: Vec<(String, usize)> = used.into_iter().collect();
    used.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    for (word, _) in &used {
        offer(word);
    }
    // The word being typed is in the text of its own post too.
    found.retain(|word| fold(word) != prefix || word.chars().count() > prefix.chars().count());
    found.truncate(MOST);
    found
}

fn facts(words: &str, ctx: &Ctx) -> Vec<String> {
    let holds = ctx.workspace.facts.iter().filter(|fact| fact.holds_on(ctx.now.today()));
    let fits = holds.filter(|fact| fold(&fact.text).contains(words));
    fits.take(MOST).map(|fact| fact.text.clone()).collect()
}
