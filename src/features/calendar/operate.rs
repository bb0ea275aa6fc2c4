//! What is done to the post, the idea, the empty place or the broken file under the
//! cursor. An action that cannot be done says why.

use super::freezing;
use super::grid::{Card, Grid, Item, cursor_of};
use super::plan::{self, Course, Piece};
use super::state::{Awaited, Cursor, Focus, Mode, State};
use super::{moving, range};
use crate::domain::{Change, ChangeSet, ChannelKey, Entry, Label, Post, Problem, Stage, When};
use crate::features::{Ctx, Outcome, gone_out};
use crate::vocab::{Action, Effect, ExternalEdit, Notice, Screen, Slot, Why};
use chrono::{NaiveTime, TimeDelta};
use std::sync::Arc;

/// What the cursor stands on, with what is known of it.
pub enum Here<'a> {
    Card(Card),
    Idea(&'a Arc<Entry>),
    Empty(Slot),
    Broken(&'a Problem),
}

pub fn here<'a>(state: &State, ctx: &Ctx<'a>) -> Here<'a> {
    if state.focus == Focus::Backlog {
        let entry = state.idea.as_ref().and_then(|id| ctx.shelf.get(id));
        if let Some(entry) = entry {
            return Here::Idea(entry);
        }
    }
    if let Cursor::Problem { path, .. } = &state.cursor
        && let Some(problem) = ctx.shelf.noted().find(|p| p.path == *path)
    {
        return Here::Broken(problem);
    }
    if let Some(id) = state.cursor.post() {
        // Two files may carry the id, and only one of them stand here.
        let mut cards = ctx.shelf.cards(id, ctx.workspace.zone);
        if let Some(card) = cards.find(|card| cursor_of(&card.placement) == state.cursor) {
            return Here::Card(Card(Arc::new(card)));
        }
    }
    Here::Empty(Slot { date: state.cursor.date(), time: state.cursor.time() })
}

pub(super) fn operate(state: &mut State, action: &Action, ctx: &Ctx) -> Outcome {
    if matches!(state.mode, Mode::Range(_))
        && let Some(outcome) = operate_range(state, action, ctx)
    {
        return outcome;
    }
    match action {
        Action::Filter => return Outcome::effect(Effect::Show(Screen::Filter)),
        Action::ClearFilter => {
            super::events::set_filter(state, crate::domain::Filter::default(), ctx);
            return Outcome::done();
        }
        Action::GoToDate => return Outcome::effect(Effect::Show(Screen::GoToDate)),
        Action::Range => {
            state.mode = Mode::Range(state.cursor.clone());
            return Outcome::done();
        }
        Action::New => return create(state, ctx),
        Action::Freeze => {
            let campaign = written(state, ctx).and_then(|post| post.campaign.as_ref());
            return freezing::ask(campaign, ctx);
        }
        Action::Paste => return paste(state, ctx),
        _ => {}
    }
    let result = match here(state, ctx) {
        Here::Empty(_) if matches!(action, Action::Move | Action::MoveAll) => {
            return moving::bring(state, ctx);
        }
        Here::Empty(slot) => on_empty(slot, action),
        Here::Broken(problem) => on_broken(problem, action),
        Here::Card(card) => match action {
            Action::Move | Action::MoveAll => {
                return moving::pick_up(state, *action == Action::MoveAll, ctx);
            }
            Action::PushWeek => {
                let piece = plan::piece(&card.entry, &card.placement, !card.placement.split);
                return match piece {
                    Ok(piece) => push(state, &[piece], ctx),
                    Err(why) => Outcome::Disabled(why),
                };
            }
            _ => on_post(state, &card.entry, &card.placement.channels, action, ctx),
        },
        Here::Idea(entry) => match action {
            // A double click opens; here it chooses.
            Action::Confirm | Action::Open if state.bringing => {
                return moving::put_here(state, ctx);
            }
            Action::Move | Action::MoveAll => return moving::pick_up_idea(state, ctx),
            Action::PushWeek | Action::ToBacklog => Err(Why::AnIdeaHasNoTime),
            _ => on_post(state, entry, &entry.post.channels, action, ctx),
        },
    };
    match result {
        Ok(Some(effect)) => {
            let post = written(state, ctx);
            let said = match effect {
                Effect::EditOutside(_) => post.and_then(gone_out),
                Effect::CopyToClipboard(_) => post.and_then(link_left_out),
                _ => None,
            };
            Outcome::Handled(said.into_iter().chain([effect]).collect())
        }
        Ok(None) => Outcome::Ignored,
        Err(why) => Outcome::Disabled(why),
    }
}

