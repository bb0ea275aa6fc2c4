//! The help, the palette and the tour, as one picker.

use super::{Item, Kind, Shown, State};
use crate::features::{ViewCtx, picker_hit};
use crate::text::{graphemes, pad, reveal_line, width};
use crate::ui::{InputView, Line, ListRow, ListView, OverlayView, PickerView, Place, Role};
use crate::vocab::{Action, Mouse, Scope};
use ratatui::layout::Rect;

/// Cells of the column of keys in the help.
const KEYS: usize = 14;

pub fn view(state: &State, cx: &ViewCtx) -> PickerView {
    let words = cx.words;
    let (title, foot, says, placeholder) = match state.kind {
        Kind::Keys => (words.help_title(), cx.foot(), String::new(), words.help_placeholder()),
        Kind::Palette => {
            let hint = words.help_palette_placeholder();
            (words.help_palette_title(), cx.foot(), String::new(), hint)
        }
        Kind::Tour => {
            let begin = words.key(Scope::Week, &Action::Open);
            let foot = words.help_tour_foot(begin, words.key(Scope::Global, &Action::Help));
            (words.help_tour_title(), foot, words.help_tour_says(), String::new())
        }
    };
    let place = match state.kind {
        Kind::Keys => Place::Middle { width: 72, height: 34 },
        Kind::Palette => Place::Middle { width: 64, height: 20 },
        Kind::Tour => Place::Middle { width: 60, height: 9 },
    };
    let searches = state.kind != Kind::Tour;
    PickerView {
        overlay: OverlayView { title, foot, place },
        says,
        input: searches.then(|| InputView::of(&state.line, true).or(placeholder)),
        list: ListView {
            rows: state.shown.iter().map(|shown| row(state, shown, cx)).collect(),
            selected: searches.then_some(state.selected).filter(|_| !state.shown.is_empty()),
            focused: true,
            empty: words.help_nothing(reveal_line(state.line.text())),
        },
        status: status(state, cx),
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    picker_hit(&view(state, cx), cx, area, mouse)
}

fn row(state: &State, shown: &Shown, cx: &ViewCtx) -> ListRow {
    let (index, matched) = match shown {
        Shown::Heading(scope) => {
            let line = Line::of(cx.words.scope(*scope), Role::Title);
            return ListRow { line, heading: true, ..ListRow::default() };
        }
        Shown::Item { index, matched } => (*index, matched),
    };
    let Some(item) = state.items.get(index) else { return ListRow::default() };
    match state.kind {
        Kind::Keys => ListRow { line: with_keys(item, &item.label, KEYS), ..ListRow::default() },
        Kind::Tour => ListRow { line: with_keys(item, &tour(item, cx), 5), ..ListRow::default() },
        Kind::Palette => {
            ListRow { line: marked(item, matched), note: item.keys.clone(), ..ListRow::default() }
        }
    }
}

/// The keys in a column of their own: as many as it holds.
fn with_keys(item: &Item, label: &str, column: usize) -> Line {
    let keys =
        if width(&item.keys) < column { item.keys.clone() } else { first(&item.keys, column) };
    Line::of(format!("  {}", pad(&keys, column)), Role::Key).with(label, said(item))
}

/// The first keys of many, whole, and a sign that there are more.
fn first(keys: &str, column: usize) -> String {
    let mut kept = String::new();
    for key in keys.split(' ') {
        if width(&kept) + width(key) + 3 > column {
            break;
        }
        kept.push_str(key);
        kept.push(' ');
    }
    kept + "…"
}

fn marked(item: &Item, matched: &[usize]) -> Line {
    let mut line = Line::blank();
    for (i, grapheme) in graphemes(&item.label).enumerate() {
        let role = if matched.contains(&i) { Role::Matched } else { said(item) };
        match line.spans.last_mut() {
            Some(last) if last.role == role => last.text.push_str(grapheme),
            _ => line = line.with(grapheme, role),
        }
    }
    line
}

/// What cannot be done now is dim, and says why below the list.
fn said(item: &Item) -> Role {
    if item.why.is_some() { Role::Dim } else { Role::Text }
}

fn tour(item: &Item, cx: &ViewCtx) -> String {
    match item.action {
        Action::Drafts => cx.words.help_tour_drafts(),
        Action::Edit => cx.words.help_tour_edit(),
        Action::Move => cx.words.help_tour_move(),
        _ => item.label.clone(),
    }
}

fn status(state: &State, cx: &ViewCtx) -> Line {
    match state.item() {
        Some(Item { why: Some(why), .. }) => Line::of(cx.words.why(*why), Role::Warm),
        Some(item) if state.kind == Kind::Keys && width(&item.keys) >= KEYS => {
            Line::of(&item.keys, Role::Key)
        }
        _ => Line::blank(),
    }
}
