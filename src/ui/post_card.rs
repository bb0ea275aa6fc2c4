//! A card on the grid: time, mark, channel strip, then the title. One line at least.

use super::{Role, Theme, put, set_style};
use crate::text::{width, wrap_revealed};
use crate::vocab::Target;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    pub kind: CardKind,
    /// `08:45`; for a ghost what stands in its upper border.
    pub time: String,
    /// Stage or flag, one cell; two where one takes nothing away from the other.
    pub mark: &'static str,
    pub mark_role: Role,
    pub strip: Vec<Badge>,
    /// The post has cards at other times too.
    pub split: bool,
    pub title: String,
    pub title_role: Role,
    pub selected: Selected,
    pub target: Target,
}

/// How a grid draws its cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// At most so many rows of title.
    pub titles: u16,
    /// Blank cells left of the words; they belong to the card.
    pub pad: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardKind {
    Post,
    /// A usual slot without a post: outlined, never filled.
    Free,
    /// What is being carried.
    Ghost,
    /// The line of now.
    Now,
}

/// A channel on a card: two letters in the hue of its network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    pub short: Arc<str>,
    pub network: Arc<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Selected {
    #[default]
    No,
    /// In a range.
    Marked,
    /// The cursor, in a pane without the focus.
    Dim,
    Cursor,
}

impl Selected {
    pub fn style(self, theme: &Theme) -> Option<Style> {
        match self {
            Self::No => None,
            Self::Marked => Some(theme.marked),
            Self::Dim => Some(theme.selected_dim),
            Self::Cursor => Some(theme.selected),
        }
    }
}

impl CardView {
    /// Rows it takes with at most `titles` rows of title in `cells` cells.
    pub fn height(&self, titles: u16, cells: u16) -> u16 {
        match self.kind {
            CardKind::Now => 1,
            CardKind::Ghost => 3,
            CardKind::Free => 1,
            CardKind::Post => {
                let (below, titles) = self.below(titles, cells);
                1 + u16::from(below) + title_rows(&self.title, titles, cells)
            }
        }
    }

    /// A strip that does not fit beside the time gets a line of its own, where cards are
    /// drawn generously; of two lines it takes the second. Whether it does, and the lines
    /// left for the title.
    fn below(&self, titles: u16, cells: u16) -> (bool, u16) {
        let below = self.kind == CardKind::Post && titles > 1 && !self.is_whole_beside(1, cells);
        (below, if below && titles == 2 { 1 } else { titles })
    }

    /// Whether all of the strip stands beside the time, at most without a blank before the arrow.
    fn is_whole_beside(&self, arrow: usize, cells: u16) -> bool {
        let arrow = if self.split { arrow } else { 0 };
        self.head_cells(strip_cells(&self.strip), 0) + arrow <= cells.into()
    }

    /// Cells of the first line with so many of them for the strip and for the arrow, a blank
    /// between its parts.
    fn head_cells(&self, strip: usize, arrow: usize) -> usize {
        let arrow = if self.split { arrow } else { 0 };
        let parts = [width(self.mark), strip, arrow];
        let parts = parts.into_iter().filter(|part| *part > 0);
        width(&self.time) + parts.map(|part| part + 1).sum::<usize>()
    }

    /// Draws into `area`, whose height [`Self::height`] gave; less of it where the screen ends.
    pub fn draw(&self, area: Rect, look: Look, buf: &mut Buffer, theme: &Theme) {
        match self.kind {
            CardKind::Now => self.draw_now(area, look.pad, buf, theme),
            CardKind::Ghost => self.draw_ghost(area, buf, theme),
            CardKind::Post | CardKind::Free => {
                let pad = look.pad;
                let inner = Rect { x: area.x + pad, width: area.width.saturating_sub(pad), ..area };
                self.draw_card(inner, look.titles, buf, theme);
                if let Some(style) = self.selected.style(theme) {
                    tint(buf, area, style);
                }
            }
        }
    }

