//! What goes out, as every channel will show it: whose account, when, every message with the
//! place where the feed folds it, what goes along, the link, the pictures.

use super::marked::Noticed;
use super::{heading, said};
use crate::domain::{MediumSource, Message, Part};
use crate::features::approve::outgoing::{Account, Group, Outgoing, Shown};
use crate::features::approve::state::State;
use crate::features::{ViewCtx, lengths};
use crate::text::{reveal, reveal_line, server};
use crate::ui::{Para, Role, Said, Span, prose_marked};
use chrono::{DateTime, Utc};

/// Words before the place where a text is cut that name it.
const LAST_WORDS: usize = 4;

pub fn goes_out(state: &State, cx: &ViewCtx) -> Vec<Para> {
    let Some(sheet) = &state.sheet else { return Vec::new() };
    let out = state.outgoing(&cx.ctx);
    let noticed = Noticed::new(&sheet.entry.post, state.findings(&cx.ctx));
    let mut parts = Vec::new();
    for (i, group) in out.groups.iter().enumerate() {
        parts.extend((i > 0).then_some(Para::Rule));
        for at_once in group.accounts.chunk_by(|a, b| a.instant == b.instant) {
            parts.extend(at_once.iter().map(|account| whose(account, cx)));
            parts.extend(at_once[0].instant.map(|at| when(at, state, cx)).into_iter().flatten());
        }
        parts.extend(beside(group, cx));
        let row = |name: Part, words: &str| {
            let marks = noticed.part(name, group, words);
            let words = (!words.is_empty()).then(|| Said::of(prose_marked(words, &marks)));
            words.map(|words| [said(cx.words.part(name), Role::Dim), Para::Said(words)])
        };
        parts.extend(row(Part::Headline, &group.sent.headline).into_iter().flatten());
        parts.push(Para::Blank);
        parts.extend(texts(group, &noticed, cx));
        parts.extend(long(group, state, cx));
        parts.extend(row(Part::FirstComment, &group.sent.first_comment).into_iter().flatten());
    }
    parts.extend(along(&out, &noticed, cx));
    parts
}

/// `IG Instagram  @bottega.aurora`.
fn whose(account: &Account, cx: &ViewCtx) -> Para {
    let network = cx.ctx.networks.get(&account.network);
    let name = network.map_or(account.network.as_str(), |network| network.name.as_str());
    let name = if name.is_empty() { account.channel.as_str() } else { name };
    Para::Hanging(
        3,
        vec![
            Span::new(format!("{} ", cx.channel_short(&account.channel)), Role::Dim),
            Span::new(format!("{}  ", reveal_line(name)), Role::Title),
            Span::new(reveal_line(&account.name), Role::Text),
        ],
    )
}

/// The day in full, the hour, the zone; the hour of whoever reads it, where it is another.
fn when(at: DateTime<Utc>, state: &State, cx: &ViewCtx) -> Vec<Para> {
    let zone = cx.ctx.workspace.zone;
    let there = at.with_timezone(&zone);
    let (day, time) = (cx.words.day_long(there.date_naive()), cx.words.time(there.naive_local()));
    let offset = there.format("%:z").to_string();
    let mut parts =
        vec![said(format!("{day}, {time} · {} {offset}", reveal_line(zone.name())), Role::Accent)];
    if let Some(viewer) = state.viewer {
        let here = at.with_timezone(&viewer);
        if here.naive_local() != there.naive_local() {
            let words =
                cx.words.approve_your_time(cx.words.moment(here.naive_local()), viewer.name());
            parts.push(said(words, Role::Dim));
        }
    }
    if at <= cx.ctx.now.utc {
        parts.push(said(cx.words.approve_past(), Role::Warm));
    }
    parts
}

/// Who may see it, and in which language.
fn beside(group: &Group, cx: &ViewCtx) -> Vec<Para> {
    let sent = &group.sent;
    let mut small = Vec::new();
    if !sent.language.is_empty() {
        small.push(cx.words.approve_language(cx.words.language_name(&sent.language)));
    }
    if !sent.visibility.is_empty() {
        small.push(cx.words.approve_visibility(reveal_line(&sent.visibility)));
    }
    let mut parts = Vec::new();
    if !small.is_empty() {
        parts.push(said(small.join(" · "), Role::Dim));
    }
    parts
}

