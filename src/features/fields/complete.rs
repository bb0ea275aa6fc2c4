//! What could be meant by a word half typed: campaigns, labels and hashtags that other
//! posts in memory use, files under `media/`.

use super::state::{Key, State};
use super::value::Value;
use crate::domain::{Post, Shelf, Voice};
use crate::text::fold;
use std::collections::BTreeSet;
use std::ops::Range;

/// The word the cursor stands behind, and what it could become, in order.
pub fn candidates(
    state: &State,
    shelf: &Shelf,
    voice: &Voice,
) -> Option<(Range<usize>, Vec<String>)> {
    let field = state.focused()?;
    let Value::Line(line) = &field.value else { return None };
    let (between, known): (&[char], BTreeSet<String>) = match field.key {
        Key::Campaign => (&[], of_posts(shelf, |post| post.campaign.iter())),
        Key::Labels => (&[','], of_posts(shelf, |post| post.labels.iter())),
        Key::Hashtags => {
            let mut tags = of_posts(shelf, |post| post.hashtags.iter());
            tags.extend(voice.hashtags.iter().cloned());
            (&[' ', ',', '#'], tags)
        }
        Key::MediumPath(_) => (&[], state.media_files.iter().cloned().collect()),
        _ => return None,
    };
    let head = &line.text()[..line.cursor()];
    let start = head.rfind(between).map_or(0, |at| at + 1);
    let start = start + head[start..].len() - head[start..].trim_start().len();
    let typed = fold(&head[start..]);
    let fits = |known: &String| {
        let folded = fold(known);
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

/// Takes the next candidate. Pressed again on one of them, it goes on to the one after.
pub fn complete(state: &mut State, shelf: &Shelf, voice: &Voice) {
    let Some((range, mut found)) = candidates(state, shelf, voice) else { return };
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
