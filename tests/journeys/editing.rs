//! Writing: counters, steps of undo, the clipboard, `$EDITOR`, a crash, other hands.

use crate::BOTTEGA;
use crate::outside::holds;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;
use palinsesto::vocab::{Event, ExternalEdit};
use std::time::Duration;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";

fn writing() -> Stage {
    Stage::with(BOTTEGA).press("e")
}

#[test]
fn a_blank_that_nobody_filled_is_said_in_the_week_and_in_the_text() {
    for (language, said) in
        [(Language::Italian, "! Qui manca ancora"), (Language::English, "! Something is still")]
    {
        let stage = Stage::speaking(language, BOTTEGA).press("l k e C-End");
        let stage = stage.type_text(" Torna il [...].").shows(said).press("Esc").shows(said);
        let stage = stage.press("e C-End").press(&"Backspace ".repeat(6));
        stage.type_text("catalogo.").hides(said).press("Esc").hides(said);
    }
}

#[test]
fn the_counter_of_each_channel_follows_the_typing() {
    let stage = Stage::with(BOTTEGA).press("l k e").shows("47/2.200").shows("47/300");
    stage.press("C-End").type_text("!!").shows("49/2.200").shows("49/300");
}

#[test]
fn undo_goes_back_by_words_and_redo_forward() {
    let stage =
        writing().type_text("Uno due tre").press("C-z").hides("Uno due tre").shows("Uno due");
    let stage = stage.press("C-y").shows("Uno due tre").press("Esc");
    assert!(stage.file(LANA).contains("text = \"Uno due tre\""), "{}", stage.file(LANA));
}

#[test]
fn cut_and_paste_work_as_everywhere() {
    let stage = writing().type_text("Lana").press("C-a C-x C-v C-v Esc");
    assert!(stage.file(LANA).contains("text = \"LanaLana\""), "{}", stage.file(LANA));
    let copied =
        |order: &&TerminalOrder| matches!(order, TerminalOrder::Copy(text) if text == "Lana");
    assert_eq!(stage.orders.iter().filter(copied).count(), 1);
}

#[test]
fn find_goes_from_place_to_place() {
    let stage = writing().paste("Lana, seta, lana, lino.").press("C-f").type_text("lana");
    let stage = stage.shows("1 di 2").press("Enter").shows("2 di 2").press("Esc");
    let stage = stage.type_text("canapa").press("Esc");
    assert!(stage.file(LANA).contains("Lana, seta, canapa, lino."), "{}", stage.file(LANA));
}

#[test]
fn a_megabyte_is_pasted_and_taken_back_in_one_step() {
    let stage = writing().paste(&"Parole di lana. ".repeat(65_536)).press("C-z Esc");
    assert_eq!(stage.diff(), "");
}

#[test]
fn what_was_typed_survives_a_crash_and_is_offered_at_the_next_start() {
    let stage = writing().type_text("Da non perdere.").killed();
    let stage = stage.shows("Un testo rimasto da salvare").shows("Da non perdere.");
    assert_eq!(stage.diff(), "", "nothing is written before it is asked for");
    let stage = stage.press("Enter").shows("settimana 48");
    assert!(stage.file(LANA).contains("Da non perdere."), "{}", stage.file(LANA));
    let stage = stage.killed().hides("rimasto da salvare");
    assert!(stage.file(LANA).contains("Da non perdere."));
}

#[test]
fn a_text_of_a_far_week_is_recovered_too() {
    let far = "posts/2027/W10/lontana.x2x3x4x5.toml";
    let text = "id = \"x2x3x4x5\"\ntitle = \"Lontana\"\nwhen = 2027-03-10T12:30:00\n\
                channels = [\"ig\"]\ntext = \"\"\n";
    let stage = Stage::with(BOTTEGA).outside(far, text);
    let stage = stage.press("G").type_text("10/3/2027").press("Enter").shows("settimana 10");
    let stage = stage.click("Lontana").press("e").type_text("Fra mesi.").killed();
    let stage = stage.shows("rimasto da salvare").press("Enter");
    assert!(stage.file(far).contains("Fra mesi."), "{}", stage.rows().join("\n"));
}

#[test]
fn a_recovered_text_can_be_thrown_away_or_left_for_later() {
    let stage = writing().type_text("Forse.").killed().press("Esc").killed();
    let stage = stage.shows("rimasto da salvare").press("x").killed().hides("rimasto");
    assert_eq!(stage.diff(), "");
}

#[test]
fn a_text_left_for_later_is_not_written_over() {
    let stage = writing().type_text("Prima.").killed().press("Esc e");
    let stage = stage.shows("rimasto da salvare").shows("Prima.").press("x e").type_text("Dopo.");
    let stage = stage.press("Esc").killed().hides("rimasto");
    assert!(stage.file(LANA).contains("text = \"Dopo.\""), "{}", stage.file(LANA));
}

