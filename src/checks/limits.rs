//! How long a post is as each of its networks counts, and what is too long.
//!
//! Owns which limit holds where (a channel's own, a caption's beside a picture, message by
//! message in a thread). A figure nobody official wrote never holds a post back.

use super::CheckContext;
use super::fits::fits;
use crate::domain::{
    ChannelKey, Figure, Finding, FindingKind, Grade, Limit, Message, Network, Networks, Part, Post,
    Severity, Unit, Workspace, misnumbered, sent,
};
use crate::text::{
    EntityKind, at_once, entities, from_at_once, is_thread, message_ranges, messages,
};
use std::ops::Range;

/// One counter: a part of a post on one channel against one limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub channel: ChannelKey,
    /// The network's key.
    pub network: String,
    pub part: Part,
    /// Of a thread, where it goes out as one: its messages are counted each by itself.
    pub message: Option<Message>,
    pub unit: Unit,
    pub count: usize,
    pub limit: usize,
    /// By how much it is too long; 0 when it fits.
    pub over: usize,
    /// Where the feed cuts the text, in characters; only for texts.
    pub fold: Option<usize>,
    pub grade: Grade,
}

/// Every counter of a post, in the order of its channels; the limit usually met first
/// stands first. Channels and networks nobody knows have none.
pub fn counts(post: &Post, workspace: &Workspace, networks: &Networks) -> Vec<Count> {
    let mut found = Vec::new();
    each(post, workspace, networks, |row, text| found.push(row.counted(text)));
    found
}

/// Of the messages of a thread one for each channel and limit: the one that is too long by
/// most, else number `here` (from 1), else the fullest.
pub fn one_message(all: Vec<Count>, here: Option<usize>) -> Vec<Count> {
    let same = |a: &Count, b: &Count| {
        (&a.channel, a.part, a.unit, b.message.is_some()) == (&b.channel, b.part, b.unit, true)
    };
    let shown = |count: &Count| {
        let Some(message) = count.message else { return true };
        let others = || all.iter().filter(|other| same(count, other));
        let fullest = others().map(|other| other.count).max();
        let over = others().any(|other| other.over > 0);
        if let Some(here) = here.filter(|_| !over) {
            return message.number == here.min(message.of);
        }
        let first = others().find(|other| Some(other.count) == fullest);
        first.is_some_and(|first| first.message == count.message)
    };
    let keep: Vec<bool> = all.iter().map(shown).collect();
    all.into_iter().zip(keep).filter_map(|(count, keep)| keep.then_some(count)).collect()
}

/// One part of a post on one channel against one limit, not counted yet.
#[derive(Clone, Copy)]
struct Row<'a> {
    channel: &'a str,
    network: &'a Network,
    limit: &'a Limit,
    message: Option<Message>,
    /// The channel's own limit in place of the network's.
    own: Option<usize>,
}

fn each(post: &Post, workspace: &Workspace, networks: &Networks, mut visit: impl FnMut(Row, &str)) {
    for key in &post.channels {
        let Some(channel) = workspace.channel(key) else { continue };
        let Some(network) = networks.get(&channel.network) else { continue };
        let sent = post.sent(key, network.threads);
        for limit in limits_of(network, !post.media.is_empty()) {
            let own = channel.limit.filter(|_| is_first_text(network, limit));
            let row = Row { channel: key, network, limit, message: None, own };
            let mut row = |text: &str, message| visit(Row { message, ..row }, text);
            if limit.part == Part::Text {
                for (message, text) in &sent {
                    row(text, *message);
                }
                continue;
            }
            let row = |text: &str| row(text, None);
            match limit.part {
                Part::Text => {}
                Part::Headline => post.headline_for(key).into_iter().for_each(row),
                Part::FirstComment => post.first_comment_for(key).into_iter().for_each(row),
                Part::Alt => post.media.iter().filter_map(|m| m.alt.as_deref()).for_each(row),
            }
        }
    }
}

