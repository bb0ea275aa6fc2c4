//! How the origin looks, as plain worded data: sentences with who wrote them, and what is
//! known of the one under the cursor. One view for both renderers.

mod told;

use super::state::State;
use crate::domain::{Came, Hand, Message, Part, Post, Suggestion, Traced, TracedText, Verdict};
use crate::features::{ViewCtx, row_hit};
use crate::text::{BREAK, message_at, messages, reveal_line};
use crate::ui::{
    Chip, InspectorView, OriginRow, OriginView, Para, Role, Span, difference, palimpsest,
};
use crate::vocab::{Action, Mouse};
use chrono::{DateTime, Utc};
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> OriginView {
    let Some(post) = cx.ctx.shelf.get(&state.post).map(|entry| &entry.post) else {
        return OriginView::default();
    };
    let Some(text) = state.text(&cx.ctx) else { return OriginView::default() };
    let reading = !cx.ctx.shelf.knows_origin(post);
    let blank = text.text.trim().is_empty();
    let sentences: &[Traced] = if blank { &[] } else { &text.traced };
    let told = state.ledger(&cx.ctx);
    let detail = match state.row.checked_sub(sentences.len()).and_then(|at| told.get(at)) {
        Some(told) => Some(told::about(told, post, cx)),
        None => sentences.get(state.row).map(|one| about(&text, one, post, cx)),
    };
    OriginView {
        title: cx.words.origin_title(reveal_line(&post.short_title())),
        tabs: tabs(state, cx),
        share: if reading {
            vec![Span::new(cx.words.origin_reading(), Role::Dim)]
        } else {
            share(post, cx)
        },
        rows: sentences.iter().map(|one| row(&text, one, cx)).collect(),
        heading: cx.words.disclosure_heading(),
        told: told.iter().map(|told| told::row(told, cx)).collect(),
        selected: state.row,
        detail: detail.unwrap_or_default(),
        empty: cx.words.origin_empty(),
        ..OriginView::default()
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    row_hit(mouse, |column, row| view(state, cx).at(area, column, row))
}

fn words<'a>(text: &TracedText<'a>, one: &Traced) -> &'a str {
    text.text[one.range.clone()].trim()
}

fn tabs(state: &State, cx: &ViewCtx) -> Vec<Chip> {
    let label = |text: &TracedText| {
        let channel = text.channel.map(|key| cx.channel_short(key));
        match (text.part, channel) {
            (Part::Text, channel) => channel.unwrap_or_else(|| cx.words.editor_tab_common()),
            (part, Some(channel)) => format!("{} {channel}", cx.words.part(part)),
            (part, None) => cx.words.part(part),
        }
    };
    let chip = |(i, text)| Chip { label: label(text), on: i == state.tab, focused: false };
    state.texts(&cx.ctx).iter().enumerate().map(chip).collect()
}

/// Of all the texts together.
fn share(post: &Post, cx: &ViewCtx) -> Vec<Span> {
    let share = post.share(|origin| cx.ctx.shelf.suggestion(origin));
    let said = share.map_or_else(|| cx.words.origin_none(), |share| cx.words.share(share));
    vec![Span::new(said, Role::Dim)]
}

fn row(text: &TracedText, one: &Traced, cx: &ViewCtx) -> OriginRow {
    let words = words(text, one);
    let start = one.range.start + text.text[one.range.clone()].find(words).unwrap_or(0);
    let role = match one.hand {
        Hand::Machine => Role::Machine,
        Hand::Edited => Role::Hand,
        Hand::Human => Role::Text,
        Hand::Unsure => Role::Warm,
    };
    let traced = std::slice::from_ref(one);
    OriginRow {
        glyph: one.hand.glyph(cx.theme.ascii).to_owned(),
        label: cx.words.hand(one.hand),
        role: Some(role),
        lead: None,
        spans: palimpsest(text.text, start..start + words.len(), traced),
        gap: text.text[..one.range.start].ends_with("\n\n"),
        message: begins_message(text.text, one.range.start),
    }
}

/// The message that begins at a sentence: the first one in it with words.
fn begins_message(text: &str, at: usize) -> Option<Message> {
    let before = text[..at].trim_end_matches(|c: char| c != BREAK && c.is_whitespace());
    let message = Message { number: message_at(text, at) + 1, of: messages(text).len() };
    before.ends_with(BREAK).then_some(message)
}

