//! Texts that a session left unsaved: compared with what is on disk, kept or discarded,
//! one by one. Nothing is thrown away without being asked for.

use super::tab::Tab;
use crate::domain::{Change, ChangeSet, Id, JournalKey, Label};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Action, Effect, Event, Recovered, Target, Why};

#[derive(Debug, Clone, PartialEq)]
pub struct Rescue {
    pub texts: Vec<Recovered>,
    pub selected: usize,
    /// Rows of the comparison scrolled away.
    pub scroll: usize,
    /// Handed over to be written.
    pub sent: Vec<(ChangeSet, JournalKey)>,
}

impl Rescue {
    pub fn new(texts: Vec<Recovered>) -> Self {
        Self { texts, selected: 0, scroll: 0, sent: Vec::new() }
    }

    /// Begins with the text of a post.
    pub fn choose(&mut self, post: &Id) {
        let at = self.texts.iter().position(|text| text.key.post == *post);
        self.selected = at.unwrap_or(self.selected);
    }

    pub fn chosen(&self) -> Option<&Recovered> {
        self.texts.get(self.selected)
    }

    /// What stands on disk where the text would go.
    pub fn stored(&self, ctx: &Ctx) -> Option<String> {
        let key = &self.chosen()?.key;
        let entry = ctx.shelf.get(&key.post)?;
        Some(Tab::new(&entry.post, key.channel.clone()).text().to_owned())
    }

    pub fn update(&mut self, action: &Action, ctx: &Ctx) -> Outcome {
        let last = self.texts.len().saturating_sub(1);
        let to = match action {
            Action::Up | Action::PreviousPane => self.selected.saturating_sub(1),
            Action::Down | Action::NextPane => (self.selected + 1).min(last),
            Action::First => 0,
            Action::Last => last,
            Action::Choose(number) => usize::from(*number).saturating_sub(1).min(last),
            Action::Point(Target::Row(row)) => (*row).min(last),
            Action::PageDown | Action::Wheel { up: false } => {
                self.scroll += 3;
                return Outcome::done();
            }
            Action::PageUp | Action::Wheel { up: true } => {
                self.scroll = self.scroll.saturating_sub(3);
                return Outcome::done();
            }
            Action::Confirm => return self.keep(ctx),
            // The first click has chosen it: a list that moved meanwhile keeps nothing.
            Action::OpenAt(Target::Row(row)) if *row == self.selected => return self.keep(ctx),
            Action::Remove => return self.discard(),
            Action::Cancel | Action::Back => return Outcome::effect(Effect::Close),
            _ => return Outcome::Ignored,
        };
        self.selected = to;
        self.scroll = 0;
        Outcome::done()
    }

    pub fn on_event(&mut self, event: &Event) -> Vec<Effect> {
        match event {
            Event::Applied { set, .. } => {
                let Some(at) = self.sent.iter().position(|(sent, _)| sent == set) else {
                    return Vec::new();
                };
                let (_, key) = self.sent.remove(at);
                match self.texts.iter().position(|text| text.key == key) {
                    Some(at) => self.gone(at),
                    None => Vec::new(),
                }
            }
            Event::NotApplied { set, .. } => {
                self.sent.retain(|(sent, _)| sent != set);
                Vec::new()
            }
            Event::Recovered(texts) => {
                self.texts.clone_from(texts);
                self.selected = self.selected.min(texts.len().saturating_sub(1));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// The recovered text takes the place of what is on disk; undo brings that back.
    fn keep(&mut self, ctx: &Ctx) -> Outcome {
        let Some(text) = self.chosen() else { return Outcome::Disabled(Why::NothingSelected) };
        let Some(entry) = ctx.shelf.get(&text.key.post) else {
            return Outcome::Disabled(Why::NotYetRead);
        };
        let mut tab = Tab::new(&entry.post, text.key.channel.clone());
        tab.put(&text.text);
        tab.touched = true;
        if !tab.is_dirty() {
            let at = self.selected;
            return Outcome::Handled(self.gone(at));
        }
        let key = text.key.clone();
        let mut post = entry.post.clone();
        if tab.channel.is_none() {
            tab.text().clone_into(&mut post.text);
        }
        let to = ctx.named(&entry.path, &post);
        let change = Change::Edit { path: entry.path.clone(), to, edits: vec![tab.edit()] };
        let set = ChangeSet::one(Label::Text, change);
        self.sent.push((set.clone(), key));
        Outcome::effect(Effect::Apply(set))
    }

    fn discard(&mut self) -> Outcome {
        if self.texts.is_empty() {
            return Outcome::Disabled(Why::NothingSelected);
        }
        let at = self.selected;
        Outcome::Handled(self.gone(at))
    }

    /// The text is on disk, or not wanted: its journal ends.
    fn gone(&mut self, at: usize) -> Vec<Effect> {
        let text = self.texts.remove(at);
        self.selected = self.selected.min(self.texts.len().saturating_sub(1));
        self.scroll = 0;
        let mut effects = vec![Effect::JournalDrop(text.key)];
        if self.texts.is_empty() {
            effects.push(Effect::Close);
        }
        effects
    }
}
