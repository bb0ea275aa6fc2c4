//! What the screen is made with: words, theme and keys. Chosen once at the start.

use crate::domain::Memo;
use crate::i18n::Words;
use crate::keymap::Keymap;
use crate::ui::{Hint, Theme};
use crate::vocab::{Action, Scope};

pub struct Look {
    pub words: Words,
    pub theme: Theme,
    pub keymap: Keymap,
    /// It is told in lines, all of it at once: nothing has to be scrolled to.
    pub aloud: bool,
    /// The same keys work until one goes elsewhere.
    hints: Memo<Vec<Scope>, Vec<Hint>>,
}

impl Look {
    /// Sentences that name a key name it as the table has it.
    pub fn new(words: Words, theme: Theme, keymap: Keymap) -> Self {
        let words = words.with_keys(keymap.named(), theme.ascii);
        Self { words, theme, keymap, aloud: false, hints: Memo::default() }
    }

    /// The keys that work in these scopes, in the footer's order.
    pub fn hints(&self, scopes: &[Scope]) -> Vec<Hint> {
        self.hints.get(scopes.to_vec(), |scopes| self.in_words(scopes))
    }

    fn in_words(&self, scopes: &[Scope]) -> Vec<Hint> {
        let rows = self.keymap.hints(scopes).into_iter();
        rows.map(|row| Hint {
            keys: match row.keys.as_slice() {
                // A row of figures is one thing, from the first to the last.
                [first, .., last] if matches!(row.action, Action::Pick(_)) => {
                    let to = if self.theme.ascii { "-" } else { "–" };
                    format!("{}{to}{}", self.words.stroke(*first), self.words.stroke(*last))
                }
                keys => keys.first().map(|key| self.words.stroke(*key)).unwrap_or_default(),
            },
            label: self.words.by_key(&row.say),
            action: row.action.clone(),
        })
        .collect()
    }

    /// The same for whoever listens: keys by their names, of those that are offered.
    pub fn spoken_hints(&self, scopes: &[Scope], offered: &[Hint]) -> String {
        let rows = self.keymap.hints(scopes).into_iter();
        let rows = rows.filter(|row| offered.iter().any(|hint| hint.action == row.action));
        let said = rows.map(|row| {
            let key = row.keys.first().map(|key| self.words.stroke_name(*key)).unwrap_or_default();
            format!("{key} {}", self.words.by_key(&row.say))
        });
        said.collect::<Vec<_>>().join(", ")
    }
}
