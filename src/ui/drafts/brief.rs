//! What lies over the panes: the brief as a form of chips, and the prompt to be read.

use super::pane::draw_lines;
use crate::text::width;
use crate::ui::{
    Chip, InputView, Line, OverlayView, Place, Role, Span, Theme, chip_at, chip_rows, draw_chips,
    draw_input, draw_overlay, overlay_inside, put, wrap,
};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BriefView {
    pub title: String,
    pub topic_label: String,
    pub topic: InputView,
    /// What is wrong with the topic; empty where nothing is.
    pub topic_note: String,
    pub rows: Vec<BriefRow>,
    /// 0 is the topic; row `n` is `n - 1`.
    pub field: usize,
    /// Who will write, and where the words go: never cut.
    pub source: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BriefRow {
    pub label: String,
    pub chips: Vec<Chip>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromptView {
    pub title: String,
    pub to: String,
    /// As they are read, each as long as it is.
    pub lines: Vec<Line>,
    pub scroll: usize,
}

fn brief_frame(brief: &BriefView, area: Rect) -> OverlayView {
    let width = 76.min(area.width);
    let source = about(brief, width.saturating_sub(4)).len();
    let rest = width.saturating_sub(4 + label_column(brief));
    let chips: u16 = needed(brief, rest).into_iter().sum();
    // Topic, what is wrong with it, blank, chips, blank, source.
    let height = topic_note(brief, rest).len() as u16 + chips + source as u16 + 5;
    let place = Place::Middle { width, height };
    OverlayView { title: brief.title.clone(), foot: String::new(), place }
}

fn about(brief: &BriefView, cells: u16) -> Vec<Line> {
    wrap(&brief.source, cells.into())
}

/// What is wrong with the topic, in the rows it takes below it.
fn topic_note(brief: &BriefView, cells: u16) -> Vec<Line> {
    if brief.topic_note.is_empty() {
        return Vec::new();
    }
    wrap(&[Span::new(&brief.topic_note, Role::Warm)], cells.into())
}

pub fn draw_brief(brief: &BriefView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inside = draw_overlay(&brief_frame(brief, area), area, buf, theme);
    let column = label_column(brief);
    let rest = inside.width.saturating_sub(column);
    let mut y = inside.y;
    let label = |y: u16, text: &str, field: usize, buf: &mut Buffer| {
        let style = if brief.field == field { theme.title_focused } else { theme.dim };
        put(buf, (inside.x, y), text, style, column - 1);
    };
    label(y, &brief.topic_label, 0, buf);
    let line = Rect { x: inside.x + column, y, width: rest, height: 1 };
    draw_input(&brief.topic, line, buf, theme);
    let note = topic_note(brief, rest);
    let under = Rect { y: y + 1, height: note.len() as u16, ..line }.intersection(inside);
    draw_lines(&note, under, buf, theme);
    for (i, (row, place)) in brief.rows.iter().zip(chip_places(brief, inside)).enumerate() {
        y = place.bottom();
        if y > inside.bottom() {
            return;
        }
        label(place.y, &row.label, i + 1, buf);
        let chips = fitting(&row.chips, place);
        draw_chips(chips, place, buf, theme);
        // Choices out of sight on either side.
        let [before, after] = if theme.ascii { ["<", ">"] } else { ["‹", "›"] };
        if chips.len() < row.chips.len() {
            put(buf, (place.x - 1, place.y), before, theme.accent, 1);
        }
        if chip_rows(chips, place.width) > place.height {
            put(buf, (inside.right(), place.y), after, theme.accent, 1);
        }
    }
    let below = Rect { y: (y + heights(brief, inside).1).min(inside.bottom()), ..inside };
    let source = Rect { height: inside.bottom().saturating_sub(below.y), ..below };
    draw_lines(&about(brief, inside.width), source, buf, theme);
}

/// Cells of the longest label, and the space behind it.
fn label_column(brief: &BriefView) -> u16 {
    let labels = brief.rows.iter().map(|row| &row.label).chain([&brief.topic_label]);
    labels.map(|label| width(label)).max().unwrap_or(0) as u16 + 2
}

/// Where the chips of each row stand: over as many rows as they need, over fewer where the
/// screen is too low for that.
fn chip_places(brief: &BriefView, inside: Rect) -> Vec<Rect> {
    let column = label_column(brief);
    let width = inside.width.saturating_sub(column);
    let (heights, gap) = heights(brief, inside);
    let mut y = inside.y + 1 + topic_note(brief, width).len() as u16 + gap;
    let place = |height: u16| {
        let place = Rect { x: inside.x + column, y, width, height };
        y += height;
        place
    };
    heights.into_iter().map(place).collect()
}

/// The rows each choice gets, and the blank ones below the topic and below the chips. Who
/// writes and where the words go is said whole before there is any air.
fn heights(brief: &BriefView, inside: Rect) -> (Vec<u16>, u16) {
    let rest = inside.width.saturating_sub(label_column(brief));
    let mut rows = needed(brief, rest);
    let said = topic_note(brief, rest).len() + about(brief, inside.width).len();
    let besides = 1 + said as u16;
    let filled = |rows: &[u16]| besides + rows.iter().sum::<u16>();
    // Where there is too little room, the row in focus is the last to hide a choice.
    let focused = brief.field.checked_sub(1);
    let others = (0..rows.len()).rev().filter(|at| Some(*at) != focused);
    for at in others.chain(focused) {
        if filled(&rows) > inside.height {
            rows[at] = 1;
        }
    }
    let gap = u16::from(filled(&rows) + 2 <= inside.height);
    (rows, gap)
}

fn needed(brief: &BriefView, cells: u16) -> Vec<u16> {
    brief.rows.iter().map(|row| chip_rows(&row.chips, cells).max(1)).collect()
}

/// All chips where there is room; else from the first that lets the chosen one be seen.
fn fitting(chips: &[Chip], place: Rect) -> &[Chip] {
    let cells = place.width;
    if chip_rows(chips, cells) <= place.height {
        return chips;
    }
    let chosen = chips.iter().position(|chip| chip.on).unwrap_or(0);
    let long = |from: usize| -> usize {
        chips[from..=chosen].iter().map(|chip| width(&chip.label) + 3).sum::<usize>()
    };
    let from = (0..chosen).find(|from| long(*from) <= usize::from(cells) + 1).unwrap_or(chosen);
    if chips.is_empty() { chips } else { &chips[from..] }
}

pub fn draw_prompt(prompt: &PromptView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    // As wide as a page of prose, and no higher than its lines.
    let width = 100.min(area.width);
    let cells = usize::from(width.saturating_sub(4));
    let rows: usize = prompt.lines.iter().map(|line| wrap(&line.spans, cells).len()).sum();
    let height = u16::try_from(rows + 4).unwrap_or(u16::MAX).max(10);
    let place = if area.width < 90 { Place::Whole } else { Place::Middle { width, height } };
    let frame = OverlayView { title: prompt.title.clone(), foot: String::new(), place };
    let inside = draw_overlay(&frame, area, buf, theme);
    // Where the words go is never cut.
    let to = wrap(&[Span::new(&prompt.to, Role::Accent)], inside.width.into());
    let used = (to.len() as u16 + 1).min(inside.height);
    draw_lines(&to, inside, buf, theme);
    let text = Rect { y: inside.y + used, height: inside.height - used, ..inside };
    let rows: Vec<Line> = prompt
        .lines
        .iter()
        .skip(prompt.scroll)
        .take(text.height.into())
        .flat_map(|line| wrap(&line.spans, text.width.into()))
        .collect();
    draw_lines(&rows, text, buf, theme);
}

/// The row under a cell (0 is the topic), and which of its chips.
pub fn brief_at(brief: &BriefView, area: Rect, cell: Position) -> Option<(usize, Option<usize>)> {
    let inside = overlay_inside(brief_frame(brief, area).place, area);
    if !inside.contains(cell) {
        return None;
    }
    if cell.y == inside.y {
        return Some((0, None));
    }
    let places = chip_places(brief, inside);
    let at = places.iter().position(|place| (place.top()..place.bottom()).contains(&cell.y))?;
    let row = &brief.rows[at];
    let chips = fitting(&row.chips, places[at]);
    let hidden = row.chips.len() - chips.len();
    Some((at + 1, chip_at(chips, places[at], cell.x, cell.y).map(|chip| chip + hidden)))
}
