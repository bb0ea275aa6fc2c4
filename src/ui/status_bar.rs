//! The header and the footer: where we are and when, and what can be done here, now.
//! Parts that do not fit are left out whole, least important first.

use super::{Hint, Ladder, Line, Role, Span, Theme, put, put_line, wrap};
use crate::text::{ELLIPSIS, first_words, width};
use crate::vocab::Action;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Everything in words already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeaderView {
    pub brand: String,
    /// `settimana 48 · 23–29 novembre 2026`, and for narrow screens `sett. 48` with the place
    /// of the cursor.
    pub week: String,
    pub week_short: String,
    /// `Europe/Rome +01`, and `+01`.
    pub zone: String,
    pub zone_short: String,
    /// The viewer's own zone where it differs; else empty.
    pub viewer: String,
    /// `⎇ main ✎3 ↑1`; empty without a repository.
    pub branch: String,
    /// `✦ ollama`; empty while no source was looked for.
    pub source: String,
    /// The source answers.
    pub source_ok: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FooterView {
    /// Said for a while instead of the needs.
    pub toast: Option<Toast>,
    /// What needs a person, most urgent first.
    pub needs: Vec<Need>,
    pub hints: Vec<Hint>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    pub text: String,
    /// The same in fewer words, longest first, for where it would take the row of the keys.
    pub shorter: Vec<String>,
    /// Something failed or cannot be done.
    pub warn: bool,
}

impl Toast {
    /// As it is said in a row so wide, where `beside` cells are wanted for what holds all the
    /// same: whole where that fits, else with the most words that do, and rather alone than
    /// over two rows. Where none fits, the shortest keeps its end.
    fn said(&self, room: usize, beside: usize) -> &str {
        let all = || std::iter::once(&self.text).chain(&self.shorter);
        let within = |room: usize| all().find(|text| width(text) <= room);
        let found = within(room.saturating_sub(beside)).or_else(|| within(room));
        found.or_else(|| all().last()).map_or("", |text| text)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub text: String,
    pub warm: bool,
    /// What a click on it asks for.
    pub action: Option<Action>,
    /// It holds whatever else is said: where there is room it stays beside that.
    pub stands: bool,
}

impl Need {
    /// What is said of a week, with the way to it.
    pub fn new(text: String, warm: bool, action: Option<Action>) -> Self {
        Self { text, warm, action, stands: false }
    }

    /// The same, of what holds whatever else is said.
    pub fn standing(self) -> Self {
        Self { stands: true, ..self }
    }
}

const NAME: &str = "Palinsesto";
/// Fewer cells of a brand's name do not tell it from another.
const LEAST_OF_A_NAME: usize = 6;

impl HeaderView {
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        if area.height == 0 {
            return;
        }
        let room = area.width.saturating_sub(2);
        let fits = |parts: &[&str], gap: usize| {
            let words = parts.iter().filter(|p| !p.is_empty()).map(|p| width(p) + gap);
            words.sum::<usize>() <= room as usize + gap
        };
        // Where no pane beside the week says where the cursor is, the short form does.
        let narrow = Ladder::of(area.width, u16::MAX) < Ladder::Wide;
        let week = if narrow { &self.week_short } else { &self.week };
        let named = format!("{NAME} · {}", self.brand);
        let (brand, right): (String, Vec<(&str, Style)>) = {
            let zone = (self.zone.as_str(), theme.dim);
            let short = (self.zone_short.as_str(), theme.dim);
            let viewer = (self.viewer.as_str(), theme.dim);
            let branch = (self.branch.as_str(), theme.text);
            let source =
                (self.source.as_str(), if self.source_ok { theme.text } else { theme.dim });
            let choices: [(&str, Vec<(&str, Style)>); 6] = [
                (&named, vec![zone, viewer, branch, source]),
                (&named, vec![zone, branch, source]),
                (&self.brand, vec![zone, branch, source]),
                (&self.brand, vec![short, branch]),
                ("", vec![short, branch]),
                ("", vec![short]),
            ];
            let last = choices.len() - 1;
            // The week and its arrows, with what stands between them and the name.
            let left = (room as usize).saturating_sub(width(week) + 7);
            let fitting = choices.iter().position(|(brand, right)| {
                let mut parts = vec![*brand, week.as_str()];
                parts.extend(right.iter().map(|(text, _)| *text));
                fits(&parts, 4)
            });
            let (brand, right) =
                choices.into_iter().nth(fitting.unwrap_or(last)).unwrap_or_default();
            // With several brands one has to see which: its first words before the rest.
            let mut name = brand.to_owned();
            let mut right = right;
            for kept in (0..=right.len()).rev().filter(|_| brand.is_empty()) {
                let beside: usize = right[..kept].iter().map(|(text, _)| width(text) + 3).sum();
                name = shortened(&self.brand, left.saturating_sub(beside));
                if !name.is_empty() {
                    right.truncate(kept);
                    break;
                }
            }
            (name, right)
        };
        let arrows = if theme.ascii { ("< ", " >") } else { ("‹ ", " ›") };
        let x = area.x + 1;
        let used = put(buf, (x, area.y), &brand, theme.title, room);
        let right_cells: usize = right
            .iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, _)| width(text) + 3)
            .sum();
        let right_at = (area.right() as usize).saturating_sub(1 + right_cells.saturating_sub(3));
        // The week stands in the middle where the sides leave it there.
        let week_cells = width(week) + 4;
        let middle = (area.x + area.width / 2) as usize;
        let low = (x + used) as usize + if used > 0 { 3 } else { 0 };
        let high = right_at.saturating_sub(week_cells + 2).max(low);
        let at = middle.saturating_sub(week_cells / 2).clamp(low, high) as u16;
        let pieces = [(arrows.0, theme.dim), (week.as_str(), theme.accent), (arrows.1, theme.dim)];
        let end = at + put_line(buf, (at, area.y), pieces, area.right().saturating_sub(at));
        let mut at = (right_at as u16).max(end + 1);
        for (text, style) in right.iter().filter(|(text, _)| !text.is_empty()) {
            at += put(buf, (at, area.y), text, *style, area.right().saturating_sub(at)) + 3;
        }
    }
}

