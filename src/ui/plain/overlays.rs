//! Overlays as lines: a title, what is typed, numbered choices, what is wrong.

use super::{Said, Typing, choices};
use crate::i18n::Words;
use crate::ui::{Control, FormRow, FormView, InputView, Line, ListRow, PickerView, PopupView};

pub fn popup(view: &PopupView, words: &Words) -> Said {
    match view {
        PopupView::Picker(view) => picker(view, words),
        PopupView::Form(view) => form(view, words),
    }
}

/// Of a list that is searched by typing, so many choices are said; the rest is for a word.
const FEW: usize = 5;

/// `Title`, then `1. choice`, with what goes on from it behind. Where one types to find,
/// the first few and how many there are.
pub fn picker(view: &PickerView, all: &Words) -> Said {
    let mut said = Said::at(view.overlay.title.as_str());
    said.lines.extend((!view.says.is_empty()).then(|| view.says.clone()));
    let mut number = 0;
    let mut selected = false;
    for (i, row) in view.list.rows.iter().enumerate() {
        let words = spoken(row);
        if row.heading {
            if view.input.is_some() && number >= FEW {
                continue;
            }
            said.lines.push(format!("{words}:"));
            continue;
        }
        if !row.continues {
            number += 1;
            selected = view.list.selected == Some(i);
        }
        let line = match (row.continues, row.note.is_empty()) {
            (true, _) => words,
            (false, true) => format!("{number}. {words}"),
            (false, false) => format!("{number}. {words}, {}", row.note),
        };
        if selected {
            said.here.push(line.clone());
        }
        if view.input.is_none() || number <= FEW {
            said.lines.push(line);
        }
    }
    if view.list.rows.is_empty() && !view.list.empty.is_empty() {
        said.notes.push(view.list.empty.clone());
    }
    let status = status(&view.status);
    if view.input.is_some() && status.is_none() && number > 0 {
        said.notes.push(all.plain_choices(number as i64));
    }
    said.notes.extend(status);
    said.typing = view.input.as_ref().and_then(|input| Typing::in_input("", input));
    said
}

fn spoken(row: &ListRow) -> String {
    let words = if row.aloud.is_empty() { row.line.plain() } else { row.aloud.clone() };
    // Columns are made of blanks, sentences are not.
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `Title`, then `1. label: value`.
pub fn form(view: &FormView, words: &Words) -> Said {
    let mut said = Said::at(view.overlay.title.as_str());
    for (i, row) in view.rows.iter().enumerate() {
        let line = format!("{}. {}", i + 1, field(row, words));
        if i == view.focused {
            match &row.control {
                Control::Input(input) => said.typing = Typing::in_input(row.label.trim(), input),
                _ => said.here.push(line.clone()),
            }
            // What a phrase is read as changes while it is typed.
            if said.typing.is_some() {
                said.notes.extend(told(row));
            }
        }
        said.lines.push(line);
    }
    said.notes.extend(status(&view.status));
    said
}

fn field(row: &FormRow, words: &Words) -> String {
    let value = match &row.control {
        Control::Input(input) => shown(input).to_owned(),
        Control::Chips(chips) => choices(chips, words),
        Control::Said(line) => line.plain(),
    };
    let mut field = format!("{}: {value}", row.label.trim());
    for more in told(row) {
        field = format!("{field}; {more}");
    }
    field
}

/// What is wrong with a field, and what it means.
fn told(row: &FormRow) -> impl Iterator<Item = String> {
    [&row.error, &row.note].into_iter().filter(|more| !more.is_empty()).cloned()
}

fn status(line: &Line) -> Option<String> {
    Some(line.plain()).filter(|words| !words.trim().is_empty())
}

pub(super) fn shown(input: &InputView) -> &str {
    if input.text.is_empty() { &input.placeholder } else { &input.text }
}
