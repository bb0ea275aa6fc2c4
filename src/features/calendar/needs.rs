//! What needs a person: broken files, posts that cannot go out, what is late, suggestions
//! nobody has decided about, days without an hour. The footer counts it, a key walks
//! through it. Nothing is changed here but where the cursor stands.

use super::grid::{Card, Grid, cursor_of};
use super::state::{Cursor, Drawer, Focus, State};
use super::{events, update};
use crate::checks::plan;
use crate::domain::{
    Entry, Filter, Flag, Id, Placed, Plan, PlanNotice, Post, Severity, Stage, Week,
};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Need, Why};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use std::sync::Arc;

/// A place the cursor can go to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stop {
    Week(Cursor),
    Idea(Id),
}

/// Where a stop stands among the others: by day, files first, then what has no hour yet;
/// the ideas, which have no day, behind everything.
type Place = (NaiveDate, u8, NaiveDateTime);

/// Why a card needs a person, most urgent first.
pub fn of_card(card: &Placed, ctx: &Ctx) -> Vec<Need> {
    // What is held back is not late: it may not go out, nor be marked as if it had.
    let held = ctx.workspace.freezes.hold(&card.entry.post, &card.placement.channels);
    let untimed = card.stage.is_ahead() && !card.placement.when.has_time();
    let needs = [
        (card.blocked, Need::Blocked),
        (!held && card.is_overdue(ctx.now.utc), Need::Overdue),
        (card.waits, Need::Waiting),
        (untimed, Need::Untimed),
    ];
    needs.into_iter().filter(|(there, _)| *there).map(|(_, need)| need).collect()
}

/// A card passes the filter.
pub fn shows(filter: &Filter, card: &Placed, ctx: &Ctx) -> bool {
    filter.is_empty()
        || filter.matches_card(&card.entry.post, &card.placement, card.stage)
            && (!filter.needs_person
                || !of_card(card, ctx).is_empty()
                || asked_of_me(&card.entry.post, ctx) > 0)
}

/// An idea passes the filter.
pub fn shows_idea(filter: &Filter, entry: &Entry, ctx: &Ctx) -> bool {
    let blocked = || ctx.shelf.flag(entry, Stage::Idea) == Some(Flag::NeedsPerson);
    filter.matches(&entry.post, ctx.shelf.stage(entry))
        && (!filter.needs_person
            || waits(entry, ctx)
            || blocked()
            || asked_of_me(&entry.post, ctx) > 0)
}

/// How many changes and reviews of a post wait for whoever sits here; none of what has gone
/// out.
pub fn asked_of_me(post: &Post, ctx: &Ctx) -> usize {
    if Stage::of_post(post) == Stage::Published {
        return 0;
    }
    let review = ctx.shelf.review(&post.id);
    review.to_fix(post, ctx.by).len() + review.to_review(ctx.by).len()
}

fn waits(entry: &Entry, ctx: &Ctx) -> bool {
    ctx.shelf.has_waiting(&entry.post.id)
}

/// Something is probably wrong with a post that is still to go out, by itself or beside others.
fn is_warned(card: &Placed, plan: &Plan) -> bool {
    let Entry { path, findings, .. } = &*card.entry;
    let mut all = findings.iter().chain(plan.of(path));
    card.stage != Stage::Published && all.any(|found| found.severity == Severity::Warns)
}

fn plan_of(ctx: &Ctx) -> Arc<Plan> {
    plan::known(ctx.shelf, ctx.workspace, ctx.networks, ctx.now.today())
}

/// What the week on screen lacks of what the brand wants.
pub fn notices(state: &State, ctx: &Ctx) -> Arc<[PlanNotice]> {
    let minute = ctx.now.local().with_second(0).unwrap_or_default();
    let looked_back = state.week().offset(-plan::BACK).monday();
    let question = (ctx.shelf.changes_since(looked_back), state.week(), minute);
    let find = |_: &_| plan::notices(state.week(), ctx.shelf, ctx.workspace, ctx.now).into();
    state.notices.get(question, find)
}

