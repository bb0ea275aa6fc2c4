//! The editor as lines: what is typed, what is noticed, what can be chosen.

use super::{Said, Typing, choices, numbered};
use crate::i18n::Words;
use crate::ui::{EditorView, Line, PopupRow, RescueView};

/// The text as it is typed; reasons and lengths when they change.
pub fn editor(view: &EditorView, words: &Words) -> Said {
    if let Some(clash) = &view.clash {
        let mut said = Said { over: true, ..Said::at(clash.title.as_str()) };
        said.lines = clash.theirs.iter().map(Line::plain).filter(|line| !blank(line)).collect();
        said.lines.extend(clash.choices.iter().map(|chip| chip.label.clone()));
        let chosen = clash.choices.iter().find(|chip| chip.on);
        said.here = chosen.map(|chip| chip.label.clone()).into_iter().collect();
        return said;
    }
    if let Some(search) = &view.search {
        return Said {
            place: search.label.clone(),
            over: true,
            notes: [search.found.clone()].into_iter().filter(|found| !blank(found)).collect(),
            typing: Typing::in_input("", &search.input),
            ..Said::default()
        };
    }
    let tab = view.tabs.iter().find(|tab| tab.on).map_or("", |tab| tab.label.as_str());
    let mut said = Said::at(words.plain_editor(tab));
    if view.tabs.len() > 1 {
        said.lines.push(choices(&view.tabs, words));
    }
    said.typing = Some(Typing { placeholder: view.placeholder.clone(), ..view.typing.clone() });
    if let Some(popup) = &view.popup {
        let told = |row: &PopupRow| match row.why.as_str() {
            "" => row.word.clone(),
            why => format!("{}, {why}", row.word),
        };
        let rows: Vec<String> = popup.choices.iter().map(told).collect();
        said.here.extend(numbered(&rows).into_iter().nth(popup.selected));
    }
    said.notes.extend(view.reasons.iter().map(|reason| format!("! {reason}")));
    let status = view.status.plain();
    said.notes.extend((!view.reasons.contains(&status)).then_some(status));
    // A length is told by whoever asks for it, except where it is too long.
    said.notes.extend(Some(view.counters.plain()).filter(|counters| counters.contains('!')));
    said.notes.retain(|note| !blank(note));
    said
}

/// The list of unsaved texts, and the comparison of the chosen one.
pub fn rescue(view: &RescueView) -> Said {
    let mut said = Said::at(view.title.as_str());
    let rows = view.list.rows.iter();
    let rows: Vec<String> =
        rows.map(|row| format!("{}, {}", row.line.plain().trim(), row.note)).collect();
    if rows.is_empty() {
        said.lines.push(view.list.empty.clone());
        return said;
    }
    said.lines = numbered(&rows);
    said.here.extend(view.list.selected.and_then(|at| said.lines.get(at).cloned()));
    said.here.push(view.subtitle.clone());
    said.here.extend(view.comparison.iter().map(Line::plain).filter(|line| !blank(line)));
    said.notes.push(view.keys.clone());
    said
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}