#[test]
fn a_text_that_cannot_be_saved_lets_one_go_and_waits() {
    let stage = writing().type_text("Senza posto.");
    std::fs::remove_file(stage.folder.join(LANA)).expect("it is there");
    std::fs::create_dir(stage.folder.join(LANA)).expect("something else in its place");
    let stage = stage.press("Esc").shows("Senza posto.").press("Esc").shows("è al sicuro");
    std::fs::remove_dir(stage.folder.join(LANA)).expect("it is there");
    let lana = BOTTEGA.iter().find(|(path, _)| *path == LANA).expect("one of ours").1;
    let stage = stage.outside(LANA, lana).click("La lana").press("e").shows("rimasto da salvare");
    let stage = stage.press("Enter").hides("rimasto");
    assert!(stage.file(LANA).contains("Senza posto."), "{}", stage.file(LANA));
    assert_eq!(stage.killed().hides("rimasto").files("drafts"), Vec::<String>::new());
}

#[test]
fn another_sentence_changed_elsewhere_is_merged_under_the_typing() {
    let stage = Stage::with(BOTTEGA).press("l k e C-End").type_text(" E lo cuce.");
    let theirs = stage.file(TESSE).replace("Ogni sciarpa", "Ognuna");
    let stage = stage.outside(TESSE, &theirs);
    let stage = stage.press("Esc");
    let post = stage.file(TESSE);
    assert!(post.contains("Ognuna porta il nome"), "{post}");
    assert!(post.contains("E lo cuce."), "{post}");
}

#[test]
fn the_same_words_changed_elsewhere_are_asked_about() {
    let stage = Stage::speaking(Language::English, BOTTEGA).press("l k e C-a").type_text("Mine.");
    let theirs =
        stage.file(TESSE).replace("Ogni sciarpa porta il nome di chi l'ha tessuta.", "Theirs.");
    let stage = stage.outside(TESSE, &theirs).shows("Theirs").shows("Mine");
    assert_eq!(stage.file(TESSE), theirs, "nothing is written over");
    let stage = stage.press("1 Esc");
    assert!(stage.file(TESSE).contains("Mine."), "{}", stage.file(TESSE));
}

/// The file as another hand writes it, over the same words.
fn theirs() -> String {
    let (_, tesse) = BOTTEGA.iter().find(|(path, _)| *path == TESSE).expect("one of ours");
    tesse.replace("Ogni sciarpa porta il nome di chi l'ha tessuta.", "Loro.")
}

/// What the file says once the same words were written here and on disk, and one answer was
/// given; heard of while typing, or met by the save.
fn answered(language: Language, heard: bool, answer: &str) -> Stage {
    let (title, choice) = match language {
        Language::Italian => ("Intanto è cambiato anche su disco", "tutti e due, il mio sopra"),
        Language::English => ("Meanwhile it changed on disk, too", "both, mine above"),
    };
    let stage = Stage::speaking(language, BOTTEGA).press("l k e C-a").type_text("Mia.");
    let theirs = theirs();
    let stage = if heard {
        stage.outside(TESSE, &theirs)
    } else {
        std::fs::write(stage.folder.join(TESSE), &theirs).expect("a file");
        stage.hides(title).press("C-s")
    };
    let stage = stage.shows(title).shows(choice).shows("[-Mia-]{+Loro+}");
    // Looking away answers nothing, and nothing has been written over.
    let stage = stage.press("Esc").shows(title);
    assert_eq!(stage.file(TESSE), theirs);
    stage.press(answer).hides(title)
}

#[test]
fn each_answer_about_words_that_two_wrote_does_what_it_says_and_loses_nothing() {
    for language in [Language::Italian, Language::English] {
        for heard in [true, false] {
            let stage = answered(language, heard, "1").press("C-s");
            assert_eq!(stage.file(TESSE), theirs().replace("Loro.", "Mia."));
            // Theirs was on disk, and is kept.
            assert!(holds(stage.home.path(), &theirs()), "the other hand's version is nowhere");

            let stage = answered(language, heard, "Right Enter").press("C-s");
            assert!(stage.file(TESSE).contains("\nLoro.\n"), "{}", stage.file(TESSE));
            // Ours was only here: a step back in the text.
            let stage = stage.hides("Mia.").press("C-z").shows("Mia.").press("C-s");
            assert_eq!(stage.file(TESSE), theirs().replace("Loro.", "Mia."));

            let stage = answered(language, heard, "3").press("Esc");
            assert_eq!(stage.file(TESSE), theirs().replace("Loro.", "Mia.\n\nLoro."));
            assert_eq!(stage.killed().hides("rimasto").files("drafts"), Vec::<String>::new());
        }
    }
}

