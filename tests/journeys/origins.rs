//! Who wrote what: the palimpsest while typing and after, the origin of every sentence,
//! and that it stays true through edits, undo and the loss of a suggestion.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TEXTS: [&str; 3] = [
    "La lana torna a casa. Tre colori nuovi sul banco.",
    "Ciao a tutte. Finalmente la lana torna. Ha perso il treno, ma è arrivata. Vieni.",
    "Quattro gomitoli.",
];

fn asked(language: Language) -> Stage {
    let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    stage.press("a").type_text(" di lana").press("Enter").shows("Quattro gomitoli.")
}

#[test]
fn a_digit_stands_beside_the_sentence_it_takes() {
    let stage = asked(Language::Italian);
    let stage = stage.shows("2  Finalmente la lana torna.").press("2");
    let post = stage.file(LANA);
    assert!(post.contains("Finalmente la lana torna."), "{post}");
    assert_eq!(post.matches("[[origin]]").count(), 1, "{post}");
}

#[test]
fn what_was_taken_and_rewritten_is_told_from_what_was_written() {
    let stage = asked(Language::Italian).press("y e End Backspace").type_text(" lungo.");
    let stage = stage.press("Enter Esc").press("b");
    let stage = stage.shows("Provenienza · La lana torna").shows("macchina 91% · riscritto 9%");
    let stage = stage.shows("✎ riscritta").press("j").shows("banco {+lungo+}.");
    let stage = stage.shows("✦ prova").shows("riscritta da Ada Neri");
    let stage = stage.press("Esc u u b").shows("Nessun suggerimento");
    assert!(!stage.file(LANA).contains("[[origin]]"));
}

const OWN: &str = "id = \"k3f9q7ab\"\ntitle = \"La lana torna\"\nwhen = 2026-11-25T12:30:00\n\
    channels = [\"ig\"]\nheadline = \"Il titolo di tutti\"\ntext = \"\"\n\n\
    [variants.ig]\ntext = \"Solo qui.\"\n";
const HEADLINE: &str = "post = \"k3f9q7ab\"\nat = 2026-11-22T10:00:00Z\ntext = \"La lana torna.\"\n\
    headline = \"Un ritorno in diretta\"\n\n[brief]\ntopic = \"Lana\"\nchannel = \"ig\"\n\n\
    [source]\nprovider = \"openai\"\nmodel = \"prova\"\n";

#[test]
fn from_the_origin_of_a_channels_headline_that_one_is_edited_and_not_the_common_one() {
    for (language, label) in
        [(Language::Italian, "titolo su Instagram"), (Language::English, "headline on Instagram")]
    {
        let mut files: Vec<(&str, &str)> = BOTTEGA.to_vec();
        files.retain(|(path, _)| *path != LANA);
        files.extend([(LANA, OWN), ("drafts/k3f9q7ab/9v8w7x6y.toml", HEADLINE)]);
        let stage = Stage::suggesting(language, &files, Canned::silent()).press("a y");
        assert!(stage.file(LANA).contains("headline = \"Un ritorno in diretta\""));
        let stage = stage.press("Esc b Tab").shows("Un ritorno in diretta").press("e");
        let stage = stage.shows(label).press("End").type_text(" oggi").press("Esc");
        let post = stage.file(LANA);
        assert!(post.contains("headline = \"Un ritorno in diretta oggi\""), "{post}");
        assert!(post.contains("headline = \"Il titolo di tutti\""), "{post}");
    }
}

#[test]
fn the_origin_outlives_an_edit_and_the_suggestion_itself() {
    let stage = asked(Language::English).press("y Esc e C-Home").type_text("Eccoci qui! ");
    let stage = stage.press("Esc b").shows("by hand").shows("▪ machine");
    let drafts = stage.files("drafts");
    for draft in &drafts {
        std::fs::remove_file(stage.folder.join(draft)).expect("a file");
    }
    let stage = stage.press("Esc").focused().press("b").shows("? unsure");
    let stage = stage.shows("no longer in the folder").shows("taken by Ada Neri");
    assert_eq!(stage.file(LANA).matches("[[origin]]").count(), 1);
}
