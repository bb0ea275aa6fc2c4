//! `--plain` in a real terminal: lines that are only ever added, in the language of the
//! person, with nothing drawn and nothing left behind.

use super::terminal::Terminal;
use super::{SIZE, TODAY, demo};

#[test]
fn the_week_is_heard_moved_and_left_without_a_picture() {
    let (home, folder) = demo();
    let args = ["-C", folder.as_str(), "--today", TODAY, "--plain"];
    let mut terminal = Terminal::start(&home, &args, SIZE);
    // The first line says who asked for lines.
    terminal.until_shows("--plain");
    terminal.until_shows("lun 23 nov, 12:30, Instagram, pubblicato: Gomitoli grezzi");
    terminal.until_shows("qui: mer 25 nov");
    terminal.send("m");
    terminal.until_shows("Sposto: ");
    terminal.send("l");
    terminal.until_shows("a gio 26 nov");
    terminal.send("\r");
    terminal.until_shows("Spostato");
    terminal.send("u");
    terminal.until_shows("Annullato");
    terminal.send("/lana ");
    terminal.until_shows("Cerca");
    terminal.send("\x1b");
    // Waited for, so that Esc and the next key do not arrive as one.
    let back = |screen: &str| {
        let after = screen.rsplit_once("F1 aiuto.").map(|(_, after)| after);
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
