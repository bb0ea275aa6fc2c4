//! Follows the keys of a session: remembers the first of two, nothing else.

use super::Keymap;
use crate::vocab::{Action, Key, Scope};

/// What a key came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolved {
    Action(Action),
    /// The first of two keys: the next one decides.
    Prefix,
    Nothing,
}

/// Reads keys one after the other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeyReader {
    held: Option<Key>,
}

impl KeyReader {
    /// The first of two keys, while the second is awaited: the footer says what can follow.
    pub fn held(&self) -> Option<Key> {
        self.held
    }

    /// Forgets a first key: a paste, a click or another screen came between.
    pub fn forget(&mut self) {
        self.held = None;
    }

    /// The next key. A second key that completes nothing is dropped with the first.
    pub fn read(&mut self, keymap: &Keymap, key: Key, scopes: &[Scope]) -> Option<Action> {
        let held = self.held.take();
        match keymap.resolve(held, key, scopes) {
            Resolved::Action(action) => Some(action),
            Resolved::Prefix => {
                self.held = Some(key.normal());
                None
            }
            Resolved::Nothing => None,
        }
    }
}
