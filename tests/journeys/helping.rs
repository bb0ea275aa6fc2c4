//! Small helps with a text that is there: each a suggestion, taken where it belongs.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;

const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";
const OFFERED: &str = "post = \"m4n5p6q7\"\nat = 2026-11-22T10:00:00Z\ntext = \"Il catalogo è in \
    bottega.\"\n\n[brief]\ntopic = \"Catalogo\"\n\n[source]\nprovider = \"openai\"\nmodel = \
    \"prova\"\n";

const WITH_PICTURE: &str = r#"id = "m4n5p6q7"
title = "Chi tesse"
when = 2026-11-26T09:00:00
channels = ["ig", "bs"]
lang = "it"
text = """
Ogni sciarpa porta il nome di chi l'ha tessuta. Il filo arriva da Biella.
"""

[[media]]
path = "media/telaio.jpg"
"#;

/// The brand with a tone to choose, and a post with a text and a picture.
fn bottega() -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = BOTTEGA.iter().filter(|(path, _)| *path != TESSE).copied().collect();
    files.push((TESSE, WITH_PICTURE));
    files.push(("voice.toml", "[tones]\ncaldo = \"vicino\"\nasciutto = \"frasi corte\"\n"));
    files
}

fn asking(language: Language, says: Vec<&'static str>) -> Stage {
    Stage::suggesting(language, &bottega(), Canned::saying(says)).press("l k C")
}

#[test]
fn a_shorter_text_becomes_the_channels_own_and_the_common_one_stays() {
    let stage = asking(Language::Italian, vec!["Ogni sciarpa ha un nome."]);
    let stage = stage.shows("più corto").press("1").shows("Per quale canale?").press("2");
    let stage = stage.shows("Ogni sciarpa ha un nome.").press("Y");
    let post = stage.file(TESSE);
    assert!(post.contains("[variants.bs]\ntext = "), "{post}");
    assert!(post.contains("Ogni sciarpa ha un nome."), "{post}");
    assert!(post.contains("Il filo arriva da Biella."), "the human text stays: {post}");
    assert_eq!(post.matches("[[origin]]").count(), 1, "{post}");
    let drafts: String = stage.files("drafts").iter().map(|path| stage.file(path)).collect();
    assert!(drafts.contains("task = \"shorten\""), "{drafts}");
    let stage = stage.press("u");
    assert_eq!(stage.file(TESSE), WITH_PICTURE);
}

#[test]
fn where_a_channel_has_its_own_text_a_shorter_one_takes_its_place_and_says_so() {
    for (language, row, before, said) in [
        (
            Language::Italian,
            "2 BS",
            "prende il posto del testo per BS",
            "Accettato al posto del testo che c’era: u lo riporta",
        ),
        (
            Language::English,
            "2 BS",
            "takes the place of the text for BS",
            "Accepted in the place of the text that was there: u puts that back",
        ),
    ] {
        let own =
            format!("{WITH_PICTURE}\n[variants.bs]\ntext = \"Il nome di chi l'ha tessuta.\"\n");
        let mut files = bottega();
        files.retain(|(path, _)| *path != TESSE);
        files.push((TESSE, &own));
        let says = Canned::saying(vec!["Ha un nome. E un filo."]);
        let stage = Stage::suggesting(language, &files, says).press("l k C 1").shows(row);
        let stage = stage.press("2").shows(before).press("y").shows(said);
        let post = stage.file(TESSE);
        assert!(post.contains("text = \"Ha un nome.\""), "{post}");
        assert!(post.contains("Il filo arriva da Biella."), "the common text stays: {post}");
        let stage = stage.press("y").hides(before);
        assert!(stage.file(TESSE).contains("text = \"Ha un nome. E un filo.\""));
        assert_eq!(stage.press("u u").file(TESSE), own, "every word is back");
    }
}

#[test]
fn a_described_picture_gets_its_alternative_text() {
    let stage = asking(Language::English, vec!["Un telaio con il filo verde. #lana"]);
    let stage = stage.press("7").shows("Only what you write here is sent");
    let stage = stage.type_text("un telaio").press("Enter").shows("con il filo verde").press("Y");
    let post = stage.file(TESSE);
    assert!(post.contains("alt = \"Un telaio con il filo verde."), "{post}");
    assert!(post.contains("l'ha tessuta. Il filo arriva da Biella.\n\"\"\""), "{post}");
}

#[test]
fn a_first_comment_lands_under_the_post() {
    let stage = asking(Language::Italian, vec!["Il catalogo è in bottega."]).press("6");
    let stage = stage.shows("Il catalogo è in bottega.").press("y");
    assert!(stage.file(TESSE).contains("first_comment = \"Il catalogo è in bottega.\""));
}

