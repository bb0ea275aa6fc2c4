//! Makes a key table of its rows, and says which row cannot be used. What the rows look
//! like is read when the program is built; nothing is parsed at its start but names of keys.

use crate::vocab::{Action, Key, KeyCode, KeyFault, KeyFaultKind, Scope, Stroke};

/// One row: in this scope, these keys do this.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub scope: Scope,
    pub keys: Vec<Stroke>,
    pub action: Action,
    /// The message that says what the key does.
    pub say: String,
    /// Its place in the footer, smallest first; `None` where only the help lists it.
    pub hint: Option<u16>,
}

impl Row {
    /// `week.move`: how the settings name the row.
    pub fn name(&self) -> String {
        format!("{}.{}", self.scope.code(), self.action.code().unwrap_or_default())
    }

    /// The keys as a person reads them, `1–9` for the nine digits.
    pub fn shown(&self) -> String {
        self.written(|stroke| stroke.shown(), "1–9")
    }

    /// The keys as `one` writes each, and `figures` for the nine digits.
    pub fn written(&self, one: impl Fn(&Stroke) -> String, figures: &str) -> String {
        if self.keys.len() == 9 && self.keys.iter().all(|stroke| digit(stroke.first).is_some()) {
            return figures.to_owned();
        }
        let keys: Vec<String> = self.keys.iter().map(one).collect();
        keys.join(" ")
    }

    /// The action with the digit or the letter that was pressed, where it takes one.
    pub(super) fn action_for(&self, key: Key) -> Action {
        let digit = digit(key).unwrap_or(0);
        match &self.action {
            Action::Pick(_) => Action::Pick(digit),
            Action::Choose(_) => Action::Choose(digit),
            Action::ByLetter(none) => Action::ByLetter(key.letter().unwrap_or(*none)),
            action => action.clone(),
        }
    }
}

fn digit(key: Key) -> Option<u8> {
    let KeyCode::Char(letter) = key.code else { return None };
    letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

/// The rows of `assets/keymap.toml`, as the build laid them out.
pub(super) const BUILTIN: &[RawRow] = include!(concat!(env!("OUT_DIR"), "/keymap.rs"));

/// A row as it is written: one for each of its scopes.
pub(super) struct RawRow {
    scopes: &'static [&'static str],
    keys: &'static [&'static str],
    action: &'static str,
    say: &'static str,
    hint: Option<u16>,
}

/// The rows of a table, one for each scope that a row names.
pub(super) fn read(table: &[RawRow]) -> Result<Vec<Row>, KeyFault> {
    let mut rows = Vec::with_capacity(2 * table.len());
    for raw in table {
        let fault =
            |kind| KeyFault { row: format!("{}.{}", raw.scopes.join(" "), raw.action), kind };
        let unknown = || fault(KeyFaultKind::NoSuchRow);
        let keys = strokes(raw.keys).map_err(|key| fault(KeyFaultKind::NotAKey(key)))?;
        let action = Action::from_code(raw.action).ok_or_else(unknown)?;
        for scope in raw.scopes {
            rows.push(Row {
                scope: Scope::from_code(scope).ok_or_else(unknown)?,
                keys: keys.clone(),
                action: action.clone(),
                say: raw.say.to_owned(),
                hint: raw.hint,
            });
        }
    }
    Ok(rows)
}

/// The keys of a row, or the first that is none.
pub(super) fn strokes<N: AsRef<str>>(names: &[N]) -> Result<Vec<Stroke>, String> {
    let names = names.iter().map(AsRef::as_ref);
    names.map(|name| Stroke::parse(name).ok_or_else(|| name.to_owned())).collect()
}
