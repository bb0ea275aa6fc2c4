//! Approving: the text on the screen, a key that a hand pressed, the ledger and the file.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const POST: &str = "posts/2026/W48/lana.k3f9q7ab.toml";

/// Wednesday 25 at 12:30 on both channels, with a text that claims nothing.
const LANA: &str = r#"id = "k3f9q7ab"
title = "La lana torna"
when = 2026-11-25T12:30:00
channels = ["ig", "bs"]
lang = "it"
text = "La lana torna a casa."
"#;

fn bottega(post: &str) -> Vec<(&'static str, String)> {
    let others = BOTTEGA.iter().filter(|(path, _)| !path.starts_with("posts/"));
    let mut files: Vec<_> = others.map(|(path, text)| (*path, (*text).to_owned())).collect();
    files.push((POST, post.to_owned()));
    files
}

fn opened(language: Language, post: &str) -> Stage {
    let files = bottega(post);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    Stage::speaking(language, &files)
}

fn file(stage: &Stage) -> String {
    std::fs::read_to_string(stage.folder.join(POST)).expect("the file of the post")
}

#[track_caller]
fn shows(stage: &Stage, text: &str) {
    let screen = stage.rows().join("\n");
    assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
}

#[test]
fn one_key_approves_what_stands_on_the_screen() {
    for (language, wanted) in [
        (Language::Italian, ["Da approvare", "Approvato:", "Approvi come Ada Neri"]),
        (Language::English, ["To approve", "Approved:", "You approve as Ada Neri"]),
    ] {
        let stage = opened(language, LANA).press("A");
        shows(&stage, wanted[0]);
        shows(&stage, wanted[2]);
        shows(&stage, "▏ La lana torna a casa.");
        let stage = stage.press("y");
        shows(&stage, wanted[1]);
        shows(&stage, "✓");
        let file = file(&stage);
        assert!(file.contains("[approval]\nscheme = \"palinsesto-approval-1\""), "{file}");
        assert!(file.contains("by = \"Ada Neri <ada@example.org>\""), "{file}");
    }
}
