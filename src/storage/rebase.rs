//! Edits made on what a room saw, brought onto what the file says by now: field by field,
//! prose sentence by sentence. Where both sides changed the same words it says so.

use super::approving::is_of_approval;
use super::splice::{Style, find, holds, render};
use crate::domain::{FieldEdit, FieldPath, FieldValue};
use crate::text::{Merge, canonical, merge3, messages, thread};
use toml::{Table, Value};

/// Both sides, as a person would read them, and of which value they are.
#[derive(Debug, PartialEq, Eq)]
pub struct Overlap {
    pub key: FieldPath,
    pub theirs: String,
    pub ours: String,
}

/// The edits still to be made so that the file says what both sides meant.
pub fn rebase(file: &Table, edits: &[FieldEdit]) -> Result<Vec<FieldEdit>, Overlap> {
    let mut rebased: Vec<FieldEdit> = Vec::new();
    for edit in edits {
        // A second edit of one key was made on the first, not on the file.
        let chained = rebased.iter().any(|earlier| key_of(earlier) == key_of(edit));
        match edit {
            // A yes is about what the file says, whatever was said of it before.
            edit if is_of_approval(edit) => rebased.push(edit.clone()),
            FieldEdit::Replace { key, from, to } if is_thread_key(key) => {
                let found = whole(file, key).filter(|_| !chained).map(Value::String);
                let found = found.as_ref();
                let to = if chained {
                    to.clone()
                } else {
                    value(key, found, from.as_ref(), to.as_ref())?
                };
                if chained || !is_done(found, from.as_ref(), to.as_ref()) {
                    rebased.extend(apart(file, key, from.as_ref(), to.as_ref(), chained));
                }
            }
            FieldEdit::Replace { key, from, to } if !chained => {
                let found = find(file, key);
                let to = value(key, found, from.as_ref(), to.as_ref())?;
                if !is_done(found, from.as_ref(), to.as_ref()) {
                    rebased.push(FieldEdit::Replace { key: key.clone(), from: from.clone(), to });
                }
            }
            edit => rebased.push(edit.clone()),
        }
    }
    Ok(rebased)
}

/// What a room edits as one text and a file lists message by message.
fn is_thread_key(key: &[String]) -> bool {
    match key {
        [text] => text == "text",
        [variants, _, text] => variants == "variants" && text == "text",
        _ => false,
    }
}

fn parts_key(key: &[String]) -> FieldPath {
    let above = &key[..key.len().saturating_sub(1)];
    above.iter().cloned().chain(["parts".to_owned()]).collect()
}

/// The messages the file lists, as one value with the line feed that reading drops.
fn whole(file: &Table, key: &[String]) -> Option<String> {
    let first = find(file, key).and_then(Value::as_str);
    let parts =
        find(file, &parts_key(key)).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if first.is_none() && parts.is_empty() {
        return None;
    }
    let rest = parts.iter().filter_map(Value::as_str);
    let messages = std::iter::once(first.unwrap_or_default()).chain(rest).map(canonical);
    Some(thread(&messages.collect::<Vec<_>>()) + "\n")
}

/// The edits of `text` and of `parts` that make the file say `to`; only those that change
/// something.
fn apart(
    file: &Table,
    key: &[String],
    from: Option<&FieldValue>,
    to: Option<&FieldValue>,
    chained: bool,
) -> Vec<FieldEdit> {
    let (first, rest) = match to {
        Some(FieldValue::Text(text) | FieldValue::Str(text)) => {
            let mut messages = messages(text).into_iter().map(str::to_owned);
            let first = messages.next().unwrap_or_default();
            let rest: Vec<String> = messages.collect();
            (Some(FieldValue::Text(first)), (!rest.is_empty()).then_some(FieldValue::Texts(rest)))
        }
        other => (other.cloned(), None),
    };
    let parts = parts_key(key);
    let edits = [(key.to_vec(), first), (parts.clone(), rest)];
    edits
        .into_iter()
        .filter(|(key, to)| chained || !is_done(find(file, key), None, to.as_ref()))
        .map(|(key, to)| {
            let from = from.filter(|_| key != parts).cloned();
            FieldEdit::Replace { key, from, to }
        })
        .collect()
}

