//! The same views as lines, for a screen reader and for a pipe: no boxes, no columns,
//! nothing said by place or colour alone. One function for each view.

mod drafts;
mod editor;
mod overlays;

pub use drafts::drafts;
pub use editor::{editor, rescue};
pub use overlays::{form, picker, popup};

use overlays::choice;

/// `1. first`, `> 2. the selected one`.
fn numbered(choices: &[String], selected: usize) -> Vec<String> {
    let line = |(i, choice): (usize, &String)| {
        let mark = if i == selected { "> " } else { "" };
        format!("{mark}{}. {choice}", i + 1)
    };
    choices.iter().enumerate().map(line).collect()
}