/// The counters of a bare text, or a thread, on a network, without a post or a channel.
pub fn counts_of_text(text: &str, network: &Network) -> Vec<Count> {
    let texts = limits_of(network, false).filter(|limit| limit.part == Part::Text);
    let sent = sent(text, network.threads);
    let row = |limit| Row { channel: "", network, limit, message: None, own: None };
    texts
        .flat_map(|limit| {
            let one = |(message, text): &(_, String)| {
                Row { message: *message, ..row(limit) }.counted(text)
            };
            sent.iter().map(one).collect::<Vec<_>>()
        })
        .collect()
}

/// The limits that hold with or without pictures: a caption's replaces the text's.
fn limits_of(network: &Network, media: bool) -> impl Iterator<Item = &Limit> {
    network.limits.iter().filter(move |limit| {
        let twin = |other: &&Limit| {
            other.with_media && (other.part, other.unit) == (limit.part, limit.unit)
        };
        if limit.with_media { media } else { !media || !network.limits.iter().any(|l| twin(&l)) }
    })
}

/// A channel's own limit replaces the network's first text limit.
fn is_first_text(network: &Network, limit: &Limit) -> bool {
    network.limits.iter().find(|l| l.part == Part::Text).is_some_and(|l| l.unit == limit.unit)
        && limit.part == Part::Text
}

impl Row<'_> {
    fn max(&self) -> usize {
        self.own.unwrap_or(self.limit.max)
    }

    fn counted(&self, text: &str) -> Count {
        let Self { network, limit, .. } = *self;
        let (count, max) = (limit.unit.count(text), self.max());
        Count {
            channel: self.channel.to_owned(),
            network: network.key.clone(),
            part: limit.part,
            message: self.message,
            unit: limit.unit,
            count,
            limit: max,
            over: count.saturating_sub(max),
            // A feed shows the first message and leads on to the others.
            fold: network
                .fold
                .as_ref()
                .filter(|_| limit.part == Part::Text)
                .filter(|_| self.message.is_none_or(|message| message.number == 1))
                .map(|fold| fold.value),
            // What the brand says of its own channel is as good as official.
            grade: if self.own.is_some() { Grade::Official } else { limit.grade },
        }
    }
}

/// What of a post that is none yet is longer than its channels take.
pub fn too_long(post: &Post, workspace: &Workspace, networks: &Networks) -> Vec<Finding> {
    let over = counts(post, workspace, networks).into_iter().filter(|count| count.over > 0);
    over.map(|count| over_limit(post, count, networks)).collect()
}

/// What is too long, on the channels where the post has not gone out yet.
pub(super) fn findings(post: &Post, context: &CheckContext, found: &mut Vec<Finding>) {
    let mut over = Vec::new();
    each(post, context.workspace, context.networks, |row, text| {
        let out = post.published.contains_key(row.channel);
        if !out && row.limit.unit.count_at_most(text) > row.max() {
            over.extend(Some(row.counted(text)).filter(|count| count.over > 0));
        }
    });
    found.extend(over.into_iter().map(|count| over_limit(post, count, context.networks)));
    for key in post.channels.iter().filter(|key| !post.published.contains_key(*key)) {
        let network = context.workspace.channel(key).map(|channel| channel.network.as_str());
        if let Some(network) = network.and_then(|network| context.networks.get(network)) {
            found.extend(too_many_hashtags(post, key, network));
            found.extend(thread(post, key, network));
        }
    }
}

fn over_limit(post: &Post, count: Count, networks: &Networks) -> Finding {
    let text = post.outgoing(&count.channel);
    let span = (count.part == Part::Text).then(|| match count.message {
        Some(message) => {
            let range = of_message(&text, message);
            range.start + fits(count.unit, &text[range.clone()], count.limit)..range.end
        }
        None => from_at_once(&text, fits(count.unit, &at_once(&text), count.limit))..text.len(),
    });
    let name = networks.get(&count.network).map_or(count.network.as_str(), |n| n.name.as_str());
    let kind = FindingKind::OverLimit {
        network: name.to_owned(),
        part: count.part,
        message: count.message,
        unit: count.unit,
        count: count.count,
        limit: count.limit,
    };
    let channel = Some(count.channel);
    Finding { span, channel, ..Finding::of_file(kind, severity(count.grade)) }
}