    fn draw_card(&self, area: Rect, titles: u16, buf: &mut Buffer, theme: &Theme) {
        // What is over, or only possible, steps back.
        let time = match (self.kind, self.title_role) {
            (CardKind::Free, _) => theme.ghost,
            (_, Role::Dim) => theme.dim,
            _ => theme.text,
        };
        let (below, titles) = self.below(titles, area.width);
        let arrow = if theme.ascii { "<>" } else { "↔" };
        let least = match below {
            true => 0,
            false if self.is_whole_beside(width(arrow), area.width) => strip_cells(&self.strip),
            false => self.least_strip(),
        };
        // Blanks are given up, from the right, before a channel or the arrow is; and the
        // arrow before a channel.
        let parts = width(&self.time) + width(self.mark) + least + width(arrow);
        let split = self.split && parts <= area.width.into();
        let wanted = self.head_cells(least, if split { width(arrow) } else { 0 });
        let mut blanks = wanted.saturating_sub(area.width.into());
        let mut blank = |is_there: bool| {
            let given_up = is_there && blanks > 0;
            blanks -= usize::from(given_up);
            u16::from(is_there && !given_up)
        };
        let before_arrow = blank(split);
        let before_strip = blank(least > 0);
        let before_mark = blank(!self.mark.is_empty());
        let room = |x: u16| area.right().saturating_sub(x);
        let mut x = area.x + put(buf, (area.x, area.y), &self.time, time, area.width);
        x += before_mark;
        x += put(buf, (x, area.y), self.mark, theme.style(self.mark_role), room(x));
        if least > 0 {
            x += before_strip;
            let arrow = if split { before_arrow + width(arrow) as u16 } else { 0 };
            x += self.draw_strip((x, area.y), room(x + arrow), buf, theme);
        }
        if split {
            x += before_arrow;
            put(buf, (x, area.y), arrow, theme.dim, room(x));
        }
        let rows = title_lines(&self.title, titles, area.width);
        let mut y = area.y + 1;
        for row in rows {
            if y < area.bottom() {
                put(buf, (area.x, y), &row, theme.style(self.title_role), area.width);
            }
            y += 1;
        }
        if below && y < area.bottom() {
            self.draw_strip((area.x, y), area.width, buf, theme);
        }
    }

    /// Cells of the shortest strip that hides nothing unsaid: `IG`, `IG+2`.
    fn least_strip(&self) -> usize {
        let first = self.strip.first().map_or(0, |badge| width(&badge.short));
        match self.strip.len() {
            0 | 1 => first,
            all => first + width(&format!("+{}", all - 1)),
        }
    }

    /// The strip, cut to whole badges: `IG FB`, `IG+2`. Returns the cells used.
    fn draw_strip(&self, (x, y): (u16, u16), room: u16, buf: &mut Buffer, theme: &Theme) -> u16 {
        let strip = &self.strip;
        let more = |shown: usize| match strip.len() - shown {
            0 => String::new(),
            hidden => format!("+{hidden}"),
        };
        let fits = |n: &usize| strip_cells(&strip[..*n]) + more(*n).len() <= room as usize;
        // The first is never only counted: `+2` alone could be two posts.
        let shown = (0..=strip.len()).rev().find(fits).unwrap_or(0).max(1).min(strip.len());
        let ghost = if self.kind == CardKind::Free { theme.ghost_mark() } else { Style::new() };
        let mut used = 0;
        for (i, badge) in strip[..shown].iter().enumerate() {
            used += u16::from(i > 0);
            let style = theme.network(&badge.network).patch(ghost);
            used += put(buf, (x + used, y), &badge.short, style, room.saturating_sub(used));
        }
        used + put(buf, (x + used, y), &more(shown), theme.dim, room.saturating_sub(used))
    }

    /// A thin box with the time in its border.
    fn draw_ghost(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let style = theme.accent;
        let ascii = theme.ascii;
        let [tl, tr, bl, br, h, v] = if ascii {
            ["+", "+", "+", "+", "-", ":"]
        } else {
            ["┌", "┐", "└", "┘", "╌", "╎"]
        };
        let inner = area.width.saturating_sub(2) as usize;
        let line = h.repeat(inner);
        put(buf, (area.x, area.y), &format!("{tl}{line}{tr}"), style, area.width);
        put(buf, (area.x + 1, area.y), &format!("{} ", self.time), style, inner as u16);
        let middle = Rect { y: area.y + 1, height: 1, ..area };
        super::fill(buf, middle, theme.text);
        put(buf, (area.x, area.y + 1), v, style, 1);
        put(buf, (area.x + 1, area.y + 1), &self.title, theme.title, inner as u16);
        put(buf, (area.right() - 1, area.y + 1), v, style, 1);
        put(buf, (area.x, area.y + 2), &format!("{bl}{line}{br}"), style, area.width);
    }

    fn draw_now(&self, area: Rect, pad: u16, buf: &mut Buffer, theme: &Theme) {
        let line = if theme.ascii { "-" } else { "─" };
        let cells = (area.width as usize).saturating_sub(width(&self.time) + 1 + pad as usize);
        let text = format!("{} {}", self.time, line.repeat(cells));
        put(buf, (area.x + pad, area.y), &text, theme.now, area.width.saturating_sub(pad));
    }
}

