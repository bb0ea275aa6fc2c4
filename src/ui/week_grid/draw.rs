//! The week drawn: lines, heads, cards, and how many lie out of sight. Everything has its
//! place already.

use super::WeekGridView;
use super::place::{AXIS, Laid, Placed, What};
use crate::text::width;
use crate::ui::post_card::{Look, tint};
use crate::ui::{Role, Theme, put, put_line};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl WeekGridView {
    pub(super) fn draw_laid(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        self.draw_lines(laid, buf, theme);
        self.draw_heads(laid, buf, theme);
        let band = laid.problems;
        let counted = laid.more_problems > 0 && band.height > 1;
        let end = band.bottom() - u16::from(counted);
        for (y, problem) in (band.y..end).zip(self.problems.iter().skip(laid.first_problem)) {
            let line = Rect { y, height: 1, ..laid.problems };
            let (mark, style, said) = if problem.quiet {
                ("· ", theme.dim, theme.dim)
            } else {
                ("! ", theme.warm, theme.text)
            };
            let fits = width(&problem.text) + width(mark) < usize::from(line.width);
            let text = if fits { &problem.text } else { &problem.short };
            let parts = [(mark, style), (text.as_str(), said)];
            put_line(buf, (line.x + 1, y), parts, line.width.saturating_sub(1));
            if let Some(style) = problem.selected.style(theme) {
                tint(buf, line, style);
            }
        }
        if counted {
            let hidden = laid.more_problems;
            let text = format!("+{hidden} {}", self.more_problems[usize::from(hidden > 1)]);
            put(buf, (band.x + 3, end), &text, theme.warm, band.width.saturating_sub(3));
        }
        for placed in &laid.placed {
            self.draw_placed(placed, laid, buf, theme);
        }
        self.draw_note(laid, buf, theme);
        self.draw_beyond(laid, buf, theme);
    }

    fn more(&self, hidden: usize) -> String {
        let word = if hidden == 1 { &self.more[0] } else { &self.more[1] };
        format!("+{hidden} {word}")
    }

    /// How many cards lie above and below what is in sight.
    fn draw_beyond(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let rows = laid.rows;
        let end = laid.scroll + i32::from(rows.height);
        let count = |out: &dyn Fn(&Placed) -> bool| {
            let posts = laid.placed.iter().filter(|p| match p.what {
                What::Item(r, c, i) => {
                    self.rows[r].cells[c].items[i].kind == crate::ui::post_card::CardKind::Post
                }
                _ => false,
            });
            posts.filter(|p| out(p)).count()
        };
        let (above, below) = (count(&|p| p.y < laid.scroll), count(&|p| p.y >= end));
        let [up, down] = if theme.ascii { ["^", "v"] } else { ["▲", "▼"] };
        let places =
            [(up, above, rows.y.checked_sub(1)), (down, below, rows.bottom().checked_sub(1))];
        for (mark, count, y) in places {
            if let (1.., Some(y)) = (count, y) {
                let text = format!(" {mark} {count} ");
                let cells = (crate::text::width(&text) as u16).min(rows.width);
                put(buf, (rows.right() - cells, y), &text, theme.accent, cells);
            }
        }
    }

    fn draw_placed(&self, placed: &Placed, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let y = placed.y - laid.scroll;
        let end = y + i32::from(placed.height);
        if y < 0 || end > i32::from(laid.rows.height) {
            // A card cut by the edge shows what fits below, never half a head above.
            if y < 0 || y >= i32::from(laid.rows.height) {
                return;
            }
        }
        let height = (end.min(i32::from(laid.rows.height)) - y) as u16;
        let area = Rect { x: placed.x, y: laid.rows.y + y as u16, width: placed.width, height };
        match placed.what {
            What::Label(r) => {
                let row = &self.rows[r];
                if self.axis {
                    put(buf, (area.x + 1, area.y), &row.label, theme.dim, AXIS - 1);
                }
            }
            What::Cell(r, c) => {
                let cell = &self.rows[r].cells[c];
                let style = cell.selected.style(theme);
                for (y, teach) in (area.y..area.bottom()).zip(&cell.teach) {
                    let room = area.width.saturating_sub(laid.pad);
                    let teach = whole_words(teach, room as usize);
                    put(buf, (area.x + laid.pad, y), teach, theme.dim, room);
                }
                if let Some(style) = style {
                    tint(buf, area, style);
                }
            }
            What::Item(r, c, i) => {
                let item = &self.rows[r].cells[c].items[i];
                let titles = laid.densities[r].titles;
                let whole = item.height(titles, area.width.saturating_sub(laid.pad));
                if item.kind != crate::ui::post_card::CardKind::Ghost || area.height >= whole {
                    let look = Look { titles, pad: laid.pad };
                    item.draw(area, look, buf, theme);
                }
            }
            What::More(_, hidden) => {
                let room = area.width.saturating_sub(laid.pad);
                let whole = self.more(hidden);
                let fits = crate::text::width(&whole) <= room.into();
                let text = if fits { whole } else { format!("+{hidden}") };
                put(buf, (area.x + laid.pad, area.y), &text, theme.accent, room);
            }
        }
    }

    fn draw_heads(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let mut y = laid.top.y;
        if !self.strip.is_empty() {
            self.draw_strip(laid, buf, theme);
            y += 2;
        }
        for (day, (x, width)) in self.days.iter().zip(&laid.columns) {
            let style = match (day.today, day.here) {
                (true, _) => theme.today,
                (false, true) if self.focused => theme.title,
                (false, true) => theme.text,
                (false, false) => theme.dim,
            };
            let x = x + laid.pad;
            let room = width.saturating_sub(laid.pad);
            let used = put(buf, (x, y), &day.label, style, room);
            let (nx, ny, left) = if day.today {
                (x + used + 1, y, room.saturating_sub(used + 1))
            } else {
                (x, y + 1, room)
            };
            if !day.note.is_empty() && (!day.today || crate::text::width(&day.note) <= left.into())
            {
                let note = if day.today { theme.accent } else { theme.now };
                put(buf, (nx, ny), &day.note, note, left);
            }
        }
    }

    /// The days of the week, as far apart from each other as the row allows.
    fn draw_strip(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let top = laid.top;
        let room = top.width.saturating_sub(laid.pad) / self.strip.len().max(1) as u16;
        for (i, day) in (0..).zip(&self.strip) {
            let x = top.x + laid.pad + room * i;
            let style = match (day.here, day.today) {
                (true, _) => theme.selected,
                (_, true) => theme.today,
                _ => theme.dim,
            };
            let dot = match (day.count, theme.ascii) {
                (0, _) => " ",
                (_, true) => "*",
                (_, false) => "•",
            };
            put(buf, (x, top.y), &format!("{}{dot}", day.label), style, room);
        }
    }

    /// Thin lines between the days, a stronger stroke under today.
    fn draw_lines(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        let (thin, thick, upright) =
            if theme.ascii { ("-", "=", "|") } else { ("─", "━", "│") };
        let y = laid.top.bottom().saturating_sub(1);
        let full = laid.top.width as usize;
        put(buf, (laid.top.x, y), &thin.repeat(full), theme.border, laid.top.width);
        for (day, (x, width)) in self.days.iter().zip(&laid.columns) {
            if day.today {
                let line = thick.repeat(*width as usize);
                put(buf, (*x, y), &line, theme.border_focused, *width);
            }
            // Set into the line, so that no week is lower than another.
            if !day.feast.is_empty() {
                let (x, room) = (*x + laid.pad, width.saturating_sub(laid.pad));
                let used = put(buf, (x, y), &day.feast, theme.dim, room);
                put(buf, (x + used, y), " ", theme.dim, room - used);
            }
            if *x > laid.top.x {
                let rows = laid.rows.top()..laid.rows.bottom();
                crate::ui::paint::upright(buf, x - 1, rows, upright, theme.border);
            }
        }
    }

    fn draw_note(&self, laid: &Laid, buf: &mut Buffer, theme: &Theme) {
        if self.note.is_empty() {
            return;
        }
        let used = laid.placed.iter().map(|p| p.y + i32::from(p.height)).max().unwrap_or(0);
        let Some(y) = u16::try_from(used + 1).ok().filter(|y| y + 1 < laid.rows.height) else {
            return;
        };
        let x = laid.columns.first().map_or(laid.rows.x, |(x, _)| *x) + laid.pad;
        let room = laid.rows.right().saturating_sub(x);
        let below = Rect { x, y: laid.rows.y + y, width: room, height: laid.rows.height - y };
        crate::ui::fill(buf, below, theme.text);
        let lines =
            crate::ui::wrap(&[crate::ui::Span::new(&self.note, Role::Dim)], room.min(64).into());
        let text = crate::ui::TextBox { lines, ..crate::ui::TextBox::default() };
        crate::ui::draw_text(&text, below, buf, theme);
    }
}

/// As many words of a line as fit whole; the first one, a key, whatever the room.
fn whole_words(line: &str, room: usize) -> &str {
    let mut kept = line;
    while width(kept) > room {
        let Some(at) = kept.rfind(' ') else { break };
        kept = kept[..at].trim_end();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn a_word_that_does_not_fit_is_left_out_whole() {
        assert_eq!(whole_words("a bozze IA", 10), "a bozze IA");
        assert_eq!(whole_words("a bozze IA", 9), "a bozze");
        assert_eq!(whole_words("a bozze IA", 6), "a");
        assert_eq!(whole_words("Enter", 2), "Enter");
    }
}
