//! A disk that does not answer, in a debug build's own words: whoever types is not held up
//! by it, and no letter waits for it.

#![cfg(debug_assertions)]

use crate::endings::typing;
use crate::spoken::BOTH;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo_in, open};
use std::path::Path;

/// The demo's week, where this part of the disk stalls as soon as it is needed.
fn stalling(home: &Home, folder: &str, part: &str) -> Terminal {
    let args = ["-C", folder, "--today", TODAY];
    let mut terminal = Terminal::start_with(home, &args, SIZE, &[("PALINSESTO_FAULT", part)]);
    terminal.until_shows(home.spoken.post);
    terminal
}

/// Everything the journals below a folder hold.
fn journalled(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let text = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let of = |path: std::path::PathBuf| match path.parent() {
        _ if path.is_dir() => journalled(&path),
        Some(parent) if parent.ends_with("journal") => text(&path),
        _ => String::new(),
    };
    paths.map(of).collect()
}

#[test]
fn what_is_typed_while_the_folder_stalls_is_in_the_journal_all_the_same() {
    for spoken in BOTH {
        // A save with its own key, and a reading because the window has the focus again.
        for (part, then) in [("save", "\x13"), ("load", "\x1b[I")] {
            let (home, folder) = demo_in(spoken);
            let mut terminal = stalling(&home, &folder, part);
            typing(&mut terminal);
            terminal.send(then);
            terminal.send("\x1b[200~ Scrittadopo\x1b[201~");
            terminal.until_shows("Scrittadopo");
            terminal.wait("the journal has it", |_| {
                journalled(home.path()).contains("Appenascritta Scrittadopo")
            });
            terminal.signal("-KILL");
            terminal.ended();
            let mut again = open(&home, &folder);
            again.until_shows(spoken.one_unsaved);
            again.until_shows("Scrittadopo");
        }
    }
}
