//! Learning from the hand: the same decision again and again becomes a proposal, a yes
//! makes it a rule, and the next suggestion is looked at for it.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const TEXTS: [&str; 5] = [
    "Il gomitolo pesa un etto. E voi che ne dite?",
    "Tre colori nuovi sul banco. Quale scegliete?",
    "Sabato si apre alle nove. Chi viene con noi?",
    "Il telaio grande è pronto. Lo avete mai visto?",
    "La robbia asciuga in cortile. Passate a vederla?",
];

#[test]
fn five_questions_cut_become_a_rule_that_the_next_suggestion_is_held_to() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    let mut stage = stage.press("a").type_text(" di lana").press("Enter").shows("Chi viene");
    stage = stage.press("y n Enter l y n Enter l y n Enter");
    for text in ["Lo avete mai visto?", "Passate a vederla?"] {
        stage = stage.press("r").shows(text).press("y n Enter");
    }
    let stage = stage.press("Esc").shows("1 regola proposta").press("g v");
    let stage = stage.shows("Non chiudi mai con una domanda").shows("5 decisioni su 5");
    let stage = stage.press("y").shows("in vigore");
    let voice = stage.file("voice.toml");
    assert!(voice.contains("kind = \"no-closing-question\""), "{voice}");
    assert!(voice.contains("rule = \"Non chiudere con una domanda.\""), "{voice}");
    assert!(voice.contains("evidence = \"5 of 5, 2026-11-25\""), "{voice}");
    assert!(voice.contains("since = 2026-11-25"), "{voice}");
    let stage = stage.press("Esc a").type_text(" di lana").press("Enter");
    let stage = stage.shows("Regola: Non chiudere con");
    let stage = stage.press("Esc g v x").shows("proposta");
    assert!(!stage.file("voice.toml").contains("no-closing-question"));
    let stage = stage.press("u").shows("in vigore");
    assert!(stage.file("voice.toml").contains("no-closing-question"));
}

#[test]
fn a_no_is_remembered_in_the_folder() {
    let stage = Stage::suggesting(Language::English, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    let stage = stage.press("a").type_text(" di lana").press("Enter").shows("Chi viene");
    let stage = stage.press("y n Enter l y n Enter l y n Enter r").shows("Lo avete mai visto?");
    let stage = stage.press("y n Enter Esc").shows("1 rule proposed").press("g v n");
    let stage = stage.shows("refused");
    assert!(stage.file("voice.toml").contains("refused = 2026-11-25"));
    let stage = stage.press("Esc").reopened(Language::English, Canned::silent());
    let screen = stage.rows().join("\n");
    assert!(!screen.contains("rule proposed"), "{screen}");
}

#[test]
fn the_voice_is_that_of_weeks_nobody_has_opened() {
    let post = |n: usize| {
        let text = format!(
            "id = \"3e5t7v9{n}\"\ntitle = \"Fili {n}\"\nwhen = 2026-09-0{n}T12:00:00\n\
             channels = [\"ig\"]\nlang = \"it\"\ntext = \"Oggi contiamo {n} fili al telaio.\"\n\n\
             [published.ig]\nat = 2026-09-0{n}T10:00:00Z\n"
        );
        (format!("posts/2026/W{}/fili.3e5t7v9{n}.toml", if n < 7 { 36 } else { 37 }), text)
    };
    let archive: Vec<(String, String)> = (1..=9).map(post).collect();
    let old = archive.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain(old).collect();
    let stage = Stage::speaking(Language::Italian, &files).press("g v");
    let stage = stage.shows("post usciti").shows("parole 100%");
    assert!(stage.rows().join("\n").contains("9 post usciti"), "{:?}", stage.rows());
}
