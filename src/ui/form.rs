//! An overlay of labelled fields: lines to type in, choices, and words. It scrolls so
//! that the field in focus is in sight, with what is said of it.

use super::{Chip, InputView, Line, OverlayView, Role, Span, TextBox, Theme};
use super::{chip_at, chip_rows, draw_chips, draw_input, draw_overlay, draw_text};
use super::{overlay_area, overlay_inside, put, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormView {
    pub overlay: OverlayView,
    pub rows: Vec<FormRow>,
    /// Index in `rows`.
    pub focused: usize,
    /// Shown when the form has none: what to do instead.
    pub status: Line,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    pub label: String,
    pub control: Control,
    /// What the field means as it stands: the date a phrase was read as.
    pub note: String,
    /// What is wrong with it.
    pub error: String,
    /// A line of space above: a group begins.
    pub group: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    Input(InputView),
    Chips(Vec<Chip>),
    Said(Line),
}

/// What stands under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormSpot {
    Input { row: usize, column: u16, area: Rect },
    Choice { row: usize, choice: usize },
    Row(usize),
    Outside,
}

impl FormRow {
    pub fn new(label: impl Into<String>, control: Control) -> Self {
        let label = label.into();
        Self { label, control, note: String::new(), error: String::new(), group: false }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = error.into();
        self
    }

    pub fn group(mut self) -> Self {
        self.group = true;
        self
    }

    fn said(&self, cells: u16) -> Vec<Line> {
        let said = [(&self.error, Role::Warm), (&self.note, Role::Dim)];
        let said = said.into_iter().filter(|(text, _)| !text.is_empty());
        said.flat_map(|(text, role)| wrap(&[Span::new(text, role)], cells.into())).collect()
    }

    fn control_rows(&self, cells: u16) -> u16 {
        match &self.control {
            Control::Chips(chips) => chip_rows(chips, cells).max(1),
            Control::Input(_) => 1,
            Control::Said(line) => wrap(&line.spans, cells.into()).len() as u16,
        }
    }
}

/// Where the parts of one row stand, on a page as long as it takes.
struct RowPlace {
    label: Rect,
    control: Rect,
    said: Rect,
}

fn label_cells(rows: &[FormRow], cells: u16) -> u16 {
    let widest = rows.iter().map(|row| crate::text::width(&row.label)).max().unwrap_or(0);
    (widest as u16 + 2).min(cells * 2 / 5)
}

/// Every row on a long page, and how far the page is scrolled for the focus.
fn places(view: &FormView, area: Rect) -> (Vec<RowPlace>, u16) {
    let label = label_cells(&view.rows, area.width);
    let cells = area.width - label;
    let mut y = 0;
    let mut found = Vec::with_capacity(view.rows.len());
    for (i, row) in view.rows.iter().enumerate() {
        y += u16::from(row.group && i > 0);
        let (control, said) = (row.control_rows(cells), row.said(cells).len() as u16);
        let part = |x, y, width, height| Rect { x: area.x + x, y, width, height };
        found.push(RowPlace {
            label: part(0, y, label.saturating_sub(1), 1),
            control: part(label, y, cells, control),
            said: part(label, y + control, cells, said),
        });
        y += control + said;
    }
    let (top, bottom) = found.get(view.focused).map_or((0, 0), |p| (p.control.y, p.said.bottom()));
    // One row of what comes next stays in sight; the top of a tall row wins.
    let wanted = (bottom + 1).min(y).saturating_sub(area.height);
    (found, wanted.min(top))
}

/// Rows that a form needs to be seen whole, frame included, at a width.
pub fn form_rows(rows: &[FormRow], width: u16) -> u16 {
    let inside = width.saturating_sub(4);
    let cells = inside - label_cells(rows, inside);
    let row = |(i, row): (usize, &FormRow)| {
        let group = u16::from(row.group && i > 0);
        group + row.control_rows(cells) + row.said(cells).len() as u16
    };
    2 + rows.iter().enumerate().map(row).sum::<u16>()
}

/// The part of a rectangle of the long page that is on screen.
fn on_screen(part: Rect, scroll: u16, area: Rect) -> Option<Rect> {
    let y = part.y.checked_sub(scroll)?;
    let height = part.height.min(area.height.checked_sub(y)?);
    (height > 0).then_some(Rect { y: area.y + y, height, ..part })
}

/// The rows, and the last line for the status where there is one.
fn split(view: &FormView, area: Rect) -> (Rect, Rect) {
    let below = u16::from(!view.status.spans.is_empty()).min(area.height);
    let rows = Rect { height: area.height - below, ..area };
    (rows, Rect { y: rows.bottom(), height: below, ..area })
}

pub fn draw_form(view: &FormView, screen: Rect, buf: &mut Buffer, theme: &Theme) {
    let (area, below) = split(view, draw_overlay(&view.overlay, screen, buf, theme));
    let (places, scroll) = places(view, area);
    for (i, (row, place)) in view.rows.iter().zip(&places).enumerate() {
        if let Some(at) = on_screen(place.label, scroll, area) {
            let style = if i == view.focused { theme.title_focused } else { theme.dim };
            put(buf, (at.x, at.y), &row.label, style, at.width);
        }
        if let Some(at) = on_screen(place.control, scroll, area) {
            match &row.control {
                Control::Input(input) => draw_input(input, at, buf, theme),
                Control::Chips(chips) => {
                    draw_chips(chips, at, buf, theme);
                }
                Control::Said(line) => {
                    let lines = wrap(&line.spans, at.width.into());
                    draw_text(&TextBox { lines, ..TextBox::default() }, at, buf, theme);
                    if i == view.focused {
                        super::set_style(buf, Rect { height: 1, ..at }, theme.selected);
                    }
                }
            }
        }
        if let Some(at) = on_screen(place.said, scroll, area) {
            let lines = row.said(at.width);
            draw_text(&TextBox { lines, ..TextBox::default() }, at, buf, theme);
        }
    }
    // What is left of it lies above or below.
    let end = places.last().map_or(0, |p| p.control.bottom().max(p.said.bottom()));
    let [up, down] = if theme.ascii { ["^", "v"] } else { ["▲", "▼"] };
    if scroll > 0 {
        put(buf, (area.right(), area.y), up, theme.accent, 1);
    }
    if end > scroll + area.height && area.height > 0 {
        put(buf, (area.right(), area.bottom() - 1), down, theme.accent, 1);
    }
    let status = TextBox { lines: vec![view.status.clone()], ..TextBox::default() };
    draw_text(&status, below, buf, theme);
}

pub fn form_at(view: &FormView, screen: Rect, column: u16, row: u16) -> Option<FormSpot> {
    let at = Position { x: column, y: row };
    if !overlay_area(view.overlay.place, screen).contains(at) {
        return Some(FormSpot::Outside);
    }
    let (area, _) = split(view, overlay_inside(view.overlay.place, screen));
    let (places, scroll) = places(view, area);
    view.rows.iter().zip(&places).enumerate().find_map(|(i, (row, place))| {
        let here = |part: Rect| on_screen(part, scroll, area).filter(|part| part.contains(at));
        if let Some(area) = here(place.control) {
            return Some(match &row.control {
                Control::Input(_) => FormSpot::Input { row: i, column, area },
                Control::Chips(chips) => chip_at(chips, area, column, at.y)
                    .map_or(FormSpot::Row(i), |choice| FormSpot::Choice { row: i, choice }),
                Control::Said(_) => FormSpot::Row(i),
            });
        }
        here(place.label).or_else(|| here(place.said)).map(|_| FormSpot::Row(i))
    })
}
