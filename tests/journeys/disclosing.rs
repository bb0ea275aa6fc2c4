//! What is to be told of AI: how it is said on the week, answered in the fields, and read
//! again below the origin of every sentence.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";

#[test]
fn a_video_of_ais_is_asked_about_answered_and_from_then_on_listed_with_who_wants_a_label() {
    let post = "id = \"k3f9q7ab\"\ntitle = \"La lana torna\"\nwhen = 2026-11-25T12:30:00\n\
                channels = [\"ig\"]\ntext = \"La lana torna.\"\n\n[[media]]\n\
                path = \"media/lana.mp4\"\nalt = \"Un gomitolo rotola\"\nsource = \"ai\"\n";
    for (language, asked, yes, label, source) in [
        (Language::Italian, "media/lana.mp4 è fatto con", "sì", "va segnalato: Instagram", "Fonte"),
        (
            Language::English,
            "media/lana.mp4 is made with",
            "yes",
            "wants a label: Instagram",
            "Source",
        ),
    ] {
        let mut files: Vec<(&str, &str)> = BOTTEGA.to_vec();
        files.retain(|(path, _)| *path != LANA);
        files.extend([(LANA, post), ("media/lana.mp4", "")]);
        let stage = Stage::speaking(language, &files).sized(160, 48).shows(asked);
        let stage = stage.press("i").click(yes).press("Esc").hides(asked);
        assert!(stage.file(LANA).contains("source = \"ai\"\nrealistic = true\n"));
        let stage =
            stage.press("b").shows(label).press("End k").shows("about.fb.com").shows(source);
        stage.press("Esc u").shows(asked);
    }
}

#[test]
fn a_draft_taken_whole_is_ais_until_a_hand_writes_a_sentence_of_its_own() {
    for (language, whole, shared, unseen) in [
        (
            Language::Italian,
            "Instagram: scritto dall’IA",
            "Instagram: con l’aiuto dell’IA",
            "Ogni frase è come",
        ),
        (
            Language::English,
            "Instagram: AI-generated",
            "Instagram: AI-assisted",
            "Every sentence stands",
        ),
    ] {
        let texts = vec!["La lana torna a casa. Tre colori nuovi sul banco."];
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(texts)).sized(160, 48);
        let stage = stage.press("a").type_text(" di lana").press("Enter").shows("sul banco.");
        let stage = stage.press("Y Esc").shows(unseen).press("b").shows(whole).press("Esc");
        let stage = stage.press("e C-End").type_text(" Vi aspettiamo da lunedì.").press("Esc");
        stage.hides(unseen).press("b").shows(shared);
    }
}
