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

fn lana(language: Language, text: &str) -> Stage {
    opened(language, &[(POST, &LANA.replace("La lana torna a casa.", text))])
}

/// What is said in Italian or in English.
fn either<'a>(language: Language, italian: &'a str, english: &'a str) -> &'a str {
    if language == Italian { italian } else { english }
}

const BOTH: [Language; 2] = [Italian, English];

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
fn a_touched_ledger_is_named_in_the_week_with_where_to_look_also_on_a_small_screen() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y");
        let file = lines_at(&stage);
        let lines = std::fs::read_to_string(&file).expect("lines");
        std::fs::write(&file, lines.replace("Neri", "Nera")).expect("touched");
        let stage = stage.spoken_at(language, crate::stage::NOW);
        let stage = stage.until_shows("palinsesto doctor");
        shows(&stage, either(language, "delle approvazioni è guasto", "of approvals is damaged"));
        let stage = stage.sized(46, 20);
        shows(
            &stage,
            either(language, "guasto: vedi «palinsesto doctor»", "see “palinsesto doctor”"),
        );
    }
}

#[test]
fn a_key_from_before_the_text_was_there_approves_nothing() {
    for language in BOTH {
        // While its file is being read …
        let stage = opened(language, &[(POST, LANA)]).press_now("A y").until_shows("▏ La lana");
        assert!(!is_approved(&stage));
        // … and in the moment in which it appears.
        let stage = opened(language, &[(POST, LANA)]).press("A").press_now("y");
        shows(&stage, either(language, "Troppo presto", "Too soon"));
        assert!(!is_approved(&stage));
        assert!(is_approved(&stage.press("y")), "whoever has looked at it may");
    }
}

#[test]
fn neither_a_held_key_nor_a_paste_nor_the_mouse_nor_the_palette_approves() {
    for language in BOTH {
        let by_hand =
            either(language, "Si approva premendo il tasto", "approved by pressing the key");
        let approve = either(language, "approva", "approve");
        let stage = opened(language, &[(POST, LANA)]).press("A").hold("y");
        shows(&stage, by_hand);
        let stage = stage.paste("y");
        assert!(!is_approved(&stage));
        let stage = stage.click(&format!("y {approve}"));
        assert!(!is_approved(&stage));
        let stage = stage.click("La lana torna a casa.");
        assert!(!is_approved(&stage));
        let stage = stage.press(":").type_text(approve).press("Enter");
        shows(&stage, by_hand);
        assert!(!is_approved(&stage));
        assert!(is_approved(&stage.press("y")));
    }
}

/// The first characters of the fingerprint on the screen.
fn first(stage: &Stage, language: Language) -> String {
    let screen = stage.rows().join("\n");
    let before = either(language, "· impronta ", "· fingerprint ");
    let shown = screen.split(before).nth(1).expect("the fingerprint is shown");
    shown.chars().take(4).collect()
}

#[test]
fn with_a_claim_open_the_first_characters_of_the_fingerprint_are_typed() {
    for language in BOTH {
        let stage = lana(language, "La sciarpa costa 89 €.").press("A y");
        shows(
            &stage,
            either(language, "Per approvarlo lo stesso", "To approve it with all that open"),
        );
        shows(&stage, either(language, "? «89 €»: ", "? “89 €”: "));
        assert!(!is_approved(&stage));
        let first = first(&stage, language);
        let stage = stage.type_text("zzzz").press("Enter");
        let wrong = either(language, "«zzzz» non è ", "“zzzz” is not ");
        shows(&stage, &format!("{wrong}{first}: "));
        assert!(!is_approved(&stage));
        let stage = stage.paste(&first);
        shows(&stage, either(language, "Va scritto a mano", "It has to be typed"));
        let stage = stage.press("Enter");
        assert!(!is_approved(&stage));
        let stage = stage.type_text(&first).press("Enter");
        assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
        assert!(ledger(&stage).contains("\"how\":\"typed\""));
    }
}

const NOTE: &str = r#"post = "k3f9q7ab"
at = 2026-11-22T10:12:00Z
by = "Bea Riva <bea@example.org>"
kind = "change"
quote = "La lana torna a casa."
text = "Da quando? Manca il giorno."
"#;