fn texts(group: &Group, noticed: &Noticed, cx: &ViewCtx) -> Vec<Para> {
    let texts = &group.sent.texts;
    let mut parts = Vec::new();
    let marks = noticed.texts(group);
    for ((text, marks), message) in texts.iter().zip(&marks).zip(Message::all(texts.len())) {
        parts.extend((message.number > 1).then_some(Para::Message(message)));
        if text.trim().is_empty() {
            parts.push(said(cx.words.approve_no_text(), Role::Dim));
            continue;
        }
        // A feed shows the first message.
        let notes = if message.number == 1 { folds(text, group, cx) } else { Vec::new() };
        parts.push(Para::Said(Said { spans: prose_marked(text, marks), notes }));
    }
    parts
}

/// How much of what each channel takes it fills.
fn long(group: &Group, state: &State, cx: &ViewCtx) -> Option<Para> {
    let post = &state.sheet.as_ref()?.entry.post;
    let here = |key: &str| group.accounts.iter().any(|account| account.channel == key);
    let spans = lengths(post, here, cx);
    let has_words = group.sent.texts.iter().any(|text| !text.trim().is_empty());
    (has_words && !spans.is_empty()).then_some(Para::Text(spans))
}

/// Where feeds cut a text, in bytes of it as it is shown, and whose feeds do. The last words
/// before it are named: it may be in the middle of a row.
fn folds(text: &str, group: &Group, cx: &ViewCtx) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    for account in &group.accounts {
        let fold = cx.ctx.networks.get(&account.network).and_then(|network| network.fold.as_ref());
        let Some((at, _)) = fold.and_then(|fold| text.char_indices().nth(fold.value)) else {
            continue;
        };
        let name = cx.channel_short(&account.channel);
        match found.iter_mut().find(|(there, _)| *there == at) {
            Some((_, names)) => names.push(name),
            None => found.push((at, vec![name])),
        }
    }
    found.sort_unstable();
    let sign = if cx.theme.ascii { "--" } else { "┄┄" };
    let note = |(at, names): (usize, Vec<String>)| {
        let before: Vec<&str> = text[..at].split_whitespace().collect();
        let quote = before[before.len().saturating_sub(LAST_WORDS)..].join(" ");
        let words = cx.words.approve_fold(names.join(", "), reveal_line(&quote));
        (reveal(&text[..at]).len(), format!("{sign} {words}"))
    };
    found.into_iter().map(note).collect()
}

/// What goes out with the texts of all channels.
fn along(out: &Outgoing, noticed: &Noticed, cx: &ViewCtx) -> Vec<Para> {
    let mut parts = Vec::new();
    let link = out.link.trim();
    if !link.is_empty() {
        parts.extend(heading(cx.words.approve_link()));
        parts.push(Para::Said(Said::of(vec![Span::new(reveal_line(&out.link), Role::Tag)])));
        let host = reveal_line(server(link)).into_owned();
        parts.push(said(cx.words.approve_leads_to(host), Role::Dim));
    }
    if !out.media.is_empty() {
        parts.extend(heading(cx.words.approve_media()));
        parts.extend(out.media.iter().flat_map(|medium| shown(medium, noticed, cx)));
    }
    parts
}

fn shown(medium: &Shown, noticed: &Noticed, cx: &ViewCtx) -> Vec<Para> {
    let source = MediumSource::from_code(&medium.source).unwrap_or_default();
    let mut about = cx.words.medium_source(source);
    let realistic = match medium.realistic.as_str() {
        "yes" => Some(cx.words.disclosure_realistic()),
        "no" => Some(cx.words.disclosure_not_realistic()),
        _ => source.is_ai().then(|| cx.words.disclosure_realistic_unsaid()),
    };
    if let Some(realistic) = realistic {
        about = format!("{about}, {realistic}");
    }
    let name = vec![
        Span::new(reveal_line(&medium.path), Role::Text),
        Span::new(format!("  {about}"), Role::Dim),
    ];
    let alt = if medium.alt.is_empty() {
        said(format!("  {}", cx.words.approve_no_alt()), Role::Warm)
    } else {
        Para::Said(Said::of(prose_marked(&medium.alt, &noticed.alt(&medium.path, &medium.alt))))
    };
    vec![Para::Hanging(2, name), alt]
}
