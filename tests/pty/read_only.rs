//! A folder that is really read-only, as an ordinary person: what is typed, saved, moved and
//! decided is refused with a sentence, and no word of it is lost.

use crate::endings::typing;
use crate::spoken::{BOTH, Spoken};
use crate::terminal::{Home, run};
use crate::{demo_in, open};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Every file of a folder, with what it holds.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(tree(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn in_a_folder_that_is_read_only_everything_is_refused_in_words_and_no_word_is_lost() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        run("chmod", &["-R", "a-w", &folder]);
        if let Some(home) = home.of_nobody() {
            is_refused_in_words(spoken, &home, &folder);
            // So that it can be thrown away.
            run("chmod", &["-R", "u+w", &folder]);
        }
    }
}

fn is_refused_in_words(spoken: &Spoken, home: &Home, folder: &str) {
    let before = tree(Path::new(folder));
    let mut terminal = open(home, folder);
    // A text: it stays open, and waits in the journal once it is left.
    typing(&mut terminal);
    terminal.send("\x13");
    terminal.until_shows(spoken.read_only);
    assert!(terminal.text().contains("Appenascritta"), "{}", terminal.text());
    terminal.send("\x1b");
    terminal.until_shows(spoken.waits);
    // A move.
    terminal.send("ml\r");
    terminal.until_shows(spoken.read_only);
    // A sentence of a suggestion.
    terminal.send("/");
    terminal.until("the search", |screen| !screen.contains(spoken.read_only));
    let (words, title) = spoken.suggested;
    terminal.send(words);
    terminal.until_shows(title);
    terminal.send("\r");
    terminal.until("the week", |screen| screen.contains(spoken.monday));
    terminal.send("a");
    terminal.until("the panes", |screen| !screen.contains(spoken.monday));
    terminal.send("y");
    terminal.until_shows(spoken.read_only);
    terminal.send("\x03");
    assert_eq!(terminal.ended(), 0);
    let mut again = open(home, folder);
    again.until_shows(spoken.one_unsaved);
    again.until_shows("Appenascritta");
    again.signal("-TERM");
    again.ended();
    assert_eq!(tree(Path::new(folder)), before);
}
