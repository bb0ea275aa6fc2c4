//! The few strokes every widget is made of: text at a place, cut to its room by
//! grapheme and display width, so that no emoji and no accent breaks a column.

use super::Theme;
use crate::text::width::{ELLIPSIS, is_even};
use crate::text::{cut, width};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

/// Writes `text` from `x`, at most `room` cells, cut with `…`. Returns the cells used.
pub fn put(buf: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style, room: u16) -> u16 {
    if room == 0 || !buf.area.contains(Position { x, y }) {
        return 0;
    }
    let room = room.min(buf.area.right() - x);
    if is_even(text) {
        return put_even(buf, (x, y), text, style, room);
    }
    let shown = cut(text, room as usize);
    buf.set_stringn(x, y, &shown, room as usize, style);
    width(&shown) as u16
}

/// As [`put`], where a character is a cell.
fn put_even(buf: &mut Buffer, (x, y): (u16, u16), text: &str, style: Style, room: u16) -> u16 {
    let from = buf.index_of(x, y);
    let cells = &mut buf.content[from..from + usize::from(room)];
    let mut letters = text.chars();
    let mut used = 0;
    for (cell, letter) in cells.iter_mut().zip(letters.by_ref()) {
        cell.set_char(letter).set_style(style);
        used += 1;
    }
    if let (Some(_), Some(last)) = (letters.next(), cells.last_mut()) {
        last.set_symbol(ELLIPSIS);
    }
    used
}

/// Pieces one after the other. Returns the cells used.
pub fn put_line<'a>(
    buf: &mut Buffer,
    (x, y): (u16, u16),
    pieces: impl IntoIterator<Item = (&'a str, Style)>,
    room: u16,
) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        used += put(buf, (x + used, y), text, style, room.saturating_sub(used));
    }
    used
}

/// Writes `text` so that it ends at the right edge of `area`'s first row.
pub fn put_right(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let cells = (width(text) as u16).min(area.width);
    put(buf, (area.right() - cells, area.y), text, style, cells)
}

/// A line of one symbol downwards.
pub fn upright(buf: &mut Buffer, x: u16, rows: std::ops::Range<u16>, symbol: &str, style: Style) {
    for y in rows {
        if let Some(cell) = buf.cell_mut((x, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// Fills an area with blanks in a style, over whatever stood there.
pub fn fill(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    let mut blank = Cell::default();
    blank.set_style(style);
    for y in area.top()..area.bottom() {
        let from = buf.index_of(area.left(), y);
        buf.content[from..from + usize::from(area.width)].fill(blank.clone());
    }
}

/// Restyles an area, keeping what is written there.
pub fn set_style(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area.intersection(buf.area), style);
}

/// Marks what the cursor stands on. Where that is said by exchanging ground and ink, the
/// ink is one: colours would make patches of the bar.
pub fn select(buf: &mut Buffer, area: Rect, style: Style) {
    if style.add_modifier.contains(Modifier::REVERSED) {
        set_style(buf, area, Style::new().fg(Color::Reset).bg(Color::Reset));
    }
    set_style(buf, area, style);
}

/// A pane's title with a thin line under it; bright where the pane has the focus.
pub fn pane_head(title: &str, focused: bool, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let (line, style, border) = match (focused, theme.ascii) {
        (true, true) => ("=", theme.title_focused, theme.border_focused),
        (true, false) => ("━", theme.title_focused, theme.border_focused),
        (false, true) => ("-", theme.text, theme.border),
        (false, false) => ("─", theme.text, theme.border),
    };
    put(buf, (area.x + 1, area.y), title, style, area.width.saturating_sub(2));
    if area.height > 1 {
        put(buf, (area.x, area.y + 1), &line.repeat(area.width.into()), border, area.width);
    }
}
