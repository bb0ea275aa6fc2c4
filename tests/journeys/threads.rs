//! Threads: asked for, taken message by message, broken and joined by hand, copied.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";

#[test]
fn a_thread_is_asked_for_taken_and_stands_in_the_folder_message_by_message() {
    for (language, row, part) in [
        (Language::Italian, "Thread      [no]  sì", "3 messaggi · BS "),
        (Language::English, "Thread      [no]  yes", "3 messages · BS "),
    ] {
        let says = vec!["La lana torna a casa.\n---\nDa lunedì in bottega.\n---\nVieni?"];
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(says)).press("a");
        let stage = stage.type_text("la lana").press("Down Down Down Right Down").shows(row);
        let stage = stage.press("Down Right Enter").shows("── 2/3 ──").shows(part);
        let stage = stage.press("Y");
        let diff = stage.diff();
        let of_post = diff.split("diff --git").find(|part| part.contains(LANA)).expect("the post");
        let text = "-text = \"\"\n+text = \"La lana torna a casa.\"\n+parts = [\n\
                    +    \"Da lunedì in bottega.\",\n+    \"Vieni?\",\n+]\n";
        assert!(of_post.contains(text), "{of_post}");
        let draft: String = stage.files("drafts").iter().map(|path| stage.file(path)).collect();
        assert!(draft.contains("task = \"thread\"") && draft.contains("parts = ["), "{draft}");
        let stage = stage.press("u");
        assert!(!stage.file(LANA).contains("parts"), "{}", stage.file(LANA));
    }
}

#[test]
fn messages_are_made_numbered_and_joined_in_the_editor() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::silent());
    let stage = stage.press("l k e M-Enter").type_text("E chi la porta?").shows("── 2/2 ──");
    let stage = stage.press("M-n").shows("E chi la porta? 2/2").press("M-n C-s");
    let file = stage.file(TESSE);
    assert!(file.contains("parts = [\n    \"E chi la porta?\",\n]"), "{file}");
    let stage = stage.press("Home Backspace C-s");
    let file = stage.file(TESSE);
    assert!(file.contains("l'ha tessuta.E chi la porta?") && !file.contains("parts"), "{file}");
}

#[test]
fn a_thread_is_seen_in_the_week_and_copied_message_by_message() {
    for (language, second) in
        [(Language::Italian, "messaggio 2 di 2"), (Language::English, "message 2 of 2")]
    {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::silent());
        let stage = stage.press("l k e M-Enter").type_text("E chi la porta?").press("Esc");
        let stage = stage.shows("── 2/2 ──").shows("BS 1/2 47/300").shows("Instagram");
        stage.press("Y").shows(second);
    }
}