/// On to the next thing that needs a person in the weeks that were read, round and round. A
/// warning asks for nobody by itself.
pub fn walk(state: &mut State, forward: bool, ctx: &Ctx) -> Outcome {
    let mut all = stops(state, ctx);
    all.retain(|(_, needs)| needs.iter().any(|need| *need != Need::Warned));
    step(state, all, forward, ctx)
}

/// On to the next of what the footer counts: in the week on screen and among the ideas, or
/// in the other weeks.
pub fn point(state: &mut State, need: Need, ctx: &Ctx) -> Outcome {
    let week = state.week();
    let here = |stop: &Stop| match stop {
        Stop::Week(cursor) => cursor.date_week() == week,
        Stop::Idea(_) => true,
    };
    let all = stops(state, ctx).into_iter();
    let wanted = all
        .filter(|(stop, needs)| needs.contains(&need) && here(stop) != (need == Need::Elsewhere));
    step(state, wanted.collect(), true, ctx)
}

fn step(state: &mut State, stops: Vec<(Stop, Vec<Need>)>, forward: bool, ctx: &Ctx) -> Outcome {
    let now = match (&state.focus, &state.idea) {
        (Focus::Backlog, Some(idea)) => Stop::Idea(idea.clone()),
        _ => Stop::Week(state.cursor.clone()),
    };
    let from = place(&now);
    let others = || stops.iter().map(|(stop, _)| stop).filter(|stop| **stop != now);
    // Two cards of one moment keep their order: what stands behind the cursor is behind it.
    let at = stops.iter().position(|(stop, _)| *stop == now);
    let index = |stop: &Stop| stops.iter().position(|(other, _)| other == stop);
    let after = |stop: &&Stop| at.map_or(place(stop) > from, |at| index(stop) > Some(at));
    let next = if forward {
        others().find(after).or_else(|| others().next())
    } else {
        others().rfind(|stop| !after(stop)).or_else(|| others().next_back())
    };
    match next.cloned() {
        Some(Stop::Week(cursor)) => {
            state.focus = Focus::Week;
            state.drawer = match state.drawer {
                Drawer::Inspector => Drawer::Inspector,
                Drawer::None | Drawer::Backlog => Drawer::None,
            };
            state.scroll = 0;
            state.cursor = cursor;
            Outcome::Handled(events::sight(state, ctx))
        }
        Some(Stop::Idea(idea)) => {
            state.idea = Some(idea);
            state.scroll = 0;
            update::show_backlog(state);
            Outcome::done()
        }
        None if stops.is_empty() => Outcome::Disabled(Why::NothingNeedsYou),
        None => Outcome::Disabled(Why::NothingElseNeedsYou),
    }
}

/// Everything that needs a person and passes the filter, in the order of the calendar. What
/// cannot wait is also told from elsewhere.
fn stops(state: &State, ctx: &Ctx) -> Vec<(Stop, Vec<Need>)> {
    let zone = ctx.workspace.zone;
    let mut found: Vec<(Stop, Vec<Need>)> = Vec::new();
    for problem in ctx.shelf.problems() {
        // What belongs to no week is seen in each: it is gone to where one is.
        let week = problem.path.week().unwrap_or_else(|| state.week());
        let cursor = Cursor::Problem { path: problem.path.clone(), week };
        found.push((Stop::Week(cursor), vec![Need::Broken, Need::Elsewhere]));
    }
    let plan = plan_of(ctx);
    for entry in ctx.shelf.entries() {
        for card in ctx.shelf.placed(entry, zone) {
            let mut needs = of_card(&card, ctx);
            needs.extend(is_warned(&card, &plan).then_some(Need::Warned));
            needs.extend(is_urgent(&card, ctx).then_some(Need::Elsewhere));
            if !needs.is_empty() && shows(&state.filter, &card, ctx) {
                found.push((Stop::Week(cursor_of(&card.placement)), needs));
            }
        }
    }
    for entry in update::ideas(state, ctx) {
        let blocked = ctx.shelf.flag(entry, Stage::Idea) == Some(Flag::NeedsPerson);
        let needs = [(blocked, Need::Blocked), (waits(entry, ctx), Need::Waiting)];
        let needs: Vec<Need> = needs.into_iter().filter(|(there, _)| *there).map(|n| n.1).collect();
        if !needs.is_empty() {
            found.push((Stop::Idea(entry.post.id.clone()), needs));
        }
    }
    found.sort_by_key(|(stop, _)| place(stop));
    found
}

