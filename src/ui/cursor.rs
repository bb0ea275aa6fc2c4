//! The text cursor. Widgets mark the cell it stands on, with the style of the cursor; the
//! screen takes the mark away and hands the place to the terminal, whose own cursor input
//! methods and screen readers follow. There is one cursor, or none.

use super::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

/// Nothing blinks here, so the attribute is free to say where the cursor is.
pub const MARK: Modifier = Modifier::SLOW_BLINK;

/// Takes every mark away; the place of the first, where there is one.
pub fn take_cursor(buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    let mut found = None;
    for at in 0..buf.content.len() {
        if !buf.content[at].modifier.contains(MARK) {
            continue;
        }
        found = found.or(Some(buf.pos_of(at)));
        let cell = &mut buf.content[at];
        let symbol = cell.symbol().to_owned();
        cell.reset();
        cell.set_symbol(&symbol).set_style(theme.text);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Buffer as Text;
    use crate::ui::{Colors, InputView, draw_input};
    use ratatui::layout::Rect;

    #[test]
    fn the_cell_of_the_cursor_is_found_and_looks_like_any_other_again() {
        let theme = Theme::new(Colors::True, false, false);
        let area = Rect::new(0, 0, 20, 2);
        let mut buf = Buffer::empty(area);
        let line = InputView::of(&Text::one_line("毛糸"), true);
        draw_input(&line, Rect::new(3, 1, 10, 1), &mut buf, &theme);
        assert_eq!(take_cursor(&mut buf, &theme), Some((7, 1)));
        assert_eq!(take_cursor(&mut buf, &theme), None);
        assert!(buf.content.iter().all(|cell| cell.bg == ratatui::style::Color::Reset));
    }
}
