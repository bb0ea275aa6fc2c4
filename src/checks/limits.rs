//! How long a post is as each of its networks counts, and what is too long.
//!
//! Owns which limit holds where (a channel's own, a caption's beside a picture). A figure
//! nobody official wrote never holds a post back.

use super::CheckContext;
use super::fits::fits;
use crate::domain::{
    ChannelKey, Figure, Finding, FindingKind, Grade, Limit, Network, Networks, Part, Post,
    Severity, Unit, Workspace,
};
use crate::text::{EntityKind, entities};

/// One counter: a part of a post on one channel against one limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub channel: ChannelKey,
    /// The network's key.
    pub network: String,
    pub part: Part,
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

/// One part of a post on one channel against one limit, not counted yet.
#[derive(Clone, Copy)]
struct Row<'a> {
    channel: &'a str,
    network: &'a Network,
    limit: &'a Limit,
    /// The channel's own limit in place of the network's.
    own: Option<usize>,
}

fn each(post: &Post, workspace: &Workspace, networks: &Networks, mut visit: impl FnMut(Row, &str)) {
    for key in &post.channels {
        let Some(channel) = workspace.channel(key) else { continue };
        let Some(network) = networks.get(&channel.network) else { continue };
        let outgoing = post.outgoing(key);
        for limit in limits_of(network, !post.media.is_empty()) {
            let own = channel.limit.filter(|_| is_first_text(network, limit));
            let mut row = |text: &str| visit(Row { channel: key, network, limit, own }, text);
            match limit.part {
                Part::Text => row(&outgoing),
                Part::Headline => post.headline_for(key).into_iter().for_each(row),
                Part::FirstComment => post.first_comment_for(key).into_iter().for_each(row),
                Part::Alt => post.media.iter().filter_map(|m| m.alt.as_deref()).for_each(row),
            }
        }
    }
}

/// The counters of a bare text on a network, without a post or a channel.
pub fn counts_of_text(text: &str, network: &Network) -> Vec<Count> {
    let texts = limits_of(network, false).filter(|limit| limit.part == Part::Text);
    let row = |limit| Row { channel: "", network, limit, own: None };
    texts.map(|limit| row(limit).counted(text)).collect()
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
            unit: limit.unit,
            count,
            limit: max,
            over: count.saturating_sub(max),
            fold: network.fold.as_ref().filter(|_| limit.part == Part::Text).map(|fold| fold.value),
            // What the brand says of its own channel is as good as official.
            grade: if self.own.is_some() { Grade::Official } else { limit.grade },
        }
    }
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
        }
    }
}

fn over_limit(post: &Post, count: Count, networks: &Networks) -> Finding {
    let text = post.outgoing(&count.channel);
    let span = (count.part == Part::Text).then(|| fits(count.unit, &text, count.limit)..text.len());
    let name = networks.get(&count.network).map_or(count.network.as_str(), |n| n.name.as_str());
    let kind = FindingKind::OverLimit {
        network: name.to_owned(),
        part: count.part,
        unit: count.unit,
        count: count.count,
        limit: count.limit,
    };
    let channel = Some(count.channel);
    Finding { span, channel, ..Finding::of_file(kind, severity(count.grade)) }
}

/// Beyond what the network takes, or at least beyond what is usual there.
fn too_many_hashtags(post: &Post, key: &str, network: &Network) -> Option<Finding> {
    let (cap, usual) = (network.hashtags.as_ref(), network.usual_hashtags.as_ref());
    let fewest = cap.into_iter().chain(usual).map(|figure| figure.value).min()?;
    let text = post.outgoing(key);
    if text.matches(['#', '＃']).count() <= fewest {
        return None;
    }
    let tags: Vec<_> =
        entities(&text).into_iter().filter(|e| e.kind == EntityKind::Hashtag).collect();
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
