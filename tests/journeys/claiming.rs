//! Claims: somebody answers for one, makes a fact of one, and what was written is open
//! again when the facts change.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";
const FACTS: &str = "facts/listino.toml";
const MADE: &str = "facts/from-posts.toml";

const SCIARPA: &str =
    "# Il listino\n[[fact]]\nid = \"sciarpa\"\ntext = \"La sciarpa costa 89 €\"\n";

/// The post of Thursday says a price, and the cursor stands on it.
fn selling(text: &str) -> Stage {
    let post = BOTTEGA.iter().find(|(path, _)| *path == TESSE).expect("the post").1;
    let post = post.replace("Ogni sciarpa porta il nome di chi l'ha tessuta.", text);
    let mut files = BOTTEGA.to_vec();
    files.retain(|(path, _)| *path != TESSE);
    files.extend([(TESSE, post.as_str()), (FACTS, SCIARPA)]);
    Stage::with(&files).press("l k").shows("Chi tesse")
}

#[test]
fn a_claim_is_answered_for_with_a_note_and_the_answer_is_taken_back() {
    let stage =
        selling("La sciarpa a 79 €.").shows("tocca a te").shows("«79 €»: il fatto «sciarpa»");
    let before = stage.file(TESSE);
    let stage = stage.press("e M-t").shows("Perché «79 €» è giusto:");
    let stage = stage.type_text("prezzo per i soci").press("Enter");
    let ticked = stage.file(TESSE);
    assert!(ticked.starts_with(&before), "{ticked}");
    for line in ["[[claim]]", "quote = \"79 €\"", "note = \"prezzo per i soci\"", "by = \"Ada"] {
        assert!(ticked.contains(line), "{line}: {ticked}");
    }
    let stage = stage.press("Esc").hides("tocca a te").hides("«79 €»: il fatto");
    let stage = stage.press("u").shows("tocca a te");
    assert_eq!(stage.file(TESSE), before);
    let stage = stage.press("C-r").hides("tocca a te");
    assert_eq!(stage.file(TESSE), ticked);
}

#[test]
fn a_boast_that_smells_gravely_can_be_answered_for_all_the_same() {
    let text = "Non è solo un plaid: è un viaggio unico nel suo genere.";
    let (smell, claim) = ("Sa di macchina: «un viaggio unico»", "«unico»: nessun fatto lo prova");
    let stage = selling(text).press("e");
    let stage = stage.shows(smell).shows(claim);
    // On the word the key is offered, and it answers for that word.
    let stage = stage.press(&format!("C-Home {}", "Right ".repeat(36))).shows("M-t");
    let stage = stage.press("M-t").shows("Perché «unico» è giusto:");
    let stage = stage.type_text("è l’unico tinto con la robbia").press("Enter");
    let stage = stage.shows(smell).hides("nessun fatto lo prova");
    assert!(stage.file(TESSE).contains("quote = \"unico\""), "{}", stage.file(TESSE));
}

#[test]
fn a_claim_becomes_a_fact_and_the_fact_is_taken_back() {
    let stage = selling("Evviva. Abbiamo dodici telai.").hides("tocca a te");
    let stage = stage.shows("«dodici telai»: nessun fatto");
    let stage = stage.press("e M-f");
    let made = stage.file(MADE);
    assert!(made.contains("text = \"Abbiamo dodici telai.\""), "{made}");
    let stage = stage.press("Esc").hides("«dodici telai»");
    let stage = stage.press("u").shows("«dodici telai»: nessun fatto");
    assert!(!stage.file(MADE).contains("telai"), "{}", stage.file(MADE));
}

#[test]
fn what_a_fact_says_of_something_else_is_told_as_the_command_line_tells_it() {
    let stage = selling("I guanti costano 89 €.").shows("«89 €»: c’è nel fatto");
    let stage = stage.shows("«sciarpa», che forse parla");
    stage.hides("nessun fatto conferma");
}

#[test]
fn what_a_fact_speaks_against_becomes_none_and_the_place_of_the_other_is_said() {
    let stage = selling("La sciarpa a 79 €.").press("e M-f");
    let stage = stage.shows("Non ne faccio un fatto: «79 €»").shows("facts/listino.toml:4");
    assert!(stage.files("facts").iter().all(|path| path != MADE), "{:?}", stage.files("facts"));
    // Nor after somebody answered for it in this post: a fact would hold in all of them.
    let stage = stage.press("M-t").type_text("per i soci").press("Enter M-f");
    assert!(stage.files("facts").iter().all(|path| path != MADE), "{:?}", stage.files("facts"));
    let expired = format!("{SCIARPA}expires = 2026-11-20\n");
    let stage = selling("La sciarpa a 89 €.").outside(FACTS, &expired).press("e M-f");
    let stage = stage
        .shows("«89 €»: il fatto «sciarpa» valeva fino al ven 20 nov")
        .shows("facts/listino.toml:4");
    assert!(stage.files("facts").iter().all(|path| path != MADE), "{:?}", stage.files("facts"));
}

