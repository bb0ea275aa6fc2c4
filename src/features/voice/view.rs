//! How the voice looks, as plain worded data: rules with how they stand, and the evidence
//! of the one under the cursor, case by case. One view for both renderers.

use super::state::{Row, State};
use crate::domain::{Case, Habit, Habits, Learned, Proposal};
use crate::features::{ViewCtx, row_hit};
use crate::text::{TextLanguage, reveal_line};
use crate::ui::{InspectorView, OriginRow, OriginView, Para, Role, Span};
use crate::vocab::{Action, Mouse};
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> OriginView {
    let rows = (0..state.rows(&cx.ctx)).filter_map(|at| state.row(at, &cx.ctx));
    let rows: Vec<OriginRow> = rows.map(|one| row(&one, cx)).collect();
    let detail = state.row(state.row, &cx.ctx);
    OriginView {
        title: cx.words.learned_title(),
        tabs: Vec::new(),
        share: vec![Span::new(habits(cx), Role::Dim)],
        rows,
        selected: state.row,
        detail: match detail {
            Some(Row::Proposed(found)) => evidence(state, found, cx),
            Some(Row::Learned(rule)) => about(rule, cx),
            None => InspectorView::default(),
        },
        empty: cx.words.learned_no_proposals(state.decisions as u64),
        ..OriginView::default()
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    row_hit(mouse, |column, row| view(state, cx).at(area, column, row))
}

fn row(row: &Row, cx: &ViewCtx) -> OriginRow {
    let ascii = cx.theme.ascii;
    let (marks, label, role, words) = match row {
        Row::Proposed(found) => {
            (("?", "?"), cx.words.learned_proposed(), Role::Warm, cx.words.lesson(&found.lesson))
        }
        Row::Learned(rule) if rule.refused => {
            (("×", "x"), cx.words.learned_refused(), Role::Dim, rule.rule.clone())
        }
        Row::Learned(rule) => {
            (("✓", "+"), cx.words.learned_in_force(), Role::Accepted, rule.rule.clone())
        }
    };
    OriginRow {
        glyph: if ascii { marks.1 } else { marks.0 }.to_owned(),
        label,
        role: Some(role),
        spans: vec![Span::new(reveal_line(&words).into_owned(), Role::Text)],
        ..OriginRow::default()
    }
}

/// Every case, the newest first, the one under the cursor marked.
fn evidence(state: &State, found: &Proposal, cx: &ViewCtx) -> InspectorView {
    let mut parts =
        vec![Para::Text(vec![Span::new(cx.words.proposal_evidence(found), Role::Text)])];
    parts.push(Para::Blank);
    let case = |(at, case): (usize, &Case)| shown(case, at == state.case, cx);
    parts.extend(found.cases.iter().enumerate().map(case));
    InspectorView {
        title: reveal_line(&cx.words.lesson(&found.lesson)).into_owned(),
        parts,
        scroll: state.case,
        focused: false,
    }
}

fn shown(case: &Case, here: bool, cx: &ViewCtx) -> Para {
    let one = &case.judged;
    let mark = match (here, cx.theme.ascii) {
        (true, false) => "▸",
        (true, true) => ">",
        (false, _) => " ",
    };
    let sign = match (case.agrees, cx.theme.ascii) {
        (true, false) => "✓",
        (true, true) => "+",
        (false, _) => "-",
    };
    let day = cx.words.day_month(one.at.with_timezone(&cx.ctx.workspace.zone).date_naive());
    let role = if case.agrees { Role::Text } else { Role::Dim };
    let arrow = if cx.theme.ascii { "->" } else { "→" };
    let (words, fate) = (reveal_line(&one.words).into_owned(), cx.words.fate(&one.fate));
    let quote = cx.words.drafts_quote(words);
    let said = format!("{quote} {arrow} {}", reveal_line(&fate));
    Para::Hanging(
        4,
        vec![Span::new(format!("{mark} {sign} {day} "), Role::Dim), Span::new(said, role)],
    )
}

fn about(rule: &Learned, cx: &ViewCtx) -> InspectorView {
    let said = |words: String, role| Para::Text(vec![Span::new(words, role)]);
    let mut parts = Vec::new();
    if let Some(lesson) = rule.lesson() {
        parts.push(said(reveal_line(&cx.words.lesson(&lesson)).into_owned(), Role::Text));
    }
    let notes = cx.words.learned_notes(rule);
    if !notes.is_empty() {
        parts.push(said(reveal_line(&notes).into_owned(), Role::Dim));
    }
    parts.push(Para::Blank);
    parts.push(said(
        if rule.refused { cx.words.learned_refused_told() } else { cx.words.learned_told() },
        Role::Dim,
    ));
    InspectorView { title: reveal_line(&rule.rule).into_owned(), parts, scroll: 0, focused: false }
}

/// One stretch a language: what its published posts have in common, from how many, or that
/// they are still being read.
fn habits(cx: &ViewCtx) -> String {
    let words = cx.words;
    let Some(voices) = cx.ctx.shelf.voices() else { return words.learned_reading() };
    let told = [TextLanguage::Italian, TextLanguage::English].into_iter().filter_map(|language| {
        let habits = voices.habits(language);
        let name = match language {
            TextLanguage::Italian => words.voice_italian(),
            TextLanguage::English => words.voice_english(),
        };
        let posts = habits.posts as u64;
        if !habits.is_evidence() {
            let few = || words.voice_no_evidence(name, posts, Habits::NEEDED as u64);
            return (posts > 0).then(few);
        }
        let mut said = vec![words.voice_language(name, posts)];
        for habit in Habit::ALL {
            let Some(measure) = habits.measure(habit) else { continue };
            said.push(format!("{} {}", words.habit(habit), words.figure(measure.mean)));
        }
        said.push(words.openings(habits));
        said.push(words.closings(habits));
        // A line ends between two habits, not inside one.
        let whole = |habit: &String| habit.replace(' ', "\u{a0}");
        Some(said.iter().map(whole).collect::<Vec<_>>().join(" · "))
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return words.learned_no_habits(Habits::NEEDED as u64);
    }
    told.join("\n")
}
