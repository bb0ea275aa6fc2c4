//! Where the words of a post come from: its sentences with who wrote each, and what is
//! known of the one under the cursor, beside them or below; then what is to be told of AI.

use super::{Chip, InspectorView, Line, Role, Span, Theme, draw_chips, fill, put, put_line, wrap};
use crate::domain::Message;
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From this width on what is known stands beside the sentences.
const BESIDE: u16 = 100;
/// From this width on every sentence says in a word who wrote it.
const LABELS: u16 = 60;
/// Rows of sentences that stay above what is known of one.
const SENTENCES: u16 = 4;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OriginView {
    pub title: String,
    /// The common text and those of channels, where there are several.
    pub tabs: Vec<Chip>,
    /// How much of the words is whose.
    pub share: Vec<Span>,
    pub rows: Vec<OriginRow>,
    /// Over what is to be told.
    pub heading: String,
    /// Below the sentences, what is to be told of AI in all of the post.
    pub told: Vec<OriginRow>,
    /// Of the sentences and what is below them.
    pub selected: usize,
    /// About the row under the cursor.
    pub detail: InspectorView,
    /// The part of it that is to be in sight.
    pub detail_top: usize,
    /// What is said where there are no sentences.
    pub empty: String,
}

/// One sentence, or one thing to be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OriginRow {
    pub glyph: String,
    pub label: String,
    /// How glyph and label look.
    pub role: Option<Role>,
    /// Stands before the words in a column of its own: they wrap beside it, not below.
    pub lead: Option<Span>,
    pub spans: Vec<Span>,
    /// An empty row stands before it, as in the text.
    pub gap: bool,
    /// A message of a thread that begins with it; never the first.
    pub message: Option<Message>,
}

impl OriginRow {
    fn lines(&self, cells: usize) -> Vec<Line> {
        let Some(lead) = &self.lead else { return wrap(&self.spans, cells) };
        let indent = width(&lead.text);
        let mut lines = wrap(&self.spans, cells.saturating_sub(indent));
        for (i, line) in lines.iter_mut().enumerate() {
            let blank = || Span::new(" ".repeat(indent), Role::Text);
            line.spans.insert(0, if i == 0 { lead.clone() } else { blank() });
        }
        lines
    }
}

struct Places {
    tabs: Option<Rect>,
    share: Rect,
    text: Rect,
    detail: Rect,
    /// Cells before the words of a sentence.
    gutter: u16,
}

struct Row {
    /// In [`OriginView::all`].
    of: usize,
    first: bool,
    /// Before it: no words of it.
    between: bool,
    line: Line,
}

impl OriginView {
    fn places(&self, area: Rect) -> Places {
        let mut left = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let mut take = |rows: u16| {
            let rows = rows.min(left.height);
            let taken = Rect { height: rows, ..left };
            left = Rect { y: left.y + rows, height: left.height - rows, ..left };
            taken
        };
        take(1);
        let tabs = (self.tabs.len() > 1).then(|| take(1));
        let share = if self.share.is_empty() { 0 } else { self.share_lines(area).len() as u16 };
        let share = take(share);
        take(u16::from(area.height > 12));
        let longest = self.all().map(|row| width(&row.label)).max().unwrap_or(0) as u16;
        let gutter = if area.width < LABELS { 4 } else { 5 + longest };
        if area.width >= BESIDE {
            let wide = left.width * 3 / 5;
            let detail = Rect { x: left.x + wide, width: left.width - wide, ..left };
            return Places { tabs, share, text: Rect { width: wide, ..left }, detail, gutter };
        }
        // What is known is read whole where it fits beside a few sentences.
        let most = left.height.saturating_sub(SENTENCES).max(left.height / 2);
        let known = self.detail.height(left.width).clamp(left.height / 3, most);
        let text = Rect { height: left.height - known, ..left };
        let detail = Rect { y: text.bottom(), height: known, ..left };
        Places { tabs, share, text, detail, gutter }
    }

    fn share_lines(&self, area: Rect) -> Vec<Line> {
        wrap(&self.share, area.width.saturating_sub(2).into())
    }