/// What is known of one sentence.
fn about(text: &TracedText, one: &Traced, post: &Post, cx: &ViewCtx) -> InspectorView {
    let said = |words: String, role| Para::Text(vec![Span::new(words, role)]);
    let mut parts = Vec::new();
    match (one.hand, &one.came) {
        (Hand::Human, _) if post.origin.is_empty() => {
            parts.push(said(cx.words.origin_none(), Role::Text));
        }
        (Hand::Human, _) => parts.push(said(cx.words.origin_human_told(), Role::Text)),
        (Hand::Edited, Some(came)) => {
            parts.push(said(cx.words.origin_edited_told(), Role::Dim));
            parts.push(Para::Text(difference(&came.words, words(text, one))));
        }
        (Hand::Machine, _) => parts.push(said(cx.words.origin_machine_told(), Role::Text)),
        (Hand::Edited | Hand::Unsure, _) => {
            parts.push(said(cx.words.origin_unsure_told(), Role::Text));
        }
    }
    if let Some(came) = &one.came {
        parts.push(Para::Blank);
        parts.extend(from(came, cx).into_iter().map(|line| said(line, Role::Dim)));
    }
    if one.hand == Hand::Unsure {
        let gone = post.origin.iter().filter(|o| cx.ctx.shelf.suggestion(o).is_none());
        parts.extend(gone.map(|origin| {
            let (who, when) = (cx.words.person(&origin.by), at(origin.at, cx));
            let words = match origin.decision {
                Verdict::Rewritten => cx.words.origin_gone_rewritten(who, when),
                Verdict::Accepted | Verdict::Rejected => cx.words.origin_gone_accepted(who, when),
            };
            said(words, Role::Dim)
        }));
    }
    InspectorView { title: cx.words.hand(one.hand), parts, scroll: 0, focused: false }
}

/// Who wrote it and when, what was asked for, who let it in.
fn from(came: &Came, cx: &ViewCtx) -> Vec<String> {
    let all = cx.ctx.shelf.suggestions(&came.post);
    let mut lines = Vec::new();
    if let Some(suggestion) = all.iter().find(|found| found.id == came.suggestion) {
        lines.push(cx.words.origin_by(source(suggestion, cx), at(suggestion.at, cx)));
        lines.extend(brief(suggestion, cx));
    }
    lines.push(decided(came.verdict, &came.by, came.at, cx));
    lines
}

fn source(suggestion: &Suggestion, cx: &ViewCtx) -> String {
    let source = &suggestion.source;
    if source.is_composed() {
        return cx.words.drafts_note_composer();
    }
    let star = if cx.theme.ascii { "*" } else { "✦" };
    let model = if source.model.is_empty() { &source.provider } else { &source.model };
    format!("{star} {}", reveal_line(model))
}

/// `«lana», ironico · clienti · IG`, then what was asked of it besides.
fn brief(suggestion: &Suggestion, cx: &ViewCtx) -> Option<String> {
    let brief = &suggestion.brief;
    let own = |words: &String| reveal_line(words).into_owned();
    let topic = Some(brief.topic.trim()).filter(|topic| !topic.is_empty());
    let asked: Vec<String> = [
        topic.map(|topic| cx.words.drafts_quote(reveal_line(topic).into_owned())),
        brief.tone.as_ref().map(own),
        brief.audience.as_ref().map(own),
        brief.channel.as_ref().map(|key| cx.channel_short(key)),
        brief.lang.as_ref().map(own),
        brief
            .instruction
            .as_ref()
            .map(|words| cx.words.drafts_quote(reveal_line(words).into_owned())),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!asked.is_empty()).then(|| cx.words.origin_brief(asked.join(" · ")))
}

fn decided(verdict: Verdict, by: &str, when: DateTime<Utc>, cx: &ViewCtx) -> String {
    let who = cx.words.person(by);
    match verdict {
        Verdict::Rewritten => cx.words.origin_rewritten(who, at(when, cx)),
        Verdict::Accepted | Verdict::Rejected => cx.words.origin_accepted(who, at(when, cx)),
    }
}

fn at(instant: DateTime<Utc>, cx: &ViewCtx) -> String {
    cx.words.moment(instant.with_timezone(&cx.ctx.workspace.zone).naive_local())
}