/// The post whose file is about to be opened elsewhere.
fn written<'a>(state: &State, ctx: &Ctx<'a>) -> Option<&'a Post> {
    let id = match state.focus {
        Focus::Backlog => state.idea.as_ref(),
        _ => state.cursor.post(),
    };
    ctx.shelf.get(id?).map(|entry| &entry.post)
}

fn on_empty(slot: Slot, action: &Action) -> Result<Option<Effect>, Why> {
    match action {
        Action::Drafts => Ok(Some(Effect::Show(Screen::Drafts { post: None, slot: Some(slot) }))),
        Action::Fix => Err(Why::NothingToFix),
        a if needs_post(a) => Err(Why::NoPostHere),
        _ => Ok(None),
    }
}

fn on_broken(problem: &Problem, action: &Action) -> Result<Option<Effect>, Why> {
    match action {
        Action::Fix if problem.kind.is_note() => Err(Why::NothingToFix),
        a if problem.kind.is_note() && (needs_post(a) || *a == Action::Drafts) => {
            Err(Why::NotAPost)
        }
        Action::Open | Action::Edit | Action::EditOutside => {
            let (line, column) = (problem.line, problem.column);
            let file = ExternalEdit::File { path: problem.path.clone(), line, column };
            Ok(Some(Effect::EditOutside(file)))
        }
        a if needs_post(a) || matches!(a, Action::Drafts | Action::Fix) => Err(Why::BrokenFile),
        _ => Ok(None),
    }
}

fn needs_post(action: &Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Open | A::Edit | A::FullScreen | A::EditOutside | A::Move | A::MoveAll | A::PushWeek
    ) || matches!(action, A::Copy | A::Trash | A::CopyText | A::Fields | A::MarkPublished)
        || matches!(action, A::ToBacklog | A::Origin | A::Helps | A::Review | A::Approve)
}

/// Whether a key that the footer would show does anything where the cursor stands; what
/// refuses says why only when it is pressed.
pub fn offers(state: &State, action: &Action, ctx: &Ctx) -> bool {
    if state.mode != Mode::Browse && state.mode != Mode::Day {
        return true;
    }
    match here(state, ctx) {
        Here::Empty(_) => !needs_post(action),
        Here::Broken(problem) if problem.kind.is_note() => {
            !(needs_post(action) || *action == Action::Drafts)
        }
        Here::Broken(_) => {
            matches!(action, Action::Open | Action::Edit)
                || !(needs_post(action) || *action == Action::Drafts)
        }
        Here::Card(Card(card)) => {
            let published = Stage::of_post(&card.entry.post) == Stage::Published;
            match action {
                Action::Move => plan::piece(&card.entry, &card.placement, false).is_ok(),
                Action::Approve => !published && card.entry.consent.given().is_none(),
                Action::MarkPublished => {
                    // Without an hour it is due when its day has come.
                    let today = card.placement.wall.date() <= ctx.now.today();
                    let due = card.placement.instant.map_or(today, |at| at <= ctx.now.utc);
                    let channels = &card.placement.channels;
                    let held = ctx.workspace.freezes.hold(&card.entry.post, channels);
                    !published && !channels.is_empty() && due && !held
                }
                _ => true,
            }
        }
        Here::Idea(_) => !matches!(action, Action::MarkPublished | Action::Approve),
    }
}