fn key_of(edit: &FieldEdit) -> &[String] {
    match edit {
        FieldEdit::Replace { key, .. }
        | FieldEdit::Add { key, .. }
        | FieldEdit::Remove { key, .. } => key,
    }
}

/// What the value at `key` should be, given what it is now, what it was seen as, and what
/// was asked.
fn value(
    key: &[String],
    found: Option<&Value>,
    from: Option<&FieldValue>,
    to: Option<&FieldValue>,
) -> Result<Option<FieldValue>, Overlap> {
    let says = |wanted: Option<&FieldValue>| match (found, wanted) {
        (None, None) => true,
        (None, Some(wanted)) => is_empty(wanted),
        (Some(found), Some(wanted)) => holds(found, wanted),
        (Some(_), None) => false,
    };
    if says(from) || is_done(found, from, to) || to.is_some_and(is_empty) && found.is_none() {
        return Ok(to.cloned());
    }
    match (found, from, to) {
        (Some(Value::String(theirs)), from, Some(FieldValue::Text(ours))) => {
            let base = match from {
                Some(FieldValue::Text(base) | FieldValue::Str(base)) => base,
                _ => "",
            };
            let theirs = canonical(theirs).into_owned();
            match merge3(base, ours, &theirs) {
                Merge::Clean(merged) => Ok(Some(FieldValue::Text(merged))),
                Merge::Overlap => Err(Overlap { key: key.to_vec(), theirs, ours: ours.clone() }),
            }
        }
        (
            Some(Value::Array(theirs)),
            Some(FieldValue::List(base)),
            Some(FieldValue::List(ours)),
        ) if theirs.iter().all(Value::is_str) => {
            let theirs = theirs.iter().filter_map(Value::as_str);
            let kept = theirs.filter(|item| {
                ours.iter().any(|our| our == item) || !base.iter().any(|old| old == item)
            });
            let mut merged: Vec<String> = kept.map(str::to_owned).collect();
            let fresh = ours.iter().filter(|item| !base.contains(item));
            for item in fresh {
                if !merged.contains(item) {
                    merged.push(item.clone());
                }
            }
            Ok(Some(FieldValue::List(merged)))
        }
        (
            Some(Value::Table(theirs)),
            Some(FieldValue::Table(base)),
            Some(FieldValue::Table(ours)),
        ) => {
            let was = |name: &str| base.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            let mut rows = Vec::new();
            for (name, our) in ours {
                let row = value(key, theirs.get(name), was(name), Some(our))?;
                rows.extend(row.map(|row| (name.clone(), row)));
            }
            Ok(Some(FieldValue::Table(rows)))
        }
        _ => Err(Overlap {
            key: key.to_vec(),
            theirs: found.map(plain).unwrap_or_default(),
            ours: to.map(words).unwrap_or_default(),
        }),
    }
}

/// Whether the file says `to` already, the rows that `to` has no more being gone as well.
fn is_done(found: Option<&Value>, from: Option<&FieldValue>, to: Option<&FieldValue>) -> bool {
    let (Some(found), Some(to)) = (found, to) else { return found.is_none() && to.is_none() };
    let gone = |found: &Value, was: &[(String, FieldValue)], is: &[(String, FieldValue)]| {
        let dropped = was.iter().filter(|(key, _)| is.iter().all(|(kept, _)| kept != key));
        dropped.map(|(key, _)| key.as_str()).all(|key| found.get(key).is_none())
    };
    let nothing_left = match (found, from, to) {
        (found, Some(FieldValue::Table(was)), FieldValue::Table(is)) => gone(found, was, is),
        (Value::Array(found), Some(FieldValue::Tables(was)), FieldValue::Tables(is)) => {
            found.iter().zip(was.iter().zip(is)).all(|(found, (was, is))| gone(found, was, is))
        }
        _ => true,
    };
    nothing_left && holds(found, to)
}

