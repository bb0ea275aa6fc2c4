//! The brief: what a suggestion is asked for. One line for the topic, a row of chips for
//! everything else, with defaults from the voice, the post and the slot.

use crate::domain::{Brief, ChannelKey, Post, Task};
use crate::features::Ctx;
use crate::text::{Buffer, Edit};
use crate::vocab::{Slot, SourceInfo};
use chrono::Datelike;
use std::collections::BTreeSet;

/// Fewest and most suggestions of one combination.
pub const COUNT: std::ops::RangeInclusive<usize> = 1..=4;

/// The profile that is always there: no AI, no network.
pub const COMPOSER: &str = "composer";

#[derive(Debug, Clone)]
pub struct BriefForm {
    pub topic: Buffer,
    /// Something was asked for before it was said what about.
    pub no_topic: bool,
    pub tone: Choice,
    pub audience: Choice,
    pub channel: Choice,
    pub lang: Choice,
    pub count: usize,
    /// Somebody has said how many.
    pub counted: bool,
    /// A thread, on the channels whose network has them.
    pub thread: bool,
    pub threads: Vec<ChannelKey>,
    /// The team's notes go along.
    pub notes: bool,
    pub source: Choice,
    pub field: Field,
}

/// The rows of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Topic,
    Tone,
    Audience,
    Channel,
    Lang,
    Thread,
    Count,
    Notes,
    Source,
}

/// One of some keys, several that are marked, or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    pub keys: Vec<String>,
    /// `None` where nothing in particular is asked for.
    pub at: Option<usize>,
    /// Those asked for together; empty: the one at the cursor.
    pub marked: BTreeSet<usize>,
    /// Nothing in particular is a choice too.
    pub free: bool,
}

impl Field {
    const ALL: [Self; 9] = [
        Self::Topic,
        Self::Tone,
        Self::Audience,
        Self::Channel,
        Self::Lang,
        Self::Thread,
        Self::Count,
        Self::Notes,
        Self::Source,
    ];
}

impl Choice {
    fn new(keys: Vec<String>, chosen: Option<&str>, free: bool) -> Self {
        let at = chosen.and_then(|key| keys.iter().position(|found| found == key));
        let first = if free || keys.is_empty() { None } else { Some(0) };
        Self { at: at.or(first), marked: BTreeSet::new(), keys, free }
    }

    pub fn key(&self) -> Option<&str> {
        self.at.and_then(|at| self.keys.get(at)).map(String::as_str)
    }

    /// What is asked for, in the order of the chips; one `None` where that is nothing in
    /// particular.
    pub fn chosen(&self) -> Vec<Option<String>> {
        if self.marked.is_empty() {
            return vec![self.key().map(str::to_owned)];
        }
        self.marked.iter().map(|at| self.keys.get(*at).cloned()).collect()
    }

    /// A chip that will be asked for.
    pub fn has(&self, at: usize) -> bool {
        if self.marked.is_empty() { self.at == Some(at) } else { self.marked.contains(&at) }
    }

    /// The cursor among the chips as they are drawn.
    pub fn cursor(&self) -> usize {
        self.at.map_or(0, |at| at + usize::from(self.free))
    }

    /// Marks the chip at the cursor, or takes its mark away. Nothing in particular goes with
    /// nothing else.
    fn mark(&mut self) {
        match self.at {
            Some(at) if !self.marked.remove(&at) => {
                self.marked.insert(at);
            }
            Some(_) => {}
            None => self.marked.clear(),
        }
    }

    fn choose(&mut self, at: usize) {
        self.marked.clear();
        self.reach(at);
    }

    /// The cursor to a chip as it is drawn; what is marked stays.
    fn reach(&mut self, at: usize) {
        let at = if self.free { at.checked_sub(1) } else { Some(at) };
        self.at = at.filter(|at| *at < self.keys.len());
    }

