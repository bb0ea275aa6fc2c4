//! Styled text in rows: spans with roles, soft wrap, a cursor. The inspector, the panes
//! of suggestions and the editor all draw through it.

use super::{Role, Theme, paint, put};
use crate::domain::Message;
use crate::text::{width, wrap_revealed};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A run of text with one role. Its text was revealed by whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub role: Role,
}

/// One row on screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub spans: Vec<Span>,
}

/// Rows with a cursor, scrolled by rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextBox {
    pub lines: Vec<Line>,
    /// Row and column of the text cursor, from the first row of `lines`.
    pub cursor: Option<(usize, usize)>,
    /// The first row shown.
    pub scroll: usize,
}

impl Span {
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role }
    }
}

impl Line {
    pub fn blank() -> Self {
        Self::default()
    }

    pub fn of(text: impl Into<String>, role: Role) -> Self {
        Self { spans: vec![Span::new(text, role)] }
    }

    pub fn with(mut self, text: impl Into<String>, role: Role) -> Self {
        self.spans.push(Span::new(text, role));
        self
    }

    /// What parts a message of a thread from the one before it: `── 2/3 ──`.
    pub fn parting(message: Message, ascii: bool) -> Self {
        let rule = if ascii { "--" } else { "──" };
        Self::of(format!("{rule} {message} {rule}"), Role::Dim)
    }

    fn push(&mut self, text: &str, role: Role) {
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.role == role => last.text.push_str(text),
            _ => self.spans.push(Span::new(text, role)),
        }
    }

    /// The words without their roles.
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Draws the rows that fit, cut at the right edge.
pub fn draw_text(view: &TextBox, area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (y, line) in (area.top()..area.bottom()).zip(view.lines.iter().skip(view.scroll)) {
        let spans = line.spans.iter().map(|span| (span.text.as_str(), theme.style(span.role)));
        paint::put_line(buf, (area.x, y), spans, area.width);
    }
    let Some((row, column)) = view.cursor else { return };
    let Some(row) = row.checked_sub(view.scroll).filter(|row| *row < area.height as usize) else {
        return;
    };
    // Behind a full row the cursor stands on its last cell.
    let x = area.x + (column as u16).min(area.width.saturating_sub(1));
    let y = area.y + row as u16;
    if buf[(x, y)].symbol().is_empty() {
        put(buf, (x, y), " ", theme.cursor, 1);
    }
    buf[(x, y)].set_style(theme.cursor);
}

/// Soft wrap of styled text, revealed by whoever made it. Line feeds in a span end a row;
/// spaces that would hang over the edge are not drawn. A space that keeps two words on one
/// row has done so: what is drawn, and copied from the screen, is a space like any other.
pub fn wrap(spans: &[Span], cells: usize) -> Vec<Line> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let mut spans = spans.iter();
    // What is left of a span that goes over the end of a row, and where it begins.
    let (mut rest, mut role, mut at) = ("", Role::Text, 0);
    let lines = wrap_revealed(&text, cells).into_iter().map(|row| {
        let mut line = Line::default();
        let end = row.start + drawn(&text[row.clone()], cells).len();
        while at < row.end {
            if rest.is_empty() {
                let Some(next) = spans.next() else { break };
                (rest, role) = (&next.text, next.role);
            }
            let (piece, behind) = rest.split_at(rest.len().min(row.end - at));
            let shown = &piece[..piece.len().min(end.saturating_sub(at))];
            line.push(&shown.replace('\u{a0}', " "), role);
            (rest, at) = (behind, at + piece.len());
        }
        line
    });
    lines.collect()
}

/// A row without its line feed and without spaces over the edge.
fn drawn(row: &str, cells: usize) -> &str {
    let row = row.strip_suffix('\n').unwrap_or(row);
    if width(row) > cells { row.trim_end() } else { row }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, cells: usize) -> Vec<String> {
        wrap(&[Span::new(text, Role::Text)], cells).iter().map(Line::plain).collect()
    }

    #[test]
    fn words_stay_whole_and_long_ones_break() {
        assert_eq!(rows("La lana torna a casa", 8), ["La lana ", "torna a ", "casa"]);
        assert_eq!(rows("precipitevolissimevolmente", 10).len(), 3);
    }

    #[test]
    fn words_that_belong_together_stay_on_one_row() {
        assert_eq!(rows("La lana\u{a0}torna", 10), ["La ", "lana torna"]);
    }

    #[test]
    fn line_feeds_end_rows_and_wide_characters_count_two() {
        assert_eq!(rows("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(rows("毛糸毛糸", 5), ["毛糸", "毛糸"]);
    }

    #[test]
    fn roles_follow_their_words_over_a_break() {
        let spans = [Span::new("di nuovo ", Role::Machine), Span::new("in bottega", Role::Hand)];
        let rows = wrap(&spans, 12);
        assert_eq!(
            rows[0].spans,
            [Span::new("di nuovo ", Role::Machine), Span::new("in ", Role::Hand)]
        );
        assert_eq!(rows[1].spans, [Span::new("bottega", Role::Hand)]);
    }
}
