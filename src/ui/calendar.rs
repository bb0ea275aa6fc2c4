//! The calendar's screen: backlog, week and inspector at the places the ladder gives.

use super::blocks::BlocksView;
use super::inspector::InspectorView;
use super::layout::{self, Body, Drawer};
use super::week_grid::WeekGridView;
use super::{Role, Span, TextBox, Theme, draw_text, fill, paint, wrap};
use crate::vocab::Target;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarView {
    pub drawer: Drawer,
    pub main: Main,
    pub backlog: BlocksView,
    pub inspector: InspectorView,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Main {
    Grid(WeekGridView),
    /// The agenda of a narrow screen, or one day in full.
    List(BlocksView),
    /// Too small for anything else: one friendly line.
    Line(String),
}

/// Which pane a cell is in, for the wheel and the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    Week,
    Backlog,
    Inspector,
}

impl CalendarView {
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let body = self.body(area);
        match &self.main {
            Main::Line(line) => {
                let lines = wrap(&[Span::new(line, Role::Text)], area.width.into());
                draw_text(&TextBox { lines, ..TextBox::default() }, area, buf, theme);
                return;
            }
            Main::Grid(grid) => grid.draw(body.week, buf, theme),
            Main::List(list) => list.draw(body.week, buf, theme),
        }
        if let Some(backlog) = body.backlog {
            pane(backlog, &body, buf, theme);
            self.backlog.draw(inside(backlog, backlog.x > body.week.x), buf, theme);
        }
        if let Some(inspector) = body.inspector {
            pane(inspector, &body, buf, theme);
            self.inspector.draw(inspector, buf, theme);
        }
    }

    /// The panes; a drawer ends where a day ends, so that none is cut to a few letters.
    fn body(&self, area: Rect) -> Body {
        let mut body = layout::body(area, self.drawer);
        let Main::Grid(grid) = &self.main else { return body };
        let days = grid.columns(body.week);
        if !body.drawer {
            return body;
        }
        match self.drawer {
            Drawer::Backlog => {
                let end = body.backlog.map_or(0, Rect::right);
                if let (Some(pane), Some((x, _))) =
                    (&mut body.backlog, days.iter().find(|(x, _)| *x >= end))
                {
                    pane.width = x - pane.x;
                }
            }
            Drawer::Inspector => {
                let start = body.inspector.map_or(0, |pane| pane.x);
                if let (Some(pane), Some((x, _))) =
                    (&mut body.inspector, days.iter().rfind(|(x, _)| *x <= start + 1 && *x > 0))
                {
                    pane.width += pane.x - (x - 1);
                    pane.x = x - 1;
                }
            }
            Drawer::None => {}
        }
        body
    }

    /// How far the inspector can be scrolled.
    pub fn last_scroll(&self, area: Rect, ascii: bool) -> usize {
        let pane = self.body(area).inspector;
        pane.map_or(0, |pane| self.inspector.last_scroll(pane, ascii))
    }

    /// What stands under a cell of the screen.
    pub fn target_at(&self, area: Rect, column: u16, row: u16) -> Option<(Pane, Option<Target>)> {
        let body = self.body(area);
        let at = Position { x: column, y: row };
        let over = |pane: Option<Rect>| pane.filter(|pane| pane.contains(at));
        if let Some(inspector) = over(body.inspector) {
            return inspector.contains(at).then_some((Pane::Inspector, Some(Target::Pane(0))));
        }
        if let Some(backlog) = over(body.backlog) {
            let list = inside(backlog, backlog.x > body.week.x);
            return Some((Pane::Backlog, self.backlog.target_at(list, column, row)));
        }
        if !body.week.contains(at) {
            return None;
        }
        let target = match &self.main {
            Main::Grid(grid) => grid.target_at(body.week, column, row),
            Main::List(list) => list.target_at(body.week, column, row),
            Main::Line(_) => None,
        };
        Some((Pane::Week, target))
    }
}

/// The ground of a side pane: cleared where it lies over the week, a thin line between.
fn pane(area: Rect, body: &Body, buf: &mut Buffer, theme: &Theme) {
    if body.drawer {
        fill(buf, area, theme.text);
    }
    let x = if area.x > body.week.x { area.x } else { area.right().saturating_sub(1) };
    if area.width < body.week.width || !body.drawer {
        line_down(x, area, buf, theme);
    }
}

/// The thin line right of the week, where something else stands beside it.
pub fn line_beside(week: Rect, buf: &mut Buffer, theme: &Theme) {
    line_down(week.right(), week, buf, theme);
}

fn line_down(x: u16, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let upright = if theme.ascii { "|" } else { "│" };
    // The line begins under the heads: above it, space does.
    paint::upright(buf, x, area.top() + 2..area.bottom(), upright, theme.border);
}

/// The pane without its line.
fn inside(area: Rect, line_left: bool) -> Rect {
    Rect { x: area.x + u16::from(line_left), width: area.width.saturating_sub(1), ..area }
}
