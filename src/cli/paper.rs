//! What a verb writes as wide as whoever reads it has room: the week as the screen draws it (no
//! cursor, no colours, nothing cut off), and lines that end between words.

use super::settings::variable;
use super::{Opened, Session, Stop, look};
use crate::checks::networks;
use crate::domain::{Ids, RelPath, Week};
use crate::features::calendar::{self, Cursor, State};
use crate::features::{Ctx, Pane, ViewCtx};
use crate::runtime::terminal;
use crate::text::{width as cells, wrap_revealed};
use crate::ui::{Colors, Main, Theme};
use crate::vocab::Keeping;

/// Cells where nobody says how wide the paper is.
const USUAL: u16 = 120;
/// Narrower than this a word has no room; wider than that nobody reads.
const BOUNDS: (u16, u16) = (30, 400);
/// Below this many cells seven days do not stand side by side.
const SEVEN_DAYS: u16 = 80;
/// A pane so narrow that the calendar makes a list of the week.
const LIST: u16 = 49;

/// The grid of a week that has been read, with its suggestions; a list where the paper is
/// narrow: three days, as on a narrow screen, would leave the other four out.
pub fn week(session: &Session, opened: &Opened, week: Week) -> String {
    let width = width(session);
    let theme = Theme::new(Colors::None, false, look::ascii());
    let mut state = State::new(week.monday());
    // Paper has no cursor; this one stands on nothing that is drawn.
    state.cursor = Cursor::Problem { path: RelPath::new(""), week };
    let pane = Pane { width: if width < SEVEN_DAYS { LIST } else { width }, height: 60 };
    let ctx = Ctx {
        workspace: &opened.workspace,
        shelf: &opened.shelf,
        networks: networks(),
        now: opened.now,
        ids: &Ids::from_seed(0),
        by: "",
        keeping: &Keeping::default(),
        pane,
    };
    let cx = ViewCtx { ctx, words: &session.words, theme: &theme, hints: &[] };
    match calendar::view(&state, &calendar::Grid::of(&state, &cx.ctx), &cx).main {
        Main::Grid(grid) => grid.to_text(width, &theme),
        Main::List(list) => list.to_text(width, &theme),
        Main::Line(line) => format!("{line}\n"),
    }
}

/// `lead` and what is revealed behind it, as it fits the terminal: a row ends between two words,
/// and those that follow stand under the first. Into a pipe or a file it goes as it is.
pub fn folded(session: &Session, lead: &str, text: &str) -> String {
    if !session.on_terminal {
        return format!("{lead}{text}");
    }
    fold(lead, text, usize::from(width(session)))
}

/// Writes a line of it.
pub fn write(session: &mut Session, lead: &str, text: &str) -> Result<(), Stop> {
    let line = folded(session, lead, text);
    writeln!(session.out, "{line}").map_err(Stop::from)
}

fn fold(lead: &str, text: &str, width: usize) -> String {
    let hang = cells(lead);
    let mut written = lead.to_owned();
    for (at, row) in wrap_revealed(text, width.saturating_sub(hang)).into_iter().enumerate() {
        if at > 0 {
            // A space where the row ends would begin the next one.
            written.truncate(written.trim_end_matches(' ').len());
            written.push('\n');
            let row = text[row.clone()].trim_end_matches('\n');
            written.extend(std::iter::repeat_n(' ', if row.is_empty() { 0 } else { hang }));
        }
        written.push_str(text[row].trim_end_matches('\n'));
    }
    written
}

/// `COLUMNS`, the terminal's own width, or the usual one.
fn width(session: &Session) -> u16 {
    let said = variable("COLUMNS").and_then(|columns| columns.trim().parse().ok());
    let width = match said {
        Some(0) | None if session.on_terminal => terminal::size().width,
        Some(0) | None => USUAL,
        Some(width) => width,
    };
    width.clamp(BOUNDS.0, BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_between_words_and_goes_on_under_its_first_one() {
        let said = fold("  ! ", "no fact says “forty balls of wool”", 20);
        assert_eq!(said, "  ! no fact says\n    “forty balls of\n    wool”");
        assert_eq!(fold("", "one\n\ntwo three", 6), "one\n\ntwo\nthree");
        assert_eq!(fold("  ", "one\n\ntwo", 80), "  one\n\n  two");
    }
}
