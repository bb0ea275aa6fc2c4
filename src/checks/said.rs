//! All that a post has yet to send: its texts, headlines and first comments, the common ones
//! and those of a channel, and what is said of its pictures.
//!
//! Owns which words those are and where they stand; what is noticed in them is for others.

use crate::domain::{ChannelKey, Part, Post, Variant};

/// Words of a post that have yet to go out, and where in it they stand.
pub(super) struct Said<'a> {
    pub text: &'a str,
    pub part: Part,
    /// The picture that is described.
    pub medium: Option<&'a str>,
    /// The channel that alone says it.
    pub channel: Option<&'a ChannelKey>,
}

pub(super) fn said(post: &Post) -> Vec<Said<'_>> {
    type Own = fn(&Variant) -> Option<&str>;
    let parts: [(Part, Option<&str>, Own); 3] = [
        (Part::Text, Some(&post.text), |own| own.text.as_deref()),
        (Part::Headline, post.headline.as_deref(), |own| own.headline.as_deref()),
        (Part::FirstComment, post.first_comment.as_deref(), |own| own.first_comment.as_deref()),
    ];
    let mut all = Vec::new();
    for (part, common, own) in parts {
        let waits = |key: &ChannelKey| {
            !post.published.contains_key(key) && post.variants.get(key).and_then(own).is_none()
        };
        // A common one that no channel says any more goes nowhere.
        if let Some(text) = common
            && (post.channels.is_empty() || post.channels.iter().any(waits))
        {
            all.push(Said { text, part, medium: None, channel: None });
        }
        for (channel, variant) in &post.variants {
            if let Some(text) = own(variant).filter(|_| !post.published.contains_key(channel)) {
                all.push(Said { text, part, medium: None, channel: Some(channel) });
            }
        }
    }
    for medium in &post.media {
        if let Some(text) = medium.alt.as_deref() {
            all.push(Said { text, part: Part::Alt, medium: Some(&medium.path), channel: None });
        }
    }
    all
}
