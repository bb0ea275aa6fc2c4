//! What the screen is made with: words, theme and keys. Chosen once at the start.

use crate::i18n::Words;
use crate::keymap::Keymap;
use crate::ui::{Hint, Theme};
use crate::vocab::Scope;

pub struct Look {
    pub words: Words,
    pub theme: Theme,
    pub keymap: Keymap,
}

impl Look {
    /// The keys that work in these scopes, in the footer's order.
    pub fn hints(&self, scopes: &[Scope]) -> Vec<Hint> {
        let rows = self.keymap.hints(scopes).into_iter();
        rows.map(|row| Hint {
            keys: row.keys.first().map(|stroke| stroke.shown()).unwrap_or_default(),
            label: self.words.by_key(&row.say),
            action: row.action.clone(),
        })
        .collect()
    }
}
