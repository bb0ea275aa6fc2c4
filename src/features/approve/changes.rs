//! What goes out otherwise than somebody approved it last, line by line.

use crate::domain::{ChannelKey, CoveredLine};

/// A line that is not as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    pub channel: Option<&'a ChannelKey>,
    /// `text`, `instant`, `alt` …; `channel` for one that was added or taken away whole.
    pub name: &'a str,
    /// Which of several of that name, from 0.
    pub at: usize,
    /// `None` for one that was not there.
    pub old: Option<&'a str>,
    pub new: Option<&'a str>,
}

/// Those of the post as it is now in its order, then what is gone.
pub fn changes<'a>(old: &'a [CoveredLine], new: &'a [CoveredLine]) -> Vec<Change<'a>> {
    let (was, is) = (numbered(old), numbered(new));
    let has =
        |all: &[Line], channel: Option<&ChannelKey>| all.iter().any(|line| line.channel == channel);
    let find = |all: &[Line<'a>], wanted: &Line| {
        let same = |line: &&Line| {
            (line.channel, line.name, line.at) == (wanted.channel, wanted.name, wanted.at)
        };
        all.iter().find(same).map(|line| line.value)
    };
    let mut found = Vec::new();
    for line in &is {
        // Of a channel that is new as a whole that is enough.
        if has(&was, line.channel) || line.name == "channel" {
            let old = find(&was, line);
            if old != Some(line.value) {
                found.push(line.changed(old, Some(line.value)));
            }
        }
    }
    for line in &was {
        let whole = has(&is, line.channel) || line.name == "channel";
        if whole && find(&is, line).is_none() {
            found.push(line.changed(Some(line.value), None));
        }
    }
    found
}

/// It goes out at another time, and nothing else is otherwise.
pub fn only_the_time(changes: &[Change]) -> bool {
    let time = |change: &Change| change.name == "instant" && change.old.is_some();
    !changes.is_empty() && changes.iter().all(time)
}

struct Line<'a> {
    channel: Option<&'a ChannelKey>,
    name: &'a str,
    at: usize,
    value: &'a str,
}

impl<'a> Line<'a> {
    fn changed(&self, old: Option<&'a str>, new: Option<&'a str>) -> Change<'a> {
        Change { channel: self.channel, name: self.name, at: self.at, old, new }
    }
}

fn numbered(lines: &[CoveredLine]) -> Vec<Line<'_>> {
    let mut all: Vec<Line> = Vec::new();
    for line in lines {
        let (channel, name) = (line.channel.as_ref(), line.name.as_str());
        let at = all.iter().filter(|seen| (seen.channel, seen.name) == (channel, name)).count();
        all.push(Line { channel, name, at, value: &line.value });
    }
    all
}
