//! How long a text is as each network counts it, in a few letters. The same beside the drafts
//! and before a yes.

use super::ViewCtx;
use crate::checks::{counts, one_message};
use crate::domain::{Part, Post};
use crate::ui::{Role, Span};

/// `IG 212/2.200  LI 198/3.000`: the text of a post as each of those channels counts it.
pub fn lengths(post: &Post, of: impl Fn(&str) -> bool, cx: &ViewCtx) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for count in one_message(counts(post, cx.ctx.workspace, cx.ctx.networks), None) {
        let text = count.part == Part::Text;
        let wanted = of(&count.channel);
        // The limit usually met first stands first; a second one only when it is broken.
        if !text || !wanted || (seen.contains(&count.channel) && count.over == 0) {
            continue;
        }
        if !spans.is_empty() {
            spans.push(Span::new("  ", Role::Dim));
        }
        let name = cx.channel_short(&count.channel);
        seen.push(count.channel);
        let (long, most) = (cx.words.number(count.count), cx.words.number(count.limit));
        let role = if count.over > 0 { Role::Warm } else { Role::Dim };
        let mark = if count.over > 0 { "!" } else { "" };
        let which = count.message.map_or_else(String::new, |message| format!(" {message}"));
        spans.push(Span::new(format!("{mark}{name}{which} {long}/{most}"), role));
    }
    spans
}
