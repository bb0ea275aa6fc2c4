//! Where the words of a post come from, for `show`: how much is whose, and sentence by
//! sentence as data. Reads the suggestions that the post's origin names; writes nothing.

use super::Opened;
use crate::domain::{Origin, Post, Share, Suggestion, Traced};
use serde_json::{Value, json};
use std::sync::Arc;

/// `None` where no machine had a part.
pub fn share(opened: &mut Opened, post: &Post) -> Option<Share> {
    let named = named(opened, post);
    post.share(|origin| find(&named, origin))
}

/// `{words: {kept, rewritten, own, unsure}, texts: [{part, channel, sentences: […]}]}`.
pub fn as_json(opened: &mut Opened, post: &Post) -> Value {
    let named = named(opened, post);
    let texts = post.traced(|origin| find(&named, origin));
    let texts = texts.iter().map(|text| {
        let sentences: Vec<Value> =
            text.traced.iter().map(|one| sentence(text.text, one)).collect();
        json!({ "part": text.part.code(), "channel": text.channel, "sentences": sentences })
    });
    let share = post.share(|origin| find(&named, origin));
    let words = share.map(|share| {
        json!({
            "kept": share.kept,
            "rewritten": share.rewritten,
            "own": share.own,
            "unsure": share.unsure,
        })
    });
    json!({ "words": words, "texts": texts.collect::<Vec<_>>() })
}

fn sentence(text: &str, one: &Traced) -> Value {
    let came = one.came.as_ref().map(|came| {
        json!({
            "draft": format!("{}/{}", came.post, came.suggestion),
            "text": came.words,
            "decision": came.verdict.code(),
            "by": came.by,
            "at": came.at.to_rfc3339(),
        })
    });
    let kept: Vec<&str> = one.kept.iter().map(|range| &text[range.clone()]).collect();
    json!({
        "text": text[one.range.clone()].trim(),
        "hand": one.hand.code(),
        "kept": kept,
        "from": came,
    })
}

/// The suggestions that are still in the folder.
fn named(opened: &mut Opened, post: &Post) -> Vec<Arc<Suggestion>> {
    post.suggested_for().into_iter().flat_map(|post| opened.suggestions(post)).collect()
}

fn find<'a>(named: &'a [Arc<Suggestion>], origin: &Origin) -> Option<&'a Suggestion> {
    origin.find_in(named.iter().map(|found| &**found))
}