fn on_post(
    state: &mut State,
    entry: &Arc<Entry>,
    channels: &[ChannelKey],
    action: &Action,
    ctx: &Ctx,
) -> Result<Option<Effect>, Why> {
    let post = entry.post.id.clone();
    // What this card sends comes first.
    let lead = entry.post.lead_of(channels).cloned();
    let apply = |set: ChangeSet| Ok(Some(Effect::Apply(set)));
    match action {
        Action::Open | Action::Edit | Action::FullScreen => {
            Ok(Some(Effect::Show(Screen::Editor { post, channel: lead })))
        }
        Action::EditOutside => {
            let path = entry.path.clone();
            Ok(Some(Effect::EditOutside(ExternalEdit::Post { path, channel: lead })))
        }
        Action::Drafts => Ok(Some(Effect::Show(Screen::Drafts { post: Some(post), slot: None }))),
        Action::Fields => Ok(Some(Effect::Show(Screen::Fields { post, at: None }))),
        Action::Helps => Ok(Some(Effect::Show(Screen::Helps { post, channel: lead, left: None }))),
        Action::Origin => Ok(Some(Effect::Show(Screen::Origin { post, channel: lead }))),
        Action::Review => {
            Ok(Some(Effect::Show(Screen::Review { post, channel: lead, note: None })))
        }
        Action::Approve => Ok(Some(Effect::Show(Screen::Approve { posts: vec![post] }))),
        Action::MarkPublished if Stage::of_post(&entry.post) == Stage::Published => {
            Err(Why::AlreadyPublished)
        }
        Action::MarkPublished if ctx.workspace.freezes.hold(&entry.post, channels) => {
            Err(Why::Frozen)
        }
        Action::MarkPublished if channels.is_empty() => Err(Why::NoChannels),
        Action::MarkPublished => Ok(Some(Effect::Show(Screen::MarkPublished { post }))),
        Action::CopyText => copy_text(&entry.post, channels, ctx).map(Some),
        Action::Copy => {
            state.copied = Some(post);
            Ok(Some(Effect::Say(Notice::PostCopied)))
        }
        Action::Trash => {
            apply(ChangeSet::one(Label::Trash, Change::Trash { path: entry.path.clone() }))
        }
        Action::ToBacklog => plan::to_backlog(entry, ctx).and_then(apply),
        Action::Fix => plan::file_away(entry, ctx).ok_or(Why::NothingToFix).and_then(apply),
        _ => Ok(None),
    }
}

/// That the text alone is copied, where the post has a link beside it.
fn link_left_out(post: &Post) -> Option<Effect> {
    let link = post.link_beside(post.channels.first()?)?;
    Some(Effect::Say(Notice::LinkNotIn(link.to_owned())))
}

/// Where every channel says the same there is nothing to choose.
fn copy_text(post: &Post, channels: &[ChannelKey], ctx: &Ctx) -> Result<Effect, Why> {
    let sent = |channel: &ChannelKey| {
        let threads = ctx.networks.has_threads(ctx.workspace, channel);
        post.sent(channel, threads).into_iter().map(|(_, text)| text)
    };
    let mut texts: Vec<String> = channels.iter().flat_map(sent).collect();
    texts.dedup();
    match texts.as_slice() {
        [] => Err(Why::NoChannels),
        [text] if text.trim().is_empty() => Err(Why::NoText),
        [text] => Ok(Effect::CopyToClipboard(text.clone())),
        _ => Ok(Effect::Show(Screen::CopyText { post: post.id.clone() })),
    }
}

/// A week on. Where the clocks change in between, the pieces are carried there by hand, with
/// the question open.
fn push(state: &mut State, pieces: &[Piece], ctx: &Ctx) -> Outcome {
    let week = TimeDelta::days(7);
    match plan::carry(pieces, Course::By(week), Label::Push, &[], ctx) {
        Ok(set) => {
            if matches!(state.mode, Mode::Range(_)) {
                state.mode = Mode::Browse;
            }
            Outcome::effect(Effect::Apply(set))
        }
        Err(trouble) => {
            let outcome = moving::pick_up(state, false, ctx);
            if let Mode::Moving(moving) = &mut state.mode {
                moving.to += week;
                moving.trouble = Some(trouble);
            }
            outcome
        }
    }
}

