//! Which of the words that go out something was noticed of, for the page to underline: where a
//! finding stands in the post, carried over to where those bytes stand in what is sent. A text
//! in which that cannot be told for certain keeps its plain look.

use crate::domain::{ChannelKey, Finding, Part, Post};
use crate::features::approve::outgoing::Group;
use crate::features::underline;
use crate::text::message_ranges;
use crate::ui::Role;
use std::ops::Range;

/// Bytes of a text as it is sent, with the look of what was noticed there.
pub type Marks = Vec<(Range<usize>, Role)>;

/// What was noticed about a post, the gravest last, so that it wins where two overlap.
pub struct Noticed<'a> {
    post: &'a Post,
    findings: Vec<Finding>,
}

impl<'a> Noticed<'a> {
    pub fn new(post: &'a Post, mut findings: Vec<Finding>) -> Self {
        findings.retain(|finding| finding.span.is_some() && !finding.is_of_the_whole());
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.gravity()));
        Self { post, findings }
    }

    /// Of each text that channels send alike.
    pub fn texts(&self, group: &Group) -> Vec<Marks> {
        let sent = &group.sent.texts;
        let mut marks: Vec<Marks> = vec![Vec::new(); sent.len()];
        for account in &group.accounts {
            let written = self.post.outgoing(&account.channel);
            for (text, at, from) in places(&written, sent) {
                let here = self.of(Part::Text, &account.channel, None);
                marks[text].extend(here.filter_map(|(span, role)| {
                    let start = span.start.max(from.start);
                    let end = span.end.min(from.end);
                    (start < end).then(|| (at + start - from.start..at + end - from.start, role))
                }));
            }
        }
        marks
    }

    /// Of what stands beside the text and is sent as it is written.
    pub fn part(&self, part: Part, group: &Group, sent: &str) -> Marks {
        let here = group.accounts.iter().filter(|account| {
            let written = match part {
                Part::Headline => self.post.headline_for(&account.channel),
                Part::FirstComment => self.post.first_comment_for(&account.channel),
                _ => None,
            };
            written == Some(sent)
        });
        here.flat_map(|account| self.of(part, &account.channel, None)).collect()
    }

    /// Of how a picture is described.
    pub fn alt(&self, path: &str, sent: &str) -> Marks {
        let mut media = self.post.media.iter().filter(|medium| medium.path == path);
        let written = media.next().and_then(|medium| medium.alt.as_deref());
        let found = self.findings.iter().filter(|one| one.medium() == Some(path));
        let found = found.filter(|one| one.part() == Part::Alt && written == Some(sent));
        found.filter_map(marked).collect()
    }

    /// What was noticed in a part as one channel sends it.
    fn of(
        &self,
        part: Part,
        channel: &ChannelKey,
        medium: Option<&str>,
    ) -> impl Iterator<Item = (Range<usize>, Role)> {
        let variant = self.post.variants.get(channel);
        let own = match part {
            Part::Headline => variant.is_some_and(|own| own.headline.is_some()),
            Part::FirstComment => variant.is_some_and(|own| own.first_comment.is_some()),
            _ => self.post.has_own_text(channel),
        };
        let here = move |one: &&Finding| {
            let channels = one.channel.as_ref().map_or(!own, |of| of == channel);
            one.part() == part && one.medium() == medium && channels
        };
        self.findings.iter().filter(here).filter_map(marked)
    }
}

fn marked(finding: &Finding) -> Option<(Range<usize>, Role)> {
    Some((finding.span.clone()?, underline(finding.gravity())))
}

/// Where the messages of a text as it is written stand in what is sent of it: which text, from
/// which byte on, and which bytes of the written one. Nothing where the words are not the same.
fn places(written: &str, sent: &[String]) -> Vec<(usize, usize, Range<usize>)> {
    let messages = message_ranges(written);
    if sent.len() == messages.len() {
        let same = |(at, from): &(usize, Range<usize>)| sent[*at] == written[from.clone()];
        let found = messages.into_iter().enumerate().filter(same);
        return found.map(|(text, from)| (text, 0, from)).collect();
    }
    // On a network without threads the messages go out as one text, one after the other.
    let [sent] = sent else { return Vec::new() };
    let (mut found, mut at) = (Vec::new(), 0);
    for from in messages {
        let message = &written[from.clone()];
        let Some(next) = sent[at..].find(message) else { return Vec::new() };
        found.push((0, at + next, from.clone()));
        at += next + message.len();
    }
    found
}
