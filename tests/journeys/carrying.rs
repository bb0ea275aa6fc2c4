//! Cards in hand: over the edge of the week, to and from the ideas, onto an hour the clocks
//! skip or show twice, with the mouse.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const QUADERNO: &str = "ideas/il-quaderno-verde.r8s9t0v1.toml";

fn opened() -> Stage {
    Stage::with(BOTTEGA)
}

#[test]
fn a_card_carried_into_another_week_lands_in_its_folder() {
    let stage = opened().press("m PgDn l").shows("settimana 49");
    assert_eq!(stage.diff(), "", "a ghost writes nothing");
    let stage = stage.press("Enter");
    let post = stage.file("posts/2026/W49/la-lana-torna.k3f9q7ab.toml");
    assert!(post.contains("when = 2026-12-03T12:30:00 "), "{post}");
    assert!(!stage.folder.join(LANA).exists());
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn esc_leaves_the_card_where_it_was() {
    let stage = opened().press("m").hides("/ cerca").press("PgDn l Esc").shows("/ cerca");
    let stage = stage.shows("settimana 48").shows("La lana");
    assert_eq!(stage.diff(), "");
}

#[test]
fn an_idea_becomes_a_post_and_goes_back() {
    let stage = opened().press("g i").shows("Il quaderno verde").press("m l l Enter");
    let path = stage.only("r8s9t0v1");
    assert!(path.starts_with("posts/2026/W48/"), "{path}");
    assert!(stage.file(&path).contains("when = 2026-11-"), "{}", stage.file(&path));
    let changed = stage.changed();
    assert_eq!(changed.len(), 1, "one line more: {changed:?}");
    let stage = stage.press("B");
    assert_eq!(stage.only("r8s9t0v1"), QUADERNO);
    assert_eq!(stage.diff(), "");
}

#[test]
fn while_an_idea_is_chosen_for_an_empty_place_the_footer_and_the_help_say_what_enter_does() {
    for (language, put, leave, open) in [
        (Language::Italian, "mettilo qui", "lascia il posto vuoto", "⏎ apri"),
        (Language::English, "put it here", "leave the place empty", "⏎ open"),
    ] {
        for (width, height) in [(160, 40), (80, 24), (46, 20)] {
            let stage = Stage::speaking(language, BOTTEGA).sized(width, height).press("l l m");
            let stage = stage.shows("Il quaderno verde").press("j");
            let stage = stage.shows(&format!("⏎ {put}")).hides(open);
            let stage = stage.press("?").shows(put).shows(leave).press("Esc Esc");
            assert_eq!(stage.diff(), "", "Esc leaves it");
            let stage = stage.hides(put).press("m Enter");
            let path = stage.only("r8s9t0v1");
            assert!(path.starts_with("posts/2026/W48/"), "{path}");
        }
    }
}

#[test]
fn an_hour_the_clocks_skip_is_asked_about() {
    let night = "posts/2026/W12/notte.n3n4n5n6.toml";
    let text = "id = \"n3n4n5n6\"\ntitle = \"Notte\"\nwhen = 2026-03-22T02:30:00\n\
                channels = [\"ig\"]\ntext = \"Buona notte.\"\n";
    let stage = opened().outside(night, text).press("G").type_text("2026-03-22").press("Enter");
    let stage = stage.shows("settimana 12").click("Notte").press(">");
    assert_eq!(stage.file(night), text, "nothing is written before the answer");
    let stage = stage.press("2");
    let moved = stage.file("posts/2026/W13/notte.n3n4n5n6.toml");
    assert!(moved.contains("when = 2026-03-29T03:00:00\n"), "{moved}");
    assert_eq!(stage.press("u").file(night), text);
}

#[test]
fn an_hour_that_comes_twice_is_written_with_its_offset() {
    let night = "posts/2026/W42/notte.n3n4n5n6.toml";
    let text = "id = \"n3n4n5n6\"\ntitle = \"Night\"\nwhen = 2026-10-18T02:30:00\n\
                channels = [\"ig\"]\ntext = \"Good night.\"\n";
    let stage = Stage::speaking(Language::English, BOTTEGA).outside(night, text);
    let stage = stage.press("G").type_text("18 october").press("Enter").shows("week 42");
    let stage = stage.click("Night").press("m PgDn Enter");
    assert_eq!(stage.file(night), text);
    let stage = stage.press("1");
    let moved = stage.file("posts/2026/W43/notte.n3n4n5n6.toml");
    assert!(moved.contains("when = 2026-10-25T02:30:00+02:00\n"), "{moved}");
}

#[test]
fn a_click_selects_a_double_click_opens_and_a_drag_moves() {
    let stage = opened();
    let (column, row) = stage.place("Chi tesse");
    let stage = stage.drag("Chi tesse", (column + 11, row));
    let tesse = stage.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml");
    assert!(tesse.contains("when = 2026-11-27T09:00:00"), "{tesse}");
    let stage = stage.press("u");
    assert_eq!(stage.diff(), "");
    let stage = stage.double_click("Chi tesse").type_text("Ecco: ").press("Esc");
    let tesse = stage.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml");
    assert!(tesse.contains("Ecco: "), "a double click opens the text: {tesse}");
}

#[test]
fn the_wheel_turns_the_weeks_and_changes_nothing() {
    let stage = opened().wheel_down("Chi tesse").shows("settimana 49").press("t").shows("La lana");
    assert_eq!(stage.diff(), "");
}

#[test]
fn a_key_goes_from_one_thing_that_needs_a_person_to_the_next() {
    let stage = Stage::with(BOTTEGA).outside(
        "posts/2026/W50/lontana.z1z2z3z4.toml",
        "id = \"z1z2z3z4\"\ntitle = \"Lontana\"\nwhen = 2026-12-09\nchannels = [\"ig\"]\n",
    );
    let stage = stage.press("d").shows("settimana 50").shows("Lontana");
    let stage = stage.press("d").shows("Solo questo aspetta te");
    stage.press("t D").shows("Lontana");
}

#[test]
fn every_key_in_the_footer_can_be_clicked() {
    let stage = Stage::with(BOTTEGA).click("⏎ apri").shows("salva ed esci");
    let stage = stage.click("Esc salva ed esci").hides("salva ed esci");
    // Two quick clicks on one place, where the first puts another key.
    let stage = stage.double_click("⏎ apri").shows("salva ed esci").press("Esc");
    let stage = stage.click("m sposta").shows("lascialo");
    let stage = stage.click("Esc lascialo").hides("lascialo");
    // The foot of a panel has them too; the first row of the help opens the post.
    let stage = stage.click("? aiuto").click("⏎ scegli").shows("salva ed esci").press("Esc");
    stage.click("idea").shows("metti in settimana");
}
