//! What happens around the calendar: folders are read, changes are applied. The cursor
//! follows its post by id and never jumps while something is carried.

use super::Cursor;
use super::grid::{Card, Grid, cursor_of};
use super::state::{Mode, State};
use super::{needs, walk};
use crate::checks::learned::proposals;
use crate::checks::plan;
use crate::domain::{Change, Filter, Id, Label, Stage, Week, placements};
use crate::features::Ctx;
use crate::vocab::{Effect, Event, Screen};
use chrono::{NaiveDate, NaiveTime};

/// Weeks read ahead on either side.
const AHEAD: i64 = 4;

/// From so many posts in memory on, weeks far from the cursor are let go: years of most
/// brands, and half a year of one that has two hundred a week.
const MOST: usize = 4_000;

/// What must be read before the first picture, and the rest behind it.
pub fn start(state: &mut State, ctx: &Ctx) -> Vec<Effect> {
    let mut effects = sight(state, ctx);
    effects.push(Effect::ReadIdeas);
    effects
}

/// The weeks around the cursor are read, those in sight are watched.
pub(super) fn sight(state: &mut State, ctx: &Ctx) -> Vec<Effect> {
    let week = state.week();
    let mut effects = Vec::new();
    // Nearest first: what is on screen is waited for.
    let near = (0..=AHEAD).flat_map(|n| [week.offset(n), week.offset(-n)]);
    for week in near {
        if !ctx.shelf.has_week(week) && state.asked.insert(week) {
            effects.push(Effect::ReadWeek(week));
        }
    }
    let posts = posts_of(week, ctx);
    let watched = Some((week, posts));
    if state.watched != watched {
        let known = state.watched.take().map(|(_, posts)| posts).unwrap_or_default();
        let posts = watched.as_ref().map(|(_, posts)| posts.clone()).unwrap_or_default();
        let fresh: Vec<Id> = posts.iter().filter(|id| !known.contains(id)).cloned().collect();
        if !fresh.is_empty() {
            effects.push(Effect::ReadSuggestions(fresh));
        }
        let weeks = vec![week.previous(), week, week.next()];
        effects.push(Effect::Watch { weeks, posts });
        state.watched = watched;
    }
    effects.extend(left_behind(state, ctx).map(Effect::LetGo));
    effects
}

/// The week that is farthest from the cursor, where there are too many posts in memory. What
/// is carried or copied is needed wherever it came from; today is near to everything.
fn left_behind(state: &State, ctx: &Ctx) -> Option<Week> {
    if ctx.shelf.len() <= MOST || !matches!(state.mode, Mode::Browse | Mode::Day) {
        return None;
    }
    let zone = ctx.workspace.zone;
    let copied = state.copied.as_ref().and_then(|id| ctx.shelf.get(id));
    let copied = copied.and_then(|entry| Week::from_folder(entry.path.parent()));
    let near = [state.week(), Week::of(ctx.now.utc.with_timezone(&zone).date_naive())];
    let away = |week: Week, from: Week| (week.monday() - from.monday()).num_weeks().abs();
    let far = ctx
        .shelf
        .weeks()
        .filter(|week| Some(*week) != copied && near.iter().all(|from| away(*week, *from) > AHEAD));
    far.max_by_key(|week| away(*week, near[0]))
}

