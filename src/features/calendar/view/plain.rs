//! The calendar as it is heard: the week as sentences, one a card; what the cursor stands
//! on; a card being carried; a pane read from its beginning to its end.

use super::words::{broken, feast, no_ideas, sentence, title};
use super::{bars, inspector, lists};
use crate::features::ViewCtx;
use crate::features::calendar::grid::{Grid, Item};
use crate::features::calendar::operate::{Here, here};
use crate::features::calendar::state::{Cursor, Drawer, Focus, Mode, Moving, State};
use crate::features::calendar::{range, update};
use crate::ui::plain::Said;
use crate::ui::{BlocksView, Line, Role};

pub fn plain(state: &State, cx: &ViewCtx) -> Said {
    let grid = Grid::of(state, &cx.ctx);
    if let Some(moving) = state.moving() {
        return carried(moving, cx);
    }
    if state.focus == Focus::Inspector || state.drawer == Drawer::Inspector {
        let read = inspector::inspector(state, cx);
        let lines = read.plain().iter().map(|line| unsigned(line)).collect();
        return Said { over: true, lines, live: true, ..Said::at(read.title) };
    }
    if state.focus == Focus::Backlog {
        return backlog(state, cx);
    }
    let mut said = match &state.mode {
        Mode::Day => day(state, &grid, cx),
        Mode::Range(_) => {
            let count = range::cards(state, &cx.ctx).len();
            let notes = vec![cx.words.calendar_cards(count as i64)];
            Said { over: true, notes, ..Said::at(cx.words.plain_range()) }
        }
        _ => week(state, &grid, cx),
    };
    said.here = vec![under_cursor(state, &grid, cx)];
    said
}

fn week(state: &State, grid: &Grid, cx: &ViewCtx) -> Said {
    let words = cx.words;
    let number = i64::from(grid.week.number);
    let place = words.calendar_week(number, words.range(grid.days[0], grid.days[6]));
    let mut said = Said { live: true, ..Said::at(place) };
    let mut feasts = Vec::new();
    for date in grid.days {
        let cards = grid.day(date).filter(|item| matches!(item, Item::Card(_)));
        said.lines.extend(cards.map(|item| sentence(item, date, cx)));
        let kept = feast(date, cx);
        feasts.extend(kept.map(|feast| format!("{}: {feast}", words.day_month(date))));
    }
    said.lines.extend(grid.problems.iter().map(|problem| broken(problem, cx)));
    if grid.loading {
        said.notes.push(words.calendar_reading());
    } else if said.lines.is_empty() {
        said.notes.push(words.calendar_nothing_planned());
    }
    said.notes.extend(feasts);
    // Said once the weeks around are read: a count that grows line by line is no news.
    if state.asked.is_empty() {
        said.notes.extend(bars::needs(state, grid, cx).into_iter().map(|need| need.text));
    }
    said
}

/// A stage without its glyph: the word behind it says the same.
fn unsigned(line: &str) -> String {
    let signs = |c: char| matches!(c, '~' | '●' | '·' | '↔' | '≡' | '?' | '✦');
    let bare = line.trim().trim_start_matches(signs).trim_start();
    bare.replace("   ? ", ", ").replace("   ! ", ", ")
}

/// Every card of the day with the beginning of its text.
fn day(state: &State, grid: &Grid, cx: &ViewCtx) -> Said {
    let list = lists::day(state, grid, cx);
    let lines = spoken(&list, 1);
    Said { over: true, lines, ..Said::at(list.title) }
}

fn backlog(state: &State, cx: &ViewCtx) -> Said {
    let ideas = update::ideas(state, &cx.ctx);
    let mut said =
        Said { over: true, live: true, ..Said::at(cx.words.calendar_ideas(ideas.len() as i64)) };
    for (i, entry) in ideas.iter().enumerate() {
        let line = format!("{}. {}", i + 1, title(&entry.post, cx));
        if state.idea.as_ref() == Some(&entry.post.id) {
            said.here.push(line.clone());
        }
        said.lines.push(line);
    }
    if ideas.is_empty() {
        said.lines.push(no_ideas(cx));
    }
    said
}

/// The lines of a list from the `skip`th of each block on: its words without its columns.
fn spoken(list: &BlocksView, skip: usize) -> Vec<String> {
    let lines = list.blocks.iter().flat_map(|block| block.lines.iter().skip(skip));
    let lines = lines.map(|line| Line::plain(line).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn under_cursor(state: &State, grid: &Grid, cx: &ViewCtx) -> String {
    let date = state.cursor.date();
    let found = grid.day(date).find(|item| item.cursor(date) == state.cursor);
    match (found, here(state, &cx.ctx)) {
        (Some(item), _) => sentence(item, date, cx),
        (None, Here::Broken(problem)) => broken(problem, cx),
        (None, _) if matches!(state.cursor, Cursor::Problem { .. }) => cx.words.calendar_broken(),
        (None, _) => {
            let day = cx.words.day_month(date);
            let at = state.cursor.time().map(|time| cx.words.time(date.and_time(time)));
            let place = at.map_or(day.clone(), |time| format!("{day}, {time}"));
            format!("{place}: {}", cx.words.calendar_nothing_here())
        }
    }
}

/// Where it stood; where it would go now; what that would cost.
fn carried(moving: &Moving, cx: &ViewCtx) -> Said {
    let entry = moving.pieces.first().and_then(|piece| cx.ctx.shelf.get(&piece.post));
    let name = match (moving.pieces.len(), entry) {
        (1, Some(entry)) => title(&entry.post, cx),
        (count, _) => cx.words.calendar_cards(count as i64),
    };
    let mut said = Said { over: true, ..Said::at(cx.words.plain_in_hand(name)) };
    for (line, role) in inspector::move_lines(moving, cx) {
        match role {
            Role::Dim => said.lines.push(line),
            Role::Accent => said.here.push(line),
            _ => said.notes.push(line),
        }
    }
    said
}
