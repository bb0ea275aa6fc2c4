//! How the approve view looks: what goes out, channel by channel, then what is known of it.
//! One page for both renderers, and every word that goes out stands behind a bar.

mod known;
mod marked;
mod open;
mod sent;
mod since;

use super::state::{Sight, State};
use crate::domain::{Freeze, Post, TYPED};
use crate::features::{Pane, ViewCtx};
use crate::text::reveal_line;
use crate::ui::{ApproveView, Confirm, InputView, InspectorView, Para, Role, Span};
use crate::vocab::{Action, Mouse, MouseKind};
use chrono::{DateTime, Utc};
use ratatui::layout::Rect;

/// Characters of the hash that are shown: more than are typed, in case two posts begin alike.
const SHOWN: usize = 8;

#[cfg(test)]
pub(super) use {marked::Noticed, sent::goes_out};

pub fn view(state: &State, cx: &ViewCtx) -> ApproveView {
    let page = InspectorView {
        title: title(state, cx),
        parts: page(state, cx),
        scroll: state.scroll,
        focused: true,
    };
    let confirm = state.confirm.as_ref().map(|line| Confirm {
        asks: vec![Span::new(cx.words.approve_confirm(hash(state, TYPED)), Role::Warm)],
        input: InputView::of(line, true),
    });
    let mut view = ApproveView { page, status: status(state, cx), below: String::new(), confirm };
    if state.laid().is_some() {
        let Pane { width, height } = cx.ctx.pane;
        let sight = in_sight(&view, Rect::new(0, 0, width, height), cx);
        view.below = match sight.last.saturating_sub(state.scroll) {
            0 if state.reads(sight) => cx.words.approve_to_the_end(),
            0 => cx.words.approve_above(state.shown.missing(state.scroll, sight) as u64),
            rows => cx.words.approve_below(rows as u64),
        };
        if cx.theme.ascii {
            // Its twin is a letter, and the words say it.
            view.below = view.below.trim_start_matches(['↓', '↑', ' ']).to_owned();
        }
    }
    view
}

/// How much of the page a frame shows.
pub fn sight(state: &State, cx: &ViewCtx, area: Rect) -> Sight {
    let mut view = view(state, cx);
    let mut sight = in_sight(&view, area, cx);
    if let (Some(_), Some(sheet)) = (&state.confirm, &state.sheet) {
        view.page.parts = open::open(state, sheet, cx);
        sight.open = view.last_scroll(area, cx.theme.ascii);
    }
    sight
}

/// The same of a page that asks for nothing.
fn in_sight(view: &ApproveView, area: Rect, cx: &ViewCtx) -> Sight {
    let (last, rows) = (view.last_scroll(area, cx.theme.ascii), view.rows(area));
    Sight { last, rows, width: area.width, open: 0 }
}

/// The mouse scrolls and decides nothing.
pub fn hit(_: &State, _: &ViewCtx, _: Rect, mouse: &Mouse) -> Option<Action> {
    match mouse.kind {
        MouseKind::WheelUp => Some(Action::Wheel { up: true }),
        MouseKind::WheelDown => Some(Action::Wheel { up: false }),
        _ => None,
    }
}

fn title(state: &State, cx: &ViewCtx) -> String {
    let sheet = state.sheet.as_ref().map(|sheet| &sheet.entry);
    let entry = sheet.or_else(|| cx.ctx.shelf.get(state.post()));
    let title = entry.map(|entry| entry.post.short_title().into_owned()).unwrap_or_default();
    let title = reveal_line(&title).into_owned();
    let given = sheet.is_some_and(|entry| entry.consent.given().is_some());
    if state.is_bulk() {
        let (number, of) = (state.at + 1, state.posts.len());
        let (number, of) = (number as u64, of as u64);
        return if given {
            cx.words.approve_title_given_of(number, of, title)
        } else {
            cx.words.approve_title_of(number, of, title)
        };
    }
    if given { cx.words.approve_title_given(title) } else { cx.words.approve_title(title) }
}

fn page(state: &State, cx: &ViewCtx) -> Vec<Para> {
    if state.gone {
        return vec![said(cx.words.approve_gone(), Role::Warm)];
    }
    let Some(sheet) = &state.sheet else {
        return vec![said(cx.words.approve_reading(), Role::Dim)];
    };
    let mut parts = Vec::new();
    if state.stale {
        parts.push(said(cx.words.approve_reading_again(), Role::Warm));
    } else if state.changed {
        parts.push(said(cx.words.approve_changed(), Role::Warm));
    }
    parts.extend(damaged(cx));
    parts.extend(since::before(sheet, cx));
    parts.extend(held_back(&sheet.entry.post, cx));
    if !parts.is_empty() {
        parts.push(Para::Blank);
    }
    let open = open::open(state, sheet, cx);
    let asked = state.confirm.is_some();
    if asked {
        // What is accepted stands before the eyes of whoever accepts it.
        parts = open.iter().cloned().chain([Para::Rule]).collect();
    }
    parts.extend(sent::goes_out(state, cx));
    parts.extend(noted(&sheet.entry.post, cx));
    parts.extend(since::since(sheet, cx));
    if !asked {
        parts.push(Para::Blank);
        parts.extend(open);
    }
    parts.extend(open::besides(state, &sheet.entry.post, cx));
    parts.extend(known::known(state, sheet, cx));
    parts
}

