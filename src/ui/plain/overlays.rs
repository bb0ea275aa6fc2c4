//! Overlays as lines: a title, what is typed, numbered choices, what is wrong.

use crate::ui::{Chip, Control, FormRow, FormView, InputView, PickerView, PopupView};

pub fn popup(view: &PopupView) -> Vec<String> {
    match view {
        PopupView::Picker(view) => picker(view),
        PopupView::Form(view) => form(view),
    }
}

/// `Title`, `> what is typed`, then `1. choice` with `>` before the selected one.
pub fn picker(view: &PickerView) -> Vec<String> {
    let mut lines = vec![view.overlay.title.clone()];
    lines.extend((!view.says.is_empty()).then(|| view.says.clone()));
    lines.extend(view.input.as_ref().map(|input| format!("> {}", said(input))));
    let mut number = 0;
    for (i, row) in view.list.rows.iter().enumerate() {
        if row.heading {
            lines.push(format!("{}:", row.line.plain().trim()));
            continue;
        }
        let words = if row.aloud.is_empty() { row.line.plain() } else { row.aloud.clone() };
        let words = words.trim();
        if row.continues {
            lines.push(format!("   {words}"));
            continue;
        }
        number += 1;
        let mark = if view.list.selected == Some(i) { "> " } else { "" };
        let note = if row.note.is_empty() { String::new() } else { format!(", {}", row.note) };
        lines.push(format!("{mark}{number}. {words}{note}"));
    }
    if view.list.rows.is_empty() && !view.list.empty.is_empty() {
        lines.push(view.list.empty.clone());
    }
    lines.extend((!view.status.spans.is_empty()).then(|| view.status.plain()));
    lines
}

/// `Title`, then `1. label: value` with `>` before the field in focus.
pub fn form(view: &FormView) -> Vec<String> {
    let mut lines = vec![view.overlay.title.clone()];
    for (i, row) in view.rows.iter().enumerate() {
        let mark = if i == view.focused { "> " } else { "" };
        lines.push(format!("{mark}{}. {}", i + 1, field(row)));
    }
    lines.extend((!view.status.spans.is_empty()).then(|| view.status.plain()));
    lines
}

fn field(row: &FormRow) -> String {
    let value = match &row.control {
        Control::Input(input) => said(input).to_owned(),
        Control::Chips(chips) => chips.iter().map(choice).collect::<Vec<_>>().join(", "),
        Control::Said(line) => line.plain(),
    };
    let mut field = format!("{}: {value}", row.label.trim());
    for more in [&row.error, &row.note] {
        if !more.is_empty() {
            field = format!("{field}; {more}");
        }
    }
    field
}

pub(super) fn choice(chip: &Chip) -> String {
    let focus = if chip.focused { "> " } else { "" };
    if chip.on {
        format!("{focus}[x] {}", chip.label)
    } else {
        format!("{focus}[ ] {}", chip.label)
    }
}

fn said(input: &InputView) -> &str {
    if input.text.is_empty() { &input.placeholder } else { &input.text }
}