#[test]
fn the_footer_offers_what_can_be_done_about_a_claim_where_the_cursor_stands_on_one() {
    let stage = selling("Qui. La sciarpa a 79 €.").press("e C-End Left").shows("M-t conferma");
    // What a fact speaks against is made no fact of.
    let stage = stage.hides("M-f ne fa un fatto");
    stage.press("C-Home").hides("M-t conferma");
    let stage = selling("Qui. Ne restano 40.").press("e C-End Left").shows("M-t conferma");
    stage.shows("M-f ne fa un fatto").press("C-Home").hides("M-f ne fa un fatto");
}

#[test]
fn two_facts_that_disagree_are_a_problem_of_their_file() {
    let other = "\n[[fact]]\nid = \"sciarpa-bis\"\ntext = \"La sciarpa costa 79 €\"\n";
    let stage = selling("Qui.").outside(FACTS, &format!("{SCIARPA}{other}"));
    let stage = stage.shows("listino.toml:8");
    stage.outside(FACTS, SCIARPA).hides("listino.toml:8");
}

#[test]
fn a_fact_that_changes_or_expires_reopens_the_posts_that_used_it() {
    let stage = selling("La sciarpa a 89 €.").hides("tocca a te").hides("«89 €»: il fatto");
    // Far from the post: the key that walks to what needs a person finds it.
    let stage = stage.press("g i").outside(FACTS, &SCIARPA.replace("89", "95"));
    let stage = stage.shows("1 uscita da sistemare").press("d");
    let stage = stage.shows("«89 €»: il fatto «sciarpa»").shows("sciarpa costa 95 €");
    let stage = stage.outside(FACTS, SCIARPA).hides("tocca a te").hides("«89 €»: il fatto");
    let stage = stage.outside(FACTS, &format!("{SCIARPA}expires = 2026-11-20\n"));
    stage.shows("tocca a te").shows("«89 €»: il fatto «sciarpa»").shows("valeva fino al");
}

#[test]
fn an_answer_given_when_the_facts_were_others_is_asked_for_again() {
    let stage = selling("La sciarpa a 79 €.").press("e M-t").type_text("soci").press("Enter Esc");
    let stage = stage.hides("tocca a te").outside(FACTS, &SCIARPA.replace("89", "95"));
    let stage = stage.shows("tocca a te").shows("quando i fatti");
    // Answered again, the old answer makes room.
    let stage = stage.press("e M-t").type_text("soci").press("Enter Esc").hides("tocca a te");
    assert_eq!(stage.file(TESSE).matches("[[claim]]").count(), 1, "{}", stage.file(TESSE));
}

#[test]
fn what_goes_out_beside_the_text_is_seen_in_the_week_and_in_the_form() {
    let post = "id = \"m4n5p6q7\"\ntitle = \"Chi tesse\"\nwhen = 2026-11-26T09:00:00\n\
                channels = [\"ig\", \"bs\"]\nlang = \"it\"\ntext = \"La sciarpa torna.\"\n\
                first_comment = \"La sciarpa costa 79 €\"\n";
    let stage = selling("").outside(TESSE, post).shows("tocca a te");
    let stage = stage.shows("nel primo commento: «79 €»");
    let stage = stage.press("i").shows("«79 €»: il fatto «sciarpa» dice").press("Esc");
    let stage = stage.press("e M-t").shows("primo commento, «79 €»:");
    stage.type_text("soci").press("Enter Esc").hides("tocca a te");
}

#[test]
fn words_whose_fact_is_gone_are_asked_for_in_the_next_session_too() {
    let stage = selling("La sciarpa a 89 €.").hides("tocca a te");
    let other = "[[fact]]\nid = \"telai\"\ntext = \"Qui si tesse a mano\"\n";
    let stage = stage.outside(FACTS, other).shows("tocca a te").shows("(lo diceva il");
    let stage = stage.reopened(Language::Italian, Canned::silent()).press("l k");
    let stage = stage.shows("Chi tesse").shows("tocca a te").shows("(lo diceva il");
    stage.outside(FACTS, SCIARPA).hides("tocca a te");
}
