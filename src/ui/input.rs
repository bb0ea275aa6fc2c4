//! A text of one line, drawn so that its cursor is always in sight.

use super::{Theme, put, set_style};
use crate::text::width::{ELLIPSIS, grapheme_indices};
use crate::text::{Buffer as Text, reveal_line, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InputView {
    /// As it may be shown.
    pub text: String,
    /// Cells before the cursor; `None` where it does not stand here.
    pub cursor: Option<usize>,
    /// Cells that are selected.
    pub selection: Option<Range<usize>>,
    /// Said while the text is empty.
    pub placeholder: String,
}

impl InputView {
    /// A line as a room keeps it. The cursor is shown where the line has the focus.
    pub fn of(line: &Text, focused: bool) -> Self {
        let text = line.text();
        let cells = |at: usize| width(&reveal_line(text.get(..at).unwrap_or(text)));
        let selection = line.selection().filter(|_| focused);
        Self {
            text: reveal_line(text).into_owned(),
            cursor: focused.then(|| cells(line.cursor())),
            selection: selection.map(|range| cells(range.start)..cells(range.end)),
            placeholder: String::new(),
        }
    }

    pub fn or(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = placeholder.into();
        self
    }

    /// Cells hidden at the left, so that the cursor's own cell is in sight.
    fn hidden(&self, room: usize) -> usize {
        self.cursor.map_or(0, |cursor| (cursor + 1).saturating_sub(room))
    }
}

pub fn draw_input(view: &InputView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let area = Rect { height: area.height.min(1), ..area };
    if area.is_empty() {
        return;
    }
    if view.text.is_empty() {
        put(buf, (area.x, area.y), &view.placeholder, theme.dim, area.width);
    }
    let room = usize::from(area.width);
    let hidden = view.hidden(room);
    // What goes on at either end says so, but not where the cursor stands.
    let last = hidden + room - 1;
    let goes_on = width(&view.text) > last + 1 && view.cursor != Some(last);
    let began = hidden > 0 && view.cursor != Some(hidden);
    let sight = hidden + usize::from(began)..hidden + room - usize::from(goes_on);
    let mut cells = 0;
    for (_, grapheme) in grapheme_indices(&view.text) {
        let wide = width(grapheme);
        if cells >= sight.start && cells + wide <= sight.end {
            let x = area.x + (cells - hidden) as u16;
            put(buf, (x, area.y), grapheme, theme.text, wide as u16);
        }
        cells += wide;
    }
    for (x, is_there) in [(area.x, began), (area.right() - 1, goes_on)] {
        if is_there {
            put(buf, (x, area.y), ELLIPSIS, theme.dim, 1);
        }
    }
    let shown = |range: &Range<usize>| Rect {
        x: area.x + (range.start.saturating_sub(hidden) as u16).min(area.width),
        width: (range.end.saturating_sub(hidden.max(range.start)) as u16).min(area.width),
        ..area
    };
    if let Some(range) = &view.selection {
        set_style(buf, shown(range).intersection(area), theme.selection);
    }
    if let Some(cursor) = view.cursor {
        set_style(buf, shown(&(cursor..cursor + 1)).intersection(area), theme.cursor);
    }
}

/// The cell of the text, counted from its beginning, under a column of the screen.
pub fn input_at(view: &InputView, area: Rect, column: u16) -> usize {
    usize::from(column.saturating_sub(area.x)) + view.hidden(area.width.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{Colors, render_to_string};

    fn drawn(view: &InputView, cells: u16) -> String {
        let theme = Theme::new(Colors::None, false, false);
        render_to_string(cells, 1, |area, buf| draw_input(view, area, buf, &theme))
    }

    #[test]
    fn a_long_text_shows_its_end_while_the_cursor_stands_there() {
        let line = Text::one_line("La lana torna a casa");
        assert_eq!(drawn(&InputView::of(&line, true), 8), "…a casa\n");
        assert_eq!(drawn(&InputView::of(&line, false), 8), "La lana…\n");
    }

    #[test]
    fn hidden_characters_are_seen_and_the_cursor_stands_behind_them() {
        let mut line = Text::one_line("a\u{202e}b");
        line.move_to(4, false);
        let view = InputView::of(&line, true);
        assert_eq!(view.text, "a⟨U+202E⟩b");
        assert_eq!(view.cursor, Some(9));
    }

    #[test]
    fn a_click_on_a_scrolled_line_counts_from_its_beginning() {
        let line = Text::one_line("La lana torna a casa");
        let view = InputView::of(&line, true);
        assert_eq!(input_at(&view, Rect::new(10, 0, 8, 1), 11), 14);
    }
}
