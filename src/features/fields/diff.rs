//! From two versions of a post to the edits that lead from one to the other: only the
//! fields that a form can change, and only those that did.

use crate::domain::{FieldEdit, FieldValue, Post, Variant, When};

pub fn edits(from: &Post, to: &Post) -> Vec<FieldEdit> {
    let optional = |text: &Option<String>| text.as_deref().map(prose);
    let whole = |text: &str| (!text.is_empty()).then(|| prose(text));
    let list = |items: &[String]| (!items.is_empty()).then(|| FieldValue::List(items.to_vec()));
    let when = |when: Option<When>| when.map(FieldValue::When);
    let media = |post: &Post| (!post.media.is_empty()).then(|| FieldValue::media(&post.media));
    let ai = |post: &Post| post.ai.map(|ai| FieldValue::Str(ai.code().into()));
    let mut edits: Vec<FieldEdit> = [
        ("title", whole(&from.title), whole(&to.title)),
        ("when", when(from.when), when(to.when)),
        ("channels", list(&from.channels), list(&to.channels)),
        ("pillar", optional(&from.pillar), optional(&to.pillar)),
        ("campaign", optional(&from.campaign), optional(&to.campaign)),
        ("labels", list(&from.labels), list(&to.labels)),
        ("lang", optional(&from.lang), optional(&to.lang)),
        ("link", optional(&from.link), optional(&to.link)),
        ("hashtags", list(&from.hashtags), list(&to.hashtags)),
        ("headline", optional(&from.headline), optional(&to.headline)),
        ("first_comment", optional(&from.first_comment), optional(&to.first_comment)),
        ("ai", ai(from), ai(to)),
        ("notes", optional(&from.notes), optional(&to.notes)),
        ("media", media(from), media(to)),
    ]
    .into_iter()
    .filter(|(_, from, to)| from != to)
    .map(|(key, from, to)| FieldEdit::replace(&[key], from, to))
    .collect();
    let mut channels: Vec<&String> = from.variants.keys().chain(to.variants.keys()).collect();
    channels.sort();
    channels.dedup();
    for channel in channels {
        let own = |post: &Post| {
            let own = post.variants.get(channel);
            let said = |of: fn(&Variant) -> &Option<String>| own.and_then(|own| optional(of(own)));
            [
                ("when", own.and_then(|own| when(own.when))),
                ("headline", said(|own| &own.headline)),
                ("first_comment", said(|own| &own.first_comment)),
            ]
        };
        for ((field, from), (_, to)) in own(from).into_iter().zip(own(to)) {
            if from != to {
                let key = ["variants", channel.as_str(), field];
                edits.push(FieldEdit::replace(&key, from, to));
            }
        }
    }
    edits
}

/// One line stays one line in the file.
fn prose(text: &str) -> FieldValue {
    if text.contains('\n') { FieldValue::Text(text.into()) } else { FieldValue::Str(text.into()) }
}