/// It cannot wait until somebody comes by: a file to be put right, a post that cannot go
/// out, and what should be out by now.
fn is_urgent(card: &Placed, ctx: &Ctx) -> bool {
    let hour = card.placement.when.has_time();
    let past = card.placement.wall.date() < ctx.now.today();
    card.stage.is_ahead() && (!hour && past || card.is_overdue(ctx.now.utc) || card.blocked)
}

/// The weeks of the posts that cannot wait, one for each card.
fn urgent(state: &State, ctx: &Ctx) -> Arc<[Week]> {
    let zone = ctx.workspace.zone;
    let planned = |entry: &&Arc<Entry>| Stage::of_post(&entry.post) == Stage::Planned;
    // What goes out after tomorrow in any zone is not late, and most posts do: no cards are
    // laid out for them.
    let soon = ctx.now.local() + TimeDelta::days(1);
    let is_near = |entry: &&Arc<Entry>| entry.post.whens().any(|when| when.wall(zone) < soon);
    let may = |entry: &&Arc<Entry>| is_near(entry) || ctx.shelf.needs_person(entry);
    let entries = ctx.shelf.entries().filter(planned).filter(may);
    let cards = entries.flat_map(|entry| ctx.shelf.placed(entry, zone));
    let urgent = cards.filter(|card| is_urgent(card, ctx) && shows(&state.filter, card, ctx));
    urgent.map(|card| Week::of(card.placement.wall.date())).collect()
}

fn place(stop: &Stop) -> Place {
    match stop {
        Stop::Week(cursor) => {
            let rank = match cursor {
                Cursor::Problem { .. } => 0,
                _ if cursor.time().is_none() => 1,
                _ => 2,
            };
            let date = cursor.date();
            (date, rank, date.and_time(cursor.time().unwrap_or_default()))
        }
        Stop::Idea(_) => (NaiveDate::MAX, 3, NaiveDateTime::MAX),
    }
}

/// How much of each there is in the week on screen, with the ideas beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub broken: usize,
    pub blocked: usize,
    pub overdue: usize,
    /// Suggestions, not posts.
    pub waiting: usize,
    pub untimed: usize,
    /// With a warning, and nothing that cannot wait.
    pub warned: usize,
    /// What cannot wait in the other weeks.
    pub elsewhere: usize,
}

pub fn counts(state: &State, grid: &Grid, ctx: &Ctx) -> Counts {
    let mut counts = Counts { broken: grid.broken(), ..Counts::default() };
    let mut posts: Vec<&Id> = Vec::new();
    let plan = plan_of(ctx);
    // A post that goes out at several times is one thing to see to.
    let mut counted: Vec<(&Id, Need)> = Vec::new();
    for Card(card) in grid.cards() {
        let warned = !card.blocked && is_warned(card, &plan);
        for need in of_card(card, ctx).into_iter().chain(warned.then_some(Need::Warned)) {
            let one = (&card.entry.post.id, need);
            if counted.contains(&one) {
                continue;
            }
            counted.push(one);
            match need {
                Need::Blocked => counts.blocked += 1,
                Need::Overdue => counts.overdue += 1,
                Need::Untimed => counts.untimed += 1,
                Need::Warned => counts.warned += 1,
                Need::Broken | Need::Waiting | Need::Elsewhere => {}
            }
        }
        posts.extend(card.waits.then_some(&card.entry.post.id));
    }
    posts.extend(update::ideas(state, ctx).into_iter().map(|entry| &entry.post.id));
    posts.sort_unstable();
    posts.dedup();
    let waiting = |id: &&Id| ctx.shelf.suggestions(id).iter().filter(|s| s.is_waiting()).count();
    // A file that belongs to no week is seen in all of them.
    let broken = ctx.shelf.problems().filter_map(|problem| problem.path.week());
    let urgent = state.urgent.get((ctx.shelf.revision(), ctx.now), |_| urgent(state, ctx));
    let weeks = broken.chain(urgent.iter().copied());
    counts.elsewhere = weeks.filter(|week| *week != grid.week).count();
    counts.waiting = posts.iter().map(waiting).sum();
    counts
}