/// The posts with a card in the week, the ideas, and those whose suggestions they came from:
/// a duplicate keeps the origin of the post it was made from.
fn posts_of(week: Week, ctx: &Ctx) -> Vec<Id> {
    let cards = ctx.shelf.week(week, ctx.workspace.zone);
    let entries = cards.iter().map(|card| &card.entry).chain(ctx.shelf.ideas());
    let mut ids: Vec<Id> = entries
        .flat_map(|entry| {
            let of = entry.post.origin.iter().map(|origin| origin.post.clone());
            std::iter::once(entry.post.id.clone()).chain(of)
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Moves the cursor to a day and an hour of it, or to the card of a post on it.
pub fn go_to(
    state: &mut State,
    (date, time): (NaiveDate, Option<NaiveTime>),
    post: Option<&Id>,
    ctx: &Ctx,
) -> Vec<Effect> {
    state.mode = Mode::Browse;
    let zone = ctx.workspace.zone;
    let entry = post.and_then(|id| ctx.shelf.get(id));
    if let Some(entry) = entry.filter(|e| Stage::of_post(&e.post) == Stage::Idea) {
        state.idea = Some(entry.post.id.clone());
        super::update::show_backlog(state);
        return sight(state, ctx);
    }
    super::update::to_week(state);
    state.scroll = 0;
    let card = entry.and_then(|entry| {
        let cards = placements(&entry.post, zone);
        cards.iter().find(|p| p.wall.date() == date).or(cards.first()).map(cursor_of)
    });
    state.said = time.map(|time| date.and_time(time)).filter(|_| card.is_none());
    state.cursor = card.unwrap_or_else(|| {
        let grid = Grid::of_week(Week::of(date), state, ctx);
        let here = Cursor::slot(date, time.or(state.cursor.time()));
        // An hour that was said is gone to, whether anything stands there or not.
        let there = || grid.day(date).find(|item| item.time() == time);
        match time {
            Some(_) => there().map_or(here, |item| item.cursor(date)),
            None => walk::settle_cursor(&grid, &here),
        }
    });
    if let (Some(id), None) = (post, entry) {
        // Its week is not in memory yet; the card takes the cursor when it comes.
        state.awaited = Some(super::state::Awaited { id: id.clone(), open: false });
    }
    sight(state, ctx)
}

pub fn set_filter(state: &mut State, filter: Filter, ctx: &Ctx) {
    state.filter = filter;
    state.urgent.forget();
    reconcile(state, ctx);
}

/// The shelf was brought up to date before this is called.
pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    let mut effects = hear(state, event, ctx);
    effects.extend(compare(state, ctx));
    effects
}

/// Has the posts compared with each other once more where one has changed, and somebody does
/// that behind the screen.
fn compare(state: &mut State, ctx: &Ctx) -> Option<Effect> {
    ctx.shelf.found_plan()?;
    let today = ctx.now.today();
    let stamp = plan::stamp(ctx.shelf, today);
    let is_new = state.compared.replace(stamp) != Some(stamp);
    is_new.then(|| Effect::Compare { stamp, posts: plan::posts(ctx.shelf, today) })
}

fn hear(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    let mut effects = Vec::new();
    // The brand may have another zone, and what is frozen is not late.
    if matches!(event, Event::Applied { .. } | Event::WorkspaceRead { .. }) {
        state.urgent.forget();
    }
    if matches!(
        event,
        Event::DecisionsRead(_) | Event::Applied { .. } | Event::WorkspaceRead { .. }
    ) {
        let learned = &ctx.workspace.voice.learned;
        let judged: Vec<_> = ctx.shelf.judged().cloned().collect();
        state.proposed = proposals(&judged, learned).len();
    }
    match event {
        Event::FolderRead { folder, .. } => {
            if let Some(week) = Week::from_folder(folder) {
                state.asked.remove(&week);
                land(state, week, ctx);
                // What waits in the weeks around is known before one goes there.
                if week != state.week() {
                    effects.extend(suggestions_of(week, ctx));
                }
            }
        }
        Event::Applied { set, entries, .. } => {
            state.put_down = None;
            // Undo and redo show what they did, wherever it is.
            let moved = matches!(set.label, Label::Move | Label::Push | Label::FixFolder)
                || matches!(set.label, Label::New | Label::Duplicate | Label::Trash);
            if let (true, None, Some(entry)) = (moved, state.moving(), entries.first()) {
                follow(state, &entry.post.id.clone(), ctx);
            }
            // The idea that was made last is the one to be placed next.
            let made = set.changes.iter().find_map(|change| match change {
                Change::Create { post, .. } if post.when.is_none() => Some(post.id.clone()),
                _ => None,
            });
            state.idea = made.or(state.idea.take());
        }
        Event::NotApplied { .. } => (state.awaited, state.put_down) = (None, None),
        Event::WorkspaceRead { .. } | Event::Noticed { .. } | Event::Ticked(_) => {}
        _ => return Vec::new(),
    }
    effects.extend(reconcile(state, ctx));
    effects.extend(sight(state, ctx));
    effects
}

fn suggestions_of(week: Week, ctx: &Ctx) -> Option<Effect> {
    let cards = ctx.shelf.week(week, ctx.workspace.zone).into_iter();
    let planned = cards.filter(|card| card.stage != Stage::Published);
    let mut ids: Vec<Id> = planned.map(|card| card.placement.post.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    (!ids.is_empty()).then_some(Effect::ReadSuggestions(ids))
}

/// The first week that is read gives the cursor its place: where now is.
fn land(state: &mut State, week: Week, ctx: &Ctx) {
    if !state.landed && week == state.week() {
        state.landed = true;
        state.cursor = walk::landing(state, ctx);
    }
}

/// Puts the cursor on the post's nearest card.
fn follow(state: &mut State, id: &Id, ctx: &Ctx) {
    let Some(entry) = ctx.shelf.get(id) else { return };
    let cards = placements(&entry.post, ctx.workspace.zone);
    if cards.iter().any(|p| cursor_of(p) == state.cursor) {
        return;
    }
    let here = state.cursor.date();
    let nearest = cards.iter().min_by_key(|p| (p.wall.date() - here).abs());
    if let Some(placement) = nearest {
        state.cursor = cursor_of(placement);
    }
}

/// After anything changed: the cursor stands on something that exists.
fn reconcile(state: &mut State, ctx: &Ctx) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(awaited) = state.awaited.clone()
        && let Some(entry) = ctx.shelf.get(&awaited.id)
    {
        state.awaited = None;
        if Stage::of_post(&entry.post) == Stage::Idea {
            state.idea = Some(awaited.id.clone());
        } else {
            follow(state, &awaited.id, ctx);
        }
        if awaited.open {
            effects.push(Effect::Show(Screen::Editor { post: awaited.id, channel: None }));
        }
    }
    let idea_is_there =
        |id: &Id| ctx.shelf.get(id).is_some_and(|entry| Stage::of_post(&entry.post) == Stage::Idea);
    if !state.idea.as_ref().is_some_and(idea_is_there) {
        state.idea = ctx.shelf.ideas().first().map(|entry| entry.post.id.clone());
    }
    match &state.mode {
        Mode::Moving(moving) => {
            // A card that was changed or taken away elsewhere is no longer in hand.
            if moving.pieces.iter().any(|piece| ctx.shelf.at(&piece.path).is_none()) {
                state.cursor = moving.back.clone();
                state.mode = Mode::Browse;
            }
        }
        Mode::Browse | Mode::Range(_) | Mode::Day => stand_somewhere(state, ctx),
    }
    effects
}

/// The cursor's card is where it was, and shown: asked after every event, so without
/// placing the whole week.
fn card_is_there(state: &State, ctx: &Ctx) -> bool {
    let Some(entry) = state.cursor.post().and_then(|id| ctx.shelf.get(id)) else { return false };
    let cards = ctx.shelf.placed(entry, ctx.workspace.zone);
    let card = cards.iter().find(|card| cursor_of(&card.placement) == state.cursor);
    card.is_some_and(|card| needs::shows(&state.filter, card, ctx))
}

/// The cursor follows its post within the week, else stays at the nearest place in time.
fn stand_somewhere(state: &mut State, ctx: &Ctx) {
    if !ctx.shelf.has_week(state.cursor.date_week()) {
        return;
    }
    if state.put_down.as_ref() == Some(&state.cursor) || card_is_there(state, ctx) {
        return;
    }
    let grid = Grid::of(state, ctx);
    if state.cursor.post().is_none() {
        let date = state.cursor.date();
        let here = grid.day(date).filter(|item| item.time() == state.cursor.time());
        // A card that has come to stand on the empty place is what the keys mean from now on.
        match here.last() {
            Some(item) => return state.cursor = item.cursor(date),
            None if state.said_here().is_some() => return,
            None => {}
        }
    }
    let id = state.cursor.post().cloned();
    let day = state.cursor.date().and_time(state.cursor.time().unwrap_or_default());
    let own = grid.cards().filter(|card| id.as_ref() == Some(&card.placement.post));
    let here = own.min_by_key(|card| (card.placement.wall - day).abs());
    let cursor = here.map_or_else(|| walk::settle_cursor(&grid, &state.cursor), Card::cursor);
    state.cursor = cursor;
}
