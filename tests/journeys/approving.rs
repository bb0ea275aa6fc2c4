//! Approving: the text on the screen, a key that a hand pressed, the ledger and the file.

use crate::BOTTEGA;
use crate::on_disk::walk;
use crate::stage::Stage;
use palinsesto::i18n::Language::{self, English, Italian};

const POST: &str = "posts/2026/W48/lana.k3f9q7ab.toml";

/// Wednesday 25 at 12:30 on both channels, with a text that claims nothing.
const LANA: &str = r#"id = "k3f9q7ab"
title = "La lana torna"
when = 2026-11-25T12:30:00
channels = ["ig", "bs"]
lang = "it"
text = "La lana torna a casa."
"#;

fn opened(language: Language, posts: &[(&str, &str)]) -> Stage {
    let others = BOTTEGA.iter().filter(|(path, _)| !path.starts_with("posts/"));
    let files: Vec<(&str, &str)> = others.chain(posts).copied().collect();
    Stage::speaking(language, &files)
}

fn lana(text: &str) -> Stage {
    opened(Italian, &[(POST, &LANA.replace("La lana torna a casa.", text))])
}

fn file(stage: &Stage) -> String {
    std::fs::read_to_string(stage.folder.join(POST)).expect("the file of the post")
}

fn is_approved(stage: &Stage) -> bool {
    file(stage).contains("[approval]")
}

/// Every line of the ledger.
fn ledger(stage: &Stage) -> String {
    let mut files = Vec::new();
    walk(stage.home.path(), stage.home.path(), &mut files);
    let of_ledger = files.iter().filter(|name| name.contains("ledger"));
    let read = |name: &String| std::fs::read(stage.home.path().join(name)).unwrap_or_default();
    of_ledger.map(|name| String::from_utf8_lossy(&read(name)).into_owned()).collect()
}

#[track_caller]
fn shows(stage: &Stage, text: &str) {
    let screen = stage.rows().join("\n");
    assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
}

#[track_caller]
fn hides(stage: &Stage, text: &str) {
    let screen = stage.rows().join("\n");
    assert!(!screen.contains(text), "{text:?} is on the screen:\n{screen}");
}

#[test]
fn one_key_approves_what_stands_on_the_screen() {
    for (language, wanted) in [
        (Italian, ["Da approvare", "Approvato:", "Approvi come Ada Neri"]),
        (English, ["To approve", "Approved:", "You approve as Ada Neri"]),
    ] {
        let stage = opened(language, &[(POST, LANA)]).press("A");
        shows(&stage, wanted[0]);
        shows(&stage, wanted[2]);
        shows(&stage, "▏ La lana torna a casa.");
        let stage = stage.press("y");
        shows(&stage, wanted[1]);
        hides(&stage, wanted[0]);
        shows(&stage, "✓");
        let file = file(&stage);
        assert!(file.contains("[approval]\nscheme = \"palinsesto-approval-1\""), "{file}");
        assert!(file.contains("by = \"Ada Neri <ada@example.org>\""), "{file}");
        assert!(ledger(&stage).contains("\"how\":\"key\""), "{}", ledger(&stage));
    }
}

/// The lines of the ledger, wherever the state directory is.
fn lines_at(stage: &Stage) -> std::path::PathBuf {
    let mut files = Vec::new();
    walk(stage.home.path(), stage.home.path(), &mut files);
    let lines = files.iter().find(|name| name.ends_with("ledger/acts.jsonl"));
    stage.home.path().join(lines.expect("a ledger"))
}

#[test]
fn a_ledger_that_is_touched_while_the_week_is_open_is_seen_by_itself() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y").watching();
    let stage = stage.until_shows("✓");
    let (file, sound) = (lines_at(&stage), ledger(&stage));
    assert!(sound.contains("Ada Neri"));
    let lines = std::fs::read_to_string(&file).expect("lines");
    std::fs::write(&file, lines.replace("Neri", "Nera")).expect("touched");
    let stage = stage.until_hides("✓");
    std::fs::write(&file, &lines).expect("as it was");
    let stage = stage.until_shows("✓");
    // Without its head the lines may be too few.
    let head = file.with_file_name("head");
    std::fs::write(&head, "x").expect("touched");
    stage.until_hides("✓");
}

