//! The voice as lines: each rule behind how it stands, and all the evidence of the one
//! under the cursor.

use super::{Said, joined};
use crate::i18n::Words;
use crate::ui::{OriginRow, OriginView};

pub fn voice(view: &OriginView, words: &Words) -> Said {
    let mut said = Said { over: true, live: true, ..Said::at(view.title.clone()) };
    said.notes.extend(Some(joined(&view.share)).filter(|share| !share.is_empty()));
    let spoken = |row: &OriginRow| format!("{}: {}", row.label, joined(&row.spans));
    said.lines.extend(view.rows.iter().map(spoken));
    match view.rows.get(view.selected) {
        Some(row) => {
            let place = words.plain_rule(view.selected + 1, view.rows.len());
            said.here.push(format!("{place}, {}", spoken(row)));
            said.here.extend(view.detail.plain());
        }
        None => said.lines.push(view.empty.clone()),
    }
    said
}
