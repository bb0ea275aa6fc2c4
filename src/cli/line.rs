//! One card as one line, for eyes and for a screen reader.
//!
//! Everything that came from a file passes `reveal` here.

use super::{Opened, Session, opened::flags};
use crate::checks::networks;
use crate::domain::{ChannelKey, Entry, Finding, Placement, Stage, threaded};
use crate::text::{pad, reveal_line};

/// A card and what is known about it.
pub struct Card<'a> {
    pub placement: &'a Placement,
    pub entry: &'a Entry,
    pub findings: &'a [Finding],
    pub waiting: usize,
}

/// `12:15  ●  IG FB   Gomitoli`
pub fn columns(session: &Session, opened: &Opened, card: &Card) -> String {
    let time = if card.placement.when.has_time() {
        session.words.time(card.placement.wall)
    } else {
        "--:--".to_owned()
    };
    let split = if card.placement.split { "↔ " } else { "" };
    let strip = pad(&strip(opened, &card.placement.channels), 8);
    let title = marked_title(opened, card.entry, &card.placement.channels);
    format!("{time}  {}  {strip}  {split}{title}", glyph(opened, card))
}

/// `Mon 23 Nov, 12:15, Instagram, published: Gomitoli`
pub fn sentence(session: &Session, opened: &Opened, card: &Card) -> String {
    let words = &session.words;
    let mut said = vec![words.day_month(card.placement.wall.date())];
    said.push(if card.placement.when.has_time() {
        words.time(card.placement.wall)
    } else {
        words.cli_time_to_be_set()
    });
    said.extend(card.placement.channels.iter().map(|key| channel_name(opened, key)));
    let stage = opened.shelf.stage_of(card.entry, card.placement);
    said.push(words.stage(stage));
    let late = is_overdue(opened, card);
    let frozen = opened.is_frozen(&card.entry.post, &card.placement.channels);
    let flags = flags((stage, frozen), card.findings, late, card.waiting).into_iter();
    said.extend(flags.map(|flag| words.flag(flag)));
    said.extend(
        thread_on(opened, card.entry, &card.placement.channels).map(|of| words.calendar_thread(of)),
    );
    format!("{}: {}", said.join(", "), title(card.entry))
}

fn is_overdue(opened: &Opened, card: &Card) -> bool {
    Stage::is_overdue(&card.entry.post, card.placement, opened.now.utc)
}

fn glyph(opened: &Opened, card: &Card) -> &'static str {
    let stage = opened.shelf.stage_of(card.entry, card.placement);
    let frozen = opened.is_frozen(&card.entry.post, &card.placement.channels);
    let late = is_overdue(opened, card);
    let flags = flags((stage, frozen), card.findings, late, card.waiting);
    flags.first().map_or(stage.glyph(false), |flag| flag.glyph(false))
}

/// A title as it may be shown.
pub fn title(entry: &Entry) -> String {
    reveal_line(&entry.post.short_title()).into_owned()
}

/// The same behind the mark of a thread, where the post goes out as one.
pub fn marked_title(opened: &Opened, entry: &Entry, channels: &[ChannelKey]) -> String {
    threaded(title(entry), thread_on(opened, entry, channels), false)
}

/// How many messages go out on one of these channels, where it is more than one text.
pub fn thread_on(opened: &Opened, entry: &Entry, channels: &[ChannelKey]) -> Option<usize> {
    entry.post.thread_on(channels, |key| networks().has_threads(&opened.workspace, key))
}

/// `IG LI`: a channel's own letters, its network's, or its key.
pub fn strip(opened: &Opened, channels: &[String]) -> String {
    let short = |key: &String| {
        let channel = opened.workspace.channel(key);
        let own = channel.and_then(|channel| channel.short.clone());
        let network = channel.and_then(|channel| networks().get(&channel.network));
        let text = own.or_else(|| network.map(|n| n.short.clone())).unwrap_or_else(|| key.clone());
        reveal_line(&text).into_owned()
    };
    channels.iter().map(short).collect::<Vec<_>>().join(" ")
}

/// `Instagram`, or the channel's key where its network is unknown.
pub fn channel_name(opened: &Opened, key: &str) -> String {
    let network = opened.workspace.channel(key).and_then(|c| networks().get(&c.network));
    network.map_or_else(|| reveal_line(key).into_owned(), |network| network.name.clone())
}