    /// The next one round, through "nothing in particular" where that is a choice.
    fn step(&mut self, forward: bool) {
        let count = self.keys.len() + usize::from(self.free);
        if count == 0 {
            return;
        }
        // Nothing in particular stands before the first.
        let place = match self.at {
            None => 0,
            Some(at) => at + usize::from(self.free),
        };
        let next = (place + if forward { 1 } else { count - 1 }) % count;
        self.at = if self.free { next.checked_sub(1) } else { Some(next) };
    }
}

impl BriefForm {
    pub fn new(post: Option<&Post>, slot: Option<Slot>, ctx: &Ctx) -> Self {
        let voice = &ctx.workspace.voice;
        let keys = |named: &[crate::domain::Named]| named.iter().map(|n| n.key.clone()).collect();
        let tones: Vec<String> = keys(&voice.tones);
        let audiences: Vec<String> = keys(&voice.audiences);
        let channels: Vec<ChannelKey> =
            ctx.workspace.channels.iter().map(|channel| channel.key.clone()).collect();
        let channel = post
            .and_then(|post| post.channels.first().cloned())
            .or_else(|| slot.and_then(|slot| usual_channel(slot, ctx)))
            .or_else(|| channels.first().cloned());
        let lang = post
            .and_then(|post| post.lang.clone())
            .or_else(|| ctx.shelf.usual_language(channel.as_deref()?).map(str::to_owned))
            .unwrap_or_else(|| ctx.workspace.first_language().to_owned());
        let mut languages = ctx.workspace.languages.clone();
        if !languages.contains(&lang) {
            languages.push(lang.clone());
        }
        let has_threads = |key: &&ChannelKey| ctx.networks.has_threads(ctx.workspace, key);
        let threads = channels.iter().filter(has_threads).cloned().collect();
        let profile = ctx.workspace.ai_profile.clone().unwrap_or_else(|| COMPOSER.to_owned());
        let topic = post.map(|post| post.topic().trim().to_owned()).unwrap_or_default();
        // What is offered is selected: the first letter typed replaces it.
        let mut offered = line(&topic);
        offered.apply(Edit::SelectAll);
        Self {
            topic: offered,
            no_topic: false,
            tone: Choice::new(tones.clone(), tones.first().map(String::as_str), true),
            audience: Choice::new(audiences.clone(), audiences.first().map(String::as_str), true),
            channel: Choice::new(channels, channel.as_deref(), true),
            lang: Choice::new(languages, Some(&lang), false),
            count: 3,
            counted: false,
            thread: false,
            threads,
            notes: false,
            source: Choice::new(vec![profile.clone()], Some(&profile), false),
            field: Field::Topic,
        }
    }

    /// The rows there are: whether it is to be a thread is asked where it can be one.
    pub fn fields(&self) -> Vec<Field> {
        let channels = self.channel.chosen();
        let threads = channels.iter().flatten().any(|key| self.threads.contains(key));
        Field::ALL.into_iter().filter(|field| *field != Field::Thread || threads).collect()
    }

    /// The row below the one that has the focus, or above it, round the ends.
    pub fn go(&mut self, down: bool) {
        let fields = self.fields();
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        let next = if down { at + 1 } else { at + fields.len() - 1 };
        self.field = fields[next % fields.len()];
    }

    /// To a row, counted from the top.
    pub fn go_to(&mut self, row: usize) {
        let fields = self.fields();
        self.field = fields[row.min(fields.len() - 1)];
    }

    /// What a channel is asked for.
    pub fn task(&self, channel: Option<&ChannelKey>) -> Task {
        let thread = self.thread && channel.is_some_and(|key| self.threads.contains(key));
        if thread { Task::Thread } else { Task::Draft }
    }

    /// The brief as asked. `None` while there is nothing it should be about.
    pub fn brief(&self) -> Option<Brief> {
        let topic = self.topic.text().trim();
        // Signs alone say nothing that could be written about.
        if !topic.contains(char::is_alphanumeric) {
            return None;
        }
        let own = |choice: &Choice| choice.key().map(str::to_owned);
        Some(Brief {
            task: self.task(self.channel.key().map(str::to_owned).as_ref()),
            topic: topic.to_owned(),
            tone: own(&self.tone),
            audience: own(&self.audience),
            channel: own(&self.channel),
            lang: own(&self.lang),
            instruction: None,
            angle: None,
            hook: None,
            length: None,
            notes: self.notes,
            new_post: None,
        })
    }

