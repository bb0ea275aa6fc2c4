//! init, demo.

use crate::Bottega;
use crate::folder::said;

#[test]
fn a_new_folder_has_nothing_wrong_with_it() {
    for lang in ["it", "en"] {
        let bottega = Bottega::sound();
        let done = bottega.run(&["--lang", lang, "init", "nuova", "--yes"], "");
        assert_eq!(done.code, 0, "{done:?}");
        let checked = said(bottega.command().args(["-C", "nuova", "--lang", lang, "check"]));
        assert_eq!((checked.code, checked.out.as_str()), (0, ""), "{checked:?}");
        let again = bottega.run(&["--lang", lang, "init", "nuova", "--yes"], "");
        assert_eq!(again.code, 2);
    }
}

#[test]
fn the_demo_is_made_and_can_be_read() {
    let bottega = Bottega::sound();
    let made = bottega.it(&["demo", "prova", "--no-open"]);
    assert_eq!(made.code, 0, "{made:?}");
    let week = bottega.en(&["-C", "prova", "week", "--json"]).json();
    let days = week["days"].as_array().expect("days");
    let cards: usize = days.iter().map(|d| d["placements"].as_array().expect("cards").len()).sum();
    assert!(cards >= 12, "{cards} cards this week");
    assert_eq!(bottega.en(&["-C", "prova", "check"]).code, 1);
}
