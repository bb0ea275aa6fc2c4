//! A post as it is laid before whoever may approve it: a page to be read to its end, who
//! says yes to what, and the line in which that is confirmed.

use super::{
    InputView, InspectorView, Line, Span, TextBox, Theme, draw_input, draw_text, fill, put,
    put_right, wrap,
};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells for how much is still below.
const BELOW: usize = 22;
/// Longer rows are hard to read.
const MEASURE: u16 = 100;
/// Cells to type in.
const FIELD: u16 = 10;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApproveView {
    pub page: InspectorView,
    /// Who says yes, to what, and what is open.
    pub status: Vec<Span>,
    /// How much is still below, or that nothing is.
    pub below: String,
    pub confirm: Option<Confirm>,
}

/// What is typed where one key is not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    pub asks: Vec<Span>,
    pub input: InputView,
}

struct Places {
    page: Rect,
    asks: Rect,
    input: Rect,
    status: Rect,
}

impl ApproveView {
    fn places(&self, area: Rect) -> Places {
        let measure = area.width.min(MEASURE);
        let page = Rect { x: area.x + (area.width - measure) / 2, width: measure, ..area };
        let inner = Rect { x: page.x + 2, width: page.width.saturating_sub(3), ..page };
        let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        let asks = self.confirm.as_ref().map_or(0, |c| rows(wrap(&c.asks, cells(inner)).len()));
        let status = rows(self.status_lines(inner).len());
        let mut bottom = area.bottom();
        let mut take = |wanted: u16| {
            let height = wanted.min(bottom - area.y);
            bottom -= height;
            Rect { y: bottom, height, ..inner }
        };
        let status = take(status);
        let input = take(u16::from(self.confirm.is_some()));
        let asks = take(asks);
        // A row between the page and what stands below it.
        take(1);
        Places { page: Rect { height: bottom - area.y, ..page }, asks, input, status }
    }

    /// With room for what is said at the right of the last one, whatever that is: how much is
    /// still below must not depend on how it is said.
    fn status_lines(&self, inner: Rect) -> Vec<Line> {
        let mut lines = wrap(&self.status, cells(inner));
        let room = cells(inner).saturating_sub(BELOW);
        if lines.last().is_some_and(|last| width(&last.plain()) > room) {
            lines.push(Line::blank());
        }
        lines
    }

    /// The row it begins with when its last one is in sight.
    pub fn last_scroll(&self, area: Rect, ascii: bool) -> usize {
        self.page.last_scroll(self.places(area).page, ascii)
    }

    /// Rows of the page that are in sight at once.
    pub fn rows(&self, area: Rect) -> usize {
        self.places(area).page.height.saturating_sub(2).into()
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let places = self.places(area);
        self.page.draw(places.page, buf, theme);
        if let Some(confirm) = &self.confirm {
            let lines = wrap(&confirm.asks, cells(places.asks));
            draw_text(&TextBox { lines, ..TextBox::default() }, places.asks, buf, theme);
            draw_field(&confirm.input, places.input, buf, theme);
        }
        let lines = self.status_lines(places.status);
        draw_text(&TextBox { lines, ..TextBox::default() }, places.status, buf, theme);
        if let Some(last) = places.status.rows().next_back() {
            put_right(buf, last, &self.below, theme.dim);
        }
    }
}

/// What is typed has a place of its own, or what is asked for would read as typed already.
fn draw_field(input: &InputView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let width = FIELD.min(area.width.saturating_sub(2));
    if area.height == 0 || width == 0 {
        return;
    }
    put(buf, (area.x, area.y), "[", theme.accent, 1);
    put(buf, (area.x + width + 1, area.y), "]", theme.accent, 1);
    draw_input(input, Rect { x: area.x + 1, width, height: 1, ..area }, buf, theme);
}

fn cells(area: Rect) -> usize {
    area.width.into()
}
