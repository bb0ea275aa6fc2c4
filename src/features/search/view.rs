//! The search as a picker: two rows a hit, its title with day and stage, then the words
//! around the match.

use super::State;
use crate::domain::{Flag, Hit, Stage, threaded};
use crate::features::{ViewCtx, marks, picker_hit};
use crate::text::{reveal_line, width};
use crate::ui::{InputView, Line, ListRow, ListView, OverlayView, PickerView, Place, Role};
use crate::vocab::{Action, Mouse};
use chrono::{Datelike, NaiveDateTime};
use ratatui::layout::Rect;

/// Cells of context before a match, so that it is in sight on a narrow screen too.
const BEFORE: usize = 18;

pub fn view(state: &State, cx: &ViewCtx) -> PickerView {
    let words = cx.words;
    let rows: Vec<ListRow> = state.hits.iter().flat_map(|hit| rows(hit, cx)).collect();
    let count = words.number(state.hits.len());
    let (status, empty) = match state.query() {
        None => (Line::blank(), words.search_empty()),
        Some(_) if !state.complete => (Line::of(words.search_reading(), Role::Dim), String::new()),
        Some(query) => {
            let said = words.search_count(state.hits.len(), count);
            (Line::of(said, Role::Dim), words.search_nothing(reveal_line(query)))
        }
    };
    PickerView {
        overlay: OverlayView {
            title: words.search_title(),
            foot: cx.foot(),
            place: Place::Middle { width: 90, height: 28 },
        },
        says: String::new(),
        input: Some(InputView::of(&state.line, true).or(words.search_placeholder())),
        list: ListView {
            selected: (!rows.is_empty()).then_some(state.selected * 2),
            rows,
            focused: true,
            empty,
        },
        status,
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    picker_hit(&view(state, cx), cx, area, mouse)
}

fn rows(hit: &Hit, cx: &ViewCtx) -> [ListRow; 2] {
    let when = hit.wall.map_or_else(|| cx.words.search_idea(), |wall| moment(wall, cx));
    let (stage, flag) = standing(hit, cx);
    let (glyph, role, _) = marks(stage, flag, cx.theme.ascii);
    let name = reveal_line(&hit.title).into_owned();
    let shown = threaded(name.clone(), hit.thread, cx.theme.ascii);
    let title = Line::of(format!("{glyph} "), role).with(shown, Role::Title);
    let context = Line::of(format!("  {}", tail(&reveal_line(&hit.before))), Role::Dim)
        .with(reveal_line(&hit.matched), Role::Matched)
        .with(reveal_line(&hit.after), Role::Dim);
    // That it is an idea stands in the place of its day.
    let stage = hit.wall.map(|_| cx.words.stage(stage));
    let thread = hit.thread.map(|of| cx.words.calendar_thread(of));
    let said: Vec<String> =
        stage.into_iter().chain(flag.map(|f| cx.words.flag(f))).chain(thread).collect();
    let aloud = if said.is_empty() { name } else { format!("{}: {name}", said.join(", ")) };
    [
        ListRow { line: title, note: when, aloud, ..ListRow::default() },
        ListRow { line: context, continues: true, ..ListRow::default() },
    ]
}

/// As the week has it, where the post is in memory.
fn standing(hit: &Hit, cx: &ViewCtx) -> (Stage, Option<Flag>) {
    match cx.ctx.shelf.at(&hit.path) {
        Some(entry) => cx.ctx.shelf.standing(entry, cx.ctx.now),
        None => (hit.stage, hit.flag),
    }
}

/// With its year, where it is not the one of now.
fn moment(wall: NaiveDateTime, cx: &ViewCtx) -> String {
    if wall.year() == cx.ctx.now.today().year() {
        return cx.words.moment(wall);
    }
    let (day, time) = (cx.words.day_month(wall.date()), cx.words.time(wall));
    format!("{day} {} {time}", wall.year())
}

/// The end of the words before a match.
fn tail(before: &str) -> String {
    if width(before) <= BEFORE {
        return before.to_owned();
    }
    let mut kept = before;
    while width(kept) >= BEFORE {
        kept = &kept[crate::text::width::after(kept, 0)..];
    }
    // Not in the middle of a word, where there is another to begin with.
    let word = kept.trim_start().find(' ').map(|at| at + kept.len() - kept.trim_start().len());
    let whole = kept.starts_with(' ') || before[..before.len() - kept.len()].ends_with(' ');
    let kept = if whole { kept } else { word.map_or(kept, |at| &kept[at..]) };
    format!("…{}", kept.trim_start())
}