/// Marked cells keep the hue of their networks where the selection has a ground of its own.
pub(super) fn tint(buf: &mut Buffer, area: Rect, style: Style) {
    if style.bg.is_none() {
        super::paint::select(buf, area, style);
        return;
    }
    let ground = Style { fg: None, ..style };
    let ansi = style.bg.is_some_and(|bg| !matches!(bg, ratatui::style::Color::Rgb(..)));
    set_style(buf, area, if ansi { style } else { ground });
}

fn strip_cells(badges: &[Badge]) -> usize {
    badges.iter().map(|b| width(&b.short) + 1).sum::<usize>().saturating_sub(1)
}

/// How many rows [`title_lines`] gives, without making them: the layout asks this of
/// every card, and of every density.
fn title_rows(title: &str, most: u16, cells: u16) -> u16 {
    if title.is_empty() {
        return 0;
    }
    if most <= 1 {
        return most;
    }
    let fits = title.is_ascii() && title.len() <= cells.into();
    let rows = if fits { 1 } else { wrap_revealed(title, cells.into()).len() };
    most.min(rows as u16)
}

/// The title in at most `most` rows, the last one cut where there is more.
pub fn title_lines(title: &str, most: u16, cells: u16) -> Vec<String> {
    if most == 0 {
        return Vec::new();
    }
    if most == 1 {
        return vec![crate::text::cut(title, cells.into())];
    }
    let rows = wrap_revealed(title, cells.into()).into_iter();
    let mut rows: Vec<String> = rows.map(|row| title[row].trim_end().to_owned()).collect();
    let most = most as usize;
    if rows.len() > most {
        let rest = rows.split_off(most - 1).join(" ");
        rows.push(crate::text::cut(&rest, cells as usize));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(channels: &[&str], split: bool) -> CardView {
        let badge = |short: &&str| Badge { short: (*short).into(), network: "instagram".into() };
        CardView {
            kind: CardKind::Post,
            time: "12:30".into(),
            mark: "~",
            mark_role: Role::Text,
            strip: channels.iter().map(badge).collect(),
            split,
            title: "Tinture naturali: il blu del guado".into(),
            title_role: Role::Text,
            selected: Selected::No,
            target: Target::Row(0),
        }
    }

    fn drawn(card: &CardView, titles: u16, cells: u16) -> String {
        let theme = Theme::new(crate::ui::Colors::None, false, false);
        crate::ui::render_to_string(cells, card.height(titles, cells), |area, buf| {
            card.draw(area, Look { titles, pad: 0 }, buf, &theme);
        })
    }

    #[test]
    fn no_channel_is_dropped_without_a_count() {
        let all = ["IG", "FB", "LI", "BS"];
        for (many, split) in (1..=4).flat_map(|many| [(many, false), (many, true)]) {
            let card = card(&all[..many], split);
            for (cells, titles) in (10..30).flat_map(|cells| (1..5).map(move |t| (cells, t))) {
                let drawn = drawn(&card, titles, cells);
                let shown = all.iter().filter(|short| drawn.contains(**short)).count();
                let counted = drawn.split('+').nth(1).and_then(|rest| rest.chars().next());
                let counted = counted.and_then(|digit| digit.to_digit(10)).unwrap_or(0);
                let case = format!("{many} {split} {titles} in {cells}:\n{drawn}");
                assert!(shown > 0 && shown + counted as usize == many, "{case}");
                // In ten cells the count of channels takes its place.
                assert!(!split || drawn.contains('↔') || (cells == 10 && many > 1), "{case}");
            }
        }
    }

    #[test]
    fn a_strip_without_room_beside_the_time_takes_the_second_line_of_the_title() {
        let card = card(&["IG", "FB"], false);
        assert_eq!(drawn(&card, 2, 12).lines().last(), Some("IG FB"));
        assert_eq!(card.height(2, 12), 3);
        assert_eq!(drawn(&card, 1, 10).lines().next(), Some("12:30~IG+1"));
        let split = self::card(&["FB"], true);
        assert_eq!(drawn(&split, 2, 11).lines().next(), Some("12:30 ~ FB↔"));
    }

    #[test]
    fn the_rows_counted_are_the_rows_drawn() {
        let titles = [
            "",
            "Gomitoli",
            "Tinture naturali: il blu del guado 🧶",
            "Precipitevolissimevolmente sì",
        ];
        for title in titles {
            for cells in 4..30 {
                for most in 0..5 {
                    let drawn = title_lines(title, most, cells).len();
                    let drawn = if title.is_empty() { 0 } else { drawn };
                    assert_eq!(
                        title_rows(title, most, cells),
                        drawn as u16,
                        "{title} {cells} {most}"
                    );
                }
            }
        }
    }
}
