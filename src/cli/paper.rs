//! The week as the screen draws it, on paper: no cursor, no colours, nothing cut off.

use super::settings::variable;
use super::{Opened, Session, look};
use crate::checks::networks;
use crate::domain::{Ids, RelPath, Week};
use crate::features::calendar::{self, Cursor, State};
use crate::features::{Ctx, Pane, ViewCtx};
use crate::runtime::terminal;
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
