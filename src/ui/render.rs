//! From a buffer to what a test or a terminal needs: text for snapshots, and the cells
//! a terminal may have drawn wider or narrower than we counted.

use crate::text::graphemes;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;

/// What `draw` paints on a screen of this size, as lines without trailing blanks.
pub fn render_to_string(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf);
    let mut out = String::new();
    for y in 0..height {
        let mut row = String::new();
        let mut skip = 0;
        for x in 0..width {
            let symbol = buf[(x, y)].symbol();
            if skip > 0 {
                skip -= 1;
                continue;
            }
            row.push_str(symbol);
            skip = crate::text::width(symbol).saturating_sub(1);
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// Terminals disagree on the width of emoji made of several characters. What stands to
/// their right is repainted with every frame, so that a disagreement heals itself.
pub fn settle_wide(buf: &mut Buffer) {
    for row in buf.content.chunks_mut(usize::from(buf.area.width).max(1)) {
        let mut after = false;
        for cell in row {
            if after {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            } else if cell.symbol().len() > 1 && cell.symbol().chars().nth(1).is_some() {
                let cluster = graphemes(cell.symbol()).next().unwrap_or_default();
                after = cluster.chars().count() > 1 && !is_accented(cluster);
            }
        }
    }
}

/// A letter with its accents: one cell everywhere.
fn is_accented(cluster: &str) -> bool {
    cluster.chars().next().is_some_and(char::is_alphabetic)
}

/// For a terminal that shows nothing else: every mark of the interface becomes its ASCII
/// twin, cell by cell. Letters stay; a person's words are not ours to respell.
pub fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        let twin = match cell.symbol() {
            // `~` is a post that is planned.
            "…" => ">",
            "–" | "—" | "─" | "━" | "╌" | "┄" => "-",
            "│" | "┃" | "╎" | "▌" | "▎" | "▏" | "┆" => "|",
            "┌" | "┐" | "└" | "┘" | "┬" | "┴" | "├" | "┤" | "┼" | "╭" | "╮" | "╰" | "╯" | "╵" => {
                "+"
            }
            "·" => ".",
            "⏎" => "<",
            "‹" | "«" | "◂" | "←" | "⟨" => "<",
            "›" | "»" | "▸" | "→" | "⟩" => ">",
            "“" | "”" => "\"",
            "‘" | "’" => "'",
            "●" | "•" => "*",
            "○" => "o",
            "▲" | "↑" => "^",
            "⌄" => super::inspector::MORE,
            "▼" | "↓" => "v",
            "↔" | "≡" => "=",
            "✓" => "+",
            "✎" | "✗" => "x",
            "✦" => "*",
            "⎇" => "@",
            _ => continue,
        };
        cell.set_symbol(twin);
    }
}
