//! The editor as lines: what is written, what is noticed, what can be chosen.

use crate::ui::{EditorView, Line, RescueView};

/// Tabs, the text row by row, reasons and counters.
pub fn editor(view: &EditorView) -> Vec<String> {
    let tabs: Vec<String> = view.tabs.iter().map(super::choice).collect();
    let mut lines = vec![format!("{}; {}", tabs.join(", "), view.note)];
    if view.placeholder.is_empty() {
        lines.extend(view.rows.iter().map(|row| row.line.plain().trim_end().to_owned()));
    } else {
        lines.push(view.placeholder.clone());
    }
    let reasons: Vec<String> =
        view.rows.iter().filter_map(|row| row.reason.as_ref()).map(Line::plain).collect();
    lines.extend((!reasons.is_empty()).then(|| format!("! {}", reasons.join(" "))));
    lines.push(view.counters.plain());
    lines.push(view.status.plain());
    if let Some(popup) = &view.popup {
        lines.extend(super::numbered(&popup.choices, popup.selected));
    }
    if let Some(search) = &view.search {
        lines.push(format!("{} {} {}", search.label, search.input.text, search.found));
    }
    if let Some(clash) = &view.clash {
        lines.push(clash.title.clone());
        lines.extend(clash.theirs.iter().map(Line::plain));
        lines.extend(clash.choices.iter().map(super::choice));
    }
    lines.retain(|line| !line.trim().is_empty());
    lines
}

/// The list of unsaved texts, and the comparison of the chosen one.
pub fn rescue(view: &RescueView) -> Vec<String> {
    let rows: Vec<String> = view
        .list
        .rows
        .iter()
        .map(|row| format!("{}, {}", row.line.plain().trim(), row.note))
        .collect();
    let mut lines = vec![view.title.clone()];
    if rows.is_empty() {
        lines.push(view.list.empty.clone());
        return lines;
    }
    lines.extend(super::numbered(&rows, view.list.selected.unwrap_or(0)));
    lines.push(view.subtitle.clone());
    lines.extend(view.comparison.iter().map(Line::plain));
    lines.push(view.keys.clone());
    lines
}
