//! What an action does to a text of one line. Every room with such a line asks here
//! first; what is no business of a text comes back as `None`.

use crate::text::buffer::{Click, Place};
use crate::text::{Buffer, Edit, Motion};
use crate::vocab::{Action, Effect};

/// Wide enough for any line: it never folds.
const ONE_ROW: usize = 1 << 20;

/// Does what `action` asks of the line. The effects are those of the clipboard.
pub fn edit_line(line: &mut Buffer, action: &Action) -> Option<Vec<Effect>> {
    match action {
        Action::Write(edit) => {
            line.apply(edit.clone());
        }
        Action::Go { motion: Motion::Up | Motion::Down, .. } => return None,
        Action::Go { motion, select } => {
            let layout = line.layout(ONE_ROW, 1);
            line.motion(*motion, *select, &layout);
        }
        Action::CopySelection => return Some(copy(line)),
        Action::CutText => {
            let copied = copy(line);
            line.apply(Edit::DeleteSelection);
            return Some(copied);
        }
        // The terminal's own paste arrives as text; there is no other clipboard to read.
        Action::Paste => {}
        _ => return None,
    }
    Some(Vec::new())
}

/// Replaces the whole line, as one step of undo.
pub fn set_line(line: &mut Buffer, text: &str) {
    line.replace(0..line.text().len(), text);
}

/// A press of the mouse in the line, `column` cells from its beginning.
pub fn click_line(line: &mut Buffer, column: usize, clicks: u8, select: bool) {
    let layout = line.layout(ONE_ROW, 1);
    line.click(Click { place: Place { row: 0, column }, clicks, select }, &layout);
}

fn copy(line: &Buffer) -> Vec<Effect> {
    line.selected_text().map(str::to_owned).into_iter().map(Effect::CopyToClipboard).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_hands_the_words_to_the_clipboard() {
        let mut line = Buffer::one_line("La lana torna");
        edit_line(&mut line, &Action::Go { motion: Motion::WordLeft, select: true });
        let effects = edit_line(&mut line, &Action::CutText);
        assert_eq!(effects, Some(vec![Effect::CopyToClipboard("torna".into())]));
        assert_eq!(line.text(), "La lana ");
    }

    #[test]
    fn a_replaced_line_comes_back_with_undo() {
        let mut line = Buffer::one_line("lan");
        set_line(&mut line, "lana");
        assert_eq!((line.text(), line.cursor()), ("lana", 4));
        edit_line(&mut line, &Action::Write(Edit::Undo));
        assert_eq!(line.text(), "lan");
    }

    #[test]
    fn what_is_not_about_text_is_left_to_the_room() {
        let mut line = Buffer::one_line("x");
        assert_eq!(edit_line(&mut line, &Action::Down), None);
        let up = Action::Go { motion: Motion::Up, select: false };
        assert_eq!(edit_line(&mut line, &up), None);
    }
}
