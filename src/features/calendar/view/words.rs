//! Cards in words: titles, channels, stages, and one sentence a card for whoever listens.

use crate::checks::holidays;
use crate::domain::{ChannelKey, Flag, Post, Stage, threaded};
use crate::features::ViewCtx;
use crate::features::calendar::grid::{Card, Item};
use crate::text::{cut, reveal_line};
use crate::ui::Badge;
use crate::vocab::{Action, Scope, Slot};
use std::borrow::Cow;

/// Cells of a broken file's name in the week.
const NAME: usize = 20;

/// The title, or what stands for one.
pub fn title(post: &Post, cx: &ViewCtx) -> String {
    let title = post.short_title();
    if title.is_empty() {
        return cx.words.calendar_untitled();
    }
    reveal_line(&title).into_owned()
}

/// Behind the mark of a thread where the post goes out as one.
pub fn marked_title(post: &Post, channels: &[ChannelKey], cx: &ViewCtx) -> String {
    threaded(title(post, cx), thread_on(post, channels, cx), cx.theme.ascii)
}

/// How many messages go out on one of these channels, where it is more than one text.
pub fn thread_on(post: &Post, channels: &[ChannelKey], cx: &ViewCtx) -> Option<usize> {
    post.thread_on(channels, |key| cx.ctx.networks.has_threads(cx.ctx.workspace, key))
}

pub fn badges(channels: &[impl AsRef<str>], cx: &ViewCtx) -> Vec<Badge> {
    channels.iter().map(|key| badge(key.as_ref(), cx)).collect()
}

fn badge(key: &str, cx: &ViewCtx) -> Badge {
    let network = cx.ctx.workspace.channel(key).map_or("", |channel| channel.network.as_str());
    Badge { short: cx.channel_short(key).into(), network: network.into() }
}

/// The badges of a brand's channels, made once: a week shows each of them many times.
pub struct Badges<'a> {
    known: Vec<(&'a str, Badge)>,
    cx: &'a ViewCtx<'a>,
}

impl<'a> Badges<'a> {
    pub fn new(cx: &'a ViewCtx<'a>) -> Self {
        let channels = cx.ctx.workspace.channels.iter();
        let known = channels.map(|channel| (channel.key.as_str(), badge(&channel.key, cx)));
        Self { known: known.collect(), cx }
    }

    pub fn of(&self, channels: &[impl AsRef<str>]) -> Vec<Badge> {
        let one = |key: &str| {
            let known = self.known.iter().find(|(channel, _)| *channel == key);
            known.map_or_else(|| badge(key, self.cx), |(_, badge)| badge.clone())
        };
        channels.iter().map(|key| one(key.as_ref())).collect()
    }
}

pub fn channel_names(channels: &[impl AsRef<str>], cx: &ViewCtx) -> String {
    channels.iter().map(|key| cx.channel_name(key.as_ref())).collect::<Vec<_>>().join(", ")
}

/// The stage, or what wins over it.
pub fn state_of(card: &Card, cx: &ViewCtx) -> (Stage, Option<Flag>) {
    let frozen = cx.ctx.workspace.freezes.hold(&card.entry.post, &card.placement.channels);
    let flag = Some(Flag::Frozen).filter(|_| frozen && card.stage.is_ahead());
    (card.stage, flag.or_else(|| card.flag(cx.ctx.now.utc)))
}

/// What the brand's country keeps on a day.
pub fn feast(date: chrono::NaiveDate, cx: &ViewCtx) -> Option<String> {
    let country = cx.ctx.workspace.country.as_deref();
    holidays().on(country, date).map(|holiday| cx.words.holiday(holiday))
}

/// `n nuovo`: the key of an action with what it does; `None` where it has no key here.
pub fn key_of(action: &Action, cx: &ViewCtx) -> Option<String> {
    let hint = cx.hints.iter().find(|hint| hint.action == *action)?;
    Some(format!("{} {}", hint.keys, hint.label))
}

/// `mar 24 nov 18:30`, or the day alone.
pub fn slot_name(slot: Slot, cx: &ViewCtx) -> String {
    let day = cx.words.day_month(slot.date);
    slot.time.map_or(day.clone(), |t| format!("{day} {}", cx.words.time(slot.date.and_time(t))))
}

/// What an empty backlog teaches.
pub fn no_ideas(cx: &ViewCtx) -> String {
    let hidden = cx.ctx.shelf.ideas().len();
    if hidden > 0 {
        let key = cx.words.key(Scope::Backlog, &Action::ClearFilter);
        return cx.words.calendar_ideas_hidden(hidden as i64, key);
    }
    cx.words.calendar_no_ideas(cx.words.key(Scope::Backlog, &Action::New))
}

/// `lun 23 nov, 12:15, Instagram, pubblicato: Gomitoli`.
pub fn sentence(item: &Item, date: chrono::NaiveDate, cx: &ViewCtx) -> String {
    let words = cx.words;
    let day = words.day_month(date);
    let time =
        item.time().map_or_else(|| words.calendar_time_unset(), |t| words.time(date.and_time(t)));
    match item {
        Item::Free { channels, .. } => {
            format!("{day}, {time}, {}: {}", channel_names(channels, cx), words.calendar_free())
        }
        Item::Card(card) => {
            let (stage, flag) = state_of(card, cx);
            let channels = match channel_names(&card.placement.channels, cx) {
                none if none.is_empty() => words.calendar_no_channels(),
                names => names,
            };
            let stage = words.stage(stage);
            let flag = flag.map(|f| format!(", {}", words.flag(f))).unwrap_or_default();
            let post = &card.entry.post;
            let thread = thread_on(post, &card.placement.channels, cx);
            let thread =
                thread.map(|of| format!(", {}", words.calendar_thread(of))).unwrap_or_default();
            format!("{day}, {time}, {channels}, {stage}{flag}{thread}: {}", title(post, cx))
        }
    }
}

/// `x.toml:3:8: what is wrong` for a post, as the week says which folder, and the same with
/// the first words of the name, for where the rest has no room. A file of the brand keeps its
/// name and folder.
pub fn broken_here(problem: &crate::domain::Problem, cx: &ViewCtx) -> [String; 2] {
    if problem.kind.is_note() && problem.path.week().is_some() {
        let said = reveal_line(&cx.words.problem(&problem.kind).sentence).into_owned();
        return [said.clone(), said];
    }
    let said = broken(problem, cx);
    let path = problem.path.as_str();
    let whole = reveal_line(path).into_owned();
    let Some(rest) = said.strip_prefix(&whole).filter(|_| path.starts_with("posts/")) else {
        return [said.clone(), said];
    };
    let name = problem.path.file_name();
    let words = name.split('.').find(|part| !part.is_empty()).unwrap_or(name);
    [reveal_line(name) + rest, Cow::from(cut(&reveal_line(words), NAME)) + rest]
        .map(Cow::into_owned)
}

/// `posts/2026/W48/x.toml:3:8: what is wrong`.
pub fn broken(problem: &crate::domain::Problem, cx: &ViewCtx) -> String {
    let told = cx.words.problem(&problem.kind);
    let path = problem.path.as_str();
    let place = if problem.line > 0 {
        format!("{path}:{}:{}", problem.line, problem.column)
    } else {
        path.to_owned()
    };
    // Once, and all of it: our own signs are no mark of something hidden.
    reveal_line(&format!("{place}: {}", told.sentence)).into_owned()
}
