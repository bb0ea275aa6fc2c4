//! Where a new key goes: in the order of the documented schema, in the form its
//! neighbours have, and into a new section at the end of its kind when there is none.

use super::edit::{locate, patch};
use super::layout::{Item, Kind, Layout, Section};
use super::value::{Style, dotted, render, table};
use crate::domain::FieldValue;

/// The order of the keys of a post, of a suggestion and of their tables.
const ORDER: [&str; 54] = [
    "id",
    "post",
    "title",
    "draft",
    "path",
    "index",
    "sentence",
    "clause",
    "hash",
    "when",
    "at",
    "url",
    "channels",
    "pillar",
    "campaign",
    "labels",
    "lang",
    "link",
    "visibility",
    "notes",
    "fragment",
    "verdict",
    "decision",
    "reason",
    "headline",
    "text",
    "parts",
    "hashtags",
    "first_comment",
    "alt",
    "source",
    "realistic",
    "by",
    "task",
    "topic",
    "tone",
    "audience",
    "channel",
    "instruction",
    "angle",
    "hook",
    "length",
    "provider",
    "model",
    "prompt",
    "post_hash",
    "ended",
    "ai",
    "brief",
    "variants",
    "media",
    "origin",
    "claim",
    "approval",
];

fn rank(key: Option<&String>) -> usize {
    let Some(key) = key else { return 0 };
    ORDER.iter().position(|known| known == key).unwrap_or(ORDER.len())
}

/// Sections have an order of their own: `decision` and `source` are tables in a suggestion.
fn section_rank(path: &[String]) -> usize {
    const TABLES: [&str; 9] = [
        "brief",
        "source",
        "variants",
        "media",
        "decision",
        "origin",
        "claim",
        "approval",
        "published",
    ];
    let Some(first) = path.first() else { return 0 };
    TABLES.iter().position(|known| known == first).unwrap_or(TABLES.len()) + 1
}

/// Puts a value under a key that is not there yet.
pub fn insert(layout: &Layout, key: &[String], value: &FieldValue) -> Option<String> {
    let (_, parent) = key.split_last()?;
    match value {
        FieldValue::Table(rows) if !stands_inline(layout, key) => {
            return Some(new_section(layout, key, false, rows));
        }
        _ => {}
    }
    let exact = layout.sections.iter().find(|s| !s.array && s.path == parent);
    if let Some(section) = exact {
        return Some(into_section(layout, section, &key[parent.len()..], value));
    }
    for depth in (1..=parent.len()).rev() {
        let Some(place) = locate(layout, &key[..depth]) else { continue };
        let Kind::Inline(items) = &place.node().kind else { return None };
        let span = place.node().span.clone();
        return Some(into_inline(layout, items, span.end, &key[depth..], value));
    }
    let sibling = |section: &&Section| {
        !section.array && section.items.iter().any(|item| has_dotted_parent(section, item, parent))
    };
    if let Some(section) = layout.sections.iter().find(sibling) {
        return Some(into_section(layout, section, &key[section.path.len()..], value));
    }
    let name = key.last()?.clone();
    Some(new_section(layout, parent, false, &[(name, value.clone())]))
}

fn stands_inline(layout: &Layout, key: &[String]) -> bool {
    (1..key.len()).any(|depth| locate(layout, &key[..depth]).is_some())
}

fn has_dotted_parent(section: &Section, item: &Item, parent: &[String]) -> bool {
    let rest = parent.strip_prefix(section.path.as_slice());
    rest.is_some_and(|rest| {
        item.key.len() > rest.len() && item.key.starts_with(rest) && !rest.is_empty()
    })
}

/// A new line among the keys of a section, in the order of the schema.
pub fn into_section(
    layout: &Layout,
    section: &Section,
    key: &[String],
    value: &FieldValue,
) -> String {
    let style = Style::fresh(layout.newline());
    let line = format!("{} = {}", dotted(key), render(value, style));
    let mut before = section.items.iter().rev();
    // A dotted key keeps to its own kind.
    let kin = |item: &&Item| key.len() > 1 && item.key.first() == key.first();
    let neighbour = before
        .clone()
        .find(kin)
        .or_else(|| before.find(|item| rank(item.key.first()) <= rank(key.first())));
    let (position, model) = match (neighbour, section.items.first()) {
        (Some(item), _) => (layout.line_end(item.value.span.end), Some(item)),
        (None, Some(first)) => (layout.line_start(first.start), Some(first)),
        (None, None) => (section.header.end, None),
    };
    let indent = model.map_or("", |item| {
        let indent = &layout.text[layout.line_start(item.start)..item.start];
        if indent.trim().is_empty() { indent } else { "" }
    });
    insert_lines(layout, position, &format!("{indent}{line}"))
}

fn into_inline(
    layout: &Layout,
    items: &[Item],
    end: usize,
    key: &[String],
    value: &FieldValue,
) -> String {
    let style = Style { newline: layout.newline(), old: "", inline: true };
    let value = match value {
        FieldValue::Table(rows) => table(rows, style),
        value => render(value, style),
    };
    let entry = format!("{} = {value}", dotted(key));
    match items.last() {
        Some(last) => {
            let at = last.value.span.end;
            patch(layout.text, at..at, &format!(", {entry}"))
        }
        None => patch(layout.text, end - 1..end - 1, &format!(" {entry} ")),
    }
}

/// A new `[path]` or `[[path]]` behind the last section of its kind, a blank line above it.
pub fn new_section(
    layout: &Layout,
    path: &[String],
    array: bool,
    rows: &[(String, FieldValue)],
) -> String {
    let newline = layout.newline();
    let header = dotted(path);
    let mut lines = vec![if array { format!("[[{header}]]") } else { format!("[{header}]") }];
    for (name, value) in rows {
        let name = dotted(std::slice::from_ref(name));
        lines.push(format!("{name} = {}", render(value, Style::fresh(newline))));
    }
    let kin = |section: &&Section| !section.path.is_empty() && section.path[0] == path[0];
    let sections = layout.sections.iter().rev();
    let after = sections
        .clone()
        .find(kin)
        .or_else(|| sections.clone().find(|s| section_rank(&s.path) <= section_rank(path)));
    let position = after.map_or(0, |section| layout.section_end(section));
    let alone = layout.sections.len() == 1 && layout.sections[0].items.is_empty();
    let position = if alone { layout.text.len() } else { position };
    let blank = if position == 0 { "" } else { newline };
    insert_lines(layout, position, &format!("{blank}{}", lines.join(newline)))
}

/// Whole lines at the start of a line, or at the end of a file that has no last line feed.
fn insert_lines(layout: &Layout, position: usize, lines: &str) -> String {
    let newline = layout.newline();
    let open = position > 0 && !layout.text[..position].ends_with('\n');
    let lines = if open { format!("{newline}{lines}") } else { format!("{lines}{newline}") };
    patch(layout.text, position..position, &lines)
}
