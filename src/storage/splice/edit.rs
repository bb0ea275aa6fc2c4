//! One edit: finds what it is about in the layout and replaces or removes those bytes.
//! What is not there yet is handed to `insert`.

use super::check;
use super::insert::{insert, new_section};
use super::layout::{Item, Kind, Layout, Node, Section};
use super::list::{self, Entries};
use super::value::{Style, basic, one_of_texts, render, table};
use crate::domain::{FieldEdit, FieldPath, FieldValue};
use std::ops::Range;

type Row = (String, FieldValue);

/// The text after the edit, the same text when there was nothing to do, `None` where the
/// file has a shape this cannot edit.
pub fn apply(text: &str, edit: &FieldEdit) -> Option<String> {
    match edit {
        FieldEdit::Replace { key, to: Some(FieldValue::Table(rows)), from } => {
            let old = match from {
                Some(FieldValue::Table(old)) => old.as_slice(),
                _ => &[],
            };
            set_table(text, key, old, rows)
        }
        FieldEdit::Replace { key, to: Some(FieldValue::Tables(tables)), from } => {
            let old = match from {
                Some(FieldValue::Tables(old)) => old.as_slice(),
                _ => &[],
            };
            set_tables(text, key, old, tables)
        }
        FieldEdit::Replace { key, to: Some(value), .. } => set(text, key, value),
        FieldEdit::Replace { key, to: None, .. } => unset(text, key),
        FieldEdit::Add { key, item } => add(text, key, item),
        FieldEdit::Remove { key, item } => remove(text, key, item),
    }
}

/// The text with one range replaced.
pub fn patch(text: &str, range: Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..range.start], &text[range.end..])
}

/// Where the value of a key stands, and what it stands in.
pub enum Place<'l> {
    Line(&'l Section, &'l Item),
    /// The entry at an index of an inline table.
    Inline(&'l [Item], usize),
}

impl<'l> Place<'l> {
    pub fn node(&self) -> &'l Node {
        match self {
            Self::Line(_, item) => &item.value,
            Self::Inline(items, index) => &items[*index].value,
        }
    }
}

pub fn locate<'l>(layout: &'l Layout, key: &[String]) -> Option<Place<'l>> {
    layout.sections.iter().filter(|section| !section.array).find_map(|section| {
        let rest = key.strip_prefix(section.path.as_slice())?;
        section.items.iter().find_map(|item| {
            let inner = rest.strip_prefix(item.key.as_slice())?;
            if inner.is_empty() {
                Some(Place::Line(section, item))
            } else {
                inside(&item.value, inner)
            }
        })
    })
}

fn inside<'l>(node: &'l Node, key: &[String]) -> Option<Place<'l>> {
    let Kind::Inline(items) = &node.kind else { return None };
    items.iter().enumerate().find_map(|(index, item)| {
        let inner = key.strip_prefix(item.key.as_slice())?;
        if inner.is_empty() {
            Some(Place::Inline(items, index))
        } else {
            inside(&item.value, inner)
        }
    })
}

fn set(text: &str, key: &FieldPath, value: &FieldValue) -> Option<String> {
    let layout = Layout::of(text)?;
    let Some(place) = locate(&layout, key) else { return insert(&layout, key, value) };
    let node = place.node();
    let inline = matches!(place, Place::Inline(..));
    let newline = layout.newline();
    if let (FieldValue::List(items), Kind::Array(nodes)) = (value, &node.kind) {
        let entries = Entries {
            item: &|item| FieldValue::Str(item.to_owned()),
            write: &|item, _| basic(item),
        };
        return Some(list::edit(text, node, nodes, items, &entries));
    }
    if let (FieldValue::Texts(items), Kind::Array(nodes)) = (value, &node.kind) {
        let write = |item: &str, old: &str| one_of_texts(item, Style { newline, old, inline });
        let entries = Entries { item: &|item| FieldValue::Text(item.to_owned()), write: &write };
        return Some(list::edit(text, node, nodes, items, &entries));
    }
    let style = Style { newline, old: &text[node.span.clone()], inline };
    Some(patch(text, node.span.clone(), &render(value, style)))
}

/// Row by row where the table exists, so that its other keys and comments stay.
fn set_table(text: &str, key: &FieldPath, old: &[Row], rows: &[Row]) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    if check::find(&table, key).is_none() {
        let layout = Layout::of(text)?;
        return insert(&layout, key, &FieldValue::Table(rows.to_vec()));
    }
    let at = |name: &String| key.iter().chain([name]).cloned().collect::<FieldPath>();
    let mut text = text.to_owned();
    for (name, value) in rows {
        text = set(&text, &at(name), value)?;
    }
    for (name, _) in old.iter().filter(|(name, _)| rows.iter().all(|(kept, _)| kept != name)) {
        text = unset(&text, &at(name))?;
    }
    Some(text)
}

/// Entry by entry: the ones that differ are replaced, the rest is added or removed at the end.
fn set_tables(
    text: &str,
    key: &FieldPath,
    old: &[Vec<Row>],
    tables: &[Vec<Row>],
) -> Option<String> {
    let layout = Layout::of(text)?;
    if let Some(place) = locate(&layout, key) {
        let style = Style::fresh(layout.newline());
        let value = render(&FieldValue::Tables(tables.to_vec()), style);
        return Some(patch(text, place.node().span.clone(), &value));
    }
    let blocks = blocks(&layout, key);
    let mut text = text.to_owned();
    // From the end, so that the ranges before stay true.
    for (index, block) in blocks.iter().enumerate().rev() {
        text = match tables.get(index) {
            None => cut_section(&text, block.clone()),
            Some(rows) => {
                let old = old.get(index).map_or(&[][..], Vec::as_slice);
                set_entry(&text, (key, index), old, rows)?
            }
        };
    }
    for rows in &tables[blocks.len().min(tables.len())..] {
        text = add(&text, key, &FieldValue::Table(rows.clone()))?;
    }
    Some(text)
}

