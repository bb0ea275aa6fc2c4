//! Where things stand at a width. One ladder for drawing, for the mouse and for the
//! rooms that must know how many cells they have.

use ratatui::layout::Rect;

/// The steps of the width ladder, narrowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ladder {
    /// Under 30×10: one friendly line.
    Tiny,
    /// Under 50: an agenda list.
    Agenda,
    /// 50–79: three days round the cursor, a week strip on top.
    Days,
    /// 80–109: seven columns without the time axis, the inspector as a drawer.
    Compact,
    /// 110–159: week and inspector.
    Wide,
    /// From 160: backlog, week and inspector.
    Full,
}

impl Ladder {
    pub fn of(width: u16, height: u16) -> Self {
        match width {
            _ if width < 30 || height < 10 => Self::Tiny,
            0..50 => Self::Agenda,
            50..80 => Self::Days,
            80..110 => Self::Compact,
            110..160 => Self::Wide,
            _ => Self::Full,
        }
    }
}

/// The whole screen: header, body and footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub ladder: Ladder,
    pub header: Rect,
    pub body: Rect,
    /// Two rows: what needs a person (or a toast), then the keys. One where it is low.
    pub footer: Rect,
}

/// The calendar's part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    pub ladder: Ladder,
    pub backlog: Option<Rect>,
    pub week: Rect,
    pub inspector: Option<Rect>,
    /// The inspector (or the backlog) lies over the week instead of beside it.
    pub drawer: bool,
}

/// Which side panes are asked for where they do not stand by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Drawer {
    #[default]
    None,
    Inspector,
    Backlog,
}

pub fn frame(area: Rect) -> Frame {
    let ladder = Ladder::of(area.width, area.height);
    let (top, bottom) = match area.height {
        _ if ladder == Ladder::Tiny => (0, 0),
        0..14 => (1, 1),
        14..24 => (1, 2),
        _ => (2, 2),
    };
    let row = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    Frame {
        ladder,
        header: row(0, top.min(1)),
        body: row(top, area.height - top - bottom),
        footer: row(area.height - bottom, bottom),
    }
}

/// Splits the body. One blank column stands between panes.
pub fn body(area: Rect, drawer: Drawer) -> Body {
    // The ladder goes by the screen; the body is as wide and a few rows lower.
    let ladder = Ladder::of(area.width, area.height + 4);
    let column = |x: u16, width: u16| Rect { x: area.x + x, width, ..area };
    let inspector = inspector_width(ladder, area.width);
    let mut body = Body { ladder, backlog: None, week: area, inspector: None, drawer: false };
    match ladder {
        Ladder::Full => {
            let backlog = (area.width / 7).clamp(22, 32);
            let week = area.width - backlog - inspector;
            body.backlog = Some(column(0, backlog));
            body.week = column(backlog, week);
            body.inspector = Some(column(backlog + week, inspector));
        }
        Ladder::Wide => {
            body.week = column(0, area.width - inspector);
            body.inspector = Some(column(area.width - inspector, inspector));
            if drawer == Drawer::Backlog {
                body.backlog = Some(column(0, 32));
                body.drawer = true;
            }
        }
        _ => match drawer {
            Drawer::None => {}
            Drawer::Inspector => {
                body.inspector = Some(column(area.width - inspector, inspector));
                body.drawer = true;
            }
            Drawer::Backlog => {
                body.backlog = Some(column(0, inspector));
                body.drawer = true;
            }
        },
    }
    body
}

/// The week and a text being written beside it: half of the screen each, with one column for
/// the line between them. `None` where there is no room for both.
pub fn beside_text(body: Rect) -> Option<(Rect, Rect)> {
    if Ladder::of(body.width, body.height + 4) < Ladder::Wide {
        return None;
    }
    let text = (body.width / 2).clamp(60, 100);
    let week = Rect { width: body.width - text, ..body };
    Some((week, Rect { x: week.right() + 1, width: text - 1, ..body }))
}

fn inspector_width(ladder: Ladder, width: u16) -> u16 {
    match ladder {
        Ladder::Full => (width / 4).clamp(40, 60),
        Ladder::Wide => (width * 3 / 10).clamp(34, 44),
        Ladder::Compact => 44,
        Ladder::Days if width >= 66 => 44,
        _ => width,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: u16, drawer: Drawer) -> Body {
        body(Rect::new(0, 2, width, 32), drawer)
    }

    #[test]
    fn the_panes_cover_the_body_without_overlapping_from_110_columns() {
        for width in 110..260 {
            let body = at(width, Drawer::None);
            let inspector = body.inspector.expect("an inspector").width;
            let backlog = body.backlog.map_or(0, |pane| pane.width);
            assert_eq!(backlog + body.week.width + inspector, width);
            assert!(inspector >= 34, "{width}");
            assert!(body.week.width >= 72, "{width}: {}", body.week.width);
        }
    }

    #[test]
    fn a_text_beside_the_week_has_room_to_be_read_and_so_has_the_week() {
        for width in [110, 120, 159, 160, 200, 300] {
            let body = Rect::new(0, 2, width, 32);
            let (week, text) = beside_text(body).expect("room for both");
            assert!(text.width >= 59 && text.width <= 99, "{width}");
            assert!(week.width >= 50, "{width}");
            assert_eq!(week.width + 1 + text.width, width);
        }
        assert_eq!(beside_text(Rect::new(0, 2, 109, 32)), None);
    }

    #[test]
    fn a_drawer_lies_over_the_week_and_never_beyond_it() {
        for width in 30..110 {
            let body = at(width, Drawer::Inspector);
            assert_eq!(body.week.width, width);
            assert!(body.drawer);
            assert_eq!(body.inspector.expect("a drawer").right(), width);
        }
    }

    #[test]
    fn header_body_and_footer_fill_every_height() {
        for height in 1..80 {
            let frame = frame(Rect::new(0, 0, 100, height));
            assert_eq!(frame.footer.bottom(), height);
            assert_eq!(frame.body.bottom(), frame.footer.y);
        }
    }
}