fn operate_range(state: &mut State, action: &Action, ctx: &Ctx) -> Option<Outcome> {
    match action {
        Action::Move | Action::MoveAll => Some(moving::pick_up(state, false, ctx)),
        Action::Range => {
            state.mode = Mode::Browse;
            Some(Outcome::done())
        }
        Action::PushWeek => {
            let Some((_, pieces)) = range::pieces(state, ctx) else {
                return Some(Outcome::Disabled(Why::NothingSelected));
            };
            Some(push(state, &pieces, ctx))
        }
        Action::Approve => {
            let cards = range::cards(state, ctx);
            let posts: Vec<_> = cards.iter().map(|card| card.entry.post.id.clone()).collect();
            if posts.is_empty() {
                return Some(Outcome::Disabled(Why::NothingSelected));
            }
            state.mode = Mode::Browse;
            Some(Outcome::effect(Effect::Show(Screen::Approve { posts })))
        }
        Action::Trash => {
            let mut paths: Vec<_> =
                range::cards(state, ctx).iter().map(|card| card.entry.path.clone()).collect();
            paths.sort_unstable();
            paths.dedup();
            if paths.is_empty() {
                return Some(Outcome::Disabled(Why::NothingSelected));
            }
            state.mode = Mode::Browse;
            let changes = paths.into_iter().map(|path| Change::Trash { path }).collect();
            Some(Outcome::effect(Effect::Apply(ChangeSet { label: Label::Trash, changes })))
        }
        _ => None,
    }
}

/// A new post where the cursor stands; a new idea in the backlog.
fn create(state: &mut State, ctx: &Ctx) -> Outcome {
    let mut post = Post::new(ctx.ids.fresh(), "");
    post.lang = Some(ctx.workspace.first_language().to_owned());
    if state.focus != Focus::Backlog {
        let (when, channels) = place_for_new(state, ctx);
        post.when = Some(when);
        post.channels = channels;
        let channel = post.channels.first();
        if let Some(lang) = channel.and_then(|key| ctx.shelf.usual_language(key)) {
            post.lang = Some(lang.to_owned());
        }
    }
    state.awaited = Some(Awaited { id: post.id.clone(), open: true });
    Outcome::effect(Effect::Apply(plan::create(post, Label::New, ctx)))
}

fn paste(state: &mut State, ctx: &Ctx) -> Outcome {
    let original = state.copied.as_ref().and_then(|id| ctx.shelf.get(id));
    let Some(original) = original else { return Outcome::Disabled(Why::NothingCopied) };
    let when = (state.focus != Focus::Backlog).then(|| place_for_new(state, ctx).0);
    let post = plan::duplicate(&original.post, when, ctx);
    state.awaited = Some(Awaited { id: post.id.clone(), open: false });
    Outcome::effect(Effect::Apply(plan::create(post, Label::Duplicate, ctx)))
}

/// When a post made here goes out, and on which channels: the slot under the cursor,
/// else the day's next usual slot, else the day with the time still to be set.
pub(super) fn place_for_new(state: &State, ctx: &Ctx) -> (When, Vec<ChannelKey>) {
    let date = state.cursor.date();
    // A card at an hour that was said is no reason for another hour.
    let on_card = state.cursor.post().is_some() && state.said_here().is_none();
    let grid = Grid::of(state, ctx);
    let free = grid.day(date).find_map(|item| match item {
        Item::Free { time, channels } => {
            let here = state.cursor.time() == Some(*time);
            let next = (on_card || state.cursor.time().is_none())
                && state.cursor.time().is_none_or(|t| *time > t);
            (here || next).then(|| (*time, channels.iter().map(|c| (*c).to_owned()).collect()))
        }
        Item::Card(_) => None,
    });
    let own_time = state.cursor.time().filter(|_| !on_card);
    let (time, channels): (Option<NaiveTime>, Vec<ChannelKey>) = match free {
        Some((time, channels)) => (Some(time), channels),
        None => (own_time, Vec::new()),
    };
    let channels = if channels.is_empty() { usual_channels(state, ctx) } else { channels };
    // Never a time that the clocks skip or show twice: then the day alone.
    let zone = ctx.workspace.zone;
    let local = time.map(|time| When::Local(date.and_time(time)));
    let sure = local.filter(|w| matches!(w.moment(zone), crate::domain::Moment::At(_)));
    (sure.unwrap_or(When::Day(date)), channels)
}

/// Those the filter shows, else the brand's first.
fn usual_channels(state: &State, ctx: &Ctx) -> Vec<ChannelKey> {
    let first = || ctx.workspace.channels.first().map(|c| c.key.clone()).into_iter().collect();
    if state.filter.channels.is_empty() { first() } else { state.filter.channels.clone() }
}
