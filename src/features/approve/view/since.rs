//! What became of the last approval: that it holds, what has changed since, or that nobody
//! knows any more.

use super::{heading, moment, said};
use crate::domain::{Before, Part, Sheet, Voided};
use crate::features::ViewCtx;
use crate::features::approve::changes::{Change, changes, only_the_time};
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span, difference};
use crate::vocab::{Action, Scope};
use chrono::{DateTime, Utc};

/// What is to be known before anything is read.
pub fn before(sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    if sheet.entry.consent.given().is_some() {
        // Who stands behind it is said below, where it stays in sight.
        return Vec::new();
    }
    let void =
        sheet.entry.consent.finding().map(|finding| cx.words.finding(&finding.kind).sentence);
    let mut parts: Vec<Para> =
        void.into_iter().map(|words| said(reveal_line(&words), Role::Warm)).collect();
    let back = taken_back(sheet);
    // The block may say it, too.
    if !matches!(sheet.entry.consent.voided(), Some(Voided::Revoked { .. })) {
        parts.extend(back.map(|(by, at)| {
            let words = cx.words.approve_taken_back(cx.words.person(by), moment(at, cx));
            said(words, Role::Warm)
        }));
    }
    let changed = changed(sheet);
    if back.is_none() && only_the_time(&changed) {
        let key = cx.words.key(Scope::Approve, &Action::SayYes);
        parts.push(said(cx.words.approve_only_time(key), Role::Accent));
        parts.extend(listed(&changed, cx));
    }
    parts
}

/// What goes out otherwise than it was approved last.
pub fn since(sheet: &Sheet, cx: &ViewCtx) -> Vec<Para> {
    if sheet.entry.consent.given().is_some() || sheet.hash.is_err() {
        return Vec::new();
    }
    let Some(Before { by, at, lines, taken_back }) = &sheet.before else { return Vec::new() };
    let (who, when) = (cx.words.person(by), moment(*at, cx));
    let changed = changed(sheet);
    if taken_back.is_none() && only_the_time(&changed) {
        return Vec::new();
    }
    // Where nothing has changed since, or nobody stands by it any more, it was no change
    // that ended it.
    let head = if taken_back.is_some() || (lines.is_some() && changed.is_empty()) {
        cx.words.approve_had(who, when)
    } else {
        cx.words.approve_since(who, when)
    };
    let mut parts = heading(head).to_vec();
    match lines {
        None => parts.push(said(cx.words.approve_since_lost(), Role::Dim)),
        Some(_) if changed.is_empty() => {
            parts.push(said(cx.words.approve_since_nothing(), Role::Dim));
        }
        Some(_) => parts.extend(listed(&changed, cx)),
    }
    parts
}

/// Who took the last approval back, and when.
fn taken_back(sheet: &Sheet) -> Option<(&str, DateTime<Utc>)> {
    let back = sheet.before.as_ref()?.taken_back.as_ref()?;
    Some((back.by.as_str(), back.at))
}

fn changed(sheet: &Sheet) -> Vec<Change<'_>> {
    let lines = sheet.before.as_ref().and_then(|before| before.lines.as_ref());
    lines.map_or_else(Vec::new, |lines| changes(lines, &sheet.lines))
}

/// What changed alike on several channels is said once, of all of them.
fn listed(changed: &[Change], cx: &ViewCtx) -> Vec<Para> {
    let alike = |a: &Change, b: &Change| {
        let both = a.channel.is_some() && b.channel.is_some() && a.name != "channel";
        both && (a.name, a.at, a.old, a.new) == (b.name, b.at, b.old, b.new)
    };
    let mut parts = Vec::new();
    for (i, change) in changed.iter().enumerate() {
        if changed[..i].iter().any(|before| alike(before, change)) {
            continue;
        }
        let rest = changed[i + 1..].iter().filter(|other| alike(change, other));
        let of = std::iter::once(change).chain(rest).filter_map(|change| change.channel);
        let of: Vec<String> = of.map(|key| cx.channel_name(key)).collect();
        parts.push(line(change, &of.join(", "), cx));
    }
    parts
}

/// `testo (Instagram): La [-lana-]{+seta+} torna a casa.`
fn line(change: &Change, channels: &str, cx: &ViewCtx) -> Para {
    if change.name == "channel" {
        let words = match change.old {
            None => cx.words.approve_channel_added(channels),
            Some(_) => cx.words.approve_channel_removed(channels),
        };
        return said(words, Role::Text);
    }
    let of = if channels.is_empty() { String::new() } else { format!(" ({channels})") };
    let mut spans = vec![Span::new(format!("{}{of}: ", name(change, cx)), Role::Dim)];
    let value = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let (old, new) = (value(change.old), value(change.new));
    match (change.name, moment_of(&old, cx), moment_of(&new, cx)) {
        ("instant", Some(old), Some(new)) => {
            let to = if cx.theme.ascii { "->" } else { "→" };
            spans.push(Span::new(format!("{old} {to} {new}"), Role::Text));
        }
        ("sha256", ..) => {
            let words = match (change.old, change.new) {
                (None, _) => cx.words.approve_file_added(),
                (_, None) => cx.words.approve_file_removed(),
                _ => cx.words.approve_file_other(),
            };
            spans.push(Span::new(words, Role::Text));
        }
        _ => {
            let named = |value: &str| cx.words.covered_value(change.name, value);
            spans.extend(difference(&named(&old), &named(&new)));
        }
    }
    Para::Hanging(2, spans)
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
        "source" => cx.words.approve_name_source(),
        "realistic" => cx.words.approve_name_medium(change.at as u64 + 1),
        other => reveal_line(other).into_owned(),
    }
}

/// An instant as people say it.
fn moment_of(value: &str, cx: &ViewCtx) -> Option<String> {
    value.parse::<DateTime<Utc>>().ok().map(|at| moment(at, cx))
}
