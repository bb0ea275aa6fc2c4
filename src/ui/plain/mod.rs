//! The same views as lines, for a screen reader and for a pipe: no boxes, no columns,
//! nothing said by place or colour alone. One function for each view.

mod approve;
mod drafts;
mod editor;
mod notes;
mod origin;
mod overlays;
mod said;
mod voice;

pub use approve::approve;
pub use drafts::drafts;
pub use editor::{editor, rescue};
pub use notes::notes;
pub use origin::origin;
pub use overlays::{form, picker, popup};
pub use said::{Said, Typing};
pub use voice::voice;

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
    let mut said = if on.is_empty() { words.plain_none() } else { on.join("; ") };
    if !off.is_empty() {
        said = format!("{said}. {}", words.plain_others(off.join("; ")));
    }
    // Where several can be chosen, the cursor need not stand on a chosen one.
    if let Some(chip) = chips.iter().find(|chip| chip.focused && (!chip.on || on.len() > 1)) {
        said = format!("{said}. {}", words.plain_here(choice(chip, words)));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::ui::{InputView, Line, ListRow, ListView, OverlayView, PickerView, Place, Role};

    fn chip(label: &str, on: bool, focused: bool) -> Chip {
        Chip { label: label.to_owned(), on, focused }
    }

    #[test]
    fn what_is_chosen_is_said_before_what_could_be() {
        let one = [chip("caldo", true, true), chip("ironico", false, false)];
        let many = [chip("IG", true, false), chip("LI", true, false), chip("FB", false, true)];
        let (it, en) = (Words::new(Language::Italian), Words::new(Language::English));
        assert_eq!(choices(&one, &it), "caldo. anche: ironico");
        assert_eq!(choices(&many, &it), "IG; LI. anche: FB. qui: FB, non scelto");
        assert_eq!(choices(&many, &en), "IG; LI. also: FB. here: FB, not chosen");
        assert_eq!(choices(&one[1..], &en), "nothing. also: ironico");
    }

    #[test]
    fn a_list_is_numbered_without_its_headings_and_without_its_columns() {
        let row = |text: &str| ListRow { line: Line::of(text, Role::Text), ..ListRow::default() };
        let rows = vec![
            ListRow { heading: true, ..row("Settimana") },
            row("  h Left     giorno prima"),
            ListRow { note: "gio 26 nov".to_owned(), ..row("Gomitoli") },
            ListRow { continues: true, ..row("  di lana grezza") },
        ];
        let view = PickerView {
            overlay: OverlayView {
                title: "Aiuto".to_owned(),
                foot: String::new(),
                place: Place::Whole,
            },
            says: String::new(),
            input: None,
            list: ListView { rows, selected: Some(2), focused: true, empty: String::new() },
            status: Line::blank(),
        };
        let words = Words::new(Language::Italian);
        let said = picker(&view, &words);
        assert_eq!(
            said.lines,
            ["Settimana:", "1. h Left giorno prima", "2. Gomitoli, gio 26 nov", "di lana grezza"]
        );
        assert_eq!(said.here, ["2. Gomitoli, gio 26 nov", "di lana grezza"]);

        let row = |n: usize| row(&format!("comando {n}"));
        let long = PickerView {
            input: Some(InputView { cursor: Some(0), ..InputView::default() }),
            list: ListView { rows: (1..=40).map(row).collect(), selected: Some(7), ..view.list },
            ..view
        };
        let said = picker(&long, &words);
        assert_eq!((said.lines.len(), said.lines[4].as_str()), (5, "5. comando 5"));
        assert_eq!(said.here, ["8. comando 8"]);
        assert_eq!(said.notes, ["40 scelte; scrivi per trovarne una"]);
    }
}
