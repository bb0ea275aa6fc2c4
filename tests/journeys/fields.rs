//! The form of a post: everything about it but its words, saved as one change set.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";

fn tabs(times: usize) -> String {
    "Tab ".repeat(times)
}

#[test]
fn the_form_writes_what_was_changed_and_nothing_else() {
    let stage = Stage::with(BOTTEGA)
        .press("i Tab Tab Right Space Tab Space Tab Tab")
        .type_text("lancio, lana")
        .press("Tab Right Space Tab")
        .type_text("https://example.org/lana")
        .press(&tabs(5))
        .type_text("Foto dal magazzino")
        .press("Tab Enter")
        .type_text("media/2026/lana.jpg")
        .press("Tab")
        .type_text("Gomitoli su un banco")
        .press("Tab Left Left Left Left Space Tab Tab Tab Tab")
        .type_text("2026-11-26 18:00")
        .press("Esc");
    let changed = stage.changed().join("\n");
    insta::assert_snapshot!(changed, @r#"
    -channels = ["ig"]
    -lang = "it"
    +channels = ["ig", "bs"]
    +pillar = "prodotto"
    +labels = ["lancio", "lana"]
    +lang = "en"
    +link = "https://example.org/lana"
    +notes = "Foto dal magazzino"
    +
    +[variants.bs]
    +when = 2026-11-26T18:00:00
    +
    +[[media]]
    +path = "media/2026/lana.jpg"
    +alt = "Gomitoli su un banco"
    +source = "camera"
    "#);
    let stage = stage.press("u");
    assert_eq!(stage.diff(), "", "one step takes the whole form back");
    let again = stage.press("C-r").changed().join("\n");
    assert_eq!(again, changed);
}

#[test]
fn a_channel_gets_words_of_its_own() {
    let stage = Stage::speaking(Language::English, BOTTEGA).press("i Tab Tab Right Space");
    let stage = stage.press(&tabs(15)).press("Enter").type_text("Only here.").press("Esc");
    let post = stage.file(LANA);
    assert!(post.contains("channels = [\"ig\", \"bs\"]\n"), "{post}");
    assert!(post.contains("[variants.bs]\n"), "{post}");
    assert!(post.contains("Only here."), "{post}");
}

#[test]
fn a_day_that_does_not_exist_is_refused_with_the_reason() {
    let stage = Stage::with(BOTTEGA).press("i Tab C-a").type_text("30 febbraio").press("Esc");
    assert_eq!(stage.diff(), "");
    let stage = stage.shows("febbraio").shows("Qualcosa non va");
    let stage = stage.press("Esc").shows("settimana 48");
    assert_eq!(stage.diff(), "", "asked again, it stays as it was");
}

#[test]
fn another_week_in_the_form_is_another_folder() {
    let stage =
        Stage::with(BOTTEGA).press("i Tab C-a").type_text("gio 3 dicembre 18:30").press("Esc");
    let post = stage.file("posts/2026/W49/la-lana-torna.k3f9q7ab.toml");
    assert!(post.contains("when = 2026-12-03T18:30:00   # mezz'ora"), "{post}");
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn a_form_that_was_only_read_leaves_no_trace() {
    for size in [(160, 48), (80, 24), (46, 20)] {
        let stage = Stage::with(BOTTEGA).sized(size.0, size.1).press("i").press(&tabs(20));
        assert_eq!(stage.press("Esc").diff(), "");
    }
}

#[test]
fn letters_lead_to_the_choice_that_begins_with_them_in_both_languages() {
    for (language, help, from_ai) in [
        (Language::Italian, "scelta per iniziali", "r"),
        (Language::English, "choice by first letters", "e"),
    ] {
        let stage =
            Stage::speaking(language, BOTTEGA).press("i Tab Tab ?").shows(help).press("Esc");
        // By the name of the network, which is the second word there.
        let stage = stage.type_text("blue").press("Space Tab").type_text("pè").press("Space");
        let stage = stage.press("Tab Tab Tab x").type_text("en").press("Space");
        let stage = stage.press(&tabs(7)).press("Enter").type_text("media/lana.jpg");
        let stage = stage.press("Tab Tab").type_text(from_ai).press("Space Esc");
        let changed = stage.changed().join("\n");
        for line in ["+channels = [\"ig\", \"bs\"]", "+pillar = \"persone\"", "+lang = \"en\""] {
            assert!(changed.contains(line), "{line} in {changed}");
        }
        assert!(changed.contains("+source = \"edited\""), "by its name on the screen: {changed}");
    }
}
