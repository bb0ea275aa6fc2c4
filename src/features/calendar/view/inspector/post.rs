//! What is known of a post: its head, the other times it goes out at, its text as it is sent,
//! what stands beside that and what was noticed about it. Changes nothing.

use super::moving::moment_of;
use super::text;
use crate::checks::plan;
use crate::domain::{
    ChannelKey, Entry, Flag, Message, Part, Placement, Post, Stage, Suggestion, Variant, placements,
};
use crate::features::calendar::counts::counts;
use crate::features::calendar::view::words::{channel_names, key_of, thread_on, title};
use crate::features::{Ctx, ViewCtx, marks, told};
use crate::text::{lines, messages, reveal, reveal_line};
use crate::ui::{Para, Role, Span, prose};
use crate::vocab::Action;
use std::sync::Arc;

pub fn head(
    entry: &Entry,
    channels: &[ChannelKey],
    (stage, flag): (Stage, Option<Flag>),
    cx: &ViewCtx,
) -> Vec<Para> {
    let post = &entry.post;
    // Here each stands with its word: the flag by itself, as on a post nobody approved.
    let (mark, mark_role, _) = marks(Stage::Planned, flag, cx.theme.ascii);
    let (own, own_role, _) = marks(stage, None, cx.theme.ascii);
    let mut state = vec![Span::new(format!("{own} {}", cx.words.stage(stage)), own_role)];
    if let Some(flag) = flag {
        state.push(Span::new(format!("   {mark} {}", cx.words.flag(flag)), mark_role));
    }
    let frozen = (flag == Some(Flag::Frozen)).then(|| frozen(post, channels, cx));
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
    parts.extend(frozen.into_iter().flatten());
    if !about.is_empty() {
        parts.push(text(about.join(" · "), Role::Dim));
    }
    if let Some(of) = thread_on(post, &post.channels, cx) {
        let sign = if cx.theme.ascii { "=" } else { "≡" };
        parts.push(text(format!("{sign} {}", cx.words.calendar_thread(of)), Role::Dim));
    }
    parts
}

/// What the post is held back with on these channels, by whom and why.
fn frozen(post: &Post, channels: &[ChannelKey], cx: &ViewCtx) -> Vec<Para> {
    let (words, freezes) = (cx.words, &cx.ctx.workspace.freezes);
    let unread = freezes.unread().then(|| words.freeze_unread());
    let all = freezes.holding(post, channels).map(|freeze| {
        let with = words.frozen_with(&cx.ctx.networks.named(cx.ctx.workspace, &freeze.what));
        match words.frozen_by(&freeze.by, freeze.why.as_deref()) {
            by if by.is_empty() => with,
            by => format!("{with} ({by})"),
        }
    });
    unread.into_iter().chain(all).map(|said| text(said, Role::Accent)).collect()
}

/// The other cards of a post that goes out at several times.
pub fn times(entry: &Entry, here: &Placement, cx: &ViewCtx) -> Vec<Para> {
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
pub fn body(entry: &Arc<Entry>, channels: &[ChannelKey], cx: &ViewCtx) -> Vec<Para> {
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
    let own = |variant: &Variant| match part {
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
    let Ctx { shelf, workspace, networks, now, .. } = cx.ctx;
    let plan = plan::known(shelf, workspace, networks, now.today());
    let found = plan::findings(entry, shelf, &plan);
    let found = told(&entry.post, found, cx);
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
