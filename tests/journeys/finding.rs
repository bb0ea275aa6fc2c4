//! Getting somewhere: search, filter, palette, help, dates in words; and what is done once
//! a post is out.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const OLD: &str = "posts/2024/W10/perche-no.p2p3p4p5.toml";
const OLD_TEXT: &str = "id = \"p2p3p4p5\"\ntitle = \"Perché no\"\n\
    when = 2024-03-06T12:30:00\nchannels = [\"bs\"]\npillar = \"persone\"\n\
    campaign = \"marzo-24\"\ntext = \"Così è la città.\"\n";

fn opened() -> Stage {
    Stage::with(BOTTEGA).outside(OLD, OLD_TEXT)
}

#[test]
fn search_finds_any_year_without_accents_and_enter_goes_there() {
    let stage = opened().press("/").type_text("citta").shows("Perché no").press("Enter");
    let stage = stage.shows("settimana 10").shows("Perché no");
    let stage = stage.press("e").type_text("Ecco. ").press("Esc");
    assert!(stage.file(OLD).contains("Ecco. "), "the cursor stands on it: {}", stage.file(OLD));
}

#[test]
fn a_word_in_a_title_is_found_before_one_in_a_text_and_late_posts_are_marked() {
    let text = "id = \"t5t6t7t8\"\ntitle = \"Altro\"\nwhen = 2026-11-20T09:00:00\n\
        channels = [\"bs\"]\ntext = \"La sciarpa che tesse il nome.\"\n";
    let stage = opened().outside("posts/2026/W47/altro.t5t6t7t8.toml", text);
    let stage = stage.press("/").type_text("tesse").shows("« Altro");
    let rows = stage.rows();
    let at = |title: &str| rows.iter().position(|row| row.contains(title));
    assert!(at("Chi tesse") < at("« Altro"), "{rows:#?}");
}

#[test]
fn search_says_when_nothing_is_found() {
    let stage = opened().press("/").type_text("zebra").shows("Nessun post dice «zebra».");
    stage.press("Esc").shows("settimana 48");
}

#[test]
fn an_idea_is_found_among_the_ideas() {
    let stage = opened().press("/").type_text("quaderno").press("Enter e").type_text("Verde.");
    let stage = stage.press("Esc");
    assert!(stage.file("ideas/il-quaderno-verde.r8s9t0v1.toml").contains("Verde."));
}

#[test]
fn a_filter_hides_what_it_does_not_let_through() {
    let by_word = Stage::with(BOTTEGA).press("f").type_text("tesse").press("Enter");
    let stage = by_word.shows("Chi tesse").hides("12:30 ~").press("\\").shows("12:30 ~");
    let by_channel = stage.press("f Down Right Space Enter").shows("Chi tesse").hides("12:30 ~");
    by_channel.press("f Down Right Space Esc").hides("12:30 ~");
}

#[test]
fn a_filter_by_pillar_campaign_and_stage() {
    let text = "id = \"c2c3c4c5\"\ntitle = \"Inverno\"\nwhen = 2026-11-27T18:30:00\n\
        channels = [\"ig\"]\npillar = \"persone\"\ncampaign = \"inverno-26\"\n\
        text = \"Freddo.\"\n";
    let stage = Stage::with(BOTTEGA).outside("posts/2026/W48/inverno.c2c3c4c5.toml", text);
    let row = |row: usize, keys: &str| format!("f {} {keys} Enter", "Down ".repeat(row));
    for keys in [row(2, "Right Space"), row(2, "Space"), row(3, "Space")] {
        let filtered = stage_again(&stage).press(&keys);
        let shown = filtered.rows().join("\n").contains("Inverno");
        assert_eq!(shown, keys != row(2, "Space"), "{keys}");
        assert!(!filtered.rows().join("\n").contains("Chi tesse"), "{keys}");
    }
}

/// The same files in a folder of their own.
fn stage_again(stage: &Stage) -> Stage {
    let files: Vec<(String, String)> =
        stage.files("").into_iter().map(|path| (path.clone(), stage.file(&path))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    Stage::with(&files)
}

#[test]
fn the_palette_does_what_it_lists_and_help_lists_the_keys() {
    let stage = Stage::with(BOTTEGA).press(":").type_text("settimana dopo").press("Enter");
    let stage = stage.press("t ?").shows("sposta").press("Esc").shows("settimana 48");
    let stage = stage.reopened(Language::English, crate::canned::Canned::silent());
    stage.press(":").type_text("search").press("Enter").shows("Search");
}

#[test]
fn a_date_is_said_in_words() {
    let to = |language, phrase: &str| {
        Stage::speaking(language, BOTTEGA).press("G").type_text(phrase).press("Enter")
    };
    to(Language::Italian, "lunedì prossimo").shows("settimana 49");
    to(Language::Italian, "fra 3 settimane").shows("settimana 51");
    to(Language::Italian, "24/12").shows("settimana 52");
    to(Language::English, "next monday").shows("week 49");
    to(Language::English, "in 3 weeks").shows("week 51");
    to(Language::English, "24 december").shows("week 52");
}

#[test]
fn a_post_published_by_hand_keeps_its_address_and_its_place() {
    let stage = Stage::with(BOTTEGA).press("l k P Down C-a").type_text("ieri 18:30");
    let stage = stage.press("Tab").type_text("https://example.org/p/1").press("Enter");
    let post = stage.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml");
    assert!(post.contains("[published.ig]\nat = 2026-11-24T17:30:00Z\n"), "{post}");
    assert!(post.contains("url = \"https://example.org/p/1\""), "{post}");
    assert!(post.contains("[published.bs]"), "{post}");
    let stage = stage.press("m").shows("È già pubblicato");
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn a_text_goes_to_the_clipboard() {
    let stage = Stage::with(BOTTEGA).press("l k Y");
    let said = "Ogni sciarpa porta il nome di chi l'ha tessuta.".to_owned();
    assert!(stage.orders.contains(&TerminalOrder::Copy(said)), "{:?}", stage.orders);
    let stage = Stage::with(BOTTEGA).press("Y").shows("Il testo non c’è ancora");
    assert_eq!(stage.file(LANA).matches("text").count(), 1);
}

#[test]
fn a_post_that_has_gone_out_says_so_when_it_is_opened_and_can_still_be_mended() {
    let stage = Stage::with(BOTTEGA).press("l k P Enter").shows("●").press("Enter");
    let stage = stage.shows("È già uscito").shows("F1 aiuto").type_text("Ecco: ");
    let stage = stage.hides("È già uscito").shows("Già uscito su").press("Esc");
    assert!(stage.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml").contains("Ecco: "));
    let stage =
        stage.press("a").shows("È già uscito").press("Esc").press("h").hides("È già uscito");
    let stage = stage.press("l E").shows("È già uscito");
    assert!(stage.orders.iter().any(|order| matches!(order, TerminalOrder::Edit(_))));
}
