//! Two people and a post: one asks for a review, the other wants a change of a sentence, the
//! first answers, mends and settles. Each note is a file, and git merges them.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::vocab::Event;

const NOTES: &str = "notes/m4n5p6q7";
const CHANGE: &str = "notes/m4n5p6q7/5t8w2zqc.toml";
const BEA_WANTS: &str = r#"post = "m4n5p6q7"
at = 2026-11-24T10:12:00Z
by = "Bea Riva <bea@example.org>"
kind = "change"
quote = "Ogni sciarpa porta il nome di chi l'ha tessuta."
text = "Solo quelle firmate: sono dodici."
"#;

/// Who git says is at work.
fn as_ada(stage: Stage) -> Stage {
    let author = Some("Ada Neri <ada@example.org>".to_owned());
    let (branch, changed, ahead, behind) = (Some("main".into()), 0, 0, 0);
    stage.event(Event::HistoryRead { author, branch, changed, ahead, behind })
}

/// The notes of the post, each as its file has it.
fn notes(stage: &Stage) -> Vec<String> {
    stage.files(NOTES).iter().map(|path| stage.file(path)).collect()
}

#[test]
fn a_review_is_asked_for_answered_and_settled() {
    let stage = as_ada(Stage::speaking(Language::Italian, BOTTEGA)).click("Chi tesse");
    let stage = stage.press("R").shows("Nessuno ha ancora detto niente");
    let stage = stage.press("a").type_text("Il tono va bene?").press("Tab").type_text("Bea");
    let stage = stage.press("Enter").shows("Ada Neri chiede una revisione a Bea");
    let asked = notes(&stage);
    assert_eq!(asked.len(), 1, "{asked:?}");
    for line in ["kind = \"ask\"", "to = \"Bea\"", "by = \"Ada Neri <ada@example.org>\""] {
        assert!(asked[0].contains(line), "{line}: {}", asked[0]);
    }
    let stage = stage.outside(CHANGE, BEA_WANTS).shows("1 modifica da fare");
    let stage = stage.press("Esc").shows("1 nota per te").press("g n").shows("da cambiare");
    let stage = stage.press("R").shows("Solo quelle firmate");
    let stage = stage.press("r").type_text("Giusto, lo aggiungo.").press("Enter");
    let stage = stage.shows("Giusto, lo aggiungo.");
    let stage = stage.press("x").shows("risolta da Ada Neri").hides("1 modifica da fare");
    assert_eq!(notes(&stage).len(), 4);
    let stage = stage.press("u").shows("1 modifica da fare");
    assert_eq!(notes(&stage).len(), 3, "what was settled is open again");
    let stage = stage.press("C-r Esc").shows("Niente aspetta te").press("Esc");
    let text = stage.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml");
    assert!(!text.contains("firmate"), "a note is no part of the post: {text}");
    let stage = stage.reopened(Language::Italian, Canned::silent()).click("Chi tesse");
    stage.shows("Ada Neri chiede una revisione").press("R j").shows("risolta da Ada Neri");
}

#[test]
fn a_sentence_is_named_by_its_words_and_a_note_outlives_them() {
    let stage = as_ada(Stage::speaking(Language::English, BOTTEGA)).click("Chi tesse");
    let stage = stage.press("R j c").shows("about “Ogni sciarpa porta");
    let stage = stage.press("Enter").shows("It needs at least a word");
    let stage = stage.type_text("Not all of them").press("Enter").shows("Ada Neri wants a change");
    let written = notes(&stage);
    assert!(written[0].contains("quote = \"Ogni sciarpa porta"), "{written:?}");
    let stage = stage.press("e C-a").type_text("Dodici sciarpe.").press("Esc");
    let stage = stage.sized(140, 36).shows("no longer in the text").shows("1 change to make");
    let stage = stage.press("Esc x");
    assert!(stage.files(NOTES).is_empty(), "notes go where their post goes");
    let stage = stage.press("u").click("Chi tesse").shows("1 change to make");
    assert_eq!(notes(&stage), written);
}

#[test]
fn the_words_of_a_note_that_was_left_are_there_when_it_is_begun_again() {
    let stage = as_ada(Stage::speaking(Language::English, BOTTEGA)).click("Chi tesse");
    let stage = stage.press("R j c").type_text("Since when?").press("Esc").hides("Since when?");
    let stage = stage.press("n").hides("Since when?").press("Esc");
    let stage = stage.press("k c").hides("Since when?").press("Esc Esc");
    let stage = stage.press("R j c").shows("Since when?").press("Enter").hides("For whom");
    assert!(notes(&stage)[0].contains("text = \"Since when?\""));
    stage.press("c").shows("about “Ogni sciarpa porta").shows("what has to change");
}

#[test]
fn what_needs_me_leads_to_the_yes_and_waits_below_it() {
    let stage = as_ada(Stage::speaking(Language::English, BOTTEGA)).outside(CHANGE, BEA_WANTS);
    let stage = stage.press("g n").shows("to change").shows("A approve");
    let stage = stage.press("A").hides("What needs you").press("Esc").shows("What needs you");
    let stage = stage.press("e").shows("Ogni sciarpa porta").press("Esc").shows("What needs you");
    stage.press("Enter").hides("What needs you").shows("Chi tesse");
}

#[test]
fn a_broken_note_is_a_problem_with_its_place_and_the_others_are_read() {
    let stage = as_ada(Stage::speaking(Language::English, BOTTEGA));
    let stage = stage.outside(CHANGE, BEA_WANTS);
    let broken = BEA_WANTS.replace("\"change\"", "\"veto\"");
    let stage = stage.outside("notes/m4n5p6q7/6t8w2zqc.toml", &broken);
    let stage = stage.click("Chi tesse").shows("1 change to make");
    stage.shows("6t8w2zqc.toml:4:8");
}

#[test]
fn what_is_asked_about_a_post_months_away_is_heard_of_today() {
    const FAR: &str = r#"id = "3e5t7v9w"
title = "Primavera"
when = 2027-03-16T12:00:00
channels = ["ig"]
lang = "it"
text = "Torna il lino."
"#;
    const ASK: &str = r#"post = "3e5t7v9w"
at = 2026-11-24T10:12:00Z
by = "Bea Riva <bea@example.org>"
kind = "ask"
to = "ada@example.org"
text = "Il lino c'è davvero?"
"#;
    let far =
        [("posts/2027/W11/primavera.3e5t7v9w.toml", FAR), ("notes/3e5t7v9w/10000000.toml", ASK)];
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain(far).collect();
    let stage = as_ada(Stage::speaking(Language::Italian, &files)).shows("1 nota per te");
    let stage = stage.press("g n").shows("da rivedere").shows("Primavera").press("e");
    let stage = stage.shows("Torna il lino.").press("M-r").shows("Il lino c'è davvero?");
    let stage = stage.press("x").shows("risolta da Ada Neri").press("Esc Esc");
    stage.shows("Niente aspetta te").press("Esc").hides("nota per te");
}
