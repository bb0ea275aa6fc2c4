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
    terminal.until_shows("mostrato fino in fondo");
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

/// A ledger with a yes and a withdrawal, of which a letter of the second line was changed.
fn touched(home: &Home, folder: &str) -> PathBuf {
    use palinsesto::domain::{ContentHash, Id};
    use palinsesto::gate::{Act, Deed};
    use palinsesto::storage::{LedgerFile, state_dir};
    let id = Id::parse("b7m2x9qe").expect("an id");
    let state = state_dir(&home.path().join("state/palinsesto"), &id, folder.as_ref());
    let state = state.expect("a state directory");
    let ledger = LedgerFile::open(&state).expect("a ledger");
    for (deed, text) in [(Deed::Revoke, "a"), (Deed::Approve, "b"), (Deed::Approve, "c")] {
        let act = Act {
            deed,
            post: Id::parse("k3f9q7ab").expect("an id"),
            hash: ContentHash::of(text.as_bytes()),
            by: "Ada Neri".to_owned(),
            at: Utc::now(),
            circumstances: None,
        };
        ledger.add(&act).expect("added");
    }
    let file = ledger.path();
    let text = std::fs::read_to_string(&file).expect("lines");
    let (first, rest) = text.split_at(text.find('\n').expect("a line") + 1);
    std::fs::write(&file, format!("{first}{}", rest.replacen("Neri", "Nera", 1))).expect("touched");
    file
}

#[test]
fn a_ledger_that_was_touched_is_set_aside_when_a_person_types_which() {
    let home = Home::new();
    let (folder, _) = bottega(&home);
    let file = touched(&home, &folder);
    let before = std::fs::read(&file).expect("lines");
    let asked = || Terminal::start(&home, &["-C", &folder, "doctor", "--set-ledger-aside"], SIZE);
    let mut other = asked();
    other.until_shows("l’id di questa cartella, b7m2x9qe:");
    other.send("sì\r");
    other.until_shows("non è stato messo da parte nulla");
    assert_eq!(other.ended(), 2);
    assert_eq!(std::fs::read(&file).expect("lines"), before);
    let mut terminal = asked();
    terminal.until_shows("l’id di questa cartella, b7m2x9qe:");
    terminal.send("b7m2x9qe\r");
    terminal.until_shows("Ritiri nel registro nuovo: 1; da approvare di nuovo: 2");
    assert_eq!(terminal.ended(), 0);
    let aside = file.parent().expect("the ledger").join("set-aside");
    let kept = std::fs::read_dir(aside).expect("a folder").flatten().next().expect("one");
    assert_eq!(std::fs::read(kept.path().join("acts.jsonl")).expect("lines"), before);
    let mut sound = asked();
    sound.until_shows("non c’è niente da mettere da parte");
    assert_eq!(sound.ended(), 2);
}

/// What the program says at a terminal, and how it ends; `typed` answers its question.
fn said(home: &Home, arguments: &[&str], typed: Option<&str>) -> (String, u32) {
    let mut terminal = Terminal::start(home, arguments, (200, 60));
    if let Some(typed) = typed {
        terminal.until_shows("Per approvare esattamente questo");
        terminal.send(typed);
    }
    let code = terminal.ended();
    (terminal.text(), code)
}

