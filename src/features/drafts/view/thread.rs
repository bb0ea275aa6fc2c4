//! How long each message of a thread is, in a few letters.

use crate::checks::{Count, counts};
use crate::domain::Post;
use crate::features::{ViewCtx, lengths};
use crate::text::messages;
use crate::ui::{Role, Span};

/// `3 messaggi · BS 120 98 !310/300`: every message of a thread against the limit it has to
/// keep.
pub fn thread(post: &Post, cx: &ViewCtx) -> Vec<Span> {
    let all = counts(post, cx.ctx.workspace, cx.ctx.networks);
    let first = all.iter().find(|count| count.message.is_some());
    let counted: Vec<_> = first.map_or_else(Vec::new, |first| {
        let same = |c: &&Count| c.unit == first.unit && c.channel == first.channel;
        all.iter().filter(|c| c.message.is_some()).filter(same).collect()
    });
    let of = messages(&post.text).len();
    let mut spans = vec![Span::new(cx.words.drafts_thread(of), Role::Dim)];
    let Some(first) = first else {
        // On a network without threads they are one text.
        let long = lengths(post, |_| true, cx);
        if !long.is_empty() {
            spans.push(Span::new(" · ", Role::Dim));
        }
        spans.extend(long);
        return spans;
    };
    let most = cx.words.number(first.limit);
    let name = cx.channel_short(&first.channel);
    for (at, count) in counted.iter().enumerate() {
        let before = if at == 0 { format!(" · {name} ") } else { " ".to_owned() };
        spans.push(Span::new(before, Role::Dim));
        let (mark, role) = if count.over > 0 { ("!", Role::Warm) } else { ("", Role::Dim) };
        spans.push(Span::new(format!("{mark}{}", cx.words.number(count.count)), role));
    }
    spans.push(Span::new(format!("/{most}"), Role::Dim));
    spans
}
