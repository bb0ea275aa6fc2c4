//! Several cards at once: everything in time from the anchor to the cursor.

use super::Cursor;
use super::grid::cursor_of;
use super::plan::{self, Piece};
use super::state::{Mode, State};
use crate::domain::{Entry, Placement};
use crate::features::Ctx;
use chrono::NaiveDateTime;
use std::sync::Arc;

/// The cards of the range, in time order; empty where no range is being selected.
pub fn cards<'a>(state: &State, ctx: &Ctx<'a>) -> Vec<(Placement, &'a Arc<Entry>)> {
    let Mode::Range(anchor) = &state.mode else { return Vec::new() };
    let (from, to) = ends(anchor, &state.cursor);
    let all = ctx.shelf.between(from.date(), to.date(), ctx.workspace.zone);
    let inside = |p: &Placement| {
        (from..=to).contains(&p.wall)
            || [anchor, &state.cursor].into_iter().any(|end| cursor_of(p) == *end)
    };
    let shown = |p: &Placement, e: &Entry| state.filter.matches_card(&e.post, p);
    all.into_iter().filter(|(p, e)| inside(p) && shown(p, e)).collect()
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
    for (placement, entry) in cards(state, ctx) {
        let Ok(piece) = plan::piece(entry, &placement, false) else { continue };
        if !found.contains(&piece) {
            from.get_or_insert(placement.wall);
            found.push(piece);
        }
    }
    from.map(|from| (from, found))
}
