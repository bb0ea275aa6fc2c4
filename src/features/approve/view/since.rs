//! What became of the last approval: that it holds, what has changed since, or that nobody
//! knows any more.

use super::{heading, moment, said};
use crate::domain::Part;
use crate::domain::{Before, Sheet};
use crate::features::ViewCtx;
use crate::features::approve::changes::{Change, changes, only_the_time};
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span, difference};
use crate::vocab::{Action, Scope};
use chrono::{DateTime, Utc};

/// What is to be known before anything is read.
pub fn before(sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    if let Some(given) = sheet.entry.consent.given() {
        let words = cx.words.approve_given(cx.words.person(&given.by), moment(given.at, cx));
        return vec![said(words, Role::Published)];
    }
    let void =
        sheet.entry.consent.finding().map(|finding| cx.words.finding(&finding.kind).sentence);
    let mut parts: Vec<Para> =
        void.into_iter().map(|words| said(reveal_line(&words), Role::Warm)).collect();
    let changed = changed(sheet);
    if only_the_time(&changed) {
        let key = cx.words.key(Scope::Approve, &Action::SayYes);
        parts.push(said(cx.words.approve_only_time(key), Role::Accent));
        parts.extend(changed.iter().map(|change| line(change, cx)).flatten());
    }
    parts
}

/// What goes out otherwise than it was approved last.
pub fn since(sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    if sheet.entry.consent.given().is_some() || sheet.hash.is_err() {
        return Vec::new();
    }
    let Some(Before { by, at, lines }) = &sheet.before else { return Vec::new() };
    let (who, when) = (cx.words.person(by), moment(*at, cx));
    let changed = changed(sheet);
    match lines {
        None => {
            let mut parts = heading(cx.words.approve_since(who, when)).to_vec();
            parts.push(said(cx.words.approve_since_lost(), Role::Dim));
            parts
        }
        Some(_) if only_the_time(&changed) => Vec::new(),
        Some(_) => {
            let mut parts = heading(cx.words.approve_since(who, when)).to_vec();
            if changed.is_empty() {
                parts.push(said(cx.words.approve_since_nothing(), Role::Dim));
            }
            parts.extend(changed.iter().flat_map(|change| line(change, cx)));
            parts
        }
    }
}

fn changed(sheet: &Sheet) -> Vec<Change<'_>> {
    let lines = sheet.before.as_ref().and_then(|before| before.lines.as_ref());
    lines.map_or_else(Vec::new, |lines| changes(lines, &sheet.lines))
}

/// `testo (IG): La [-lana-]{+seta+} torna a casa.`
fn line(change: &Change, cx: &ViewCtx) -> Vec<Para> {
    let channel = change.channel.map(|key| cx.channel_name(key));
    if change.name == "channel" {
        let name = channel.unwrap_or_default();
        let words = match change.old {
            None => cx.words.approve_channel_added(name),
            Some(_) => cx.words.approve_channel_removed(name),
        };
        return vec![said(words, Role::Text)];
    }
    let of = channel.map_or_else(String::new, |name| format!(" ({name})"));
    let label = Span::new(format!("{}{of}: ", name(change, cx)), Role::Dim);
    let value =
        |value: Option<&str>| value.map_or_else(String::new, |value| shown(change, value, cx));
    let (old, new) = (value(change.old), value(change.new));
    if change.name == "sha256" {
        let words = match (change.old, change.new) {
            (None, _) => cx.words.approve_file_added(),
            (_, None) => cx.words.approve_file_removed(),
            _ => cx.words.approve_file_other(),
        };
        return vec![Para::Hanging(2, vec![label, Span::new(words, Role::Text)])];
    }
    let mut spans = vec![label];
    spans.extend(difference(&old, &new));
    vec![Para::Hanging(2, spans)]
}

fn name(change: &Change, cx: &ViewCtx) -> String {
    match change.name {
        "text" => cx.words.part(Part::Text),
        "headline" => cx.words.part(Part::Headline),
        "first-comment" => cx.words.part(Part::FirstComment),
        "alt" => cx.words.part(Part::Alt),
        "instant" => cx.words.approve_name_time(),
        "zone" => cx.words.approve_name_zone(),
        "link" => cx.words.approve_link(),
        "account" | "network" => cx.words.approve_name_account(),
        "visibility" => cx.words.approve_name_visibility(),
        "language" => cx.words.approve_name_language(),
        "sha256" => cx.words.approve_name_medium(change.at as u64 + 1),
        "source" | "realistic" => cx.words.approve_name_source(),
        other => reveal_line(other).into_owned(),
    }
}

/// An instant as people say it; anything else as it is.
fn shown(change: &Change, value: &str, cx: &ViewCtx) -> String {
    let instant = (change.name == "instant").then(|| value.parse::<DateTime<Utc>>().ok()).flatten();
    instant.map_or_else(|| value.to_owned(), |at| moment(at, cx))
}