    /// The sentences, then what is to be told.
    fn all(&self) -> impl Iterator<Item = &OriginRow> {
        self.rows.iter().chain(&self.told)
    }

    fn rows(&self, places: &Places, ascii: bool) -> Vec<Row> {
        let cells = places.text.width.saturating_sub(places.gutter + 1);
        let mut rows = Vec::new();
        for (of, row) in self.all().enumerate() {
            let mut between = match row.message {
                Some(message) => vec![Line::parting(message, ascii)],
                None => row.gap.then(Line::blank).into_iter().collect(),
            };
            if of == self.rows.len() {
                if self.rows.is_empty() {
                    let empty = [Span::new(&self.empty, Role::Dim)];
                    between.extend(wrap(&empty, cells.into()));
                }
                between.extend([Line::blank(), Line::of(&self.heading, Role::Dim)]);
            }
            let between = between.into_iter().map(|line| (false, true, line));
            let own = row.lines(cells.into()).into_iter().enumerate();
            let own = own.map(|(i, line)| (i == 0, false, line));
            let made = between.chain(own);
            rows.extend(made.map(|(first, between, line)| Row { of, first, between, line }));
        }
        rows
    }

    /// The first row in sight, so that all of the selected one is, as far as it fits.
    fn first(&self, rows: &[Row], height: u16) -> usize {
        let own = |row: &Row| row.of == self.selected && !row.between;
        let start = rows.iter().position(own).unwrap_or(0);
        let end = rows.iter().rposition(own).unwrap_or(0);
        let height = usize::from(height);
        (end + 2).saturating_sub(height).min(rows.len().saturating_sub(height)).min(start)
    }

    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        fill(buf, area, theme.text);
        let places = self.places(area);
        put(buf, (area.x + 1, area.y), &self.title, theme.title, area.width.saturating_sub(2));
        if let Some(tabs) = places.tabs {
            draw_chips(&self.tabs, tabs, buf, theme);
        }
        draw(&self.share_lines(area), places.share, buf, theme);
        if self.all().next().is_none() {
            let empty = [Span::new(&self.empty, Role::Dim)];
            draw(&wrap(&empty, places.text.width.into()), places.text, buf, theme);
            return;
        }
        let rows = self.rows(&places, theme.ascii);
        let first = self.first(&rows, places.text.height);
        let text = places.text;
        for (y, row) in (text.top()..text.bottom()).zip(rows.iter().skip(first)) {
            let shown = self.all().nth(row.of).filter(|_| row.first);
            if let Some(shown) = shown {
                let style = theme.style(shown.role.unwrap_or(Role::Dim));
                put(buf, (text.x + 1, y), &shown.glyph, style, 2);
                if places.gutter > 4 {
                    put(buf, (text.x + 3, y), &shown.label, style, places.gutter - 4);
                }
            }
            if row.of == self.selected && !row.between {
                let bar = if theme.ascii { ">" } else { "▌" };
                put(buf, (text.x, y), bar, theme.accent, 1);
            }
            let spans = row.line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
            put_line(buf, (text.x + places.gutter, y), spans, text.width - places.gutter);
        }
        if rows.len() > first + usize::from(text.height) && text.height > 0 {
            let more = if theme.ascii { super::inspector::MORE } else { "↓" };
            put(buf, (text.right() - 1, text.bottom() - 1), more, theme.dim, 1);
        }
        let scroll = self.detail.row_of(self.detail_top, places.detail.width);
        InspectorView { scroll: self.detail.scroll + scroll, ..self.detail.clone() }.draw(
            places.detail,
            buf,
            theme,
        );
    }

    /// The row under a cell.
    pub fn at(&self, area: Rect, column: u16, row: u16) -> Option<usize> {
        let places = self.places(area);
        if !places.text.contains(Position { x: column, y: row }) {
            return None;
        }
        let rows = self.rows(&places, true);
        let at = self.first(&rows, places.text.height) + usize::from(row - places.text.y);
        rows.get(at).map(|row| row.of)
    }
}

fn draw(lines: &[Line], area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        let spans = line.spans.iter().map(|s| (s.text.as_str(), theme.style(s.role)));
        put_line(buf, (area.x, y), spans, area.width);
    }
}
