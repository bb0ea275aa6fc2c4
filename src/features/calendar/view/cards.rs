//! One item of the grid as a card to be drawn.

use super::words::{Badges, marked_title, state_of, title};
use crate::features::calendar::grid::{Card, Item};
use crate::features::calendar::state::{Focus, Moving, State};
use crate::features::{ViewCtx, marks};
use crate::ui::{CardKind, CardView, Role, Selected};
use crate::vocab::Target;
use chrono::NaiveDate;

/// How the cursor looks in the week: quieter while another pane has the focus.
pub fn cursor_look(state: &State) -> Selected {
    if state.focus == Focus::Week { Selected::Cursor } else { Selected::Dim }
}

pub fn card(
    item: &Item,
    date: NaiveDate,
    selected: Selected,
    badges: &Badges,
    cx: &ViewCtx,
) -> CardView {
    match item {
        Item::Card(card) => post(card, selected, badges, cx),
        Item::Free { time, channels } => CardView {
            kind: CardKind::Free,
            time: cx.words.time(date.and_time(*time)),
            mark: if cx.theme.ascii { "o" } else { "○" },
            mark_role: Role::Ghost,
            strip: badges.of(channels),
            split: false,
            title: String::new(),
            title_role: Role::Ghost,
            selected,
            target: Target::Slot { date, time: Some(*time) },
        },
    }
}

fn post(card: &Card, selected: Selected, badges: &Badges, cx: &ViewCtx) -> CardView {
    let placement = &card.placement;
    let (stage, flag) = state_of(card, cx);
    let (mark, mark_role, title_role) = marks(stage, flag, cx.theme.ascii);
    let timed = placement.when.has_time();
    CardView {
        kind: CardKind::Post,
        time: if timed { cx.words.time(placement.wall) } else { "--:--".to_owned() },
        mark,
        mark_role,
        strip: badges.of(&placement.channels),
        split: placement.split,
        title: if card.in_parts {
            marked_title(&card.entry.post, &placement.channels, cx)
        } else {
            title(&card.entry.post, cx)
        },
        title_role,
        selected,
        target: Target::Card { post: placement.post.clone(), wall: placement.wall },
    }
}

/// What is being carried, where it would go.
pub fn ghost(moving: &Moving, cx: &ViewCtx) -> CardView {
    let entry = moving.pieces.first().and_then(|piece| cx.ctx.shelf.get(&piece.post));
    let title = match moving.pieces.len() {
        0 | 1 => entry.map(|entry| title(&entry.post, cx)).unwrap_or_default(),
        n => cx.words.calendar_cards(n as i64),
    };
    let time = if moving.timed { cx.words.time(moving.to) } else { "--:--".to_owned() };
    CardView {
        kind: CardKind::Ghost,
        time,
        mark: "",
        mark_role: Role::Accent,
        strip: Vec::new(),
        split: false,
        title,
        title_role: Role::Title,
        // It has no ground of its own, and the grid scrolls to it.
        selected: Selected::Cursor,
        target: Target::Slot { date: moving.to.date(), time: Some(moving.to.time()) },
    }
}

/// The line of now across today.
pub fn now(cx: &ViewCtx) -> CardView {
    let local = cx.ctx.now.local();
    CardView {
        kind: CardKind::Now,
        time: cx.words.time(local),
        mark: "",
        mark_role: Role::Now,
        strip: Vec::new(),
        split: false,
        title: String::new(),
        title_role: Role::Now,
        selected: Selected::No,
        target: Target::Slot { date: local.date(), time: Some(local.time()) },
    }
}