#[test]
fn a_touched_ledger_shows_in_the_week_as_soon_as_a_post_is_laid_out() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y");
    shows(&stage, "✓");
    let file = lines_at(&stage);
    let lines = std::fs::read_to_string(&file).expect("lines");
    std::fs::write(&file, lines.replace("Neri", "Nera")).expect("touched");
    let stage = stage.press("A");
    shows(&stage, "è stato cambiato dopo, dalla");
    let stage = stage.press("Esc");
    hides(&stage, "✓");
}

#[test]
fn a_key_from_before_the_text_was_there_approves_nothing() {
    // While its file is being read …
    let stage = opened(Italian, &[(POST, LANA)]).press_now("A y").until_shows("▏ La lana");
    assert!(!is_approved(&stage));
    // … and in the moment in which it appears.
    let stage = opened(Italian, &[(POST, LANA)]).press("A").press_now("y");
    shows(&stage, "Troppo presto");
    assert!(!is_approved(&stage));
    assert!(is_approved(&stage.press("y")), "whoever has looked at it may");
}

#[test]
fn neither_a_held_key_nor_a_paste_nor_the_mouse_nor_the_palette_approves() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A").hold("y");
    shows(&stage, "Si approva premendo il tasto");
    let stage = stage.paste("y");
    assert!(!is_approved(&stage));
    let stage = stage.click("y approva");
    assert!(!is_approved(&stage));
    let stage = stage.click("La lana torna a casa.");
    assert!(!is_approved(&stage));
    let stage = stage.press(":").type_text("approva").press("Enter");
    shows(&stage, "Si approva premendo il tasto");
    assert!(!is_approved(&stage));
    assert!(is_approved(&stage.press("y")));
}

#[test]
fn with_a_claim_open_the_first_characters_of_the_fingerprint_are_typed() {
    let stage = lana("La sciarpa costa 89 €.").press("A y");
    shows(&stage, "C’è ancora qualcosa di aperto");
    assert!(!is_approved(&stage));
    let screen = stage.rows().join("\n");
    let shown = screen.split("· impronta ").nth(1).expect("the fingerprint is shown");
    let first: String = shown.chars().take(4).collect();
    let stage = stage.type_text("zzzz").press("Enter");
    shows(&stage, "scrivi i primi quattro caratteri");
    assert!(!is_approved(&stage));
    let stage = stage.paste(&first);
    shows(&stage, "Va scritto a mano");
    let stage = stage.press("Enter");
    assert!(!is_approved(&stage));
    let stage = stage.type_text(&first).press("Enter");
    assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
    assert!(ledger(&stage).contains("\"how\":\"typed\""));
}

#[test]
fn what_changed_since_it_was_approved_is_shown_and_approved_again() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y");
    assert!(is_approved(&stage));
    let changed = file(&stage).replace("a casa", "in bottega");
    let stage = stage.outside(POST, &changed).press("A");
    shows(&stage, "È cambiato da quando Ada Neri l’ha approvato");
    shows(&stage, "[-a casa-]{+in bottega+}");
    let stage = stage.press("y");
    shows(&stage, "Approvato:");
    let stage = stage.press("A");
    shows(&stage, "✓ Approvato da Ada Neri");
    let stage = stage.press("y");
    shows(&stage, "È approvato così com’è");
}

#[test]
fn where_only_the_time_moved_just_that_is_said() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y");
    let moved = file(&stage).replace("T12:30:00", "T13:00:00");
    let stage = stage.outside(POST, &moved).press("A");
    shows(&stage, "È cambiata solo l’ora: y lo approva di nuovo");
    hides(&stage, "Cambiato da quando");
    shows(&stage.press("y"), "Approvato:");
}

#[test]
fn undoing_an_approval_is_a_withdrawal_and_nothing_redoes_it() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y u");
    shows(&stage, "Approvazione ritirata");
    assert!(!is_approved(&stage));
    assert!(ledger(&stage).contains("\"act\":\"revoke\""), "{}", ledger(&stage));
    let stage = stage.press("C-r");
    assert!(!is_approved(&stage));
}

#[test]
fn an_approval_is_taken_back_after_a_question() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y A r");
    shows(&stage, "Ritiri l’approvazione di questo post?");
    assert!(is_approved(&stage));
    let stage = stage.press("2");
    shows(&stage, "Approvazione ritirata");
    assert!(!is_approved(&stage));
    shows(&stage, "y approva");
}

