//! What could be meant by a word half typed: campaigns and labels that other posts in memory
//! use, hashtags that suit the post, each with why, files under `media/`.

use super::state::{Key, State};
use super::value::Value;
use crate::checks::hashtags::{About, advise};
use crate::domain::{Evidence, Post, Shelf};
use crate::features::Ctx;
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;

/// One thing a word could become, and why it is offered where something speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub word: String,
    pub why: Option<Evidence>,
}

impl From<String> for Candidate {
    fn from(word: String) -> Self {
        Self { word, why: None }
    }
}

/// The word the cursor stands behind, and what it could become, in order.
pub fn candidates(state: &State, ctx: &Ctx) -> Option<(Range<usize>, Vec<Candidate>)> {
    let field = state.focused()?;
    let Value::Line(line) = &field.value else { return None };
    let known = |found: BTreeSet<String>| found.into_iter().map(Candidate::from).collect();
    let (between, known): (&[char], Vec<Candidate>) = match field.key {
        Key::Campaign => (&[], known(of_posts(ctx.shelf, |post| post.campaign.iter()))),
        Key::Labels => (&[','], known(of_posts(ctx.shelf, |post| post.labels.iter()))),
        Key::Hashtags => (&[' ', ',', '#'], hashtags(state, line.text(), line.cursor(), ctx)),
        Key::MediumPath(_) => (&[], known(state.media_files.iter().cloned().collect())),
        _ => return None,
    };
    let head = &line.text()[..line.cursor()];
    let start = head.rfind(between).map_or(0, |at| at + 1);
    let start = start + head[start..].len() - head[start..].trim_start().len();
    let typed = fold(&head[start..]);
    let fits = |known: &Candidate| {
        let folded = fold(&known.word);
        // A file is found by its own name too, not only by its whole path.
        folded.starts_with(&typed)
            || folded.rsplit('/').next().is_some_and(|n| n.starts_with(&typed))
    };
    Some((start..line.cursor(), known.into_iter().filter(fits).collect()))
}

fn of_posts<'a, I>(shelf: &'a Shelf, values: impl Fn(&'a Post) -> I) -> BTreeSet<String>
where
    I: Iterator<Item = &'a String>,
{
    shelf.entries().flat_map(|entry| values(&entry.post)).cloned().collect()
}

/// What suits the post, as the editor offers it, the best first; those that stand in the
/// field already are not offered again, the word at the cursor aside.
fn hashtags(state: &State, line: &str, cursor: usize, ctx: &Ctx) -> Vec<Candidate> {
    let Some(entry) = ctx.shelf.get(&state.post) else { return Vec::new() };
    let post = &entry.post;
    let is_between = |c: char| matches!(c, ' ' | ',' | '#');
    let from = line[..cursor].rfind(is_between).map_or(0, |at| at + 1);
    let to = line[cursor..].find(is_between).map_or(line.len(), |at| cursor + at);
    let others = [&line[..from], &line[to..]].map(|part| part.split(is_between));
    let here: Vec<String> =
        others.into_iter().flatten().filter(|word| !word.is_empty()).map(fold).collect();
    let proposed: Vec<String> = ctx
        .shelf
        .suggestions(&post.id)
        .iter()
        .flat_map(|suggestion| suggestion.hashtags.iter().cloned())
        .collect();
    let about = About {
        text: post.lead_text(),
        pillar: post.pillar.as_deref(),
        campaign: post.campaign.as_deref(),
        lang: post.lang.as_deref(),
        proposed: &proposed,
    };
    let advised = advise(&about, &ctx.shelf.tags(), ctx.workspace).into_iter();
    let found = advised.map(|advised| Candidate {
        word: advised.tag.trim_start_matches('#').to_owned(),
        why: advised.why.into_iter().next(),
    });
    found.filter(|candidate| !here.contains(&fold(&candidate.word))).collect()
}

/// Takes the next candidate. Pressed again on one of them, it goes on to the one after.
pub fn complete(state: &mut State, ctx: &Ctx) {
    let Some((range, found)) = candidates(state, ctx) else { return };
    let mut found: Vec<String> = found.into_iter().map(|candidate| candidate.word).collect();
    let typed = state.focused().and_then(|field| match &field.value {
        Value::Line(line) => line.text().get(range.clone()).map(str::to_owned),
        _ => None,
    });
    let typed = typed.unwrap_or_default();
    if found.len() == 1 && found[0] == typed {
        // Nothing else begins so: go round all of them.
        found.clear();
    }
    let Some(next) = found.into_iter().find(|candidate| *candidate != typed) else { return };
    let focus = state.focus;
    if let Some(Value::Line(line)) = state.fields.get_mut(focus).map(|field| &mut field.value) {
        line.replace(range, &next);
    }
}
