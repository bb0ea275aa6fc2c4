//! The inspector: the post (or the empty place, or the broken file) under the cursor,
//! with what one should know before touching it.

use super::empty;
use super::words::{channel_names, key_of, slot_name, state_of, thread_on, title};
use crate::checks::plan;
use crate::domain::{
    ChannelKey, Entry, Message, Moment, Part, Placement, Post, Problem, ProblemKind, Stage,
    Suggestion, When, placements,
};
use crate::features::calendar::counts::counts;
use crate::features::calendar::operate::{Here, here};
use crate::features::calendar::plan::{Leg, Trouble};
use crate::features::calendar::state::{Focus, Moving, State};
use crate::features::{Ctx, ViewCtx, marks, told};
use crate::text::{lines, messages, reveal, reveal_line};
use crate::ui::{InspectorView, Para, Role, Span, prose};
use crate::vocab::Action;
use std::sync::Arc;

pub fn inspector(state: &State, cx: &ViewCtx) -> InspectorView {
    let mut parts = Vec::new();
    let name;
    if let Some(moving) = state.moving() {
        name = cx.words.calendar_moving();
        parts.extend(carried(moving, cx));
    } else {
        match here(state, &cx.ctx) {
            Here::Card(card) => {
                name = moment_of(card.placement.when, card.placement.wall, cx);
                let (stage, flag) = state_of(&card, cx);
                parts.extend(head(&card.entry, stage, flag, cx));
                parts.extend(times(&card.entry, &card.placement, cx));
                parts.extend(body(&card.entry, &card.placement.channels, cx));
            }
            Here::Idea(entry) => {
                name = cx.words.stage(Stage::Idea);
                let flag = cx.ctx.shelf.flag(entry, Stage::Idea);
                parts.extend(head(entry, Stage::Idea, flag, cx));
                parts.extend(body(entry, &entry.post.channels, cx));
            }
            Here::Empty(slot) => {
                name = slot_name(slot, cx);
                parts.extend(empty::place(slot, state, cx));
            }
            Here::Broken(problem) => {
                name = reveal_line(problem.path.file_name()).into_owned();
                parts.extend(broken(problem, cx));
            }
        }
    }
    let focused = state.focus == Focus::Inspector;
    InspectorView { title: name, parts, scroll: state.scroll, focused }
}

pub(super) fn text(said: impl Into<String>, role: Role) -> Para {
    Para::Text(vec![Span::new(said, role)])
}