#[test]
fn a_kill_under_the_question_loses_neither_text() {
    let stage = Stage::with(BOTTEGA).press("l k e C-a").type_text("Mia.");
    let stage = stage.outside(TESSE, &theirs()).shows("anche su disco").killed();
    let stage = stage.shows("rimasto da salvare").shows("[-Loro-]{+Mia+}");
    assert_eq!(stage.file(TESSE), theirs());
}

#[test]
fn the_own_editor_gets_the_text_and_gives_it_back() {
    let stage = writing().type_text("Bozza").press("M-e");
    let Some(TerminalOrder::Edit(ExternalEdit::Text { key, text })) = stage.orders.last().cloned()
    else {
        panic!("{:?}", stage.orders)
    };
    assert_eq!(text, "Bozza");
    let stage = stage.event(Event::TextEditedOutside { key, text: "Bella copia".into() });
    let stage = stage.shows("Bella copia").press("Esc");
    assert!(stage.file(LANA).contains("Bella copia"));
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn a_text_is_written_at_every_size() {
    for (width, height) in [(160, 48), (120, 36), (80, 24), (46, 20)] {
        let stage = Stage::with(BOTTEGA).sized(width, height).press("e").type_text("Piccola.");
        let stage = stage.shows("Piccola.").press("Esc");
        assert!(stage.file(LANA).contains("Piccola."), "{width}×{height}");
    }
}

#[test]
fn asked_for_in_full_the_editor_takes_the_whole_body() {
    let stage = Stage::with(BOTTEGA).press("o").hides("gio 26");
    stage.press("Esc").shows("gio 26");
}

#[test]
fn what_was_typed_can_be_thrown_away_and_the_footer_says_how() {
    let stage = writing().type_text("Via.").shows("M-z").press("M-z").shows("di nuovo");
    let stage = stage.press("M-z").hides("Via.").press("Esc");
    assert_eq!(stage.diff(), "");
}

#[test]
fn an_english_text_in_an_italian_post_says_so_and_a_key_changes_it() {
    let english = "The wool is back in the shop, and it is the best of the year for our scarves.";
    let stage = writing().paste(english).shows("post in italiano: M-l");
    let stage = stage.press("M-l Esc");
    assert!(stage.file(LANA).contains("lang = \"en\""), "{}", stage.file(LANA));
}

#[test]
fn where_nothing_can_be_kept_it_is_said_and_no_word_is_lost_unasked() {
    let stage = Stage::with(BOTTEGA).stateless().shows("non è al sicuro finché non lo salvi");
    let at = stage.home.path().join("state").to_string_lossy().into_owned();
    let screen = stage.rows().join("\n");
    assert!(at.starts_with('/') && screen.contains(&at[..12]), "{screen}");
    let stage = stage.press("e").type_text("Nuova lana").shows("Non al sicuro finché non salvi");
    let stage = stage.press("Esc").shows("Nuova lana").hides("ripropo");
    // The second key asks, and staying is the first answer.
    let stage = stage.press("Esc").shows("non ce n’è copia").press("Enter").shows("Nuova lana");
    // Once there is room again, everything goes on as if nothing had been.
    std::fs::remove_file(stage.home.path().join("state")).expect("room again");
    let stage = stage.type_text("!").press("C-s").later(Duration::from_secs(1));
    let stage = stage.hides("Non al sicuro").press("Esc");
    assert!(stage.file(LANA).contains("Nuova lana!"), "{}", stage.file(LANA));
}

#[test]
fn a_text_that_nothing_keeps_is_lost_only_to_a_second_answer() {
    let stage = Stage::with(BOTTEGA).stateless().press("e").type_text("Nuova lana");
    let stage = stage.press("Esc Esc").shows("Esci dal testo").press("2");
    let stage = stage
        .shows("finché il programma resta aperto")
        .press("q")
        .shows("C’è un testo che non è salvato");
    assert!(!stage.orders.contains(&TerminalOrder::Quit));
    let stage = stage.press("2");
    assert!(stage.orders.contains(&TerminalOrder::Quit), "{:?}", stage.orders);
}

#[test]
fn a_file_broken_from_outside_costs_no_word_and_the_keys_said_are_the_right_ones() {
    for (language, safe, back) in [
        (
            Language::Italian,
            "il testo è al sicuro: M-e apre il file, Esc esce",
            "rimasto da salvare",
        ),
        (Language::English, "your text is safe: M-e opens the file, Esc leaves", "left unsaved"),
    ] {
        let stage = Stage::speaking(language, BOTTEGA);
        let lana = stage.file(LANA);
        let stage = stage.press("e C-a").type_text("Parole mie.");
        let stage = stage.outside(LANA, &lana.replace("title =", "title"));
        let stage = stage.press("C-s").shows(safe).shows("Parole mie.");
        let stage = stage.press("Esc").hides("Parole mie.");
        let stage = stage.outside(LANA, &lana).click("La lana").press("e").shows(back);
        let stage = stage.press("Enter");
        assert!(stage.file(LANA).contains("Parole mie."), "{}", stage.file(LANA));
    }
}
