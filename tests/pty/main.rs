//! Stories on the real binary in a real pseudo-terminal: few, and about what only they
//! can show — modes, signals, a closed terminal, another program in front.

#![allow(clippy::disallowed_methods, reason = "a story starts programs and times them out")]

mod approving;
mod endings;
mod families;
mod first_day;
mod guests;
mod leaving;
mod plain;
mod read_only;
#[path = "../support/repository.rs"]
mod repository;
mod silent;
mod spoken;
mod stalled;
mod strangers;
mod terminal;

use spoken::{BOTH, ITALIAN, Spoken};
use std::time::Duration;
use terminal::{Home, Terminal};

const SIZE: (u16, u16) = (120, 36);
const TODAY: &str = "2026-11-25";

/// A demo folder in a home of its own.
fn demo() -> (Home, String) {
    demo_in(&ITALIAN)
}

/// The same, of a person who speaks this language.
fn demo_in(spoken: &'static Spoken) -> (Home, String) {
    let home = Home::speaking(spoken);
    let folder = home.path().join("bottega").to_string_lossy().into_owned();
    let mut make = Terminal::start(&home, &["--today", TODAY, "demo", &folder, "--no-open"], SIZE);
    assert_eq!(make.ended(), 0, "{}", make.text());
    (home, folder)
}

fn open(home: &Home, folder: &str) -> Terminal {
    let mut terminal = Terminal::start(home, &["-C", folder, "--today", TODAY], SIZE);
    terminal.until_shows(home.spoken.week);
    terminal
}

/// Ends the program in a way, and says what it left behind.
#[track_caller]
fn leaves_nothing_on(end: impl FnOnce(&mut Terminal), code: u32) {
    let (home, folder) = demo();
    let mut terminal = open(&home, &folder);
    end(&mut terminal);
    assert_eq!(terminal.ended(), code);
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new());
}

#[test]
fn q_leaves_the_terminal_as_it_was() {
    leaves_nothing_on(|terminal| terminal.send("q"), 0);
}

#[test]
fn a_signal_leaves_the_terminal_as_it_was() {
    leaves_nothing_on(|terminal| terminal.signal("-TERM"), 128 + 15);
    leaves_nothing_on(|terminal| terminal.signal("-INT"), 128 + 2);
    leaves_nothing_on(|terminal| terminal.signal("-HUP"), 128 + 1);
}

#[test]
fn a_closed_terminal_ends_the_program() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = open(&home, &folder);
        endings::typing(&mut terminal);
        terminal.hang_up();
        // A second is meant; a machine that runs other tests too is given more.
        terminal.ended_unseen(Duration::from_secs(5));
        let mut again = open(&home, &folder);
        again.until_shows(spoken.one_unsaved);
        again.until_shows("Appenascritta");
    }
}

#[cfg(debug_assertions)]
#[test]
fn what_is_kept_from_the_terminal_would_be_seen_by_every_story() {
    let (home, folder) = demo();
    let args = ["-C", &folder, "--today", TODAY];
    let leak = [("PALINSESTO_FAULT", "frame")];
    let mut terminal = Terminal::start_with(&home, &args, SIZE, &leak);
    terminal.until_shows("settimana 48");
    terminal.send("q");
    terminal.wait("the program says so", |terminal| terminal.kept().is_some());
    assert!(!terminal.wrote(b"\x1b]0;"), "and it was kept all the same");
}

#[test]
fn a_terminal_that_knows_no_cursor_gets_lines_unless_asked_otherwise() {
    let dumb = ("TERM", "dumb");
    let (home, folder) = demo();
    for (lang, said) in [("it_IT.UTF-8", "perché TERM=dumb"), ("en_GB.UTF-8", "because TERM=dumb")]
    {
        let args = ["-C", &folder, "--today", TODAY];
        let mut lines = Terminal::start_with(&home, &args, SIZE, &[dumb, ("LANG", lang)]);
        lines.until_shows(said);
        assert!(!lines.screen.screen().alternate_screen());
        lines.send("q");
        assert_eq!(lines.ended(), 0);
    }
    let args = ["-C", &folder, "--today", TODAY];
    let asked = [dumb, ("PALINSESTO_PLAIN", "0")];
    let mut screen = Terminal::start_with(&home, &args, SIZE, &asked);
    screen.until("the screen", |text| text.contains("settimana 48"));
    assert!(screen.screen.screen().alternate_screen());
    screen.send("q");
    assert_eq!(screen.ended(), 0);
}

#[test]
fn the_first_key_after_a_new_size_is_heard() {
    let (home, folder) = demo();
    let mut terminal = open(&home, &folder);
    for (columns, rows) in [(100, 30), (90, 28), (120, 36)] {
        terminal.resize(columns, rows);
        terminal.until("the new size", |screen| screen.contains("sett"));
        terminal.send("?");
        terminal.until_shows(ITALIAN.keys);
        terminal.send("\x1b");
        terminal.until("the help is closed", |screen| !screen.contains(ITALIAN.keys));
    }
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn the_week_survives_any_size() {
    let (home, folder) = demo();
    let mut terminal = open(&home, &folder);
    for (columns, rows) in [(46, 20), (10, 3), (1, 1), (300, 90), (80, 24)] {
        terminal.resize(columns, rows);
        terminal.until("something of it", |screen| !screen.trim().is_empty());
    }
    terminal.until_shows("48");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn the_welcome_is_shown_once_and_never_again() {
    for spoken in BOTH {
        let home = Home::unused(spoken);
        let folder = home.path().join("bottega").to_string_lossy().into_owned();
        let mut first = Terminal::start(&home, &["--today", TODAY, "demo", &folder], SIZE);
        first.until_shows(spoken.welcome);
        first.send("\rq");
        assert_eq!(first.ended(), 0);
        let mut second = open(&home, &folder);
        assert!(!second.text().contains(spoken.welcome), "{}", second.text());
        second.send("q");
        assert_eq!(second.ended(), 0);
    }
}
