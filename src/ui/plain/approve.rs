//! A post to be approved, as lines: all of it at once, then who says yes to what.

use super::{Said, Typing, joined};
use crate::ui::ApproveView;

pub fn approve(view: &ApproveView) -> Said {
    let mut said = Said { over: true, live: true, ..Said::at(view.page.title.clone()) };
    said.lines = view.page.plain();
    said.notes.extend(Some(joined(&view.status)).filter(|status| !status.is_empty()));
    if let Some(confirm) = &view.confirm {
        said.notes.push(joined(&confirm.asks));
        said.typing = Typing::in_input("", &confirm.input);
    }
    said
}
