//! Keys as data: a row of `assets/keymap.toml` becomes an [`Action`], by the scopes in
//! force, nearest first. The footer, the help, the palette and `palinsesto keys` are made
//! of the same rows. Knows nothing of terminals and does nothing itself.

mod overrides;
mod reader;
mod table;

pub use reader::{KeyReader, Resolved};
pub use table::Row;

use crate::text::Edit;
use crate::vocab::{Action, Key, KeyCode, KeyRow, Scope, Stroke};

/// The key table in force.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Keymap {
    rows: Vec<Row>,
}

impl Keymap {
    /// The table that comes with the program; a test sees to it that it reads.
    pub fn builtin() -> Self {
        Self { rows: table::read(table::BUILTIN).unwrap_or_default() }
    }

    /// Every row, in the order of the table.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The key of every row, for the sentences that name one.
    pub fn named(&self) -> Vec<KeyRow> {
        let named = |row: &Row| KeyRow {
            scope: row.scope,
            action: row.action.clone(),
            stroke: row.keys.first().copied(),
            say: row.say.clone(),
        };
        self.rows.iter().map(named).collect()
    }

    /// What a key does here. `held` is the first key of two, where one was pressed.
    ///
    /// The nearest scope that has a row for the key decides. Past a text, nothing but its
    /// own surroundings counts: the keys of everywhere are those outside a text. A key
    /// with Alt that no row names does nothing, since terminals make it of `Esc` and a
    /// letter that were meant apart; only `Alt-Tab` is read as `S-Tab`, as the Linux
    /// console sends it.
    pub fn resolve(&self, held: Option<Key>, key: Key, scopes: &[Scope]) -> Resolved {
        let mut key = key.normal();
        if key.code == KeyCode::Tab && key.alt {
            key = Key { alt: false, shift: true, ..key };
        }
        let mut typing = false;
        for &scope in scopes {
            if typing && scope == Scope::Global {
                break;
            }
            if let Some(found) = self.in_scope(held, key, scope) {
                return found;
            }
            if scope.takes_letters() && held.is_none() {
                typing = true;
                if let Some(letter) = key.letter() {
                    return Resolved::Action(Action::Write(Edit::Type(letter.to_string())));
                }
            }
        }
        Resolved::Nothing
    }

    /// What a paste does here: it goes into a text, or nowhere. It is never read as keys.
    pub fn paste(&self, text: String, scopes: &[Scope]) -> Option<Action> {
        let into_text = scopes.iter().any(|scope| scope.takes_letters());
        into_text.then_some(Action::Write(Edit::Paste(text)))
    }

    fn in_scope(&self, held: Option<Key>, key: Key, scope: Scope) -> Option<Resolved> {
        let mut strokes = self
            .rows
            .iter()
            .filter(|row| row.scope == scope)
            .flat_map(|row| row.keys.iter().map(move |stroke| (row, *stroke)));
        if let Some(first) = held {
            let both = Stroke { first, then: Some(key) };
            let (row, _) = strokes.find(|(_, stroke)| *stroke == both)?;
            return Some(Resolved::Action(row.action_for(key)));
        }
        let (row, stroke) = strokes.find(|(_, stroke)| stroke.first.is(key))?;
        let waits = stroke.then.is_some();
        Some(if waits { Resolved::Prefix } else { Resolved::Action(row.action_for(key)) })
    }

    /// The rows that belong in the footer here and now: those of the nearest scope first,
    /// each in its place, without those a nearer scope hides.
    pub fn hints(&self, scopes: &[Scope]) -> Vec<Row> {
        let mut found: Vec<Row> = Vec::new();
        for (depth, scope) in scopes.iter().enumerate() {
            let mut here: Vec<Row> = self
                .rows
                .iter()
                .filter(|row| row.scope == *scope && row.hint.is_some())
                .filter(|row| found.iter().all(|seen| seen.action != row.action))
                .filter_map(|row| self.reached(row, scopes, depth))
                .collect();
            here.sort_by_key(|row| row.hint);
            found.extend(here);
        }
        found
    }

    /// The rows that work here, hints or not, with the keys that do: what the help and the
    /// palette list.
    pub fn in_force(&self, scopes: &[Scope]) -> Vec<Row> {
        let mut found = Vec::new();
        for (depth, scope) in scopes.iter().enumerate() {
            let here = self.rows.iter().filter(|row| row.scope == *scope);
            found.extend(here.filter_map(|row| self.reached(row, scopes, depth)));
        }
        found
    }

    /// What can follow the first key of two.
    pub fn after(&self, held: Key, scopes: &[Scope]) -> Vec<(Key, &Row)> {
        let rows = self.rows.iter().filter(|row| scopes.contains(&row.scope));
        rows.filter_map(|row| {
            let stroke = row.keys.iter().find(|stroke| stroke.first == held)?;
            stroke.then.map(|then| (then, row))
        })
        .collect()
    }

    /// The first key that does `action` here, as a person reads it.
    pub fn key_of(&self, action: &Action, scopes: &[Scope]) -> Option<String> {
        let row = self.in_force(scopes).into_iter().find(|row| row.action == *action)?;
        row.keys.first().map(|stroke| stroke.shown())
    }

    /// The row with those of its keys that still reach it from the scopes in force, if any.
    fn reached(&self, row: &Row, scopes: &[Scope], depth: usize) -> Option<Row> {
        let nearer = &scopes[..depth];
        if row.scope == Scope::Global && nearer.iter().any(|scope| scope.takes_letters()) {
            return None;
        }
        let reaches = |stroke: &&Stroke| {
            nearer.iter().all(|scope| {
                let typed = scope.takes_letters() && stroke.first.letter().is_some();
                !typed && self.in_scope(None, stroke.first, *scope).is_none()
            })
        };
        let keys: Vec<Stroke> = row.keys.iter().filter(reaches).copied().collect();
        (!keys.is_empty()).then(|| Row { keys, ..row.clone() })
    }
}

#[cfg(test)]
mod tests;
