//! Where the words of a post come from, as lines: each sentence behind the word for who
//! wrote it, and all that is known of the one under the cursor.

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
    match view.rows.get(view.selected) {
        Some(row) => {
            let place = words.plain_sentence(view.selected + 1, view.rows.len());
            said.here.push(format!("{place}, {}", spoken(row)));
            said.here.extend(view.detail.plain());
        }
        None => said.lines.push(view.empty.clone()),
    }
    said
}