#[test]
fn an_approval_typed_at_the_terminal_is_about_what_stood_there_and_is_given_once() {
    let home = Home::new();
    config(&home, "by = \"Ada Neri <ada@example.org>\"\n");
    let (folder, post) = bottega(&home);
    let file = std::fs::read_to_string(&post).expect("the file of the post");
    let picture = "[[media]]\npath = \"media/gomitoli.jpg\"\nalt = \"Tre gomitoli\"\n\
                   source = \"camera\"\n";
    std::fs::create_dir_all(home.path().join("bottega/media")).expect("a folder");
    std::fs::write(home.path().join("bottega/media/gomitoli.jpg"), b"lana").expect("a picture");
    std::fs::write(&post, file + picture).expect("the file of the post");
    let verb = |name, typed| said(&home, &["-C", &folder, name, "k3f9q7ab"], typed);
    let (wrong, code) = verb("approve", Some("zzzz\r"));
    assert!(wrong.contains("immagine: media/gomitoli.jpg (sha256:"), "{wrong}");
    assert!(wrong.contains("provenienza dell’immagine: fotocamera"), "{wrong}");
    assert!(wrong.contains("«zzzz» non è "), "{wrong}");
    assert_eq!(code, 2);
    let (nothing, code) = verb("approve", Some("\r"));
    assert!(nothing.contains("Non è stato scritto niente"), "{nothing}");
    assert_eq!(code, 2);
    let (_, rest) = wrong.split_once("scrivi ").expect("what is to be typed");
    let first = format!("{}\r", &rest[..4]);
    assert!(verb("approve", Some(&first)).0.contains("Approvato"));
    let approved = std::fs::read(&post).expect("the file of the post");
    let (again, code) = verb("approve", None);
    assert!(again.contains("Non c’è niente da fare. Approvato da Ada Neri"), "{again}");
    assert_eq!((code, std::fs::read(&post).expect("the file")), (0, approved));
    assert!(verb("show", None).0.contains("Approvazione: Approvato da Ada Neri"));
    assert_eq!(verb("revoke", None).1, 0);
    assert_eq!(verb("revoke", None).1, 1);
    let (withdrawn, _) = verb("approval", None);
    assert!(withdrawn.contains("Ada Neri ha ritirato l’approvazione il "), "{withdrawn}");
    let text = std::fs::read_to_string(&post).expect("the file of the post");
    let text = text.replace("a casa", "in bottega");
    let text = text.replace("\"camera\"", "\"ai\"\nrealistic = true");
    std::fs::write(&post, text).expect("the file");
    let (since, _) = verb("approve", Some("\r"));
    // Codes of the file are said in words.
    for said in [
        "testo (Instagram): ",
        "provenienza dell’immagine: [-fotocamera-]",
        "immagine 1: {+sembra vero+}",
    ] {
        assert!(since.contains(said), "{said}: {since}");
    }
}

#[test]
fn no_word_of_what_is_read_at_the_terminal_is_cut_by_its_edge() {
    let home = Home::new();
    config(&home, "by = \"Ada Neri <ada@example.org>\"\n");
    let (folder, post) = bottega(&home);
    let file = std::fs::read_to_string(&post).expect("the file of the post");
    let long = "La lana torna a casa dopo quarantatré giorni di viaggio, quattordici gomitoli alla \
                volta, e chi passa in bottega li trova sul banco. https://example.org/inverno";
    std::fs::write(&post, file.replace("La lana torna a casa.", long)).expect("the file");
    let columns = 34;
    let arguments = ["-C", &folder, "approve", "k3f9q7ab"];
    let mut terminal = Terminal::start(&home, &arguments, (columns, 80));
    terminal.until_shows("scrivi ");
    let text = terminal.text();
    let rows: Vec<&str> = text.lines().map(str::trim_end).collect();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let shown: Vec<String> = rows.iter().flat_map(|row| words(row)).collect();
    let all = words(&long.replace('\n', " "));
    assert!(shown.windows(all.len()).any(|row| row == all), "{text}");
    // The question, too.
    for word in ["approvare", "esattamente", "<ada@example.org>."] {
        assert!(shown.iter().any(|row| row == word), "{word}: {text}");
    }
    terminal.send("\r");
    assert_eq!(terminal.ended(), 2);
}

#[test]
fn every_row_of_what_is_open_counts_whatever_its_sign_and_the_ledger_keeps_how_many() {
    let home = Home::new();
    config(&home, "by = \"Ada Neri <ada@example.org>\"\n");
    let (folder, post) = bottega(&home);
    let file = std::fs::read_to_string(&post).expect("the file of the post");
    let price = file.replace("a casa.", "a casa, a 31 € il gomitolo.");
    std::fs::write(&post, price).expect("the file");
    let verb = |typed| said(&home, &["-C", &folder, "approve", "k3f9q7ab"], Some(typed));
    let (text, _) = verb("\r");
    let (_, open) = text.split_once("Che cosa resta aperto:").expect("what is open");
    let rows = open.lines().skip(1).take_while(|row| row.starts_with("  "));
    let rows: Vec<&str> = rows.collect();
    assert!(rows.iter().any(|row| row.starts_with("  ? ") && row.contains("31 €")), "{text}");
    let (_, rest) = text.split_once("scrivi ").expect("what is to be typed");
    assert!(verb(&format!("{}\r", &rest[..4])).0.contains("Approvato"));
    let id = palinsesto::domain::Id::parse("b7m2x9qe").expect("an id");
    let states = home.path().join("state/palinsesto");
    let state = palinsesto::storage::state_path(&states, &id, folder.as_ref());
    let acts = std::fs::read_to_string(state.join("ledger/acts.jsonl")).expect("the ledger");
    assert!(acts.contains(&format!("\"open\":{},", rows.len())), "{rows:?}: {acts}");
}
