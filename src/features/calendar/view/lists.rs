//! The calendar as lists: ideas beside the week, one day in full, the agenda of a
//! narrow screen.

use super::words::{badges, broken_here, feast, key_of, marked_title, no_ideas, state_of};
use crate::domain::Stage;
use crate::features::calendar::grid::{Grid, Item};
use crate::features::calendar::state::{Cursor, Focus, State};
use crate::features::calendar::update;
use crate::features::{ViewCtx, marks};
use crate::text::{lines, reveal_line, width};
use crate::ui::{BlocksView, Line, ListBlock, Role, title_lines};
use crate::vocab::{Action, Target};
use chrono::NaiveDate;

pub fn backlog(state: &State, width: u16, cx: &ViewCtx) -> BlocksView {
    let ideas = update::ideas(state, &cx.ctx);
    let block = |entry: &std::sync::Arc<crate::domain::Entry>| {
        let post = &entry.post;
        let flag = cx.ctx.shelf.flag(entry, Stage::Idea);
        let (mark, mark_role, title_role) = marks(Stage::Idea, flag, cx.theme.ascii);
        let rows = title_lines(&marked_title(post, &post.channels, cx), 3, width.saturating_sub(6));
        let lead = |i: usize| if i == 0 { format!("{mark} ") } else { "  ".to_owned() };
        let line = |(i, row)| Line::of(lead(i), mark_role).with(row, title_role);
        let mut lines: Vec<Line> = rows.into_iter().enumerate().map(line).collect();
        let strip: Vec<_> = badges(&post.channels, cx).into_iter().map(|b| b.short).collect();
        let pillar = post.pillar.as_deref().map(|key| cx.ctx.workspace.pillar_name(key));
        let about: Vec<String> = [strip.join(" "), pillar.unwrap_or_default().to_owned()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        if !about.is_empty() {
            let about = format!("  {}", reveal_line(&about.join(" · ")));
            lines.push(Line::of(about, Role::Dim));
        }
        lines.push(Line::blank());
        ListBlock {
            lines,
            target: Some(Target::Idea(post.id.clone())),
            selected: state.idea.as_ref() == Some(&post.id) && state.focus == Focus::Backlog,
            ..ListBlock::default()
        }
    };
    BlocksView {
        title: cx.words.calendar_ideas(ideas.len() as i64),
        blocks: ideas.into_iter().map(block).collect(),
        focused: state.focus == Focus::Backlog,
        empty: no_ideas(cx),
    }
}

/// What `+N` opens: every card of the day with the beginning of its text.
pub fn day(state: &State, grid: &Grid, cx: &ViewCtx) -> BlocksView {
    let date = state.cursor.date();
    let mut blocks = Vec::new();
    for item in grid.day(date) {
        let mut block = entry(item, date, state, cx);
        if let Item::Card(card) = item {
            let post = &card.entry.post;
            let lead = post.lead_of(&card.placement.channels);
            let sent = lead.map_or(post.text.as_str(), |key| post.text_for(key));
            let text = lines(sent).find(|line| !line.trim().is_empty());
            let line =
                text.map_or_else(|| cx.words.calendar_no_text(), |t| reveal_line(t).into_owned());
            block.lines.push(Line::of(format!("        {line}"), Role::Dim));
        }
        block.lines.push(Line::blank());
        blocks.push(block);
    }
    BlocksView {
        title: [Some(cx.words.day_long(date)), feast(date, cx)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        blocks,
        focused: state.focus == Focus::Week,
        empty: nothing(cx),
    }
}

/// The week as a list: the days that hold something, and the cursor's.
pub fn agenda(state: &State, grid: &Grid, cx: &ViewCtx) -> BlocksView {
    let mut blocks = Vec::new();
    for problem in &grid.problems {
        let at = Cursor::Problem { path: problem.path.clone(), week: grid.week };
        let (mark, role, said) = if problem.kind.is_note() {
            ("· ", Role::Dim, Role::Dim)
        } else {
            ("! ", Role::Warm, Role::Text)
        };
        let [whole, short] = broken_here(problem, cx);
        let fits = width(&whole) + 4 <= usize::from(cx.ctx.pane.width);
        let text = if fits { whole } else { short };
        let line = Line::of(mark, role).with(text, said);
        blocks.push(ListBlock {
            lines: vec![line],
            target: Some(Target::Row(blocks.len())),
            selected: at == state.cursor,
            ..ListBlock::default()
        });
    }
    for date in grid.days {
        let items: Vec<ListBlock> =
            grid.day(date).map(|item| entry(item, date, state, cx)).collect();
        let here = date == state.date();
        if items.is_empty() && !here {
            continue;
        }
        if !blocks.is_empty() {
            blocks.push(ListBlock::heading(Line::blank()));
        }
        blocks.push(day_heading(date, here, cx));
        let on_item = items.iter().any(|block| block.selected);
        // The ghost, or the empty place under the cursor, stands among the day's items.
        let time = state.moving().map_or_else(|| state.cursor.time(), |m| Some(m.to.time()));
        let before = grid.day(date).filter(|item| item.time() <= time).count();
        let first = blocks.len();
        blocks.extend(items);
        if let Some(moving) = state.moving().filter(|moving| moving.to.date() == date) {
            let ghost = super::cards::ghost(moving, cx);
            let line =
                Line::of(format!("{} ", ghost.time), Role::Accent).with(ghost.title, Role::Title);
            let block = ListBlock { lines: vec![line], selected: true, ..ListBlock::default() };
            blocks.insert(first + before, block);
        } else if here && !on_item && !matches!(state.cursor, Cursor::Problem { .. }) {
            let at = time.map(|t| cx.words.time(date.and_time(t))).unwrap_or_default();
            let block = ListBlock {
                lines: vec![Line::of(format!("{at} "), Role::Dim).with(nothing(cx), Role::Dim)],
                target: Some(Target::Slot { date, time }),
                selected: true,
                ..ListBlock::default()
            };
            blocks.insert(first + before, block);
        }
    }
    BlocksView { title: String::new(), blocks, focused: true, empty: nothing(cx) }
}

fn day_heading(date: NaiveDate, here: bool, cx: &ViewCtx) -> ListBlock {
    let today = date == cx.ctx.now.today();
    let role = match (today, here) {
        (true, _) => Role::Today,
        (false, true) => Role::Title,
        (false, false) => Role::Dim,
    };
    let mut line = Line::of(cx.words.day_month(date), role);
    if today {
        line = line.with(" · ", Role::Dim).with(cx.words.calendar_today(), Role::Accent);
    }
    if let Some(feast) = feast(date, cx) {
        line = line.with(format!(" · {feast}"), Role::Dim);
    }
    ListBlock::heading(line)
}

/// `12:30 ! Promo week                IG FB`.
fn entry(item: &Item, date: NaiveDate, state: &State, cx: &ViewCtx) -> ListBlock {
    let time = item.time().map_or_else(|| "--:--".to_owned(), |t| cx.words.time(date.and_time(t)));
    let cursor = item.cursor(date);
    let selected = state.moving().is_none() && cursor == state.cursor;
    let shorts = |keys: Vec<crate::ui::Badge>| {
        keys.into_iter().map(|b| b.short).collect::<Vec<_>>().join(" ")
    };
    let (line, note, target) = match item {
        Item::Card(card) => {
            let post = &card.entry.post;
            let (stage, flag) = state_of(card, cx);
            let (mark, mark_role, title_role) = marks(stage, flag, cx.theme.ascii);
            let line = Line::of(format!("{time} "), Role::Text)
                .with(mark, mark_role)
                .with(" ", Role::Text)
                .with(marked_title(post, &card.placement.channels, cx), title_role);
            let arrow = if cx.theme.ascii { " <>" } else { " ↔" };
            let split = if card.placement.split { arrow } else { "" };
            let note = format!("{}{split}", shorts(badges(&card.placement.channels, cx)));
            let post = card.placement.post.clone();
            (line, note, Target::Card { post, wall: card.placement.wall })
        }
        Item::Free { time: at, channels } => {
            let mark = if cx.theme.ascii { "o" } else { "○" };
            let line = Line::of(format!("{time} {mark} {}", cx.words.calendar_free()), Role::Ghost);
            (line, shorts(badges(channels, cx)), Target::Slot { date, time: Some(*at) })
        }
    };
    ListBlock { lines: vec![line], note, target: Some(target), selected }
}

/// What an empty place teaches.
fn nothing(cx: &ViewCtx) -> String {
    let keys: Vec<String> =
        [Action::New, Action::Drafts].iter().filter_map(|a| key_of(a, cx)).collect();
    let nothing = cx.words.calendar_nothing_here();
    if keys.is_empty() { nothing } else { format!("{nothing} · {}", keys.join("   ")) }
}
