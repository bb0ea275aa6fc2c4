//! The plan as a whole: posts too close to each other, places to fill, holidays.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;

/// The brand's own posts, and these.
fn with(language: Language, more: &[(&'static str, &'static str)]) -> Stage {
    Stage::speaking(language, &[BOTTEGA, more].concat())
}

const TINTA: (&str, &str) = (
    "posts/2026/W48/la-tinta.a1b2c3d4.toml",
    r#"id = "a1b2c3d4"
title = "La tinta"
when = 2026-11-26T09:20:00
channels = ["ig"]
lang = "it"
text = "La robbia vuole una giornata intera."
"#,
);

const ATTESA: (&str, &str) = (
    "posts/2026/W50/il-presepe.e5f6g7h8.toml",
    r#"id = "e5f6g7h8"
title = "Il presepe di lana"
when = 2026-12-08T12:30:00
channels = ["bs"]
text = "Lo facciamo da otto anni, sempre con lo stesso asino."
"#,
);

#[test]
fn a_post_moved_away_from_another_is_told_of_no_more() {
    let stage = with(Language::Italian, &[TINTA]).shows("3 post con avvisi").press("l Up Up");
    let stage = stage.shows("Su Instagram esce anche «La").shows("tinta» (gio 26 nov 09:20)");
    let stage = stage.press("Down").shows("Su Instagram esce anche «Chi");
    let stage = stage.press("m l Enter").shows("ven 27 nov 09:20").hides("esce anche");
    stage.press("u").shows("Su Instagram esce anche «Chi");
}

#[test]
fn two_posts_within_the_hour_are_told_in_english_too() {
    let stage = with(Language::English, &[TINTA]).press("l Up Up");
    stage.shows("On Instagram, “La tinta” (Thu").shows("26 Nov 09:20) goes out within");
}

#[test]
fn a_place_to_fill_is_gone_to_and_filled() {
    let stage = Stage::with(BOTTEGA).shows("da riempire: ven 27 IG").click("ven 27 IG");
    let stage = stage.shows("ven 27 nov 12:30").press("n").type_text("Il venerdì si tinge.");
    stage.press("Esc").hides("da riempire").shows("Il venerdì");
}

#[test]
fn a_holiday_stands_under_its_day_and_beside_what_goes_out_on_it() {
    for (language, feast, told, here) in [
        (Language::Italian, "Immacolata", "giorno di festa", "Festa: Immacolata"),
        (Language::English, "Immaculat", "on a holiday", "Holiday: Immaculate Conception"),
    ] {
        let stage = with(language, &[ATTESA]).hides(feast).press("] ] h");
        let stage = stage.shows(feast).shows(told);
        let stage = stage.press("G").type_text("2026-12-08 18:00").press("Enter").shows(here);
        stage.sized(46, 20).shows(feast);
    }
}
