//! Values as TOML 1.0, in the style of what they replace where that style can hold them.

use crate::domain::{FieldValue, When};
use chrono::SecondsFormat;
use std::fmt::Write as _;

/// How a value is written: the file's line ending, and what stood there before.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    pub newline: &'a str,
    /// The bytes of the value that is replaced; empty for a new one.
    pub old: &'a str,
    /// Inside braces, where a value keeps to its line.
    pub inline: bool,
}

impl<'a> Style<'a> {
    pub fn fresh(newline: &'a str) -> Self {
        Self { newline, old: "", inline: false }
    }
}

pub fn render(value: &FieldValue, style: Style) -> String {
    match value {
        FieldValue::Str(text) => string(text, style),
        FieldValue::Text(text) => prose(text, style),
        FieldValue::List(items) => list(items),
        FieldValue::Texts(items) => texts(items, style),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Bool(yes) => yes.to_string(),
        FieldValue::When(when) => time(*when, style),
        FieldValue::Instant(at) => at.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        FieldValue::Table(rows) => table(rows, style),
        FieldValue::Tables(tables) => {
            let tables: Vec<String> = tables.iter().map(|rows| table(rows, style)).collect();
            format!("[{}]", tables.join(", "))
        }
    }
}

/// A key as it is written: bare where it may be.
pub fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { basic(name) }
}

pub fn dotted(path: &[String]) -> String {
    path.iter().map(|part| key(part)).collect::<Vec<_>>().join(".")
}

/// `{ path = "a", alt = "b" }`.
pub fn table(rows: &[(String, FieldValue)], style: Style) -> String {
    let style = Style { old: "", inline: true, ..style };
    let rows: Vec<String> = rows
        .iter()
        .map(|(name, value)| format!("{} = {}", key(name), render(value, style)))
        .collect();
    format!("{{ {} }}", rows.join(", "))
}

/// One list entry or plain string.
pub fn basic(text: &str) -> String {
    format!("\"{}\"", escape(text, false, "\n"))
}

fn string(text: &str, style: Style) -> String {
    let literal = style.old.starts_with('\'') && !style.old.starts_with("'''");
    if literal && !text.contains('\'') && !text.chars().any(needs_escape) {
        return format!("'{text}'");
    }
    basic(text)
}

/// One final line feed is added, because reading drops one.
fn prose(text: &str, style: Style) -> String {
    let text = text.replace("\r\n", "\n");
    let is_multi = style.old.starts_with("\"\"\"") || style.old.starts_with("'''");
    let one_line = !text.contains('\n');
    let was_one_line = !style.old.is_empty() && !is_multi;
    if style.inline || text.is_empty() || one_line && was_one_line {
        // On one line a final line feed would be the one that reading drops.
        let text = if text.ends_with('\n') { format!("{text}\n") } else { text };
        return string(&text, style);
    }
    let newline = style.newline;
    // A text that closed on its last line goes on doing so.
    let closed = is_multi
        && !style.old.trim_end_matches(['"', '\'']).ends_with('\n')
        && !text.ends_with(['\n', '\''])
        && !text.is_empty();
    let end = if closed { "" } else { newline };
    if style.old.starts_with("'''") && can_be_literal(&text) {
        return format!("'''{newline}{}{end}'''", text.replace('\n', newline));
    }
    format!("\"\"\"{newline}{}{end}\"\"\"", escape(&text, true, newline))
}

/// One message a line, so that an edit of one is a line of a diff.
fn texts(items: &[String], style: Style) -> String {
    let fresh = Style { old: "", ..style };
    let items: Vec<String> = items.iter().map(|item| one_of_texts(item, fresh)).collect();
    if style.inline || items.is_empty() {
        return format!("[{}]", items.join(", "));
    }
    let newline = style.newline;
    format!("[{newline}    {},{newline}]", items.join(&format!(",{newline}    ")))
}

/// One text in a list: on one line where it has one.
pub fn one_of_texts(text: &str, style: Style) -> String {
    if style.old.is_empty() && !text.contains('\n') { basic(text) } else { prose(text, style) }
}

fn can_be_literal(text: &str) -> bool {
    !text.contains("'''") && !text.chars().any(|c| needs_escape(c) && c != '\n')
}

/// Controls other than the tab cannot stand in a TOML string as they are.
fn needs_escape(c: char) -> bool {
    c.is_ascii_control() && c != '\t'
}

fn escape(text: &str, multi: bool, newline: &str) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    let mut quotes = 0;
    for c in text.chars() {
        // In a multi-line string one or two quotes may stand bare, the third may not.
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\\' => written.push_str("\\\\"),
            '"' if !multi || quotes == 3 => {
                written.push_str("\\\"");
                quotes = 0;
            }
            '\n' if multi => written.push_str(newline),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            c if needs_escape(c) => drop(write!(written, "\\u{:04X}", c as u32)),
            c => written.push(c),
        }
    }
    if multi && text.ends_with('"') && !written.ends_with("\\\"") {
        written.pop();
        written.push_str("\\\"");
    }
    written
}

fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| basic(item)).collect();
    format!("[{}]", items.join(", "))
}

fn time(when: When, style: Style) -> String {
    let written = match when {
        When::Day(day) => day.format("%Y-%m-%d").to_string(),
        When::Local(wall) => wall.format("%Y-%m-%dT%H:%M:%S%.f").to_string(),
        When::Offset(at) => at.format("%Y-%m-%dT%H:%M:%S%.f%:z").to_string(),
    };
    let spaced = style.old.as_bytes().get(10) == Some(&b' ');
    if spaced { written.replacen('T', " ", 1) } else { written }
}
