//! A screen buffer as SVG: rectangles for grounds, lines for box-drawing characters, and
//! runs of text that are each told where they begin and how wide they are, so that no
//! font can shift a column.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// In hundredths of a pixel, so that every number is whole.
const CELL: (u32, u32) = (840, 1900);
const MARGIN: u32 = 1400;
const FONT: &str =
    "ui-monospace,'JetBrains Mono','SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace";

struct Ground {
    text: &'static str,
    screen: &'static str,
    frame: &'static str,
}

const DARK: Ground = Ground { text: "#d6d8dd", screen: "#16181d", frame: "#33363d" };
const LIGHT: Ground = Ground { text: "#25272c", screen: "#fcfcfa", frame: "#c9cacd" };

pub fn picture(buf: &Buffer, light: bool) -> String {
    let ground = if light { LIGHT } else { DARK };
    let (wide, high) = (u32::from(buf.area.width), u32::from(buf.area.height));
    let size = (wide * CELL.0 + 2 * MARGIN, high * CELL.1 + 2 * MARGIN);
    let mut shapes = Shapes::default();
    for y in 0..buf.area.height {
        row(buf, y, &ground, &mut shapes);
    }
    let mut out = String::new();
    let (w, h) = (px(size.0), px(size.1));
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">\n\
         <style>text{{font:14px {FONT};white-space:pre}}path{{fill:none}}"
    );
    for (style, class) in &shapes.classes {
        let _ = write!(out, ".{class}{{{style}}}");
    }
    let _ = write!(
        out,
        "</style>\n<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"9\" fill=\"{}\" stroke=\"{}\"/>\n",
        px(size.0 - 100),
        px(size.1 - 100),
        ground.screen,
        ground.frame
    );
    out.push_str(&shapes.grounds);
    for (color, strokes) in shapes.strokes.iter_mut().filter(|(_, strokes)| strokes.any()) {
        let _ = writeln!(out, "<path stroke=\"{color}\" d=\"{}\"/>", strokes.path());
    }
    out.push_str(&shapes.text);
    out.push_str("</svg>\n");
    out
}

#[derive(Default)]
struct Shapes {
    /// CSS to class name.
    classes: BTreeMap<String, String>,
    grounds: String,
    /// By colour.
    strokes: BTreeMap<String, Strokes>,
    text: String,
}

impl Shapes {
    fn class(&mut self, css: String) -> String {
        let next = format!("c{}", self.classes.len());
        self.classes.entry(css).or_insert(next).clone()
    }
}

/// Cells that look the same, from a column on.
struct Run {
    x: u32,
    cells: u32,
    text: String,
    css: String,
}

fn row(buf: &Buffer, y: u16, ground: &Ground, shapes: &mut Shapes) {
    let top = MARGIN + u32::from(y) * CELL.1;
    let mut run: Option<Run> = None;
    let mut filled: Option<(u32, u32, String)> = None;
    let mut x = 0;
    while x < buf.area.width {
        let cell = &buf[(x, y)];
        let symbol = cell.symbol();
        let cells = symbol.width().max(1) as u32;
        let at = u32::from(x);
        let (fg, bg) = colors(cell, ground);
        match (&mut filled, bg) {
            (Some((_, end, color)), Some(bg)) if *color == bg && *end == at => *end += cells,
            (current, bg) => {
                close_ground(current.take(), top, shapes);
                *current = bg.map(|bg| (at, at + cells, bg));
            }
        }
        if shapes.strokes.entry(fg.clone()).or_default().take(symbol, at, top) {
            close(run.take(), top, shapes);
        } else if symbol.trim().is_empty() && !underlined(cell) {
            // One space keeps a run together, a second one ends it.
            match &mut run {
                Some(open) if !open.text.ends_with(' ') => {
                    open.text.push(' ');
                    open.cells += 1;
                }
                _ => close(run.take(), top, shapes),
            }
        } else {
            let css = css(cell, &fg);
            let alone = !in_every_font(symbol);
            match &mut run {
                Some(open) if open.css == css && !alone => {
                    open.text.push_str(symbol);
                    open.cells += cells;
                }
                _ => {
                    close(run.take(), top, shapes);
                    run = Some(Run { x: at, cells, text: symbol.to_owned(), css });
                    if alone {
                        close(run.take(), top, shapes);
                    }
                }
            }
        }
        x += cells as u16;
    }
    close(run, top, shapes);
    close_ground(filled, top, shapes);
}

fn close(run: Option<Run>, top: u32, shapes: &mut Shapes) {
    let Some(mut run) = run else { return };
    while run.text.ends_with(' ') && !run.css.contains("underline") {
        run.text.pop();
        run.cells -= 1;
    }
    if run.text.is_empty() {
        return;
    }
    let class = shapes.class(run.css);
    let text = run.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(
        shapes.text,
        "<text class=\"{class}\" x=\"{}\" y=\"{}\" textLength=\"{}\">{text}</text>",
        px(MARGIN + run.x * CELL.0),
        px(top + 1420),
        px(run.cells * CELL.0),
    );
}