fn set_entry(
    text: &str,
    (key, index): (&FieldPath, usize),
    old: &[Row],
    rows: &[Row],
) -> Option<String> {
    let entry = |layout: &Layout| {
        let is_entry = |(_, s): &(usize, &Section)| s.array && s.path == *key;
        layout.sections.iter().enumerate().filter(is_entry).nth(index).map(|(at, _)| at)
    };
    let mut text = text.to_owned();
    for (name, value) in rows {
        let layout = Layout::of(&text)?;
        let section = &layout.sections[entry(&layout)?];
        let newline = layout.newline();
        let next = match section.items.iter().find(|item| item.key == [name.clone()]) {
            Some(item) => {
                let span = item.value.span.clone();
                let style = Style { newline, old: &text[span.clone()], inline: false };
                patch(&text, span, &render(value, style))
            }
            None => {
                super::insert::into_section(&layout, section, std::slice::from_ref(name), value)
            }
        };
        text = next;
    }
    for (name, _) in old.iter().filter(|(name, _)| rows.iter().all(|(kept, _)| kept != name)) {
        let layout = Layout::of(&text)?;
        let section = &layout.sections[entry(&layout)?];
        if let Some(item) = section.items.iter().find(|item| item.key == [name.clone()]) {
            let line = layout.line_start(item.start)..layout.line_end(item.value.span.end);
            text = cut_line(&text, line);
        }
    }
    Some(text)
}

fn unset(text: &str, key: &FieldPath) -> Option<String> {
    let layout = Layout::of(text)?;
    match locate(&layout, key) {
        Some(Place::Inline(items, index)) => return Some(cut_entry(text, items, index)),
        Some(Place::Line(section, item)) => {
            let line = layout.line_start(item.start)..layout.line_end(item.value.span.end);
            // A header that would stand over nothing goes with its last key.
            let alone = section.items.len() == 1 && !section.path.is_empty();
            if alone && text[section.header.end..line.start].trim().is_empty() {
                return Some(cut_section(text, section.header.start..line.end));
            }
            return Some(cut_line(text, line));
        }
        None => {}
    }
    // A whole table: its sections, or its dotted keys.
    let mut text = text.to_owned();
    for section in layout.sections.iter().rev() {
        if section.path.starts_with(key) {
            text = cut_section(&text, section.header.start..layout.section_end(section));
            continue;
        }
        for item in section.items.iter().rev() {
            let path: FieldPath = section.path.iter().chain(&item.key).cloned().collect();
            if !section.array && path.starts_with(key) {
                let line = layout.line_start(item.start)..layout.line_end(item.value.span.end);
                text = cut_line(&text, line);
            }
        }
    }
    Some(text)
}

fn add(text: &str, key: &FieldPath, item: &FieldValue) -> Option<String> {
    let FieldValue::Table(rows) = item else { return None };
    let layout = Layout::of(text)?;
    let Some(place) = locate(&layout, key) else {
        return Some(new_section(&layout, key, true, rows));
    };
    let Kind::Array(nodes) = &place.node().kind else { return None };
    let entry = table(rows, Style::fresh(layout.newline()));
    Some(list::push(text, place.node(), nodes, &entry))
}

fn remove(text: &str, key: &FieldPath, item: &FieldValue) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    let found = check::entries(&table, key).iter().rposition(|value| check::holds(value, item));
    let Some(index) = found else { return Some(text.to_owned()) };
    let layout = Layout::of(text)?;
    if let Some(place) = locate(&layout, key) {
        let Kind::Array(nodes) = &place.node().kind else { return None };
        return Some(list::cut(text, nodes, index..index + 1));
    }
    Some(cut_section(text, blocks(&layout, key).get(index)?.clone()))
}

/// The byte range of each `[[key]]` with the tables below it.
fn blocks(layout: &Layout, key: &[String]) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for section in &layout.sections {
        let end = layout.section_end(section);
        if section.array && section.path == key {
            blocks.push(section.header.start..end);
            open = true;
        } else if open && section.path.starts_with(key) {
            if let Some(block) = blocks.last_mut() {
                block.end = end;
            }
        } else {
            open = false;
        }
    }
    blocks
}

fn cut_entry(text: &str, items: &[Item], index: usize) -> String {
    let (start, end) = (items[index].start, items[index].value.span.end);
    match (items.get(index + 1), index.checked_sub(1).map(|before| &items[before])) {
        (Some(next), _) => patch(text, start..next.start, ""),
        (None, Some(before)) => patch(text, before.value.span.end..end, ""),
        (None, None) => patch(text, start..end, ""),
    }
}

/// Takes whole lines out; a file that ended without a line feed goes on doing so.
fn cut_line(text: &str, line: Range<usize>) -> String {
    let mut start = line.start;
    if line.end == text.len() && !text.ends_with('\n') && start > 0 {
        let before = &text[..start];
        start -= if before.ends_with("\r\n") { 2 } else { 1 };
    }
    patch(text, start..line.end, "")
}

/// Takes a section out with the one blank line above it.
fn cut_section(text: &str, range: Range<usize>) -> String {
    let before = &text[..range.start];
    let blank = ["\r\n", "\n"].into_iter().find(|end| {
        before.strip_suffix(end).is_some_and(|above| above.is_empty() || above.ends_with('\n'))
    });
    let start = range.start - blank.map_or(0, str::len);
    cut_line(text, start..range.end)
}
