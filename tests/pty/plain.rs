//! `--plain` in a real terminal: lines that are only ever added, in the language of the
//! person, with nothing drawn and nothing left behind.

use super::terminal::Terminal;
use super::{SIZE, TODAY, demo};

/// What is heard in one language.
struct Heard {
    lang: &'static str,
    /// The folder is the Italian demo: titles stay as they are written.
    monday: &'static str,
    here: &'static str,
    carried: &'static str,
    to: &'static str,
    moved: &'static str,
    undone: &'static str,
    search: &'static str,
    keys: &'static str,
}

const HEARD: [Heard; 2] = [
    Heard {
        lang: "it_IT.UTF-8",
        monday: "lun 23 nov, 12:30, Instagram, pubblicato: Gomitoli grezzi",
        here: "qui: mer 25 nov",
        carried: "Sposto: ",
        to: "a gio 26 nov",
        moved: "Spostato",
        undone: "Annullato",
        search: "Cerca",
        keys: "F1 aiuto.",
    },
    Heard {
        lang: "en_GB.UTF-8",
        monday: "Mon 23 Nov, 12:30, Instagram, published: Gomitoli grezzi",
        here: "here: Wed 25 Nov",
        carried: "Moving: ",
        to: "to Thu 26 Nov",
        moved: "Moved",
        undone: "Undone",
        search: "Search",
        keys: "F1 help.",
    },
];

#[test]
fn the_week_is_heard_moved_and_left_without_a_picture() {
    HEARD.iter().for_each(heard_moved_and_left);
}

fn heard_moved_and_left(heard: &Heard) {
    let (home, folder) = demo();
    let args = ["-C", folder.as_str(), "--today", TODAY, "--plain"];
    let mut terminal = Terminal::start_with(&home, &args, SIZE, &[("LANG", heard.lang)]);
    // The first line says who asked for lines.
    terminal.until_shows("--plain");
    terminal.until_shows(heard.monday);
    terminal.until_shows(heard.here);
    terminal.send("m");
    terminal.until_shows(heard.carried);
    terminal.send("l");
    terminal.until_shows(heard.to);
    terminal.send("\r");
    terminal.until_shows(heard.moved);
    terminal.send("u");
    terminal.until_shows(heard.undone);
    terminal.send("/lana ");
    terminal.until_shows(heard.search);
    terminal.send("\x1b");
    // Waited for, so that Esc and the next key do not arrive as one.
    let back = |screen: &str| {
        let after = screen.rsplit_once(heard.keys).map(|(_, after)| after);
        after.is_some_and(|after| after.contains("Esce il plaid Forcella"))
    };
    terminal.until("the week again", back);
    terminal.send("q");
    assert_eq!(terminal.ended(), 0, "{}", terminal.text());
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new());
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(!written.contains("\x1b[?1049h"), "the alternate screen was entered");
    assert!(!written.contains("\x1b[H") && !written.contains("\x1b[2J"), "the cursor was moved");
    let drawn = written.chars().find(|c| ('\u{2500}'..='\u{259f}').contains(c));
    assert_eq!(drawn, None, "something was drawn");
}
