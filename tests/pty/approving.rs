//! A yes on the real binary: a key that a hand presses with the text before it approves, one
//! that was typed before the text was there does not.

use crate::SIZE;
use crate::guests::config;
use crate::repository::committed;
use crate::terminal::{Home, Terminal};
use chrono::{Datelike as _, Utc};
use std::path::PathBuf;

/// A folder with one post of today, the last minute of it; and its file. A day that is only
/// pretended approves nothing.
fn bottega(home: &Home) -> (String, PathBuf) {
    let folder = home.path().join("bottega");
    let today = Utc::now().date_naive();
    let week = today.iso_week();
    let path = format!("posts/{}/W{:02}/lana.k3f9q7ab.toml", week.year(), week.week());
    let brand = "format = 1\nid = \"b7m2x9qe\"\n\n[brand]\nname = \"Bottega Aurora\"\n\
                 timezone = \"Etc/UTC\"\nlanguages = [\"it\"]\n\n[channels.ig]\n\
                 network = \"instagram\"\naccount = \"@bottega.aurora\"\n";
    let post = format!(
        "id = \"k3f9q7ab\"\ntitle = \"La lana torna\"\nwhen = {today}T23:59:00\n\
         channels = [\"ig\"]\nlang = \"it\"\ntext = \"La lana torna a casa.\"\n"
    );
    let files = [("palinsesto.toml", brand), (&*path, &*post), (".gitignore", ".palinsesto-*\n")];
    committed(&folder, &files);
    (folder.to_string_lossy().into_owned(), folder.join(path))
}

#[test]
fn a_key_pressed_before_the_text_approves_nothing_and_one_after_it_does() {
    let home = Home::new();
    config(&home, "by = \"Ada Neri <ada@example.org>\"\n");
    let (folder, post) = bottega(&home);
    let is_approved = || {
        let file = std::fs::read_to_string(&post).expect("the file of the post");
        file.contains("[approval]")
    };
    let mut terminal = Terminal::start(&home, &["-C", &folder], SIZE);
    terminal.until_shows("La lana torna");
    terminal.send("Ay");
    terminal.until_shows("letto fino in fondo");
    terminal.until("a refusal", |screen| {
        screen.contains("Troppo presto") || screen.contains("Si approva premendo il tasto")
    });
    assert!(!is_approved());
    // Longer than the pause that tells a key for this text from one for what stood before.
    std::thread::sleep(std::time::Duration::from_millis(600));
    terminal.send("y");
    terminal.until_shows("Approvato:");
    assert!(is_approved());
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}