/// An absent key and an empty value are the same to a room.
fn is_empty(value: &FieldValue) -> bool {
    match value {
        FieldValue::Str(text) | FieldValue::Text(text) => text.is_empty(),
        FieldValue::List(items) | FieldValue::Texts(items) => items.is_empty(),
        FieldValue::Table(rows) => rows.is_empty(),
        FieldValue::Tables(tables) => tables.is_empty(),
        FieldValue::Number(_)
        | FieldValue::Bool(_)
        | FieldValue::When(_)
        | FieldValue::Instant(_) => false,
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn words(value: &FieldValue) -> String {
    match value {
        FieldValue::Str(text) | FieldValue::Text(text) => text.clone(),
        value => render(value, Style::fresh("\n")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "as an edit takes it")]
    fn text(text: &str) -> Option<FieldValue> {
        Some(FieldValue::Text(text.into()))
    }

    #[expect(clippy::unnecessary_wraps, reason = "as an edit takes it")]
    fn list(items: &[&str]) -> Option<FieldValue> {
        Some(FieldValue::List(items.iter().map(|&item| item.to_owned()).collect()))
    }

    fn one(file: &str, edit: FieldEdit) -> Result<Vec<Option<FieldValue>>, Overlap> {
        let edits = rebase(&file.parse().expect("TOML"), &[edit])?;
        let to = |edit: FieldEdit| match edit {
            FieldEdit::Replace { to, .. } => to,
            other => panic!("{other:?}"),
        };
        Ok(edits.into_iter().map(to).collect())
    }

    #[test]
    fn a_value_nobody_else_touched_is_replaced_and_one_already_there_is_left() {
        let edit = FieldEdit::replace(&["text"], text("uno"), text("due"));
        assert_eq!(one("text = \"\"\"\nuno\n\"\"\"", edit.clone()), Ok(vec![text("due")]));
        assert_eq!(one("text = \"due\"", edit), Ok(vec![]));
        let fresh = FieldEdit::replace(&["text"], text(""), text("due"));
        assert_eq!(one("id = \"x\"", fresh), Ok(vec![text("due")]));
    }

    #[test]
    fn prose_changed_in_different_sentences_is_merged_and_in_the_same_one_is_not() {
        let file = "text = \"La lana torna. Da martedì in bottega.\"";
        let base = text("La lana torna. Da lunedì in bottega.");
        let first = text("La lana torna a casa. Da lunedì in bottega.");
        let edit = FieldEdit::replace(&["text"], base.clone(), first);
        assert_eq!(one(file, edit), Ok(vec![text("La lana torna a casa. Da martedì in bottega.")]));
        let same =
            FieldEdit::replace(&["text"], base, text("La lana torna. Da giovedì in bottega."));
        let overlap = one(file, same).expect_err("both changed the day");
        assert!(overlap.theirs.contains("martedì") && overlap.ours.contains("giovedì"));
    }

    #[test]
    fn lists_take_in_what_both_added_and_drop_what_either_dropped() {
        let edit = FieldEdit::replace(&["labels"], list(&["a", "b"]), list(&["b", "c"]));
        assert_eq!(one("labels = [\"a\", \"b\", \"d\"]", edit), Ok(vec![list(&["b", "d", "c"])]));
    }

    #[test]
    fn a_word_both_changed_is_an_overlap() {
        let word = |text: &str| Some(FieldValue::Str(text.into()));
        let edit = FieldEdit::replace(&["title"], word("a"), word("b"));
        let overlap = one("title = \"c\"", edit).expect_err("an overlap");
        let key = vec!["title".to_owned()];
        assert_eq!(overlap, Overlap { key, theirs: "c".into(), ours: "b".into() });
    }
}