/// Where a message of a thread stands in its text.
fn of_message(text: &str, message: Message) -> Range<usize> {
    message_ranges(text).into_iter().nth(message.number - 1).unwrap_or(0..text.len())
}

/// What is odd about the messages of a thread, and what becomes of them.
fn thread(post: &Post, key: &str, network: &Network) -> Vec<Finding> {
    let text = post.outgoing(key);
    if !is_thread(&text) {
        return Vec::new();
    }
    let messages = messages(&text);
    let finding = |kind, severity, span| {
        let channel = Some(key.to_owned());
        Finding { span, channel, ..Finding::of_file(kind, severity) }
    };
    if !network.threads {
        let (network, messages) = (network.name.clone(), messages.len());
        let kind = FindingKind::ThreadAsOne { network, messages };
        return vec![finding(kind, Severity::Informs, None)];
    }
    let empty = Message::all(messages.len()).zip(&messages).filter(|(_, m)| m.trim().is_empty());
    let empty = empty.map(|(message, _)| {
        let span = Some(of_message(&text, message));
        finding(FindingKind::EmptyMessage { message }, Severity::Blocks, span)
    });
    let numbers = misnumbered(post.text_for(key)).map(|message| {
        let span = Some(of_message(&text, message));
        finding(FindingKind::Misnumbered { message }, Severity::Warns, span)
    });
    empty.chain(numbers).collect()
}

/// Beyond what the network takes, or at least beyond what is usual there. The messages of a
/// thread are posts of their own.
fn too_many_hashtags(post: &Post, key: &str, network: &Network) -> Option<Finding> {
    let whole = post.outgoing(key);
    if !network.threads {
        return hashtags_of(&whole, key, network);
    }
    message_ranges(&whole).into_iter().find_map(|range| {
        let mut finding = hashtags_of(&whole[range.clone()], key, network)?;
        finding.span = finding.span.map(|s| range.start + s.start..range.start + s.end);
        Some(finding)
    })
}

fn hashtags_of(text: &str, key: &str, network: &Network) -> Option<Finding> {
    let (cap, usual) = (network.hashtags.as_ref(), network.usual_hashtags.as_ref());
    let fewest = cap.into_iter().chain(usual).map(|figure| figure.value).min()?;
    // Most posts have few signs of any kind, and bytes are counted many at a time.
    if text.bytes().filter(|byte| *byte == b'#' || !byte.is_ascii()).count() <= fewest
        || text.matches(['#', '＃']).count() <= fewest
    {
        return None;
    }
    let tags: Vec<_> =
        entities(text).into_iter().filter(|e| e.kind == EntityKind::Hashtag).collect();
    let (count, name) = (tags.len(), network.name.clone());
    let beyond = |figure: &&Figure| count > figure.value;
    let (limit, kind, severity) = match (cap.filter(beyond), usual.filter(beyond)) {
        (Some(cap), _) => {
            let kind = FindingKind::TooManyHashtags { network: name, count, limit: cap.value };
            (cap.value, kind, severity(cap.grade))
        }
        (None, Some(usual)) => {
            let kind = FindingKind::ManyHashtags { network: name, count, usual: usual.value };
            (usual.value, kind, Severity::Informs)
        }
        (None, None) => return None,
    };
    let span = Some(tags.get(limit)?.range.start..tags.last()?.range.end);
    let channel = Some(key.to_owned());
    Some(Finding { span, channel, ..Finding::of_file(kind, severity) })
}

fn severity(grade: Grade) -> Severity {
    match grade {
        grade if grade.may_block() => Severity::Blocks,
        Grade::Repeated => Severity::Warns,
        _ => Severity::Informs,
    }
}
