//! What went out by hand: on which channels, when, at which address.

use crate::domain::{
    Change, ChangeSet, ChannelKey, Entry, FieldEdit, FieldValue, Id, Label, Moment, Now, Published,
    RelPath, When,
};
use crate::features::choice::Choice;
use crate::features::when::{WhenFault, WhenInput};
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, Target, Why};
use chrono::{DateTime, Timelike as _, Utc};

#[derive(Debug, Clone, PartialEq)]
pub struct MarkPublished {
    pub post: Id,
    pub path: RelPath,
    /// Those that have not gone out yet.
    pub channels: Choice,
    pub when: WhenInput,
    /// The address on each channel, in the order of `channels`.
    pub addresses: Vec<Buffer>,
    /// Row 0 the channels, row 1 the time, then the addresses of the marked ones.
    pub focus: usize,
    /// What was missing when it was last tried.
    pub missing: Option<Missing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Channel,
    When(WhenFault),
    /// A day is not enough, or the hour comes twice.
    Hour,
    /// It cannot have gone out yet.
    Future,
    /// The address of the channel at this place is none.
    Address(usize),
}

impl MarkPublished {
    pub fn new(entry: &Entry, ctx: &Ctx) -> Result<Self, Why> {
        let post = &entry.post;
        if post.channels.is_empty() {
            return Err(Why::NoChannels);
        }
        let out = |key: &&ChannelKey| post.published.contains_key(*key);
        let open: Vec<ChannelKey> = post.channels.iter().filter(|k| !out(k)).cloned().collect();
        if open.is_empty() {
            return Err(Why::AlreadyPublished);
        }
        let minute = ctx.now.local().with_second(0).and_then(|at| at.with_nanosecond(0));
        Ok(Self {
            post: post.id.clone(),
            path: entry.path.clone(),
            addresses: open.iter().map(|_| Buffer::one_line("")).collect(),
            channels: Choice::new(open.clone(), &open, true),
            when: WhenInput::new(minute.map(When::Local), ctx.now.zone),
            focus: 0,
            missing: None,
        })
    }

    /// The channels whose address is asked for, by their place.
    pub fn marked(&self) -> Vec<usize> {
        (0..self.channels.options.len()).filter(|i| self.channels.on[*i]).collect()
    }

    pub fn update(&mut self, action: &Action, now: Now) -> Outcome {
        let last = self.marked().len() + 1;
        match action {
            Action::Confirm | Action::Save => return self.finish(now),
            Action::Up | Action::PreviousPane | Action::Wheel { up: true } => {
                self.focus = self.focus.saturating_sub(1);
            }
            Action::Down | Action::NextPane | Action::Wheel { up: false } => {
                self.focus = (self.focus + 1).min(last);
            }
            Action::Point(Target::Row(row)) => self.focus = (*row).min(last),
            Action::Point(Target::Choice { choice, .. })
            | Action::OpenAt(Target::Choice { choice, .. }) => {
                self.focus = 0;
                self.channels.at = *choice;
                self.channels.toggle();
            }
            Action::Point(Target::Cell { row, column, clicks, select })
            | Action::DragTo(Target::Cell { row, column, clicks, select }) => {
                self.focus = (*row).min(last);
                if let Some(line) = self.line() {
                    click_line(line, *column, *clicks, *select);
                }
            }
            Action::Left if self.focus == 0 => self.channels.step(-1),
            Action::Right if self.focus == 0 => self.channels.step(1),
            Action::ToChoice(at) if self.focus == 0 => self.channels.reach(*at),
            Action::Toggle if self.focus == 0 => self.channels.toggle(),
            Action::Complete if self.focus == 1 => self.when.choose_next(now),
            _ => {
                let in_time = self.focus == 1;
                let Some(line) = self.line() else { return Outcome::Ignored };
                let before = line.revision();
                let Some(effects) = edit_line(line, action) else { return Outcome::Ignored };
                if line.revision() != before {
                    self.missing = None;
                    if in_time {
                        self.when.typed();
                    }
                }
                return Outcome::Handled(effects);
            }
        }
        Outcome::done()
    }

    fn line(&mut self) -> Option<&mut Buffer> {
        match self.focus {
            0 => None,
            1 => Some(&mut self.when.line),
            row => {
                let channel = self.marked().get(row - 2).copied()?;
                self.addresses.get_mut(channel)
            }
        }
    }

    fn finish(&mut self, now: Now) -> Outcome {
        let set = self.change_set(now);
        match set {
            Ok(set) => Outcome::Handled(vec![Effect::Apply(set), Effect::Close]),
            Err(missing) => {
                self.missing = Some(missing);
                self.focus = match missing {
                    Missing::Channel => 0,
                    Missing::Address(channel) => {
                        2 + self.marked().iter().position(|i| *i == channel).unwrap_or_default()
                    }
                    _ => 1,
                };
                Outcome::done()
            }
        }
    }

    fn change_set(&self, now: Now) -> Result<ChangeSet, Missing> {
        let marked = self.marked();
        if marked.is_empty() {
            return Err(Missing::Channel);
        }
        let at = self.instant(now)?;
        let mut edits = Vec::new();
        for channel in marked {
            let url = self.addresses[channel].text().trim();
            let is_address = url.starts_with("https://") || url.starts_with("http://");
            if !url.is_empty() && (!is_address || url.contains(char::is_whitespace)) {
                return Err(Missing::Address(channel));
            }
            let url = Some(url.to_owned()).filter(|url| !url.is_empty());
            let value = FieldValue::published(&Published { at, url });
            let key = ["published", self.channels.options[channel].as_str()];
            edits.push(FieldEdit::replace(&key, None, Some(value)));
        }
        let edit = Change::Edit { path: self.path.clone(), to: None, edits };
        Ok(ChangeSet::one(Label::Published, edit))
    }

    fn instant(&self, now: Now) -> Result<DateTime<Utc>, Missing> {
        let meaning = self.when.meaning(now).map_err(Missing::When)?;
        let when = meaning.when().ok_or(Missing::Hour)?;
        let Moment::At(at) = when.moment(now.zone) else { return Err(Missing::Hour) };
        let at = at.with_timezone(&Utc);
        if at > now.utc { Err(Missing::Future) } else { Ok(at) }
    }
}
