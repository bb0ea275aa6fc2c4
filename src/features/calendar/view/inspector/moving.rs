//! What is being carried: where it stood, where it goes, what that costs. The bar below and
//! whoever has it read aloud say the same lines.

use super::text;
use crate::domain::{Moment, When};
use crate::features::ViewCtx;
use crate::features::calendar::plan::{Leg, Piece, Trouble};
use crate::features::calendar::state::Moving;
use crate::features::calendar::view::words::title;
use crate::ui::{Para, Role};
use chrono::NaiveDateTime;

pub fn carried(moving: &Moving, cx: &ViewCtx) -> Vec<Para> {
    let entry = moving.pieces.first().and_then(|piece| cx.ctx.shelf.get(&piece.post));
    let mut parts = Vec::new();
    if moving.pieces.len() > 1 {
        parts.push(text(cx.words.calendar_cards(moving.pieces.len() as i64), Role::Title));
    } else if let Some(entry) = entry {
        parts.push(text(title(&entry.post, cx), Role::Title));
    }
    parts.push(Para::Blank);
    parts.extend(move_lines(moving, cx).into_iter().map(|(line, role)| text(line, role)));
    parts
}

/// Where it stood, where it goes, what that costs, what is in the way.
pub fn move_lines(moving: &Moving, cx: &ViewCtx) -> Vec<(String, Role)> {
    let words = cx.words;
    let mut lines = Vec::new();
    if let Some(from) = moving.from {
        lines.push((words.calendar_from(words.moment(from)), Role::Dim));
    }
    let to = if moving.timed { words.moment(moving.to) } else { words.day_month(moving.to.date()) };
    lines.push((words.calendar_to(to), Role::Accent));
    let entry = |piece: &Piece| cx.ctx.shelf.get(&piece.post);
    if moving.pieces.iter().filter_map(entry).any(|entry| entry.post.approval.is_some()) {
        lines.push((words.calendar_move_voids(), Role::Warm));
    }
    let now = cx.ctx.now.local();
    let is_past = if moving.timed { moving.to < now } else { moving.to.date() < now.date() };
    if is_past {
        lines.push((words.calendar_move_past(), Role::Warm));
    }
    let time = |at| words.time(at);
    let trouble = moving.trouble.as_deref();
    // Of several times that are carried it is one.
    if let Some(Trouble { leg, .. }) = trouble
        && (moving.pieces.len() > 1 || leg.channel.is_some())
    {
        lines.push((leg_name(leg, cx), Role::Text));
    }
    match trouble.map(|trouble| trouble.moment) {
        Some(Moment::Gap { before, after, .. }) => {
            lines.push((words.calendar_gap(), Role::Warm));
            lines.push((format!("1  {}", time(before)), Role::Text));
            lines.push((format!("2  {}", time(after)), Role::Text));
        }
        Some(Moment::Fold { first, second }) => {
            lines.push((words.calendar_fold_time(), Role::Warm));
            for (n, at) in [(1, first), (2, second)] {
                let when = When::Offset(at.fixed_offset());
                let offset = at.format("%:z").to_string();
                let wall = time(when.wall(cx.ctx.workspace.zone));
                lines.push((format!("{n}  {wall} ({offset})"), Role::Text));
            }
        }
        _ => {}
    }
    lines
}

/// Which time of which post: its title, the channel whose own it is, where it would arrive.
fn leg_name(leg: &Leg, cx: &ViewCtx) -> String {
    let post = cx.ctx.shelf.at(&leg.path).map(|entry| title(&entry.post, cx));
    let channel = leg.channel.as_deref().map(|key| cx.channel_name(key));
    let parts = post.into_iter().chain(channel).chain([cx.words.moment(leg.wall)]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// `mar 24 nov 18:30`; the day alone while the time is to be set.
pub fn moment_of(when: When, wall: NaiveDateTime, cx: &ViewCtx) -> String {
    if when.has_time() { cx.words.moment(wall) } else { cx.words.day_month(wall.date()) }
}