#[test]
fn a_change_that_is_wanted_is_accepted_by_typing_and_stays_wanted() {
    for language in BOTH {
        let files = [(POST, LANA), ("notes/k3f9q7ab/5t8w2zqc.toml", NOTE)];
        let stage = opened(language, &files).press("A");
        let wants = either(language, "Bea Riva chiede una modifica", "Bea Riva wants a change");
        for wanted in [wants, "Da quando? Manca il giorno."] {
            shows(&stage, wanted);
        }
        hides(
            &stage,
            either(language, "Niente che Palinsesto noti", "Nothing that Palinsesto notices"),
        );
        let stage = stage.press("y");
        assert!(!is_approved(&stage), "one key is not enough");
        shows(&stage, wants);
        let first = first(&stage, language);
        let stage = stage.type_text(&first).press("Enter");
        assert!(is_approved(&stage));
        let said = ledger(&stage);
        assert!(said.contains("\"how\":\"typed\"") && said.contains("\"open\":1"), "{said}");
        shows(&stage, "✓");
        shows(&stage, either(language, "1 modifica da fare", "1 change to make"));
        // From the view to what was said, and back.
        let stage = stage.press("A R");
        shows(&stage, either(language, "Revisione", "Review"));
    }
}

#[test]
fn a_picture_without_alt_text_is_accepted_by_typing() {
    for language in BOTH {
        let post =
            format!("{LANA}\n[[media]]\npath = \"media/gomitolo.jpg\"\nsource = \"camera\"\n");
        let files = [(POST, post.as_str()), ("media/gomitolo.jpg", "un gomitolo")];
        let stage = opened(language, &files).press("A y");
        assert!(!is_approved(&stage));
        let first = first(&stage, language);
        let stage = stage.type_text(&first).press("Enter");
        assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
        assert!(ledger(&stage).contains("\"open\":1"), "{}", ledger(&stage));
    }
}

#[test]
fn what_changed_since_it_was_approved_is_shown_and_approved_again() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y");
        assert!(is_approved(&stage));
        let changed = file(&stage).replace("a casa", "in bottega");
        let stage = stage.outside(POST, &changed).press("A");
        shows(
            &stage,
            either(
                language,
                "È cambiato da quando Ada Neri l’ha approvato",
                "Changed since Ada Neri approved it",
            ),
        );
        shows(&stage, "[-a casa-]{+in bottega+}");
        let stage = stage.press("y");
        shows(&stage, either(language, "Approvato: «La lana torna»", "Approved: “La lana torna”"));
        let stage = stage.press("A");
        shows(&stage, either(language, "✓ Approvato da Ada Neri", "✓ Approved by Ada Neri"));
        let stage = stage.press("y");
        shows(&stage, either(language, "È approvato così com’è", "It is approved as it stands"));
    }
}

#[test]
fn where_only_the_time_moved_just_that_is_said() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y");
        let moved = file(&stage).replace("T12:30:00", "T13:00:00");
        let stage = stage.outside(POST, &moved).press("A");
        shows(
            &stage,
            either(
                language,
                "È cambiata solo l’ora: y lo approva di nuovo",
                "Only the time has changed: y approves it again",
            ),
        );
        hides(&stage, either(language, "Cambiato da quando", "\n  Changed since"));
        shows(&stage.press("y"), either(language, "Approvato:", "Approved:"));
    }
}

#[test]
fn undoing_an_approval_is_a_withdrawal_and_nothing_redoes_it() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y u");
        shows(
            &stage,
            either(
                language,
                "Approvazione ritirata: «La lana torna»",
                "Approval taken back: “La lana torna”",
            ),
        );
        assert!(!is_approved(&stage));
        assert!(ledger(&stage).contains("\"act\":\"revoke\""), "{}", ledger(&stage));
        let stage = stage.press("C-r");
        assert!(!is_approved(&stage));
        let stage = stage.press("A");
        shows(&stage, taken_back(language));
        hides(&stage, either(language, "Cambiato da quando", "Changed since"));
    }
}

fn taken_back(language: Language) -> &'static str {
    either(language, "Ada Neri ha ritirato l’approvazione", "Ada Neri took the approval back")
}

#[test]
fn one_taken_back_stays_so_when_the_post_is_moved_back() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y");
        let moved = file(&stage).replace("T12:30:00", "T13:00:00");
        let stage = stage.outside(POST, &moved).press("A y u");
        assert!(!is_approved(&stage));
        let stage = stage.outside(POST, LANA).press("A");
        shows(&stage, taken_back(language));
        hides(&stage, either(language, "È cambiata solo l’ora", "Only the time has changed"));
    }
}

#[test]
fn an_approval_is_taken_back_after_a_question() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y A r");
        shows(
            &stage,
            either(
                language,
                "Ritiri l’approvazione di questo post?",
                "Take the approval of this post back?",
            ),
        );
        assert!(is_approved(&stage));
        let stage = stage.press("2");
        shows(&stage, either(language, "Approvazione ritirata", "Approval taken back"));
        assert!(!is_approved(&stage));
        shows(&stage, either(language, "y approva", "y approve"));
    }
}

