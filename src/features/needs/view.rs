//! How the list looks, as plain worded data: each row with its reason, and all that is known
//! of the one under the cursor. One view for both renderers.

use super::state::State;
use crate::domain::{Because, Errand, same_person};
use crate::features::{ViewCtx, row_hit};
use crate::text::{reveal_line, width};
use crate::ui::{InspectorView, OriginRow, OriginView, Para, Role, Span};
use crate::vocab::{Action, Mouse};
use chrono::Datelike;
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> OriginView {
    OriginView {
        title: cx.words.needs_title(),
        tabs: Vec::new(),
        share: vec![Span::new(whose(state, cx), Role::Dim)],
        rows: state
            .errands
            .iter()
            .zip(days(state, cx))
            .map(|(one, day)| row(one, day, cx))
            .collect(),
        selected: state.row,
        detail: state.here().map(|one| about(one, cx)).unwrap_or_default(),
        empty: cx.words.needs_none(),
        ..OriginView::default()
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    row_hit(mouse, |column, row| view(state, cx).at(area, column, row))
}

/// Whose list it is: where nobody is known, what is addressed to somebody is missing.
fn whose(state: &State, cx: &ViewCtx) -> String {
    if same_person(cx.ctx.by, cx.ctx.by) {
        cx.words.needs_of(state.errands.len() as u64, cx.words.who(cx.ctx.by))
    } else {
        cx.words.needs_of_nobody()
    }
}

/// The days as a column: all of one width, the figures below one another.
fn days(state: &State, cx: &ViewCtx) -> Vec<String> {
    let day = |errand: &Errand| {
        let day = when(errand, cx);
        match errand.wall {
            Some(wall) if wall.day() < 10 => day.replacen(' ', "  ", 1),
            _ => day,
        }
    };
    let days: Vec<String> = state.errands.iter().map(day).collect();
    let widest = days.iter().map(|day| width(day)).max().unwrap_or(0);
    days.iter().map(|day| format!("{day}{}  ", " ".repeat(widest - width(day)))).collect()
}

fn row(errand: &Errand, day: String, cx: &ViewCtx) -> OriginRow {
    let (mark, ascii, role) = match &errand.because {
        Because::Change(_) => ("◇", "o", Role::Warm),
        Because::Review(_) => ("◇", "o", Role::Accent),
        Because::Voided { .. } | Because::Blocked(_) | Because::Denied(_) => ("!", "!", Role::Warm),
        Because::Expires { .. } | Because::Clash(_) => ("!", "!", Role::Text),
        Because::Late => ("«", "<", Role::Warm),
    };
    OriginRow {
        glyph: if cx.theme.ascii { ascii } else { mark }.to_owned(),
        label: cx.words.errand(&errand.because),
        role: Some(role),
        lead: Some(Span::new(day, Role::Dim)),
        spans: vec![Span::new(title(errand, cx), Role::Text)],
        ..OriginRow::default()
    }
}

fn title(errand: &Errand, cx: &ViewCtx) -> String {
    let entry = cx.ctx.shelf.get(&errand.post);
    let title = entry.map(|entry| entry.post.short_title().into_owned()).unwrap_or_default();
    reveal_line(&title).into_owned()
}

fn when(errand: &Errand, cx: &ViewCtx) -> String {
    errand
        .wall
        .map_or_else(|| cx.words.stage(crate::domain::Stage::Idea), |wall| cx.words.moment(wall))
}

/// Why, in full: the words of the note, or what the check found and what to do next.
fn about(errand: &Errand, cx: &ViewCtx) -> InspectorView {
    let said = |words: String, role| Para::Text(vec![Span::new(words, role)]);
    let why = format!("{} · {}", cx.words.errand(&errand.because), whole(&when(errand, cx)));
    let mut parts = vec![said(why, Role::Dim), Para::Blank];
    if let Some(note) = errand.because.note() {
        let at = note.at.with_timezone(&cx.ctx.workspace.zone).naive_local();
        let head = vec![
            Span::new(cx.words.note_said(note), Role::Warm),
            Span::new(format!("  {}", whole(&cx.words.moment(at))), Role::Dim),
        ];
        parts.push(Para::Text(head));
        if let Some(quote) = note.quoted() {
            parts.push(said(cx.words.drafts_quote(reveal_line(quote).into_owned()), Role::Dim));
        }
        let lines = note.text.lines().filter(|line| !line.trim().is_empty());
        parts.extend(lines.map(|line| said(reveal_line(line).into_owned(), Role::Text)));
    }
    let found = errand.because.finding().map(|finding| cx.words.finding(&finding.kind));
    let voided = match &errand.because {
        Because::Voided { why, by } => Some(cx.words.voided(why, by)),
        _ => None,
    };
    if let Some(told) = found.or(voided) {
        parts.push(said(reveal_line(&told.sentence).into_owned(), Role::Text));
        parts.push(said(reveal_line(&told.next).into_owned(), Role::Dim));
    }
    if errand.because == Because::Late {
        parts.push(said(cx.words.needs_late_told(), Role::Text));
    }
    InspectorView { title: title(errand, cx), parts, scroll: 0, focused: false }
}

/// A day and its hour stay on one row.
fn whole(moment: &str) -> String {
    moment.replace(' ', "\u{a0}")
}
