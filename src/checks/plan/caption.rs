//! What of a text is compared with other texts: its words in threes, and its hashtags.
//!
//! Owns the measure of likeness. A text is read once, until its file changes.

use crate::domain::{Caption, ContentHash, Entry, Plan, Post, RelPath};
use crate::text::fold::fold;
use crate::text::hashtags;
use crate::text::words::{Sort, Words};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

pub(super) type Captions = HashMap<RelPath, (ContentHash, Arc<[Caption]>)>;

/// The captions of the posts.
pub(super) fn captions(entries: &[Arc<Entry>], last: Option<&Plan>) -> Captions {
    let read = |entry: &Arc<Entry>| {
        let known = last.and_then(|plan| plan.captions.get(&entry.path));
        let known = known.filter(|(hash, _)| *hash == entry.hash).cloned();
        let now = || (entry.hash, of_post(&entry.post).into());
        (entry.path.clone(), known.unwrap_or_else(now))
    };
    entries.iter().map(read).collect()
}

/// One for the common text, one for each channel that has its own.
fn of_post(post: &Post) -> Vec<Caption> {
    let (own, common): (Vec<_>, Vec<_>) =
        post.channels.iter().cloned().partition(|key| post.has_own_text(key));
    let groups = own.into_iter().map(|key| vec![key]).chain([common]);
    groups.filter(|channels| !channels.is_empty()).map(|channels| read(post, channels)).collect()
}

fn read(post: &Post, channels: Vec<String>) -> Caption {
    let text = post.outgoing(&channels[0]);
    let mut tags: Vec<String> =
        hashtags(&text).into_iter().map(|tag| fold(tag.trim_start_matches(['#', '＃']))).collect();
    tags.sort_unstable();
    tags.dedup();
    Caption { print: print(post.text_for(&channels[0])), channels, tags }
}

/// Every three words that stand together, as numbers; hashtags and mentions left out.
fn print(text: &str) -> Vec<u32> {
    let words = Words::of(text);
    let said = (0..words.len()).filter(|at| {
        words.get(*at).is_some_and(|word| matches!(word.sort, Sort::Word | Sort::Number))
    });
    let said: Vec<&str> = said.map(|at| words.small(at)).collect();
    let mut print: Vec<u32> = said.windows(3).map(number).collect();
    print.sort_unstable();
    print.dedup();
    print
}

fn number(words: &[&str]) -> u32 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// How much two prints share, in hundredths: 100 only where they are the same.
pub(super) fn likeness(one: &[u32], two: &[u32]) -> usize {
    let (mut a, mut b, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (one.get(a), two.get(b)) {
        both += usize::from(x == y);
        a += usize::from(x <= y);
        b += usize::from(y <= x);
    }
    (200 * both).checked_div(one.len() + two.len()).unwrap_or(0)
}
