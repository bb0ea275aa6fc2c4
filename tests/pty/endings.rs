//! However it ends, on the screen and in lines: every mode of the terminal is as it was,
//! nothing raw was written, and what was typed waits for the next start.

use crate::spoken::BOTH;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo, demo_in};
use std::os::unix::fs::PermissionsExt as _;

const FACES: [&[&str]; 2] = [&[], &["--plain"]];

fn open(home: &Home, folder: &str, face: &[&str], more: &[(&str, &str)]) -> Terminal {
    let args = [&["-C", folder, "--today", TODAY], face].concat();
    let mut terminal = Terminal::start_with(home, &args, SIZE, more);
    terminal.until_shows(home.spoken.post);
    terminal
}

/// Typed, shown, and not saved.
pub fn typing(terminal: &mut Terminal) {
    terminal.send("e");
    terminal.until_shows(terminal.spoken.common);
    // Pasted, so that it is heard as one.
    terminal.send("\x1b[200~ Appenascritta\x1b[201~");
    terminal.until_shows("Appenascritta");
}

#[track_caller]
fn left_as_it_was(way: &str, face: &[&str], terminal: &Terminal) {
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new(), "{way} {face:?}");
    assert!(!terminal.wrote(b"\x1b]52"), "{way} {face:?}: the clipboard was spoken to");
    assert!(!terminal.wrote("\u{202e}".as_bytes()), "{way} {face:?}: the text was turned round");
}

#[test]
fn whatever_ends_it_the_terminal_is_as_it_was() {
    type Way = (&'static str, fn(&mut Terminal), u32);
    let ways: [Way; 9] = [
        ("q", |terminal| terminal.send("q"), 0),
        ("an interrupt from the keyboard", |terminal| terminal.send("\x03"), 0),
        ("an interrupt", |terminal| terminal.signal("-INT"), 128 + 2),
        ("a hang-up", |terminal| terminal.signal("-HUP"), 128 + 1),
        ("a quit", |terminal| terminal.signal("-QUIT"), 128 + 3),
        ("a request to end", |terminal| terminal.signal("-TERM"), 128 + 15),
        ("many at once", |terminal| (0..5).for_each(|_| terminal.signal("-TERM")), 128 + 15),
        (
            "a request to end while a text is open",
            |terminal| {
                typing(terminal);
                terminal.signal("-TERM");
            },
            128 + 15,
        ),
        (
            "a request to end while it is stopped",
            |terminal| {
                terminal.send("\x1a");
                terminal.wait("it stops", |terminal| {
                    let stat = std::fs::read_to_string(format!("/proc/{}/stat", terminal.pid()));
                    stat.is_ok_and(|stat| stat.contains(") T "))
                });
                terminal.signal("-TERM");
                terminal.signal("-CONT");
            },
            128 + 15,
        ),
    ];
    for face in FACES {
        // Of its own: what one face left unsaved would be asked about in the other.
        let (home, folder) = demo();
        for (way, end, code) in &ways {
            let mut terminal = open(&home, &folder, face, &[]);
            end(&mut terminal);
            assert_eq!(terminal.ended(), *code, "{way} {face:?}");
            left_as_it_was(way, face, &terminal);
        }
    }
}

/// The reports that have been left, each with its text.
fn reports(home: &Home) -> Vec<(std::path::PathBuf, String)> {
    let folder = home.path().join("state/palinsesto/crashes");
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten();
    found
        .map(|entry| (entry.path(), std::fs::read_to_string(entry.path()).expect("text")))
        .collect()
}

/// Each fault waits for the terminal to gain or lose the focus.
#[cfg(debug_assertions)]
#[test]
fn a_panic_of_any_thread_it_needs_ends_it_tidily_and_loses_no_letter() {
    let cases = FACES.iter().flat_map(|face| BOTH.map(|spoken| (*face, spoken)));
    for (face, spoken) in cases {
        for (place, focus) in [("screen", "\x1b[I"), ("clerk", "\x1b[I"), ("input", "\x1b[O")] {
            let (home, folder) = demo_in(spoken);
            let mut terminal = open(&home, &folder, face, &[("PALINSESTO_FAULT", place)]);
            typing(&mut terminal);
            terminal.send(focus);
            assert_eq!(terminal.ended(), 101, "{place} {face:?}");
            left_as_it_was(place, face, &terminal);
            let said = terminal.text();
            assert!(said.contains(spoken.crashed), "{place} {face:?}: {said}");
            assert!(said.contains(&format!("fault at {place}")), "{place} {face:?}: {said}");

            let found = reports(&home);
            let [(path, report)] = found.as_slice() else { panic!("{place}: {found:?}") };
            let mode = path.metadata().expect("a file").permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
            assert!(report.contains(&format!("fault at {place}")), "{report}");
            assert!(!report.contains('\x1b') && !report.contains('\u{202e}'), "{report}");

            let mut again = open(&home, &folder, face, &[]);
            again.until_shows("Appenascritta");
        }
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_of_a_thread_that_writes_a_suggestion_is_a_line_and_the_rest_goes_on() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = open(&home, &folder, &[], &[("PALINSESTO_FAULT", "scribe")]);
        terminal.send("a");
        terminal.until_shows(spoken.brief);
        terminal.send("\r");
        // With the last of the suggestions the form is back; before, Esc would only stop them.
        terminal.until("the sentence beside the form", |screen| {
            screen.contains(spoken.broke) && screen.contains(spoken.brief)
        });
        assert!(terminal.screen.screen().alternate_screen());
        terminal.send("\x1b");
        terminal.until_shows(spoken.monday);
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
        left_as_it_was("a suggestion", &[], &terminal);
        assert!(!reports(&home).is_empty());
    }
}