fn close_ground(filled: Option<(u32, u32, String)>, top: u32, shapes: &mut Shapes) {
    let Some((from, to, color)) = filled else { return };
    let _ = writeln!(
        shapes.grounds,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{color}\"/>",
        px(MARGIN + from * CELL.0),
        px(top),
        px((to - from) * CELL.0),
        px(CELL.1),
    );
}

/// Text and ground; no ground where it is the screen's own.
fn colors(cell: &Cell, ground: &Ground) -> (String, Option<String>) {
    let fg = hex(cell.fg).unwrap_or_else(|| ground.text.to_owned());
    let bg = hex(cell.bg);
    if cell.modifier.contains(Modifier::REVERSED) {
        let back = bg.unwrap_or_else(|| ground.screen.to_owned());
        return (back, Some(fg));
    }
    (fg, bg)
}

fn hex(color: Color) -> Option<String> {
    let Color::Rgb(r, g, b) = color else { return None };
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}

fn underlined(cell: &Cell) -> bool {
    cell.modifier.intersects(Modifier::UNDERLINED | Modifier::CROSSED_OUT)
}

fn css(cell: &Cell, fg: &str) -> String {
    let mut css = format!("fill:{fg}");
    for (modifier, more) in [
        (Modifier::BOLD, ";font-weight:600"),
        (Modifier::ITALIC, ";font-style:italic"),
        (Modifier::DIM, ";opacity:.7"),
        (Modifier::UNDERLINED, ";text-decoration:underline"),
        (Modifier::CROSSED_OUT, ";text-decoration:line-through"),
    ] {
        if cell.modifier.contains(modifier) {
            css.push_str(more);
        }
    }
    css
}

/// Letters and punctuation that share one width in any monospaced font; whatever else
/// may come from another font and is placed by itself.
fn in_every_font(symbol: &str) -> bool {
    symbol
        .chars()
        .all(|c| matches!(c, '\0'..='\u{24f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '€'))
}

/// What box-drawing characters draw, each exactly as long as its cell.
#[derive(Default)]
struct Strokes {
    /// Height, from, to.
    across: Vec<(u32, u32, u32)>,
    /// Column, from, to.
    down: Vec<(u32, u32, u32)>,
    bends: String,
}

impl Strokes {
    /// Whether the symbol is one that is drawn.
    fn take(&mut self, symbol: &str, x: u32, top: u32) -> bool {
        let left = MARGIN + x * CELL.0;
        let (cx, cy) = (left + CELL.0 / 2, top + CELL.1 / 2);
        let (right, bottom) = (left + CELL.0, top + CELL.1);
        let (across, down) = match symbol {
            "─" => (Some((left, right)), None),
            "│" => (None, Some((top, bottom))),
            "┬" => (Some((left, right)), Some((cy, bottom))),
            "┴" => (Some((left, right)), Some((top, cy))),
            "├" => (Some((cx, right)), Some((top, bottom))),
            "┤" => (Some((left, cx)), Some((top, bottom))),
            "┼" => (Some((left, right)), Some((top, bottom))),
            "╭" | "┌" => return self.bend((cx, cy), bottom, right),
            "╮" | "┐" => return self.bend((cx, cy), bottom, left),
            "╰" | "└" => return self.bend((cx, cy), top, right),
            "╯" | "┘" => return self.bend((cx, cy), top, left),
            _ => return false,
        };
        self.across.extend(across.map(|(from, to)| (cy, from, to)));
        self.down.extend(down.map(|(from, to)| (cx, from, to)));
        true
    }

    /// From the middle of one side of a cell to the middle of another.
    fn bend(&mut self, (cx, cy): (u32, u32), y: u32, x: u32) -> bool {
        let round = if y > cy { cy + 420 } else { cy - 420 };
        let (cx, cy, round) = (px(cx), px(cy), px(round));
        let _ = write!(self.bends, "M{cx} {}V{round}Q{cx} {cy} {} {cy}", px(y), px(x));
        true
    }

    fn any(&self) -> bool {
        !(self.across.is_empty() && self.down.is_empty() && self.bends.is_empty())
    }

    fn path(&mut self) -> String {
        let mut path = std::mem::take(&mut self.bends);
        for (y, from, to) in joined(&mut self.across) {
            let _ = write!(path, "M{} {}H{}", px(from), px(y), px(to));
        }
        for (x, from, to) in joined(&mut self.down) {
            let _ = write!(path, "M{} {}V{}", px(x), px(from), px(to));
        }
        path
    }
}

/// Strokes of one line that touch, as one.
fn joined(strokes: &mut [(u32, u32, u32)]) -> Vec<(u32, u32, u32)> {
    strokes.sort_unstable();
    let mut out: Vec<(u32, u32, u32)> = Vec::new();
    for &(line, from, to) in strokes.iter() {
        match out.last_mut() {
            Some(last) if last.0 == line && last.2 == from => last.2 = to,
            _ => out.push((line, from, to)),
        }
    }
    out
}

/// Hundredths as pixels, in as few characters as it takes.
fn px(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
