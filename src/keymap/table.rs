//! Reads rows of TOML into a key table, and says which row cannot be read.

use crate::vocab::{Action, Key, KeyCode, KeyFault, KeyFaultKind, Scope, Stroke};
use serde::Deserialize;

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

    /// The action with the digit that was pressed, where it takes one.
    pub(super) fn action_for(&self, key: Key) -> Action {
        let digit = digit(key).unwrap_or(0);
        match &self.action {
            Action::Pick(_) => Action::Pick(digit),
            Action::Choose(_) => Action::Choose(digit),
            action => action.clone(),
        }
    }
}

fn digit(key: Key) -> Option<u8> {
    let KeyCode::Char(letter) = key.code else { return None };
    letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

#[derive(Deserialize)]
struct Table {
    key: Vec<RawRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    scope: OneOrMany,
    keys: Vec<String>,
    action: String,
    say: String,
    hint: Option<u16>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// The rows of a table, one for each scope that a row names.
pub(super) fn read(source: &str) -> Result<Vec<Row>, KeyFault> {
    let table: Table = serde_json::from_str(source).map_err(|error| KeyFault {
        row: String::new(),
        kind: KeyFaultKind::NotATable(error.to_string()),
    })?;
    let mut rows = Vec::new();
    for raw in table.key {
        let scopes = match &raw.scope {
            OneOrMany::One(scope) => std::slice::from_ref(scope),
            OneOrMany::Many(scopes) => scopes,
        };
        for scope in scopes {
            rows.push(row_in(&raw, scope)?);
        }
    }
    Ok(rows)
}

fn row_in(raw: &RawRow, scope: &str) -> Result<Row, KeyFault> {
    let name = format!("{scope}.{}", raw.action);
    let fault = |kind| KeyFault { row: name.clone(), kind };
    Ok(Row {
        scope: Scope::from_code(scope).ok_or_else(|| fault(KeyFaultKind::NoSuchRow))?,
        keys: strokes(&raw.keys).map_err(|key| fault(KeyFaultKind::NotAKey(key)))?,
        action: Action::from_code(&raw.action).ok_or_else(|| fault(KeyFaultKind::NoSuchRow))?,
        say: raw.say.clone(),
        hint: raw.hint,
    })
}

/// The keys of a row, or the first that is none.
pub(super) fn strokes(names: &[String]) -> Result<Vec<Stroke>, String> {
    names.iter().map(|name| Stroke::parse(name).ok_or_else(|| name.clone())).collect()
}
