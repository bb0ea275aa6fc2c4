//! How a review looks, as plain worded data: the sentences of a text with how much is open
//! about each, and the notes of the one under the cursor. One view for both renderers.

use super::state::{Place, Row, State, texts};
use crate::domain::{Note, NoteKind, Point};
use crate::features::{ViewCtx, row_hit};
use crate::text::{BREAK, reveal, reveal_line};
use crate::ui::{Chip, InspectorView, OriginRow, OriginView, Para, Role, Span};
use crate::vocab::{Action, Mouse};
use chrono::{DateTime, NaiveDateTime, Utc};
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> OriginView {
    let Some(post) = state.post(&cx.ctx) else { return OriginView::default() };
    let rows = state.rows(&cx.ctx);
    let text = state.text(&cx.ctx).map_or("", |text| text.text);
    let (detail, detail_top) = match rows.get(state.row) {
        Some(row) => notes(state, row, text, cx),
        None => Default::default(),
    };
    OriginView {
        title: cx.words.review_title(reveal_line(&post.short_title())),
        tabs: tabs(state, cx),
        share: share(state, cx),
        rows: rows.iter().map(|one| row(one, text, cx)).collect(),
        selected: state.row,
        detail,
        detail_top,
        ..OriginView::default()
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    row_hit(mouse, |column, row| view(state, cx).at(area, column, row))
}

fn tabs(state: &State, cx: &ViewCtx) -> Vec<Chip> {
    let Some(post) = state.post(&cx.ctx) else { return Vec::new() };
    let texts = texts(post).into_iter().enumerate();
    let chip = |(i, text): (usize, super::state::Text)| {
        let name = text.channel.map(|key| cx.channel_short(key));
        let name = name.unwrap_or_else(|| cx.words.editor_tab_common());
        let label = match state.open_in(i, &cx.ctx) {
            0 => name,
            open => format!("{name} {}{open}", sign(true, cx)),
        };
        Chip { label, on: i == state.tab, focused: false }
    };
    texts.map(chip).collect()
}

/// Who asked whom, and how much is open.
fn share(state: &State, cx: &ViewCtx) -> Vec<Span> {
    let review = state.review(&cx.ctx);
    let said = cx.words.review_state(review);
    let role = if review.is_open() { Role::Warm } else { Role::Dim };
    let said = if said.is_empty() { cx.words.review_nothing() } else { said.join(" · ") };
    vec![Span::new(said, role)]
}

fn sign(open: bool, cx: &ViewCtx) -> &'static str {
    match (open, cx.theme.ascii) {
        (true, false) => "◇",
        (true, true) => "o",
        (false, false) => "✓",
        (false, true) => "+",
    }
}

fn row(row: &Row, text: &str, cx: &ViewCtx) -> OriginRow {
    let open = row.points.iter().filter(|point| point.is_open()).count();
    let remarks = row.points.iter().filter(|point| point.settled().is_none()).count();
    let (glyph, label, role) = if open > 0 {
        (sign(true, cx), cx.words.review_open(open as u64), Role::Warm)
    } else if remarks > 0 {
        ("·", cx.words.review_said(remarks as u64), Role::Text)
    } else if row.points.is_empty() {
        ("", String::new(), Role::Dim)
    } else {
        (sign(false, cx), cx.words.review_row_settled(), Role::Dim)
    };
    let glyph = if cx.theme.ascii && glyph == "·" { "-" } else { glyph };
    let (words, words_role, gap) = match &row.place {
        Place::Whole => (cx.words.review_whole(), Role::Dim, false),
        Place::Sentence(range) => {
            let before = &text[..range.start];
            let parted = before.ends_with("\n\n") || before.trim_end_matches(' ').ends_with(BREAK);
            let words = text[range.clone()].trim().trim_matches(BREAK).trim();
            (reveal(words).into_owned(), Role::Text, parted || range.start == 0)
        }
        Place::Gone(quote) => {
            let quote = cx.words.drafts_quote(reveal_line(quote).into_owned());
            (cx.words.review_gone(quote), Role::Dim, true)
        }
    };
    OriginRow {
        glyph: glyph.to_owned(),
        label,
        role: Some(role),
        spans: vec![Span::new(words, words_role)],
        gap,
        ..OriginRow::default()
    }
}

