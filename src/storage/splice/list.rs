//! Lists entry by entry, so that a list over several lines keeps its lines and comments.

use super::check::holds;
use super::edit::patch;
use super::layout::Node;
use crate::domain::FieldValue;
use std::ops::Range;

/// How the entries of a list are compared and written; what stood there before comes along,
/// empty for a new one.
pub struct Entries<'a> {
    pub item: &'a dyn Fn(&str) -> FieldValue,
    pub write: &'a dyn Fn(&str, &str) -> String,
}

/// Makes the list say `items`: what the two have in common at either end stays as it is.
pub fn edit(
    text: &str,
    list: &Node,
    nodes: &[Node],
    items: &[String],
    entries: &Entries,
) -> String {
    let same = |node: &Node, item: &String| {
        let value = format!("x = {}", &text[node.span.clone()]).parse::<toml::Table>();
        let item = (entries.item)(item);
        value.is_ok_and(|table| table.get("x").is_some_and(|found| holds(found, &item)))
    };
    let head = nodes.iter().zip(items).take_while(|(node, item)| same(node, item)).count();
    let rest = nodes.len().min(items.len()) - head;
    let tails = nodes.iter().rev().zip(items.iter().rev()).take(rest);
    let tail = tails.take_while(|(node, item)| same(node, item)).count();
    let mut text = text.to_owned();
    let (old, new) = (head..nodes.len() - tail, &items[head..items.len() - tail]);
    let shared = old.len().min(new.len());
    if old.len() > shared {
        text = cut(&text, nodes, old.start + shared..old.end);
    } else if new.len() > shared {
        let fresh: Vec<String> =
            new[shared..].iter().map(|item| (entries.write)(item, "")).collect();
        text = put(&text, list, nodes, head + shared, &fresh);
    }
    for (index, item) in new[..shared].iter().enumerate().rev() {
        let span = nodes[head + index].span.clone();
        let entry = (entries.write)(item, &text[span.clone()]);
        text = patch(&text, span, &entry);
    }
    text
}

/// Adds one entry, already written, at the end.
pub fn push(text: &str, list: &Node, nodes: &[Node], entry: &str) -> String {
    put(text, list, nodes, nodes.len(), &[entry.to_owned()])
}

/// Takes entries out, with the commas that parted them.
pub fn cut(text: &str, nodes: &[Node], which: Range<usize>) -> String {
    if which.is_empty() {
        return text.to_owned();
    }
    let (first, last) = (&nodes[which.start], &nodes[which.end - 1]);
    match (nodes.get(which.end), which.start.checked_sub(1)) {
        (Some(next), _) => patch(text, first.span.start..next.span.start, ""),
        (None, Some(before)) => patch(text, nodes[before].span.end..last.span.end, ""),
        (None, None) => {
            let comma = text[last.span.end..].find([',', ']']).map_or(0, |at| {
                if text[last.span.end + at..].starts_with(',') { at + 1 } else { 0 }
            });
            patch(text, first.span.start..last.span.end + comma, "")
        }
    }
}

fn put(text: &str, list: &Node, nodes: &[Node], at: usize, entries: &[String]) -> String {
    if nodes.is_empty() {
        let end = list.span.end - 1;
        let inside = text[list.span.start + 1..end].trim().is_empty();
        let range = if inside { list.span.start + 1..end } else { end..end };
        return patch(text, range, &entries.join(", "));
    }
    // What parts two entries here: a space, or a line feed and the indent.
    let gap = match nodes {
        [first, second, ..] => {
            let between = &text[first.span.end..second.span.start];
            between.trim_start_matches([' ', '\t']).strip_prefix(',').unwrap_or(" ")
        }
        [only] => &text[list.span.start + 1..only.span.start],
        [] => " ",
    };
    // A comment stays where it is: only the new line behind it counts.
    let line = gap.rfind('\n').map_or(0, |feed| feed - usize::from(gap[..feed].ends_with('\r')));
    let gap = if gap.contains('#') { &gap[line..] } else { gap };
    let gap = if gap.is_empty() || !gap.trim().is_empty() { " " } else { gap };
    if let Some(next) = nodes.get(at) {
        let entries = entries.join(&format!(",{gap}")) + "," + gap;
        return patch(text, next.span.start..next.span.start, &entries);
    }
    let end = nodes[at - 1].span.end;
    let between = format!(",{gap}");
    let entries = between.clone() + &entries.join(&between);
    patch(text, end..end, &entries)
}
