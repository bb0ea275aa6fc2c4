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

/// Everything the journals below a folder hold; a text that is being written is not there yet.
fn journalled(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let text = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let of = |path: std::path::PathBuf| match path.parent() {
        _ if path.is_dir() => journalled(&path),
        Some(parent) if parent.ends_with("journal") && !is_hidden(&path) => text(&path),
        _ => String::new(),
    };
    paths.map(of).collect()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
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

/// Told below whatever the shell showed, once the terminal is as it was.
#[track_caller]
fn told(terminal: &Terminal, said: &[&str]) {
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new());
    // A line that is wider than the terminal goes on in the next one.
    let text = terminal.text().replace('\n', "");
    for words in said {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn who_leaves_while_a_change_stalls_is_told_which_and_where_its_words_are() {
    for (spoken, face) in BOTH.into_iter().zip([&[][..], &["--plain"]]) {
        let (home, folder) = demo_in(spoken);
        let args = [&["-C", &folder, "--today", TODAY], face].concat();
        let stalls = [("PALINSESTO_FAULT", "save")];
        let mut terminal = Terminal::start_with(&home, &args, SIZE, &stalls);
        terminal.until_shows(home.spoken.post);
        typing(&mut terminal);
        // The first saves and waits, the second waits no longer.
        terminal.send("\x1b");
        if face.is_empty() {
            terminal.until_shows(spoken.saving);
        }
        terminal.wait("the journal has it", |_| journalled(home.path()).contains("Appenascritta"));
        terminal.send("\x1b");
        terminal.until_shows(spoken.waits);
        terminal.send("q");
        assert_eq!(terminal.ended(), 2);
        told(&terminal, &[spoken.no_answer, "posts/2026/W48/", spoken.in_journal, "/journal"]);
        let mut again = open(&home, &folder);
        again.until_shows(spoken.one_unsaved);
        again.until_shows("Appenascritta");
    }
}

#[test]
fn words_that_no_file_and_no_journal_took_are_printed() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = stalling(&home, &folder, "save");
        terminal.send("i");
        terminal.until_shows(spoken.form);
        terminal.send("\x1b[200~ Titolonuovo\x1b[201~");
        terminal.until_shows("Titolonuovo");
        terminal.send("\x1b");
        terminal.until("the form is left", |screen| !screen.contains(spoken.form));
        terminal.send("\x11");
        assert_eq!(terminal.ended(), 2);
        told(&terminal, &[spoken.no_answer, spoken.nowhere, ", title:", "Titolonuovo"]);
    }
}

#[test]
fn a_signal_is_obeyed_within_its_second_whatever_the_disk_does() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = stalling(&home, &folder, "save");
        typing(&mut terminal);
        terminal.send("\x13");
        terminal.send("\x1b[200~ Scrittadopo\x1b[201~");
        terminal.until_shows("Scrittadopo");
        terminal.signal("-TERM");
        assert_eq!(terminal.ended(), 128 + 15);
        told(&terminal, &[spoken.no_answer, spoken.in_journal]);
        let mut again = open(&home, &folder);
        again.until_shows("Scrittadopo");
    }
}