    /// The brief cannot be asked like this: back to the topic, where it says why.
    pub fn ask_for_topic(&mut self) {
        self.field = Field::Topic;
        self.no_topic = true;
    }

    pub fn profile(&self) -> String {
        self.source.key().unwrap_or(COMPOSER).to_owned()
    }

    pub fn step(&mut self, forward: bool) {
        let (least, most) = (*COUNT.start(), *COUNT.end());
        if self.field == Field::Count {
            self.count = self.sum().each;
            self.counted = true;
        }
        match self.field {
            Field::Topic => {}
            Field::Tone => self.tone.step(forward),
            Field::Audience => self.audience.step(forward),
            Field::Channel => self.channel.step(forward),
            Field::Lang => self.lang.step(forward),
            Field::Thread => self.thread = !self.thread,
            Field::Notes => self.notes = !self.notes,
            Field::Count if forward => {
                self.count = if self.count == most { least } else { self.count + 1 }
            }
            Field::Count => self.count = if self.count == least { most } else { self.count - 1 },
            Field::Source => self.source.step(forward),
        }
    }

    /// Marks the chip at the cursor, so that several are asked for together; where only one
    /// can be, the next one.
    pub fn mark(&mut self) {
        match self.field {
            Field::Tone => self.tone.mark(),
            Field::Audience => self.audience.mark(),
            Field::Channel => self.channel.mark(),
            Field::Lang => self.lang.mark(),
            Field::Topic | Field::Thread | Field::Count | Field::Notes | Field::Source => {
                self.step(true);
            }
        }
    }

    /// The choice of a row as it is drawn, counted from the left.
    pub fn choose(&mut self, at: usize) {
        self.counted |= self.field == Field::Count;
        match self.field {
            Field::Topic => {}
            Field::Tone => self.tone.choose(at),
            Field::Audience => self.audience.choose(at),
            Field::Channel => self.channel.choose(at),
            Field::Lang => self.lang.choose(at),
            Field::Count => self.count = (*COUNT.start() + at).min(*COUNT.end()),
            Field::Thread => self.thread = at == 1,
            Field::Notes => self.notes = at == 1,
            Field::Source => self.source.choose(at),
        }
    }

    /// To a choice of the row as it is drawn, counted from the left, as stepping goes there.
    pub fn reach(&mut self, at: usize) {
        match self.field {
            Field::Tone => self.tone.reach(at),
            Field::Audience => self.audience.reach(at),
            Field::Channel => self.channel.reach(at),
            Field::Lang => self.lang.reach(at),
            Field::Topic | Field::Thread | Field::Count | Field::Notes | Field::Source => {
                self.choose(at);
            }
        }
    }

    /// The sources that answered. The one chosen by the folder stays; otherwise the first
    /// that is an AI and answers, else whatever is there.
    pub fn offer(&mut self, sources: &[SourceInfo], wanted: Option<&str>) {
        let keys: Vec<String> = sources.iter().map(|source| source.profile.clone()).collect();
        let answers = |s: &&SourceInfo| s.is_ai && s.reachable != Some(false);
        let found = wanted
            .filter(|wanted| keys.iter().any(|key| key == wanted))
            .or_else(|| sources.iter().find(answers).map(|source| source.profile.as_str()));
        if !keys.is_empty() {
            self.source = Choice::new(keys.clone(), found, false);
        }
    }
}

/// A text of one line: what is pasted into it stays on it.
pub fn line(text: &str) -> Buffer {
    Buffer::one_line(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The channel that usually has something at this place of the week.
fn usual_channel(slot: Slot, ctx: &Ctx) -> Option<ChannelKey> {
    let fits = |usual: &crate::domain::Slot| {
        usual.day == slot.date.weekday() && slot.time.is_none_or(|time| time == usual.time)
    };
    let found = ctx.workspace.channels.iter().find(|channel| channel.slots.iter().any(fits))?;
    Some(found.key.clone())
}
