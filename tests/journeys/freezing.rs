//! Holding back what is to go out: asked twice, seen on the cards, and told when it is let go.

use crate::stage::Stage;
use palinsesto::i18n::Language;

const BRAND: &str = r#"format = 1
id = "b7m2x9qe"

[brand]
name = "Bottega Aurora"
timezone = "Europe/Rome"
languages = ["it", "en"]

[channels.ig]
network = "instagram"

[channels.bs]
network = "bluesky"
"#;

const WINTER: &str = r#"id = "k3f9q7ab"
title = "Inverno"
when = 2026-11-25T09:30:00
channels = ["ig"]
campaign = "inverno-26"
lang = "it"
text = "La lana torna a casa."
"#;

const LOOM: &str = r#"id = "m4n5p6q7"
title = "Telaio"
when = 2026-11-26T18:00:00
channels = ["bs"]
lang = "it"
text = "Si tesse, giovedì."
"#;

fn files() -> [(&'static str, &'static str); 3] {
    [
        ("palinsesto.toml", BRAND),
        ("posts/2026/W48/inverno.k3f9q7ab.toml", WINTER),
        ("posts/2026/W48/telaio.m4n5p6q7.toml", LOOM),
    ]
}

#[test]
fn a_channel_is_frozen_on_the_second_yes_and_thawed_with_what_it_held_back() {
    for (language, what, really, frozen, refused, held, thawed) in [
        (
            Language::Italian,
            "Che cosa fermi?",
            "Fermi il canale ig?",
            "fermo: il canale ig",
            "È fermo: prima va ripreso",
            "Intanto sarebbe uscito: Inverno",
            "Ripreso",
        ),
        (
            Language::English,
            "What is to be frozen?",
            "Freeze the channel ig?",
            "frozen: the channel ig",
            "It is frozen: thaw it first",
            "It held back: Inverno",
            "Thawed",
        ),
    ] {
        let stage = Stage::speaking(language, &files()).press("S").shows(what);
        // The first answer of the second question does nothing.
        let stage = stage.press("2").shows(really).press("Enter").hides(really);
        assert!(stage.files("").iter().all(|path| path != "freeze.toml"));
        let stage =
            stage.press("S 2").shows(really).press("2").shows("‖").press("j k").shows(frozen);
        let file = stage.file("freeze.toml");
        assert!(file.contains("channel = \"ig\"") && file.contains("by = \"Ada Neri"), "{file}");
        assert!(!file.contains("\"bs\""), "{file}");
        let stage = stage.press("P").shows(refused);
        // Two hours later its hour has passed, and it stands where it stood.
        let stage = stage.spoken_at(language, "2026-11-25T10:00:00Z").shows(frozen).shows("‖");
        let stage =
            stage.press("S 1").shows(held).press("2").shows(thawed).press("j k").hides(frozen);
        assert!(!stage.file("freeze.toml").contains("channel"));
        let stage = stage.press("u").press("j k").shows(frozen);
        assert!(stage.file("freeze.toml").contains("channel = \"ig\""));
    }
}

#[test]
fn a_freeze_that_cannot_be_read_freezes_everything() {
    let broken = ("freeze.toml", "[[freeze]]\nchannell = \"ig\"\n");
    let files: Vec<_> = files().into_iter().chain([broken]).collect();
    let stage = Stage::speaking(Language::Italian, &files);
    let stage = stage.shows("freeze.toml non si legge: finché non è a posto è tutto fermo");
    let stage = stage.shows("freeze.toml:2:1: «freeze.channell»");
    stage.press("l j").press("P").shows("È fermo");
}

#[test]
fn a_campaign_under_the_cursor_is_offered_first_among_the_campaigns() {
    let stage = Stage::speaking(Language::English, &files()).press("S");
    let stage = stage.shows("4 freeze the campaign inverno-26").press("4");
    let stage =
        stage.shows("One post of the weeks").shows("that were read is held back").press("2");
    assert!(stage.file("freeze.toml").contains("campaign = \"inverno-26\""));
}
