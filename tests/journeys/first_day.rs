//! The sentence the program is built around: see the week, ask for drafts, accept one
//! sentence, rewrite another in place, move a post to Thursday, undo it, quit; and the
//! folder's `git diff` shows exactly those words, the record of the decision, and nothing
//! else.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const FIRST: &str = "La lana torna a casa. Da oggi in bottega ci sono tre colori nuovi.";
const SECOND: &str = "Tre colori nuovi. Passa a toccarli.";

fn opened(language: Language) -> Stage {
    Stage::with(BOTTEGA).reopened(language, Canned::saying(vec![FIRST, SECOND]))
}

/// Added and removed lines of a diff, without its headers.
fn changed(diff: &str) -> Vec<&str> {
    diff.lines()
        .filter(|line| {
            line.starts_with(['+', '-']) && !line.starts_with("+++ ") && !line.starts_with("--- ")
        })
        .collect()
}

/// Accepts the first sentence of the first suggestion, writes over the second.
fn decided(stage: Stage) -> Stage {
    stage
        .press("a")
        .type_text("i colori nuovi")
        .press("Enter")
        .shows("La lana torna a casa.")
        .press("y j e C-a")
        .type_text("Da lunedì tre colori: robbia, reseda, guado.")
        .press("Enter")
}

#[test]
fn a_first_day_in_italian_leaves_exactly_what_the_hand_did() {
    let stage = decided(opened(Language::Italian).shows("settimana 48").shows("La lana"));
    let post = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    assert!(
        post.contains("La lana torna a casa. Da lunedì tre colori: robbia, reseda, guado."),
        "{post}"
    );
    assert!(post.starts_with("# Scritto da Ada, con la sua calma\n"), "{post}");
    assert!(post.contains("when = 2026-11-25T12:30:00   # mezz'ora dopo mezzogiorno\n"), "{post}");
    assert!(post.contains("colore = \"robbia\"\n"), "{post}");
    assert_eq!(post.matches("[[origin]]").count(), 2, "{post}");

    let drafts = stage.files("drafts/k3f9q7ab");
    assert_eq!(drafts.len(), 3, "three suggestions were asked for: {drafts:?}");
    let judged: String = drafts.iter().map(|path| stage.file(path)).collect();
    assert_eq!(judged.matches("verdict = \"accepted\"").count(), 1, "{judged}");
    assert_eq!(judged.matches("verdict = \"rewritten\"").count(), 1, "{judged}");
    assert!(
        judged.contains("tre colori nuovi."),
        "the machine's words stay as they were: {judged}"
    );

    let before = stage.diff();
    let stage = stage.press("q").shows("settimana 48").press("m l Enter").shows("gio 26");
    let moved = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    assert!(
        moved.contains("when = 2026-11-26T12:30:00   # mezz'ora dopo mezzogiorno\n"),
        "{moved}"
    );
    let stage = stage.press("u");
    assert_eq!(stage.diff(), before, "undo takes back the move and nothing else");
    let touched: Vec<&str> = before.lines().filter(|line| line.starts_with("diff --git")).collect();
    assert_eq!(touched.len(), 4, "one post and three suggestions: {touched:?}");
    let removed: Vec<&str> = changed(&before).into_iter().filter(|l| l.starts_with('-')).collect();
    assert_eq!(removed, ["-text = \"\""], "nothing else of the post was touched");
}

#[test]
fn a_first_day_in_english_is_the_same_day() {
    let stage = decided(opened(Language::English).shows("week 48"));
    let post = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    assert!(post.contains("La lana torna a casa. Da lunedì tre colori"), "{post}");
    let stage = stage.press("q m l Enter").shows("Thu 26").press("u");
    let undone = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    assert!(undone.contains("when = 2026-11-25T12:30:00 "), "{undone}");
}

#[test]
fn every_step_back_is_a_step_back_on_the_disk() {
    let stage = opened(Language::Italian);
    let untouched = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    let stage = decided(stage).press("q u u");
    assert_eq!(stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml"), untouched);
    let stage = stage.press("C-r");
    let again = stage.file("posts/2026/W48/la-lana-torna.k3f9q7ab.toml");
    assert!(again.contains("La lana torna a casa."), "{again}");
    assert!(!again.contains("robbia, reseda"), "{again}");
}
