//! Which rows answer what was typed: by name and likeness in the palette, in their own
//! order under their scopes in the help.

use super::{Item, Shown};
use crate::text::find_folded;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Rows whose label or keys hold what was typed, each scope under its heading.
pub fn by_scope(items: &[Item], typed: &str) -> Vec<Shown> {
    let typed = typed.trim();
    let holds = |item: &Item| {
        typed.is_empty()
            || find_folded(&item.label, typed).is_some()
            || item.keys.split(' ').any(|key| key == typed)
    };
    let mut shown = Vec::new();
    let mut scope = None;
    for (index, item) in items.iter().enumerate().filter(|(_, item)| holds(item)) {
        if scope.replace(item.scope) != Some(item.scope) {
            shown.push(Shown::Heading(item.scope));
        }
        shown.push(Shown::Item { index, matched: Vec::new() });
    }
    shown
}

/// Rows that are like what was typed, the likest first. What cannot be done now comes
/// after what can, where both are as like.
pub fn by_likeness(items: &[Item], typed: &str) -> Vec<Shown> {
    let pattern = Pattern::parse(typed.trim(), CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<(u32, bool, Shown)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let (mut letters, mut matched) = (Vec::new(), Vec::new());
        let label = Utf32Str::new(&item.label, &mut letters);
        let Some(score) = pattern.indices(label, &mut matcher, &mut matched) else { continue };
        matched.sort_unstable();
        matched.dedup();
        let matched = matched.into_iter().map(|at| at as usize).collect();
        found.push((score, item.why.is_some(), Shown::Item { index, matched }));
    }
    found.sort_by_key(|(score, disabled, _)| (std::cmp::Reverse(*score), *disabled));
    found.into_iter().map(|(_, _, shown)| shown).collect()
}