/// Where nothing can be approved nor taken back: which file, which line, and what to do. Here
/// there is room for all of it.
fn damaged(cx: &ViewCtx) -> Vec<Para> {
    let Some(fault) = cx.ctx.shelf.ledger_fault() else { return Vec::new() };
    let words = cx.words;
    let said = words.need_ledger_at(words.ledger_fault(fault));
    let step = words.gate_next_ledger();
    [(said, Role::Warm), (step, Role::Dim)]
        .map(|(s, role)| self::said(reveal_line(&s), role))
        .into()
}

/// What keeps it from going out, approved or not.
fn held_back(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let (words, freezes) = (cx.words, &cx.ctx.workspace.freezes);
    let since = |freeze: &Freeze| {
        let what = cx.ctx.networks.named(cx.ctx.workspace, &freeze.what);
        let line = words.frozen_line(&what, moment(freeze.since, cx));
        match words.frozen_by(&freeze.by, freeze.why.as_deref()) {
            by if by.is_empty() => line,
            by => format!("{line} ({by})"),
        }
    };
    let mut told: Vec<String> = freezes.holding(post, &post.channels).map(since).collect();
    told.extend(freezes.unread().then(|| words.freeze_unread()));
    if told.is_empty() {
        return Vec::new();
    }
    let mut parts: Vec<Para> = told.into_iter().map(|line| said(line, Role::Warm)).collect();
    parts.push(said(words.approve_held(), Role::Dim));
    parts
}

/// What its people noted in it for themselves. It stands behind no bar: it does not go out.
fn noted(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let lines = post.notes.iter().flat_map(|notes| notes.lines());
    let lines = lines.filter(|line| !line.trim().is_empty());
    let lines: Vec<Para> =
        lines.map(|line| said(reveal_line(line).into_owned(), Role::Text)).collect();
    let head = (!lines.is_empty()).then(|| heading(cx.words.approve_notes()));
    head.into_iter().flatten().chain(lines).collect()
}

/// Who would say yes, or has, to which bytes, and how much is open.
fn status(state: &State, cx: &ViewCtx) -> Vec<Span> {
    let by = cx.ctx.by;
    let given = state.sheet.as_ref().and_then(|sheet| sheet.entry.consent.given());
    let mut spans = vec![if let Some(given) = given {
        let when = moment(given.at, cx);
        Span::new(cx.words.approve_given(cx.words.person(&given.by), when), Role::Published)
    } else if by.trim().is_empty() {
        Span::new(cx.words.approve_nobody(), Role::Warm)
    } else {
        // The address behind the name is in the ledger and in the file.
        Span::new(cx.words.approve_by(cx.words.person(by)), Role::Text)
    }];
    let hash = hash(state, SHOWN);
    if !hash.is_empty() {
        spans.push(Span::new(format!(" · {}", cx.words.approve_hash(hash)), Role::Dim));
    }
    let open = state.open_things(&cx.ctx).count();
    if open > 0 {
        // A word and its number stay on one row.
        let open = cx.words.approve_open(u64::from(open)).replace(' ', "\u{a0}");
        spans.push(Span::new(format!(" · {open}"), Role::Warm));
    }
    spans
}

/// The first characters of what a yes is about; nothing where there can be none.
fn hash(state: &State, characters: usize) -> String {
    let hash = state.sheet.as_ref().and_then(|sheet| sheet.hash.as_ref().ok());
    hash.map(|hash| hash.to_string()[..characters].to_owned()).unwrap_or_default()
}

fn said(words: impl Into<String>, role: Role) -> Para {
    Para::Text(vec![Span::new(words, role)])
}

/// A heading, with an empty row before it.
fn heading(words: String) -> [Para; 2] {
    [Para::Blank, said(words, Role::Title)]
}

/// `mar 24 nov 18:30`, in the brand's zone.
fn moment(at: DateTime<Utc>, cx: &ViewCtx) -> String {
    cx.words.moment(at.with_timezone(&cx.ctx.workspace.zone).naive_local())
}
