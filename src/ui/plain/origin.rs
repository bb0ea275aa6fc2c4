//! Where the words of a post come from, as lines: each sentence behind the word for who
//! wrote it, what is to be told of AI, and all that is known of the row under the cursor.

use super::{Said, joined};
use crate::i18n::Words;
use crate::ui::{Chip, OriginRow, OriginView};

pub fn origin(view: &OriginView, words: &Words) -> Said {
    let tab = view.tabs.iter().find(|tab| tab.on).map(|tab: &Chip| tab.label.as_str());
    let place = match tab {
        Some(tab) if view.tabs.len() > 1 => format!("{}, {tab}", view.title),
        _ => view.title.clone(),
    };
    let mut said = Said { over: true, live: true, ..Said::at(place) };
    said.notes.extend(Some(joined(&view.share)).filter(|share| !share.is_empty()));
    let spoken = |row: &OriginRow| {
        let message = row.message.map(|message| format!("{}, ", words.message(message)));
        format!("{}{}: {}", message.unwrap_or_default(), row.label, joined(&row.spans))
    };
    said.lines.extend(view.rows.iter().map(spoken));
    if view.rows.is_empty() {
        said.lines.push(view.empty.clone());
    }
    if !view.told.is_empty() {
        said.lines.push(view.heading.clone());
        said.lines.extend(view.told.iter().map(spoken));
    }
    let told = view.selected.checked_sub(view.rows.len()).and_then(|at| view.told.get(at));
    if let Some(row) = view.rows.get(view.selected) {
        let place = words.plain_sentence(view.selected + 1, view.rows.len());
        said.here.push(format!("{place}, {}", spoken(row)));
        said.here.extend(view.detail.plain());
    } else if let Some(row) = told {
        said.here.push(spoken(row));
        said.here.extend(view.detail.plain());
    }
    said
}