#[test]
fn where_a_first_comment_stands_another_takes_its_place_and_says_so() {
    for (language, before, said) in [
        (
            Language::Italian,
            "prende il posto del primo commento",
            "Accettato al posto del testo che c’era: u lo riporta",
        ),
        (
            Language::English,
            "takes the place of the first comment",
            "Accepted in the place of the text that was there: u puts that back",
        ),
    ] {
        let own = WITH_PICTURE.replace("lang =", "first_comment = \"Orari in bio.\"\nlang =");
        let mut files = bottega();
        files.retain(|(path, _)| *path != TESSE);
        files.push((TESSE, &own));
        let says = Canned::saying(vec!["Il catalogo è qui. Passa a vederlo."]);
        let stage = Stage::suggesting(language, &files, says).press("l k C 6").shows(before);
        let stage = stage.press("y").shows(said).hides(before);
        assert!(stage.file(TESSE).contains("first_comment = \"Il catalogo è qui.\"\n"));
        // The rest of the same joins it; another one asked for takes its place again.
        let stage = stage.press("y");
        assert!(stage.file(TESSE).contains("\"Il catalogo è qui. Passa a vederlo.\"\n"));
        let stage = stage.press("r").shows(before).press("y");
        assert!(stage.file(TESSE).contains("first_comment = \"Il catalogo è qui.\"\n"));
        assert_eq!(stage.press("u u u u").file(TESSE), own, "every word is back");
    }
}

#[test]
fn a_picture_that_is_described_gets_another_alternative_text_in_its_place() {
    for (language, before) in [
        (Language::Italian, "prende il posto del testo alternativo di telaio.jpg"),
        (Language::English, "takes the place of the alternative text of telaio.jpg"),
    ] {
        let own = format!("{WITH_PICTURE}alt = \"Un telaio.\"\n");
        let mut files = bottega();
        files.retain(|(path, _)| *path != TESSE);
        files.push((TESSE, &own));
        let says = Canned::saying(vec!["Un filo verde. Mani al lavoro."]);
        let stage = Stage::suggesting(language, &files, says).press("l k C 7");
        let stage = stage.type_text("un telaio").press("Enter").shows(before).press("Y");
        let post = stage.file(TESSE);
        assert!(post.contains("alt = \"Un filo verde. Mani al lavoro.\"\n"), "{post}");
        assert_eq!(post.matches("[[media]]").count(), 1, "{post}");
        assert_eq!(stage.hides(before).press("u").file(TESSE), own, "every word is back");
    }
}

#[test]
fn a_translation_asks_for_the_language_and_the_channel() {
    let stage = asking(Language::Italian, vec!["Every scarf bears a name."]).press("3");
    // Italian is the text's own: English is the only other one, and goes without asking.
    let stage = stage.shows("Dove va quello che prendi?").press("1");
    let stage = stage.shows("Per quale canale?").press("Enter").shows("Every scarf").press("y");
    let post = stage.file(TESSE);
    assert!(post.contains("[variants.ig]") && post.contains("Every scarf"), "{post}");
    let drafts: String = stage.files("drafts").iter().map(|path| stage.file(path)).collect();
    assert!(drafts.contains("lang = \"en\"") && drafts.contains("task = \"translate\""));
}

#[test]
fn a_translation_becomes_a_new_post_with_the_first_sentence_that_is_taken() {
    for (language, told) in [
        (Language::Italian, "Traduzione di «Chi tesse»"),
        (Language::English, "Translation of “Chi tesse”"),
    ] {
        let says = vec!["Every scarf bears a name. The yarn is from Biella."];
        let stage = asking(language, says).press("3 2").shows("Every scarf");
        assert_eq!(stage.file(TESSE), WITH_PICTURE);
        assert_eq!(stage.files("posts/2026/W48").len(), 2, "nothing but suggestions yet");
        let stage = stage.press("y y");
        let new = stage.only("chi-tesse-en");
        let post = stage.file(&new);
        for part in [
            "title = \"Chi tesse · EN\"",
            "when = 2026-11-26T09:00:00",
            "channels = [\"ig\", \"bs\"]",
            "lang = \"en\"",
            "Every scarf bears a name. The yarn is from Biella.",
            "path = \"media/telaio.jpg\"",
            "draft = \"m4n5p6q7/",
        ] {
            assert!(post.contains(part), "{part} is not in\n{post}");
        }
        assert_eq!(stage.file(TESSE), WITH_PICTURE, "the other post stays as it was");
        let stage = stage.press("q").press("k").shows(told);
        let stage = stage.press("u u");
        assert_eq!(stage.files("posts/2026/W48").len(), 2, "{:?}", stage.files(""));
        assert_eq!(stage.file(TESSE), WITH_PICTURE);
    }
}

