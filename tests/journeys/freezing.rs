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
channels = ["ig", "bs"]
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
    for (language, what, really, done, frozen, on, refused, held, thawed) in [
        (
            Language::Italian,
            "Che cosa fermi?",
            "Fermi Instagram? Nelle settimane qui intorno resta",
            "Hai fermato Instagram. Nelle settimane qui intorno resta fermo un post",
            "‖ Instagram fermo",
            "fermo su Instagram (Ada Neri)",
            "È fermo: con S lo fai ripartire",
            "Intanto sarebbe uscito: Inverno",
            "Riparte Instagram",
        ),
        (
            Language::English,
            "What is to be frozen?",
            "Freeze Instagram? In the weeks around this one",
            "Frozen: Instagram. In the weeks around this one, one post is held back",
            "‖ frozen: Instagram",
            "frozen on Instagram (Ada Neri)",
            "It is frozen: S thaws it",
            "Meanwhile one would have gone out:",
            "Thawed: Instagram",
        ),
    ] {
        let stage = Stage::speaking(language, &files());
        // The first answer of either question does nothing.
        let stage = stage.press("S").shows(what).press("Enter").hides(what);
        let stage = stage.press("S 2").shows(really).press("Enter").hides(really);
        assert!(stage.files("").iter().all(|path| path != "freeze.toml"));
        let stage = stage.press("S 2").shows(really).press("2").shows("‖").shows(done);
        // Which of its two channels it is, beside the card that bears the mark.
        let stage = stage.press("j k").shows(frozen).shows(on);
        let file = stage.file("freeze.toml");
        assert!(file.contains("channel = \"ig\"") && file.contains("by = \"Ada Neri"), "{file}");
        assert!(!file.contains("\"bs\""), "{file}");
        let stage = stage.press("P").shows(refused);
        // Two hours later its hour has passed, and it stands where it stood.
        let stage = stage.spoken_at(language, "2026-11-25T10:00:00Z").shows(frozen).shows("‖");
        let stage = stage.press("S 2").shows(held).press("2").shows(thawed);
        let stage = stage.press("j k").hides(frozen);
        assert!(stage.files("").iter().all(|path| path != "freeze.toml"), "nothing is left");
        let stage = stage.press("u").press("j k").shows(frozen);
        assert!(stage.file("freeze.toml").contains("channel = \"ig\""));
    }
}

#[test]
fn what_is_late_and_frozen_is_not_offered_to_be_marked() {
    let frozen = ("freeze.toml", "[[freeze]]\nchannel = \"bs\"\nsince = 2026-11-20T08:00:00Z\n");
    let late = |files: &[(&str, &str)]| {
        Stage::speaking(Language::English, files)
            .spoken_at(Language::English, "2026-11-25T10:00:00Z")
    };
    let files: Vec<_> = files().into_iter().collect();
    // The key works on the post under the cursor, and is named there.
    let stage = late(&files).shows("1 post overdue").hides("P mark").press("k");
    stage.shows("1 post overdue: P mark as published").press("j").hides("P mark");
    let files: Vec<_> = files.into_iter().chain([frozen]).collect();
    let stage = late(&files).hides("overdue").press("k");
    stage.shows("frozen on Bluesky").hides("P mark");
}

#[test]
fn a_reason_is_typed_for_whoever_finds_it_frozen() {
    let stage = Stage::speaking(Language::Italian, &files()).press("S 2 3");
    let stage = stage.shows("ferma Instagram").shows("per chi lo trova fermo");
    let stage = stage.type_text("alluvione a Biella").press("Enter");
    let stage = stage.press("j k").shows("fermo su Instagram (Ada Neri:");
    assert!(stage.file("freeze.toml").contains("why = \"alluvione a Biella\""));
}

#[test]
fn a_freeze_that_cannot_be_read_freezes_everything_and_its_key_leads_to_the_place() {
    let broken = ("freeze.toml", "[[freeze]]\nchannell = \"ig\"\nsince = 2026-11-20T08:00:00Z\n");
    let files: Vec<_> = files().into_iter().chain([broken]).collect();
    let stage = Stage::speaking(Language::Italian, &files);
    let stage = stage.shows("freeze.toml non si capisce: finché non è a posto è tutto fermo");
    let stage = stage.shows("freeze.toml:2:1: «freeze.channell»");
    let stage = stage.press("l j").press("P").shows("È fermo");
    let stage = stage.press("S").shows("freeze.toml:2:1:").shows("2 apri freeze.toml");
    stage.hides("ferma Instagram").press("Esc").hides("2 apri freeze.toml");
}

#[test]
fn a_campaign_under_the_cursor_is_offered_first_among_the_campaigns() {
    let stage = Stage::speaking(Language::English, &files()).press("S");
    let stage = stage.shows("4 freeze the campaign inverno-26").shows("5 freeze everything");
    let stage = stage.press("4").shows("one post is held back").press("2");
    assert!(stage.file("freeze.toml").contains("campaign = \"inverno-26\""));
}
