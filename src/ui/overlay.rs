//! The frame of what lies over the screen: a thin box with a title, its inside cleared.

use super::{Theme, fill, put, put_right};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::symbols::border;

/// Where an overlay stands, and how large it would like to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the middle, at most this large.
    Middle { width: u16, height: u16 },
    /// Along the right edge, over the full height.
    Right { width: u16 },
    /// All of it.
    Whole,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverlayView {
    pub title: String,
    /// Said in the lower border: keys, a counter.
    pub foot: String,
    pub place: Place,
}

/// The outer area of an overlay on a screen.
pub fn overlay_area(place: Place, screen: Rect) -> Rect {
    match place {
        Place::Whole => screen,
        Place::Right { width } => {
            let width = wide(width, screen);
            Rect { x: screen.right() - width, width, ..screen }
        }
        Place::Middle { width, height } => {
            let (width, height) = (wide(width, screen), height.min(screen.height));
            Rect {
                x: screen.x + (screen.width - width) / 2,
                // A little above the middle: where eyes rest.
                y: screen.y + (screen.height - height) * 2 / 5,
                width,
                height,
            }
        }
    }
}

/// Fewer cells beside an overlay than these show nothing but the ends of cut words.
const SLIVER: u16 = 12;

fn wide(width: u16, screen: Rect) -> u16 {
    if screen.width.saturating_sub(width) < SLIVER { screen.width } else { width }
}

/// Draws the frame and returns the area inside it, one blank column on each side.
pub fn draw_overlay(view: &OverlayView, screen: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
    let area = overlay_area(view.place, screen);
    fill(buf, area, theme.text);
    frame(area, buf, theme);
    let room = area.width.saturating_sub(4);
    put(buf, (area.x + 2, area.y), &spaced(&view.title), theme.title_focused, room);
    if !view.foot.is_empty() && area.height > 1 {
        let last = Rect { x: area.x + 2, y: area.bottom() - 1, width: room, height: 1 };
        put_right(buf, last, &spaced(foot_shown(view, area)), theme.dim);
    }
    overlay_inside(view.place, screen)
}

/// Between the keys of a foot.
pub const FOOT_GAP: &str = " · ";

/// The part of the foot that an overlay of this area has room for: whole keys, the first ones.
pub fn foot_shown(view: &OverlayView, area: Rect) -> &str {
    let room = usize::from(area.width.saturating_sub(6));
    let ends = view.foot.match_indices(FOOT_GAP).map(|(at, _)| at).chain([view.foot.len()]);
    let fits = ends.filter(|end| width(&view.foot[..*end]) <= room).last();
    fits.map_or(&view.foot, |end| &view.foot[..end])
}

/// The area inside an overlay's frame, as drawing it returns it.
pub fn overlay_inside(place: Place, screen: Rect) -> Rect {
    let area = overlay_area(place, screen);
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}

fn spaced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {text} ") }
}

fn frame(area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let set = if theme.ascii { ASCII } else { border::ROUNDED };
    let style = theme.border_focused;
    for x in area.x + 1..area.right() - 1 {
        buf[(x, area.y)].set_symbol(set.horizontal_top).set_style(style);
        buf[(x, area.bottom() - 1)].set_symbol(set.horizontal_bottom).set_style(style);
    }
    for y in area.y + 1..area.bottom() - 1 {
        buf[(area.x, y)].set_symbol(set.vertical_left).set_style(style);
        buf[(area.right() - 1, y)].set_symbol(set.vertical_right).set_style(style);
    }
    let corners = [
        (area.x, area.y, set.top_left),
        (area.right() - 1, area.y, set.top_right),
        (area.x, area.bottom() - 1, set.bottom_left),
        (area.right() - 1, area.bottom() - 1, set.bottom_right),
    ];
    for (x, y, symbol) in corners {
        buf[(x, y)].set_symbol(symbol).set_style(style);
    }
}

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
