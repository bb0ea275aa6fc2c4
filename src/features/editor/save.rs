//! From what is typed to the disk: the journal with every change, a change set when it is
//! saved, the journal's end when that is durable.

use super::state::{Choice, Clash, Writing};
use super::tab::Tab;
use crate::domain::{Change, ChangeSet, Failure, Label, Problem};
use crate::features::Ctx;
use crate::vocab::{Asks, Effect, Event, Notice, Question, Screen};

impl Writing {
    /// The journal after a change of the active text: it holds exactly what is unsaved.
    pub fn journal(&mut self) -> Effect {
        self.refused = false;
        let tab = self.tab();
        let key = tab.key(&self.post);
        if tab.is_dirty() { self.unsaved(tab) } else { Effect::JournalDrop(key) }
    }

    fn unsaved(&self, tab: &Tab) -> Effect {
        Effect::Journal { key: tab.key(&self.post), text: tab.text().to_owned() }
    }

    /// Every text as it was when it was opened, each a step of its undo.
    pub fn revert(&mut self) -> Vec<Effect> {
        self.refused = false;
        self.completion = None;
        for at in 0..self.tabs.len() {
            let common = self.tabs[0].text().to_owned();
            if self.tabs[at].is_other() {
                self.tabs[at].revert(&common);
            }
        }
        let journal = |tab: &Tab| {
            if tab.is_dirty() {
                self.unsaved(tab)
            } else {
                Effect::JournalDrop(tab.key(&self.post))
            }
        };
        self.tabs.iter().map(journal).collect()
    }

    /// Every text that differs from the disk, as one change set.
    pub fn save(&mut self, ctx: &Ctx) -> Vec<Effect> {
        let to = self.post_now(ctx).and_then(|post| ctx.named(&self.path, &post));
        let mut edits = Vec::new();
        for tab in self.tabs.iter_mut().filter(|tab| tab.is_dirty()) {
            edits.push(tab.edit());
            tab.stored = tab.after_saving();
            tab.touched = false;
        }
        if edits.is_empty() {
            return Vec::new();
        }
        let path = self.path.clone();
        self.path = to.clone().unwrap_or(self.path.clone());
        let change = Change::Edit { path, to, edits };
        let set = ChangeSet::one(Label::Text, change);
        self.sent.push(set.clone());
        vec![Effect::Apply(set)]
    }

    /// Saves and closes once that is durable: what cannot be written stays open.
    /// What has just been refused is not tried for ever, and a disk that does not answer is
    /// not waited for by who asks again: the text waits in the journal.
    pub fn leave(&mut self, ctx: &Ctx) -> Vec<Effect> {
        if self.leaving || self.refused || self.broken(ctx).is_some() {
            return self.part(ctx);
        }
        let effects = self.save(ctx);
        if self.sent.is_empty() {
            return vec![Effect::Close];
        }
        self.leaving = true;
        effects
    }

    /// Leaves what could not be saved to the journal, once that has said that it has it.
    fn part(&mut self, ctx: &Ctx) -> Vec<Effect> {
        if self.is_kept(ctx) {
            return vec![Effect::Close, Effect::Say(Notice::LeftUnsaved)];
        }
        // Asked again before the journal has answered, it is not waited for either.
        if std::mem::replace(&mut self.parting, true) {
            return self.ask_to_leave();
        }
        ctx.keeping.again()
    }

    fn ask_to_leave(&mut self) -> Vec<Effect> {
        self.parting = false;
        let leave = vec![Effect::Close, Effect::Say(Notice::LeftUnkept)];
        let asked = Question::go_ahead(Asks::LeaveUnkept, leave);
        vec![Effect::Show(Screen::Question(Box::new(asked)))]
    }

    /// The journal has answered while the text is being left.
    pub fn answered(&mut self, event: &Event, ctx: &Ctx) -> Vec<Effect> {
        if !self.parting {
            return Vec::new();
        }
        if self.is_kept(ctx) {
            self.parting = false;
            return vec![Effect::Close, Effect::Say(Notice::LeftUnsaved)];
        }
        if matches!(event, Event::TextKept { .. }) {
            return Vec::new();
        }
        self.ask_to_leave()
    }

    /// The file of the post as it stands, where nobody can read it any more.
    pub fn broken<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Problem> {
        if ctx.shelf.get(&self.post).is_some() {
            return None;
        }
        ctx.shelf.problems().find(|problem| problem.path == self.path)
    }

    fn is_kept(&self, ctx: &Ctx) -> bool {
        self.tabs.iter().all(|tab| ctx.keeping.is_kept(&tab.key(&self.post)))
    }