#[test]
fn an_approval_from_elsewhere_is_shown_as_one_and_confirmed() {
    for language in BOTH {
        let there = opened(language, &[(POST, LANA)]).press("A y");
        let block = file(&there);
        let stage = opened(language, &[(POST, &block)]).press("A");
        shows(
            &stage,
            either(
                language,
                "Approvato altrove da Ada Neri: qui non si può verificare",
                "Approved elsewhere by Ada Neri: cannot be verified here",
            ),
        );
        let stage = stage.press("y");
        shows(&stage, either(language, "Approvato:", "Approved:"));
        hides(&stage.press("A"), either(language, "altrove", "elsewhere"));
    }
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
    for language in BOTH {
        let posts = three();
        let posts: Vec<(&str, &str)> =
            posts.iter().map(|(path, text)| (&**path, &**text)).collect();
        let to = |at: usize| format!("{} {at}/3", either(language, "Da approvare", "To approve"));
        let stage = opened(language, &posts).press("v j j A");
        shows(&stage, &to(1));
        let stage = stage.press("y");
        shows(&stage, &to(2));
        shows(&stage, either(language, "Approvato: «Una»", "Approved: “Una”"));
        let stage = stage.press("n");
        shows(&stage, &to(3));
        let stage = stage.press("n");
        shows(&stage, either(language, "Approvato 1/3", "Approved 1/3"));
        shows(&stage, either(language, "Ancora da approvare: 2 su 3", "Still to approve: 2 of 3"));
        let stage = stage.press("p y");
        shows(&stage, &to(2));
        let stage = stage.press("y");
        hides(&stage, either(language, "Da approvare", "To approve"));
        shows(
            &stage,
            either(language, "Approvati 3 post su 3, 3 in", "3 of 3 posts approved, 3 of them in"),
        );
        shows(&stage, either(language, "letti tutti?", "did you read them all?"));
        assert_eq!(ledger(&stage).matches("\"how\":\"bulk\"").count(), 3);
    }
}

#[test]
fn a_selection_names_its_keys_on_a_small_screen_and_so_does_a_row_of_posts() {
    for language in BOTH {
        let posts = three();
        let posts: Vec<(&str, &str)> =
            posts.iter().map(|(path, text)| (&**path, &**text)).collect();
        let stage = opened(language, &posts).sized(46, 20).press("v j j");
        shows(&stage, either(language, "A approva uno per uno", "A approve one by one"));
        let stage = stage.press("A");
        shows(&stage, either(language, "n post successivo", "n next post"));
        // What is said of one leaves the keys of the next in sight.
        let stage = stage.press("y");
        shows(&stage, either(language, "u ritira", "u takes"));
        shows(&stage, either(language, "n post successivo", "n next post"));
    }
}

#[test]
fn while_the_fingerprint_is_typed_the_key_to_what_is_out_of_sight_is_named() {
    for language in BOTH {
        let text = "Costa 89 €. Pesa 400 grammi. Tesse in 22 ore. Ne restano 7 dal 2019. ";
        let stage = lana(language, text.trim()).sized(46, 20).press("A End y");
        shows(&stage, either(language, "Per approvarlo", "To approve it"));
        shows(&stage, either(language, "PgDn una pagina giù", "PgDn a page down"));
        hides(&stage.sized(46, 50), either(language, "PgDn una pagina", "PgDn a page"));
    }
}

#[test]
fn haste_is_said_of_several_left_half_way_and_of_one_long_text() {
    for language in BOTH {
        let posts = three();
        let posts: Vec<(&str, &str)> =
            posts.iter().map(|(path, text)| (&**path, &**text)).collect();
        let stage = opened(language, &posts).press("v j j A y y Esc");
        shows(
            &stage,
            either(language, "Approvati 2 post su 3, 2 in", "2 of 3 posts approved, 2 of them in"),
        );
        let text = "La lana torna a casa con noi. ".repeat(9);
        let stage = lana(language, text.trim()).press("A y");
        assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
        shows(&stage, either(language, "63 parole in", "63 words in"));
        shows(&stage, either(language, "u ritira l’approvazione", "u takes the approval back"));
        shows(&stage.sized(46, 20), either(language, "u lo ritira", "u takes it back"));
    }
}

#[test]
fn no_haste_is_said_where_only_the_time_has_moved() {
    for language in BOTH {
        let text = "La lana torna a casa con noi. ".repeat(9);
        let stage = lana(language, text.trim()).press("A y");
        shows(&stage, either(language, "63 parole in", "63 words in"));
        let later = file(&stage).replace("12:30:00", "13:30:00");
        let stage = stage.outside(POST, &later).press("A");
        shows(&stage, either(language, "solo l’ora", "Only the time"));
        let stage = stage.press("y");
        assert!(is_approved(&stage));
        shows(&stage, either(language, "Approvato:", "Approved:"));
        hides(&stage, either(language, "63 parole in", "63 words in"));
        shows(&stage, either(language, "u ritira l’approvazione", "u takes the approval back"));
    }
}

