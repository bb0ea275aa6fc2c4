//! What is known of what goes out: what somebody answers for, and what a machine had to do
//! with it.

use super::{heading, said};
use crate::checks::{Told, ledger};
use crate::domain::{Ask, Hand, Post, Sheet, Tick, TracedText};
use crate::features::ViewCtx;
use crate::features::approve::state::State;
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span, difference};

pub fn known(state: &State, sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    let mut parts = Vec::new();
    let ticks = state.ticks();
    if !ticks.is_empty() {
        parts.extend(heading(cx.words.approve_ticks()));
        parts.extend(ticks.into_iter().map(|tick| ticked(tick, cx)));
    }
    parts.extend(machine(&sheet.entry.post, cx));
    parts
}

/// `«89 €» · Ada Neri: dal listino di ottobre`.
fn ticked(tick: &Tick, cx: &ViewCtx) -> Para {
    let quote = cx.words.drafts_quote(reveal_line(&tick.quote).into_owned());
    let note = tick.note.as_deref().map(|note| format!(": {}", reveal_line(note)));
    let by = format!(" · {}{}", cx.words.person(&tick.by), note.unwrap_or_default());
    Para::Hanging(2, vec![Span::new(quote, Role::Text), Span::new(by, Role::Dim)])
}

/// Whose words they are, who wants it said, and what a hand made of the machine's. Nothing
/// where no machine had a part.
fn machine(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let of_media = post.media.iter().any(|medium| medium.source.is_ai());
    if post.origin.is_empty() && post.ai.is_none() && !of_media {
        return Vec::new();
    }
    let mut parts = heading(cx.words.approve_machine()).to_vec();
    if !cx.ctx.shelf.knows_origin(post) {
        parts.push(said(cx.words.origin_reading(), Role::Dim));
        return parts;
    }
    let find = |origin: &_| cx.ctx.shelf.suggestion(origin);
    parts.extend(post.share(find).map(|share| said(cx.words.share(share), Role::Dim)));
    let disclosure = post.disclosure(find);
    for told in ledger(post, &disclosure, cx.ctx.workspace, cx.ctx.networks) {
        match told {
            Told::Text(text) => {
                let channels: Vec<String> =
                    text.channels.iter().map(|key| cx.channel_name(key)).collect();
                let words = cx.words.text_ai(&text, &channels.join(", "));
                parts.push(said(format!("{}, {words}", cx.words.part(text.part)), Role::Text));
            }
            Told::Asked(one) => {
                let (sign, role) = match (one.rule.asks, one.sure) {
                    (Ask::Mark, _) => ("", Role::Dim),
                    (Ask::Label, true) => ("! ", Role::Warm),
                    _ => ("? ", Role::Text),
                };
                let words = cx.words.asked(one.rule, &one.by, one.sure);
                parts.push(Para::Hanging(2, vec![Span::new(format!("{sign}{words}"), role)]));
            }
            // They stand above, with their pictures.
            Told::Medium(_) | Told::Nothing => {}
        }
    }
    for text in post.traced(find) {
        parts.extend(rewritten(&text, cx));
    }
    parts
}

/// Sentence by sentence.
fn rewritten(text: &TracedText, cx: &ViewCtx) -> Vec<Para> {
    let whole = crate::text::unnumbered(text.text);
    let edited = text.traced.iter().filter(|one| one.hand == Hand::Edited);
    let shown = edited.filter_map(|one| {
        let glyph = Hand::Edited.glyph(cx.theme.ascii);
        let mut spans = vec![Span::new(format!("{glyph} "), Role::Dim)];
        spans.extend(difference(&one.came.as_ref()?.words, whole[one.range.clone()].trim()));
        Some(Para::Hanging(2, spans))
    });
    shown.collect()
}