/// Its first words in so many cells; nothing where that says too little.
fn shortened(brand: &str, cells: usize) -> String {
    if width(brand) <= cells {
        return brand.to_owned();
    }
    let words = first_words(brand, cells.saturating_sub(1));
    if width(words) < LEAST_OF_A_NAME { String::new() } else { format!("{words}{ELLIPSIS}") }
}

impl FooterView {
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        if self.says_first(area) {
            self.draw_first(area, buf, theme);
        }
        for (hint, place) in self.places(area) {
            let used = put(buf, (place.x, place.y), &hint.keys, theme.key, place.width);
            let rest = place.width.saturating_sub(used + 1);
            put(buf, (place.x + used + 1, place.y), &hint.label, theme.dim, rest);
        }
    }

    /// What is said takes the row of the keys, too, where it would lose its end: of a failure
    /// that is what to do next. The keys are back with the next one that is pressed.
    fn toast_rows(&self, area: Rect) -> u16 {
        let room = usize::from(area.width.saturating_sub(2));
        self.toast.as_ref().map_or(0, |_| 1 + u16::from(width(self.said(area)) > room))
    }

    /// What is said, in as many words as there is room for.
    fn said(&self, area: Rect) -> &str {
        let room = usize::from(area.width.saturating_sub(2));
        let stands = self.needs.iter().find(|need| need.stands);
        let beside = stands.map_or(0, |need| width(&need.text) + 5);
        self.toast.as_ref().map_or("", |toast| toast.said(room, beside))
    }

    /// The first row is not one of keys.
    fn says_first(&self, area: Rect) -> bool {
        area.height > 1 || (area.height == 1 && self.toast.is_some())
    }

    fn draw_first(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        if let Some(toast) = &self.toast {
            let style = if toast.warn { theme.warm } else { theme.toast };
            let room = area.width.saturating_sub(2);
            let text = self.said(area);
            if self.toast_rows(area).min(area.height) < 2 {
                put(buf, (area.x + 1, area.y), text, style, room);
                self.draw_needs(area, buf, theme);
                return;
            }
            let lines = wrap(&[Span::new(text, Role::Text)], room.into());
            let first = lines.first().map(Line::plain).unwrap_or_default();
            // Whatever the second row has no room for is cut there.
            let rest = text.strip_prefix(first.trim_end()).unwrap_or_default().trim_start();
            put(buf, (area.x + 1, area.y), first.trim_end(), style, room);
            put(buf, (area.x + 1, area.y + 1), rest, style, room);
            return;
        }
        self.draw_needs(area, buf, theme);
    }

    fn draw_needs(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let arrow = if theme.ascii { "> " } else { "▸ " };
        for (need, place) in self.need_places(area) {
            let (lead, text) =
                if need.warm { (theme.warm, theme.warm) } else { (theme.dim, theme.text) };
            let pieces = [(arrow, lead), (need.text.as_str(), text)];
            put_line(buf, (place.x, place.y), pieces, place.width);
        }
    }

    /// The needs that fit, each with its place; the first is shown whatever its length.
    /// Behind what is said those that hold all the same, as far as they fit whole.
    fn need_places(&self, area: Rect) -> Vec<(&Need, Rect)> {
        let (mut x, end) = (area.x + 1, area.right().saturating_sub(1));
        if self.toast.is_some() {
            if self.toast_rows(area) > 1 {
                return Vec::new();
            }
            x += (width(self.said(area)) + 3) as u16;
        }
        let mut found = Vec::with_capacity(self.needs.len());
        let said = self.toast.is_some();
        for need in self.needs.iter().filter(|need| need.stands || !said) {
            let cells = (width(&need.text) + 2) as u16;
            if x + cells > end && (said || !found.is_empty()) {
                break;
            }
            let room = cells.min(end.saturating_sub(x));
            found.push((need, Rect { x, y: area.y, width: room, height: 1 }));
            x += cells + 3;
        }
        found
    }

    /// The hints that fit whole, each with its place. The help has the last place
    /// whatever else there is no room for: it says all the others.
    fn places(&self, area: Rect) -> Vec<(&Hint, Rect)> {
        let said = u16::from(self.says_first(area)).max(self.toast_rows(area));
        let rows = area.height.saturating_sub(said);
        if rows == 0 {
            return Vec::new();
        }
        let cells = |hint: &Hint| (width(&hint.keys) + 1 + width(&hint.label)) as u16;
        let (help, others): (Vec<&Hint>, Vec<&Hint>) =
            self.hints.iter().partition(|hint| hint.action == Action::Help);
        let kept: u16 = help.iter().map(|hint| cells(hint) + 3).sum();
        let mut x = area.x + 1;
        let y = area.bottom().saturating_sub(1);
        let mut found = Vec::with_capacity(self.hints.len());
        let mut put = |hint: &Hint, kept: u16| {
            let place = Rect { x, y, width: cells(hint), height: 1 };
            let fits = place.right() + kept < area.right();
            x += if fits { place.width + 3 } else { 0 };
            fits.then_some(place)
        };
        found.extend(others.into_iter().map_while(|hint| Some((hint, put(hint, kept)?))));
        found.extend(help.into_iter().map_while(|hint| Some((hint, put(hint, 0)?))));
        found
    }

    /// What a click on a cell asks for: the action of a key hint, or the way to what the
    /// first row counts.
    pub fn action_at(&self, area: Rect, column: u16, row: u16) -> Option<&Action> {
        let at = Position { x: column, y: row };
        let hint = self.places(area).into_iter().find(|(_, place)| place.contains(at));
        if let Some((hint, _)) = hint {
            return Some(&hint.action);
        }
        let counted = self.says_first(area);
        let mut needs = self.need_places(area).into_iter().filter(|_| counted);
        needs.find(|(_, place)| place.contains(at)).and_then(|(need, _)| need.action.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{Colors, render_to_string};

    #[test]
    fn a_failure_too_long_for_its_row_takes_the_one_below_and_keeps_its_next_step() {
        let theme = Theme::new(Colors::None, false, false);
        let hint = Hint { keys: "?".into(), label: "aiuto".into(), action: Action::Help };
        let shown = |text: &str| {
            let toast = Some(Toast { text: text.into(), shorter: Vec::new(), warn: true });
            let footer = FooterView { toast, needs: Vec::new(), hints: vec![hint.clone()] };
            render_to_string(40, 2, |area, buf| footer.draw(area, buf, &theme))
        };
        let long = shown("Non salvato: il disco è pieno (posts). Riprova, o copia il testo");
        assert!(long.contains("il disco è pieno") && long.contains("copia il testo"), "{long}");
        assert!(!long.contains("aiuto"), "{long}");
        assert!(shown("Non salvato: il disco è pieno").contains("aiuto"));
    }

    #[test]
    fn what_holds_whatever_is_said_stays_beside_a_short_notice_and_can_be_clicked() {
        let theme = Theme::new(Colors::None, false, false);
        let need = |text: &str| Need::new(text.into(), true, Some(Action::Freeze));
        let needs = vec![need("‖ sospeso: tutto").standing(), need("1 in ritardo")];
        let said = |text: &str| {
            let toast = Some(Toast { text: text.into(), shorter: Vec::new(), warn: false });
            FooterView { toast, needs: needs.clone(), hints: Vec::new() }
        };
        let shown = |footer: &FooterView| {
            render_to_string(46, 2, |area, buf| footer.draw(area, buf, &theme))
        };
        let area = Rect::new(0, 0, 46, 2);
        let short = said("Spostato: mer 18:00");
        let row = shown(&short);
        assert!(row.contains("18:00   ▸ ‖ sospeso: tutto"), "{row}");
        assert!(!row.contains("ritardo"), "{row}");
        assert_eq!(short.action_at(area, 30, 0), Some(&Action::Freeze));
        // Half a word of it would say nothing.
        let long = said("Approvato: «La lana torna a casa»");
        assert!(!shown(&long).contains("sosp"), "{}", shown(&long));
        assert_eq!(long.action_at(area, 44, 0), None);
        // In fewer words there is room for both.
        let toast = long
            .toast
            .clone()
            .map(|toast| Toast { shorter: vec!["Approvato · u la ritira".into()], ..toast });
        let both = shown(&FooterView { toast, ..long });
        assert!(both.contains("Approvato · u la ritira   ▸ ‖ sospeso: tutto"), "{both}");
    }

    #[test]
    fn what_is_said_in_fewer_words_leaves_the_keys_their_row() {
        let theme = Theme::new(Colors::None, false, false);
        let hint = Hint { keys: "?".into(), label: "aiuto".into(), action: Action::Help };
        let shorter = vec!["Approvato · u la ritira, subito".into(), "Approvato · u".into()];
        let toast = Toast { text: "Approvato: «La lana torna»".repeat(3), shorter, warn: false };
        let footer = FooterView { toast: Some(toast), needs: Vec::new(), hints: vec![hint] };
        let shown = |wide| render_to_string(wide, 2, |area, buf| footer.draw(area, buf, &theme));
        assert!(shown(90).contains("torna»Approvato"), "{}", shown(90));
        assert!(shown(40).contains("ritira, subito") && shown(40).contains("aiuto"));
        assert!(shown(20).contains("Approvato · u") && shown(20).contains("aiuto"));
    }
}
