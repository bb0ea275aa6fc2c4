//! The same views as lines, for a screen reader and for a pipe: no boxes, no columns,
//! nothing said by place or colour alone. One function for each view.

mod drafts;
mod editor;
mod overlays;
mod said;

pub use drafts::drafts;
pub use editor::{editor, rescue};
pub use overlays::{form, picker, popup};
pub use said::{Said, Typing};

use crate::i18n::Words;
use crate::ui::{Chip, Span};

/// `1. first`, `2. second`: what a digit chooses.
fn numbered<'a>(choices: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    choices.into_iter().enumerate().map(|(i, choice)| format!("{}. {choice}", i + 1)).collect()
}

/// What is chosen, then what could be; and the one under the cursor, with its state.
fn choices(chips: &[Chip], words: &Words) -> String {
    let named = |on: bool| -> Vec<&str> {
        chips.iter().filter(|chip| chip.on == on).map(|chip| chip.label.as_str()).collect()
    };
    let (on, off) = (named(true), named(false));
    let mut said = if on.is_empty() { words.plain_none() } else { on.join(", ") };
    if !off.is_empty() {
        said = format!("{said}; {}", words.plain_others(off.join(", ")));
    }
    // Where several can be chosen, the cursor need not stand on a chosen one.
    if let Some(chip) = chips.iter().find(|chip| chip.focused && (!chip.on || on.len() > 1)) {
        said = format!("{said}; {}", choice(chip, words));
    }
    said
}

fn choice(chip: &Chip, words: &Words) -> String {
    if chip.on {
        words.plain_chosen(chip.label.as_str())
    } else {
        words.plain_not_chosen(chip.label.as_str())
    }
}

fn joined(spans: &[Span]) -> String {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    text.trim_end_matches(['▍', '_']).to_owned()
}