    /// A save of this editor is durable.
    pub fn saved(&mut self, set: &ChangeSet) -> Vec<Effect> {
        let Some(at) = self.sent.iter().position(|sent| sent == set) else {
            return Vec::new();
        };
        self.sent.remove(at);
        let clean = self.tabs.iter().filter(|tab| !tab.is_dirty());
        let mut effects: Vec<Effect> =
            clean.map(|tab| Effect::JournalDrop(tab.key(&self.post))).collect();
        if self.leaving && self.sent.is_empty() {
            effects.push(Effect::Close);
        }
        effects
    }

    /// A save came to nothing: the text stays here and in the journal.
    pub fn not_saved(&mut self, set: &ChangeSet, failure: &Failure, ctx: &Ctx) -> Vec<Effect> {
        if !self.sent.contains(set) {
            return Vec::new();
        }
        self.sent.clear();
        self.leaving = false;
        self.refused = !matches!(failure, Failure::Conflict { .. });
        let said = match failure {
            Failure::Broken { .. } => vec![Effect::Say(Notice::BrokenMeanwhile)],
            _ => Vec::new(),
        };
        let Some(entry) = ctx.shelf.get(&self.post) else {
            // The file is gone: none of this is on disk, whatever was on its way there.
            for tab in self.tabs.iter_mut().filter(|tab| tab.is_other()) {
                (tab.stored, tab.touched) = (tab.opened.clone(), true);
            }
            return said;
        };
        self.path = entry.path.clone();
        for tab in &mut self.tabs {
            // A channel that nobody wrote for goes on saying the common text, whichever.
            if !tab.is_own() {
                tab.follow(&entry.post);
                continue;
            }
            let typed = tab.text().to_owned();
            let fresh = Tab::new(&entry.post, tab.channel.clone());
            tab.touched = fresh.stored.as_deref().unwrap_or(&entry.post.text) != typed;
            tab.stored = fresh.stored;
        }
        if let Failure::Conflict { key, theirs, .. } = failure
            && let Some(tab) = self.tabs.iter().position(|tab| tab.field() == *key)
        {
            self.clash = Some(Clash { tab, theirs: Some(theirs.clone()), choice: Choice::Mine });
            self.go_to(tab);
        }
        said
    }

    /// The file has changed on disk. What merges is merged; what does not is asked.
    pub fn follow(&mut self, ctx: &Ctx) -> Vec<Effect> {
        let Some(entry) = ctx.shelf.get(&self.post) else { return Vec::new() };
        // While a save is on its way, the disk is behind.
        if !self.sent.is_empty() {
            return Vec::new();
        }
        self.path = entry.path.clone();
        if self.clash.is_some() {
            return Vec::new();
        }
        self.take_channels(&entry.post);
        let before: Vec<String> = self.tabs.iter().map(|tab| tab.text().to_owned()).collect();
        let mut effects = Vec::new();
        for at in 0..self.tabs.len() {
            let tab = &mut self.tabs[at];
            if tab.follow(&entry.post) {
                continue;
            }
            let theirs = Tab::new(&entry.post, tab.channel.clone()).stored;
            self.clash = Some(Clash { tab: at, theirs, choice: Choice::Mine });
            self.go_to(at);
            effects.push(Effect::Say(Notice::ChangedOutside));
            break;
        }
        let merged = self.tabs.iter().zip(&before).any(|(tab, old)| tab.text() != old);
        if merged {
            self.completion = None;
            let dirty = self.tabs.iter().filter(|tab| tab.is_dirty());
            effects.extend(dirty.map(|tab| self.unsaved(tab)));
            effects.push(Effect::Say(Notice::Merged));
        }
        effects
    }

    /// What the person chose between two texts. Both are kept somewhere whatever it is:
    /// what is not in the text any more comes back with undo, or from the folder's history.
    pub fn settle_clash(&mut self, choice: Choice) -> Vec<Effect> {
        let Some(clash) = self.clash.take() else { return Vec::new() };
        self.active = clash.tab;
        let theirs = clash.theirs.clone().unwrap_or_default();
        let tab = self.tab_mut();
        match choice {
            Choice::Mine => {}
            Choice::Theirs => tab.put(&theirs),
            Choice::Both => {
                let both = format!("{}\n\n{}", tab.text().trim_end(), theirs);
                tab.put(&both);
            }
        }
        tab.stored = clash.theirs;
        tab.touched = true;
        vec![self.journal()]
    }
}
