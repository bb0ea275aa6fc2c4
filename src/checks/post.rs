//! One post against its workspace: channels, pillar, media, text. The room's entry point.

use super::said::{Said, said};
use super::{CheckContext, disclosure, limits};
use crate::domain::{Finding, FindingKind, Post, Severity, Stage, blanks};
use crate::text::disguises;
use crate::text::reveal::invisibles;

/// Everything the checks notice about a post, what blocks it first.
///
/// What a post still needs (channels, a text) is asked only of planned ones; an idea may
/// be as bare and open as it likes, and what has gone out is not judged any more.
pub fn post(post: &Post, context: &CheckContext) -> Vec<Finding> {
    let mut found = Vec::new();
    channels(post, context, &mut found);
    if let Some(key) = &post.pillar
        && !context.workspace.pillars.iter().any(|pillar| pillar.key == *key)
    {
        let kind = FindingKind::UnknownPillar { key: key.clone() };
        found.push(Finding::of_file(kind, Severity::Warns));
    }
    head(post, context, &mut found);
    if Stage::of_post(post) != Stage::Published {
        media(post, context, &mut found);
        disclosure::media(post, context, &mut found);
        texts(post, &mut found);
        hosts(post, &mut found);
    }
    if Stage::of_post(post) == Stage::Planned {
        left_open(post, &mut found);
    }
    limits::findings(post, context, &mut found);
    found.sort_by_key(|finding| finding.severity);
    found
}

/// What is said of the post as a whole, and cannot be meant so.
fn head(post: &Post, context: &CheckContext, found: &mut Vec<Finding>) {
    let mut warn = |kind| found.push(Finding::of_file(kind, Severity::Warns));
    let spoken = &context.workspace.languages;
    if let Some(said) = post.lang.as_ref().filter(|said| !is_spoken(said, spoken)) {
        let (said, mut spoken) = (said.clone(), spoken.clone());
        spoken.extend(OWN.iter().map(|own| (*own).to_owned()));
        spoken.sort();
        spoken.dedup();
        warn(FindingKind::UnknownLanguage { said, spoken });
    }
    if let Some(link) = post.link.as_ref().filter(|link| !is_of_the_web(link)) {
        warn(FindingKind::NotALink { link: link.clone() });
    }
    for (at, key) in post.channels.iter().enumerate() {
        let before = &post.channels[..at];
        if before.iter().filter(|other| *other == key).count() == 1 {
            warn(FindingKind::ChannelTwice { key: key.clone() });
        }
    }
}

/// The languages that texts are looked at in, whatever a brand speaks.
const OWN: [&str; 2] = ["it", "en"];

/// A regional form (`en-GB`) is spoken where its language is.
fn is_spoken(said: &str, spoken: &[String]) -> bool {
    let base = said.split('-').next().unwrap_or(said);
    let mut known = spoken.iter().map(String::as_str).chain(OWN);
    known.any(|language| [said, base].iter().any(|it| it.eq_ignore_ascii_case(language)))
}

fn is_of_the_web(link: &str) -> bool {
    let (scheme, rest) = link.trim().split_once("://").unwrap_or_default();
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && !rest.is_empty()
}

fn channels(post: &Post, context: &CheckContext, found: &mut Vec<Finding>) {
    if post.channels.is_empty() && Stage::of_post(post) == Stage::Planned {
        found.push(Finding::of_file(FindingKind::NoChannels, Severity::Blocks));
    }
    let own = post.variants.keys().filter(|key| !post.channels.contains(key));
    for key in post.channels.iter().chain(own) {
        let channel = Some(key.clone());
        let Some(known) = context.workspace.channel(key) else {
            let kind = FindingKind::UnknownChannel { key: key.clone() };
            found.push(Finding { channel, ..Finding::of_file(kind, Severity::Blocks) });
            continue;
        };
        if context.networks.get(&known.network).is_none() {
            let network = known.network.clone();
            let kind = FindingKind::UnknownNetwork { channel: key.clone(), network };
            found.push(Finding { channel, ..Finding::of_file(kind, Severity::Warns) });
        }
    }
}

fn media(post: &Post, context: &CheckContext, found: &mut Vec<Finding>) {
    for medium in &post.media {
        let path = medium.path.clone();
        if leads_out(&path) {
            found.push(Finding::of_file(FindingKind::MediaOutside { path }, Severity::Blocks));
            continue;
        }
        if !(context.exists)(&path) {
            let kind = FindingKind::MissingMedia { path: path.clone() };
            found.push(Finding::of_file(kind, Severity::Blocks));
        }
        if medium.alt.as_deref().is_none_or(|alt| alt.trim().is_empty()) {
            found.push(Finding::of_file(FindingKind::MissingAlt { path }, Severity::Warns));
        }
    }
}

/// Absolute, of another system's kind, or climbing above the folder on its way.
fn leads_out(path: &str) -> bool {
    let mut depth = 0i32;
    let climbs = path.split('/').any(|part| {
        depth += match part {
            "" | "." => 0,
            ".." => -1,
            _ => 1,
        };
        depth < 0
    });
    climbs || path.starts_with(['/', '~']) || path.contains(['\\', ':'])
}

fn texts(post: &Post, found: &mut Vec<Finding>) {
    let mut empty = false;
    let mut notice = |text: &str, channel: Option<&String>| {
        let marks = invisibles(text);
        if let (Some(first), Some(last)) = (marks.first(), marks.last()) {
            let kind = FindingKind::Invisibles { count: marks.len() };
            let span = Some(first.start..last.end);
            let channel = channel.cloned();
            found.push(Finding { span, channel, ..Finding::of_file(kind, Severity::Warns) });
        }
    };
    notice(&post.text, None);
    for (key, variant) in &post.variants {
        if let Some(text) = &variant.text {
            notice(text, Some(key));
        }
    }
    for key in &post.channels {
        empty |= post.text_for(key).trim().is_empty();
    }
    empty |= post.channels.is_empty() && post.text.trim().is_empty();
    // A picture may speak for itself.
    if empty && post.media.is_empty() && Stage::of_post(post) == Stage::Planned {
        found.push(Finding::of_file(FindingKind::EmptyText, Severity::Warns));
    }
}

/// Blanks that nobody has filled, in all that has yet to go out.
fn left_open(post: &Post, found: &mut Vec<Finding>) {
    for Said { text, part, medium, channel } in said(post) {
        for span in blanks(text) {
            let (mark, medium) = (text[span.clone()].to_owned(), medium.map(str::to_owned));
            let kind = FindingKind::BlankLeft { mark, part, medium };
            let (span, channel) = (Some(span), channel.cloned());
            found.push(Finding { span, channel, ..Finding::of_file(kind, Severity::Warns) });
        }
    }
}

/// Links that may be taken for others, in the texts and in the post's own link.
fn hosts(post: &Post, found: &mut Vec<Finding>) {
    let own = post.variants.iter().filter_map(|(key, own)| Some((own.text.as_ref()?, Some(key))));
    let link = post.link.iter().map(|link| (link, None, false));
    let texts = std::iter::once((&post.text, None)).chain(own).map(|(text, key)| (text, key, true));
    for (text, key, is_text) in texts.chain(link) {
        for odd in disguises(text) {
            let severity = if odd.mixed { Severity::Warns } else { Severity::Informs };
            let kind = FindingKind::OddHost { host: odd.host, ascii: odd.ascii, mixed: odd.mixed };
            let (span, channel) = (is_text.then_some(odd.range), key.cloned());
            found.push(Finding { span, channel, ..Finding::of_file(kind, severity) });
        }
    }
}

#[cfg(test)]
mod tests;
