//! Notes, and what waits for somebody, as lines: each row behind how it stands, and all that
//! is known of the one under the cursor.

use super::{Said, joined};
use crate::i18n::Words;
use crate::ui::{OriginRow, OriginView};

pub fn notes(view: &OriginView, words: &Words) -> Said {
    let tab = view.tabs.iter().find(|tab| tab.on).filter(|_| view.tabs.len() > 1);
    let title = match tab {
        Some(tab) => format!("{}, {}", view.title, tab.label),
        None => view.title.clone(),
    };
    let mut said = Said { over: true, live: true, ..Said::at(title) };
    said.notes.extend(Some(joined(&view.share)).filter(|share| !share.is_empty()));
    let spoken = |row: &OriginRow| {
        let lead = row.lead.iter().map(|lead| lead.text.as_str()).collect::<String>();
        let words = format!("{lead}{}", joined(&row.spans));
        if row.label.is_empty() { words } else { format!("{}: {words}", row.label) }
    };
    said.lines.extend(view.rows.iter().map(spoken));
    match view.rows.get(view.selected) {
        Some(row) => {
            let place = words.plain_row(view.selected + 1, view.rows.len());
            said.here.push(format!("{place}, {}", spoken(row)));
            said.here.extend(view.detail.plain());
        }
        None => said.lines.push(view.empty.clone()),
    }
    said
}