/// The notes of a row, each with what was answered.
/// The second part is where the one under the cursor begins.
fn notes(state: &State, row: &Row, text: &str, cx: &ViewCtx) -> (InspectorView, usize) {
    let title = match &row.place {
        Place::Whole => cx.words.review_whole(),
        Place::Sentence(_) => cx.words.review_of_sentence(),
        Place::Gone(_) => cx.words.review_of_gone(),
    };
    let own = match &row.place {
        Place::Sentence(range) => text[range.clone()].trim(),
        Place::Gone(quote) => quote,
        Place::Whole => "",
    };
    let notes = row.notes().count();
    let mut parts = Vec::new();
    let mut top = 0;
    for (at, (point, note)) in row.notes().enumerate() {
        let is_answer = point.note.id != note.id;
        if at > 0 && !is_answer {
            parts.push(Para::Blank);
        }
        let here = at == state.note;
        if here && at > 0 {
            // What is read first stays in sight; of several, the one under the cursor.
            top = parts.len();
        }
        let mark = mark(here && notes > 1, cx);
        parts.extend(if is_answer {
            answered(note, mark, cx)
        } else {
            shown(point, own, mark, cx)
        });
    }
    if parts.is_empty() {
        parts = empty(cx);
    }
    (InspectorView { title, parts, scroll: 0, focused: false }, top)
}

/// Before the note under the cursor, where there are several.
fn mark(here: bool, cx: &ViewCtx) -> &'static str {
    match (here, cx.theme.ascii) {
        (true, false) => "▸ ",
        (true, true) => "> ",
        (false, _) => "",
    }
}

/// An empty place teaches: the keys that begin something here.
fn empty(cx: &ViewCtx) -> Vec<Para> {
    let mut parts = vec![Para::Text(vec![Span::new(cx.words.review_none_here(), Role::Dim)])];
    let begins =
        |action: &Action| matches!(action, Action::AskChange | Action::Remark | Action::AskReview);
    parts.extend(cx.hints.iter().filter(|hint| begins(&hint.action)).map(|hint| {
        let key = Span::new(format!("{} ", hint.keys), Role::Key);
        Para::Text(vec![key, Span::new(hint.label.clone(), Role::Text)])
    }));
    parts
}

fn shown(point: &Point, own: &str, mark: &str, cx: &ViewCtx) -> Vec<Para> {
    let note = &point.note;
    let role = if point.is_open() { Role::Warm } else { Role::Dim };
    let glyph = match (note.kind.holds(), point.settled()) {
        (_, Some(_)) => format!("{} ", sign(false, cx)),
        (true, None) => format!("{} ", sign(true, cx)),
        (false, None) => String::new(),
    };
    let head = format!("{mark}{glyph}{}", cx.words.note_said(note));
    let mut parts = vec![Para::Hanging(
        2,
        vec![Span::new(head, role), Span::new(format!("  {}", moment(note.at, cx)), Role::Dim)],
    )];
    if let Some(quote) = note.quoted().filter(|quote| *quote != own) {
        let quote = cx.words.drafts_quote(reveal_line(quote).into_owned());
        parts.push(Para::Hanging(2, vec![Span::new(format!("  {quote}"), Role::Dim)]));
    }
    parts.extend(words(note, 2));
    parts
}

/// The words of a note, a line each, so far in.
fn words(note: &Note, indent: usize) -> Vec<Para> {
    let said = note.text.lines().filter(|line| !line.trim().is_empty());
    let line = |line: &str| {
        let line = format!("{}{}", " ".repeat(indent), reveal_line(line));
        Para::Hanging(indent, vec![Span::new(line, Role::Text)])
    };
    said.map(line).collect()
}

fn answered(note: &Note, mark: &str, cx: &ViewCtx) -> Vec<Para> {
    let arrow = if cx.theme.ascii { "`-" } else { "↳" };
    let said = if note.kind == NoteKind::Resolve {
        cx.words.settled(note, local(note.at, cx))
    } else {
        format!("{}  {}", cx.words.note_said(note), moment(note.at, cx))
    };
    let mark = if mark.is_empty() { "  " } else { mark };
    let head = Span::new(format!("{mark}{arrow} {}", reveal_line(&said)), Role::Dim);
    let mut parts = vec![Para::Hanging(4, vec![head])];
    parts.extend(words(note, 4));
    parts
}

fn local(at: DateTime<Utc>, cx: &ViewCtx) -> NaiveDateTime {
    at.with_timezone(&cx.ctx.workspace.zone).naive_local()
}

fn moment(at: DateTime<Utc>, cx: &ViewCtx) -> String {
    // A day and its hour stay on one row.
    cx.words.moment(local(at, cx)).replace(' ', "\u{a0}")
}