#[test]
fn what_changes_while_it_is_read_is_read_again() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A");
        let changed = LANA.replace("a casa", "in bottega");
        let stage = stage.outside(POST, &changed);
        shows(
            &stage,
            either(language, "È cambiato mentre lo leggevi", "It changed while you were reading"),
        );
        shows(&stage, "▏ La lana torna in bottega.");
        assert!(is_approved(&stage.press("y")));
        // Changed when the key was pressed, and nobody had heard of it.
        let stage = opened(language, &[(POST, LANA)]).press("A");
        std::fs::write(stage.folder.join(POST), &changed).expect("a file");
        let stage = stage.press("y");
        assert!(!is_approved(&stage));
        shows(&stage, "▏ La lana torna in bottega.");
        assert!(is_approved(&stage.press("y")));
    }
}

#[test]
fn what_cannot_go_out_says_what_holds_it_back() {
    for language in BOTH {
        let stage = lana(language, "").press("A y");
        shows(
            &stage,
            either(language, "Ancora non si può approvare:", "It cannot be approved yet:"),
        );
        assert!(!is_approved(&stage));
        // From here to the text, and what was written there is read again.
        let stage = stage.press("e").type_text("La lana è qui.").press("Esc");
        shows(&stage, "▏ La lana è qui.");
        assert!(is_approved(&stage.press("y")));
    }
}

#[test]
fn ideas_are_refused_and_suggestions_are_left_first() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("g i j A");
        shows(
            &stage,
            either(language, "Un’idea non ha ancora un orario", "An idea has no time yet"),
        );
        let stage = opened(language, &[(POST, LANA)]).press("a Tab Esc");
        let stage = stage.press("A");
        let screen = stage.rows().join("\n");
        let first = either(language, "Accettare non è approvare", "Accepting is not approving");
        assert!(
            screen.contains(first)
                || screen.contains(either(language, "Da approvare", "To approve"))
        );
    }
}

/// More pages than any post here has.
const PAGES: &str = "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn";

#[test]
fn on_a_small_screen_all_of_it_is_read_first() {
    let text = "La lana torna a casa. ".repeat(90);
    for (language, (width, height)) in
        [(Italian, (46, 20)), (English, (80, 24)), (English, (46, 20))]
    {
        let post = LANA.replace("La lana torna a casa.", text.trim());
        let post = post.replace("\"ig\", \"bs\"", "\"ig\"");
        let approve = either(language, "y approva", "y approve");
        let stage = opened(language, &[(POST, &post)]).sized(width, height).press("A");
        hides(&stage, approve);
        shows(&stage, "Esc ");
        let stage = stage.press("y");
        shows(&stage, either(language, "Scorrilo tutto", "Scroll through all of it"));
        assert!(!is_approved(&stage));
        // Who leaps to the end has not had the middle before their eyes.
        let stage = stage.press("End");
        shows(&stage, either(language, "non ancora mostrate", "not shown yet"));
        hides(&stage, approve);
        let stage = stage.press("y");
        assert!(!is_approved(&stage));
        let stage = stage.press("Home").press(PAGES);
        shows(&stage, either(language, "mostrato fino in fondo", "shown to the end"));
        shows(&stage, approve);
        let stage = stage.press("Home y");
        assert!(is_approved(&stage), "what was seen stays seen");
    }
}

#[test]
fn what_is_accepted_stays_in_sight_on_a_small_screen() {
    let text = format!("La sciarpa costa 89 €. {}", "La lana torna a casa. ".repeat(30));
    for (width, height) in [(80, 24), (46, 20), (120, 36)] {
        let post = LANA.replace("La lana torna a casa.", text.trim());
        let post = post.replace("\"ig\", \"bs\"", "\"ig\"");
        let stage = opened(English, &[(POST, &post)]).sized(width, height);
        let stage = stage.press("A").press(PAGES).press("y");
        for wanted in ["What is open", "“89 €”", "[          ]"] {
            shows(&stage, wanted);
        }
    }
}

#[test]
fn moving_an_approved_post_says_what_it_costs_and_what_it_did() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]).press("A y m l");
        shows(&stage, either(language, "L’approvazione decade", "This voids the approval"));
        let stage = stage.press("Enter");
        shows(&stage, either(language, "da approvare di nuovo", "to be approved again"));
    }
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

#[test]
fn what_is_approved_is_not_hinted_to_be_approved() {
    for language in BOTH {
        let stage = opened(language, &[(POST, LANA)]);
        let hint = either(language, "A approva", "A approve");
        shows(&stage, hint);
        hides(&stage.press("A y"), hint);
    }
}
