//! The human text as a pane: its lines with who wrote them, and where accepted words go in.

use crate::domain::{Hand, Hunk, Message, Origin, Traced, trace};
use crate::features::drafts::pane::Pane;
use crate::features::drafts::state::State;
use crate::features::{ViewCtx, lengths};
use crate::text::{BREAK, message_at, messages, sentences};
use crate::ui::{Block, Line, PaneView, Role, Span, palimpsest};
use std::ops::Range;

/// The human text with what is known of who wrote it.
pub struct Human {
    pub text: String,
    traced: Vec<Traced>,
}

impl Human {
    pub fn of(state: &State, cx: &ViewCtx) -> Self {
        let text = state.human(&cx.ctx);
        let origin = state.entry(&cx.ctx).map_or(&[][..], |(_, post)| &post.origin);
        Self::traced(text, origin, cx)
    }

    pub fn traced(text: String, origin: &[Origin], cx: &ViewCtx) -> Self {
        let traced = trace(&text, origin, |origin| cx.ctx.shelf.suggestion(origin));
        Self { text, traced }
    }

    /// What became of a sentence that a hand wrote over.
    pub fn rewritten(&self, pane: &Pane, hunk: &Hunk) -> Option<&Traced> {
        self.traced.iter().find(|one| {
            one.came
                .as_ref()
                .is_some_and(|came| came.suggestion == pane.id && came.words.contains(&hunk.words))
        })
    }
}

/// The words, and the sign of their origin before each sentence that a machine had a part
/// in, as where the origin is shown: told without colours too.
fn marked(text: &str, range: Range<usize>, traced: &[Traced], block: &mut Block, ascii: bool) {
    let mut from = range.start;
    let begun = |one: &&Traced| one.hand != Hand::Human && range.contains(&one.range.start);
    for one in traced.iter().filter(begun) {
        block.spans.extend(palimpsest(text, from..one.range.start, traced));
        from = one.range.start;
        let role = if one.hand == Hand::Unsure { Role::Warm } else { Role::Dim };
        // No line ends between the sign and its sentence.
        let sign = Span::new(format!("{}\u{a0}", one.hand.glyph(ascii)), role);
        block.signs.push((block.spans.len(), sign));
    }
    block.spans.extend(palimpsest(text, from..range.end, traced));
}

pub fn human(state: &State, human: &Human, cx: &ViewCtx) -> PaneView {
    let post = state.entry(&cx.ctx).map(|(_, post)| post.clone());
    let channel = post.as_ref().and_then(|p| state.channel(state.current(), p).cloned());
    let title = match &channel {
        Some(channel) => cx.words.drafts_human_for(cx.channel_short(channel)),
        None => cx.words.drafts_human(),
    };
    let shown = |key: &str| channel.as_deref().is_none_or(|only| only == key);
    let foot = post.map(|post| lengths(&post, shown, cx)).unwrap_or_default();
    PaneView {
        title,
        tab: cx.words.drafts_human_tab(),
        note: String::new(),
        running: false,
        blocks: prose(human, state.cursor_in(&human.text), cx),
        noticed: Vec::new(),
        empty: vec![Span::new(cx.words.drafts_human_empty(), Role::Dim)],
        foot: if foot.is_empty() { Vec::new() } else { vec![Line { spans: foot }] },
    }
}

/// The human text line by line, with a mark where accepted words will go in.
fn prose(human: &Human, insert: Option<usize>, cx: &ViewCtx) -> Vec<Block> {
    let text = human.text.as_str();
    let ascii = cx.theme.ascii;
    if text.is_empty() {
        return Vec::new();
    }
    let caret = if cx.theme.ascii { "|" } else { "▏" };
    let at = insert.and_then(|at| sentences(text).get(at).map(|range| range.start));
    let of = messages(text).len();
    let mut start = 0;
    let mut blocks = Vec::new();
    let (mut gap, mut message) = (false, None);
    for line in text.split_inclusive(['\n', BREAK]) {
        let words = line.trim_end();
        let here = at.filter(|at| (start..start + line.len()).contains(at));
        if words.is_empty() {
            gap = !blocks.is_empty();
        } else {
            let split = here.map_or(0, |at| (at - start).min(words.len()));
            let mut block = Block { current: here.is_some(), gap, message, ..Block::default() };
            if split > 0 {
                marked(text, start..start + split, &human.traced, &mut block, ascii);
            }
            if here.is_some() {
                block.spans.push(Span::new(caret, Role::Accent));
            }
            let rest = start + split..start + words.len();
            marked(text, rest, &human.traced, &mut block, ascii);
            blocks.push(block);
            (gap, message) = (false, None);
        }
        start += line.len();
        if line.ends_with(BREAK) {
            message = Some(Message { number: message_at(text, start) + 1, of });
        }
    }
    // An empty message at the end is there all the same.
    if let Some(message) = message {
        blocks.push(Block { message: Some(message), ..Block::default() });
    }
    blocks
}
