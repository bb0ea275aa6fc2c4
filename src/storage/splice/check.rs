//! The proof that an edit did what was asked and nothing else: both versions are parsed,
//! the value asked for must be there, and all the rest must be equal.

use crate::document::when_of;
use crate::domain::{FieldEdit, FieldValue, When};
use crate::text::canonical;
use toml::{Table, Value};

/// Whether `new` is `old` with exactly `edit` applied.
pub fn is_faithful(old: &str, new: &str, edit: &FieldEdit) -> bool {
    let (Ok(mut old), Ok(mut new)) = (old.parse::<Table>(), new.parse::<Table>()) else {
        return false;
    };
    let done = match edit {
        FieldEdit::Replace { key, to: Some(to), .. } => {
            find(&new, key).is_some_and(|value| holds(value, to))
        }
        FieldEdit::Replace { key, to: None, .. } => find(&new, key).is_none(),
        FieldEdit::Add { key, item } => entries(&new, key).iter().any(|value| holds(value, item)),
        FieldEdit::Remove { .. } => true,
    };
    let (key, count) = match edit {
        FieldEdit::Replace { key, .. } => (key, None),
        FieldEdit::Add { key, .. } => (key, Some(1)),
        FieldEdit::Remove { key, .. } => (key, Some(-1)),
    };
    if let Some(change) = count {
        let (before, after) = (entries(&old, key).len() as i64, entries(&new, key).len() as i64);
        if after != before + change {
            return false;
        }
    }
    // What a table keeps beside the edited rows must have stayed as well.
    let rows = match edit {
        FieldEdit::Replace { to: Some(FieldValue::Table(rows)), from, .. } => {
            let from = match from {
                Some(FieldValue::Table(rows)) => rows.as_slice(),
                _ => &[],
            };
            Some(rows.iter().chain(from).map(|(name, _)| name.as_str()).collect::<Vec<_>>())
        }
        _ => None,
    };
    strip(&mut old, key, rows.as_deref());
    strip(&mut new, key, rows.as_deref());
    done && old == new
}

/// Whether a value of the file says what was asked for; prose may differ by the one
/// final line feed and by CRLF, which reading takes away.
pub fn holds(value: &Value, wanted: &FieldValue) -> bool {
    match (value, wanted) {
        (Value::String(found), FieldValue::Str(text)) => {
            found == text || canonical(found) == text.as_str()
        }
        (Value::Integer(found), FieldValue::Number(number)) => found == number,
        (Value::Boolean(found), FieldValue::Bool(yes)) => found == yes,
        (Value::String(found), FieldValue::Text(text)) => {
            canonical(found) == text.replace("\r\n", "\n")
        }
        (Value::Array(found), FieldValue::List(items)) => {
            found.len() == items.len()
                && found.iter().zip(items).all(|(value, item)| value.as_str() == Some(item))
        }
        (Value::Array(found), FieldValue::Texts(texts)) => {
            let same = |(value, text): (&Value, &String)| {
                value.as_str().is_some_and(|found| canonical(found) == text.as_str())
            };
            found.len() == texts.len() && found.iter().zip(texts).all(same)
        }
        (Value::Datetime(found), FieldValue::When(wanted)) => when_of(found) == Some(*wanted),
        (Value::Datetime(found), FieldValue::Instant(wanted)) => {
            matches!(when_of(found), Some(When::Offset(found)) if found == *wanted)
        }
        (Value::Table(found), FieldValue::Table(rows)) => rows
            .iter()
            .all(|(key, wanted)| found.get(key).is_some_and(|value| holds(value, wanted))),
        (Value::Array(found), FieldValue::Tables(tables)) => {
            let same =
                |(value, rows): (&Value, &Vec<_>)| holds(value, &FieldValue::Table(rows.clone()));
            found.len() == tables.len() && found.iter().zip(tables).all(same)
        }
        _ => false,
    }
}

pub fn find<'a>(table: &'a Table, key: &[String]) -> Option<&'a Value> {
    let (last, above) = key.split_last()?;
    let mut table = table;
    for part in above {
        table = table.get(part)?.as_table()?;
    }
    table.get(last)
}

pub fn entries<'a>(table: &'a Table, key: &[String]) -> &'a [Value] {
    find(table, key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Takes the edited value out, and the tables above it that hold nothing else.
fn strip(table: &mut Table, key: &[String], rows: Option<&[&str]>) {
    match key {
        [] => {}
        [last] => match (table.get_mut(last), rows) {
            (Some(Value::Table(found)), Some(rows)) => {
                for &name in rows {
                    found.remove(name);
                }
                if found.is_empty() {
                    table.remove(last);
                }
            }
            _ => drop(table.remove(last)),
        },
        [first, rest @ ..] => {
            if let Some(Value::Table(inner)) = table.get_mut(first) {
                strip(inner, rest, rows);
                if inner.is_empty() {
                    table.remove(first);
                }
            }
        }
    }
}
