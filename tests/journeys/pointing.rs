//! The mouse beyond the week: panes of suggestions, the brief, lists, forms, the editor.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";
const TEXTS: [&str; 3] = [
    "Uno torna a casa. Due restano fuori.",
    "Tre colori nuovi. Quattro gomitoli.",
    "Cinque mani. Sei telai in bottega.",
];

fn suggested() -> Stage {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    stage.sized(160, 40).press("a").type_text(" di lana").press("Enter").shows("Sei telai")
}

#[test]
fn a_click_chooses_the_sentence_that_a_key_then_takes() {
    let stage = suggested().click("Quattro gomitoli.").press("y");
    let post = stage.file(LANA);
    assert!(post.contains("Quattro gomitoli.") && !post.contains("Uno torna"), "{post}");
    let stage = stage.click("Cinque mani.").click("y prendi");
    assert!(stage.file(LANA).contains("Cinque mani."), "the key in the footer too");
}

#[test]
fn a_double_click_on_a_sentence_begins_to_rewrite_it() {
    let stage = suggested().double_click("Quattro gomitoli.").press("C-a").type_text("Otto.");
    assert!(stage.press("Enter").file(LANA).contains("Otto."));
}

#[test]
fn the_wheel_goes_through_the_sentences_of_a_pane() {
    let stage = suggested().click("Tre colori").wheel_down("Tre colori").press("y");
    let post = stage.file(LANA);
    assert!(post.contains("Quattro gomitoli.") && !post.contains("Tre colori"), "{post}");
}

#[test]
fn a_click_chooses_a_chip_of_the_brief() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    let stage = stage.press("a").shows("[3]").click(" 2 ").shows("[2]");
    stage.click("La lana torna  ").press("C-a").type_text("Il filo").shows("Il filo");
}

#[test]
fn a_click_in_the_text_places_the_cursor_and_a_drag_selects() {
    let stage = Stage::with(BOTTEGA).click("Chi tesse").press("e");
    let (column, row) = stage.place("Ogni sciarpa");
    let stage = stage.click("sciarpa porta").type_text("bella ").shows("Ogni bella sciarpa");
    let stage = stage.drag("Ogni bella", (column + 10, row)).type_text("Una").press("Esc");
    let post = stage.file(TESSE);
    assert!(post.contains("Una sciarpa porta"), "{post}");
}

#[test]
fn lists_are_walked_with_the_wheel_and_chosen_with_two_clicks() {
    let stage = Stage::with(BOTTEGA).press(":").type_text("una data");
    let stage = stage.double_click("vai a una data").shows("Vai a");
    let stage = stage.press("Esc").press("?").shows("La settimana");
    let mut stage = stage;
    for _ in 0..40 {
        stage = stage.wheel_down("tasti che funzionano");
    }
    stage.hides("La settimana").press("Esc").shows("m sposta");
}

#[test]
fn a_channel_is_chosen_by_clicking_it_in_the_fields() {
    let stage = Stage::with(BOTTEGA).press("i").shows("[IG Instagram]");
    let stage = stage.click("BS Bluesky").shows("[BS Bluesky]").press("Esc");
    assert!(stage.file(LANA).contains(r#"channels = ["ig", "bs"]"#));
}

#[test]
fn the_cursor_of_the_terminal_stands_where_one_types_and_nowhere_else() {
    let stage = Stage::with(BOTTEGA);
    assert_eq!(stage.cursor(), None);
    let stage = stage.click("Chi tesse").press("e C-Home");
    let text = stage.place("Ogni sciarpa");
    assert_eq!(stage.cursor(), Some(text));
    let stage = stage.press("C-f").type_text("nome");
    let (column, row) = stage.place("Trova: nome");
    assert_eq!(stage.cursor(), Some((column + 11, row)));
    let stage = stage.press("Esc Esc :").type_text("sp");
    let (column, row) = stage.place("› sp");
    assert_eq!(stage.cursor(), Some((column + 4, row)));
}

#[test]
fn an_inspector_that_has_reached_its_end_scrolls_back_with_the_first_key() {
    let lines: Vec<String> = (1..=60).map(|n| format!("Riga {n} del racconto.")).collect();
    let post = format!(
        "id = \"k3f9q7ab\"\ntitle = \"La lana torna\"\nwhen = 2026-11-25T12:30:00\n\
         channels = [\"ig\"]\nlang = \"it\"\ntext = \"\"\"\n{}\n\"\"\"\n",
        lines.join("\n")
    );
    let files: Vec<(&str, &str)> = BOTTEGA
        .iter()
        .map(|&(path, text)| (path, if path == LANA { &*post } else { text }))
        .collect();
    let mut stage = Stage::with(&files).sized(120, 24).press("Tab").shows("Riga 1 del racconto.");
    for _ in 0..80 {
        stage = stage.press("Down");
    }
    let end = stage.rows();
    let up = stage.press("Up").rows();
    assert_ne!(end, up, "one key is one row, however often the other was pressed");
}