fn head(entry: &Entry, stage: Stage, flag: Option<crate::domain::Flag>, cx: &ViewCtx) -> Vec<Para> {
    let post = &entry.post;
    let (mark, mark_role, _) = marks(stage, flag, cx.theme.ascii);
    let (own, own_role, _) = marks(stage, None, cx.theme.ascii);
    let mut state = vec![Span::new(format!("{own} {}", cx.words.stage(stage)), own_role)];
    if let Some(flag) = flag {
        state.push(Span::new(format!("   {mark} {}", cx.words.flag(flag)), mark_role));
    }
    let about: Vec<String> = [
        channel_names(&post.channels, cx),
        post.pillar.as_deref().map_or("", |key| cx.ctx.workspace.pillar_name(key)).to_owned(),
        post.campaign.clone().unwrap_or_default(),
        post.labels.join(", "),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .map(|part| reveal_line(&part).into_owned())
    .collect();
    let mut parts = vec![text(title(post, cx), Role::Title), Para::Text(state)];
    if !about.is_empty() {
        parts.push(text(about.join(" · "), Role::Dim));
    }
    if let Some(of) = thread_on(post, &post.channels, cx) {
        let sign = if cx.theme.ascii { "=" } else { "≡" };
        parts.push(text(format!("{sign} {}", cx.words.calendar_thread(of)), Role::Dim));
    }
    parts
}

/// The other cards of a post that goes out at several times.
fn times(entry: &Entry, here: &Placement, cx: &ViewCtx) -> Vec<Para> {
    if !here.split {
        return Vec::new();
    }
    let others = placements(&entry.post, cx.ctx.workspace.zone);
    let others = others.iter().filter(|p| p.when != here.when);
    others
        .map(|p| {
            let arrow = if cx.theme.ascii { "<>" } else { "↔" };
            let when = moment_of(p.when, p.wall, cx);
            text(format!("{arrow} {when}, {}", channel_names(&p.channels, cx)), Role::Dim)
        })
        .collect()
}

/// The text that is sent on these channels, and what is known of it.
fn body(entry: &Arc<Entry>, channels: &[ChannelKey], cx: &ViewCtx) -> Vec<Para> {
    let post = &entry.post;
    let lead = post.lead_of(channels);
    let sent = lead.map_or(post.text.as_str(), |key| post.text_for(key));
    let of = messages(sent).len();
    let mut parts = vec![Para::Blank];
    let headlines = beside(post, Part::Headline, cx);
    if !headlines.is_empty() {
        parts.extend(headlines);
        parts.push(Para::Blank);
    }
    if sent.trim().is_empty() {
        let write = key_of(&Action::Edit, cx).into_iter().chain(key_of(&Action::Drafts, cx));
        let keys = write.collect::<Vec<_>>().join("   ");
        parts.push(text(cx.words.calendar_no_text(), Role::Dim));
        if !keys.is_empty() {
            parts.push(text(keys, Role::Dim));
        }
    } else {
        for (message, own) in messages(sent).into_iter().zip(Message::all(of)) {
            parts.extend((own.number > 1).then_some(Para::Message(own)));
            parts.push(Para::Text(prose(message)));
        }
    }
    if !post.hashtags.is_empty() {
        let tags = post.hashtags.iter().map(|tag| format!("#{}", tag.trim_start_matches('#')));
        let tags = tags.collect::<Vec<_>>().join(" ");
        parts.push(text(reveal_line(&tags).into_owned(), Role::Tag));
    }
    parts.extend(beside(post, Part::FirstComment, cx));
    if let Some(lead) = lead.filter(|_| post.channels.len() > 1) {
        parts.push(text(cx.words.calendar_text_of(cx.channel_name(lead)), Role::Dim));
    }
    let own = post.variants.keys().filter(|key| post.has_own_text(key) && Some(*key) != lead);
    let own: Vec<&String> = own.collect();
    if !own.is_empty() {
        parts.push(text(cx.words.calendar_own_text(channel_names(&own, cx)), Role::Dim));
    }
    parts.extend(counters(post, cx));
    if let Some(other) = cx.ctx.shelf.translated_from(post) {
        let title = other.post.short_title();
        let title = reveal_line(&title);
        parts.push(text(cx.words.calendar_translates(title), Role::Dim));
    }
    parts.extend(whose(post, cx));
    parts.extend(review(post, cx));
    parts.extend(findings(entry, cx));
    parts.extend(suggestions(cx.ctx.shelf.suggestions(&post.id), cx));
    parts.extend(rest(post, cx));
    parts
}

/// What goes out beside the text: the post's own, then that of each channel which has one.
fn beside(post: &Post, part: Part, cx: &ViewCtx) -> Vec<Para> {
    let name = cx.words.part(part);
    let row = |channel: Option<&ChannelKey>, said: &str| {
        let of = channel.map_or_else(String::new, |key| format!(" ({})", cx.channel_name(key)));
        let label = Span::new(format!("{name}{of}: "), Role::Dim);
        Para::Hanging(2, vec![label, Span::new(reveal_line(said), Role::Text)])
    };
    let said = |said: &Option<String>| said.clone().filter(|said| !said.trim().is_empty());
    let own = |variant: &crate::domain::Variant| match part {
        Part::Headline => said(&variant.headline),
        _ => said(&variant.first_comment),
    };
    let common = if part == Part::Headline { &post.headline } else { &post.first_comment };
    let common = said(common).map(|said| row(None, &said));
    let owns = post.variants.iter().filter_map(|(key, v)| own(v).map(|s| row(Some(key), &s)));
    common.into_iter().chain(owns).collect()
}

/// `IG 412/2200  LI 398/3000 ▏125`.
fn counters(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let rows = counts(post, &cx.ctx);
    if rows.is_empty() || post.lead_text().is_empty() {
        return Vec::new();
    }
    let mut parts = vec![Para::Rule];
    for row in rows {
        let badge = cx.channel_short(&row.channel);
        let count = format!("{}/{}", cx.words.number(row.count), cx.words.number(row.limit));
        let role = if row.over > 0 { Role::Warm } else { Role::Text };
        let which = row.message.map_or_else(String::new, |message| format!("{message} "));
        let mut spans =
            vec![Span::new(format!("{badge} {which}"), Role::Dim), Span::new(count, role)];
        if row.over > 0 {
            let over = cx.words.calendar_over(row.over as i64);
            spans.push(Span::new(format!("  {over}"), Role::Warm));
        } else if let Some(fold) = row.fold.filter(|fold| row.count > *fold) {
            spans.push(Span::new(format!("  {}", cx.words.calendar_fold(fold as i64)), Role::Dim));
        }
        parts.push(Para::Text(spans));
    }
    parts
}

/// How much of the words a machine wrote; said of no post in which none had a part.
fn whose(post: &Post, cx: &ViewCtx) -> Option<Para> {
    if !cx.ctx.shelf.knows_origin(post) {
        return None;
    }
    let share = post.share(|origin| cx.ctx.shelf.suggestion(origin))?;
    let key = cx.hints.iter().find(|hint| hint.action == Action::Origin);
    let key = key.map(|hint| format!("   {}", hint.keys)).unwrap_or_default();
    let said = Span::new(cx.words.share(share), Role::Dim);
    Some(Para::Text(vec![said, Span::new(key, Role::Key)]))
}

/// Who asked whom, and how much is open; nothing where nobody has said anything.
fn review(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let review = cx.ctx.shelf.review(&post.id);
    let said = cx.words.review_state(review);
    if said.is_empty() {
        return Vec::new();
    }
    let (mark, role) = match (review.is_open(), cx.theme.ascii) {
        (true, false) => ("◇ ", Role::Warm),
        (true, true) => ("o ", Role::Warm),
        (false, _) => ("", Role::Dim),
    };
    let key = key_of(&Action::Review, cx).map(|key| format!("   {key}")).unwrap_or_default();
    let said = Span::new(format!("{mark}{}", said.join(" · ")), role);
    vec![Para::Rule, Para::Hanging(2, vec![said, Span::new(key, Role::Dim)])]
}

fn findings(entry: &Entry, cx: &ViewCtx) -> Vec<Para> {
    let Ctx { shelf, workspace, networks, .. } = cx.ctx;
    let found = told(&entry.post, plan::findings(entry, shelf, workspace, networks), cx);
    if found.is_empty() { found } else { std::iter::once(Para::Rule).chain(found).collect() }
}

fn suggestions(all: &[Arc<Suggestion>], cx: &ViewCtx) -> Vec<Para> {
    let waiting: Vec<_> = all.iter().filter(|s| s.is_waiting()).collect();
    let Some(first) = waiting.first() else { return Vec::new() };
    let key = key_of(&Action::Drafts, cx).map(|key| format!("   {key}")).unwrap_or_default();
    let count = cx.words.calendar_waiting(waiting.len() as i64);
    let begins = lines(first.text.shown()).next().unwrap_or_default();
    vec![
        Para::Rule,
        Para::Text(vec![Span::new(format!("? {count}"), Role::Accent), Span::new(key, Role::Dim)]),
        Para::Hanging(2, vec![Span::new(format!("  {}", reveal_line(begins)), Role::Machine)]),
    ]
}

/// Media, link, publication, notes.
fn rest(post: &Post, cx: &ViewCtx) -> Vec<Para> {
    let mut parts = Vec::new();
    for medium in &post.media {
        let alt = medium.alt.as_deref().unwrap_or_default();
        let name = medium.path.rsplit('/').next().unwrap_or(&medium.path);
        let source = cx.words.medium_source(medium.source);
        let spans = vec![
            Span::new(format!("{} ", reveal_line(name)), Role::Text),
            Span::new(format!("({source}) {}", reveal_line(alt)), Role::Dim),
        ];
        parts.push(Para::Hanging(2, spans));
    }
    if let Some(link) = &post.link {
        let mut spans = vec![Span::new(reveal_line(link), Role::Tag)];
        let lead = post.channels.first();
        if lead.is_some_and(|key| post.link_beside(key).is_some()) {
            spans.push(Span::new(format!("  {}", cx.words.calendar_link_beside()), Role::Dim));
        }
        parts.push(Para::Hanging(2, spans));
    }
    for (channel, published) in &post.published {
        let at = published.at.with_timezone(&cx.ctx.workspace.zone).naive_local();
        let name = cx.channel_name(channel);
        let said = cx.words.calendar_published(name, cx.words.moment(at));
        let url = published.url.as_deref().map(|url| format!(" {}", reveal_line(url)));
        parts.push(text(format!("{said}{}", url.unwrap_or_default()), Role::Published));
    }
    if let Some(notes) = &post.notes {
        if !parts.is_empty() {
            parts.push(Para::Blank);
        }
        parts.push(text(reveal(notes).into_owned(), Role::Dim));
    }
    if !parts.is_empty() {
        parts.insert(0, Para::Rule);
    }
    parts
}

fn broken(problem: &Problem, cx: &ViewCtx) -> Vec<Para> {
    let told = cx.words.problem(&problem.kind);
    if let ProblemKind::NotPosts { names } = &problem.kind {
        let mut parts = vec![
            text(cx.words.calendar_others(), Role::Title),
            text(reveal_line(problem.path.as_str()).into_owned(), Role::Dim),
            Para::Blank,
        ];
        parts.extend(names.iter().map(|name| text(reveal_line(name).into_owned(), Role::Text)));
        parts.extend([Para::Blank, text(told.next, Role::Dim)]);
        return parts;
    }
    let mut place = reveal_line(problem.path.as_str()).into_owned();
    if problem.line > 0 {
        place = format!("{place}:{}:{}", problem.line, problem.column);
    }
    vec![
        text(cx.words.calendar_broken(), Role::Warm),
        text(place, Role::Dim),
        Para::Blank,
        text(reveal(&told.sentence).into_owned(), Role::Text),
        text(reveal(&told.next).into_owned(), Role::Dim),
        Para::Blank,
        text(cx.words.calendar_broken_kept(), Role::Dim),
    ]
}

fn carried(moving: &Moving, cx: &ViewCtx) -> Vec<Para> {
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
    let entry = |piece: &crate::features::calendar::plan::Piece| cx.ctx.shelf.get(&piece.post);
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
fn moment_of(when: When, wall: chrono::NaiveDateTime, cx: &ViewCtx) -> String {
    if when.has_time() { cx.words.moment(wall) } else { cx.words.day_month(wall.date()) }
}
