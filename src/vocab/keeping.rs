//! What was handed over to be kept and not answered for: typed texts to the journal, changes
//! to the folder. A text counts as safe only once the journal has said so; what is not known
//! here is saved, or kept.

use super::{Effect, Event};
use crate::domain::{ChangeSet, Failure, JournalKey};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keeping {
    /// The text as it was handed over last.
    waiting: BTreeMap<JournalKey, String>,
    /// What the journal has.
    kept: BTreeMap<JournalKey, String>,
    /// Changes in the order they were asked for.
    unwritten: Vec<ChangeSet>,
    /// Why the journal took nothing when it was last tried.
    pub refused: Option<Failure>,
}

impl Keeping {
    /// What is asked of the journal and of the folder from now on.
    pub fn asked(&mut self, effect: &Effect) {
        match effect {
            Effect::Journal { key, text } => {
                self.waiting.insert(key.clone(), text.clone());
            }
            Effect::JournalDrop(key) => {
                self.waiting.remove(key);
                self.kept.remove(key);
            }
            Effect::Apply(set) => self.unwritten.push(set.clone()),
            Effect::GiveUp => self.waiting.clear(),
            _ => {}
        }
    }

    pub fn learn(&mut self, event: &Event) {
        match event {
            Event::TextKept { key, text } => {
                self.refused = None;
                self.kept.insert(key.clone(), text.clone());
                if self.waiting.get(key).is_some_and(|typed| typed == text) {
                    self.waiting.remove(key);
                }
            }
            // A save keeps what it replaces beside the journal: there is room there again.
            Event::Applied { set, .. } => {
                self.refused = None;
                self.written(set);
            }
            Event::NotApplied { set, .. } => self.written(set),
            Event::NotKept(failure) => self.refused = Some(failure.clone()),
            _ => {}
        }
    }

    /// Storage has answered for it.
    fn written(&mut self, set: &ChangeSet) {
        if let Some(at) = self.unwritten.iter().position(|asked| asked == set) {
            self.unwritten.remove(at);
        }
    }

    /// Changes that storage has not answered for.
    pub fn unwritten(&self) -> &[ChangeSet] {
        &self.unwritten
    }

    /// Texts that the journal has not answered for.
    pub fn waiting(&self) -> impl Iterator<Item = (&JournalKey, &str)> {
        self.waiting.iter().map(|(key, text)| (key, text.as_str()))
    }

    /// The journal has something of this text; it may have been typed further since.
    pub fn is_in_journal(&self, key: &JournalKey) -> bool {
        self.kept.contains_key(key)
    }

    /// What the journal has of it is this, and nothing newer is on its way there.
    pub fn is_last(&self, key: &JournalKey, text: &str) -> bool {
        self.is_kept(key) && self.kept.get(key).is_some_and(|kept| kept == text)
    }

    /// The journal has this text as it was typed last, or the file has it.
    pub fn is_kept(&self, key: &JournalKey) -> bool {
        !self.waiting.contains_key(key)
    }

    pub fn is_all_kept(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Asks the journal once more for everything it has not answered for, at once.
    pub fn again(&self) -> Vec<Effect> {
        let text = |(key, text): (&JournalKey, &String)| Effect::Journal {
            key: key.clone(),
            text: text.clone(),
        };
        self.waiting.iter().map(text).chain([Effect::KeepNow]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    #[test]
    fn a_text_is_kept_once_the_journal_has_its_last_letter() {
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        let typed = |text: &str| Effect::Journal { key: key.clone(), text: text.into() };
        let answer = |text: &str| Event::TextKept { key: key.clone(), text: text.into() };
        let mut keeping = Keeping::default();
        keeping.asked(&typed("Lan"));
        keeping.asked(&typed("Lana"));
        keeping.learn(&answer("Lan"));
        assert!(!keeping.is_kept(&key), "its last letter is not there yet");
        assert_eq!(keeping.again(), [typed("Lana"), Effect::KeepNow]);
        keeping.learn(&answer("Lana"));
        assert!(keeping.is_kept(&key) && keeping.is_all_kept());
        keeping.asked(&typed("Lana!"));
        keeping.asked(&Effect::JournalDrop(key.clone()));
        assert!(keeping.is_all_kept(), "it is saved");
    }
}
