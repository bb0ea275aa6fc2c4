//! Several cards at once: everything in time from the anchor to the cursor.

use super::Cursor;
use super::grid::cursor_of;
use super::needs;
use super::plan::{self, Piece};
use super::state::{Mode, State};
use crate::domain::{Placed, Placement};
use crate::features::Ctx;
use chrono::NaiveDateTime;
use std::sync::Arc;

/// The cards of the range, in time order; empty where no range is being selected.
pub fn cards(state: &State, ctx: &Ctx) -> Vec<Arc<Placed>> {
    let Mode::Range(anchor) = &state.mode else { return Vec::new() };
    let (from, to) = ends(anchor, &state.cursor);
    let mut all = ctx.shelf.between(from.date(), to.date(), ctx.workspace.zone);
    let inside = |p: &Placement| {
        (from..=to).contains(&p.wall)
            || [anchor, &state.cursor].into_iter().any(|end| cursor_of(p) == *end)
    };
    all.retain(|card| inside(&card.placement) && needs::shows(&state.filter, card, ctx));
    all
}

fn ends(anchor: &Cursor, cursor: &Cursor) -> (NaiveDateTime, NaiveDateTime) {
    let at = |c: &Cursor| c.date().and_time(c.time().unwrap_or_default());
    let (a, b) = (at(anchor), at(cursor));
    (a.min(b), a.max(b))
}

/// What of the range can be carried, and from where. Whole posts are carried once.
pub fn pieces(state: &State, ctx: &Ctx) -> Option<(NaiveDateTime, Vec<Piece>)> {
    let mut from = None;
    let mut found: Vec<Piece> = Vec::new();
    for card in cards(state, ctx) {
        let Ok(piece) = plan::piece(&card.entry, &card.placement, false) else { continue };
        if !found.contains(&piece) {
            from.get_or_insert(card.placement.wall);
            found.push(piece);
        }
    }
    from.map(|from| (from, found))
}