#[test]
fn an_approval_from_elsewhere_is_shown_as_one_and_confirmed() {
    let there = opened(Italian, &[(POST, LANA)]).press("A y");
    let block = file(&there);
    let stage = opened(Italian, &[(POST, &block)]).press("A");
    shows(&stage, "Approvato altrove da Ada Neri: qui non si può verificare");
    let stage = stage.press("y");
    shows(&stage, "Approvato:");
    hides(&stage.press("A"), "altrove");
}

/// Three posts of this Wednesday.
fn three() -> [(String, String); 3] {
    [("k3f9q7ab", "12:30"), ("m4n5p6q7", "13:30"), ("t2v3w4x5", "14:30")].map(|(id, time)| {
        let text = LANA.replace("k3f9q7ab", id).replace("12:30", time);
        (format!("posts/2026/W48/lana.{id}.toml"), text.replace("La lana torna\"", "Una\""))
    })
}

#[test]
fn several_posts_are_approved_one_by_one_and_haste_is_said() {
    let posts = three();
    let posts: Vec<(&str, &str)> = posts.iter().map(|(path, text)| (&**path, &**text)).collect();
    let stage = opened(Italian, &posts).press("v j j A");
    shows(&stage, "Da approvare 1/3");
    let stage = stage.press("y");
    shows(&stage, "Da approvare 2/3");
    let stage = stage.press("n");
    shows(&stage, "Da approvare 3/3");
    let stage = stage.press("y");
    shows(&stage, "Da approvare 2/3");
    let stage = stage.press("y");
    hides(&stage, "Da approvare");
    shows(&stage, "letti tutti?");
    assert_eq!(ledger(&stage).matches("\"how\":\"bulk\"").count(), 3);
}

#[test]
fn what_changes_while_it_is_read_is_read_again() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A");
    let changed = LANA.replace("a casa", "in bottega");
    let stage = stage.outside(POST, &changed);
    shows(&stage, "È cambiato mentre lo leggevi");
    shows(&stage, "▏ La lana torna in bottega.");
    assert!(is_approved(&stage.press("y")));
    // Changed when the key was pressed, and nobody had heard of it.
    let stage = opened(Italian, &[(POST, LANA)]).press("A");
    std::fs::write(stage.folder.join(POST), &changed).expect("a file");
    let stage = stage.press("y");
    assert!(!is_approved(&stage));
    shows(&stage, "▏ La lana torna in bottega.");
    assert!(is_approved(&stage.press("y")));
}

#[test]
fn what_cannot_go_out_says_what_holds_it_back() {
    let stage = lana("").press("A y");
    shows(&stage, "Ancora non si può approvare:");
    assert!(!is_approved(&stage));
    // From here to the text, and what was written there is read again.
    let stage = stage.press("e").type_text("La lana è qui.").press("Esc");
    shows(&stage, "▏ La lana è qui.");
    assert!(is_approved(&stage.press("y")));
}

#[test]
fn ideas_are_refused_and_suggestions_are_left_first() {
    let stage = opened(Italian, &[(POST, LANA)]).press("g i j A");
    shows(&stage, "Un’idea non ha ancora un orario");
    let stage = opened(Italian, &[(POST, LANA)]).press("a Tab Esc");
    let stage = stage.press("A");
    let screen = stage.rows().join("\n");
    assert!(screen.contains("Accettare non è approvare") || screen.contains("Da approvare"));
}

#[test]
fn on_a_small_screen_it_is_read_to_the_end_first() {
    let text = "La lana torna a casa. ".repeat(40);
    for (width, height) in [(46, 20), (80, 24)] {
        let post = LANA.replace("La lana torna a casa.", text.trim());
        let post = post.replace("\"ig\", \"bs\"", "\"ig\"");
        let stage = opened(Italian, &[(POST, &post)]).sized(width, height).press("A y");
        shows(&stage, "Scorri fino in fondo");
        assert!(!is_approved(&stage));
        let stage = stage.press("End");
        shows(&stage, "letto fino in fondo");
        let stage = stage.press("Home y");
        assert!(is_approved(&stage), "what was seen stays seen");
    }
}

#[test]
fn moving_an_approved_post_says_what_it_costs() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y m l");
    shows(&stage, "L’approvazione decade");
}

#[test]
fn the_search_gives_a_post_the_mark_of_the_week() {
    let stage = opened(Italian, &[(POST, LANA)]).press("A y /").type_text("torna");
    let found = |stage: &Stage| {
        stage
            .rows()
            .into_iter()
            .any(|row| row.contains("✓") && row.contains("La lana torna") && row.contains("12:30"))
    };
    assert!(found(&stage), "{}", stage.rows().join("\n"));
}