#[test]
fn from_the_editor_what_was_typed_is_saved_before_it_is_asked_about() {
    let stage = Stage::suggesting(Language::Italian, &bottega(), Canned::saying(vec!["Una riga."]));
    let stage = stage.press("l k e C-End").type_text(" Vieni.").press("M-c");
    assert!(stage.file(TESSE).contains("Biella. Vieni."), "{}", stage.file(TESSE));
    stage.press("Esc").shows("Vieni.");
}

#[test]
fn what_cannot_be_asked_says_why() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(vec!["x"])).press("C");
    let stage = stage.press("1").shows("Il testo non c’è ancora");
    let stage = stage.press("7").shows("Il post non ha immagini");
    assert_eq!(stage.press("Esc").diff(), "");
}

#[test]
fn what_was_typed_for_a_help_that_came_to_nothing_comes_back_in_its_line() {
    let wrote = "Siete aperti anche sabato mattina?";
    for (language, asks) in [
        (Language::Italian, "Che cosa ha scritto?"),
        (Language::English, "What did somebody write?"),
    ] {
        let stage = Stage::suggesting(language, &bottega(), Canned::gone()).press("l k C 8");
        let stage = stage.paste(wrote).press("Enter 1");
        // The server is away: why is said, and the comment stands in its line.
        let stage = stage.shows(asks).shows(wrote).shows("192.0.2.1:8080");
        let stage = stage.press("Enter 1").shows(asks).shows(wrote);
        // Left alone it is not forced on anybody; asked for again it is there.
        let stage = stage.press("Esc").hides(asks);
        assert_eq!(stage.diff(), "");
    }
    let stuck = Canned::stuck_after("");
    let stage = Stage::suggesting(Language::Italian, &bottega(), stuck).press("l k C 7");
    let stage = stage.type_text("un telaio col filo verde").press_now("Enter");
    let stage = stage.until_shows("sta scrivendo").press("Esc");
    stage.shows("un telaio col filo verde").hides("sta scrivendo");
}

#[test]
fn what_was_typed_waits_for_whoever_leaves_the_panes_before_an_answer() {
    let wrote = "Siete aperti anche sabato mattina?";
    for (language, writing, asks) in [
        (Language::Italian, "sta scrivendo", "Che cosa ha scritto?"),
        (Language::English, "writing…", "What did somebody write?"),
    ] {
        let stuck = Canned::stuck_after("");
        let stage = Stage::suggesting(language, &bottega(), stuck).press("l k C 8");
        let stage = stage.paste(wrote).press_now("Enter").press_now("1").until_shows(writing);
        // Left with the key that does not stop first; then asked for from the week.
        let stage = stage.press("q").hides(writing);
        let stage = stage.press("C 8").shows(asks).shows(wrote).press("Esc");
        assert_eq!(stage.diff(), "");
    }
    let stuck = Canned::stuck_after("");
    let suggestion = ("drafts/m4n5p6q7/9v8w7x6y.toml", OFFERED);
    let files: Vec<(&str, &str)> = bottega().into_iter().chain([suggestion]).collect();
    let stage = Stage::suggesting(Language::Italian, &files, stuck).press("l k a c");
    let stage = stage.type_text("senza il catalogo").press_now("Enter");
    let stage = stage.until_shows("sta scrivendo").press("q").hides("sta scrivendo");
    stage.press("a c").shows("senza il catalogo");
}

#[test]
fn a_reply_to_somebody_is_asked_for_copied_and_never_enters_the_post() {
    for (language, menu, asks, beside) in [
        (
            Language::Italian,
            "8 rispondi a qualcuno",
            "Che cosa ha scritto?",
            "in risposta a: «Siete aperti anche sabato mattina?»",
        ),
        (
            Language::English,
            "8 reply to somebody",
            "What did somebody write?",
            "in reply to: “Siete aperti anche sabato mattina?”",
        ),
    ] {
        let stage = asking(language, vec!["Sì, dalle nove. Ti aspettiamo!"]).shows(menu);
        let stage = stage.press("8").shows(asks);
        let stage = stage.type_text("Siete aperti anche sabato mattina?").press("Enter");
        let stage = stage.press("1").shows("Sì, dalle nove.").shows(beside);
        // A sentence of it is no sentence of the post.
        let stage = stage.press("y");
        assert_eq!(stage.file(TESSE), WITH_PICTURE);
        let stage = stage.press("Y");
        let copied = TerminalOrder::Copy("Sì, dalle nove. Ti aspettiamo!".to_owned());
        assert!(stage.orders.contains(&copied), "{:?}", stage.orders);
        assert_eq!(stage.file(TESSE), WITH_PICTURE);
        let drafts: String = stage.files("drafts").iter().map(|path| stage.file(path)).collect();
        assert!(drafts.contains("task = \"reply\""), "{drafts}");
        assert!(drafts.contains("topic = \"Siete aperti anche sabato mattina?\""), "{drafts}");
    }
}
